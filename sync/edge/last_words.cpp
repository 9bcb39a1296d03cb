// The handler that writes the note: made ready while all is well, and safe in a process that is dying.
#include "sync/edge/last_words.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <string>
#include <vector>

namespace wv::edge {

namespace {

constexpr std::array faults = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT};

// Everything that the handler needs, made while all was well.
struct Will {
  std::string file;
  const base::CrashNote* note = nullptr;
  std::vector<char> room = std::vector<char>(64 * 1024);
  std::vector<char> stack =
      std::vector<char>(64 * 1024);  // of its own: the fault may be that there was none left
  std::array<struct sigaction, faults.size()> before{};
};
Will* will = nullptr;

void write_note() {
  const std::size_t size = will->note->write_into(will->room);
  // Anew: whoever may read an old one keeps that one.
  (void)::unlink(will->file.c_str());
  const int file = ::open(will->file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (file < 0) return;
  for (std::size_t done = 0; done < size;) {
    const auto more = ::write(file, will->room.data() + done, size - done);
    if (more <= 0) break;
    done += static_cast<std::size_t>(more);
  }
  ::close(file);
}

void give_back() {
  for (std::size_t i = 0; i < faults.size(); ++i) ::sigaction(faults[i], &will->before[i], nullptr);
}

// The same signal once more, to whoever would have had it: it waits until this handler has returned.
void die(int signal) {
  give_back();
  write_note();
  ::raise(signal);
}

}  // namespace

LastWords::LastWords(const std::filesystem::path& file, const base::CrashNote& note) {
  static Will made;
  made.file = file.string();
  made.note = &note;
  will = &made;
  stack_t stack{};
  stack.ss_sp = made.stack.data();
  stack.ss_size = made.stack.size();
  ::sigaltstack(&stack, nullptr);
  struct sigaction action{};
  action.sa_handler = die;
  action.sa_flags = SA_ONSTACK;
  for (std::size_t i = 0; i < faults.size(); ++i) ::sigaction(faults[i], &action, &made.before[i]);
}

LastWords::~LastWords() {
  give_back();
  will = nullptr;
}

}  // namespace wv::edge
