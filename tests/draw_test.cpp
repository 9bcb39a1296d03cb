#include <algorithm>

#include "kiosk/ui/audit.h"
#include "kiosk/ui/page.h"
#include "tests/support/exposure.h"
#include "tests/support/sample_views.h"

namespace {

using namespace wv;
using support::Tongue;

constexpr visit::TextSize kSizes[] = {visit::TextSize::Small, visit::TextSize::Normal, visit::TextSize::Large,
                                      visit::TextSize::Largest};

const std::vector<support::SampleView>& samples(Tongue tongue) {
  static const auto dutch = support::sample_views(Tongue::Dutch);
  static const auto english = support::sample_views(Tongue::English);
  return tongue == Tongue::Dutch ? dutch : english;
}

screens::View sample(const std::string& name) {
  const auto& all = samples(Tongue::Dutch);
  const auto found = std::ranges::find(all, name, &support::SampleView::name);
  REQUIRE(found != all.end());
  return found->view;
}

void audit_all(Tongue tongue, const ui::Panel& panel) {
  test::Drawing drawing;
  for (const auto& [name, view] : samples(tongue)) {
    for (const auto size : kSizes) {
      screens::View sized = view;
      sized.size = size;
      const auto found = ui::audit(drawing.view(sized, panel), screens::metrics_of(sized, panel), name);
      for (const auto& violation : found) {
        INFO(violation.detail << ": measured " << violation.measured << ", wanted " << violation.wanted);
        FAIL_CHECK(name << ", size " << static_cast<int>(size) << ", " << violation.node << ": "
                        << violation.rule);
      }
    }
  }
  CHECK(drawing.engine().missing_glyphs() == 0);
}

}  // namespace

TEST_CASE("no screen breaks a promise about sizes, contrast and names, in Dutch, upright") {
  audit_all(Tongue::Dutch, test::portrait());
}
TEST_CASE("no screen breaks a promise about sizes, contrast and names, in Dutch, lying") {
  audit_all(Tongue::Dutch, test::landscape());
}
TEST_CASE("no screen breaks a promise about sizes, contrast and names, in English, upright") {
  audit_all(Tongue::English, test::portrait());
}
TEST_CASE("no screen breaks a promise about sizes, contrast and names, in English, lying") {
  audit_all(Tongue::English, test::landscape());
}

TEST_CASE("the bar stands on the same place on every screen, at every size") {
  test::Drawing drawing;
  const auto first = drawing.view(sample("home"), test::portrait()).find("home/bar/help")->rect;
  for (const auto& [name, view] : samples(Tongue::Dutch)) {
    if (!view.frame) continue;
    screens::View largest = view;
    largest.size = visit::TextSize::Largest;
    INFO(name);
    const ui::Tree& tree = drawing.view(largest, test::portrait());
    const auto* help = tree.find(view.name + "/bar/help");
    REQUIRE(help != nullptr);
    CHECK(help->rect == first);
  }
}

TEST_CASE("any touch on Attract begins a visit") {
  test::Drawing drawing;
  const ui::Tree& tree = drawing.view(sample("attract"), test::portrait());
  for (const ui::Point finger : {ui::Point{1, 1}, ui::Point{540, 960}, ui::Point{1079, 1919}}) {
    REQUIRE(tree.hit(finger) != nullptr);
    CHECK(std::holds_alternative<visit::BeginVisit>(*tree.hit(finger)->action));
  }
}

TEST_CASE("under the question whether somebody is there, any touch is an answer") {
  test::Drawing drawing;
  const ui::Tree& tree = drawing.view(sample("still-there"), test::portrait());
  for (const ui::Point finger : {ui::Point{1, 1}, ui::Point{540, 960}, ui::Point{1000, 1900}}) {
    REQUIRE(tree.hit(finger) != nullptr);
    CHECK(std::holds_alternative<visit::Touched>(*tree.hit(finger)->action));
  }
}

TEST_CASE("a touch beside a menu closes it, the bar goes on working") {
  test::Drawing drawing;
  const ui::Tree& tree = drawing.view(sample("menu-size"), test::portrait());
  CHECK(std::holds_alternative<visit::CloseOverlay>(*tree.hit({540, 30})->action));
  CHECK(tree.hit(tree.find("menu-size/bar/help")->rect.centre())->label == "Hulp");
}

TEST_CASE("veiled text is nowhere in the tree, not even for who listens") {
  test::Drawing drawing;
  const ui::Tree& tree = drawing.view(sample("idea-write-veiled"), test::portrait());
  CHECK(tree.to_json().find("bankje") == std::string::npos);
  CHECK(tree.shows("Raak het scherm aan om uw tekst te zien"));
  for (const ui::Node& node : tree.nodes()) {
    for (const ui::TextUse& use : node.texts) CHECK(use.text.find("bankje") == std::string::npos);
  }
}

TEST_CASE("the digits of a pin are counted, never shown") {
  test::Drawing drawing;
  const ui::Tree& tree = drawing.view(sample("pin"), test::portrait());
  const auto* dots = tree.find("pin/body/main/dots");
  REQUIRE(dots != nullptr);
  CHECK(dots->label == "3");
}

TEST_CASE("while somebody writes, the field shows at every size and on every panel") {
  test::Drawing drawing;
  for (const ui::Panel& panel : {test::portrait(), test::landscape()}) {
    for (const char* name : {"idea-write", "idea-contact-mail", "code-entry", "code-entry-words"}) {
      for (const auto size : kSizes) {
        screens::View view = sample(name);
        view.size = size;
        const ui::Tree& tree = drawing.view(view, panel);
        const auto field = std::ranges::find(tree.nodes(), ui::Role::TextField, &ui::Node::role);
        REQUIRE(field != tree.nodes().end());
        INFO(name << " at size " << static_cast<int>(size));
        CHECK(field->visible() == field->rect);
      }
    }
  }
}

TEST_CASE("holding the name of the place opens the staff door, touching it does nothing") {
  test::Drawing drawing;
  const ui::Tree& tree = drawing.view(sample("home"), test::portrait());
  const auto* place = tree.find("home/header/place");
  REQUIRE(place != nullptr);
  CHECK_FALSE(place->actionable());
  REQUIRE(place->hold.has_value());
  CHECK(std::holds_alternative<visit::OpenStaffDoor>(*place->hold));
}

TEST_CASE("what a finger is on and where the keys are can be seen") {
  test::Drawing drawing;
  const ui::Hand hand{
      .pressed = "home/body/main/tile-0", .focused = "home/body/main/tile-1", .focus_shows = true};
  const ui::Tree& tree = drawing.view(sample("home"), test::portrait(), hand);
  CHECK(tree.find(hand.pressed)->state.pressed);
  CHECK(tree.find(hand.focused)->state.focused);
  const auto rest = drawing.view(sample("home"), test::portrait()).find(hand.pressed)->shape->fill;
  const auto pressed = drawing.view(sample("home"), test::portrait(), hand).find(hand.pressed)->shape->fill;
  CHECK_FALSE(pressed == rest);
}

TEST_CASE("no letter is missing on the screen after the atlas of letters was full") {
  const auto panel = test::portrait();
  test::Exposure crowded(panel, 500);
  for (const auto& [name, view] : support::sample_views(support::Tongue::Dutch)) {
    test::Exposure fresh(panel);
    fresh.draw(view);
    crowded.draw(view);
    bool same = true;
    for (int y = 0; y < fresh.canvas().height(); ++y)
      same = same && std::ranges::equal(fresh.canvas().line(y), crowded.canvas().line(y));
    CHECK((same ? "" : name) == "");
  }
  CHECK(crowded.generation() > 2);
}
