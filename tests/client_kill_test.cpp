// Stopped at every named step and started again: the release is the old or the new one, the idea arrives
// once.
#include "tests/support/courier.h"

using namespace wv;
using namespace wv::test;

namespace {

// False: the step was never reached.
template <class Work>
bool dies(Courier& courier, std::string_view step, Work work) {
  courier.steps.die_at = step;
  try {
    work();
  } catch (const Killed&) {
    return true;
  }
  courier.steps.die_at.clear();
  return false;
}

bool is_enrolment_step(std::string_view step) {
  return step == client::step::key_written || step == client::step::enrolled ||
         step == client::step::enrolment_stored;
}

}  // namespace

TEST_CASE("killed at any step of a sync, the next one finishes it") {
  for (const auto step : client::step::all) {
    if (is_enrolment_step(step)) continue;
    DYNAMIC_SECTION(step) {
      ReadyCourier courier;
      const auto before = courier.shown();
      courier.central.publish("Nieuw");
      const auto id = courier.idea();
      REQUIRE(dies(courier, step, [&] { (void)courier.round(); }));
      courier.start();
      const auto now = courier.shown();
      CHECK((now == before || now == courier.central.repository.snapshot.version));
      CHECK(client::ReleaseReader::open(courier.place.release_file(now)).value().verify());
      CHECK(courier.word() == "goed");
      CHECK(courier.shown() == courier.central.repository.snapshot.version);
      CHECK(courier.shown_area().find("Nieuw") != std::string::npos);
      CHECK(courier.central.order == std::vector{id});
      CHECK(courier.state_of(id) == "bevestigd");
      courier.http.requests.clear();
      CHECK(courier.word() == "goed");
      CHECK(courier.http.requests.size() == 2);  // and then the nights are quiet again
      CHECK(courier.files.list(courier.place.download_folder()).value().empty());
    }
  }
}

TEST_CASE("killed at any step of an enrolment, the same code enrols the same kiosk once") {
  for (const auto step :
       {client::step::key_written, client::step::enrolled, client::step::enrolment_stored}) {
    DYNAMIC_SECTION(step) {
      Courier courier;
      REQUIRE(dies(courier, step, [&] { (void)courier.enrol(); }));
      courier.start();
      CHECK(courier.enrol());
      CHECK(courier.fact(client::fact::kiosk) == FakeCentral::kiosk_id);
      CHECK(courier.word() == "goed");
    }
  }
}

TEST_CASE("the device key is made once and only its owner can read it") {
  Courier courier;
  REQUIRE(courier.enrol());
  const auto permissions = std::filesystem::status(courier.place.key_file()).permissions();
  CHECK(permissions == (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
  const auto key = courier.files.read(courier.place.key_file()).value();
  CHECK(courier.enrol());
  CHECK(courier.files.read(courier.place.key_file()).value() == key);
}

TEST_CASE("a kiosk that was never enrolled says so and asks the network nothing") {
  Courier courier;
  CHECK(courier.word() == "niet-aangemeld");
  CHECK(courier.notice("aanmelding") == "niet-aangemeld");
  CHECK(courier.http.requests.empty());
}

TEST_CASE("a code that the central refuses is told apart from a line that is down") {
  Courier courier;
  courier.central.code = "0000000000";
  const auto enrolled =
      client::enrol(courier.world, courier.place, *courier.store,
                    {"7K3MZ90QTC", FakeCentral::address, courier.central.repository.root_sha256(), "test"});
  REQUIRE_FALSE(enrolled);
  CHECK(enrolled.error().code.word == "code-geweigerd");
}

TEST_CASE("an address without encryption is refused, this machine itself excepted") {
  CHECK_FALSE(client::normal_address("http://centraal.example.org/kiosk/v1"));
  CHECK_FALSE(client::normal_address("http://127.0.0.1.example.org/kiosk/v1"));
  CHECK_FALSE(client::normal_address("http://localhost.example.org/kiosk/v1"));
  CHECK_FALSE(client::normal_address("ftp://centraal.example.org"));
  CHECK_FALSE(client::normal_address("https://gebruiker@centraal.example.org/kiosk/v1"));
  CHECK_FALSE(client::normal_address("https://"));
  CHECK(client::normal_address("https://centraal.example.org/kiosk/v1/") ==
        "https://centraal.example.org/kiosk/v1");
  CHECK(client::normal_address("http://127.0.0.1:8080/kiosk/v1") == "http://127.0.0.1:8080/kiosk/v1");
  CHECK(client::normal_address("http://[::1]:8080/kiosk/v1").has_value());
}
