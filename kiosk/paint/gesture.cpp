// The rules of touch, one finger at a time. Time is what events and advance() say it is.
#include "kiosk/paint/gesture.h"

#include <algorithm>
#include <cmath>

namespace wv::paint {
namespace {

using base::Millis;

constexpr Millis kFrame{16};
constexpr Millis kRested{80};          // a finger that lay still this long before lifting does not throw
constexpr float kThrowPxPerS = 60;     // slower than this is setting down, not throwing
constexpr float kStopsTapMmPerS = 15;  // touching content that moves faster only stops it
constexpr float kNotchMm = 12;         // one notch of a mouse wheel
constexpr float kSmoothingMs = 30;
constexpr float kPerMs =
    0.9960079893F;  // exp(-kDecayPerS / 1000): stepping by whole ms makes frames not matter

bool inside(const std::vector<Box>& boxes, Point p) {
  return std::ranges::any_of(boxes, [&](const Box& box) { return box.contains(p); });
}

float distance(Point a, Point b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

// Every fourth repeat is a step faster, so that a word goes letter by letter and a page soon.
Millis repeat_after(int repeated) {
  return std::max(kLastRepeat, kFirstRepeat - Millis{30} * (repeated / 4));
}

// Takes the whole pixels out of what is owed.
float whole_px(float& owed) {
  const float whole = std::trunc(owed);
  owed -= whole;
  return whole;
}

Gesture scrolled(Point start, float dy, FingerId finger = 0) {
  Gesture g{GestureKind::Scroll};
  g.finger = finger;
  g.start = g.end = start;
  g.dy = dy;
  return g;
}

}  // namespace

void Gestures::set_scale(float px_per_mm) {
  px_per_mm_ = px_per_mm;
  slop_ = kSlopMm * px_per_mm;
}

void Gestures::set_map(const TouchMap& map) {
  map_ = map;
}

void Gestures::feed(const Event& event, std::vector<Gesture>& out) {
  advance(event.at, out);
  switch (event.kind) {
    case EventKind::FingerDown:
      return down(event, out);
    case EventKind::FingerMove:
      return move(event, out);
    case EventKind::FingerUp:
      return up(event, out);
    case EventKind::FingerLost:
      if (Finger* finger = find(event.finger)) report(*finger, GestureKind::Cancel, out);
      return drop(event.finger);
    case EventKind::Wheel: {
      const float dy = std::round(event.wheel * kNotchMm * px_per_mm_);
      if (dy != 0) out.push_back(scrolled(event.where, dy));
      return;
    }
    case EventKind::Key:
    case EventKind::Text: {
      Gesture g{event.kind == EventKind::Key ? GestureKind::Key : GestureKind::Text};
      g.key = event.key;
      g.repeat = event.repeat;
      g.types_text = event.types_text;
      g.text = event.text;
      out.push_back(std::move(g));
      return;
    }
    default:
      return;
  }
}

void Gestures::advance(Millis now, std::vector<Gesture>& out) {
  clock_ = std::max(clock_, now);
  for (Finger& finger : fingers_) {
    hold(finger, now, out);
    repeat(finger, now, out);
  }
  forget_stuck(now, out);
  glide(now, out);
}

std::optional<Millis> Gestures::next_deadline() const {
  std::optional<Millis> next;
  const auto sooner = [&](Millis at) { next = next ? std::min(*next, at) : at; };
  for (const Finger& finger : fingers_) {
    if (finger.phase == Phase::Pressed && finger.holds < 2) {
      sooner(finger.down + (finger.holds == 0 ? kHoldForAccents : kHoldForStaff));
    }
    if (is_repeating(finger)) sooner(finger.next_repeat);
    sooner(finger.seen + kForgetFinger);
  }
  for (const Bystander& each : ignored_) sooner(each.seen + kForgetFinger);
  if (fling_) sooner(fling_->at + kFrame);
  return next;
}

void Gestures::down(const Event& event, std::vector<Gesture>& out) {
  if (const Finger* before = find(event.finger))
    report(*before, GestureKind::Cancel, out);  // its lift never came
  drop(event.finger);
  if (palm_ || static_cast<int>(fingers_.size() + ignored_.size()) + 1 >= kPalmFingers) {
    cancel(out);
    palm_ = true;
    return ignore(event.finger, event.at);
  }
  const bool typing = inside(map_.typing, event.where);
  const bool follows = std::ranges::any_of(fingers_, [](const Finger& f) { return !f.typing; });
  if (bounced(event, typing) || (follows && !typing)) return ignore(event.finger, event.at);
  for (Finger& before : fingers_) {
    if (before.typing) tap(before, out);
  }
  Finger finger{event.finger};
  finger.typing = typing;
  finger.repeats = typing && inside(map_.repeating, event.where);
  finger.scrolls = !typing && inside(map_.scrolling, event.where);
  finger.start = finger.now = event.where;
  finger.down = finger.seen = event.at;
  if (stops_fling()) finger.phase = Phase::Caught;
  fingers_.push_back(finger);
  report(finger, GestureKind::Press, out);
}

void Gestures::move(const Event& event, std::vector<Gesture>& out) {
  Finger* finger = find(event.finger);
  if (finger == nullptr) return;
  const Point from = finger->now;
  const Millis passed = event.at - finger->seen;
  finger->now = event.where;
  finger->seen = event.at;
  if (distance(finger->start, finger->now) > slop_) finger->holds = 2;  // it wandered: no longer a hold
  if (finger->phase == Phase::Scrolling) return scroll(*finger, from, passed, out);
  const float travel = finger->now.y - finger->start.y;
  if (!finger->scrolls || finger->phase == Phase::Done || std::abs(travel) <= slop_) return;
  report(*finger, GestureKind::Cancel, out);
  finger->phase = Phase::Scrolling;
  // From the edge of the slop, so that the content does not jump.
  scroll(*finger, {from.x, finger->start.y + std::copysign(slop_, travel)}, passed, out);
}

void Gestures::up(const Event& event, std::vector<Gesture>& out) {
  if (Finger* finger = find(event.finger)) {
    const bool moved = finger->now != event.where;
    if (moved) move(event, out);
    lift(*finger, event.at, out);
  }
  drop(event.finger);
}

void Gestures::lift(Finger& finger, Millis at, std::vector<Gesture>& out) {
  if (finger.phase == Phase::Pressed) {
    lifts_[lifts_seen_++ % lifts_.size()] = {finger.now, at};
    return tap(finger, out);
  }
  const bool threw = finger.phase == Phase::Scrolling && at - finger.seen < kRested;
  if (threw && std::abs(finger.velocity) > kThrowPxPerS)
    fling_ = {finger.start, finger.velocity, finger.owed, at};
}

void Gestures::tap(Finger& finger, std::vector<Gesture>& out) {
  report(finger, GestureKind::Tap, out);
  finger.phase = Phase::Done;
}

void Gestures::cancel(std::vector<Gesture>& out) {
  fling_.reset();
  for (const Finger& finger : fingers_) {
    report(finger, GestureKind::Cancel, out);
    ignored_.push_back({finger.id, finger.seen});
  }
  fingers_.clear();
}

// Only a press is worth telling about; what was cancelled, completed or never shown is not.
void Gestures::report(const Finger& finger, GestureKind kind, std::vector<Gesture>& out) {
  if (finger.phase != Phase::Pressed) return;
  Gesture g{kind};
  g.finger = finger.id;
  g.start = finger.start;
  g.end = finger.now;
  g.held = clock_ - finger.down;
  g.was_held = finger.was_held;
  out.push_back(std::move(g));
}

void Gestures::scroll(Finger& finger, Point from, Millis passed, std::vector<Gesture>& out) {
  const float dy = finger.now.y - from.y;
  finger.owed += dy;
  finger.unmeasured += dy;
  if (passed > Millis{0}) {
    const auto ms = static_cast<float>(passed.count());
    const float share = ms / (ms + kSmoothingMs);
    finger.velocity += share * (finger.unmeasured * 1000 / ms - finger.velocity);
    finger.unmeasured = 0;
  }
  const float whole = whole_px(finger.owed);
  if (whole != 0) out.push_back(scrolled(finger.start, whole, finger.id));
}

void Gestures::hold(Finger& finger, Millis now, std::vector<Gesture>& out) {
  for (; finger.phase == Phase::Pressed && finger.holds < 2; ++finger.holds) {
    const Millis due = finger.holds == 0 ? kHoldForAccents : kHoldForStaff;
    if (now - finger.down < due) return;
    report(finger, GestureKind::Hold, out);
    out.back().held = due;
    finger.was_held = true;
    if (finger.holds == 0) finger.next_repeat = finger.down + due + repeat_after(0);
  }
}

void Gestures::repeat(Finger& finger, Millis now, std::vector<Gesture>& out) {
  while (is_repeating(finger) && finger.next_repeat <= now) {
    report(finger, GestureKind::Repeat, out);
    finger.next_repeat += repeat_after(++finger.repeated);
  }
}

void Gestures::glide(Millis now, std::vector<Gesture>& out) {
  if (!fling_) return;
  Fling& fling = *fling_;
  for (; fling.at < now && std::abs(fling.velocity) >= kStopPxPerS; fling.at += Millis{1}) {
    fling.velocity *= kPerMs;
    fling.owed += fling.velocity / 1000;
  }
  const float whole = whole_px(fling.owed);
  if (whole != 0) out.push_back(scrolled(fling.start, whole));
  if (std::abs(fling.velocity) < kStopPxPerS) fling_.reset();
}

void Gestures::forget_stuck(Millis now, std::vector<Gesture>& out) {
  const auto stuck = [&](const auto& each) { return now - each.seen >= kForgetFinger; };
  for (const Finger& finger : fingers_) {
    if (stuck(finger)) report(finger, GestureKind::Cancel, out);
  }
  std::erase_if(fingers_, stuck);
  std::erase_if(ignored_, stuck);
  palm_ = palm_ && !ignored_.empty();
}

void Gestures::ignore(FingerId id, Millis at) {
  ignored_.push_back({id, at});
}

void Gestures::drop(FingerId id) {
  const auto same = [&](const auto& each) { return each.id == id; };
  std::erase_if(fingers_, same);
  std::erase_if(ignored_, same);
  palm_ = palm_ && !ignored_.empty();
}

// Touching moving content stops it; when it moved fast, that is all the touch was for.
bool Gestures::stops_fling() {
  const bool fast = fling_ && std::abs(fling_->velocity) > kStopsTapMmPerS * px_per_mm_;
  fling_.reset();
  return fast;
}

bool Gestures::bounced(const Event& event, bool typing) const {
  const Millis limit = typing ? kTypingBounce : kBounce;
  return std::ranges::any_of(
      std::span(lifts_).first(std::min(lifts_seen_, lifts_.size())), [&](const Lift& lift) {
        return event.at - lift.at < limit && distance(event.where, lift.where) <= slop_;
      });
}

Gestures::Finger* Gestures::find(FingerId id) {
  const auto at = std::ranges::find(fingers_, id, &Finger::id);
  return at == fingers_.end() ? nullptr : &*at;
}

}  // namespace wv::paint
