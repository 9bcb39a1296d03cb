// How long things are kept: each rule on the day before and on the day itself, and then in a real store.
#include "sync/central/retention.h"

#include "sync/central/backup.h"
#include "sync/central/books.h"
#include "tests/support/central.h"

using namespace wv;
using namespace wv::test;
using central::Deadlines;
using central::Duty;
using central::ErasureLedger;
using central::Handled;
using central::IdeasCountAs;
using model::IdeaStatus;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::seconds;

namespace {

base::Instant at(const std::string& moment) {
  return *base::parse_rfc3339(moment);
}

const base::Instant given = at("2026-03-01T10:00:00Z");
const base::Instant handled_at = at("2026-05-10T09:00:00Z");

Deadlines deadlines(IdeaStatus status, bool has_contact = false, base::Instant last = handled_at,
                    IdeasCountAs count_as = IdeasCountAs::Initiatives) {
  return central::deadlines_of(Handled{status, given, last, has_contact}, count_as);
}

// The duty just before the moment and at it.
std::pair<Duty, Duty> around(const Deadlines& of, base::Instant moment) {
  return {central::duty_at(of, moment - seconds(1)), central::duty_at(of, moment)};
}
using Pair = std::pair<Duty, Duty>;

}  // namespace

TEST_CASE("what was done or not taken is an initiative: kept for good, for the archive") {
  for (const auto status : {IdeaStatus::Done, IdeaStatus::NotTaken}) {
    const auto kept = deadlines(status);
    CHECK(kept.result->number == (status == IdeaStatus::Done ? "6.1.9" : "6.2.3"));
    CHECK_FALSE(kept.erase_at);
    CHECK(central::duty_at(kept, handled_at + days(40'000)) == Duty::HandOver);
  }
}

TEST_CASE("when the archivist says that ideas are requests, they go after five years and after one") {
  const auto done = deadlines(IdeaStatus::Done, false, handled_at, IdeasCountAs::Requests);
  CHECK(done.result->number == "6.1");
  CHECK(around(done, at("2031-05-10T00:00:00Z")) == Pair{Duty::Keep, Duty::Erase});
  const auto refused = deadlines(IdeaStatus::NotTaken, false, handled_at, IdeasCountAs::Requests);
  CHECK(refused.result->number == "6.2");
  CHECK(around(refused, at("2027-05-10T00:00:00Z")) == Pair{Duty::Keep, Duty::Erase});
}

TEST_CASE("what was withdrawn, not shown or referred goes a year later") {
  for (const auto status : {IdeaStatus::Withdrawn, IdeaStatus::NotShown, IdeaStatus::Referred}) {
    const auto short_lived = deadlines(status);
    CHECK(short_lived.result->number == (status == IdeaStatus::Referred ? "6.1.3" : "6.3"));
    CHECK(around(short_lived, at("2027-05-10T00:00:00Z")) == Pair{Duty::Keep, Duty::Erase});
  }
}

TEST_CASE("an idea that is still being handled is kept, however old") {
  for (const auto status : {IdeaStatus::Received, IdeaStatus::InModeration, IdeaStatus::Published,
                            IdeaStatus::InProgress, IdeaStatus::OnAgenda, IdeaStatus::BeingDone}) {
    const auto open = deadlines(status);
    CHECK_FALSE(open.result);
    CHECK(central::duty_at(open, given + days(40'000)) == Duty::Keep);
  }
}

TEST_CASE("contact data goes four weeks after the last answer") {
  const auto done = deadlines(IdeaStatus::Done, true);
  CHECK(around(done, at("2026-06-07T09:00:00Z")) == Pair{Duty::HandOver, Duty::StripContact});
  const auto withdrawn = deadlines(IdeaStatus::Withdrawn, true);
  CHECK(around(withdrawn, at("2026-06-07T09:00:00Z")) == Pair{Duty::Keep, Duty::StripContact});
}

TEST_CASE("contact data goes within a year after it was given, answered or not") {
  CHECK(around(deadlines(IdeaStatus::InProgress, true), given + days(364)) ==
        Pair{Duty::Keep, Duty::StripContact});
  const auto late = deadlines(IdeaStatus::Done, true, given + days(350));
  CHECK(around(late, given + days(364)) == Pair{Duty::HandOver, Duty::StripContact});
  CHECK(given + days(364) < at("2027-03-01T10:00:00Z"));
}

namespace {

// A central that remembers what it erases, with one kiosk and a clock of its own.
struct Archive : Central {
  ErasureLedger ledger{files, folder.path / "ideeen.db.wislijst"};
  TestKiosk kiosk = a_kiosk(*this);
  std::int64_t next = 1;

  Archive() { reopen(); }
  void reopen() {
    open();
    desk = std::make_unique<central::Desk>(central::Desk::Setup{.store = *store,
                                                                .repository = nullptr,
                                                                .clock = clock,
                                                                .random = random,
                                                                .code_cost = cheap,
                                                                .ledger = &ledger});
  }
  std::pair<std::string, std::string> an_idea_with_contact(const std::string& text) {
    auto json = Json::object({{"tekst", text},
                              {"ingevoerdOp", base::to_rfc3339(clock.at)},
                              {"volgnummer", next++},
                              {"contactVersleuteld", sealed}});
    auto body = base::to_text(json);
    const auto id = an_idea_id(*this);
    REQUIRE(kiosk.put(*this, id, body).status == 201);
    return {id, body};
  }
  void answer(const std::string& id, const std::string& status) {
    must(desk->ask(Json::object({{"vraag", "antwoord"},
                                 {"idee", id},
                                 {"status", status},
                                 {"tekst", Json::object({{"nl", "Dank u wel."}})}}),
                   [](const Json&) { return true; }));
  }
  std::vector<std::string> duties(bool apply) {
    std::vector<std::string> found;
    must(desk->ask(Json::object({{"vraag", "bewaartermijnen"}, {"uitvoeren", apply}}), [&](const Json& row) {
      found.push_back(std::string(row.text_or("publiekId", "")) + " " +
                      std::string(row.text_or("plicht", "")));
      return true;
    }));
    return found;
  }
  std::string kept(const std::string& id) {
    std::string found;
    must(store->ideas([&](const central::IdeaRow& row) {
      if (row.id.value == id) found = base::as_text(row.bytes);
      return true;
    }));
    return found;
  }
  std::vector<std::string> log_of(const std::string& id) {
    const auto sql = own.reader();
    const auto rows =
        must(sql->query("SELECT wat FROM logboek WHERE wat LIKE $1 ORDER BY seq", "%" + id + "%"));
    std::vector<std::string> found;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto what = rows[i].text_copy(0);
      found.push_back(what.substr(0, what.find(' ')));
    }
    must(central::verify_log(*sql));
    return found;
  }

  // As long as a real one, and known again wherever it turns up.
  const std::string sealed = "eyJhbGciOiJSU0EtT0FFUC0yNTYifQ.kanarie." + std::string(600, 'c') + ".x.y";
};

using Duties = std::vector<std::string>;
using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("a store erases on its day: contact data first, a withdrawn idea a year later", "[store]") {
  Archive central;
  const auto [done, done_body] = central.an_idea_with_contact("bankje");
  const auto [gone, gone_body] = central.an_idea_with_contact("fiets");
  central.clock.at += days(10);
  central.answer(done, "uitgevoerd");
  central.answer(gone, "ingetrokken");
  central.clock.at += days(27);
  CHECK(central.duties(true) == Duties{"i1 over-te-brengen"});
  CHECK(central.kept(done) == done_body);

  central.clock.at += days(1);
  CHECK(central.duties(false) == Duties{"i1 contact-wissen", "i2 contact-wissen"});
  CHECK(central.kept(done) == done_body);  // looking changes nothing
  CHECK(central.duties(true) == Duties{"i1 contact-wissen", "i2 contact-wissen"});
  CHECK(central.duties(true) == Duties{"i1 over-te-brengen"});
  CHECK(central.kept(done).find("contactVersleuteld") == std::string::npos);
  CHECK(central.kept(done).find("bankje") != std::string::npos);
  CHECK(central.log_of(done) == Words{"idee-ontvangen", "beantwoord", "contact-gewist"});

  central.clock.at += days(365 - 28);
  CHECK(central.duties(true) == Duties{"i1 over-te-brengen", "i2 wissen"});
  CHECK(central.kept(gone).empty());
  CHECK_FALSE(central.kept(done).empty());
  CHECK(central.log_of(gone) == Words{"idee-ontvangen", "beantwoord", "contact-gewist", "gewist"});
  CHECK(must(central.ledger.entries()).size() == 3);
}

TEST_CASE("a kiosk that offers its frozen bytes once more gets its receipt and brings no contact data back",
          "[store]") {
  Archive central;
  const auto [id, body] = central.an_idea_with_contact("bankje");
  central.clock.at += days(364);
  CHECK(central.duties(true) == Duties{"i1 contact-wissen"});
  const auto again = central.kiosk.put(central, id, body);
  CHECK(again.status == 200);
  CHECK(json_of(again).text_or("sha256", "") == base::to_hex(base::sha256(body)));
  CHECK(central.kept(id).find("kanarie") == std::string::npos);
  CHECK(central.kiosk.put(central, id, an_idea(1, "iets anders")).status == 409);
  // A copy made now is judged good although not every idea is as its kiosk sent it.
  const auto copy = central.folder.path / "kopie.db";
  must(central.store->copy_to(copy, central.clock.at));
  CHECK(must(central::verify_copy(copy)).ideas == 1);
  CHECK(base::as_text(must(central.files.read(copy))).find("kanarie") == std::string_view::npos);
}

TEST_CASE("a copy of an earlier program, that took nothing out of ideas, is judged by what they were",
          "[sqlite]") {
  Archive central;
  central.an_idea_with_contact("bankje");
  const auto copy = central.folder.path / "kopie.db";
  must(central.store->copy_to(copy, central.clock.at));
  const auto change = [&](const std::string& sql) {
    auto database = must(db::Database::open(copy, db::OpenMode::Own));
    must(database.run(sql));
  };
  change("ALTER TABLE idee DROP COLUMN rest_sha256");
  CHECK(must(central::verify_copy(copy)).ideas == 1);
  change("UPDATE idee SET bytes=x'00'");
  CHECK_FALSE(central::verify_copy(copy));
}

TEST_CASE("what is merged is kept as long as the idea with which it goes on", "[store]") {
  Archive central;
  const auto [first, first_body] = central.an_idea_with_contact("bankje");
  const auto [same, same_body] = central.an_idea_with_contact("een bank graag");
  must(central.desk->ask(Json::object({{"vraag", "antwoord"},
                                       {"idee", same},
                                       {"status", "samengevoegd"},
                                       {"met", Json::object({{"idee", first}})}}),
                         [](const Json&) { return true; }));
  central.clock.at += days(60);
  CHECK(central.duties(true).empty());  // the other one is still being handled
  central.answer(first, "uitgevoerd");
  central.clock.at += days(28);
  CHECK(central.duties(true) == Duties{"i1 contact-wissen", "i2 contact-wissen"});
  central.clock.at += days(2000);
  CHECK(central.duties(true) == Duties{"i1 over-te-brengen", "i2 over-te-brengen"});
}

TEST_CASE("a server does it by itself, once a day", "[store]") {
  Archive central;
  const auto [id, body] = central.an_idea_with_contact("bankje");
  CHECK(must(central.desk->keep_daily()) == 0);
  central.clock.at += days(364) - hours(1);
  CHECK(must(central.desk->keep_daily()) == 0);
  central.clock.at += hours(23);
  CHECK(must(central.desk->keep_daily()) == 0);  // due, but this day's round is over
  central.clock.at += hours(1);
  CHECK(must(central.desk->keep_daily()) == 1);
  CHECK(central.kept(id).find("kanarie") == std::string::npos);
}

TEST_CASE("a copy put back on an empty machine brings nothing back that the ledger knows", "[store]") {
  Archive central;
  const auto [erased, erased_body] = central.an_idea_with_contact("weg");
  const auto [stripped, stripped_body] = central.an_idea_with_contact("blijft");
  const auto copy = central.folder.path / "kopie.db";
  must(central.store->copy_to(copy, central.clock.at));
  central.clock.at += hours(1);
  // These two the copy does not know; the kiosk still holds them.
  const auto [late_erased, late_erased_body] = central.an_idea_with_contact("ook weg");
  const auto [late_stripped, late_stripped_body] = central.an_idea_with_contact("blijft ook");
  central.answer(stripped, "uitgevoerd");
  central.answer(late_stripped, "uitgevoerd");
  for (const auto& id : {erased, late_erased})
    must(central.desk->ask(Json::object({{"vraag", "wissen"}, {"idee", id}, {"reden", "verzoek bewoner"}}),
                           [](const Json&) { return true; }));
  central.clock.at += days(28);
  CHECK(central.duties(true) == Duties{"i2 contact-wissen", "i4 contact-wissen"});
  const auto noted_bytes = must(central.files.read(central.ledger.file()));
  const auto noted = base::as_text(noted_bytes);
  for (const auto* word : {"verzoek", "weg", "blijft", "kanarie"})
    CHECK(noted.find(word) == std::string::npos);

  // The machine burned; what is left is the copy, kept elsewhere, and the ledger, kept elsewhere.
  central.close();
  OwnStore empty(central.folder.path / "nieuwe-machine");
  std::filesystem::create_directory(central.folder.path / "nieuwe-machine");
  std::swap(central.own.place, empty.place);
  const auto restored = must(central::restore(central.secrets, copy, central.own.place, "nieuw",
                                              central.clock.at, must(central.ledger.entries())));
  CHECK(restored.erased_again == 1);
  central.reopen();
  CHECK(central.kept(erased).empty());
  CHECK(central.kept(stripped).find("blijft") != std::string::npos);
  CHECK(central.kept(stripped).find("kanarie") == std::string::npos);

  // A new epoch: the kiosk offers everything that it still has.
  CHECK(central.kiosk.put(central, erased, erased_body).status == 200);
  CHECK(central.kiosk.put(central, stripped, stripped_body).status == 200);
  CHECK(central.kiosk.put(central, late_erased, late_erased_body).status == 200);
  CHECK(central.kiosk.put(central, late_stripped, late_stripped_body).status == 201);
  CHECK(central.kept(erased).empty());
  CHECK(central.kept(late_erased).empty());
  CHECK(central.kept(late_stripped).find("blijft ook") != std::string::npos);
  CHECK(central.kept(late_stripped).find("kanarie") == std::string::npos);
  CHECK(central.kiosk.put(central, late_stripped, late_stripped_body).status == 200);
  CHECK(central.log_of(late_stripped) == Words{"idee-ontvangen", "contact-gewist"});
  std::swap(central.own.place, empty.place);
}

TEST_CASE("an erasure that was noted and not done is finished at the next start", "[store]") {
  Archive central;
  const auto [id, body] = central.an_idea_with_contact("weg");
  const auto [other, other_body] = central.an_idea_with_contact("blijft");
  must(central.ledger.note({ErasureLedger::What::Idea, {id}, base::sha256(body), central.clock.at}));
  must(central.ledger.note(
      {ErasureLedger::What::Contact, {other}, base::sha256(other_body), central.clock.at}));
  central.reopen();
  CHECK(must(central.desk->finish_erasures()) == 2);
  CHECK(central.kept(id).empty());
  CHECK(central.kept(other).find("kanarie") == std::string::npos);
  CHECK(must(central.desk->finish_erasures()) == 0);
}

TEST_CASE("a ledger whose last line a power cut broke off reads on; a damaged line is named") {
  TemporaryFolder folder;
  edge::Disk files;
  const ErasureLedger ledger(files, folder.path / "wislijst");
  CHECK(must(ledger.entries()).empty());
  SeededRandom random;
  const auto entry = [&](ErasureLedger::What what) {
    return ErasureLedger::Entry{what, {base::make_uuid7(given, random)}, base::sha256("x"), given};
  };
  must(ledger.note(entry(ErasureLedger::What::Idea)));
  const auto whole = must(files.read(ledger.file()));
  auto cut = whole;
  cut.resize(whole.size() + 40);
  std::copy(whole.begin(), whole.begin() + 40, cut.begin() + static_cast<std::ptrdiff_t>(whole.size()));
  must(files.write(ledger.file(), cut));
  CHECK(must(ledger.entries()).size() == 1);
  must(ledger.note(entry(ErasureLedger::What::Contact)));
  const auto entries = must(ledger.entries());
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].what == ErasureLedger::What::Idea);
  CHECK(entries[1].what == ErasureLedger::What::Contact);
  CHECK(entries[1].sha256 == base::sha256("x"));
  CHECK(entries[1].at == given);

  auto damaged = must(files.read(ledger.file()));
  damaged[10] ^= 1;
  must(files.write(ledger.file(), damaged));
  const auto read = ledger.entries();
  REQUIRE_FALSE(read);
  CHECK(read.error().code == base::ErrorCode::Corrupt);
  CHECK(read.error().message.find("wislijst:1") != std::string::npos);
}
