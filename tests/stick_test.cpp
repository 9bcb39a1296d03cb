// Ideas out, receipts and content in, by a stick that people carry, pull out, mix up and fill with other
// things.
#include <sys/stat.h>

#include <fstream>

#include "sync/client/heartbeat.h"
#include "sync/wire/stick.h"
#include "tests/support/stick.h"

using namespace wv;
using namespace wv::test;
using Fault = PoorStick::Fault;

namespace {

void put(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream out(file, std::ios::binary);
  out << bytes;
  REQUIRE(out.good());
}

bool has_fault(const central::StickReport& report, std::string_view words) {
  return std::ranges::any_of(report.faults,
                             [&](const auto& one) { return one.find(words) != std::string::npos; });
}

}  // namespace

TEST_CASE("without a network a kiosk enrols, is filled, and hands in an idea, all by stick") {
  StickTown town;
  const auto kiosk = town.enrolled("noord");
  CHECK(kiosk->shown() != 0);
  CHECK_FALSE(std::filesystem::exists(town.folder() / "wijkvenster" / "aanmelden.txt"));
  const auto id = kiosk->idea();
  const auto out = kiosk->visit(town.stick);
  CHECK(out.word() == "goed");
  CHECK(out.carried == 1);
  CHECK(kiosk->state_of(id) == "klaar");  // only a receipt makes it "bevestigd"
  const auto report = must(town.central.take(town.stick));
  CHECK(report.faults.empty());
  REQUIRE(report.kiosks.size() == 1);
  CHECK(report.kiosks.front().fresh == 1);
  const auto back = kiosk->visit(town.stick);
  CHECK(back.confirmed == 1);
  CHECK(back.carried == 0);
  CHECK(kiosk->state_of(id) == "bevestigd");
  CHECK(town.central.ideas() == 1);
}

TEST_CASE("what the central holds for good may be erased on the kiosk, also when that word came by stick") {
  StickTown town;
  const auto kiosk = town.enrolled("noord");
  const auto id = kiosk->idea();
  kiosk->visit(town.stick);
  must(town.central.take(town.stick));
  kiosk->visit(town.stick);
  must(town.central.store->move_durable_mark(town.central.clock.at + std::chrono::hours{1}));
  must(town.central.take(town.stick));
  kiosk->visit(town.stick);
  CHECK(kiosk->state_of(id) == "wissen");
}

TEST_CASE("pulled out of the kiosk at any moment: nothing is lost and nothing double after a whole round") {
  const auto fault = GENERATE(Fault::PulledOut, Fault::Torn);
  StickTown town;
  const auto kiosk = town.enrolled("noord");
  std::int64_t ideas = 0;
  for (int at = 1;; ++at) {
    INFO("operation " << at);
    town.central.clock.at += std::chrono::seconds{10};
    kiosk->idea("Idee nummer " + std::to_string(++ideas));
    PoorStick poor(town.stick, fault, at);
    const auto outcome = kiosk->visit(poor);
    kiosk->expect_sound_content();
    CHECK((outcome.word() == "goed") == !poor.struck());
    must(town.central.take(town.stick));
    kiosk->visit(town.stick);
    must(town.central.take(town.stick));
    REQUIRE(kiosk->visit(town.stick).word() == "goed");
    REQUIRE(town.central.ideas() == ideas);
    REQUIRE(kiosk->count("bevestigd") == ideas);
    if (poor.struck()) continue;
    CHECK(at > 5);
    break;
  }
}

