// Somebody who presses six keys at random on the whole kiosk: the focus is always somewhere one can see, and
// no screen is a trap. walk_by_keys PRESSES [options of wijkvenster]; prints the screens that were met.
#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>

#include "tests/support/dice.h"
#include "tests/support/kiosk.h"

using namespace wv;

namespace {

// What is wrong with where the keys are; empty: nothing.
std::string trouble(const ui::Tree& tree) {
  const ui::Node* focused = nullptr;
  for (const auto& node : tree.nodes()) {
    if (!node.state.focused) continue;
    if (focused != nullptr) return "two things have the focus: " + focused->id + " and " + node.id;
    focused = &node;
  }
  if (focused == nullptr) return "nothing has the focus";
  if (!focused->focusable() || !tree.answers(focused->layer))
    return focused->id + " has the focus and does nothing";
  if (focused->visible().empty()) return focused->id + " has the focus and cannot be seen";
  if (const auto trapped = tree.trapped(); !trapped.empty())
    return trapped.front()->id + " cannot be reached";
  return {};
}

paint::Key any_key(test::Dice& dice) {
  using paint::Key;
  constexpr Key keys[] = {Key::Up,    Key::Down,   Key::Down,   Key::Left,   Key::Right,
                          Key::Right, Key::Select, Key::Select, Key::Select, Key::Help};
  const int roll = dice.whole(0, 59);
  return roll == 0 ? Key::Help : keys[roll % 9];
}

int walk(app::Wheel& wheel, app::VirtualClock& clock, int presses) {
  test::Dice dice(6);
  std::set<std::string> met;
  const auto press = [&](paint::Key key) {
    const auto event = paint::key_press(key, clock.monotonic());
    wheel.turn({&event, 1});
    clock.advance(std::chrono::milliseconds(150));
    wheel.turn({});
  };
  press(paint::Key::Down);
  for (int i = 0; i < presses; ++i) {
    const std::string before = wheel.view().name;
    press(any_key(dice));
    if (wheel.view().screen == visit::Screen::Attract) press(paint::Key::Down);
    met.insert(wheel.view().name);
    const auto wrong = trouble(wheel.tree());
    if (wrong.empty()) continue;
    std::fprintf(stderr, "after %d keys, from '%s' to '%s': %s\n", i + 1, before.c_str(),
                 wheel.view().name.c_str(), wrong.c_str());
    return 1;
  }
  for (const auto& name : met) std::printf("%s\n", name.c_str());
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) return 2;
  return test::on_a_kiosk(count - 1, arguments + 1, [&](const test::Kiosk& kiosk) {
    test::Turning turning(kiosk);
    return walk(turning.wheel, kiosk.clock, std::atoi(arguments[1]));
  });
}
