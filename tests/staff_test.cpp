// The staff door: who gets in, who has to wait, and what the report says.
#include "kiosk/staff/pin_gate.h"
#include "kiosk/store/report.h"
#include "sync/base/crypto.h"
#include "tests/support/catch.h"
#include "tests/support/town.h"
#include "tests/support/visitor.h"
#include "tests/support/world.h"

using namespace std::chrono_literals;
using namespace wv;
using namespace wv::visit;
using screens::Severity;

namespace {

TypedText pin(std::string_view digits) {
  TypedText typed;
  REQUIRE(typed.insert(digits, 8));
  return typed;
}

// A gate with its file, on a machine that can be switched off and whose wall clock can be set.
class Door {
 public:
  Door() { starts(0s); }
  // As after a restart, `wall` after the first moment by its own clock.
  Door& starts(base::Millis wall) {
    const auto memory = kept.empty() ? staff::GateMemory{} : *staff::read_gate_memory(base::as_bytes(kept));
    gate_.emplace(hash_, memory, staff::Moment{0s, begin + wall});
    started_ = wall;
    return *this;
  }
  Action knock(std::string_view digits, base::Millis at) {
    return gate_->check(pin(digits), {at, begin + started_ + at}, [&](const staff::GateMemory& memory) {
      if (at_keep) at_keep(memory);
      kept = staff::to_text(memory);
    });
  }
  std::string kept;
  std::function<void(const staff::GateMemory&)> at_keep;
  const base::Instant begin = test::at("2026-11-23T13:00:00Z");

 private:
  static std::string cheap_hash() {
    test::SeededRandom random(1);
    // The cheapest cost: these tests knock often.
    return base::hash_password(base::Secret("2580"), random, {1, 8}).value();
  }
  const std::string hash_ = cheap_hash();
  std::optional<staff::PinGate> gate_;
  base::Millis started_{};
};

PinRefused refused(Door& door, std::string_view digits, base::Millis at) {
  const Action answer = door.knock(digits, at);
  REQUIRE(std::holds_alternative<PinRefused>(answer));
  return std::get<PinRefused>(answer);
}

bool accepted(Door& door, std::string_view digits, base::Millis at) {
  return std::holds_alternative<PinAccepted>(door.knock(digits, at));
}

screens::View report_view(store::Report facts, const test::Visitor& visitor) {
  auto around = test::a_monday_afternoon();
  around.monotonic = visitor.now;
  facts.screen = "1080 × 1920";
  around.report = std::move(facts);
  return make_view(visitor.visit, test::a_town(), test::strings_of(WV_BINARY_DIR), around);
}

screens::ReadinessView report(store::Report facts) {
  test::Visitor visitor;
  visitor.begins().does(OpenStaffDoor{}).does(PinAccepted{}).does(Open{Screen::Readiness});
  return std::get<screens::ReadinessView>(report_view(std::move(facts), visitor).body);
}

const screens::Check& line(const screens::ReadinessView& view, std::string_view title) {
  for (const auto& check : view.checks) {
    if (check.title.text == title) return check;
  }
  FAIL("no line " << title);
  return view.checks.front();
}

store::Report a_good_report() {
  store::Report facts;
  facts.enrolled = true;
  facts.content_version = 1772330400;
  facts.content_made_at = test::at("2026-11-22T02:00:00Z");
  facts.content_valid_until = test::at("2026-12-22T02:00:00Z");
  facts.free_bytes = std::uint64_t{8} << 30;
  facts.round = store::Round{test::at("2026-11-23T02:00:00Z"), test::at("2026-11-23T02:00:05Z"), "goed"};
  const std::pair<std::string, std::string> fine[] = {{"verbinding", "verbonden"},
                                                      {"inhoud", "actueel"},
                                                      {"aflevering", "alles-bezorgd"},
                                                      {"klok", "goed"},
                                                      {"aanmelding", "aangemeld"}};
  for (const auto& [key, code] : fine) facts.messages.push_back({key, store::Gravity::Ok, code, {}, ""});
  return facts;
}

}  // namespace

TEST_CASE("the right PIN opens, a wrong one says how many tries are left") {
  Door gate;
  CHECK(refused(gate, "0000", 0s).tries_left == 4);
  CHECK(refused(gate, "1111", 0s).tries_left == 3);
  CHECK(accepted(gate, "2580", 0s));
  CHECK(refused(gate, "0000", 0s).tries_left == 4);  // the right one began the count anew
}

TEST_CASE("five wrong tries lock for fifteen seconds, the next five for thirty") {
  Door gate;
  for (int i = 0; i < 4; ++i) refused(gate, "0000", 100s);
  CHECK(refused(gate, "0000", 100s).locked_until == 115s);
  CHECK_FALSE(accepted(gate, "2580", 114s));  // also the right one waits
  CHECK(refused(gate, "2580", 114s).locked_until == 115s);
  for (int i = 0; i < 4; ++i) CHECK(refused(gate, "0000", 115s).locked_until == 0s);
  CHECK(refused(gate, "0000", 115s).locked_until == 145s);
  CHECK(accepted(gate, "2580", 145s));
}

