// The real disk, lock, clock and waiting: what a fake would only promise.
#include "sync/edge/clock.h"
#include "sync/edge/disk.h"
#include "sync/edge/lock.h"
#include "sync/edge/random.h"
#include "sync/edge/supervisor.h"
#include "sync/edge/waiter.h"

#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <set>

#include "tests/support/catch.h"
#include "tests/support/world.h"

using namespace wv;
using namespace wv::test;
using base::ErrorCode;
namespace fs = std::filesystem;

TEST_CASE("a file that was written is read back, and nothing else is left in the folder") {
  TemporaryFolder folder;
  edge::Disk disk;
  const auto file = folder.path() / "a";
  CHECK(disk.write(file, base::as_bytes("een")));
  CHECK(disk.write(file, base::as_bytes("twee")));
  CHECK(base::as_text(disk.read(file).value()) == "twee");
  CHECK(disk.list(folder.path()).value() == std::vector<std::string>{"a"});
}

TEST_CASE("a write that fails leaves the old file as it was") {
  TemporaryFolder folder;
  edge::Disk disk;
  const auto file = folder.path() / "a";
  REQUIRE(disk.write(file, base::as_bytes("oud")));
  fs::create_directory(folder.path() / "a.nieuw");  // where the new bytes would go
  CHECK(disk.write(file, base::as_bytes("nieuw")).error().code == ErrorCode::Io);
  CHECK(base::as_text(disk.read(file).value()) == "oud");
}

TEST_CASE("a disk without room is an error that says so; the old file stays and nothing is left beside it") {
  TemporaryFolder folder;
  edge::Disk disk;
  const auto file = folder.path() / "a";
  REQUIRE(disk.write(file, base::as_bytes("oud")));
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const rlimit tight{4, before.rlim_max};  // the only full disk that a test may make without being root
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  ::setrlimit(RLIMIT_FSIZE, &tight);
  const auto written = disk.write(file, base::as_bytes("te lang voor deze schijf"));
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  REQUIRE_FALSE(written);
  CHECK(written.error().code == ErrorCode::Io);
  CHECK(base::as_text(disk.read(file).value()) == "oud");
  CHECK(disk.list(folder.path()).value().size() == 1);
}

TEST_CASE("what is no ordinary file, such as a device or a link, is never written over") {
  TemporaryFolder folder;
  edge::Disk disk;
  const auto pipe = folder.path() / "pijp", link = folder.path() / "koppeling",
             target = folder.path() / "doel";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  REQUIRE(disk.write(target, base::as_bytes("doel")));
  fs::create_symlink(target, link);
  CHECK(disk.write(pipe, base::as_bytes("x")).error().code == ErrorCode::Io);
  CHECK(disk.write(link, base::as_bytes("x")).error().code == ErrorCode::Io);
  CHECK(fs::is_fifo(pipe));
  CHECK(fs::is_symlink(link));
  CHECK(base::as_text(disk.read(target).value()) == "doel");
}

TEST_CASE("a file that is absent is not an error of the disk") {
  TemporaryFolder folder;
  edge::Disk disk;
  CHECK(disk.read(folder.path() / "a").error().code == ErrorCode::NotFound);
  CHECK(disk.remove(folder.path() / "a"));
  CHECK(disk.list(folder.path() / "b").error().code == ErrorCode::NotFound);
  CHECK(disk.read(folder.path()).error().code == ErrorCode::Io);
}

