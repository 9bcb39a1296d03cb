// fork and exec with limits set in between; whatever it starts itself goes with it, as one process group.
#include "sync/edge/child.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>

#include "sync/edge/descriptor.h"

namespace wv::edge {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::Result;
using Steady = std::chrono::steady_clock;

constexpr int could_not_start = 127;
constexpr int stop_patience_ms = 5000;

struct Pipe {
  Descriptor read, write;
};

Result<Pipe> make_pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return system_failure("make", "a pipe");
  return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

// What it reads from: a socket, since writing to a pipe that nobody reads any more would end this process,
// and what a signal does is the same for all threads.
Result<Pipe> make_input() {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    return system_failure("make", "a socket");
  return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

void limit(int what, rlim_t most) {
  const rlimit both{most, most};
  ::setrlimit(static_cast<__rlimit_resource_t>(what), &both);
}

// Between fork and exec: only calls that are safe there.
[[noreturn]] void become(const Command& command, char* const* arguments, std::array<int, 3> streams) {
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  ::signal(SIGPIPE, SIG_DFL);
  limit(RLIMIT_CORE, 0);
  if (command.memory > 0) limit(RLIMIT_DATA, command.memory);
  for (int i = 0; i < 3; ++i) ::dup2(streams[static_cast<std::size_t>(i)], i);
  ::execv(command.program.c_str(), arguments);
  ::_exit(could_not_start);
}

pid_t start_with(const Command& command, std::array<int, 3> streams) {
  std::vector<std::string> words = {command.program.string()};
  words.insert(words.end(), command.arguments.begin(), command.arguments.end());
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const pid_t process = ::fork();
  if (process == 0) become(command, arguments.data(), streams);
  return process;
}

int wait_for(pid_t process) {
  int status = 0;
  while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::string name_of(const Command& command) {
  return command.program.filename().string();
}

// Feeds it and listens until both of its streams are closed.
class Conversation {
 public:
  Conversation(const Command& command, std::string_view input, Descriptor in, Descriptor out, Descriptor err)
      : command_(command),
        input_(input),
        in_(std::move(in)),
        out_(std::move(out)),
        err_(std::move(err)),
        deadline_(Steady::now() + command.within) {
    ::fcntl(in_.get(), F_SETFL, O_NONBLOCK);
    if (input_.empty()) in_ = Descriptor();
  }

  Result<> hold(Ended& ended) {
    while (out_ || err_) {
      const auto left = std::chrono::duration_cast<base::Millis>(deadline_ - Steady::now());
      if (left.count() <= 0) return fail(" took longer than it may");
      std::array<pollfd, 3> polled = {pollfd{in_ ? in_.get() : -1, POLLOUT, 0},
                                      pollfd{out_ ? out_.get() : -1, POLLIN, 0},
                                      pollfd{err_ ? err_.get() : -1, POLLIN, 0}};
      if (::poll(polled.data(), polled.size(), static_cast<int>(left.count())) < 0 && errno != EINTR)
        return system_failure("listen to", command_.program.string());
      if (polled[0].revents != 0) feed();
      if (polled[1].revents != 0 && !hear(out_, ended.out)) return fail(" said more than it may");
      if (polled[2].revents != 0 && !hear(err_, ended.err)) return fail(" complained more than it may");
    }
    return {};
  }

 private:
  Result<> fail(std::string_view what) const {
    return base::fail(ErrorCode::Unavailable, name_of(command_) + std::string(what) + ", and was stopped");
  }
  void feed() {
    const auto written = ::send(in_.get(), input_.data(), input_.size(), MSG_NOSIGNAL);
    if (written > 0) input_.remove_prefix(static_cast<std::size_t>(written));
    if (input_.empty() || (written < 0 && errno != EAGAIN && errno != EINTR)) in_ = Descriptor();
  }
  bool hear(Descriptor& from, std::string& into) const {
    std::array<char, 65536> piece;
    const auto got = ::read(from.get(), piece.data(), piece.size());
    if (got > 0) into.append(piece.data(), static_cast<std::size_t>(got));
    if (got == 0 || (got < 0 && errno != EINTR && errno != EAGAIN)) from = Descriptor();
    return into.size() <= command_.most_output;
  }

  const Command& command_;
  std::string_view input_;
  Descriptor in_, out_, err_;
  const Steady::time_point deadline_;
};

}  // namespace

Result<Ended> run(const Command& command, std::string_view input) {
  WV_TRY(auto in, make_input());
  WV_TRY(auto out, make_pipe());
  WV_TRY(auto err, make_pipe());
  const pid_t process = start_with(command, {in.read.get(), out.write.get(), err.write.get()});
  if (process < 0) return system_failure("start", command.program.string());
  in.read = Descriptor();
  out.write = Descriptor();
  err.write = Descriptor();
  Ended ended;
  const auto held =
      Conversation(command, input, std::move(in.write), std::move(out.read), std::move(err.read)).hold(ended);
  ::kill(-process, SIGKILL);  // what it left behind, or all of it when it was too slow
  ended.status = wait_for(process);
  if (!held) return std::unexpected(held.error());
  if (ended.status == could_not_start && ended.out.empty())
    return base::fail(ErrorCode::Unavailable, command.program.string() + " could not be started");
  return ended;
}

Result<Background> Background::start(const Command& command, const fs::path& log) {
  const Descriptor nothing(::open("/dev/null", O_RDONLY | O_CLOEXEC));
  const Descriptor written(::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
  if (!nothing || !written) return system_failure("open", log.string());
  const pid_t process = start_with(command, {nothing.get(), written.get(), written.get()});
  if (process < 0) return system_failure("start", command.program.string());
  return Background(process);
}

bool Background::runs() {
  if (process_ < 0) return false;
  int status = 0;
  if (::waitpid(process_, &status, WNOHANG) == 0) return true;
  process_ = -1;
  return false;
}

bool Background::brings(const fs::path& file, base::Millis within) {
  const auto deadline = Steady::now() + within;
  std::error_code ignored;
  while (!fs::exists(file, ignored) || fs::file_size(file, ignored) == 0) {
    if (!runs() || Steady::now() > deadline) return false;
    ::poll(nullptr, 0, 5);
  }
  return true;
}

Background::~Background() {
  if (!runs()) return;
  ::kill(-process_, SIGTERM);
  const auto deadline = Steady::now() + std::chrono::milliseconds(stop_patience_ms);
  while (runs() && Steady::now() < deadline) ::poll(nullptr, 0, 5);
  if (process_ < 0) return;
  ::kill(-process_, SIGKILL);
  wait_for(process_);
}

std::optional<fs::path> find_program(std::string_view name) {
  const char* path = std::getenv("PATH");
  std::string_view left = path ? path : "/usr/bin:/bin";
  while (!left.empty()) {
    const auto folder = left.substr(0, left.find(':'));
    left.remove_prefix(std::min(left.size(), folder.size() + 1));
    if (folder.empty()) continue;
    auto file = fs::path(folder) / name;
    if (::access(file.c_str(), X_OK) == 0) return file;
  }
  return std::nullopt;
}

fs::path own_program() {
  std::error_code error;
  return fs::read_symlink("/proc/self/exe", error);
}

}  // namespace wv::edge
