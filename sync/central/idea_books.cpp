// The part of the books that runs for every idea at night: many at once, few statements each.
#include "sync/base/epoch.h"
#include "sync/central/books.h"

namespace wv::central {

using base::ByteView;
using Outcome = KeptIdea::Outcome;

namespace {

// Nothing happens for an idea that was erased, or whose id or number is taken.
constexpr std::string_view insert_idea =
    "INSERT INTO idee(id,nummer,kiosk,volgnummer,sha256,bytes,referentie_hash,staat,ontvangen_op) "
    "SELECT CAST($1 AS TEXT),CAST($2 AS INTEGER),CAST($3 AS TEXT),CAST($4 AS INTEGER),CAST($5 AS BLOB),"
    "CAST($6 AS BLOB),CAST($7 AS TEXT),'ontvangen',CAST($8 AS INTEGER) "
    "WHERE NOT EXISTS(SELECT 1 FROM grafsteen WHERE idee=$1) ON CONFLICT DO NOTHING";

}  // namespace

Result<std::vector<KeptIdea>> Books::keep_ideas(std::span<const NewIdea* const> ideas) {
  std::vector<KeptIdea> kept(ideas.size());
  std::vector<std::vector<SqlValue>> rows;
  rows.reserve(ideas.size());
  for (std::size_t i = 0; i < ideas.size(); ++i) {
    const auto& idea = *ideas[i];
    const auto received = stamp(idea.now);
    kept[i].received_at = base::instant(received);
    rows.push_back({sql_value(idea.id.value), sql_value(memory_.next_number + std::ssize(rows)),
                    sql_value(idea.kiosk.value), sql_value(idea.sequence), sql_value(ByteView(idea.sha256)),
                    sql_value(ByteView(idea.bytes)),
                    idea.reference_hash.empty() ? SqlValue(nullptr) : sql_value(idea.reference_hash),
                    sql_value(received)});
  }
  WV_TRY(const auto changed, sql_->run_each(insert_idea, rows));
  std::vector<std::pair<std::string, std::string>> log_rows;
  for (std::size_t i = 0; i < ideas.size(); ++i)
    if (changed[i] != 0) {
      memory_.next_number = std::get<std::int64_t>(rows[i][1]) + 1;
      log_rows.emplace_back(ideas[i]->kiosk.value, "idee-ontvangen " + ideas[i]->id.value);
    }
  if (!log_rows.empty()) {
    note_public_change();
    WV_CHECK(log_many(log_rows, memory_.stamp_floor));
  }
  for (std::size_t i = 0; memory_.strips_wait && i < ideas.size(); ++i)
    if (changed[i] != 0) WV_CHECK(strip_what_came_back(ideas[i]->id, ideas[i]->now));
  for (std::size_t i = 0; i < ideas.size(); ++i)
    if (changed[i] == 0) {
      WV_TRY(kept[i], why_not_kept(*ideas[i]));
    }
  return kept;
}

Result<KeptIdea> Books::why_not_kept(const NewIdea& idea) {
  WV_TRY(const auto erased, sql_->query("SELECT gewist_op FROM grafsteen WHERE idee=$1", idea.id.value));
  if (!erased.empty()) return KeptIdea{Outcome::Same, base::instant(erased.front().integer(0))};
  WV_TRY(const auto found, sql_->query("SELECT sha256,ontvangen_op FROM idee WHERE id=$1", idea.id.value));
  if (!found.empty()) {
    const bool same = base::same_bytes(found.front().blob(0), idea.sha256);
    return KeptIdea{same ? Outcome::Same : Outcome::Different, base::instant(found.front().integer(1))};
  }
  WV_CHECK(
      block(idea.kiosk, "volgnummer " + std::to_string(idea.sequence) + " twee keer gebruikt", idea.now));
  return KeptIdea{Outcome::SequenceTwice, idea.now};
}

}  // namespace wv::central
