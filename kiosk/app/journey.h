// A visit as a script, one step a line: what a finger does and what the screen must then say.
// Read here, played by player.h. The steps are explained in `wijkvenster --help` and kiosk/app/README.md.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kiosk/paint/input.h"
#include "sync/base/result.h"
#include "sync/base/time.h"

namespace wv::app {

struct Tap {
  std::string label;
};
struct Press {
  std::string id;
  bool is_long = false;
};  // what has this id in the tree; long: as staff hold the place's name
struct Touch {};   // the middle of the screen
struct Letter {};  // whichever key comes first that types
struct Hold {
  std::string label;
  base::Millis time{};
};
struct Type {
  std::string text;
};  // through the on-screen keyboard, key by key
struct NamedKey {
  std::string_view name;
  paint::Key key = paint::Key::None;
};
// The keys of the panel by their names in a script; the arrows in the order of ui::Direction.
inline constexpr std::array<NamedKey, 6> named_keys = {{{"Up", paint::Key::Up},
                                                        {"Down", paint::Key::Down},
                                                        {"Left", paint::Key::Left},
                                                        {"Right", paint::Key::Right},
                                                        {"Select", paint::Key::Select},
                                                        {"Help", paint::Key::Help}}};
struct PressKey {
  NamedKey key;
};
struct KeysTo {
  std::string label;
};  // arrows until this has the focus
struct Expect {
  std::string text;
};
struct ExpectNot {
  std::string text;
};
struct ExpectScreen {
  std::string name;
};
struct Wait {
  base::Millis time{};
};  // of the virtual clock
struct FingerDown {
  float x = 0, y = 0;
};  // in pixels of the screen
struct FingerMove {
  float x = 0, y = 0;
};
struct FingerUp {};
struct ChooseLang {
  std::string lang;
};
struct Shot {
  std::string name;
};  // a PNG in the folder of --shots
struct SpeakExpect {
  std::string text;
};  // in what was read aloud last
struct Headphones {
  bool plugged_in = false;
};
struct ExpectExit {
  int code = 0;
};  // staff ended the program in the way of this exit code (run.h)
struct SyncOnce {};  // runs wijkvenster-sync once

using Doing = std::variant<Tap, Hold, Type, PressKey, Expect, ExpectNot, ExpectScreen, Wait, FingerDown,
                           FingerMove, FingerUp, ChooseLang, Shot, SyncOnce, SpeakExpect, Headphones, KeysTo,
                           ExpectExit, Press, Touch, Letter>;

struct JourneyStep {
  int line = 0;      // in the script, from 1
  std::string text;  // the line itself, for messages
  Doing doing;
};

// Reads a script. Blank lines and lines from # on are skipped. Every wrong line is reported at once, as
// "name:line: what is wrong; what is possible".
base::Result<std::vector<JourneyStep>> read_journey(std::string_view script, std::string_view name);

}  // namespace wv::app
