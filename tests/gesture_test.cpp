// What fingers mean: shaky hands, resting palms, fast thumbs, and motion that always ends.
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "kiosk/paint/gesture.h"
#include "tests/support/catch.h"
#include "tests/support/dice.h"

using namespace wv::paint;
using wv::base::Millis;
using wv::test::Dice;

namespace {

constexpr float kPxPerMm = 4;

// A hand on the panel; remembers what it meant.
class Hand {
 public:
  Hand() { gestures.set_map({{{0, 0, 1080, 1000}}, {{0, 1400, 1080, 1900}}}); }
  Hand& down(FingerId f, Point p) { return feed(finger_down(f, p, now)); }
  Hand& move(FingerId f, Point p) { return feed(finger_move(f, p, now)); }
  Hand& up(FingerId f, Point p) { return feed(finger_up(f, p, now)); }
  Hand& wait(int ms) {
    now += Millis{ms};
    gestures.advance(now, out);
    return *this;
  }
  Hand& tap(FingerId f, Point p) { return down(f, p).wait(60).up(f, p); }
  std::string kinds() const {
    std::string all;
    for (const Gesture& g : out) all += "PTCHRSkt"[static_cast<int>(g.kind)];
    return all;
  }
  int count(GestureKind kind) const {
    return static_cast<int>(std::ranges::count(out, kind, &Gesture::kind));
  }
  float scrolled() const {
    float sum = 0;
    for (const Gesture& g : out) sum += g.dy;
    return sum;
  }

  Gestures gestures{kPxPerMm};
  std::vector<Gesture> out;
  Millis now{1000};

 private:
  Hand& feed(const Event& event) {
    gestures.feed(event, out);
    return *this;
  }
};

constexpr Point kCard{500, 500};     // in scrolling content
constexpr Point kButton{500, 1200};  // beside it

}  // namespace

TEST_CASE("A tap says where it began and where it ended") {
  Hand hand;
  hand.down(1, kButton).wait(50).move(1, {506, 1204}).up(1, {507, 1204});
  REQUIRE(hand.kinds() == "PT");
  CHECK(hand.out[1].start == kButton);
  CHECK(hand.out[1].end == Point{507, 1204});
  CHECK(hand.out[1].held == Millis{50});
}

TEST_CASE("A trembling finger on scrolling content is a tap up to 4.5 mm of travel") {
  Hand steady, far;
  steady.down(1, kCard).wait(20).move(1, {500, 517}).wait(20).move(1, {500, 483}).up(1, {500, 500});
  CHECK(steady.kinds() == "PT");
  far.down(1, kCard).wait(20).move(1, {500, 519}).wait(200).up(1, {500, 519});
  CHECK(far.kinds() == "PCS");
  CHECK(far.scrolled() == 1);  // from the edge of the slop: the content does not jump
}

TEST_CASE("Outside scrolling content a finger may wander; the target decides") {
  Hand hand;
  hand.down(1, kButton).wait(30).move(1, {560, 1290}).wait(30).up(1, {560, 1290});
  CHECK(hand.kinds() == "PT");
}

TEST_CASE("Sideways travel on scrolling content does not scroll") {
  Hand hand;
  hand.down(1, kCard).wait(20).move(1, {700, 510}).up(1, {700, 510});
  CHECK(hand.kinds() == "PT");
}

TEST_CASE("Dragging moves the content as far as the finger, in whole pixels") {
  Hand hand;
  hand.down(1, kCard);
  for (int i = 1; i <= 40; ++i) hand.wait(16).move(1, {500, 500 - 5.3F * static_cast<float>(i)});
  hand.wait(300).up(1, {500, 288});
  CHECK(hand.scrolled() == Approx(-(212 - 18)).margin(1));
  for (const Gesture& g : hand.out) CHECK(g.dy == std::round(g.dy));
  CHECK_FALSE(hand.gestures.flinging());  // it rested before lifting
}

