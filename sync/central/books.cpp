// The SQL of the central, kept together so that one look at this file tells what can change and when.
#include "sync/central/books.h"

#include <array>

#include "embedded/central_schema.h"
#include "embedded/central_supports.h"
#include "sync/base/epoch.h"
#include "sync/base/json.h"

namespace wv::central {
namespace {

using base::as_bytes;
using base::ByteView;
using base::ErrorCode;
using base::fail;
using db::Database;
using db::Statement;

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

std::string text_json(const model::Text& text) {
  base::Json json = base::Json::object();
  for (const auto& [lang, words] : text.in) json.set(lang, words);
  return base::to_text(json);
}

}  // namespace

std::string_view state_word(KioskState state) {
  static constexpr std::array<std::string_view, 4> words = {"wacht", "actief", "geblokkeerd", "ingetrokken"};
  return words[static_cast<std::size_t>(state)];
}

// What runs for every idea and heartbeat is prepared once.
struct Books::Statements {
  Statement save, release, undo, tombstone, insert_idea, idea_by_id, log, tickets, beat;
};

Books::Books(Database database) : database_(std::move(database)) {}

Result<Books> Books::open(const std::filesystem::path& file, const std::string& fresh_epoch) {
  WV_TRY(Database database, Database::open(file, db::OpenMode::OwnShared));
  static constexpr std::array steps = {embedded::central_schema, embedded::central_supports};
  WV_CHECK(database.migrate(steps));
  WV_CHECK(
      database.run("INSERT OR IGNORE INTO stelsel(een,epoch,duurzaam_tot,kopie_tot,tijdvloer) "
                   "VALUES(1,?,0,0,0)",
                   fresh_epoch));
  WV_TRY(auto save, database.prepare("SAVEPOINT taak"));
  WV_TRY(auto release, database.prepare("RELEASE taak"));
  WV_TRY(auto undo, database.prepare("ROLLBACK TO taak"));
  WV_TRY(auto tombstone, database.prepare("SELECT gewist_op FROM grafsteen WHERE idee=?"));
  WV_TRY(auto insert_idea,
         database.prepare("INSERT INTO idee(id,nummer,kiosk,volgnummer,sha256,bytes,referentie_hash,"
                          "staat,ontvangen_op) VALUES(?,?,?,?,?,?,?,'ontvangen',?) "
                          "ON CONFLICT DO NOTHING"));
  WV_TRY(auto idea_by_id, database.prepare("SELECT sha256,ontvangen_op FROM idee WHERE id=?"));
  WV_TRY(auto log, database.prepare("INSERT INTO logboek(wie,wat,op,keten) VALUES(?,?,?,?)"));
  WV_TRY(auto tickets, database.prepare("SELECT bon,vorige_bon,bon_vrij FROM kiosk WHERE id=?"));
  WV_TRY(auto beat,
         database.prepare("UPDATE kiosk SET vorige_bon=?,bon=?,bon_vrij=0,laatst_gezien=?,inhoud_versie=?,"
                          "software_versie=?,wachtende_ideeen=?,vrije_ruimte_mb=?,klok_afwijking_ms=?,"
                          "laatste_fout=? WHERE id=?"));
  Books books(std::move(database));
  books.statements_ = std::make_shared<Statements>(Statements{
      std::move(save), std::move(release), std::move(undo), std::move(tombstone), std::move(insert_idea),
      std::move(idea_by_id), std::move(log), std::move(tickets), std::move(beat)});
  WV_CHECK(books.reload());
  return books;
}

Result<> Books::begin() {
  return database_.run("BEGIN IMMEDIATE");
}
Result<> Books::commit() {
  return database_.run("COMMIT");
}
void Books::roll_back() {
  (void)database_.run("ROLLBACK");
}
Result<> Books::begin_task() {
  return statements_->save.run();
}

Result<> Books::end_task(bool keep) {
  if (!keep) {
    WV_CHECK(statements_->undo.run());
    WV_CHECK(reload());
  }
  return statements_->release.run();
}

Result<> Books::reload() {
  WV_TRY(auto row, database_.prepare(
                       "SELECT max(tijdvloer,duurzaam_tot,kopie_tot,"
                       "(SELECT coalesce(max(ontvangen_op),0) FROM idee),"
                       "(SELECT coalesce(max(ontvangen_op),0) FROM steun)),"
                       "max(hoogste_nummer,(SELECT coalesce(max(nummer),0) FROM idee))+1,"
                       "coalesce((SELECT keten FROM logboek ORDER BY seq DESC LIMIT 1),x'') FROM stelsel"));
  WV_CHECK(row.step());
  stamp_floor_ = row.integer(0);
  next_number_ = row.integer(1);
  chain_ = row.blob_copy(2);
  return {};
}

void Books::wipe_if_erased() {
  if (!erased_) return;
  // A reader that is just busy keeps part of the log in use: then the next commit tries again.
  auto fold = database_.prepare("PRAGMA wal_checkpoint(TRUNCATE)");
  if (fold && fold->step().value_or(false)) erased_ = fold->integer(0) != 0;
}

Result<System> Books::system() {
  WV_TRY(auto row, database_.prepare("SELECT epoch,duurzaam_tot FROM stelsel"));
  WV_TRY(const bool there, row.step());
  if (!there) return fail(ErrorCode::Corrupt, "the store has no row about itself");
  return System{row.text_copy(0), instant(row.integer(1))};
}

// The clock may go back, receipts may not: what is durable is told by comparing them with one moment.
std::int64_t Books::stamp(Instant now) {
  return stamp_floor_ = std::max(stamp_floor_, whole_seconds(now));
}

Result<> Books::log(std::string_view who, std::string_view what, Instant at) {
  const auto when = whole_seconds(at);
  auto next = link(chain_, who, what, when);
  WV_CHECK(statements_->log.bind_all(who, what, when, next).run());
  chain_ = std::move(next);
  return {};
}

Result<KeptIdea> Books::keep_idea(const NewIdea& idea) {
  using Outcome = KeptIdea::Outcome;
  auto& tombstone = statements_->tombstone;
  tombstone.reset();
  WV_TRY(const bool erased, tombstone.bind(1, idea.id.value).step());
  const auto erased_at = erased ? tombstone.integer(0) : 0;
  tombstone.reset();
  if (erased) return KeptIdea{Outcome::Same, instant(erased_at)};

  const auto received = stamp(idea.now);
  WV_CHECK(statements_->insert_idea
               .bind_all(idea.id.value, next_number_, idea.kiosk.value, idea.sequence, ByteView(idea.sha256),
                         idea.bytes,
                         idea.reference_hash.empty() ? std::optional<std::string>() : idea.reference_hash,
                         received)
               .run());
  if (database_.changes() == 0) return why_not_kept(idea);
  ++next_number_;
  WV_CHECK(log(idea.kiosk.value, "idee-ontvangen " + idea.id.value, idea.now));
  return KeptIdea{Outcome::New, instant(received)};
}

Result<KeptIdea> Books::why_not_kept(const NewIdea& idea) {
  using Outcome = KeptIdea::Outcome;
  auto& found = statements_->idea_by_id;
  found.reset();
  WV_TRY(const bool there, found.bind(1, idea.id.value).step());
  if (there) {
    const bool same = base::same_bytes(found.blob(0), idea.sha256);
    const auto received = instant(found.integer(1));
    found.reset();
    return KeptIdea{same ? Outcome::Same : Outcome::Different, received};
  }
  found.reset();
  WV_CHECK(
      block(idea.kiosk, "volgnummer " + std::to_string(idea.sequence) + " twee keer gebruikt", idea.now));
  return KeptIdea{Outcome::SequenceTwice, idea.now};
}

// Not in the first hours after a restore: then an old image of a kiosk may be the very thing that was put
// back.
Result<> Books::block(const model::KioskId& kiosk, std::string_view reason, Instant now) {
  WV_CHECK(database_.run(
      "UPDATE kiosk SET staat='geblokkeerd',reden=? WHERE id=? AND staat='actief' AND bon_vrij=0", reason,
      kiosk.value));
  const bool blocked = database_.changes() > 0;
  return log("centraal",
             (blocked ? "kiosk-geblokkeerd " : "kiosk-verdacht ") + kiosk.value + ": " + std::string(reason),
             now);
}

Result<BeatOutcome> Books::beat(const Beat& beat) {
  auto& tickets = statements_->tickets;
  tickets.reset();
  WV_TRY(const bool there, tickets.bind(1, beat.kiosk.value).step());
  if (!there) return fail(ErrorCode::NotFound, "no such kiosk");
  const bool known =
      tickets.integer(2) != 0 || beat.ticket == tickets.text(0) || beat.ticket == tickets.text(1);
  tickets.reset();
  if (!known) {
    WV_CHECK(block(beat.kiosk, "verouderde bon: er zijn twee apparaten met deze sleutel", beat.now));
    return BeatOutcome::Stale;
  }
  WV_CHECK(statements_->beat
               .bind_all(beat.ticket, beat.next_ticket, whole_seconds(beat.now), beat.content_version,
                         beat.software_version, beat.waiting_ideas, beat.free_mb, beat.clock_offset_ms,
                         beat.last_error, beat.kiosk.value)
               .run());
  return BeatOutcome::Accepted;
}

Result<Enrolled> Books::enrol(const Enrolment& enrolment) {
  using Outcome = Enrolled::Outcome;
  WV_TRY(auto code,
         database_.prepare("SELECT hash,kiosk,geldig_tot,pogingen FROM aanmeldcode WHERE kenmerk=?"));
  WV_TRY(const bool there, code.bind(1, enrolment.selector).step());
  if (!there) return Enrolled{Outcome::Refused, {}, {}};
  if (code.integer(3) >= max_code_tries) return Enrolled{Outcome::TooManyTries, {}, {}};
  if (!base::same_bytes(code.blob(0), enrolment.hash)) {
    WV_CHECK(database_.run("UPDATE aanmeldcode SET pogingen=pogingen+1 WHERE kenmerk=?", enrolment.selector));
    WV_CHECK(log("centraal", "aanmelding-geweigerd " + code.text_copy(1), enrolment.now));
    return Enrolled{Outcome::Refused, {}, {}};
  }
  if (ms(enrolment.now) > code.integer(2)) return Enrolled{Outcome::Refused, {}, {}};
  return accept(enrolment, code.text_copy(1));
}

Result<Enrolled> Books::accept(const Enrolment& enrolment, const std::string& kiosk) {
  const ByteView key(enrolment.public_key);
  WV_TRY(auto row,
         database_.prepare(
             "SELECT staat,publieke_sleutel,kanaal,"
             "EXISTS(SELECT 1 FROM kiosk WHERE publieke_sleutel=?2 AND id<>?1) FROM kiosk WHERE id=?1"));
  WV_TRY(const bool there, row.bind(1, kiosk).bind(2, key).step());
  if (!there || row.integer(3) != 0) return Enrolled{Enrolled::Outcome::Refused, {}, {}};
  Enrolled accepted{Enrolled::Outcome::Accepted, {kiosk}, row.text_copy(2)};
  // The first answer got lost: the same kiosk asks again and gets it again.
  if (row.text(0) == "actief" && base::same_bytes(row.blob(1), key)) return accepted;
  if (row.text(0) != "wacht") return Enrolled{Enrolled::Outcome::Refused, {}, {}};
  WV_CHECK(database_.run("UPDATE kiosk SET staat='actief',publieke_sleutel=?,software_versie=? WHERE id=?",
                         key, enrolment.software_version, kiosk));
  WV_CHECK(database_.run("UPDATE aanmeldcode SET gebruikt_op=? WHERE kenmerk=?", whole_seconds(enrolment.now),
                         enrolment.selector));
  WV_CHECK(log(kiosk, "aangemeld", enrolment.now));
  return accepted;
}

Result<> Books::add_kiosk(const Kiosk& kiosk, const OneTimeCode& code, Instant now) {
  WV_TRY(auto named, database_.prepare("SELECT id,staat FROM kiosk WHERE naam=? AND staat<>'ingetrokken'"));
  WV_TRY(const bool there, named.bind(1, kiosk.name).step());
  if (there && named.text(1) != "wacht")
    return fail(ErrorCode::Invalid,
                "a kiosk named '" + kiosk.name + "' is enrolled already; revoke it first");
  std::string id = there ? named.text_copy(0) : kiosk.id.value;
  named.reset();
  if (there) {  // the code was lost or ran out: a new one takes its place
    WV_CHECK(database_.run("DELETE FROM aanmeldcode WHERE kiosk=?", id));
    WV_CHECK(database_.run("UPDATE kiosk SET kanaal=? WHERE id=?", kiosk.channel, id));
  } else {
    WV_CHECK(database_.run("INSERT INTO kiosk(id,naam,kanaal,staat,aangemaakt_op) VALUES(?,?,?,'wacht',?)",
                           id, kiosk.name, kiosk.channel, whole_seconds(now)));
  }
  WV_CHECK(database_.run("DELETE FROM aanmeldcode WHERE geldig_tot<?", ms(now)));
  WV_CHECK(database_.run("INSERT INTO aanmeldcode(kenmerk,hash,zout,kiosk,geldig_tot) VALUES(?,?,?,?,?)",
                         code.selector, code.hash, code.salt, id, ms(code.valid_until)));
  return log("beheer", "kiosk-toegevoegd " + id, now);
}

Result<> Books::set_state(const model::KioskId& id, KioskState state, const std::string& reason,
                          Instant now) {
  WV_CHECK(database_.run("UPDATE kiosk SET staat=?,reden=?,bon_vrij=(?1='actief') WHERE id=?",
                         state_word(state), reason, id.value));
  if (database_.changes() == 0) return fail(ErrorCode::NotFound, "no kiosk " + id.value);
  return log("beheer", "kiosk-" + std::string(state_word(state)) + " " + id.value, now);
}

Result<model::IdeaId> Books::answer(const NewAnswer& answer) {
  WV_TRY(const std::string id, find_idea(answer.idea));
  WV_CHECK(note_merge(id, answer.merge_with));
  const auto status = model::status_word(answer.status);
  WV_CHECK(
      database_.run("INSERT INTO antwoord(idee,stap,staat,tekst,op,wie) VALUES(?1,"
                    "(SELECT coalesce(max(stap),0)+1 FROM antwoord WHERE idee=?1),?2,?3,?4,?5)",
                    id, status, text_json(answer.text), whole_seconds(answer.now), answer.who));
  WV_CHECK(database_.run("UPDATE idee SET staat=? WHERE id=?", status, id));
  WV_CHECK(log(answer.who, "beantwoord " + id + " " + std::string(status), answer.now));
  return model::IdeaId{id};
}

Result<> Books::erase(const model::IdeaId& idea, const std::string& reason, Instant now) {
  WV_CHECK(database_.run(
      "INSERT INTO grafsteen(idee,sha256,gewist_op,reden) SELECT id,sha256,?,? FROM idee WHERE id=?",
      stamp(now), reason, idea.value));
  if (database_.changes() == 0) return fail(ErrorCode::NotFound, "no idea " + idea.value);
  WV_CHECK(
      database_.run("UPDATE stelsel SET hoogste_nummer=max(hoogste_nummer,"
                    "(SELECT nummer FROM idee WHERE id=?))",
                    idea.value));
  WV_CHECK(database_.run("DELETE FROM steun WHERE idee=(SELECT nummer FROM idee WHERE id=?)", idea.value));
  WV_CHECK(database_.run("DELETE FROM samenvoeging WHERE idee=?1 OR met=?1", idea.value));
  WV_CHECK(database_.run("DELETE FROM antwoord WHERE idee=?", idea.value));
  WV_CHECK(database_.run("DELETE FROM idee WHERE id=?", idea.value));
  erased_ = true;
  return log("beheer", "gewist " + idea.value, now);
}

Result<> Books::begin_copy(Instant now) {
  const auto complete_until = stamp(now);
  // Ideas that arrive within this second, after the copy began, must not pass for copied.
  stamp_floor_ = complete_until + 1000;
  return database_.run("UPDATE stelsel SET kopie_tot=?,tijdvloer=?", complete_until, stamp_floor_);
}

Result<> Books::move_durable_mark(Instant until) {
  return database_.run("UPDATE stelsel SET duurzaam_tot=max(duurzaam_tot,?)", ms(until));
}

Result<> verify_log(Database& database) {
  WV_TRY(auto rows, database.prepare("SELECT seq,wie,wat,op,keten FROM logboek ORDER BY seq"));
  base::Bytes previous;
  while (true) {
    WV_TRY(const bool there, rows.step());
    if (!there) return {};
    auto expected = link(previous, rows.text(1), rows.text(2), rows.integer(3));
    if (!base::same_bytes(expected, rows.blob(4)))
      return fail(ErrorCode::Corrupt,
                  "row " + std::to_string(rows.integer(0)) + " of the log was changed afterwards");
    previous = std::move(expected);
  }
}

}  // namespace wv::central
