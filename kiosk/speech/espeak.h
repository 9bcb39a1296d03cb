// The real voice: espeak-ng as a child process that lives as long as one speech.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "kiosk/speech/speaker.h"

namespace wv::speech {

// The program gets the text as SSML over its standard input, never as an argument, and dies with this one.
class EspeakSpeaker final : public Speaker {
 public:
  // The command before the options of espeak-ng; by default the program of the distribution.
  explicit EspeakSpeaker(std::vector<std::string> command = default_command());
  ~EspeakSpeaker() override;
  EspeakSpeaker(const EspeakSpeaker&) = delete;
  EspeakSpeaker& operator=(const EspeakSpeaker&) = delete;

  base::Result<> say(const Speech& speech, const Delivery& delivery) override;
  void hush() override;
  bool speaking() override;

  static std::vector<std::string> default_command();

 private:
  void bury();  // collects children that have ended, without waiting for them

  std::vector<std::string> command_;
  pid_t child_ = 0;             // 0: silent
  std::vector<pid_t> leaving_;  // were told to end
};

// What the child reads: each run in its own voice, a short rest between utterances.
std::string to_ssml(const Speech& speech);

}  // namespace wv::speech
