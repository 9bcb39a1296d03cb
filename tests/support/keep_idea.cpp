// Keeps an idea on a kiosk as its screen would: sealed, frozen and committed. keep_idea STATE TEXT [EMAIL];
// prints the id.
#include <cstdio>

#include "kiosk/store/idea_book.h"
#include "sync/base/uuid.h"
#include "sync/client/release.h"
#include "sync/client/shelf.h"
#include "sync/edge/clock.h"
#include "sync/edge/disk.h"
#include "sync/edge/random.h"
#include "sync/wire/idea.h"
#include "sync/wire/sealed.h"

using namespace wv;

namespace {

base::Result<wire::Keys> keys_on(const client::Place& place) {
  WV_TRY(auto database, db::Database::open(place.sync_file(), db::OpenMode::Read));
  WV_TRY(const auto active, client::Shelf(database, place).active());
  if (!active) return base::fail(base::ErrorCode::NotFound, "this kiosk has no content yet");
  WV_TRY(auto release, client::ReleaseReader::open(place.release_file(active->version)));
  return release.keys();
}

base::Result<std::string> keep(const client::Place& place, std::string_view text, std::string_view email) {
  edge::Disk disk;
  edge::SystemRandom random;
  WV_TRY(const auto clock, edge::system_clock());
  model::Idea idea;
  idea.id = {base::make_uuid7(clock->now(), random)};
  idea.text = text;
  idea.entered_at = clock->now();
  if (!email.empty()) {
    WV_TRY(const auto keys, keys_on(place));
    WV_TRY(idea.sealed_contact,
           wire::seal({wire::Channel::Email, base::Secret(email)}, keys.contact, random));
  }
  WV_TRY(auto opened, store::IdeaBook::open(place.state, disk, clock->now()));
  const auto freeze = [&](std::int64_t sequence) {
    idea.sequence = sequence;
    return wire::freeze(idea);
  };
  WV_CHECK(opened.book.keep(idea.id, clock->now(), freeze));
  return idea.id.value;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) return 2;
  const auto kept = keep({arguments[1]}, arguments[2], count > 3 ? arguments[3] : "");
  std::fprintf(kept ? stdout : stderr, "%s\n", kept ? kept->c_str() : kept.error().message.c_str());
  return kept ? 0 : 1;
}
