// The book of ideas through restarts, kills, a full disk and damage.
#include "kiosk/store/idea_book.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <fstream>

#include "sync/edge/disk.h"
#include "tests/support/catch.h"
#include "tests/support/world.h"

namespace fs = std::filesystem;
using namespace wv;
using store::IdeaBook;

namespace {

const base::Instant now = test::at("2026-11-23T13:30:00Z");

IdeaBook::Opened opened(const fs::path& folder, std::int64_t floor = 0) {
  edge::Disk disk;
  auto book = IdeaBook::open(folder, disk, now, floor);
  if (!book) FAIL(book.error().message);
  return *std::move(book);
}

base::Bytes envelope(std::int64_t sequence) {
  const std::string text = R"({"tekst":"Een bankje","volgnummer":)" + std::to_string(sequence) + "}";
  return {text.begin(), text.end()};
}

base::Result<std::int64_t> keep(IdeaBook& book, const std::string& id) {
  return book.keep(model::IdeaId{id}, now, envelope);
}

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void overwrite(const fs::path& file, std::size_t at, std::size_t count) {
  std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
  out.seekp(static_cast<std::streamoff>(at));
  out << std::string(count, '\x5a');
}

// Runs `deed` in a process that ends by SIGKILL, at the latest when the deed is over.
template <class Deed>
void in_a_process_that_is_killed(Deed deed) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    deed();
    ::raise(SIGKILL);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
}

// Lets no file of this process grow past `bytes`, as on a full disk, until it goes out of scope.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    old_handler_ = std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &old_);
    const rlimit small{bytes, old_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;
  ~FullDisk() {
    ::setrlimit(RLIMIT_FSIZE, &old_);
    std::signal(SIGXFSZ, old_handler_);
  }

 private:
  rlimit old_{};
  void (*old_handler_)(int) = nullptr;
};

}  // namespace

TEST_CASE("ideas and their numbers are there after a restart") {
  test::TemporaryFolder folder;
  {
    auto [book, trouble] = opened(folder.path());
    CHECK_FALSE(trouble);
    CHECK(keep(book, "a") == 1);
    CHECK(keep(book, "b") == 2);
  }
  auto [book, trouble] = opened(folder.path());
  CHECK(book.ids().value() == std::vector<std::string>{"a", "b"});
  CHECK(keep(book, "c") == 3);
}

TEST_CASE("a number is never used twice, also not after its idea was erased") {
  test::TemporaryFolder folder;
  auto [book, trouble] = opened(folder.path());
  CHECK(keep(book, "a") == 1);
  REQUIRE(book.erase({"a", "unknown"}));
  CHECK(book.count() == 0);
  CHECK(keep(book, "b") == 2);
}

TEST_CASE("the same idea cannot be kept twice") {
  test::TemporaryFolder folder;
  auto [book, trouble] = opened(folder.path());
  REQUIRE(keep(book, "a"));
  CHECK_FALSE(keep(book, "a"));
  CHECK(book.count() == 1);
  CHECK(keep(book, "b") == 2);  // the failed one took no number
}

TEST_CASE("a process that is killed right after keeping has kept") {
  test::TemporaryFolder folder;
  in_a_process_that_is_killed([&] {
    auto [book, trouble] = opened(folder.path());
    if (!keep(book, "a")) ::_exit(1);
  });
  auto [book, trouble] = opened(folder.path());
  CHECK(book.ids().value() == std::vector<std::string>{"a"});
}

TEST_CASE("a process that is killed in the middle of keeping has kept nothing and lost nothing") {
  test::TemporaryFolder folder;
  {
    auto [book, trouble] = opened(folder.path());
    REQUIRE(keep(book, "a"));
  }
  in_a_process_that_is_killed([&] {
    auto [book, trouble] = opened(folder.path());
    (void)book.keep(model::IdeaId{"b"}, now, [](std::int64_t) -> base::Bytes {
      ::raise(SIGKILL);
      return {};
    });
  });
  auto [book, trouble] = opened(folder.path());
  CHECK_FALSE(trouble);
  CHECK(book.ids().value() == std::vector<std::string>{"a"});
  CHECK(keep(book, "c") == 2);
}

