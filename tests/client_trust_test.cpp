// The attacks that TUF names, played against the whole courier: new content is refused, the old release
// stays.
#include "tests/support/courier.h"

using namespace wv;
using namespace wv::test;

namespace {

// The round must end with this word and the screen must show what it showed.
void check_refused(Courier& courier, const std::string& word) {
  const auto shown = courier.shown();
  CHECK(courier.word() == word);
  CHECK(courier.notice("inhoud") == word);
  CHECK(courier.shown() == shown);
}

void rotate(TufRepository& repository, std::string_view role, base::KeyPair& key) {
  key = repository.new_key();
  ++repository.root.version;
  repository.set_role(role, {&key}, 1);
  repository.write_root({&repository.root1, &repository.root2});
}

}  // namespace

TEST_CASE("metadata of an earlier night is refused") {
  ReadyCourier courier;
  const auto old = courier.central.repository.files;
  courier.central.publish("Nieuwer");
  REQUIRE(courier.word() == "goed");
  auto& files = courier.central.repository.files;
  files["timestamp.json"] = old.at("timestamp.json");
  check_refused(courier, "teruggedraaid");
}

TEST_CASE("a snapshot in which the agenda goes back is refused, though it is new itself") {
  ReadyCourier courier;
  courier.central.publish("Nieuwer");
  REQUIRE(courier.word() == "goed");
  auto& repository = courier.central.repository;
  repository.targets.version -= 1;
  repository.sign_all();
  check_refused(courier, "teruggedraaid");
}

TEST_CASE("a snapshot from which a role has disappeared is refused") {
  ReadyCourier courier;
  auto& repository = courier.central.repository;
  repository.snapshot.files.erase("terugkoppeling.json");
  ++repository.snapshot.version;
  ++repository.timestamp.version;
  repository.sign_snapshot();
  repository.sign_timestamp();
  check_refused(courier, "teruggedraaid");
}

TEST_CASE("an expired timestamp means that somebody holds news back; the screen keeps what it has") {
  ReadyCourier courier;
  courier.clock.advance(std::chrono::days{4});
  check_refused(courier, "verlopen");
}

TEST_CASE("an agenda that its publisher did not renew in time is expired") {
  ReadyCourier courier;
  courier.central.repository.targets_expires = courier.clock.now() - std::chrono::hours{1};
  courier.central.publish("Te laat");
  check_refused(courier, "verlopen");
}

TEST_CASE("parts of two publications mixed together are refused") {
  ReadyCourier courier;
  auto& repository = courier.central.repository;
  courier.central.publish("Een");
  const auto first = repository.files;
  const auto version = repository.targets.version;
  courier.central.publish("Twee");
  const std::string name = tuf::consistent_metadata_name("targets", repository.targets.version);
  repository.files[name] = first.at(tuf::consistent_metadata_name("targets", version));
  check_refused(courier, "bestand-gewijzigd");
}

TEST_CASE("versions that a thief pushed far ahead are left behind after a rotation of the keys") {
  ReadyCourier courier;
  auto& repository = courier.central.repository;
  repository.timestamp.version = 4'000'000'000;
  repository.snapshot.version = 4'000'000'000;
  repository.sign_all();
  REQUIRE(courier.word() == "goed");
  repository.timestamp.version = 200;
  repository.snapshot.version = 200;
  courier.central.publish("Hersteld");
  CHECK(courier.word() == "teruggedraaid");
  rotate(repository, tuf::snapshot_role, repository.snapshot_key);
  rotate(repository, tuf::timestamp_role, repository.timestamp_key);
  repository.sign_all();
  CHECK(courier.word() == "goed");
  CHECK(courier.shown_area().find("Hersteld") != std::string::npos);
}

TEST_CASE("the chain of roots is followed, and the old key signs in vain") {
  ReadyCourier courier;
  auto& repository = courier.central.repository;
  const base::KeyPair old = base::key_pair_from_seed(repository.targets_key.seed.bytes()).value();
  rotate(repository, tuf::targets_role, repository.targets_key);
  courier.central.publish("Met de nieuwe sleutel");
  CHECK(courier.word() == "goed");
  CHECK(courier.shown_area().find("nieuwe sleutel") != std::string::npos);
  repository.targets_key = base::key_pair_from_seed(old.seed.bytes()).value();
  courier.central.publish("Met de oude sleutel");
  check_refused(courier, "handtekening-fout");
}