TEST_CASE("the lock stops growing at an hour") {
  Door gate;
  base::Millis at = 0s;
  PinRefused last;
  for (int i = 0; i < 100; ++i) {
    last = refused(gate, "0000", at);
    if (last.locked_until > at) at = last.locked_until;
  }
  const auto locked_at = at;
  for (int i = 0; i < 5; ++i) last = refused(gate, "0000", at);
  CHECK(last.locked_until == locked_at + 1h);
}

TEST_CASE("walking away gives no new tries") {
  Door gate;
  test::Visitor visitor;
  for (int i = 0; i < 5; ++i) {
    visitor.begins().does(OpenStaffDoor{}).types("0000").does(TryPin{});
    REQUIRE(visitor.effect<CheckPin>());
    visitor.does(gate.knock(visitor.effect<CheckPin>()->pin.text(), visitor.now));
    visitor.waits(5min);
    CHECK(visitor.visit == Visit{});
  }
  CHECK(refused(gate, "2580", visitor.now - 5min).locked_until > 0s);
}

TEST_CASE("pulling the plug gives no new tries, and the lock goes on where it was") {
  Door door;
  for (int i = 0; i < 3; ++i) refused(door, "0000", 1s);
  door.starts(60s);
  CHECK(refused(door, "0000", 1s).tries_left == 1);
  CHECK(refused(door, "0000", 1s).locked_until == 16s);
  door.starts(66s);  // five seconds into the lock
  CHECK_FALSE(accepted(door, "2580", 9s));
  CHECK(accepted(door, "2580", 10s));
  door.starts(200s);
  CHECK(refused(door, "0000", 1s).tries_left == 4);  // the right one began the count anew, also on disk
}

TEST_CASE("a try is counted before the PIN is compared, so that pulling the plug in between costs it") {
  Door door;
  std::vector<int> counted;
  door.at_keep = [&](const staff::GateMemory& memory) { counted.push_back(memory.wrong); };
  refused(door, "0000", 0s);
  CHECK(counted == std::vector<int>{1});
  CHECK(accepted(door, "2580", 0s));
  CHECK(counted == std::vector<int>{1, 2, 0});
}

TEST_CASE("a clock that was set back locks for its length once, not for ever") {
  Door door;
  for (int i = 0; i < 5; ++i) refused(door, "0000", 1s);
  door.starts(-7 * 365 * 24h);  // the battery of the clock is empty: it is 2019
  CHECK_FALSE(accepted(door, "2580", 14s));
  CHECK(accepted(door, "2580", 15s));
}

TEST_CASE("a clock that was set forward ends the lock and keeps the count") {
  Door door;
  for (int i = 0; i < 5; ++i) refused(door, "0000", 1s);
  door.starts(24h);
  for (int i = 0; i < 4; ++i) CHECK(refused(door, "0000", 1s).locked_until == 0s);
  CHECK(refused(door, "0000", 1s).locked_until == 31s);
}

TEST_CASE("a file of tries that is damaged locks once instead of giving new tries") {
  for (const std::string text : {"", "{", "[]", "{}", R"({"fout":-1})", R"({"fout":"5"})", R"({"fout":5.5})",
                                 R"({"fout":5,"opSlotSinds":"nu"})", R"({"fout":5,"opSlotSinds":-1})",
                                 R"({"fout":5,"opSlotSinds":9223372036854775807})"}) {
    INFO(text);
    CHECK_FALSE(staff::read_gate_memory(base::as_bytes(text)));
  }
  const auto now = test::at("2026-11-23T13:00:00Z");
  const staff::GateMemory memory{.wrong = 7, .locked_at = now};
  CHECK(staff::read_gate_memory(base::as_bytes(staff::to_text(memory))) == memory);
  CHECK(staff::read_gate_memory(base::as_bytes(R"({"fout":9223372036854775807})"))->wrong == 1'000'000);
  Door door;
  door.kept = staff::to_text(staff::damaged_gate_memory(door.begin));
  door.starts(0s);
  CHECK_FALSE(accepted(door, "2580", 14s));
  CHECK(accepted(door, "2580", 15s));
}

TEST_CASE("without a PIN in the settings nobody gets in") {
  const auto knock = [](const std::string& hash) {
    return staff::PinGate(hash, {}, {}).check(pin("0000"), {}, [](const auto&) {});
  };
  CHECK(knock("") == Action{PinRefused{.no_pin_set = true}});
  CHECK(std::holds_alternative<PinRefused>(knock("$argon2id$nonsense")));
}

