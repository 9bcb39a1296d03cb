// Rows by query: the index answers what is filtered and skipped, the rows themselves are read only to be
// shown.
#include "kiosk/store/public_ideas.h"

#include "sync/wire/content.h"

namespace wv::store {

using base::ErrorCode;
using base::Result;
using db::Database;
using db::Statement;

namespace {

constexpr std::string_view where =
    " WHERE (?1 IS NULL OR gebied=?1) AND (?2 IS NULL OR thema=?2) AND (?3 IS NULL OR status=?3)";
// With an area the index of that area is walked, else that of all.
constexpr std::string_view where_area =
    " WHERE gebied=?1 AND (?2 IS NULL OR thema=?2) AND (?3 IS NULL OR status=?3)";

struct Question {
  std::optional<std::string> area, theme, status;

  Question(const visit::IdeaFilter& filter, const model::AreaId& own) {
    if (filter.area) area = filter.area->empty() ? own.value : filter.area->value;
    if (filter.theme) theme = filter.theme->value;
    if (filter.status) status = std::string(model::status_word(*filter.status));
  }
  void bind(Statement& statement) const { statement.bind(1, area).bind(2, theme).bind(3, status); }
};

Result<std::int64_t> total_of(Database& release, const Question& question) {
  WV_TRY(Statement sum,
         release.prepare("SELECT coalesce(sum(aantal),0) FROM idea_count" + std::string(where)));
  question.bind(sum);
  WV_CHECK(sum.step());
  return sum.integer(0);
}

Result<model::PublicIdea> read_idea(std::string_view text) {
  WV_TRY(const base::Json json, base::parse_json(text));
  auto idea = wire::read_public_idea(json);
  if (!idea) return base::fail(ErrorCode::Corrupt, "idea_row: " + wire::summary(idea.error()));
  return *std::move(idea);
}

Result<std::vector<visit::IdeaRow>> rows_of(Database& release, const Question& question, std::int64_t first,
                                            std::int64_t count) {
  WV_TRY(Statement select,
         release.prepare("SELECT json FROM idea_row" + std::string(question.area ? where_area : where) +
                         " ORDER BY op DESC, nr DESC LIMIT ?4 OFFSET ?5"));
  question.bind(select);
  select.bind(4, count).bind(5, first);
  std::vector<visit::IdeaRow> rows;
  for (;;) {
    WV_TRY(const bool found, select.step());
    if (!found) return rows;
    WV_TRY(model::PublicIdea idea, read_idea(select.text(0)));
    rows.push_back({std::move(idea.id), std::move(idea.text), idea.on, idea.status, std::move(idea.theme),
                    idea.supports});
  }
}

Result<visit::IdeasPage> read_page(Database& release, const visit::FetchIdeas& wanted,
                                   const model::AreaId& own) {
  const Question question(wanted.filter, own);
  visit::IdeasPage page{wanted.filter, wanted.first, 0, {}};
  WV_TRY(page.total, total_of(release, question));
  WV_TRY(page.rows, rows_of(release, question, wanted.first, wanted.count));
  return page;
}

}  // namespace

visit::IdeasPage ideas_page(Database& release, const visit::FetchIdeas& wanted, const model::AreaId& own) {
  return read_page(release, wanted, own).value_or(visit::IdeasPage{wanted.filter, 0, 0, {}});
}

Result<std::optional<model::PublicIdea>> public_idea(Database& release, std::string_view id) {
  WV_TRY(Statement select, release.prepare("SELECT json FROM idea_row WHERE id=?"));
  select.bind(1, id);
  WV_TRY(const bool found, select.step());
  if (!found) return std::nullopt;
  WV_TRY(model::PublicIdea idea, read_idea(select.text(0)));
  return idea;
}

Result<IdeaCounts> idea_counts(Database& release) {
  WV_TRY(Statement select, release.prepare("SELECT gebied,thema,status,aantal FROM idea_count"));
  IdeaCounts counts;
  for (;;) {
    WV_TRY(const bool found, select.step());
    if (!found) return counts;
    const auto status = model::status_from_word(select.text(2));
    if (status)
      counts.push_back({model::AreaId{select.text_copy(0)}, model::ThemeId{select.text_copy(1)}, *status,
                        select.integer(3)});
  }
}

}  // namespace wv::store
