#include "kiosk/ui/metrics.h"

#include "kiosk/ui/page.h"
#include "tests/support/catch.h"

namespace {

using namespace wv;
using ui::Metrics;
using ui::TextSize;
using ui::Type;

constexpr TextSize kSizes[] = {TextSize::Small, TextSize::Normal, TextSize::Large, TextSize::Largest};
constexpr Type kTypes[] = {Type::Body, Type::Strong, Type::Card,   Type::Section,
                           Type::Step, Type::Title,  Type::Display};
const ui::Panel kPanels[] = {
    {}, {{1920, 1080}, {476, 268}}, {{1024, 768}, {304, 228}}, {{2160, 3840}, {268, 476}}};

}  // namespace

TEST_CASE("a capital has the chosen height in millimetres on every panel") {
  constexpr float wanted[] = {5.0F, 7.3F, 9.0F, 11.0F};
  for (const ui::Panel& panel : kPanels) {
    for (std::size_t i = 0; i < 4; ++i) {
      const Metrics metrics(panel, kSizes[i]);
      INFO(panel.pixels.width << " px, size " << i);
      CHECK(metrics.capital_mm(metrics.em(Type::Body)) >= wanted[i]);
      CHECK(metrics.capital_mm(metrics.em(Type::Body)) < wanted[i] + 0.2F);
      for (const Type type : kTypes) CHECK(metrics.em(type) >= metrics.em(Type::Body));
    }
  }
}

TEST_CASE("larger letters make every step of the type scale larger") {
  for (const Type type : kTypes) {
    float before = 0;
    for (const TextSize size : kSizes) {
      const float em = Metrics({}, size).em(type);
      CHECK(em > before);
      before = em;
    }
  }
}

TEST_CASE("targets keep their millimetres on a panel with few pixels") {
  for (const ui::Panel& panel : kPanels) {
    const Metrics metrics(panel, TextSize::Normal);
    CHECK(metrics.mm(metrics.target()) >= 15);
    CHECK(metrics.mm(metrics.primary()) >= 20);
    CHECK(metrics.mm(metrics.gap()) >= 3);
    CHECK(metrics.mm(metrics.target_gap()) >= 3);
  }
}

TEST_CASE("a stretched panel is measured in the direction with fewest pixels a millimetre") {
  const Metrics metrics({{1000, 1000}, {100, 200}}, TextSize::Normal);
  CHECK(metrics.px_per_mm() == 5);
}

TEST_CASE("the bar has the same height at every text size") {
  for (const ui::Panel& panel : kPanels) {
    const float normal = ui::bar_height(Metrics(panel, TextSize::Normal));
    for (const TextSize size : kSizes) CHECK(ui::bar_height(Metrics(panel, size)) == normal);
  }
}
