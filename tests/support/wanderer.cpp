// A visitor without a plan, on the real wheel: touches, keys, palms, drags and silences from a seed. Ends
// with 1 at the first dead end or the first trace that a visit leaves behind.  wanderer [options of
// wijkvenster] WV_SEED and WV_ACTIONS (environment) say which walk, and how long.
#include <cstdlib>
#include <iostream>
#include <map>

#include "tests/support/dice.h"
#include "tests/support/kiosk.h"

using namespace wv;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t telling = 8;  // letters in a row that no screen has by chance

class Wanderer {
 public:
  Wanderer(app::Wheel& wheel, app::VirtualClock& clock, std::uint32_t seed)
      : wheel_(wheel), clock_(clock), dice_(seed) {}

  // One deed. What is wrong afterwards, or nothing.
  std::string wander() {
    if (wheel_.visit().at.screen == visit::Screen::Attract) remembered_.clear();
    do_anything();
    ++screens_[wheel_.view().name];
    return look_around();
  }

  // From wherever this is, the way that every visitor knows: Opnieuw, and yes.
  std::string begins_again() {
    if (wheel_.visit().at.screen == visit::Screen::Attract) return {};
    touch_anywhere();  // "Bent u er nog?" hears any touch as yes
    choose(visit::CloseOverlay{});
    choose(visit::StartAgain{});
    choose(visit::ThrowAwayDraft{});
    const auto screen = wheel_.visit().at.screen;
    if (screen == visit::Screen::Home || screen == visit::Screen::Attract) return {};
    return "begin again leads to " + wheel_.view().name;
  }

  std::string falls_silent() {
    remember();
    pass(wheel_patience());
    if (!(wheel_.visit() == visit::Visit{})) return "silence does not end the visit on " + wheel_.view().name;
    return traces();
  }

  const std::map<std::string, int>& screens() const { return screens_; }

 private:
  void do_anything() {
    switch (dice_.whole(0, 19)) {
      case 0:
        return touch_anywhere();
      case 1:
        return drag();
      case 2:
        return palm();
      case 3:
        return wait_a_while();
      case 4:
      case 5:
      case 6:
        return press_a_key();
      case 7:
        return hold_something();
      default:
        return touch_a_control();
    }
  }

  void feed(const paint::Event& event) { wheel_.turn({&event, 1}); }

  void pass(base::Millis time) {
    const auto end = clock_.monotonic() + time;
    while (true) {
      const auto patience = wheel_.turn({});
      const auto left = end - clock_.monotonic();
      if (left <= 0ms) return;
      clock_.advance(std::min(left, std::max(patience.value_or(left), 1ms)));
    }
  }

  void touch(paint::Point where, base::Millis time) {
    feed(paint::finger_down(1, where, clock_.monotonic()));
    pass(time);
    feed(paint::finger_up(1, where, clock_.monotonic()));
    pass(140ms);
  }

  paint::Point anywhere() {
    const auto pixels = wheel_.panel().pixels;
    return {dice_.real(0, pixels.width - 1), dice_.real(0, pixels.height - 1)};
  }

  void touch_anywhere() { touch(anywhere(), 60ms); }

  std::vector<const ui::Node*> controls() const {
    std::vector<const ui::Node*> found;
    for (const auto& node : wheel_.tree().nodes())
      if (node.focusable() && wheel_.tree().answers(node.layer) && !node.visible().empty())
        found.push_back(&node);
    return found;
  }

  void touch_a_control() {
    const auto all = controls();
    if (all.empty()) return touch_anywhere();
    // Keys of the keyboard outnumber everything else: half of the time the rest gets its turn.
    const auto* node = all[pick(all.size())];
    for (int again = 0; again < 3 && node->role == ui::Role::Key && dice_.one_in(2); ++again)
      node = all[pick(all.size())];
    touch(node->visible().centre(), 60ms);
    remember();
  }

  void choose(const visit::Action& action) {
    for (const auto* node : controls())
      if (*node->action == action) return touch(node->visible().centre(), 60ms);
  }

