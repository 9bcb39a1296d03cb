// A kiosk and a central that never meet: what one knows of the other was carried by a stick.
#pragma once

#include "sync/central/stick_exchange.h"
#include "sync/client/ledger.h"
#include "sync/client/shelf.h"
#include "sync/client/stick_round.h"
#include "sync/content/content_source.h"
#include "sync/db/database.h"
#include "sync/edge/stick.h"
#include "tests/support/central.h"

namespace wv::test {

// A stick that does what sticks do, from its n-th operation on.
class PoorStick final : public base::Files {
 public:
  enum class Fault {
    None,
    PulledOut,  // nothing works any more
    Torn,       // likewise, and the file that was being written is half there, under its own name
    Full,
    ReadOnly
  };
  explicit PoorStick(base::Files& real, Fault fault = Fault::None, int at = 0)
      : real_(real), fault_(fault), at_(at) {}
  bool struck() const { return struck_; }

  base::Result<base::Bytes> read(const std::filesystem::path& file) const override {
    WV_CHECK(work());
    return real_.read(file);
  }
  base::Result<> write(const std::filesystem::path& file, base::ByteView bytes) override {
    const bool torn = fault_ == Fault::Torn && !struck_;
    const auto done = change();
    if (!done && torn) (void)real_.write(file, bytes.first(bytes.size() / 2));
    return done ? real_.write(file, bytes) : done;
  }
  base::Result<> remove(const std::filesystem::path& file) override {
    WV_CHECK(work());
    return real_.remove(file);
  }
  base::Result<> rename(const std::filesystem::path& from, const std::filesystem::path& to) override {
    WV_CHECK(change());
    return real_.rename(from, to);
  }
  base::Result<> make_folder(const std::filesystem::path& folder) override {
    WV_CHECK(change());
    return real_.make_folder(folder);
  }
  base::Result<std::vector<std::string>> list(const std::filesystem::path& folder) const override {
    WV_CHECK(work());
    return real_.list(folder);
  }
  base::Result<std::uint64_t> free_bytes(const std::filesystem::path& folder) const override {
    WV_CHECK(work());
    return real_.free_bytes(folder);
  }

 private:
  bool reached() const { return ++operations_ >= at_ && fault_ != Fault::None; }
  base::Result<> work() const {
    if (!reached() || fault_ == Fault::Full || fault_ == Fault::ReadOnly) return {};
    struck_ = true;
    return base::fail(base::ErrorCode::Io, "the stick: Input/output error");
  }
  base::Result<> change() const {
    if (!reached()) return {};
    struck_ = true;
    if (fault_ == Fault::Full) return base::fail(base::ErrorCode::Io, "the stick: No space left on device");
    if (fault_ == Fault::ReadOnly)
      return base::fail(base::ErrorCode::Unavailable, "the stick: Read-only file system");
    return base::fail(base::ErrorCode::Io, "the stick: Input/output error");
  }

