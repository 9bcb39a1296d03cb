// Lager: whatever the screen and however it hangs, every control comes between 380 and 1,220 mm above the
// floor.
#include "kiosk/ui/reach.h"

#include "tests/support/catch.h"
#include "tests/support/drawing.h"
#include "tests/support/sample_views.h"

using namespace wv;
using ui::ReachHelp;

namespace {

ui::Panel hanging(ui::Panel panel, float above_floor_mm) {
  panel.above_floor_mm = above_floor_mm;
  return panel;
}

std::string told(const std::vector<ui::Violation>& all) {
  std::string text;
  for (const auto& one : all)
    text += "\n" + one.node + " " + one.rule + " " + std::to_string(one.measured) + " (" + one.detail + ")";
  return text;
}

// Every screen in reach mode on this panel: in reach, and nothing promised is broken for it.
void check_all(const ui::Panel& panel) {
  REQUIRE(ui::reach_help(panel) == ReachHelp::Helps);
  test::Drawing drawing;
  for (const auto& [name, sample] : support::sample_views(support::Tongue::Dutch)) {
    for (const auto size : {visit::TextSize::Normal, visit::TextSize::Largest}) {
      screens::View view = sample;
      if (!view.frame) continue;
      view.size = size;
      view.reach = true;
      INFO(name << " at size " << static_cast<int>(size) << ", hanging at " << panel.above_floor_mm);
      const ui::Tree& tree = drawing.view(view, panel);
      CHECK(told(ui::audit_reach(tree, panel, name)) == "");
      CHECK(told(ui::audit(tree, screens::metrics_of(view, panel), name)) == "");
    }
  }
}

}  // namespace

TEST_CASE("the reachable band is measured from the floor") {
  // 476 mm on 1,920 px; from 900 to 1,376 mm: 156 mm are too high.
  const auto band = ui::reachable(hanging(test::portrait(), 900));
  CHECK(band.top == std::ceil(156 * 1920 / 476.0F));
  CHECK(band.panel.pixels.height == 1920 - band.top);
  CHECK(std::abs(band.panel.mm.height - 320) < 0.3F);
  // Hanging low, the foot of the panel is what nobody bends to.
  const auto low = ui::reachable(hanging(test::portrait(), 300));
  CHECK(low.top == 0);
  CHECK(std::abs(low.panel.mm.height - (476 - 80)) < 0.3F);
}

TEST_CASE("where everything is in reach already, or cannot be, reach mode says so") {
  CHECK(ui::reach_help(hanging(test::portrait(), 700)) == ReachHelp::NotNeeded);
  CHECK(ui::reach_help(hanging(test::landscape(), 900)) == ReachHelp::NotNeeded);
  CHECK(ui::reach_help(hanging(test::portrait(), 900)) == ReachHelp::Helps);
  CHECK(ui::reach_help(hanging(test::portrait(), 1100)) == ReachHelp::Impossible);
}

TEST_CASE("upright and hanging high, every control comes within reach") {
  check_all(hanging(test::portrait(), 900));
}
TEST_CASE("upright and as high as reach mode can help, every control comes within reach") {
  check_all(hanging(test::portrait(), 1219 - ui::kLeastBandMm));
}
TEST_CASE("lying and hanging high, every control comes within reach") {
  check_all(hanging(test::landscape(), 1219 - ui::kLeastBandMm));
}
TEST_CASE("upright and hanging low, nobody has to bend") {
  check_all(hanging(test::portrait(), 250));
}

TEST_CASE("what stands above the band is a calm ground without anything to touch, and closes a menu") {
  test::Drawing drawing;
  const auto panel = hanging(test::portrait(), 900);
  for (const auto& [name, sample] : support::sample_views(support::Tongue::Dutch)) {
    if (!sample.frame) continue;
    screens::View view = sample;
    view.reach = true;
    INFO(name);
    const ui::Node* there = drawing.view(view, panel).hit({540, 40});
    CHECK((there == nullptr || there->role == ui::Role::Decoration));
  }
}

TEST_CASE("a control out of reach is reported with its height above the floor") {
  test::Drawing drawing;
  screens::View view = support::sample_views(support::Tongue::Dutch).at(1).view;
  REQUIRE(view.frame);
  const auto panel = hanging(test::portrait(), 1300);
  const auto found = ui::audit_reach(drawing.view(view, panel), panel, "x");
  REQUIRE_FALSE(found.empty());
  CHECK(found.front().rule == "reach");
  CHECK(found.front().measured > 1300);
}
