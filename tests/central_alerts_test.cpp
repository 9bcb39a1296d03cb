// What a beheerder is told about kiosks: each misfortune once, in time, and nothing about a healthy one.
#include "sync/central/alerts.h"

#include "tests/support/central.h"

using namespace wv;
using namespace wv::test;
using central::Alert;
using central::AlertKind;
using central::AlertLimits;
using central::Kiosk;
using central::KioskState;
using central::Standing;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

const base::Instant noon = *base::parse_rfc3339("2026-03-04T12:00:00Z");

std::int64_t version_of(base::Instant at) {
  return std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count();
}

Standing published(base::Instant at = noon - hours(72)) {
  return {"mini", version_of(at), noon + std::chrono::days(20)};
}

Kiosk a_healthy_kiosk(const std::string& name = "De Ypelaer") {
  Kiosk kiosk{{"k-" + name}, name, "mini", KioskState::Active, ""};
  kiosk.last_seen = noon - hours(9);
  kiosk.content_version = version_of(noon - hours(72));
  kiosk.waiting_ideas = 0;
  kiosk.free_mb = 20'000;
  kiosk.clock_offset_ms = -300;
  kiosk.software_version = "0.9.1";
  return kiosk;
}

std::vector<AlertKind> kinds(std::vector<Kiosk> kiosks, std::vector<Standing> standings = {published()},
                             AlertLimits limits = {}) {
  std::vector<AlertKind> found;
  for (const auto& alert : alerts_of(kiosks, standings, limits, noon)) found.push_back(alert.kind);
  return found;
}

using Kinds = std::vector<AlertKind>;

}  // namespace

TEST_CASE("nothing is said about a kiosk that is well") {
  CHECK(kinds({a_healthy_kiosk()}).empty());
}

TEST_CASE("a kiosk is silent after 36 hours and not before") {
  auto kiosk = a_healthy_kiosk();
  kiosk.last_seen = noon - hours(36);
  CHECK(kinds({kiosk}).empty());
  kiosk.last_seen = noon - hours(36) - minutes(1);
  CHECK(kinds({kiosk}) == Kinds{AlertKind::Silent});
  AlertLimits patient;
  patient.silent = hours(48);
  CHECK(kinds({kiosk}, {published()}, patient).empty());
}

TEST_CASE("of a silent kiosk only its silence is told, its numbers are as old as its last word") {
  auto kiosk = a_healthy_kiosk();
  kiosk.last_seen = noon - hours(100);
  kiosk.free_mb = 1;
  kiosk.waiting_ideas = 900;
  kiosk.last_error = "portaal";
  const std::vector kiosks{kiosk};
  const std::vector standings{published()};
  const auto found = alerts_of(kiosks, standings, {}, noon);
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == AlertKind::Silent);
  CHECK(found[0].count == 100);
}

TEST_CASE("a blocked kiosk, one that never spoke, and those that need nothing") {
  auto blocked = a_healthy_kiosk("een");
  blocked.state = KioskState::Blocked;
  auto mute = a_healthy_kiosk("twee");
  mute.last_seen = std::nullopt;
  auto waiting = a_healthy_kiosk("drie");
  waiting.state = KioskState::Waiting;
  waiting.last_seen = std::nullopt;
  auto revoked = a_healthy_kiosk("vier");
  revoked.state = KioskState::Revoked;
  revoked.last_seen = noon - hours(1000);
  CHECK(kinds({blocked, mute, waiting, revoked}) == Kinds{AlertKind::Blocked, AlertKind::NeverSeen});
}

TEST_CASE("content is old when what a kiosk lacks was published longer than 36 hours ago") {
  auto kiosk = a_healthy_kiosk();
  kiosk.content_version = version_of(noon - hours(500));
  CHECK(kinds({kiosk}, {published(noon - hours(36))}).empty());
  CHECK(kinds({kiosk}, {published(noon - hours(37))}) == Kinds{AlertKind::OldContent});
  kiosk.content_version = version_of(noon - hours(37));
  CHECK(kinds({kiosk}, {published(noon - hours(37))}).empty());
  // Of another channel, and of a channel that nobody published, it cannot be said.
  kiosk.channel = "andere";
  CHECK(kinds({kiosk}, {published(noon - hours(37))}).empty());
}

TEST_CASE("queue, clock, disk, quarantine and fault are each told when they pass their limit") {
  auto kiosk = a_healthy_kiosk();
  kiosk.waiting_ideas = 24;
  kiosk.clock_offset_ms = 120'000;
  kiosk.free_mb = 500;
  CHECK(kinds({kiosk}).empty());
  kiosk.waiting_ideas = 25;
  kiosk.clock_offset_ms = -120'001;
  kiosk.free_mb = 499;
  kiosk.last_error = "geweigerd";
  CHECK(kinds({kiosk}) ==
        Kinds{AlertKind::ManyWaiting, AlertKind::ClockOff, AlertKind::DiskNearlyFull, AlertKind::Quarantine});
  kiosk = a_healthy_kiosk();
  kiosk.queue_growth = 3;
  CHECK(kinds({kiosk}) == Kinds{AlertKind::GrowingQueue});
  kiosk.queue_growth = 2;
  kiosk.last_error = "portaal";
  CHECK(kinds({kiosk}) == Kinds{AlertKind::LastError});
}

TEST_CASE("a kiosk runs old software when another one runs newer, and 0.10 is newer than 0.9") {
  auto old = a_healthy_kiosk("een");
  auto fresh = a_healthy_kiosk("twee");
  fresh.software_version = "0.10.0";
  const std::vector both{old, fresh};
  const auto found = alerts_of(both, std::vector{published()}, {}, noon);
  REQUIRE(found.size() == 1);
  CHECK(found[0].name == "een");
  CHECK(found[0].detail == "0.9.1 < 0.10.0");
  // Whoever was revoked sets no pace.
  fresh.state = KioskState::Revoked;
  CHECK(kinds({old, fresh}).empty());
}

