// Programs of others on a short lead.
#include "sync/edge/child.h"
#include "tests/support/catch.h"

using namespace wv;

namespace {

edge::Command shell(const std::string& script) {
  return {.program = "/bin/sh", .arguments = {"-c", script}};
}

}  // namespace

TEST_CASE("another program is fed, heard and its status known") {
  const auto ended = edge::run(shell("cat; echo klacht >&2; exit 3"), std::string(300'000, 'x'));
  REQUIRE(ended);
  CHECK(ended->status == 3);
  CHECK(ended->out.size() == 300'000);
  CHECK(ended->err == "klacht\n");
}

TEST_CASE("a program that does not read, does not end, says too much or is not there is an error") {
  CHECK(edge::run(shell("exit 0"), std::string(300'000, 'x')));
  auto slow = shell("sleep 100 & sleep 100");
  slow.within = base::Millis(50);
  CHECK(edge::run(slow).error().code == base::ErrorCode::Unavailable);
  auto loud = shell("yes");
  loud.most_output = 1 << 20;
  CHECK(edge::run(loud).error().message.find("said more than it may") != std::string::npos);
  CHECK(edge::run({.program = "/bestaat/niet"}).error().code == base::ErrorCode::Unavailable);
}

TEST_CASE("a program that wants more memory than it may fails by itself") {
  auto greedy = shell("exec tail -n 1 /dev/zero");
  greedy.memory = 200 << 20;
  const auto ended = edge::run(greedy);
  REQUIRE(ended);
  CHECK(ended->status != 0);
}
