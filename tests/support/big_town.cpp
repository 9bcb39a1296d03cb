// Gives a kiosk a release with many generated ideas, for looking at and for --bench. big_town STATE COUNT.
#include <cstdio>
#include <cstdlib>

#include "sync/client/release_ideas.h"
#include "sync/client/shelf.h"
#include "sync/client/store.h"
#include "tests/support/many_ideas.h"

using namespace wv;

namespace {

base::Result<> fill(const std::filesystem::path& file, int count) {
  test::Dice dice(50);
  wire::PublicIdeas ideas;
  for (int number = 1; number <= count; ++number) ideas.ideas.push_back(test::any_public_idea(dice, number));
  WV_TRY(auto release, db::Database::open(file, db::OpenMode::Own));
  WV_TRY(auto change, db::Transaction::begin(release));
  WV_CHECK(
      release.run("DELETE FROM idea_row; DELETE FROM idea_count; "
                  "INSERT INTO idea_words(idea_words) VALUES('delete-all')"));
  WV_TRY(auto rows, client::IdeaRows::begin(release));
  WV_CHECK(rows.add(ideas));
  WV_CHECK(rows.finish());
  return change.commit();
}

// A release of its own beside the one on show, as a sync would bring it.
base::Result<> make(const client::Place& place, int count) {
  WV_TRY(auto store, client::Store::open(place.sync_file()));
  client::Shelf shelf(store.database(), place);
  WV_TRY(const auto active, shelf.active());
  if (!active) return base::fail(base::ErrorCode::NotFound, "this kiosk has no content yet");
  const auto version = active->version + 1;
  std::filesystem::copy_file(place.release_file(active->version), place.release_file(version),
                             std::filesystem::copy_options::overwrite_existing);
  WV_CHECK(fill(place.release_file(version), count));
  client::Steps steps;
  return shelf.activate(version, "", base::Instant(std::chrono::seconds(version)), steps);
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  const auto made = make({arguments[1]}, std::atoi(arguments[2]));
  if (made) return 0;
  std::fprintf(stderr, "big_town: %s\n", made.error().message.c_str());
  return 1;
}
