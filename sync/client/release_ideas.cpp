// One row and one entry of the index for each idea; counts at the end.
#include "sync/client/release_ideas.h"

namespace wv::client {

using base::Result;

namespace {

template <class Tag>
std::string_view or_nothing(const std::optional<base::Id<Tag>>& id) {
  return id ? std::string_view(id->value) : std::string_view();
}

}  // namespace

Result<IdeaRows> IdeaRows::begin(db::Database& database) {
  WV_TRY(auto row, database.prepare("INSERT OR IGNORE INTO idea_row VALUES(?,?,?,?,?,?,?)"));
  WV_TRY(auto words, database.prepare("INSERT INTO idea_words(rowid,tekst) VALUES(?,?)"));
  return IdeaRows(database, std::move(row), std::move(words));
}

Result<> IdeaRows::add(const wire::PublicIdeas& ideas) {
  for (const auto& idea : ideas.ideas) {
    ++number_;
    WV_CHECK(row_.bind_all(number_, idea.id, base::to_iso_day(idea.on), or_nothing(idea.area),
                           or_nothing(idea.theme), model::status_word(idea.status),
                           base::to_text(wire::to_json(idea)))
                 .run());
    // Two documents that name the same idea: the first one counts.
    if (database_.changes() == 0) continue;
    WV_CHECK(words_.bind_all(number_, idea.text).run());
  }
  return {};
}

Result<> IdeaRows::finish() {
  WV_CHECK(database_.run(
      "INSERT INTO idea_count SELECT gebied,thema,status,count(*) FROM idea_row GROUP BY 1,2,3"));
  // One piece instead of many: from here on it is only read.
  return database_.run("INSERT INTO idea_words(idea_words) VALUES('optimize')");
}

}  // namespace wv::client