TEST_CASE("pulled out of the central at any moment: nothing is lost and nothing double after a whole round") {
  const auto fault = GENERATE(Fault::PulledOut, Fault::Torn);
  StickTown town;
  const auto kiosk = town.enrolled("noord");
  std::int64_t ideas = 0;
  for (int at = 1;; ++at) {
    INFO("operation " << at);
    town.central.clock.at += std::chrono::seconds{10};
    kiosk->idea("Idee nummer " + std::to_string(++ideas));
    REQUIRE(kiosk->visit(town.stick).word() == "goed");
    PoorStick poor(town.stick, fault, at);
    const auto report = town.central.take(poor);
    if (report) CHECK(report->stick_failed == poor.struck());
    kiosk->visit(town.stick);  // half a stick: whatever it makes of it
    kiosk->expect_sound_content();
    must(town.central.take(town.stick));
    REQUIRE(kiosk->visit(town.stick).word() == "goed");
    REQUIRE(town.central.ideas() == ideas);
    REQUIRE(kiosk->count("bevestigd") == ideas);
    if (poor.struck()) continue;
    CHECK(at > 10);
    break;
  }
}

TEST_CASE(
    "pulled out at any moment of an enrolment, the next whole rounds finish it, and the code counts once") {
  StickTown town;
  for (int at = 1;; ++at) {
    INFO("operation " << at);
    const auto name = "kiosk " + std::to_string(at);
    const auto kiosk = town.kiosk(name);
    must(central::put_invitation_on(town.stick, town.central.invitation(name)));
    PoorStick first(town.stick, Fault::PulledOut, at);
    kiosk->visit(first);
    PoorStick between(town.stick, Fault::PulledOut, at);
    (void)town.central.take(between);
    PoorStick second(town.stick, Fault::PulledOut, at);
    kiosk->visit(second);
    for (int round = 0; round < 2; ++round) {
      kiosk->visit(town.stick);
      must(town.central.take(town.stick));
    }
    REQUIRE(kiosk->visit(town.stick).word() == "goed");
    REQUIRE(must(town.central.store->kiosks()).size() == static_cast<std::size_t>(at));
    if (!first.struck() && !second.struck()) break;  // what the central does with a request comes first
  }
}

TEST_CASE("a full or read-only stick is named, and nothing changes on the kiosk") {
  StickTown town;
  const auto kiosk = town.enrolled("noord");
  const auto id = kiosk->idea();
  PoorStick full(town.stick, Fault::Full), fixed(town.stick, Fault::ReadOnly);
  CHECK(kiosk->visit(full).word() == "stick-vol");
  CHECK(kiosk->visit(fixed).word() == "stick-alleen-lezen");
  CHECK(kiosk->state_of(id) == "klaar");
  const auto report = must(town.central.take(full));
  CHECK(report.stick_failed);
  CHECK(has_fault(report, "No space left"));
  CHECK(has_fault(must(town.central.take(fixed)), "Read-only"));
}

TEST_CASE("a stick that may only be read still brings content and receipts") {
  StickTown town;
  const auto kiosk = town.enrolled("noord");
  const auto id = kiosk->idea();
  kiosk->visit(town.stick);
  must(town.central.take(town.stick));
  const auto before = kiosk->shown();
  PoorStick fixed(town.stick, Fault::ReadOnly);
  const auto outcome = kiosk->visit(fixed);
  CHECK(outcome.word() == "stick-alleen-lezen");
  CHECK(outcome.confirmed == 1);
  CHECK(kiosk->state_of(id) == "bevestigd");
  CHECK(kiosk->shown() > before);
}

TEST_CASE(
    "the folders of two kiosks on one stick stay apart, and one kiosk's under another's name is refused") {
  StickTown town;
  const auto north = town.enrolled("noord"), south = town.enrolled("zuid");
  north->idea("Van noord");
  south->idea("Van zuid");
  CHECK(north->visit(town.stick).carried == 1);
  CHECK(south->visit(town.stick).carried == 1);
  CHECK(must(town.central.take(town.stick)).kiosks.size() == 2);
  CHECK(town.central.ideas() == 2);
  // Somebody mixes them up.
  std::filesystem::copy_file(town.of(*south, wire::stick::receipts), town.of(*north, wire::stick::receipts),
                             std::filesystem::copy_options::overwrite_existing);
  std::filesystem::copy_file(town.of(*south, wire::stick::ideas), town.of(*north, wire::stick::ideas),
                             std::filesystem::copy_options::overwrite_existing);
  CHECK(has_fault(must(town.central.take(town.stick)), "holds the ideas of kiosk " + south->id()));
  const auto outcome = north->visit(town.stick);
  CHECK(outcome.word() == "stick-van-ander");
  CHECK(north->count("bevestigd") == 0);
  CHECK(south->visit(town.stick).confirmed == 1);
  must(town.central.take(town.stick));
  CHECK(north->visit(town.stick).confirmed == 1);
}

