// The last minutes of what was done at the screen, without a word of what was typed: for whoever has to find
// out why the program ended. It reads as a journey (journey.h), so it can be done again, up to where the
// words decide (an address for mail, a PIN).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "kiosk/paint/gesture.h"
#include "kiosk/ui/tree.h"
#include "sync/base/crash_note.h"
#include "sync/base/time.h"

namespace wv::app {

// Takes memory once and never again: noting costs a copy of some letters, and writing is possible in a
// process that is dying. Of a key that types it keeps that one was pressed, never which; pauses below a
// second are not kept either, because the rhythm of typing tells about the words.
class Trail final : public base::CrashNote {
 public:
  // Somebody touched a screen on which it does not matter where: an invitation, "Bent u er nog?".
  void note_touch(base::Millis at);
  // A finger was lifted from this.
  void note_press(base::Millis at, const ui::Node& node);
  // A finger rests on this as long as staff do.
  void note_hold(base::Millis at, const ui::Node& node);
  void note_key(base::Millis at, paint::Key key);
  // A letter on a real keyboard.
  void note_letter(base::Millis at);
  void note_screen(base::Millis at, std::string_view name);

  // A script that ends with the last thing that was done. It begins where a visit did, at most a quarter of
  // an hour before the end, when that is still known. What does not fit into `out` is left off at its end.
  std::size_t write_into(std::span<char> out) const noexcept override;

 private:
  struct Line {
    base::Millis at{};
    std::uint8_t size = 0;
    std::array<char, 119> text;
    std::string_view words() const { return {text.data(), size}; }
  };
  static constexpr std::size_t most_lines = 512;

  void add(base::Millis at, std::string_view word, std::string_view rest = {});
  const Line& line(std::size_t number) const { return lines_[number % most_lines]; }
  std::size_t first_worth_telling() const;

  std::array<Line, most_lines> lines_{};
  std::size_t noted_ = 0;  // ever
};

}  // namespace wv::app