TEST_CASE(
    "secrets are readable by their owner alone, also when a crash left the temporary file open to all") {
  TemporaryFolder folder;
  edge::Disk everyone, secret(edge::Disk::Access::OwnerOnly);
  const auto file = folder.path() / "sleutel";
  std::ofstream(folder.path() / "sleutel.nieuw") << "x";
  fs::permissions(folder.path() / "sleutel.nieuw", fs::perms::all);
  REQUIRE(secret.write(file, base::as_bytes("geheim")));
  CHECK((fs::status(file).permissions() & fs::perms::mask) ==
        (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a rename replaces what stood there") {
  TemporaryFolder folder;
  edge::Disk disk;
  REQUIRE(disk.write(folder.path() / "a", base::as_bytes("nieuw")));
  REQUIRE(disk.write(folder.path() / "b", base::as_bytes("oud")));
  CHECK(disk.rename(folder.path() / "a", folder.path() / "b"));
  CHECK(base::as_text(disk.read(folder.path() / "b").value()) == "nieuw");
  CHECK(disk.list(folder.path()).value().size() == 1);
}

TEST_CASE("two processes cannot both hold a folder, and the second hears so at once") {
  TemporaryFolder folder;
  const auto file = folder.path() / "vergrendeling";
  {
    auto first = edge::FileLock::take(file);
    REQUIRE(first);
    CHECK(edge::FileLock::take(file).error().code == ErrorCode::Unavailable);
    const edge::FileLock moved = *std::move(first);
    CHECK_FALSE(edge::FileLock::take(file));
  }
  CHECK(edge::FileLock::take(file));
}

TEST_CASE("the clock knows summer time in Amsterdam") {
  const auto clock = edge::system_clock("Europe/Amsterdam").value();
  using namespace std::chrono;
  CHECK(clock->local(at("2026-03-29T00:59:59Z")).utc_offset == minutes{60});
  CHECK(clock->local(at("2026-03-29T01:00:00Z")).utc_offset == minutes{120});
  const auto midnight = clock->local(at("2026-06-30T22:15:00Z"));
  CHECK(base::to_iso_day(midnight.day) == "2026-07-01");
  CHECK(midnight.since_midnight == minutes{15});
}

TEST_CASE("a time zone that this system does not know is refused, not taken for UTC") {
  CHECK(edge::system_clock("Europe/Tilburg").error().code == ErrorCode::Invalid);
  CHECK_FALSE(edge::system_clock("/etc/passwd"));
  CHECK_FALSE(edge::system_clock("../../../etc/passwd"));
  CHECK_FALSE(edge::system_clock(""));
}

TEST_CASE("randomness does not repeat itself") {
  edge::SystemRandom random;
  std::set<std::vector<std::uint8_t>> drawn;
  for (int i = 0; i < 100; ++i) {
    std::vector<std::uint8_t> bytes(16);
    random.fill(bytes);
    drawn.insert(bytes);
  }
  CHECK(drawn.size() == 100);
}

TEST_CASE("who waits is woken by the watched file, by a signal to stop, or by time, and by nothing else") {
  TemporaryFolder folder;
  edge::Disk disk;
  using Woke = edge::Waiter::Woke;
  const auto waiter = edge::Waiter::make(folder.path(), {"ideeen.db", "sync-verzoek"}).value();
  CHECK(waiter->wait(base::Millis{0}) == Woke::Time);
  REQUIRE(disk.write(folder.path() / "iets-anders", base::as_bytes("x")));
  CHECK(waiter->wait(base::Millis{1}) == Woke::Time);
  REQUIRE(disk.write(folder.path() / "sync-verzoek", base::as_bytes("1")));
  CHECK(waiter->wait(base::Millis{60'000}) == Woke::Change);
  CHECK(waiter->wait(base::Millis{0}) == Woke::Time);  // heard once is enough
  CHECK_FALSE(waiter->stop_asked());
  ::raise(SIGTERM);
  CHECK(waiter->stop_asked());
  CHECK(waiter->wait(base::Millis{60'000}) == Woke::Stop);
}

namespace {

// The socket on which systemd listens to its services.
class Listening {
 public:
  explicit Listening(const fs::path& file) : socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    file.string().copy(address.sun_path, sizeof address.sun_path - 1);
    REQUIRE(::bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    ::setenv("NOTIFY_SOCKET", file.c_str(), 1);
  }
  ~Listening() {
    ::close(socket_);
    for (const char* name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"}) ::unsetenv(name);
  }
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;

  // Everything that came since the last time, in order.
  std::vector<std::string> heard() {
    std::vector<std::string> all;
    std::array<char, 256> text{};
    for (ssize_t length = 0; (length = ::recv(socket_, text.data(), text.size(), 0)) > 0;)
      all.emplace_back(text.data(), static_cast<std::size_t>(length));
    return all;
  }

 private:
  int socket_;
};

using Heard = std::vector<std::string>;

}  // namespace

TEST_CASE("systemd hears once that a program is ready, and that it lives, but not sixty times a second") {
  const TemporaryFolder folder;
  Listening systemd(folder.path() / "notify");
  ::setenv("WATCHDOG_USEC", "20000000", 1);
  VirtualClock clock(base::Instant{});
  const auto supervisor = edge::systemd_supervisor(clock);
  CHECK(supervisor->patience() == base::Millis{10'000});
  supervisor->ready();
  CHECK(systemd.heard() == Heard{"READY=1"});
  for (int turn = 0; turn < 60; ++turn) {
    supervisor->alive();
    clock.advance(base::Millis{16});
  }
  CHECK(systemd.heard() == Heard{"WATCHDOG=1"});
  clock.advance(base::Millis{2'500});
  supervisor->alive();
  CHECK(systemd.heard() == Heard{"WATCHDOG=1"});
}

TEST_CASE("a program started by hand, or watched through another one, has nobody to tell") {
  VirtualClock clock(base::Instant{});
  const auto by_hand = edge::systemd_supervisor(clock);
  by_hand->ready();
  by_hand->alive();
  CHECK_FALSE(by_hand->patience());
  const TemporaryFolder folder;
  Listening systemd(folder.path() / "notify");
  ::setenv("WATCHDOG_USEC", "20000000", 1);
  ::setenv("WATCHDOG_PID", "1", 1);  // meant for cage, which started us
  const auto child = edge::systemd_supervisor(clock);
  CHECK_FALSE(child->patience());
  child->alive();
  child->ready();
  CHECK(systemd.heard() == Heard{"READY=1"});
}

TEST_CASE("the shorter of two waits counts, and one that is for ever does not") {
  using base::Millis;
  using base::shorter;
  CHECK(shorter(Millis{3}, Millis{2}) == Millis{2});
  CHECK(shorter(std::nullopt, Millis{2}) == Millis{2});
  CHECK(shorter(Millis{3}, std::nullopt) == Millis{3});
  CHECK_FALSE(shorter(std::nullopt, std::nullopt));
}
