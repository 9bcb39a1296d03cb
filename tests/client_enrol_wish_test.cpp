// A code that staff typed on the screen: what comes of it, whatever comes in between, and what is left of the
// code.
#include "sync/client/enrol_wish.h"

#include "sync/wire/enrolment.h"
#include "tests/support/courier.h"

using namespace wv;
using namespace wv::test;
namespace fact = client::fact;

namespace {

// Where screen and courier are two users, neither can remove what the other wrote.
class StickyFolder final : public base::Files {
 public:
  explicit StickyFolder(base::Files& disk) : disk_(disk) {}
  base::Result<base::Bytes> read(const std::filesystem::path& file) const override {
    return disk_.read(file);
  }
  base::Result<> write(const std::filesystem::path& file, base::ByteView bytes) override {
    return disk_.write(file, bytes);
  }
  base::Result<> remove(const std::filesystem::path& file) override {
    if (file.filename() != "aanmeld-verzoek") return disk_.remove(file);
    return base::fail(base::ErrorCode::Io, "remove: Operation not permitted");
  }
  base::Result<> rename(const std::filesystem::path& from, const std::filesystem::path& to) override {
    return disk_.rename(from, to);
  }
  base::Result<> make_folder(const std::filesystem::path& folder) override {
    return disk_.make_folder(folder);
  }
  base::Result<std::vector<std::string>> list(const std::filesystem::path& folder) const override {
    return disk_.list(folder);
  }
  base::Result<std::uint64_t> free_bytes(const std::filesystem::path& folder) const override {
    return disk_.free_bytes(folder);
  }

 private:
  base::Files& disk_;
};

class Unboxed : public Courier {
 public:
  // The screen writes down what staff typed.
  void types(const std::string& code, bool anew = false) {
    clock.advance(std::chrono::seconds{1});
    const auto wish = wire::to_bytes(wire::EnrolmentWish{clock.now(), code, anew});
    REQUIRE(files.write(place.enrolment_request_file(), wish));
  }
  std::optional<client::EnrolmentOutcome> honours() { return honours(world); }
  std::optional<client::EnrolmentOutcome> honours(client::World& in) {
    const client::RoundOptions options{address, "test", {}, root};
    return client::enrol_as_wished(in, place, *store, options).value();
  }
  std::string came_to() {
    const auto outcome = honours();
    return outcome ? std::string(outcome->word()) : "nothing";
  }
  bool lies_about() const { return std::filesystem::exists(place.enrolment_request_file()); }
  base::Json report() { return base::parse_json(fact(client::fact::enrolment_report)).value(); }

  std::string address = FakeCentral::address;
  std::string root = central.repository.root_sha256();
};

constexpr const char* good_code = "7K3MZ90QTC";

}  // namespace

TEST_CASE(
    "a typed code brings a kiosk from nothing to its first content, and is gone as soon as it was read") {
  Unboxed kiosk;
  CHECK_FALSE(kiosk.honours());
  kiosk.types(good_code);
  const auto outcome = kiosk.honours();
  REQUIRE(outcome);
  CHECK(outcome->word() == "goed");
  CHECK(outcome->enrolled);
  CHECK(outcome->content_activated);
  CHECK(kiosk.shown() == kiosk.central.repository.snapshot.version);
  CHECK(kiosk.fact(fact::kiosk) == FakeCentral::kiosk_id);
  CHECK_FALSE(kiosk.lies_about());
  CHECK(kiosk.report().text_or("uitkomst", "") == "goed");
  CHECK_FALSE(kiosk.honours());
  const auto names = kiosk.files.list(kiosk.place.state).value();
  for (const auto& name : names) {
    const auto bytes = kiosk.files.read(kiosk.place.state / name);
    INFO(name);
    if (bytes) CHECK_FALSE(base::as_text(*bytes).contains(good_code));
  }
}

TEST_CASE("a code that is wrong, too often tried or of no network is told apart, and another may be typed") {
  Unboxed kiosk;
  kiosk.types("0000000000");
  CHECK(kiosk.came_to() == "code-geweigerd");
  CHECK_FALSE(kiosk.lies_about());
  CHECK(kiosk.fact(fact::kiosk).empty());
  kiosk.http.misfortune("aanmeldingen",
                        [](const auto&) { return problem_answer(429, std::string(wire::code_blocked)); });
  kiosk.types(good_code);
  CHECK(kiosk.came_to() == "code-geweigerd");
  kiosk.http.misfortune("aanmeldingen", [](const auto&) { return problem_answer(429); });
  kiosk.types(good_code);
  CHECK(kiosk.came_to() == "druk");
  kiosk.http.misfortune("aanmeldingen", [](const auto&) -> ScriptedHttp::Answer {
    return base::fail(base::ErrorCode::Unavailable, "centraal.test: no route to host");
  });
  kiosk.types(good_code);
  CHECK(kiosk.came_to() == "geen-verbinding");
  CHECK(kiosk.report().text_or("uitkomst", "") == "geen-verbinding");
  kiosk.http.misfortune("aanmeldingen", [](const auto&) -> ScriptedHttp::Answer {
    return base::fail(base::ErrorCode::Denied, "the certificate is not valid yet: is the clock right?");
  });
  kiosk.types(good_code);
  CHECK(kiosk.came_to() == "onbetrouwbaar");
  kiosk.types(good_code);
  CHECK(kiosk.came_to() == "goed");
}

