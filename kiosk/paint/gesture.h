// Fingers become intentions: a tap, a hold, a scroll. Pure; forgiving to shaky hands, resting palms and fast
// thumbs.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "kiosk/paint/input.h"

namespace wv::paint {

enum class GestureKind : std::uint8_t {
  Press,   // a finger rests at `start`: show the target pressed
  Tap,     // lifted; act when `start` and `end` lie in the same target
  Cancel,  // the press came to nothing (scroll, palm, lost): show the target released
  Hold,    // still resting, `held` has reached kHoldForAccents or kHoldForStaff (two gestures)
  Repeat,  // a key that repeats is still held: once more
  Scroll,  // move the content under `start` by dy whole pixels: positive moves it down
  Key,
  Text,
};

struct Gesture {
  GestureKind kind = GestureKind::Press;
  FingerId finger = 0;
  Point start, end;       // end: where the finger is now
  base::Millis held{};    // since the press
  bool was_held = false;  // of a Tap: a Hold was told before
  float dy = 0;
  paint::Key key = paint::Key::None;
  bool repeat = false, types_text = false;
  std::string text;
};

inline constexpr base::Millis kHoldForAccents{500};
inline constexpr base::Millis kHoldForStaff{3000};
inline constexpr base::Millis kFirstRepeat{160};  // between two repeats; they become faster…
inline constexpr base::Millis kLastRepeat{40};    // …down to this
inline constexpr base::Millis kBounce{80};  // a new touch on the spot of a lift: a trembling finger or panel
inline constexpr base::Millis kTypingBounce{
    30};  // on keys only what no person can do, so that "ll" is two letters
inline constexpr base::Millis kForgetFinger{30000};  // a finger the panel never lifted
inline constexpr float kSlopMm = 4.5f;  // travel up or down that makes a press in scrolling content a scroll
inline constexpr float kStopPxPerS = 20;
inline constexpr float kDecayPerS = 4;
inline constexpr int kPalmFingers = 3;

// What lies where, from the last frame's tree.
struct TouchMap {
  std::vector<Box>
      scrolling;  // only here a finger's travel scrolls; elsewhere it stays a press until it is lifted
  std::vector<Box>
      typing;  // keys of the on-screen keyboard: every finger taps by itself, in order of touching
  std::vector<Box> repeating;  // of these: the ones that go on while they are held
};

// One leading finger; others are ignored, except in `typing`, where a new finger completes the one before it.
// Three or more fingers are a palm: everything is cancelled and ignored until all are lifted. Time comes only
// from the events and advance(). Every motion ends: a fling decays as exp(-4t) and stops under 20 px/s.
class Gestures {
 public:
  explicit Gestures(float px_per_mm) : slop_(kSlopMm * px_per_mm), px_per_mm_(px_per_mm) {}

  void set_scale(float px_per_mm);
  void set_map(const TouchMap& map);  // copied; takes effect for the next touch
  // Both append to `out`. Events must come in order of time.
  void feed(const Event& event, std::vector<Gesture>& out);
  void advance(base::Millis now, std::vector<Gesture>& out);
  // When advance() has something to do next; nothing when no finger rests and nothing moves.
  std::optional<base::Millis> next_deadline() const;
  // A frame at the screen's rhythm is wanted: content is in motion by itself.
  bool flinging() const { return fling_.has_value(); }
  // The content reached its end, or the screen changed under the finger: nothing moves on, the press is void.
  void stop_fling() { fling_.reset(); }
  void cancel(std::vector<Gesture>& out);

 private:
  // Caught: it stopped moving content and may go on to scroll it, but is no press.
  enum class Phase : std::uint8_t { Pressed, Caught, Scrolling, Done };
  struct Finger {
    FingerId id = 0;
    Phase phase = Phase::Pressed;
    bool typing = false, scrolls = false, repeats = false;
    Point start, now;
    base::Millis down{}, seen{};
    int holds = 0;  // how many were reported; 2: no more to come
    bool was_held = false;
    int repeated = 0;            // how often
    base::Millis next_repeat{};  // once it was held
    float owed = 0;              // scrolled, but less than a pixel
    float unmeasured = 0;        // px since the velocity was last taken
    float velocity = 0;          // px/s, low-passed
  };
  struct Bystander {
    FingerId id = 0;
    base::Millis seen{};
  };
  struct Fling {
    Point start;
    float velocity = 0, owed = 0;
    base::Millis at{};
  };
  struct Lift {
    Point where;
    base::Millis at{};
  };

  void down(const Event& event, std::vector<Gesture>& out);
  void move(const Event& event, std::vector<Gesture>& out);
  void up(const Event& event, std::vector<Gesture>& out);
  void lift(Finger& finger, base::Millis at, std::vector<Gesture>& out);
  void tap(Finger& finger, std::vector<Gesture>& out);
  void scroll(Finger& finger, Point from, base::Millis passed, std::vector<Gesture>& out);
  void hold(Finger& finger, base::Millis now, std::vector<Gesture>& out);
  void repeat(Finger& finger, base::Millis now, std::vector<Gesture>& out);
  void glide(base::Millis now, std::vector<Gesture>& out);
  void forget_stuck(base::Millis now, std::vector<Gesture>& out);
  void ignore(FingerId id, base::Millis at);
  void drop(FingerId id);
  void report(const Finger& finger, GestureKind kind, std::vector<Gesture>& out);
  static bool is_repeating(const Finger& finger) {
    return finger.repeats && finger.was_held && finger.phase == Phase::Pressed;
  }
  bool stops_fling();
  bool bounced(const Event& event, bool typing) const;
  Finger* find(FingerId id);

  float slop_, px_per_mm_;
  TouchMap map_;
  std::vector<Finger> fingers_;
  std::vector<Bystander> ignored_;  // resting, but a bounce, a second finger or a palm
  bool palm_ = false;
  base::Millis clock_{};
  std::optional<Fling> fling_;
  std::array<Lift, 4> lifts_{};
  std::size_t lifts_seen_ = 0;
};

}  // namespace wv::paint