TEST_CASE("a stick filled by another central is refused, content and receipts") {
  StickTown here, there(2);
  const auto kiosk = here.enrolled("noord");
  const auto before = kiosk->shown();
  const auto id = kiosk->idea();
  kiosk->visit(there.stick);
  CHECK(has_fault(must(there.central.take(there.stick)), "for another central"));
  const auto outcome = kiosk->visit(there.stick);
  CHECK(outcome.word() == "handtekening-fout");
  CHECK(kiosk->shown() == before);
  CHECK(kiosk->state_of(id) == "klaar");
  CHECK(there.central.ideas() == 0);
}

TEST_CASE("an older export, put in again, changes nothing") {
  StickTown town;
  const auto kiosk = town.enrolled("noord");
  kiosk->idea();
  kiosk->visit(town.stick);
  const auto old = town.central.folder.path / "oud";
  std::filesystem::copy(town.folder(), old, std::filesystem::copy_options::recursive);
  must(town.central.take(town.stick));
  kiosk->visit(town.stick);
  kiosk->idea("Een tweede");
  kiosk->visit(town.stick);
  must(town.central.take(town.stick));
  kiosk->visit(town.stick);
  auto again = must(edge::Stick::open(old, wire::stick::max_file_bytes));
  const auto report = must(town.central.take(again));
  REQUIRE(report.kiosks.size() == 1);
  CHECK(report.kiosks.front().fresh == 0);
  CHECK(report.kiosks.front().known == 1);
  CHECK(kiosk->visit(again).word() == "goed");
  CHECK(town.central.ideas() == 2);
  CHECK(kiosk->count("bevestigd") == 2);
}

TEST_CASE("receipts of before the central was restored do not count: the idea goes along again") {
  StickTown town;
  const auto kiosk = town.enrolled("noord");
  const auto id = kiosk->idea();
  kiosk->visit(town.stick);
  must(town.central.take(town.stick));  // the receipt of the first epoch is on the stick
  // Meanwhile the kiosk heard, by network or another stick, that the central was restored.
  must(client::take_holding(
      *kiosk->store,
      {"5d1e0000-0000-4000-8000-00000000000f", {}, town.central.clock.at + std::chrono::hours{1}}));
  const auto outcome = kiosk->visit(town.stick);
  CHECK(outcome.confirmed == 0);
  CHECK(outcome.carried == 1);
  CHECK(kiosk->state_of(id) == "klaar");
}

TEST_CASE(
    "an idea that the central refuses stands in quarantine, and one of a revoked kiosk stays where it is") {
  StickTown town;
  const auto kiosk = town.enrolled("noord");
  const auto blank = kiosk->idea("");
  kiosk->visit(town.stick);
  CHECK(must(town.central.take(town.stick)).kiosks.front().refused == 1);
  CHECK(kiosk->visit(town.stick).refused == 1);
  CHECK(kiosk->state_of(blank) == "afgewezen");
  const auto later = kiosk->idea();
  kiosk->visit(town.stick);
  must(town.central.store->set_state({kiosk->id()}, central::KioskState::Revoked, "gestolen",
                                     town.central.clock.at));
  CHECK(has_fault(must(town.central.take(town.stick)), "blocked or revoked"));
  kiosk->visit(town.stick);
  CHECK(kiosk->state_of(later) == "klaar");
  CHECK(town.central.ideas() == 0);
}

