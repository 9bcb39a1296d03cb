// What comes from the panel, the mouse and the keyboard, before anyone decides what it means.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/paint/geometry.h"
#include "sync/base/time.h"

namespace wv::paint {

enum class EventKind : std::uint8_t {
  FingerDown,
  FingerMove,
  FingerUp,
  FingerLost,  // Lost: the panel or window took it away, not a lift
  Wheel,       // in notches; away from the reader is positive and shows what lies above
  Key,
  Text,
  Resized,  // size; the canvas is new and must be painted in full
  Woken,    // Presenter::wake was called
  Quit,     // window closed, Ctrl-C, SIGTERM
};

// The six keys of the assistive keypad, and what a keyboard adds for development.
enum class Key : std::uint8_t { None, Up, Down, Left, Right, Select, Help, Erase, Back };

using FingerId = std::int64_t;
inline constexpr FingerId kMouse = -1;  // the left mouse button is a finger too

struct Event {
  EventKind kind = EventKind::Woken;
  base::Millis at{};  // Clock::monotonic()
  FingerId finger = 0;
  Point where;  // pixels of the canvas
  float wheel = 0;
  Key key = Key::None;
  bool repeat = false;      // the key is being held
  bool types_text = false;  // the same stroke also arrives as Text (space, H): ignore one of both
  Size size;
  std::string text;  // UTF-8. A visitor typed this: never logged
};

// Builders for tests and journeys.
Event finger_down(FingerId finger, Point where, base::Millis at);
Event finger_move(FingerId finger, Point where, base::Millis at);
Event finger_up(FingerId finger, Point where, base::Millis at);
Event key_press(Key key, base::Millis at);
Event typed(std::string text, base::Millis at);

}  // namespace wv::paint
