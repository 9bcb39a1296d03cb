// A process that dies of a fault leaves its note, and dies of that fault.
#include "sync/edge/last_words.h"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <iterator>

#include "tests/support/catch.h"
#include "tests/support/world.h"

using namespace wv;

namespace {

struct Note final : base::CrashNote {
  std::string text = "key Select\n";
  std::size_t write_into(std::span<char> out) const noexcept override {
    std::ranges::copy(text, out.begin());
    return text.size();
  }
};

// How a child ends that does this with its last words taken down.
template <class Do>
int end_of(const std::filesystem::path& file, Do what) {
  const pid_t child = ::fork();
  if (child == 0) {
    for (const int fault : {SIGABRT, SIGSEGV}) ::signal(fault, SIG_DFL);  // not Catch2's, nor a sanitizer's
    const Note note;
    const edge::LastWords words(file, note);
    what();
    ::_exit(0);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return status;
}

std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("last words are written at a fault, for the owner alone, and the fault is what ends the process") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "note";
  for (const int fault : {SIGABRT, SIGSEGV}) {
    const int status = end_of(file, [&] { ::raise(fault); });
    CHECK((WIFSIGNALED(status) && WTERMSIG(status) == fault));
    CHECK(content_of(file) == "key Select\n");
    CHECK(std::filesystem::status(file).permissions() ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
  }
}

TEST_CASE("without a fault nothing is left behind") {
  const test::TemporaryFolder folder;
  const int status = end_of(folder.path() / "note", [] {});
  CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 0));
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a link where the last words go is replaced, not followed") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "note", other = folder.path() / "other";
  std::ofstream(other) << "mine";
  std::filesystem::create_symlink(other, file);
  (void)end_of(file, [] { ::raise(SIGABRT); });
  CHECK(content_of(other) == "mine");
  CHECK(std::filesystem::symlink_status(file).type() == std::filesystem::file_type::regular);
}
