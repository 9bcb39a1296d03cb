// Gathers one idea from the tables of the store.
#include "sync/desk/idea_record.h"

#include "sync/base/epoch.h"
#include "sync/base/json.h"
#include "sync/central/sql.h"
#include "sync/wire/idea.h"

namespace wv::desk {
namespace {

using base::Result;
using central::Sql;

Result<IdeaRecord> read_envelope(Sql& sql, std::int64_t number) {
  WV_TRY(const auto rows,
         sql.query("SELECT idee.id,idee.kiosk,kiosk.naam,idee.ontvangen_op,idee.bytes FROM idee "
                   "LEFT JOIN kiosk ON kiosk.id=idee.kiosk WHERE nummer=$1",
                   number));
  if (rows.empty()) return base::fail(base::ErrorCode::NotFound, "no idea i" + std::to_string(number));
  const auto row = rows.front();
  IdeaRecord idea;
  idea.number = number;
  idea.kiosk = row.is_null(2) ? row.text(1) : row.text(2);
  idea.received_at = base::instant(row.integer(3));
  auto envelope = wire::thaw({row.text_copy(0)}, row.blob(4));
  if (!envelope)
    return base::fail(base::ErrorCode::Corrupt, "idea i" + std::to_string(number) + " cannot be read");
  idea.idea = std::move(*envelope);
  return idea;
}

Result<> read_steps(Sql& sql, IdeaRecord& idea) {
  idea.steps.push_back({model::IdeaStatus::Received, "", "", idea.received_at});
  WV_TRY(const auto rows, sql.query("SELECT staat,tekst,wie,op FROM antwoord WHERE idee=$1 ORDER BY stap",
                                    idea.idea.id.value));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto row = rows[i];
    const auto words = base::parse_json(row.text(1));
    idea.steps.push_back({model::status_from_word(row.text(0)).value_or(model::IdeaStatus::InModeration),
                          words ? std::string(words->text_or("nl", "")) : std::string(), row.text_copy(2),
                          base::instant(row.integer(3))});
  }
  return {};
}

Result<> read_company(Sql& sql, IdeaRecord& idea) {
  WV_TRY(const auto merged,
         sql.query("SELECT other.nummer FROM samenvoeging JOIN idee AS other ON other.id=samenvoeging.met "
                   "WHERE samenvoeging.idee=$1",
                   idea.idea.id.value));
  if (!merged.empty()) idea.merged_with = merged.front().integer(0);
  WV_TRY(const auto supports,
         sql.query("SELECT CAST(count(*) FILTER (WHERE staat='telt') AS INTEGER),"
                   "CAST(count(*) FILTER (WHERE staat='wacht') AS INTEGER) FROM steun WHERE idee=$1",
                   idea.number));
  if (!supports.empty()) {
    idea.supports = supports.front().integer(0);
    idea.waiting_supports = supports.front().integer(1);
  }
  return {};
}

Result<IdeaRecord> read_whole(Sql& sql, std::int64_t number) {
  WV_TRY(auto idea, read_envelope(sql, number));
  WV_CHECK(read_steps(sql, idea));
  WV_CHECK(read_company(sql, idea));
  return idea;
}

}  // namespace

Result<IdeaRecord> read_idea(central::Store& store, std::int64_t number) {
  IdeaRecord found;
  WV_CHECK(store.look([&](Sql& sql) -> Result<> {
    WV_TRY(found, read_whole(sql, number));
    return {};
  }));
  return found;
}

}  // namespace wv::desk