TEST_CASE("A thrown list glides, slows and stops by itself, the same at any frame rate") {
  const auto glide = [](int frame_ms) {
    Hand hand;
    hand.down(1, {500, 900});
    for (int i = 1; i <= 10; ++i) hand.wait(16).move(1, {500, 900 - 30.0F * static_cast<float>(i)});
    hand.up(1, {500, 600});
    CHECK(hand.gestures.flinging());
    int waited = 0;
    while (hand.gestures.flinging() && waited < 10000) hand.wait(frame_ms), waited += frame_ms;
    CHECK(waited < 2500);
    CHECK_FALSE(hand.gestures.next_deadline().has_value());
    return hand.scrolled();
  };
  const float smooth = glide(16);
  CHECK(smooth < -600);
  CHECK(glide(7) == smooth);
  CHECK(glide(250) == smooth);
}

TEST_CASE("Touching a gliding list stops it and taps nothing; a list almost at rest takes the tap") {
  Hand hand;
  hand.down(1, {500, 900});
  for (int i = 1; i <= 10; ++i) hand.wait(16).move(1, {500, 900 - 30.0F * static_cast<float>(i)});
  hand.up(1, {500, 600}).wait(100);
  hand.out.clear();
  hand.tap(2, kCard);
  CHECK(hand.kinds().empty());
  CHECK_FALSE(hand.gestures.flinging());
  hand.wait(200).tap(3, kCard);
  CHECK(hand.kinds() == "PT");
}

TEST_CASE("A finger that rests is held after half a second and again after three") {
  Hand hand;
  hand.down(1, kButton).wait(499);
  CHECK(hand.count(GestureKind::Hold) == 0);
  CHECK(hand.gestures.next_deadline() == Millis{1500});
  hand.wait(1);
  CHECK(hand.out.back().held == kHoldForAccents);
  CHECK(hand.gestures.next_deadline() == Millis{4000});
  hand.wait(2500);
  CHECK(hand.out.back().held == kHoldForStaff);
  hand.up(1, kButton);
  CHECK(hand.kinds() == "PHHT");
  CHECK(hand.out.back().held == Millis{3000});
}

TEST_CASE("A key that repeats goes on while it is held, ever faster, the same at any frame rate") {
  const auto repeats = [](int frame_ms, int held_ms) {
    Hand hand;
    hand.gestures.set_map({{}, {{0, 1400, 1080, 1900}}, {{0, 1400, 1080, 1900}}});
    hand.down(1, {500, 1500});
    for (int waited = 0; waited < held_ms; waited += frame_ms) hand.wait(frame_ms);
    const int count = hand.count(GestureKind::Repeat);
    hand.up(1, {500, 1500});
    CHECK(hand.out.back().was_held);
    CHECK_FALSE(hand.gestures.next_deadline().has_value());
    return count;
  };
  CHECK(repeats(10, 650) == 0);
  CHECK(repeats(10, 660) == 1);
  CHECK(repeats(7, 2100) == repeats(300, 2100));
  const int first = repeats(10, 1500), third = repeats(10, 3500) - repeats(10, 2500);
  CHECK(first >= 5);
  CHECK(third >= 3 * first);
}

TEST_CASE("A finger that wanders off is not holding") {
  Hand hand;
  hand.down(1, kButton).wait(100).move(1, {540, 1200}).wait(4000).up(1, {540, 1200});
  CHECK(hand.count(GestureKind::Hold) == 0);
}

TEST_CASE("Three fingers are a palm: nothing happens until all are lifted") {
  Hand hand;
  hand.down(1, kButton).wait(5).down(2, {600, 1200}).wait(5).down(3, {700, 1200});
  CHECK(hand.kinds() == "PC");
  hand.wait(100).up(1, kButton).wait(300).down(4, {100, 1200}).wait(50).up(4, {100, 1200});
  hand.up(2, {600, 1200}).up(3, {700, 1200});
  CHECK(hand.kinds() == "PC");
  hand.wait(300).tap(5, kButton);
  CHECK(hand.kinds() == "PCPT");
}

TEST_CASE("The first finger leads and a second one beside it is ignored") {
  Hand hand;
  hand.down(1, kButton).wait(20).down(2, {600, 1200}).wait(20).up(2, {600, 1200}).wait(20).up(1, kButton);
  CHECK(hand.kinds() == "PT");
  CHECK(hand.out[1].finger == 1);
}