TEST_CASE("who can type on the screen chooses no central, and no root is trusted because it answered") {
  Unboxed kiosk;
  kiosk.root.clear();
  kiosk.types(good_code);
  CHECK(kiosk.came_to() == "centrale-onbekend");
  CHECK(kiosk.http.requests.empty());
  kiosk.root = std::string(64, 'a');
  kiosk.types(good_code);
  CHECK(kiosk.came_to() == "wortel-onbekend");
  CHECK(kiosk.shown() == 0);
}

TEST_CASE(
    "the power went between reading the code and removing its file: it is done once more, and no more") {
  for (const auto step : {client::step::key_written, client::step::enrolled, client::step::enrolment_stored,
                          client::step::after_trust, client::step::release_renamed}) {
    DYNAMIC_SECTION(step) {
      Unboxed kiosk;
      StickyFolder folder(kiosk.files);
      client::World world{kiosk.http,   folder,      kiosk.secrets, kiosk.clock,
                          kiosk.random, kiosk.steps, kiosk.log};
      kiosk.types(good_code);
      kiosk.steps.die_at = step;
      CHECK_THROWS_AS(kiosk.honours(world), Killed);
      REQUIRE(kiosk.lies_about());
      kiosk.start();
      CHECK(kiosk.honours(world)->word() == "goed");
      CHECK(kiosk.fact(fact::kiosk) == FakeCentral::kiosk_id);
      CHECK(kiosk.shown() == kiosk.central.repository.snapshot.version);
      CHECK_FALSE(kiosk.honours(world));  // though the file is still there
    }
  }
}

TEST_CASE("the power went after the file was removed: the same code, typed again, enrols the same kiosk") {
  for (const auto step : {client::step::key_written, client::step::enrolled}) {
    DYNAMIC_SECTION(step) {
      Unboxed kiosk;
      kiosk.types(good_code);
      kiosk.steps.die_at = step;
      CHECK_THROWS_AS(kiosk.honours(), Killed);
      kiosk.start();
      CHECK_FALSE(kiosk.honours());
      kiosk.types(good_code);
      CHECK(kiosk.came_to() == "goed");
    }
  }
}

TEST_CASE(
    "a kiosk that is enrolled goes on as another only when that was asked for, and never loses its ideas") {
  Unboxed kiosk;
  kiosk.types(good_code);
  REQUIRE(kiosk.came_to() == "goed");
  const auto key = kiosk.files.read(kiosk.place.key_file()).value();
  const auto idea = kiosk.idea();
  kiosk.types("1111122222");
  CHECK(kiosk.came_to() == "al-aangemeld");
  kiosk.types("1111122222", true);
  CHECK(kiosk.came_to() == "code-geweigerd");  // and everything is as it was
  CHECK(kiosk.files.read(kiosk.place.key_file()).value() == key);
  CHECK(kiosk.word() == "goed");
  CHECK(kiosk.state_of(idea) == "bevestigd");

  kiosk.central.expect_another_kiosk("1111122222");
  const auto next = kiosk.idea("Een kraan op het plein");
  kiosk.types("1111122222", true);
  CHECK(kiosk.came_to() == "goed");
  CHECK(kiosk.files.read(kiosk.place.key_file()).value() != key);
  CHECK(kiosk.files.read(kiosk.place.next_key_file()).error().code == base::ErrorCode::NotFound);
  CHECK(kiosk.central.heartbeats.back().ticket.empty());
  CHECK(kiosk.state_of(next) == "bevestigd");
}

TEST_CASE("killed while it becomes another kiosk, the next try finishes it, with the same key") {
  for (const auto step :
       {client::step::key_written, client::step::enrolled, client::step::enrolment_stored}) {
    DYNAMIC_SECTION(step) {
      Unboxed kiosk;
      StickyFolder folder(kiosk.files);
      client::World world{kiosk.http,   folder,      kiosk.secrets, kiosk.clock,
                          kiosk.random, kiosk.steps, kiosk.log};
      kiosk.types(good_code);
      REQUIRE(kiosk.came_to() == "goed");
      const auto old_key = kiosk.files.read(kiosk.place.key_file()).value();
      kiosk.central.expect_another_kiosk("1111122222");
      kiosk.types("1111122222", true);
      kiosk.steps.die_at = step;
      CHECK_THROWS_AS(kiosk.honours(world), Killed);
      kiosk.start();
      CHECK(kiosk.files.read(kiosk.place.key_file()).value() == old_key);
      const auto next_key = kiosk.files.read(kiosk.place.next_key_file()).value();
      CHECK(kiosk.honours(world)->word() == "goed");
      CHECK(kiosk.files.read(kiosk.place.key_file()).value() == next_key);
      CHECK(kiosk.word() == "goed");
    }
  }
}

TEST_CASE("a kiosk of one central does not become one of another by a code") {
  Unboxed kiosk;
  kiosk.types(good_code);
  REQUIRE(kiosk.came_to() == "goed");
  kiosk.root = std::string(64, 'b');
  kiosk.types("1111122222", true);
  CHECK(kiosk.came_to() == "wortel-onbekend");
}

TEST_CASE("a wish that somebody damaged enrols nobody and repeats no code in the log") {
  Unboxed kiosk;
  for (const auto* text : {"", "{", R"({"op":1,"code":"7K3MZ90QT","opnieuw":false})",
                           R"({"op":1,"code":"7K3MZ90QTC","opnieuw":false,"adres":"https://x"})"}) {
    REQUIRE(kiosk.files.write(kiosk.place.enrolment_request_file(), base::as_bytes(text)));
    CHECK_FALSE(kiosk.honours());
    CHECK_FALSE(kiosk.lies_about());
  }
  CHECK(kiosk.http.requests.empty());
}