  base::Files& real_;
  Fault fault_;
  int at_;
  mutable int operations_ = 0;
  mutable bool struck_ = false;
};

class NoNetwork final : public base::Http {
 public:
  base::Result<base::HttpResponse> exchange(const base::HttpRequest&) override {
    return base::fail(base::ErrorCode::Unavailable, "centraal.invalid: no network");
  }
};

// The central of tests/support/central.h with keys and content of its own.
class StickCentral : public Central {
 public:
  explicit StickCentral(std::uint64_t seed) {
    random = SeededRandom(seed);  // two centrals have keys of their own
    must(repository.init(random, clock.at));
    must(repository.publish(*content::read_content(files, content_mini()), {}, clock.at));
  }
  base::Result<central::StickReport> take(base::Files& stick) {
    return central::exchange_with_stick(
        {stick, files, repository,
         [this](const Json& request, const central::Desk::Row& row) { return desk->ask(request, row); }});
  }
  std::string invitation(const std::string& name) {
    std::string line;
    must(desk->ask(Json::object({{"vraag", "kiosk-toevoegen"},
                                 {"naam", name},
                                 {"kanaal", "mini"},
                                 {"adres", "https://centraal.invalid/kiosk/v1"}}),
                   [&](const Json& row) { return line = row.text_or("uitnodiging", ""), true; }));
    return line;
  }
  std::int64_t ideas() const { return own.count("idee"); }
};

class StickKiosk {
 public:
  StickKiosk(const std::filesystem::path& folder, FixedClock& clock, SeededRandom& random)
      : place{folder}, clock_(clock), random_(random) {
    std::filesystem::create_directories(folder);
    store.emplace(must(client::Store::open(place.sync_file())));
  }
  client::StickOutcome visit(base::Files& stick) {
    return must(client::run_stick_round(world, place, *store, stick, {"", "test", {}}));
  }
  std::string idea(const std::string& text = "Een bankje bij de speeltuin") {
    auto database = must(db::Database::open(place.ideas_file(), db::OpenMode::OwnPrecious));
    must(database.run(
        "CREATE TABLE IF NOT EXISTS idee(id TEXT PRIMARY KEY, volgnummer INTEGER NOT NULL UNIQUE,"
        " bytes BLOB NOT NULL, sha256 BLOB NOT NULL, bewaard_op INTEGER NOT NULL) STRICT"));
    const auto id = base::make_uuid7(clock_.at, random_);
    const auto text_of = an_idea(++sequence_, text);
    const auto bytes = as_bytes(text_of);
    must(database.run("INSERT INTO idee VALUES(?,?,?,?,0)", id, sequence_, bytes,
                      base::ByteView(base::sha256(bytes))));
    return id;
  }
  std::string state_of(const std::string& id) {
    return word("SELECT staat FROM levering WHERE idee='" + id + "'");
  }
  std::int64_t count(const std::string& state) {
    return std::stoll(word("SELECT CAST(count(*) AS TEXT) FROM levering WHERE staat='" + state + "'"));
  }
  std::string id() { return must(store->fact(client::fact::kiosk)).value_or(""); }
  std::int64_t shown() {
    const auto active = must(client::Shelf(store->database(), place).active());
    return active ? active->version : 0;
  }
  void expect_sound_content() {
    if (shown() != 0) must(must(client::ReleaseReader::open(place.release_file(shown()))).verify());
  }

  client::Place place;
  std::optional<client::Store> store;

 private:
  std::string word(const std::string& sql) {
    auto select = must(store->database().prepare(sql));
    return must(select.step()) ? select.text_copy(0) : std::string("(no row)");
  }

  FixedClock& clock_;
  SeededRandom& random_;
  NoNetwork network_;
  edge::Disk files_;
  edge::Disk secrets_{edge::Disk::Access::OwnerOnly};
  client::Steps steps_;
  base::Log log_{[](std::string_view) {}};
  std::int64_t sequence_ = 0;

 public:
  client::World world{network_, files_, secrets_, clock_, random_, steps_, log_};
};

// One central, one stick, and as many kiosks as a test makes.
class StickTown {
 public:
  explicit StickTown(std::uint64_t seed = 1) : central(seed) {}
  std::filesystem::path folder() const { return central.folder.path / "stick"; }
  std::filesystem::path of(StickKiosk& kiosk, std::string_view file) const {
    return folder() / wire::stick::folder_of({kiosk.id()}) / file;
  }
  std::unique_ptr<StickKiosk> kiosk(const std::string& name) {
    return std::make_unique<StickKiosk>(central.folder.path / name, central.clock, central.random);
  }
  // By hand, as it goes: invitation, request, answer.
  std::unique_ptr<StickKiosk> enrolled(const std::string& name) {
    auto fresh = kiosk(name);
    must(central::put_invitation_on(stick, central.invitation(name)));
    REQUIRE(fresh->visit(stick).word() == "aanmelding-onderweg");
    REQUIRE(must(central.take(stick)).enrolled == 1);
    const auto outcome = fresh->visit(stick);
    REQUIRE(outcome.word() == "goed");
    REQUIRE(outcome.enrolled);
    return fresh;
  }

  StickCentral central;
  bool made_ = std::filesystem::create_directories(folder());
  edge::Stick stick = must(edge::Stick::open(folder(), wire::stick::max_file_bytes));
};

}  // namespace wv::test