  void press_a_key() {
    static constexpr paint::Key keys[] = {paint::Key::Up,    paint::Key::Down,   paint::Key::Left,
                                          paint::Key::Right, paint::Key::Select, paint::Key::Help};
    feed(paint::key_press(keys[pick(std::size(keys))], clock_.monotonic()));
    pass(100ms);
    remember();
  }

  void hold_something() {
    const auto all = controls();
    if (!all.empty()) touch(all[pick(all.size())]->visible().centre(), 700ms);
    if (!dice_.one_in(4)) return;
    for (const auto& node : wheel_.tree().nodes())
      if (node.hold) return touch(node.visible().centre(), 3200ms);
  }

  void drag() {
    const auto from = anywhere();
    auto at = from;
    feed(paint::finger_down(1, at, clock_.monotonic()));
    for (int i = 0; i < 5; ++i) {
      pass(16ms);
      at.y += (dice_.one_in(3) ? 1.0F : -1.0F) * dice_.real(5, 60);
      feed(paint::finger_move(1, at, clock_.monotonic()));
    }
    feed(paint::finger_up(1, at, clock_.monotonic()));
    pass(dice_.one_in(2) ? 20ms : 600ms);
  }

  void palm() {
    for (paint::FingerId finger = 1; finger <= 4; ++finger)
      feed(paint::finger_down(finger, anywhere(), clock_.monotonic()));
    pass(90ms);
    for (paint::FingerId finger = 1; finger <= 4; ++finger)
      feed(paint::finger_up(finger, anywhere(), clock_.monotonic()));
    pass(140ms);
  }

  void wait_a_while() {
    remember();
    pass(dice_.one_in(12) ? wheel_patience() : base::Millis(dice_.whole(100, 30'000)));
  }

  // Longer than the longest page takes to read, the question and its grace together.
  static base::Millis wheel_patience() { return 900s; }

  std::size_t pick(std::size_t count) {
    return static_cast<std::size_t>(dice_.whole(0, static_cast<int>(count) - 1));
  }

  // What a visitor typed, to be looked for when the visit is over.
  void remember() {
    const auto& visit = wheel_.visit();
    for (const auto* typed : {&visit.draft.text, &visit.draft.contact}) {
      const std::string text(typed->text());
      if (text.size() >= telling) remembered_[text.substr(0, telling)] = true;
    }
  }

  std::string look_around() {
    const auto& visit = wheel_.visit();
    if (visit.at.screen == visit::Screen::Attract) {
      if (!(visit == visit::Visit{})) return "Attract, but the visit is not a fresh one";
      return traces();
    }
    if (controls().empty()) return "a dead end: nothing can be chosen on " + wheel_.view().name;
    return {};
  }

  std::string traces() {
    if (remembered_.empty()) return {};
    const auto tree = wheel_.tree().to_json();
    for (const auto& [text, _] : remembered_)
      if (tree.find(text) != std::string::npos) return "what was typed is still on " + wheel_.view().name;
    return {};
  }

  app::Wheel& wheel_;
  app::VirtualClock& clock_;
  test::Dice dice_;
  std::map<std::string, bool> remembered_;
  std::map<std::string, int> screens_;
};

long number(const char* name, long otherwise) {
  const char* said = std::getenv(name);
  return said == nullptr ? otherwise : std::strtol(said, nullptr, 10);
}

int walk(Wanderer& wanderer, long actions) {
  for (long i = 1; i <= actions; ++i) {
    auto wrong = wanderer.wander();
    if (wrong.empty() && i % 97 == 0) wrong = wanderer.begins_again();
    if (wrong.empty() && i % 501 == 0) wrong = wanderer.falls_silent();
    if (wrong.empty()) continue;
    std::cerr << "after " << i << " actions: " << wrong << "\n";
    return 1;
  }
  std::cout << actions << " actions;";
  for (const auto& [name, times] : wanderer.screens()) std::cout << " " << name << " " << times;
  std::cout << "\n";
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  return test::on_a_kiosk(count, arguments, [](const test::Kiosk& kiosk) {
    test::Turning turning(kiosk);
    Wanderer wanderer(turning.wheel, kiosk.clock, static_cast<std::uint32_t>(number("WV_SEED", 1)));
    return walk(wanderer, number("WV_ACTIONS", 1000));
  });
}
