// One turn: fingers become actions, actions change the visit, a changed visit is drawn, and the rest is
// sleep.
#include "kiosk/app/wheel.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "kiosk/app/reaction.h"
#include "kiosk/ui/reach.h"

namespace wv::app {

namespace {

constexpr paint::FingerId test_finger = -2;  // of nobody
constexpr base::Millis frame_time{16};       // the rhythm of a fling
// Settings and content may change while the screen is off; nothing on it does.
constexpr base::Millis look_in_the_dark = std::chrono::minutes(10);
constexpr int most_redraws = 4;  // a full glyph atlas asks for one; more would be a fault

// After these the facts for staff differ.
bool brings_news(const visit::Action& action) {
  return std::holds_alternative<visit::SyncEnded>(action) ||
         std::holds_alternative<visit::SyncGoesOn>(action) ||
         std::holds_alternative<visit::ReleaseShown>(action);
}

bool changes_settings(const visit::Effect& effect) {
  return std::holds_alternative<visit::ChangeSettings>(effect) ||
         std::holds_alternative<visit::RestoreSettings>(effect) ||
         std::holds_alternative<visit::KeepVolume>(effect);
}

// A number for what is on the canvas: another picture, another number.
std::size_t look_of(const paint::Canvas& canvas) {
  std::size_t look = 0;
  for (int y = 0; y < canvas.height(); ++y) {
    const std::string_view row(reinterpret_cast<const char*>(canvas.row(y)),
                               static_cast<std::size_t>(canvas.width()) * sizeof(std::uint32_t));
    look = look * 31 + std::hash<std::string_view>{}(row);
  }
  return look;
}

bool earlier(const std::optional<base::Millis>& candidate, const std::optional<base::Millis>& best) {
  return candidate && (!best || *candidate < *best);
}

}  // namespace

Wheel::Wheel(const Gear& gear)
    : gear_(gear),
      gallery_(gear.house, textures_),
      frame_(textures_),
      gestures_(1),
      caretaker_(gear.house, gear.clock, gear.display) {
  fit_panel();
  textures_.set_glyphs({});
}

// The panel as configured, turned when the picture is turned.
ui::Panel Wheel::panel() const {
  const auto size = gear_.presenter.canvas().size();
  const auto& mm = gear_.house.settings().panel;
  ui::Size millimetres{static_cast<float>(mm.width_mm), static_cast<float>(mm.height_mm)};
  if ((size.width > size.height) != (millimetres.width > millimetres.height))
    std::swap(millimetres.width, millimetres.height);
  return {{static_cast<float>(size.width), static_cast<float>(size.height)},
          millimetres,
          static_cast<float>(mm.above_floor_mm)};
}

void Wheel::fit_panel() {
  gestures_.set_scale(ui::Metrics(panel(), ui::TextSize::Normal).px_per_mm());
  gear_.rules.reach = ui::reach_help(panel());
}

store::Report Wheel::report() {
  auto report = gear_.house.report();
  const auto size = [](const ui::Size& of) {
    return std::to_string(std::lround(of.width)) + " × " + std::to_string(std::lround(of.height));
  };
  report.screen = size(panel().pixels) + ", " + size(panel().mm) + " mm";
  const auto means = gear_.display.means();
  report.lamp = {.backlight = means.backlight, .power = means.power};
  report.out_of_reach = gear_.rules.reach == visit::ReachHelp::Impossible;
  return report;
}

std::optional<base::Millis> Wheel::turn(std::span<const paint::Event> events) {
  for (const auto& event : events) take_in(event);
  gestures_heard_.clear();
  gestures_.advance(gear_.clock.monotonic(), gestures_heard_);
  for (const auto& gesture : std::vector(gestures_heard_)) hear(gesture);
  keep_time();
  keep_light();
  if (caretaker_.wants_test(company())) test_itself();
  // A picture is worth a frame of its own, but never delays one.
  if (!stale_ && gallery_.wants()) stale_ = gallery_.fetch();
  if (moving_) stale_ = true;
  if (stale_) show();
  ask_for_what_lacks();
  return patience();
}

// What drawing lacked is fetched after the frame and drawn in the next: no disk in a frame.
void Wheel::ask_for_what_lacks() {
  std::optional<visit::Action> wanted;
  for (const auto& node : tree_.nodes())
    if (node.wants) wanted = node.wants;
  const bool again = wanted == asked_for_;
  asked_for_ = wanted;
  if (wanted && !again) act(*wanted);
}

void Wheel::take_in(const paint::Event& event) {
  switch (event.kind) {
    case paint::EventKind::Quit:
      quit_ = true;
      return;
    case paint::EventKind::Resized:
      fit_panel();
      frame_.forget();
      stale_ = true;
      return;
    case paint::EventKind::Woken:
      return look_around();
    default:
      break;
  }
  gestures_heard_.clear();
  gestures_.feed(event, gestures_heard_);
  for (const auto& gesture : std::vector(gestures_heard_)) hear(gesture);
}

void Wheel::hear(const paint::Gesture& gesture) {
  // A finger means what it saw: the tree has to be that of the last change.
  if (stale_ && gesture.kind != paint::GestureKind::Scroll) draw();
  // On Attract any touch begins, on "Bent u er nog?" any touch says yes; and neither says anything else.
  const bool begins = visit_.at.screen == visit::Screen::Attract;
  if ((begins || visit_.asked_at) && gesture.kind != paint::GestureKind::Cancel) {
    trail_.note_touch(gear_.clock.monotonic());
    hand_.pressed.clear();
    gestures_heard_.clear();
    gestures_.cancel(gestures_heard_);
    return begins ? begin(gesture) : act(visit::Touched{});
  }
  // Neither does the touch that brings hidden words back. Who throws them away need not see them first.
  const bool hidden = visit_.veiled && visit::shows_typed_text(visit_);
  if (hidden && gesture.kind != paint::GestureKind::Cancel) {
    if (visit::only_unveils(visit_, meant_by(gesture))) {
      trail_.note_touch(gear_.clock.monotonic());
      hand_.pressed.clear();
      gestures_heard_.clear();
      gestures_.cancel(gestures_heard_);
      return act(visit::Touched{});
    }
  }
  note(gesture);
  const auto before = hand_;
  actions_.clear();
  react(gesture, tree_, hand_, actions_);
  if (hand_.pressed != before.pressed || hand_.focused != before.focused ||
      hand_.focus_shows != before.focus_shows)
    stale_ = true;
  if (hidden && gesture.kind == paint::GestureKind::Press) return;  // being there would lift the veil
  for (const auto& action : std::vector(actions_)) act(action);
}

void Wheel::note(const paint::Gesture& gesture) {
  const auto at = gear_.clock.monotonic();
  const ui::Point from{gesture.start.x, gesture.start.y}, to{gesture.end.x, gesture.end.y};
  switch (gesture.kind) {
    case paint::GestureKind::Tap:
      if (const auto* node = tree_.hit(from); node && node == tree_.hit(to)) trail_.note_press(at, *node);
      return;
    case paint::GestureKind::Hold:
      if (gesture.held < paint::kHoldForStaff) return;
      if (const auto* node = held_at(tree_, from)) trail_.note_hold(at, *node);
      return;
    case paint::GestureKind::Key:
      return gesture.types_text ? trail_.note_letter(at) : trail_.note_key(at, gesture.key);
    case paint::GestureKind::Text:
      return trail_.note_letter(at);
    default:
      return;
  }
}

// What would follow if this finger were lifted where it is.
visit::Action Wheel::meant_by(const paint::Gesture& gesture) const {
  if (gesture.kind == paint::GestureKind::Key) return visit::Touched{};
  const auto* node = tree_.hit({gesture.start.x, gesture.start.y});
  return node && node->actionable() ? *node->action : visit::Action(visit::Touched{});
}

// Who comes with a key sees where the keys are; who comes with the key for help is read to at once.
void Wheel::begin(const paint::Gesture& gesture) {
  act(visit::BeginVisit{});
  if (gesture.kind != paint::GestureKind::Key) return;
  hand_.focus_shows = true;
  if (gesture.key == paint::Key::Help && gear_.house.can_speak()) act(visit::ReadAloud{});
}

void Wheel::act(const visit::Action& action) {
  const auto before = visit_.at;
  foothold_.leave(visit_, hand_);
  auto [visit, effects] = visit::step(std::move(visit_), action, gear_.clock.monotonic(), gear_.rules);
  visit_ = std::move(visit);
  stale_ = true;
  if (visit::is_behind_door(visit_.at.screen) && (before.screen != visit_.at.screen || brings_news(action)))
    report_ = report();
  if (visit_.at.screen != before.screen || visit_.at.challenge != before.challenge ||
      visit_.at.ideas != before.ideas) {
    gestures_.stop_fling();
    hand_ = {.pressed = {}, .focused = {}, .focus_shows = hand_.focus_shows};
  }
  for (const auto& effect : effects) {
    do_own_part(effect);
    const auto answer = gear_.house.perform(effect);
    if (changes_settings(effect)) take_up_settings();
    if (answer) act(*answer);
    if (std::holds_alternative<visit::VisitEnded>(effect)) renew_settings();
  }
}

void Wheel::keep_time() {
  const auto now = gear_.clock.monotonic();
  // Each Tick moves the moment on; a visit that asks for the same moment twice would be a fault, not a wait.
  for (auto due = visit::wake_at(visit_, now, gear_.rules); due && *due <= now;) {
    act(visit::Tick{});
    const auto next = visit::wake_at(visit_, now, gear_.rules);
    if (next == due) break;
    due = next;
  }
  if (const auto ended = gear_.house.poll()) act(*ended);
  if (view_.changes_at && *view_.changes_at <= now) look_around();
}

// On Attract nobody is reading: the moment to take a newer release into use.
void Wheel::look_around() {
  if (visit_.at.screen == visit::Screen::Attract) {
    gear_.house.refresh();
    renew_settings();
    obey();
  }
  stale_ = true;
}

// A new light means that the picture is looked at again, or no longer.
void Wheel::keep_light() {
  if (!caretaker_.attend(company())) return;
  look_around();
  caretaker_.attend(company());  // what was found may say otherwise
}

Caretaker::Company Wheel::company() const {
  return visit_.at.screen == visit::Screen::Attract ? Caretaker::Company::Nobody
                                                    : Caretaker::Company::Visitor;
}

// A tap as from the panel begins a visit, which shows; then that visit ends as any other. All in one turn, so
// that nobody comes in between.
void Wheel::test_itself() {
  draw();
  const auto canvas = gear_.presenter.canvas();
  const auto before = look_of(canvas);
  const paint::Point middle{static_cast<float>(canvas.width()) / 2, static_cast<float>(canvas.height()) / 2};
  take_in(paint::finger_down(test_finger, middle, gear_.clock.monotonic()));
  take_in(paint::finger_up(test_finger, middle, gear_.clock.monotonic()));
  keep_light();
  draw();
  const bool seen = look_of(gear_.presenter.canvas()) != before;
  caretaker_.finish_test(seen ? Caretaker::Tap::Seen : Caretaker::Tap::Unseen);
  act(visit::EndVisit{});
  keep_light();
}

void Wheel::renew_settings() {
  if (gear_.house.renew_settings()) take_up_settings();
}

void Wheel::take_up_settings() {
  caretaker_.ask_again();
  gear_.house.set_rules(gear_.rules);
  fit_panel();
  stale_ = true;
  if (visit::is_behind_door(visit_.at.screen)) report_ = report();
}

void Wheel::compose() {
  const auto& settings = gear_.house.settings();
  const auto instant = gear_.clock.now();
  screens::Surroundings around;
  around.instant = instant;
  around.now = gear_.clock.local(instant);
  if (visit_.tomorrow) screens::turn_to_tomorrow(around);
  around.monotonic = gear_.clock.monotonic();
  around.place_name = settings.place.name;
  around.place = settings.place.place;
  around.help_phone = settings.help_phone;
  around.languages = settings.languages;
  around.can_read_aloud = gear_.house.can_speak();
  around.rules = gear_.rules;
  around.notice = gear_.house.remote().notice(around.now.day);
  around.almanac = gear_.house.almanac(around.now.day);
  if (visit_.at.screen == visit::Screen::Map) around.city = gear_.house.city();
  if (visit::is_behind_door(visit_.at.screen)) around.report = report_;
  view_ = screens::make_view(visit_, gear_.house.content(), gear_.strings, around);
  // Nobody sees the slides turn in the dark.
  if (caretaker_.is_dark()) view_.changes_at = around.monotonic + look_in_the_dark;
}

void Wheel::show() {
  draw();
  if (foothold_.settle(visit_, tree_, hand_)) {
    if (const auto* node = tree_.find(hand_.focused))
      if (const auto reveal = tree_.reveal(*node)) act(*reveal);
    draw();
  }
  speak();
}

void Wheel::speak() {
  const auto ears = visit_.reading.on ? gear_.house.ears() : speech::Ears::Everybody;
  const auto speech = narrator_.attend({visit_, tree_, hand_, {view_.spoken, view_.lang, ears}});
  if (speech.empty()) return;
  const speech::Delivery delivery{visit::volume_of(visit_, gear_.rules), visit_.reading.pace};
  if (const auto begun = gear_.house.speak(speech, delivery)) act(*begun);
  stale_ = !gear_.house.can_speak();  // that it speaks shows nowhere; that it cannot does
}

void Wheel::draw() {
  compose();
  if (view_.name != noted_screen_) trail_.note_screen(gear_.clock.monotonic(), noted_screen_ = view_.name);
  const auto now = gear_.clock.monotonic();
  rising_.note(view_.layer.has_value(), now);
  moving_ = gear_.house.settings().panel.motion && rising_.moves(now);
  const screens::Stage stage{gear_.themes, gear_.engine, panel(), &gallery_,
                             moving_ ? rising_.share(now) : 1};
  const auto paper = gear_.themes.of(view_.contrast).paper;
  const auto size = gear_.presenter.canvas().size();
  for (int attempt = 0; attempt < most_redraws; ++attempt) {
    auto painter = frame_.begin(size, paper);
    gallery_.begin_frame();
    gear_.engine.begin_frame();
    screens::draw(view_, stage, hand_, painter, tree_);
    if (const auto shade = caretaker_.shade(); shade > 0)
      painter.fill({0, 0, static_cast<float>(size.width), static_cast<float>(size.height)}, {0, 0, 0, shade});
    if (gear_.engine.end_frame() && attempt + 1 < most_redraws) {
      frame_.drop();
      continue;
    }
    const auto& atlas = gear_.engine.atlas();
    textures_.set_glyphs(
        {atlas.pixels, text::Atlas::width, text::Atlas::height, text::Atlas::stride, atlas.generation});
    frame_.end(gear_.presenter);
    ++frames_;
    break;
  }
  gestures_.set_map(touch_map(tree_));
  stale_ = false;
}

std::optional<base::Millis> Wheel::patience() const {
  if (stale_) return base::Millis{0};
  const auto now = gear_.clock.monotonic();
  std::optional<base::Millis> next = visit::wake_at(visit_, now, gear_.rules);
  for (const auto& candidate :
       {view_.changes_at, gestures_.next_deadline(), gear_.house.next_poll(), caretaker_.next()})
    if (earlier(candidate, next)) next = candidate;
  if (gallery_.wants()) next = now;
  const bool moves = moving_ || gestures_.flinging();
  if (moves && earlier(now + frame_time, next)) next = now + frame_time;
  if (!next) return std::nullopt;
  return std::max(*next - now, base::Millis{0});
}

}  // namespace wv::app