TEST_CASE("on a full disk the idea is refused, and kept once there is room") {
  test::TemporaryFolder folder;
  auto [book, trouble] = opened(folder.path());
  REQUIRE(keep(book, "a"));
  const auto large = [](std::int64_t) { return base::Bytes(200'000, 'x'); };
  {
    const FullDisk full(fs::file_size(folder.path() / "ideeen.db"));
    const auto refused = book.keep(model::IdeaId{"b"}, now, large);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == base::ErrorCode::Io);
  }
  CHECK(book.ids().value() == std::vector<std::string>{"a"});
  CHECK(book.keep(model::IdeaId{"b"}, now, large) == 2);
}

TEST_CASE("an erased idea leaves no readable trace in the file") {
  test::TemporaryFolder folder;
  auto [book, trouble] = opened(folder.path());
  const std::string canary = "kanarie-in-de-mijn";
  REQUIRE(book.keep(model::IdeaId{"a"}, now,
                    [&](std::int64_t) { return base::Bytes(canary.begin(), canary.end()); }));
  REQUIRE(content_of(folder.path() / "ideeen.db").find(canary) != std::string::npos);
  REQUIRE(book.erase({"a"}));
  CHECK(content_of(folder.path() / "ideeen.db").find(canary) == std::string::npos);
  CHECK_FALSE(fs::exists(folder.path() / "ideeen.db-journal"));
}

TEST_CASE("a file that is no database is put aside whole and a new book begins") {
  test::TemporaryFolder folder;
  std::ofstream(folder.path() / "ideeen.db") << std::string(5000, 'x');
  auto [book, trouble] = opened(folder.path(), 41);
  REQUIRE(trouble);
  CHECK(trouble->find("ideeen.db.beschadigd-20261123T133000") != std::string::npos);
  CHECK(content_of(folder.path() / "ideeen.db.beschadigd-20261123T133000") == std::string(5000, 'x'));
  CHECK(book.count() == 0);
  CHECK(keep(book, "a").value() > 41);
}

TEST_CASE("from a damaged book what can be read is rescued, and its numbers are not used again") {
  test::TemporaryFolder folder;
  {
    auto [book, trouble] = opened(folder.path());
    for (int i = 0; i < 60; ++i) {
      REQUIRE(book.keep(model::IdeaId{"idee-" + std::to_string(i)}, now, [&](std::int64_t n) {
        auto bytes = envelope(n);
        bytes.resize(1500, ' ');
        return bytes;
      }));
    }
  }
  const auto size = fs::file_size(folder.path() / "ideeen.db");
  overwrite(folder.path() / "ideeen.db", size / 2, 4096);
  auto [book, trouble] = opened(folder.path());
  REQUIRE(trouble);
  INFO(*trouble);
  const auto rescued = book.count().value();
  CHECK(rescued >= 40);
  CHECK(rescued < 60);
  CHECK(keep(book, "nieuw").value() > 60);
  CHECK_FALSE(opened(folder.path()).trouble);  // said once; the new book is sound
}

TEST_CASE("a program that was put back after an update goes on with the book of the newer one") {
  test::TemporaryFolder folder;
  {
    auto newer = opened(folder.path());
    REQUIRE(keep(newer.book, "a"));
  }
  {
    auto database = db::Database::open(folder.path() / "ideeen.db", db::OpenMode::OwnPrecious);
    REQUIRE(database);
    REQUIRE(database->run("CREATE TABLE later(a); PRAGMA user_version = 99"));
  }
  auto older = opened(folder.path());
  CHECK_FALSE(older.trouble);
  CHECK(keep(older.book, "b") == 2);
  CHECK(older.book.ids() == std::vector<std::string>{"a", "b"});
  auto database = db::Database::open(folder.path() / "ideeen.db", db::OpenMode::Read);
  CHECK(database->version() == 99);  // the newer one, installed again, does not make its tables twice
}

TEST_CASE("an idea is found by the hash of its code") {
  test::TemporaryFolder folder;
  auto [book, trouble] = opened(folder.path());
  const std::string hash = "k1Yx9Qm2vT7bR0sLw3ZpAg";
  REQUIRE(book.keep(model::IdeaId{"a"}, now, [&](std::int64_t) {
    const std::string text = R"({"referentieHash":")" + hash + "\"}";
    return base::Bytes(text.begin(), text.end());
  }));
  CHECK(book.find_by_reference(hash).value() == "a");
  CHECK_FALSE(book.find_by_reference("AAAAAAAAAAAAAAAAAAAAAA").value());
  CHECK_FALSE(book.find_by_reference("").value());
}

TEST_CASE("the number of a paper slip is taken with its idea or not at all, and for a year") {
  test::TemporaryFolder folder;
  const auto keep_slip = [](IdeaBook& book, const std::string& id, std::int64_t slip, base::Instant at) {
    return book.keep(model::IdeaId{id}, at, envelope, slip);
  };
  {
    auto book = opened(folder.path()).book;
    REQUIRE(keep_slip(book, "a", 12, now));
    CHECK_FALSE(keep_slip(book, "b", 12, now));
    CHECK(book.count() == 1);
    REQUIRE(keep(book, "c"));
    CHECK(book.slips(now).value().count == 1);
  }
  auto book = opened(folder.path()).book;
  CHECK(book.slip_typed_at(12, now + std::chrono::days(364)).value() == now);
  CHECK(book.slip_typed_at(13, now).value() == std::nullopt);
  // The paper is gone once the idea is; the number still counts.
  REQUIRE(book.erase({"a"}));
  CHECK_FALSE(keep_slip(book, "d", 12, now + std::chrono::days(364)));
  REQUIRE(keep_slip(book, "e", 11, now + std::chrono::days(1)));
  const auto slips = book.slips(now + std::chrono::days(2)).value();
  CHECK(slips.count == 2);
  CHECK(slips.last == 11);
  const auto next_year = now + std::chrono::days(365);
  CHECK(book.slip_typed_at(12, next_year).value() == std::nullopt);
  REQUIRE(keep_slip(book, "f", 12, next_year));
  CHECK(book.slips(next_year).value().count == 2);
}
