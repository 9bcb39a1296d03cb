// What the screen program did lately, for the log on the staff screen. Events and counts, never what somebody
// typed; in memory only, so that nothing of it is left when the program ends.
#pragma once

#include <deque>
#include <vector>

#include "kiosk/store/report.h"
#include "kiosk/visit/effect.h"

namespace wv::app {

class Diary {
 public:
  static constexpr std::size_t most_lines = 100;  // older ones go

  // `detail` is a version, a number or the message of an error.
  void note(base::Instant at, store::LogLine::What what, std::string detail = {});
  // What an effect came to, where that is worth a line.
  void note(base::Instant at, const visit::Effect& effect, const std::optional<visit::Action>& answer);
  std::vector<store::LogLine> lines() const;  // newest first

 private:
  std::deque<store::LogLine> lines_;
};

}  // namespace wv::app
