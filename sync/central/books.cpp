// The SQL of the central, kept together so that one look at this file tells what can change and when.
#include "sync/central/books.h"

#include <array>

#include "embedded/central_accounts.h"
#include "embedded/central_commands.h"
#include "embedded/central_keeping.h"
#include "embedded/central_memory.h"
#include "embedded/central_relay.h"
#include "embedded/central_schema.h"
#include "embedded/central_self_test.h"
#include "embedded/central_supports.h"
#include "sync/base/epoch.h"
#include "sync/base/utf8.h"
#include "sync/central/words.h"

namespace wv::central {
namespace {

using base::as_bytes;
using base::ByteView;
using base::ErrorCode;
using base::fail;

std::int64_t ms(Instant at) {
  return at.time_since_epoch().count();
}
using base::instant;
// Receipts travel in whole seconds, so they are stamped in whole seconds.
std::int64_t whole_seconds(Instant at) {
  return ms(std::chrono::floor<std::chrono::seconds>(at));
}

base::Bytes link(ByteView previous, std::string_view who, std::string_view what, std::int64_t at) {
  base::Sha256 hash;
  hash.add(previous);
  const std::string row = "\n" + std::string(who) + "\n" + std::string(what) + "\n" + std::to_string(at);
  hash.add(as_bytes(row));
  const auto digest = hash.finish();
  return {digest.begin(), digest.end()};
}

}  // namespace

std::string_view state_word(KioskState state) {
  static constexpr std::array<std::string_view, 4> words = {"wacht", "actief", "geblokkeerd", "ingetrokken"};
  return words[static_cast<std::size_t>(state)];
}

Result<> make_tables(Sql& sql) {
  static constexpr std::array steps = {embedded::central_schema,    embedded::central_supports,
                                       embedded::central_memory,    embedded::central_accounts,
                                       embedded::central_keeping,   embedded::central_relay,
                                       embedded::central_self_test, embedded::central_commands};
  return sql.migrate(steps);
}

Result<> prepare_tables(Sql& sql, const std::string& fresh_epoch) {
  WV_CHECK(make_tables(sql));
  WV_CHECK(
      sql.run("INSERT INTO stelsel(een,epoch,duurzaam_tot,kopie_tot,tijdvloer) VALUES(1,$1,0,0,0) "
              "ON CONFLICT DO NOTHING",
              fresh_epoch));
  return {};
}

Result<Books> Books::open(std::unique_ptr<Sql> sql) {
  Books books(std::move(sql));
  WV_CHECK(books.remember());
  return books;
}

Result<> Books::begin() {
  WV_CHECK(sql_->begin());
  if (remembers_ && !sql_->shared()) return {};
  return remember();
}

Result<> Books::commit() {
  if (memory_.changed)
    WV_CHECK(sql_->run("UPDATE stelsel SET tijdvloer=$1,hoogste_nummer=$2,wijziging=$3", memory_.stamp_floor,
                       memory_.next_number - 1, memory_.public_change));
  memory_.changed = false;
  return sql_->commit();
}

void Books::roll_back() {
  sql_->roll_back();
  remembers_ = false;
}

Result<> Books::begin_task() {
  before_task_ = memory_;
  return sql_->begin_task();
}

Result<> Books::end_task(bool keep) {
  if (!keep) memory_ = before_task_;
  return sql_->end_task(keep);
}

Result<> Books::remember() {
  WV_TRY(const auto rows,
         sql_->query("SELECT epoch,duurzaam_tot,tijdvloer,hoogste_nummer,wijziging,kopie_tot,"
                     "(SELECT count(*) FROM contact_wissen) FROM stelsel"));
  if (rows.empty()) return fail(ErrorCode::Corrupt, "the store has no row about itself");
  const auto row = rows.front();
  memory_ = {};
  memory_.system = {row.text_copy(0), instant(row.integer(1))};
  memory_.stamp_floor = std::max({row.integer(1), row.integer(2), row.integer(5)});
  memory_.next_number = row.integer(3) + 1;
  memory_.public_change = row.integer(4);
  memory_.strips_wait = row.integer(6) != 0;
  WV_TRY(const auto last, sql_->query("SELECT seq,keten FROM logboek ORDER BY seq DESC LIMIT 1"));
  if (!last.empty()) {
    memory_.log_rows = last.front().integer(0);
    memory_.chain = last.front().blob_copy(1);
  }
  remembers_ = true;
  return {};
}

void Books::wipe_if_erased() {
  if (erased_) erased_ = !sql_->wipe_deleted();
}

// The clock may go back, receipts may not: what is durable is told by comparing them with one moment.
std::int64_t Books::stamp(Instant now) {
  memory_.changed = true;
  return memory_.stamp_floor = std::max(memory_.stamp_floor, whole_seconds(now));
}

Result<> Books::log(std::string_view who, std::string_view what, Instant at) {
  const std::array<std::pair<std::string, std::string>, 1> row = {{{std::string(who), std::string(what)}}};
  return log_many(row, whole_seconds(at));
}

Result<> Books::log_many(std::span<const std::pair<std::string, std::string>> who_and_what,
                         std::int64_t when) {
  std::vector<base::Bytes> chains;
  chains.reserve(who_and_what.size());  // the rows below look at them
  std::vector<std::vector<SqlValue>> rows;
  for (const auto& [who, what] : who_and_what) {
    chains.push_back(link(chains.empty() ? memory_.chain : chains.back(), who, what, when));
    rows.push_back({sql_value(memory_.log_rows + std::ssize(chains)), sql_value(who), sql_value(what),
                    sql_value(when), sql_value(chains.back())});
  }
  WV_CHECK(sql_->run_each("INSERT INTO logboek(seq,wie,wat,op,keten) VALUES($1,$2,$3,$4,$5)", rows));
  memory_.log_rows += std::ssize(chains);
  if (!chains.empty()) memory_.chain = std::move(chains.back());
  return {};
}

// Not in the first hours after a restore: then an old image of a kiosk may be the very thing that was put
// back.
Result<> Books::block(const model::KioskId& kiosk, std::string_view reason, Instant now) {
  WV_TRY(
      const auto changed,
      sql_->run("UPDATE kiosk SET staat='geblokkeerd',reden=$1 WHERE id=$2 AND staat='actief' AND bon_vrij=0",
                reason, kiosk.value));
  const bool blocked = changed > 0;
  return log("centraal",
             (blocked ? "kiosk-geblokkeerd " : "kiosk-verdacht ") + kiosk.value + ": " + std::string(reason),
             now);
}

Result<BeatOutcome> Books::beat(const Beat& beat) {
  WV_TRY(const auto tickets,
         sql_->query("SELECT bon,vorige_bon,bon_vrij FROM kiosk WHERE id=$1", beat.kiosk.value));
  if (tickets.empty()) return fail(ErrorCode::NotFound, "no such kiosk");
  const auto ticket = tickets.front();
  const bool known = ticket.integer(2) != 0 || beat.ticket == ticket.text(0) || beat.ticket == ticket.text(1);
  if (!known) {
    WV_CHECK(block(beat.kiosk, "verouderde bon: er zijn twee apparaten met deze sleutel", beat.now));
    return BeatOutcome::Stale;
  }
  WV_CHECK(sql_->run(
      "UPDATE kiosk SET vorige_bon=$1,bon=$2,bon_vrij=0,laatst_gezien=$3,inhoud_versie=$4,"
      "rij_groeit=CASE WHEN $6>coalesce(wachtende_ideeen,0) THEN rij_groeit+1 "
      "WHEN $6=wachtende_ideeen AND $6>0 THEN rij_groeit ELSE 0 END,"
      "software_versie=$5,wachtende_ideeen=$6,vrije_ruimte_mb=$7,klok_afwijking_ms=$8,"
      "laatste_fout=$9,zelftest_op=$11,zelftest_fouten=$12 WHERE id=$10",
      beat.ticket, beat.next_ticket, whole_seconds(beat.now), beat.content_version, beat.software_version,
      beat.waiting_ideas, beat.free_mb, beat.clock_offset_ms, beat.last_error, beat.kiosk.value,
      beat.self_test ? std::optional(whole_seconds(beat.self_test->at)) : std::nullopt,
      beat.self_test ? base::joined(beat.self_test->faults) : std::string()));
  return BeatOutcome::Accepted;
}

Result<Enrolled> Books::enrol(const Enrolment& enrolment) {
  using Outcome = Enrolled::Outcome;
  WV_TRY(const auto codes,
         sql_->query("SELECT hash,kiosk,geldig_tot,pogingen FROM aanmeldcode WHERE kenmerk=$1",
                     enrolment.selector));
  if (codes.empty()) return Enrolled{Outcome::Refused, {}, {}};
  const auto code = codes.front();
  if (code.integer(3) >= max_code_tries) return Enrolled{Outcome::TooManyTries, {}, {}};
  if (!base::same_bytes(code.blob(0), enrolment.hash)) {
    WV_CHECK(sql_->run("UPDATE aanmeldcode SET pogingen=pogingen+1 WHERE kenmerk=$1", enrolment.selector));
    WV_CHECK(log("centraal", "aanmelding-geweigerd " + code.text_copy(1), enrolment.now));
    return Enrolled{Outcome::Refused, {}, {}};
  }
  if (ms(enrolment.now) > code.integer(2)) return Enrolled{Outcome::Refused, {}, {}};
  return accept(enrolment, code.text_copy(1));
}

Result<Enrolled> Books::accept(const Enrolment& enrolment, const std::string& kiosk) {
  const ByteView key(enrolment.public_key);
  WV_TRY(
      const auto rows,
      sql_->query("SELECT staat,publieke_sleutel,kanaal,"
                  "EXISTS(SELECT 1 FROM kiosk WHERE publieke_sleutel=$2 AND id<>$1) FROM kiosk WHERE id=$1",
                  kiosk, key));
  if (rows.empty() || rows.front().integer(3) != 0) return Enrolled{Enrolled::Outcome::Refused, {}, {}};
  const auto row = rows.front();
  Enrolled accepted{Enrolled::Outcome::Accepted, {kiosk}, row.text_copy(2)};
  // The first answer got lost: the same kiosk asks again and gets it again.
  if (row.text(0) == "actief" && base::same_bytes(row.blob(1), key)) return accepted;
  if (row.text(0) != "wacht") return Enrolled{Enrolled::Outcome::Refused, {}, {}};
  WV_CHECK(sql_->run("UPDATE kiosk SET staat='actief',publieke_sleutel=$1,software_versie=$2 WHERE id=$3",
                     key, enrolment.software_version, kiosk));
  WV_CHECK(sql_->run("UPDATE aanmeldcode SET gebruikt_op=$1 WHERE kenmerk=$2", whole_seconds(enrolment.now),
                     enrolment.selector));
  WV_CHECK(log(kiosk, "aangemeld", enrolment.now));
  return accepted;
}

Result<> Books::add_kiosk(const Kiosk& kiosk, const OneTimeCode& code, Instant now) {
  WV_TRY(const auto named,
         sql_->query("SELECT id,staat FROM kiosk WHERE naam=$1 AND staat<>'ingetrokken'", kiosk.name));
  const bool there = !named.empty();
  if (there && named.front().text(1) != "wacht")
    return fail(ErrorCode::Invalid,
                "a kiosk named '" + kiosk.name + "' is enrolled already; revoke it first");
  const std::string id = there ? named.front().text_copy(0) : kiosk.id.value;
  if (there) {  // the code was lost or ran out: a new one takes its place
    WV_CHECK(sql_->run("DELETE FROM aanmeldcode WHERE kiosk=$1", id));
    WV_CHECK(sql_->run("UPDATE kiosk SET kanaal=$1 WHERE id=$2", kiosk.channel, id));
  } else {
    WV_CHECK(sql_->run("INSERT INTO kiosk(id,naam,kanaal,staat,aangemaakt_op) VALUES($1,$2,$3,'wacht',$4)",
                       id, kiosk.name, kiosk.channel, whole_seconds(now)));
  }
  WV_CHECK(sql_->run("DELETE FROM aanmeldcode WHERE geldig_tot<$1", ms(now)));
  WV_CHECK(sql_->run("INSERT INTO aanmeldcode(kenmerk,hash,zout,kiosk,geldig_tot) VALUES($1,$2,$3,$4,$5)",
                     code.selector, code.hash, code.salt, id, ms(code.valid_until)));
  return log("beheer", "kiosk-toegevoegd " + id, now);
}

Result<> Books::set_state(const model::KioskId& id, KioskState state, const std::string& reason,
                          Instant now) {
  WV_TRY(const auto changed,
         sql_->run("UPDATE kiosk SET staat=$1,reden=$2,bon_vrij=$3 WHERE id=$4", state_word(state), reason,
                   state == KioskState::Active ? 1 : 0, id.value));
  if (changed == 0) return fail(ErrorCode::NotFound, "no kiosk " + id.value);
  return log("beheer", "kiosk-" + std::string(state_word(state)) + " " + id.value, now);
}

Result<model::IdeaId> Books::answer(const NewAnswer& answer) {
  WV_TRY(const std::string id, find_idea(answer.idea));
  WV_CHECK(note_merge(id, answer.merge_with));
  const auto status = model::status_word(answer.status);
  WV_CHECK(
      sql_->run("INSERT INTO antwoord(idee,stap,staat,tekst,op,wie) VALUES($1,"
                "(SELECT coalesce(max(stap),0)+1 FROM antwoord WHERE idee=$1),$2,$3,$4,$5)",
                id, status, base::to_text(words_json(answer.text)), whole_seconds(answer.now), answer.who));
  WV_CHECK(sql_->run("UPDATE idee SET staat=$1 WHERE id=$2", status, id));
  note_public_change();
  WV_CHECK(log(answer.who, "beantwoord " + id + " " + std::string(status), answer.now));
  return model::IdeaId{id};
}

Result<> Books::erase(const model::IdeaId& idea, const std::string& reason, Instant now) {
  WV_TRY(const auto found, sql_->query("SELECT nummer,sha256 FROM idee WHERE id=$1", idea.value));
  if (found.empty()) return fail(ErrorCode::NotFound, "no idea " + idea.value);
  const auto number = found.front().integer(0);
  WV_CHECK(sql_->run("INSERT INTO grafsteen(idee,sha256,gewist_op,reden) VALUES($1,$2,$3,$4)", idea.value,
                     found.front().blob(1), stamp(now), reason));
  WV_CHECK(sql_->run("DELETE FROM steun WHERE idee=$1", number));
  WV_CHECK(sql_->run("DELETE FROM samenvoeging WHERE idee=$1 OR met=$1", idea.value));
  WV_CHECK(sql_->run("DELETE FROM antwoord WHERE idee=$1", idea.value));
  WV_CHECK(sql_->run("DELETE FROM idee WHERE id=$1", idea.value));
  erased_ = true;
  note_public_change();
  return log("beheer", "gewist " + idea.value, now);
}

Result<> Books::begin_copy(Instant now) {
  const auto complete_until = stamp(now);
  // Ideas that arrive within this second, after the copy began, must not pass for copied.
  memory_.stamp_floor = complete_until + 1000;
  WV_CHECK(sql_->run("UPDATE stelsel SET kopie_tot=$1", complete_until));
  return {};
}

Result<> Books::move_durable_mark(Instant until) {
  WV_CHECK(sql_->run("UPDATE stelsel SET duurzaam_tot=$1 WHERE duurzaam_tot<$1", ms(until)));
  memory_.system.durable_until = std::max(memory_.system.durable_until, until);
  return {};
}

Result<> verify_log(Sql& sql) {
  constexpr std::int64_t piece = 1000;
  base::Bytes previous;
  for (std::int64_t after = 0;;) {
    WV_TRY(const auto rows,
           sql.query("SELECT seq,wie,wat,op,keten FROM logboek WHERE seq>$1 ORDER BY seq LIMIT $2", after,
                     piece));
    if (rows.empty()) return {};
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto row = rows[i];
      after = row.integer(0);
      auto expected = link(previous, row.text(1), row.text(2), row.integer(3));
      if (!base::same_bytes(expected, row.blob(4)))
        return fail(ErrorCode::Corrupt,
                    "row " + std::to_string(after) + " of the log was changed afterwards");
      previous = std::move(expected);
    }
  }
}

}  // namespace wv::central
