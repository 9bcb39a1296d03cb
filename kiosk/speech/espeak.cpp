// Starting, feeding and ending the child.
#include "kiosk/speech/espeak.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

namespace wv::speech {
namespace {

// Of espeak-ng: 100 is as recorded, 200 begins to distort. Words a minute: 175 is its own default.
constexpr int kAmplitude[] = {35, 60, 90, 130, 180};
constexpr int kPace[] = {105, 130, 155, 195};

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      out += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    }
  }
}

std::vector<std::string> with_options(std::vector<std::string> command, const Delivery& delivery) {
  const auto volume = static_cast<std::size_t>(std::clamp(delivery.volume, 1, 5) - 1);
  command.insert(command.end(), {"-m", "--stdin", "-a", std::to_string(kAmplitude[volume]), "-s",
                                 std::to_string(kPace[static_cast<std::size_t>(delivery.pace)])});
  return command;
}

// A socket and not a pipe: writing to a child that is gone must not raise a signal.
class Mouthpiece {
 public:
  Mouthpiece() {
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends_) != 0) ends_[0] = ends_[1] = -1;
  }
  ~Mouthpiece() {
    for (const int end : ends_)
      if (end >= 0) close(end);
  }
  Mouthpiece(const Mouthpiece&) = delete;
  Mouthpiece& operator=(const Mouthpiece&) = delete;

  bool open() const { return ends_[0] >= 0; }
  int child_end() const { return ends_[1]; }
  // The whole text or as much as the socket holds at once (200 kB, thirty times the longest speech).
  bool send_all(std::string_view text) const {
    while (!text.empty()) {
      const auto sent = send(ends_[0], text.data(), text.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
      if (sent <= 0) return false;
      text.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

 private:
  int ends_[2];
};

base::Result<pid_t> spawn(std::vector<std::string> command, int standard_input) {
  std::vector<char*> arguments;
  for (auto& word : command) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, standard_input, STDIN_FILENO);
  // Complaints about sound cards would fill the log, and could quote what is said.
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int failed = posix_spawn(&child, arguments[0], &files, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  if (failed != 0) return base::fail(base::ErrorCode::Unavailable, command[0] + " could not be started");
  return child;
}

}  // namespace

std::string to_ssml(const Speech& speech) {
  std::string out = "<speak>";
  for (const auto& utterance : speech) {
    for (const Run& run : utterance.runs) {
      const auto voice = voice_of(run.lang);
      if (!voice) continue;
      out += "<voice xml:lang=\"" + std::string(*voice) + "\">";
      append_escaped(out, run.text);
      out += "</voice>";
    }
    out += "<break time=\"250ms\"/>";
  }
  return out + "</speak>";
}

// setpriv (util-linux, always there) ends the voice when the screen ends, and lets it gain no rights.
std::vector<std::string> EspeakSpeaker::default_command() {
  return {"/usr/bin/setpriv", "--no-new-privs", "--pdeathsig", "KILL", "/usr/bin/espeak-ng"};
}

EspeakSpeaker::EspeakSpeaker(std::vector<std::string> command) : command_(std::move(command)) {}

EspeakSpeaker::~EspeakSpeaker() {
  hush();
  for (const pid_t child : leaving_) waitpid(child, nullptr, 0);
}

base::Result<> EspeakSpeaker::say(const Speech& speech, const Delivery& delivery) {
  hush();
  const Mouthpiece mouthpiece;
  if (!mouthpiece.open()) return base::fail(base::ErrorCode::Unavailable, "no socket for the voice");
  WV_TRY(child_, spawn(with_options(command_, delivery), mouthpiece.child_end()));
  if (mouthpiece.send_all(to_ssml(speech))) return {};
  hush();
  return base::fail(base::ErrorCode::Unavailable, "the voice does not take its text");
}

void EspeakSpeaker::hush() {
  if (child_ != 0) {
    kill(child_, SIGKILL);
    leaving_.push_back(child_);
    child_ = 0;
  }
  bury();
}

bool EspeakSpeaker::speaking() {
  bury();
  if (child_ == 0) return false;
  if (waitpid(child_, nullptr, WNOHANG) == 0) return true;
  child_ = 0;
  return false;
}

void EspeakSpeaker::bury() {
  std::erase_if(leaving_, [](pid_t child) { return waitpid(child, nullptr, WNOHANG) != 0; });
}

}  // namespace wv::speech
