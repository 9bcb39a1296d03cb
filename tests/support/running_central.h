// wijkvenster-central as a process of its own with an enrolled kiosk, met over real sockets.
#pragma once

#include <spawn.h>
#include <sys/wait.h>

#include <csignal>
#include <cstdio>
#include <fstream>

#include "sync/edge/clock.h"
#include "sync/edge/random.h"
#include "tests/support/central.h"
#include "tests/support/line.h"

namespace wv::test {

class RunningCentral {
 public:
  RunningCentral() {
    command("init");
    command("publish " + content_mini());
    start();
    kiosk = enrol();
  }
  ~RunningCentral() {
    ::kill(process_, SIGTERM);
    ::waitpid(process_, nullptr, 0);
  }
  RunningCentral(const RunningCentral&) = delete;

  Line line() const { return Line(port_); }
  // The whole answer to these bytes, with the connection closed after them.
  std::string tell(std::string_view bytes) const {
    auto line = this->line();
    line.say(bytes);
    line.say_no_more();
    return line.rest();
  }

  // A PUT as a kiosk would send it; `token` replaces the one that would be right.
  std::string put(const std::string& path, const std::string& body, const std::string& token = "",
                  const std::string& more_headers = "") const {
    return "PUT " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + more_headers +
           "Authorization: Bearer " + (token.empty() ? token_for("PUT", path, body) : token) +
           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
  }
  std::string token_for(const std::string& method, const std::string& path, const std::string& body) const {
    return wire::make_token(kiosk.key, kiosk.id, {method, path, as_bytes(body)}, clock->now(), random);
  }
  std::string new_idea() const { return "/kiosk/v1/ideeen/" + base::make_uuid7(clock->now(), random); }

  // What the process holds in memory just now, in KiB.
  long resident() const {
    std::ifstream status("/proc/" + std::to_string(process_) + "/status");
    for (std::string line; std::getline(status, line);)
      if (line.starts_with("VmRSS:")) return std::stol(line.substr(6));
    return -1;
  }
  std::string log() const {
    std::ifstream file(folder.path / "log");
    return {std::istreambuf_iterator<char>(file), {}};
  }
  // All that the archive holds, as the command line tells it.
  std::vector<Json> ideas() const {
    const auto json = must(base::parse_json(command("ideas --json"), {64 << 20, 16}));
    return *json.items();
  }

  std::string command(const std::string& arguments) const {
    const auto all = binary() + " " + arguments + " --repo " + repo() + " 2>&1";
    std::FILE* pipe = ::popen(all.c_str(), "r");
    REQUIRE(pipe);
    std::string out;
    char piece[4096];
    while (const auto got = std::fread(piece, 1, sizeof piece, pipe)) out.append(piece, got);
    INFO(out);
    REQUIRE(::pclose(pipe) == 0);
    return out;
  }

  TemporaryFolder folder;
  std::unique_ptr<base::Clock> clock = must(edge::system_clock());
  mutable edge::SystemRandom random;
  TestKiosk kiosk;

 private:
  static std::string binary() { return std::string(WV_BINARY_DIR) + "/bin/wijkvenster-central"; }
  std::string repo() const { return (folder.path / "repo").string(); }

  // A process that remembers what it freed would look as if it grew.
  void start() {
    const auto port_file = (folder.path / "poort").string();
    const auto shell = "ASAN_OPTIONS=quarantine_size_mb=1:detect_leaks=1 exec " + binary() +
                       " serve --repo " + repo() + " --listen 127.0.0.1:0 --port-file " + port_file + " 2>" +
                       (folder.path / "log").string();
    std::string name = "sh", option = "-c", words = shell;
    char* const arguments[] = {name.data(), option.data(), words.data(), nullptr};
    REQUIRE(::posix_spawn(&process_, "/bin/sh", nullptr, nullptr, arguments, environ) == 0);
    for (int i = 0; i < 2000 && port_ == 0; ++i) {
      std::ifstream(port_file) >> port_;
      pollfd pause{-1, 0, 0};
      ::poll(&pause, 1, 10);
    }
    REQUIRE(port_ != 0);
  }

  TestKiosk enrol() {
    auto code = command("kiosks add Proef --code-only");
    code.erase(code.find_last_not_of(" \n") + 1);
    TestKiosk fresh{base::make_key_pair(random), {}};
    const auto body = enrolment_body(code, fresh.key);
    const auto answer = tell(
        "POST /kiosk/v1/aanmeldingen HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        "Content-Length: " +
        std::to_string(body.size()) + "\r\n\r\n" + body);
    INFO(answer);
    REQUIRE(answer.starts_with("HTTP/1.1 201 "));
    const auto json = must(base::parse_json(answer.substr(answer.find("\r\n\r\n") + 4)));
    fresh.id = {std::string(json.text_or("kioskId", ""))};
    return fresh;
  }

  pid_t process_ = -1;
  std::uint16_t port_ = 0;
};

}  // namespace wv::test