TEST_CASE("A touch on the spot of a lift within 80 ms is the same touch trembling") {
  Hand hand;
  hand.tap(1, kButton).wait(70).tap(2, {505, 1203});
  CHECK(hand.kinds() == "PT");
  hand.wait(90).tap(3, kButton);
  CHECK(hand.kinds() == "PTPT");
}

TEST_CASE("Within 80 ms but elsewhere is another touch") {
  Hand hand;
  hand.tap(1, kButton).wait(30).tap(2, {700, 1200});
  CHECK(hand.kinds() == "PTPT");
}

TEST_CASE("Two thumbs typing as fast as people can lose no letter and keep the order of touching") {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    Dice dice(seed);
    Hand hand;
    struct Stroke {
      int down, up;
      Point where;
      FingerId finger;
    };
    std::vector<Stroke> strokes;
    int free_at[2] = {0, 0};
    int at = 0;
    for (int i = 0; i < 30; ++i) {
      const int thumb = dice.whole(0, 1);
      at = std::max(at + dice.whole(15, 90), free_at[thumb]);
      const int up = at + dice.whole(25, 140);
      free_at[thumb] = up + dice.whole(35, 80);
      strokes.push_back({at, up, {static_cast<float>(40 + 500 * thumb + 100 * dice.whole(0, 4)), 1500}, i});
    }
    std::multimap<int, std::pair<const Stroke*, bool>> timeline;
    for (const Stroke& s : strokes) {
      timeline.insert({s.down, {&s, true}});
      timeline.insert({s.up, {&s, false}});
    }
    for (const auto& [time, what] : timeline) {
      hand.now = Millis{time};
      const Stroke& s = *what.first;
      what.second ? hand.down(s.finger, s.where) : hand.up(s.finger, s.where);
    }
    std::vector<FingerId> typed;
    for (const Gesture& g : hand.out) {
      if (g.kind == GestureKind::Tap) typed.push_back(g.finger);
    }
    REQUIRE(typed.size() == strokes.size());
    CHECK(std::ranges::is_sorted(typed));
  }
}

TEST_CASE("A finger the panel never lifted does not block the kiosk") {
  Hand hand;
  hand.down(1, kButton).wait(31000);
  CHECK(hand.kinds() == "PHHC");
  hand.tap(2, kButton);
  CHECK(hand.kinds() == "PHHCPT");
  hand.up(1, kButton);  // hours later, or never
  CHECK(hand.kinds() == "PHHCPT");
}

TEST_CASE("When the screen changes under a finger its lift means nothing") {
  Hand hand;
  hand.down(1, kButton).wait(20);
  hand.gestures.cancel(hand.out);
  hand.wait(20).up(1, kButton);
  CHECK(hand.kinds() == "PC");
  hand.wait(100).tap(2, kButton);
  CHECK(hand.kinds() == "PCPT");
}

TEST_CASE("Keys, text and the wheel pass through") {
  Hand hand;
  hand.gestures.feed(key_press(Key::Select, hand.now), hand.out);
  hand.gestures.feed(typed("ë", hand.now), hand.out);
  Event wheel{EventKind::Wheel, hand.now};
  wheel.wheel = -1;
  hand.gestures.feed(wheel, hand.out);
  REQUIRE(hand.kinds() == "ktS");
  CHECK(hand.out[0].key == Key::Select);
  CHECK(hand.out[1].text == "ë");
  CHECK(hand.out[2].dy == -48);
}

TEST_CASE("Whatever fingers do, every press ends once and everything comes to rest") {
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    Dice dice(seed);
    Hand hand;
    std::set<FingerId> resting;
    for (int i = 0; i < 200; ++i) {
      hand.wait(dice.whole(0, 120));
      const FingerId f = dice.whole(1, 4);
      const Point p{dice.real(0, 1080), dice.real(0, 1900)};
      if (dice.one_in(3)) {
        hand.down(f, p), resting.insert(f);
      } else if (dice.one_in(2)) {
        hand.move(f, p);
      } else {
        hand.up(f, p), resting.erase(f);
      }
    }
    for (const FingerId f : resting) hand.up(f, {1, 1});
    hand.wait(5000);
    CHECK_FALSE(hand.gestures.next_deadline().has_value());
    CHECK(hand.count(GestureKind::Press) == hand.count(GestureKind::Tap) + hand.count(GestureKind::Cancel));
  }
}
