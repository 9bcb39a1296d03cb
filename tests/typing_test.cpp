// Fingers on the keys of the screen, from the touch to the text: nothing typed gets lost, nothing comes by
// itself.
#include <algorithm>
#include <map>
#include <set>

#include "kiosk/app/reaction.h"
#include "kiosk/screens/layouts.h"
#include "kiosk/ui/audit.h"
#include "tests/support/dice.h"
#include "tests/support/drawing.h"
#include "tests/support/seeing.h"

using namespace wv;
using namespace wv::visit;
using base::Millis;

namespace {

// Somebody who writes an idea with their fingers: gestures, tree and visit as on the wheel, without files.
class Typist {
 public:
  explicit Typist(ui::Panel panel = test::portrait()) : panel_(panel) {
    gestures_.set_scale(ui::Metrics(panel, TextSize::Normal).px_per_mm());
    visitor.begins().does(GiveIdea{}).does(PressShift{});
    look();
  }

  test::Visitor visitor;
  bool mirrored = false;

  const ui::Tree& look() {
    auto around = test::a_monday_afternoon();
    around.languages = {"nl", "en"};
    auto view = test::see(visitor, town_, around);
    view.right_to_left = mirrored;
    tree_ = &drawing_.view(view, panel_, hand_);
    gestures_.set_map(app::touch_map(*tree_));
    return *tree_;
  }
  void down(paint::FingerId finger, paint::Point where) {
    hear([&](auto& out) { gestures_.feed(paint::finger_down(finger, where, visitor.now), out); });
  }
  void up(paint::FingerId finger, paint::Point where) {
    hear([&](auto& out) { gestures_.feed(paint::finger_up(finger, where, visitor.now), out); });
  }
  void wait(Millis time) {
    const auto until = visitor.now + time;
    for (auto due = gestures_.next_deadline(); due && *due <= until; due = gestures_.next_deadline()) {
      visitor.now = std::max(visitor.now, *due);
      hear([&](auto& out) { gestures_.advance(visitor.now, out); });
    }
    visitor.now = until;
  }
  void tap(paint::Point where) {
    down(1, where);
    wait(Millis{60});
    up(1, where);
    wait(Millis{100});
  }
  paint::Point key(const Action& action) const {
    for (const auto& node : tree_->nodes())
      if (node.role == ui::Role::Key && node.action && *node.action == action && !tree_->is_covered(node))
        return {node.rect.centre_x(), node.rect.centre_y()};
    FAIL("no such key");
    return {};
  }
  paint::Point letter(const std::string& letter) const { return key(TypeText{letter}); }
  std::string text() const { return std::string(visitor.visit.draft.text.text()); }
  const ui::Tree& tree() const { return *tree_; }
  const ui::Node& field() const {
    const auto& nodes = tree_->nodes();
    const auto found = std::ranges::find(nodes, ui::Role::TextField, &ui::Node::role);
    REQUIRE(found != nodes.end());
    return *found;
  }

 private:
  template <class Feed>
  void hear(Feed feed) {
    std::vector<paint::Gesture> gestures;
    feed(gestures);
    for (const auto& gesture : gestures) {
      std::vector<Action> actions;
      app::react(gesture, *tree_, hand_, actions);
      for (const auto& action : actions) visitor.does(action);
      look();
    }
  }

  store::Content town_ = test::a_town();
  test::Drawing drawing_;
  ui::Panel panel_;
  ui::Hand hand_;
  paint::Gestures gestures_{4};
  const ui::Tree* tree_ = nullptr;
};

struct Stroke {
  int down = 0, up = 0;
  char letter = 'a';
  paint::FingerId thumb = 1;
};

constexpr std::string_view fast_letters = "etaoinshrdlu mp";

// Ten keys a second with two thumbs, each often still down when the other one comes.
std::vector<Stroke> fast_typing(test::Dice& dice, int keys) {
  std::vector<Stroke> strokes;
  for (int i = 0; i < keys; ++i) {
    const int down = 1000 + 100 * i + dice.whole(-15, 15);
    const char letter =
        fast_letters[static_cast<std::size_t>(dice.whole(0, static_cast<int>(fast_letters.size()) - 1))];
    strokes.push_back({down, down + dice.whole(40, 160), letter, 1 + i % 2});
    // The same key twice: even two thumbs have to leave it in between.
    if (i > 0 && strokes[strokes.size() - 2].letter == letter) strokes[strokes.size() - 2].up = down - 40;
  }
  return strokes;
}

}  // namespace