TEST_CASE("a kiosk that missed three rotations follows them one by one") {
  ReadyCourier courier;
  auto& repository = courier.central.repository;
  for (int i = 0; i < 3; ++i) rotate(repository, tuf::timestamp_role, repository.timestamp_key);
  courier.central.publish("Na drie keer");
  CHECK(courier.word() == "goed");
  CHECK(courier.text("SELECT versie FROM tuf WHERE rol='root'") == "4");
}

TEST_CASE("a root signed by one of the two that are needed is refused") {
  ReadyCourier courier;
  auto& repository = courier.central.repository;
  ++repository.root.version;
  repository.write_root({&repository.root1});
  repository.sign_all();
  check_refused(courier, "handtekening-fout");
  CHECK(courier.text("SELECT versie FROM tuf WHERE rol='root'") == "1");
}

TEST_CASE("one root key that signs twice still counts once") {
  ReadyCourier courier;
  auto& repository = courier.central.repository;
  ++repository.root.version;
  repository.write_root({&repository.root1, &repository.root1});
  repository.sign_all();
  check_refused(courier, "handtekening-fout");
}

TEST_CASE("whoever takes the central cannot change a word of the agenda") {
  ReadyCourier courier;
  auto& repository = courier.central.repository;
  repository.feedback.files =
      repository.enter({{"gebied/noord.json", an_area("Door een inbreker")},
                        {"terugkoppeling/antwoorden.json", some_answers("uitgevoerd")}});
  ++repository.feedback.version;
  repository.sign_all();
  CHECK(courier.word() == "goed");  // its own answers count, the area does not
  CHECK(courier.shown_area().find("Noord is groen.") != std::string::npos);
}

TEST_CASE("an agenda with a stranger's signature is refused") {
  ReadyCourier courier;
  auto& repository = courier.central.repository;
  repository.targets_key = repository.new_key();
  courier.central.publish("Vreemd");
  check_refused(courier, "handtekening-fout");
}

TEST_CASE("a root hash that the central does not have is no enrolment") {
  Courier courier;
  const auto enrolled =
      client::enrol(courier.world, courier.place, *courier.store,
                    {courier.central.code, FakeCentral::address, std::string(64, 'a'), "test"});
  REQUIRE_FALSE(enrolled);
  CHECK(enrolled.error().code.word == "wortel-onbekend");
}

TEST_CASE("a code that was written down after a rotation names a later root, and that is fine") {
  Courier courier;
  auto& repository = courier.central.repository;
  rotate(repository, tuf::timestamp_role, repository.timestamp_key);
  repository.sign_all();
  CHECK(courier.enrol());  // root_sha256() is that of the newest root
  CHECK(courier.word() == "goed");
}

TEST_CASE("well signed content that no kiosk can show is refused once and not fetched every night") {
  ReadyCourier courier;
  const auto shown = courier.shown();
  auto publisher = content_of_publisher(courier.central.receipt_key.public_key);
  SECTION("a picture that is none") {
    publisher["beeld/noord.png"] = bytes_of("geen plaatje");
  }
  SECTION("a picture that is cut off") {
    publisher["beeld/noord.png"].resize(60);
  }
  SECTION("an unknown key") {
    publisher["gebied/noord.json"] = bytes_of(R"({"id":"noord","soort":"wijk","kleur":1})");
  }
  SECTION("no JSON") {
    publisher["gemeente.json"] = bytes_of("{");
  }
  SECTION("an area that is missing") {
    publisher.erase("gebied/noord.json");
  }
  SECTION("no keys to check receipts with") {
    publisher.erase("sleutels.json");
  }
  courier.central.repository.publish(publisher, content_of_central());
  CHECK(courier.word() == "onbruikbaar");
  CHECK(courier.shown() == shown);
  courier.http.requests.clear();
  CHECK(courier.word() == "onbruikbaar");
  CHECK(courier.http.count("gebied") == 0);
  courier.central.publish("Hersteld");
  CHECK(courier.word() == "goed");
  CHECK(courier.shown_area().find("Hersteld") != std::string::npos);
}
