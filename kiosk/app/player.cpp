// A finger that finds things by their name, as a person does, and scrolls when they are not in sight.
#include "kiosk/app/player.h"

#include <algorithm>

#include "kiosk/app/run.h"
#include "kiosk/paint/png_write.h"
#include "kiosk/screens/keyboard_view.h"
#include "kiosk/screens/layouts.h"
#include "sync/base/utf8.h"

namespace wv::app {

namespace {

constexpr base::Millis tap_time{60};
constexpr base::Millis after_tap{140};  // longer than the bounce filter, and a frame
constexpr base::Millis frame{16};
constexpr int most_scrolls = 60;

std::string on_screen(const ui::Tree& tree) {
  std::string all;
  for (const auto& node : tree.nodes())
    if (node.actionable() && tree.answers(node.layer) && node.role != ui::Role::Key)
      all += "\n    " + node.label;
  return all;
}

base::Result<> not_so(std::string what) {
  return base::fail(base::ErrorCode::Invalid, std::move(what));
}

}  // namespace

base::Result<> Player::play(const std::vector<JourneyStep>& steps) {
  pass(frame);
  for (const auto& step : steps) WV_CHECK(play(step));
  return {};
}

base::Result<> Player::play(const JourneyStep& step) {
  auto done = std::visit([&](const auto& what) { return doing(what); }, step.doing);
  if (!done) return base::pass(done, "line " + std::to_string(step.line) + ": " + step.text);
  return {};
}

base::Result<> Player::doing(const Tap& tap) {
  const auto& tree = hands_.wheel.tree();
  WV_TRY(const auto where, bring_into_view([&] { return tree.find_labelled(tap.label); }, tap.label));
  hands_.voice.note(tap.label);
  touch(where, tap_time);
  return {};
}

base::Result<> Player::doing(const Hold& held) {
  const auto& nodes = hands_.wheel.tree().nodes();
  const auto node = std::ranges::find_if(
      nodes, [&](const ui::Node& each) { return each.hold && each.label == held.label; });
  return hold(node == nodes.end() ? nullptr : &*node, held.label, held.time);
}

// What is held need not be a button: the place's name is a heading to everybody else.
base::Result<> Player::hold(const ui::Node* node, const std::string& what, base::Millis time) {
  if (!node || !node->hold) return not_so("nothing called '" + what + "' can be held");
  touch(node->visible().centre(), time);
  return {};
}

base::Result<> Player::doing(const Type& type) {
  std::string_view rest = type.text;
  while (!rest.empty()) {
    const auto character = base::first_code_points(rest, 1);
    WV_CHECK(type_character(character));
    rest.remove_prefix(character.size());
  }
  return {};
}

base::Result<> Player::doing(const PressKey& press) {
  hands_.voice.note(std::string(press.key.name));
  feed(paint::key_press(press.key.key, hands_.clock.monotonic()));
  pass(after_tap);
  return {};
}

base::Result<> Player::doing(const Expect& expect) {
  if (hands_.wheel.tree().shows(expect.text)) return {};
  return not_so("the screen '" + hands_.wheel.view().name +
                "' does not show it; it offers:" + on_screen(hands_.wheel.tree()));
}

base::Result<> Player::doing(const ExpectNot& expect) {
  if (!hands_.wheel.tree().shows(expect.text)) return {};
  return not_so("the screen '" + hands_.wheel.view().name + "' shows it");
}

base::Result<> Player::doing(const ExpectScreen& expect) {
  if (hands_.wheel.view().name == expect.name) return {};
  return not_so("this is '" + hands_.wheel.view().name + "'");
}

base::Result<> Player::doing(const ExpectExit& expect) {
  if (!hands_.wheel.quit()) return not_so("the program goes on, on '" + hands_.wheel.view().name + "'");
  const int code = exit_after(hands_.wheel.farewell());
  if (code == expect.code) return {};
  return not_so("it would end with " + std::to_string(code));
}

base::Result<> Player::doing(const Wait& wait) {
  pass(wait.time);
  return {};
}

base::Result<> Player::doing(const FingerDown& finger) {
  finger_ = {finger.x, finger.y};
  feed(paint::finger_down(1, finger_, hands_.clock.monotonic()));
  pass(frame);
  return {};
}

base::Result<> Player::doing(const FingerMove& finger) {
  finger_ = {finger.x, finger.y};
  feed(paint::finger_move(1, finger_, hands_.clock.monotonic()));
  pass(frame);
  return {};
}

base::Result<> Player::doing(const FingerUp&) {
  feed(paint::finger_up(1, finger_, hands_.clock.monotonic()));
  pass(after_tap);
  return {};
}

base::Result<> Player::doing(const ChooseLang& choose) {
  hands_.wheel.act(visit::ChooseLanguage{choose.lang});
  pass(frame);
  if (hands_.wheel.view().lang == choose.lang) return {};
  return not_so("this kiosk does not offer that language");
}

base::Result<> Player::doing(const SpeakExpect& expect) {
  if (hands_.voice.last().find(expect.text) != std::string::npos) return {};
  return not_so("the last that was read aloud is:\n" + hands_.voice.last());
}

base::Result<> Player::doing(const Headphones& headphones) {
  hands_.outlet.plugged_in = headphones.plugged_in;
  return {};
}

// As who cannot see it would: one arrow after the other, until it has the focus.
base::Result<> Player::doing(const KeysTo& keys) {
  constexpr int most_arrows = 80;
  for (int pressed = 0; pressed < most_arrows; ++pressed) {
    const auto& tree = hands_.wheel.tree();
    const auto* wanted = tree.find_labelled(keys.label);
    const auto focused =
        std::ranges::find_if(tree.nodes(), [](const auto& node) { return node.state.focused; });
    if (wanted == nullptr || focused == tree.nodes().end()) break;
    if (focused->id == wanted->id) return {};
    const auto way = tree.arrows(focused->id, wanted->id);
    if (way.empty()) break;
    WV_CHECK(doing(PressKey{named_keys[static_cast<std::size_t>(way.front())]}));
  }
  return not_so("no arrows lead to it on '" + hands_.wheel.view().name +
                "'; it offers:" + on_screen(hands_.wheel.tree()));
}

base::Result<> Player::doing(const Press& press) {
  const auto& tree = hands_.wheel.tree();
  const auto find = [&] { return tree.find(press.id); };
  if (press.is_long) return hold(find(), press.id, paint::kHoldForStaff);
  WV_TRY(const auto where, bring_into_view(find, press.id));
  touch(where, tap_time);
  return {};
}

base::Result<> Player::doing(const Touch&) {
  const auto size = hands_.presenter.canvas().size();
  touch({static_cast<float>(size.width) / 2, static_cast<float>(size.height) / 2}, tap_time);
  return {};
}

base::Result<> Player::doing(const Letter&) {
  const auto types = [](const visit::Action& action) {
    return std::holds_alternative<visit::TypeText>(action);
  };
  if (tap_key(types)) return {};
  return not_so("nothing on '" + hands_.wheel.view().name + "' types");
}

base::Result<> Player::doing(const Shot& shot) {
  if (hands_.shots.empty()) return {};
  WV_TRY(const auto png, paint::encode_png(hands_.presenter.canvas()));
  const auto file = hands_.shots / (shot.name + ".png");
  WV_CHECK(hands_.files.write(file, png));
  pictures_.push_back(file);
  return {};
}

base::Result<> Player::doing(const SyncOnce&) {
  WV_CHECK(hands_.sync());
  feed({.kind = paint::EventKind::Woken, .at = hands_.clock.monotonic()});
  pass(frame);
  return {};
}

void Player::feed(paint::Event event) {
  if (hands_.follower) hands_.follower(event);
  hands_.wheel.turn({&event, 1});
}

// Lets time go by as it would: the wheel turns whenever it wants to, never more often than the screen.
void Player::pass(base::Millis time) {
  const auto end = hands_.clock.monotonic() + time;
  while (true) {
    const auto patience = hands_.wheel.turn({});
    const auto left = end - hands_.clock.monotonic();
    if (left <= base::Millis{0}) return;
    hands_.clock.advance(std::min(left, std::max(patience.value_or(left), base::Millis{1})));
  }
}

void Player::touch(ui::Point where, base::Millis time) {
  finger_ = {where.x, where.y};
  feed(paint::finger_down(1, finger_, hands_.clock.monotonic()));
  pass(time);
  feed(paint::finger_up(1, finger_, hands_.clock.monotonic()));
  pass(after_tap);
}

// As a visitor does: presses the big buttons until the thing is in sight.
base::Result<ui::Point> Player::bring_into_view(const Find& find, const std::string& what) {
  const auto& wheel = hands_.wheel;
  for (int scrolls = 0; scrolls < most_scrolls; ++scrolls) {
    const auto* node = find();
    if (!node) break;
    const auto visible = node->visible();
    const auto enough =
        std::min(node->rect.height, 2 * ui::Metrics(wheel.panel(), ui::TextSize::Normal).target());
    if (visible.height >= enough / 2 && wheel.tree().hit(visible.centre()) == node) return visible.centre();
    if (!wheel.view().frame) break;
    const bool is_below = node->rect.centre_y() > node->clip.centre_y();
    const auto& words = is_below ? wheel.view().frame->scroll_down : wheel.view().frame->scroll_up;
    const auto* button = wheel.tree().find_labelled(words.text);
    if (!button) break;
    touch(button->visible().centre(), tap_time);
  }
  return base::fail(base::ErrorCode::Invalid, "the screen '" + wheel.view().name + "' has no '" + what +
                                                  "' within reach; it offers:" + on_screen(wheel.tree()));
}

const ui::Node* Player::find_key(const Does& does) const {
  const auto& tree = hands_.wheel.tree();
  const auto is_wanted = [&](const ui::Node& node) {
    return node.role == ui::Role::Key && node.actionable() && does(*node.action) && !tree.is_covered(node);
  };
  const auto found = std::ranges::find_if(tree.nodes(), is_wanted);
  return found == tree.nodes().end() ? nullptr : &*found;
}

bool Player::tap_key(const Does& does) {
  const auto* key = find_key(does);
  if (!key) return false;
  touch(key->visible().centre(), tap_time);
  return true;
}

bool Player::tap_key(const visit::Action& action) {
  return tap_key([&](const visit::Action& each) { return each == action; });
}

bool Player::show_keys(visit::KeyLayer layer) {
  return hands_.wheel.visit().keys.layer == layer || tap_key(visit::ShowKeys{layer});
}

// Rests on the letter that this one grows out of, until its other forms stand above it.
bool Player::tap_variant(const std::string& letter) {
  const auto& layout =
      screens::rows_of(screens::layout_in_use(hands_.wheel.visit(), hands_.wheel.view().lang));
  for (const auto& node : hands_.wheel.tree().nodes()) {
    const auto* offer = node.hold ? std::get_if<visit::OfferVariants>(&*node.hold) : nullptr;
    if (!offer || !node.actionable()) continue;
    const auto variants = screens::variants_of(offer->letter, layout);
    if (std::ranges::find(variants, letter) == variants.end()) continue;
    touch(node.visible().centre(), paint::kHoldForAccents + frame);
    return tap_key(visit::SwapLetter{letter});
  }
  return false;
}

// Every layer, with and without capitals: first the keys themselves, then what waits behind them.
bool Player::find_and_tap(const std::string& letter) {
  using visit::KeyLayer;
  const visit::Action wanted = visit::TypeText{letter};
  if (tap_key(wanted)) return true;
  for (const bool rests : {false, true})
    for (const auto layer : {KeyLayer::Letters, KeyLayer::Symbols, KeyLayer::Accents}) {
      if (!show_keys(layer)) continue;
      if (rests ? tap_variant(letter) : tap_key(wanted)) return true;
      if (tap_key(visit::PressShift{}) && (rests ? tap_variant(letter) : tap_key(wanted))) return true;
    }
  return false;
}

base::Result<> Player::type_character(std::string_view character) {
  const std::string letter(character);
  if (find_and_tap(letter)) return {};
  for (const auto layout : screens::all_layouts()) {
    const visit::Action choose = visit::ChooseLayout{layout};
    if (!find_key([&](const visit::Action& each) { return each == choose; })) tap_key(visit::OfferLayouts{});
    if (tap_key(choose) && find_and_tap(letter)) return {};
  }
  return not_so("the on-screen keyboard of '" + hands_.wheel.view().name + "' has no key for '" + letter +
                "'");
}

}  // namespace wv::app