TEST_CASE("whatever else lies on the stick under these names is said, and the rest goes on") {
  StickTown town;
  const auto kiosk = town.enrolled("noord");
  const auto id = kiosk->idea();
  kiosk->visit(town.stick);
  const auto odd = town.folder() / "wijkvenster" / "kiosk-iemand";
  std::filesystem::create_directories(odd / wire::stick::ideas);  // a folder where a file should be
  std::filesystem::create_directories(town.folder() / "wijkvenster" / "kiosk-leeg");
  std::filesystem::create_directories(town.folder() / "wijkvenster" / "aanmelding-x");
  put(town.folder() / "wijkvenster" / "aanmelding-x" / wire::stick::enrolment, "{\"code\":");
  const auto report = must(town.central.take(town.stick));
  CHECK(has_fault(report, "kiosk-iemand"));
  CHECK(has_fault(report, "aanmelding-x"));
  CHECK(town.central.ideas() == 1);

  for (const auto& bytes : {std::string(), std::string("[]"), std::string("{\"handtekening\":1}"),
                            std::string(70, '['), std::string(5000, '\0')}) {
    put(town.of(*kiosk, wire::stick::receipts), bytes);
    CHECK(kiosk->visit(town.stick).word() == "stick-beschadigd");
    CHECK(kiosk->state_of(id) == "klaar");
  }
  for (const auto& bytes : {std::string(), std::string(48, 'x'), std::string(5000, '\0')}) {
    put(town.of(*kiosk, wire::stick::ideas), bytes);
    CHECK(has_fault(must(town.central.take(town.stick)), "cut off, changed or for another central"));
  }
}

TEST_CASE("a request that a kiosk does not make by stick is not carried out") {
  StickTown town;
  const auto kiosk = town.enrolled("noord");
  const auto key = must(town.central.repository.vault().load(central::KeyName::Receipt));
  const std::string body = R"({"volgnummer":1,"bon":"","inhoudVersie":0})";
  const wire::stick::Outgoing outgoing{
      {kiosk->id()}, {{"/kiosk/v1/kiosken/" + kiosk->id() + "/hartslag", "x", {body.begin(), body.end()}}}};
  const auto sealed = must(wire::stick::seal(outgoing, key.public_key));
  put(town.of(*kiosk, wire::stick::ideas), std::string(base::as_text(sealed)));
  CHECK(has_fault(must(town.central.take(town.stick)), "could not be taken in"));
}

TEST_CASE("a link on the stick is never followed, in no place") {
  StickTown town;
  const auto outside = town.central.folder.path / "buiten";
  std::filesystem::create_directories(outside);
  put(outside / "geheim", "geheim");
  std::filesystem::create_symlink(outside / "geheim", town.folder() / "bestand");
  std::filesystem::create_directory_symlink(outside, town.folder() / "map");
  REQUIRE(::mkfifo((town.folder() / "pijp").c_str(), 0600) == 0);
  auto& stick = town.stick;
  using base::ErrorCode;
  for (const char* name : {"bestand", "map/geheim", "../buiten/geheim", "/etc/passwd"}) {
    INFO(name);
    const auto read = stick.read(name);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::Denied);
  }
  CHECK(stick.read("pijp").error().code == ErrorCode::Invalid);  // and it does not wait for a writer
  CHECK(stick.read("nergens").error().code == ErrorCode::NotFound);
  CHECK_FALSE(stick.write("bestand", as_bytes("weg")));
  CHECK_FALSE(stick.write("map/geheim", as_bytes("weg")));
  CHECK_FALSE(stick.make_folder("map/nieuw"));
  CHECK_FALSE(stick.list("map"));
  CHECK(must(edge::Disk().read(outside / "geheim")).size() == 6);
  // A link where a half-written file would stand is taken away, not written through.
  std::filesystem::create_symlink(outside / "geheim", town.folder() / "nieuw.nieuw");
  must(stick.write("nieuw", as_bytes("iets")));
  CHECK(must(edge::Disk().read(outside / "geheim")).size() == 6);
  CHECK(must(stick.read("nieuw")).size() == 4);
  std::filesystem::remove(town.folder() / "nieuw");
  put(town.folder() / "groot", std::string(100, 'x'));
  CHECK(must(edge::Stick::open(town.folder(), 99)).read("groot").error().code == ErrorCode::Invalid);
}
