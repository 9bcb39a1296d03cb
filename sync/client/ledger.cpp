// The states of a delivery and the only ways from one to the next.
#include "sync/client/ledger.h"
#include "sync/base/epoch.h"

#include <set>

namespace wv::client {

using base::Instant;
using base::Result;
using db::Statement;

namespace {

using base::millis;

std::string_view word(Cargo cargo) {
  return cargo == Cargo::Idea ? "idee" : "steun";
}
Cargo cargo_from(std::string_view word) {
  return word == "steun" ? Cargo::Support : Cargo::Idea;
}

}  // namespace

Result<> Ledger::take_in(const std::vector<Known>& ideas) {
  std::set<std::string, std::less<>> noted;
  {
    WV_TRY(Statement select, database_.prepare("SELECT idee FROM levering"));
    while (true) {
      WV_TRY(const bool found, select.step());
      if (!found) break;
      noted.insert(select.text_copy(0));
    }
  }
  std::vector<Known> fresh;
  for (const auto& idea : ideas) {
    if (noted.erase(idea.idea.value) == 0) fresh.push_back(idea);
  }
  if (fresh.empty() && noted.empty()) return {};  // a quiet night writes nothing
  WV_TRY(auto transaction, db::Transaction::begin(database_));
  for (const auto& idea : fresh) {
    WV_CHECK(database_.run("INSERT INTO levering(idee,volgnummer,staat,soort) VALUES(?,?,'klaar',?)",
                           idea.idea.value, idea.sequence, word(idea.cargo)));
  }
  for (const auto& gone : noted) WV_CHECK(database_.run("DELETE FROM levering WHERE idee=?", gone));
  return transaction.commit();
}

Result<std::optional<Waiting>> Ledger::next(Instant now, std::int64_t past) {
  WV_TRY(Statement select,
         database_.prepare(
             "SELECT idee,volgnummer,pogingen,soort FROM levering WHERE staat='klaar' AND volgende_poging<=?"
             " AND volgnummer>? ORDER BY volgnummer LIMIT 1"));
  WV_TRY(const bool found, select.bind_all(millis(now), past).step());
  if (!found) return std::nullopt;
  return Waiting{model::IdeaId{select.text_copy(0)}, select.integer(1), static_cast<int>(select.integer(2)),
                 cargo_from(select.text(3))};
}

Result<std::optional<Instant>> Ledger::next_try() {
  WV_TRY(Statement select,
         database_.prepare("SELECT min(volgende_poging) FROM levering WHERE staat='klaar'"));
  WV_TRY(const bool found, select.step());
  if (!found || select.is_null(0)) return std::nullopt;
  return Instant{base::Millis{select.integer(0)}};
}

Result<> Ledger::confirm(const wire::Receipt& receipt) {
  return database_.run(
      "UPDATE levering SET staat='bevestigd', ontvangen_op=?, epoch=?, bewijs=?, fout=NULL"
      " WHERE idee=? AND staat IN ('klaar','afgewezen')",
      base::to_rfc3339(receipt.received_at), receipt.epoch, receipt.signature, receipt.idea.value);
}

Result<> Ledger::refuse(const model::IdeaId& idea, std::string_view reason) {
  return database_.run("UPDATE levering SET staat='afgewezen', fout=? WHERE idee=? AND staat='klaar'", reason,
                       idea.value);
}

Result<> Ledger::drop(const model::IdeaId& support, std::string_view reason) {
  return database_.run("UPDATE levering SET staat='wissen', fout=? WHERE idee=? AND staat='klaar'", reason,
                       support.value);
}

Result<> Ledger::postpone(const model::IdeaId& idea, Instant until, std::string_view reason) {
  return database_.run(
      "UPDATE levering SET pogingen=pogingen+1, volgende_poging=?, fout=? WHERE idee=? AND staat='klaar'",
      millis(until), reason, idea.value);
}

Result<std::int64_t> Ledger::mark_durable(std::string_view epoch, Instant until) {
  // Both moments are written by to_rfc3339: UTC in whole seconds, so their texts sort as they do.
  WV_CHECK(database_.run(
      "UPDATE levering SET staat='wissen' WHERE staat='bevestigd' AND epoch=? AND ontvangen_op<=?", epoch,
      base::to_rfc3339(until)));
  return database_.changes();
}

Result<std::int64_t> Ledger::offer_again(std::string_view epoch) {
  WV_CHECK(database_.run(
      "UPDATE levering SET staat='klaar', pogingen=0, volgende_poging=0 WHERE staat='bevestigd' AND epoch<>?",
      epoch));
  return database_.changes();
}

Result<Counts> Ledger::counts() {
  WV_TRY(Statement select,
         database_.prepare("SELECT staat, count(*), soort FROM levering GROUP BY staat, soort"));
  Counts counts;
  while (true) {
    WV_TRY(const bool found, select.step());
    if (!found) return counts;
    if (cargo_from(select.text(2)) == Cargo::Support) {
      if (select.text(0) == "klaar") counts.supports_waiting = select.integer(1);
      continue;
    }
    if (select.text(0) == "klaar") counts.waiting = select.integer(1);
    if (select.text(0) == "bevestigd") counts.confirmed = select.integer(1);
    if (select.text(0) == "afgewezen") counts.refused = select.integer(1);
  }
}

}  // namespace wv::client