TEST_CASE("two thumbs at ten keys a second: the text is what was typed") {
  for (std::uint32_t seed = 0; seed < 6; ++seed) {
    test::Dice dice(seed);
    Typist typist;
    typist.visitor.does(TypeText{"x"});  // past the capital
    typist.look();
    std::map<char, paint::Point> places;
    for (const char letter : fast_letters) places[letter] = typist.letter(std::string(1, letter));
    std::string wanted = "x";
    std::multimap<int, std::pair<Stroke, bool>> timeline;
    for (const Stroke& stroke : fast_typing(dice, 60)) {
      wanted += stroke.letter;
      timeline.insert({stroke.down, {stroke, true}});
      timeline.insert({stroke.up, {stroke, false}});
    }
    const Millis start = typist.visitor.now;
    for (const auto& [at, what] : timeline) {
      const auto& [stroke, goes_down] = what;
      typist.wait(start + Millis{at} - typist.visitor.now);
      const auto where = places.at(stroke.letter);
      goes_down ? typist.down(stroke.thumb, where) : typist.up(stroke.thumb, where);
    }
    CHECK(typist.text() == wanted);
  }
}

TEST_CASE("a second finger commits the first key, and each is typed once") {
  Typist typist;
  const auto a = typist.letter("a"), l = typist.letter("l");
  typist.down(1, a);
  typist.wait(Millis{40});
  typist.down(2, l);
  CHECK(typist.text() == "a");
  typist.wait(Millis{40});
  typist.up(1, a);
  typist.wait(Millis{40});
  typist.up(2, l);
  CHECK(typist.text() == "al");
}

TEST_CASE("shift and a letter may overlap too") {
  Typist typist;
  const auto shift = typist.key(PressShift{}), a = typist.letter("a");
  typist.down(1, shift);
  typist.wait(Millis{30});
  typist.down(2, a);
  typist.wait(Millis{30});
  typist.up(1, shift);
  typist.up(2, a);
  CHECK(typist.text() == "A");
}

TEST_CASE("a palm on the keys types nothing of its own, and until it is lifted nothing else") {
  Typist typist;
  const auto q = typist.letter("q"), w = typist.letter("w"), e = typist.letter("e");
  typist.down(1, {10, 200});  // the arm
  typist.down(2, {40, 240});
  typist.down(3, q);
  typist.wait(Millis{1500});
  typist.down(4, w);
  typist.up(4, w);
  typist.up(3, q);
  typist.up(2, {40, 240});
  typist.up(1, {10, 200});
  CHECK(typist.text().empty());
  typist.wait(Millis{300});
  typist.down(1, q);
  typist.wait(Millis{40});
  typist.down(2, w);  // this is how fast people type…
  typist.down(3, e);  // …and this is not
  typist.wait(Millis{1500});
  for (const auto finger : {1, 2, 3}) typist.up(finger, q);
  CHECK(typist.text() == "q");
}

TEST_CASE("a long press offers the other forms of a letter; they stay until one is tapped") {
  Typist typist;
  const auto e = typist.letter("e");
  typist.down(1, e);
  typist.wait(Millis{499});
  CHECK(typist.text().empty());
  typist.wait(Millis{2});
  CHECK(typist.text() == "e");
  typist.up(1, e);
  CHECK(typist.text() == "e");
  typist.wait(Millis{5000});
  typist.tap(typist.key(SwapLetter{"ë"}));
  CHECK(typist.text() == "ë");
  CHECK(typist.visitor.visit.keys.offer == KeyOffer::None);
}

TEST_CASE("while other forms are offered the next letter is typed as always") {
  Typist typist;
  const auto e = typist.letter("e");
  typist.down(1, e);
  typist.wait(Millis{700});
  typist.up(1, e);
  typist.wait(Millis{100});
  typist.tap(typist.letter("n"));
  CHECK(typist.text() == "en");
}

TEST_CASE("a finger beside the offered forms does not press the key below them") {
  Typist typist;
  const auto d = typist.letter("d");
  const auto r = typist.letter("r");
  typist.down(1, d);
  typist.wait(Millis{700});
  typist.up(1, d);
  typist.wait(Millis{100});
  const auto& tree = typist.tree();
  const auto* below = tree.hit({r.x, r.y});
  REQUIRE(below != nullptr);
  CHECK(below->layer == ui::Layer::Popup);
}

TEST_CASE("holding erase takes more and more, and stops when it is let go") {
  Typist typist;
  typist.visitor.does(TypeText{std::string(300, 'a')});
  typist.look();
  const auto erase = typist.key(Erase{});
  typist.down(1, erase);
  typist.wait(Millis{499});
  CHECK(typist.text().size() == 300);
  typist.wait(Millis{2});
  CHECK(typist.text().size() == 299);
  const auto erased_in = [&](Millis time) {
    const auto before = typist.text().size();
    typist.wait(time);
    return before - typist.text().size();
  };
  const auto slow = erased_in(Millis{1000});
  erased_in(Millis{2000});
  const auto fast = erased_in(Millis{1000});
  CHECK(slow >= 5);
  CHECK(slow <= 10);
  CHECK(fast >= 20);
  typist.up(1, erase);
  CHECK(erased_in(Millis{3000}) == 0);
  typist.tap(typist.key(Erase{}));
  CHECK(erased_in(Millis{1000}) == 0);
}