TEST_CASE("a signature of the publicist that ends within a week is told for its channel") {
  auto standing = published();
  standing.ends = noon + std::chrono::days(7);
  CHECK(kinds({}, {standing}).empty());
  standing.ends = noon + std::chrono::days(3) + hours(5);
  const auto found = alerts_of({}, std::vector{standing}, {}, noon);
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == AlertKind::ContentEnds);
  CHECK(found[0].name == "mini");
  CHECK(found[0].count == 3);
}

TEST_CASE("limits travel to a running server and come back the same; nonsense keeps the default") {
  AlertLimits limits;
  limits.silent = hours(12);
  limits.free_mb = 7;
  const auto back = central::limits_from(to_json(limits));
  CHECK(back.silent == hours(12));
  CHECK(back.free_mb == 7);
  CHECK(back.clock_ms == limits.clock_ms);
  const auto odd = central::limits_from(Json::object({{"stilUren", -1}, {"klokMs", "veel"}}));
  CHECK(odd.silent == hours(36));
  CHECK(odd.clock_ms == 120'000);
}

TEST_CASE("every alert says in two sentences what is so and what to do") {
  for (int kind = 0; kind <= static_cast<int>(AlertKind::ContentEnds); ++kind) {
    const auto row = to_json(Alert{static_cast<AlertKind>(kind), {"k"}, "Wijkhuis", 31, "woord"});
    CHECK(row.text_or("naam", "") == "Wijkhuis");
    CHECK_FALSE(row.text_or("melding", "").empty());
    CHECK_FALSE(row.text_or("advies", "").empty());
    const auto lines = central::alert_lines(row);
    CHECK(lines.starts_with("Wijkhuis: "));
    for (const std::string& text :
         {lines, std::string(row.text_or("melding", "")), std::string(row.text_or("advies", ""))})
      CHECK(text.find('{') == std::string::npos);
  }
}

TEST_CASE("a queue grows when each heartbeat tells of more than the one before", "[store]") {
  Central central;
  const auto kiosk = a_kiosk(central);
  std::string ticket;
  const auto beat_with = [&](int waiting) {
    const auto body = R"({"volgnummer":1,"bon":")" + ticket + R"(","inhoudVersie":0,"wachtendeIdeeen":)" +
                      std::to_string(waiting) + "}";
    const auto answer = central.send(
        kiosk.signed_request(central, "PUT", "/kiosk/v1/kiosken/" + kiosk.id.value + "/hartslag", body));
    REQUIRE(answer.status == 200);
    ticket = json_of(answer).text_or("bon", "");
    return must(central.store->kiosk(kiosk.id)).queue_growth;
  };
  CHECK(beat_with(0) == 0);
  CHECK(beat_with(1) == 1);
  CHECK(beat_with(4) == 2);
  CHECK(beat_with(4) == 2);  // it stands still
  CHECK(beat_with(5) == 3);
  CHECK(beat_with(2) == 0);  // it gets rid of some
  CHECK(beat_with(3) == 1);
  CHECK(beat_with(0) == 0);
}

TEST_CASE("the desk finds the kiosk that went silent and the ideas that it could not send") {
  Central central;
  must(central.repository.init(central.random, central.clock.now()));
  const auto kiosk = a_kiosk(central);
  const auto ask = [&] {
    std::vector<std::string> found;
    must(central.desk->ask(Json::object({{"vraag", "meldingen"}}), [&](const Json& row) {
      found.emplace_back(row.text_or("soort", ""));
      return true;
    }));
    return found;
  };
  CHECK(ask() == std::vector<std::string>{"nooit-gezien"});
  const std::string body =
      R"({"volgnummer":1,"bon":"","inhoudVersie":0,"wachtendeIdeeen":30,"laatsteFout":"geen-verbinding"})";
  const auto path = "/kiosk/v1/kiosken/" + kiosk.id.value + "/hartslag";
  REQUIRE(central.send(kiosk.signed_request(central, "PUT", path, body)).status == 200);
  CHECK(ask() == std::vector<std::string>{"veel-wachtend", "fout"});
  // The kiosk sends its next ticket; what it found at night is told until a night finds nothing.
  const auto tells = [&](const std::string& number, const std::string& bon, const std::string& test) {
    return central.send(kiosk.signed_request(central, "PUT", path,
                                             R"({"volgnummer":)" + number + R"(,"bon":")" + bon +
                                                 R"(","inhoudVersie":0,"zelftest":)" + test + "}"));
  };
  const auto ticket = [](const auto& answer) { return std::string(json_of(answer).text_or("bon", "")); };
  auto answer =
      tells("2", "", R"({"op":"2026-03-01T02:30:00Z","uitslag":"fout","fouten":["scherm-donker"]})");
  REQUIRE(answer.status == 200);
  CHECK(ask() == std::vector<std::string>{"zelftest"});
  const auto kiosks = central.store->kiosks();
  REQUIRE(kiosks);
  CHECK(kiosks->front().self_test_faults == "scherm-donker");
  answer = tells("3", ticket(answer), R"({"op":"2026-03-02T02:30:00Z","uitslag":"goed","fouten":[]})");
  REQUIRE(answer.status == 200);
  CHECK(ask().empty());
  CHECK(tells("4", ticket(answer), R"({"op":"2026-03-02","uitslag":"goed","fouten":[]})").status == 400);
  central.clock.at += hours(37);
  CHECK(ask() == std::vector<std::string>{"stil"});
}
