// A log line stays one line, whatever stands in its values.
#include "sync/base/log.h"

#include <vector>

#include "tests/support/catch.h"

using namespace wv::base;

TEST_CASE("an event is one line with its priority, its name and its values") {
  CHECK(log_line(LogLevel::Notice, "fetch",
                 {{"outcome", "unchanged"}, {"version", 1772330400}, {"detail", "two words"}}) ==
        "<5>fetch: outcome=unchanged version=1772330400 detail=\"two words\"");
  CHECK(log_line(LogLevel::Error, "start", {}) == "<3>start");
}

TEST_CASE("nobody can write a line of their own into the log") {
  const std::string line =
      log_line(LogLevel::Info, "answer", {{"title", "a\n<3>boot: ok=1\r\x1b[31m\"\\"}, {"empty", ""}});
  CHECK(line.find('\n') == std::string::npos);
  CHECK(line.find('\x1b') == std::string::npos);
  CHECK(line == "<6>answer: title=\"a <3>boot: ok=1[31m\\\"\\\\\" empty=\"\"");
}

TEST_CASE("an endless value is cut between two characters") {
  std::string endless;
  for (int i = 0; i < 3000; ++i) endless += "é";
  const std::string line = log_line(LogLevel::Info, "x", {{"v", endless}});
  CHECK(line.size() <= 2000);
  CHECK(line.substr(line.size() - 2) == "é");
}

TEST_CASE("what is less important than asked for is left out") {
  std::vector<std::string> lines;
  const Log log([&](std::string_view line) { lines.emplace_back(line); }, LogLevel::Notice);
  log.info("small");
  log.warning("large", {{"n", 1}});
  REQUIRE(lines.size() == 1);
  CHECK(lines.front() == "<4>large: n=1");
}