TEST_CASE("erase held on the last letters comes to rest") {
  Typist typist;
  typist.visitor.does(TypeText{"abc"});
  typist.look();
  const auto erase = typist.key(Erase{});
  typist.down(1, erase);
  typist.wait(Millis{4000});
  typist.up(1, erase);
  CHECK(typist.text().empty());
  typist.tap(typist.key(Undo{}));
  CHECK(typist.text() == "abc");
}

TEST_CASE("a finger in the text puts the caret where it points, and again selects the word") {
  for (const bool mirrored : {false, true}) {
    Typist typist;
    typist.mirrored = mirrored;
    typist.visitor.does(TypeText{"een bankje hier"});
    typist.look();
    const auto stops = typist.field().stops;
    REQUIRE(stops.size() == 16);
    for (const std::size_t wanted : {std::size_t{0}, std::size_t{6}, std::size_t{15}}) {
      const auto stop = std::ranges::find(stops, wanted, &ui::CaretStop::byte);
      typist.visitor.does(MoveCaret{Caret::Start});
      typist.tap({stop->x, (stop->top + stop->bottom) / 2});
      CHECK(typist.visitor.visit.draft.text.caret_byte() == wanted);
    }
    typist.tap({stops[5].x, stops[5].bottom + 60});  // below the only line counts as the line
    typist.tap({stops[7].x, stops[7].top + 4});
    CHECK(typist.visitor.visit.draft.text.selection() == Stretch{4, 10});
    typist.tap(typist.letter("x"));
    CHECK(typist.text() == "een x hier");
  }
}

TEST_CASE("on a screen from the right the letters lie where hands know them, and digits count upwards") {
  Typist typist;
  typist.mirrored = true;
  typist.look();
  CHECK(typist.letter("q").x < typist.letter("w").x);
  CHECK(typist.letter("q").x < typist.letter("p").x);
  CHECK(typist.key(Erase{}).x > typist.letter("m").x);
  typist.visitor.does(ShowKeys{KeyLayer::Symbols});
  typist.look();
  CHECK(typist.letter("1").x < typist.letter("9").x);
}

TEST_CASE(
    "every key of every layout keeps the promises about sizes, on panels that stand, lie and are small") {
  const std::vector<ui::Panel> panels = {test::portrait(), test::landscape(), {{1024, 768}, {304, 228}}};
  for (const auto& panel : panels) {
    Typist typist(panel);
    typist.visitor.does(TypeText{"ab e"});
    for (const auto size : {TextSize::Small, TextSize::Normal, TextSize::Large, TextSize::Largest})
      for (const auto layout : screens::all_layouts())
        for (const auto& then : std::vector<Action>{Touched{}, OrderKeys{KeyOrder::Alphabet}, PressShift{},
                                                    ShowKeys{KeyLayer::Accents}, OfferVariants{"a"}}) {
          typist.visitor.does(ChooseTextSize{size}).does(OrderKeys{KeyOrder::Usual});
          typist.visitor.does(ChooseLayout{layout}).does(then);
          for (const auto& wrong : ui::audit(typist.look(), ui::Metrics(panel, size), "keys")) {
            if (wrong.node.find("keyboard") == std::string::npos) continue;
            FAIL_CHECK(screens::rows_of(layout).name
                       << " size " << static_cast<int>(size) << " " << panel.pixels.width << ": "
                       << wrong.rule << " " << wrong.node << " " << wrong.measured << " " << wrong.detail);
          }
        }
  }
}

TEST_CASE("six keys reach every key and everything that is offered over them") {
  Typist typist;
  typist.visitor.does(OfferVariants{"e"});
  const auto& tree = typist.look();
  std::vector<ui::NodeId> open = {tree.first_actionable()->id};
  std::set<ui::NodeId> seen(open.begin(), open.end());
  while (!open.empty()) {
    const auto at = open.back();
    open.pop_back();
    for (const auto to :
         {ui::Direction::Up, ui::Direction::Down, ui::Direction::Left, ui::Direction::Right}) {
      const auto* next = tree.neighbour(at, to);
      if (next && seen.insert(next->id).second) open.push_back(next->id);
    }
  }
  int offered = 0;
  for (const auto& node : tree.nodes()) {
    if (!node.focusable() || !tree.answers(node.layer) || tree.is_covered(node)) continue;
    INFO(node.id);
    CHECK(seen.contains(node.id));
    offered += node.layer == ui::Layer::Popup ? 1 : 0;
  }
  CHECK(offered > 3);
}