TEST_CASE("a lock counts down on the screen and wakes it each second") {
  test::Visitor visitor;
  visitor.begins().does(OpenStaffDoor{});
  visitor.does(PinRefused{.locked_until = visitor.now + 15s});
  auto view = report_view({}, visitor);
  CHECK(std::get<screens::PinView>(view.body).message.text == "Te vaak verkeerd. Wacht 15 seconden.");
  CHECK(view.changes_at == visitor.now + 1s);
  visitor.now += 15s;
  view = report_view({}, visitor);
  CHECK(std::get<screens::PinView>(view.body).message.text == "U kunt het weer proberen.");
}

TEST_CASE("digits of a PIN are dots") {
  test::Visitor visitor;
  visitor.begins().does(OpenStaffDoor{}).types("25");
  const auto view = std::get<screens::PinView>(report_view({}, visitor).body);
  CHECK(view.typed == 2);
  CHECK_FALSE(view.open.enabled);
}

TEST_CASE("a kiosk that is well says so in one line") {
  const auto view = report(a_good_report());
  CHECK(view.subtitle.text == "Alles werkt.");
  for (const auto& check : view.checks) {
    INFO(check.title.text << ": " << check.value.text);
    CHECK(check.severity == Severity::Ok);
  }
  CHECK(line(view, "Inhoud").value.text == "Versie 1772330400, gemaakt op 22 november 2026 (gisteren)");
  CHECK(line(view, "Laatste keer opgehaald").value.text == "23 november 2026, 3.00 uur: gelukt");
}

TEST_CASE("each kind of trouble has its line, its weight and its plain words") {
  auto facts = a_good_report();
  facts.messages[0] = {"verbinding", store::Gravity::Attention, "portaal", {}, "HTTP 200 text/html"};
  facts.messages[1] = {"inhoud", store::Gravity::Fault, "handtekening-fout", {}, ""};
  facts.round->outcome = "portaal";
  facts.ideas_waiting = 3;
  facts.quarantine = {{"a", "tekst: te lang"}, {"b", "tekst: te lang"}};
  facts.free_bytes = 20 << 20;
  facts.trouble = {"ideeen.db was beschadigd"};
  const auto view = report(facts);
  CHECK(view.subtitle.text == "Er is iets mis. Kijk naar de regels met ‘fout’.");
  CHECK(line(view, "Verbinding").value.text.starts_with("Iets anders antwoordt dan de centrale"));
  CHECK(line(view, "Verbinding").hint.text == "HTTP 200 text/html");
  CHECK(line(view, "Inhoud").severity == Severity::Fault);
  CHECK(line(view, "Inhoud").hint.text == "De handtekening klopt niet. De vorige inhoud blijft staan.");
  CHECK(line(view, "Laatste keer opgehaald").severity == Severity::Attention);
  CHECK(line(view, "Ideeën die wachten").value.text == "3 ideeën wachten op versturen");
  CHECK(line(view, "Geweigerde ideeën").hint.text == "2 × tekst: te lang");
  CHECK(line(view, "Vrije ruimte").severity == Severity::Fault);
  CHECK(line(view, "Melding").value.text == "ideeen.db was beschadigd");
}

TEST_CASE("mistakes in the settings say what counts instead, and what waits for a restart is named") {
  auto facts = a_good_report();
  facts.settings.mistakes = {"instellingen.toml:4: rust_na_s: must be from 60 to 300 seconds",
                             "gebieden/noord.toml:2: plek.naam: must not be empty"};
  facts.settings.last_good_counts = true;
  auto view = report(facts);
  CHECK(line(view, "Instellingen").severity == Severity::Fault);
  CHECK(line(view, "Instellingen").value.text ==
        "Er staat een fout in de instellingen. De vorige instellingen gelden.");
  CHECK(line(view, "Instellingen").hint.text.starts_with("instellingen.toml:4: rust_na_s"));
  CHECK(line(view, "Melding").value.text.starts_with("gebieden/noord.toml:2"));
  facts.settings.last_good_counts = false;
  CHECK(line(report(facts), "Instellingen").value.text ==
        "Er staat een fout in de instellingen. De standaardinstellingen gelden.");
  facts.settings = {.wait_for_restart = {"plek.gebied", "thema.licht"}};
  view = report(facts);
  CHECK(line(view, "Instellingen").severity == Severity::Attention);
  CHECK(line(view, "Instellingen").value.text == "Herstart nodig voor: plek.gebied, thema.licht");
}

TEST_CASE("a kiosk that never synced says what to do, and an unknown code is shown as it is") {
  const auto fresh = report({});
  CHECK(line(fresh, "Inhoud").severity == Severity::Fault);
  CHECK(line(fresh, "Inhoud").hint.text == "Meld de kiosk aan en druk op ‘Nu ophalen en versturen’.");
  CHECK(line(fresh, "Verbinding").value.text == "Nog niet gebeurd");
  auto facts = a_good_report();
  facts.messages[0].code = "iets-nieuws";
  CHECK(line(report(facts), "Verbinding").value.text == "iets-nieuws");
}
