#include "kiosk/ui/audit.h"

#include <algorithm>

#include "tests/support/catch.h"

namespace {

using namespace wv;
using ui::Node;
using ui::Rect;

constexpr Rect kScreen{0, 0, 1080, 1920};
const ui::Metrics kMetrics({}, ui::TextSize::Normal);

Node a_node(std::string id, ui::Role role, Rect rect) {
  Node node;
  node.id = std::move(id);
  node.role = role;
  node.label = "naam van " + node.id;
  node.rect = rect;
  node.clip = kScreen;
  node.parent = 0;
  return node;
}

Node a_button(std::string id, Rect rect) {
  Node node = a_node(std::move(id), ui::Role::Button, rect);
  node.action = visit::Touched{};
  node.shape = ui::ShapeUse{{255, 255, 255}, {0, 0, 0}, {250, 246, 239}};
  return node;
}

ui::TextUse a_text(std::string text, Rect rect) {
  return {std::move(text), rect, 7.3F, {0, 0, 0}, {255, 255, 255}};
}

// A screen on which all is well.
ui::Tree a_good_screen() {
  ui::Tree tree;
  Node root = a_node("home", ui::Role::Screen, kScreen);
  root.parent = -1;
  tree.add(root);
  Node title = a_node("home/title", ui::Role::Heading, {56, 100, 900, 80});
  title.texts.push_back(a_text(title.label, {56, 100, 600, 80}));
  tree.add(title);
  tree.add(a_button("home/one", {56, 300, 400, 120}));
  tree.add(a_button("home/two", {500, 300, 400, 120}));
  Node bar = a_node("home/bar", ui::Role::Group, {0, 1700, 1080, 220});
  bar.layer = ui::Layer::Bar;
  tree.add(bar);
  return tree;
}

std::vector<std::string> rules(const ui::Tree& tree, const ui::Metrics& metrics = kMetrics) {
  std::vector<std::string> found;
  for (const ui::Violation& violation : ui::audit(tree, metrics, "home")) {
    CHECK(violation.screen == "home");
    found.push_back(violation.rule);
  }
  return found;
}

bool finds(const ui::Tree& tree, const std::string& rule) {
  return std::ranges::count(rules(tree), rule) > 0;
}

}  // namespace

TEST_CASE("the audit finds nothing on a screen where all is well") {
  CHECK(rules(a_good_screen()).empty());
}

TEST_CASE("a target of 14 millimetres is reported with what it measures") {
  ui::Tree tree = a_good_screen();
  tree.at(2).rect.height = kMetrics.px(14);
  const auto found = ui::audit(tree, kMetrics, "home");
  REQUIRE(found.size() == 1);
  CHECK(found[0].rule == "target-size");
  CHECK(found[0].node == "home/one");
  CHECK(std::abs(found[0].measured - 14) < 0.1);
  CHECK(found[0].wanted == 15);
}

TEST_CASE("the main action has to be 20 millimetres") {
  ui::Tree tree = a_good_screen();
  tree.at(2).primary = true;
  tree.at(2).rect.height = kMetrics.px(19);
  CHECK(rules(tree) == std::vector<std::string>{"target-size"});
}

TEST_CASE("targets that stand too close, or on each other, are reported") {
  ui::Tree tree = a_good_screen();
  tree.at(3).rect.x = 456 + kMetrics.px(2);
  CHECK(rules(tree) == std::vector<std::string>{"target-gap"});
  tree.at(3).rect.x = 400;
  CHECK(rules(tree) == std::vector<std::string>{"targets-overlap"});
}

TEST_CASE("letters below the chosen size are reported, samples of sizes are not") {
  ui::Tree tree = a_good_screen();
  tree.at(1).texts[0].capital_mm = 6.5F;
  CHECK(rules(tree) == std::vector<std::string>{"capital-height"});
  tree.at(1).texts[0].sample = true;
  CHECK(rules(tree).empty());
}

TEST_CASE("text that fits the default size is too small once a visitor chose larger") {
  CHECK(rules(a_good_screen(), ui::Metrics({}, ui::TextSize::Large)) ==
        std::vector<std::string>{"capital-height"});
}

TEST_CASE("text and controls that do not stand out are reported") {
  ui::Tree tree = a_good_screen();
  tree.at(1).texts[0].foreground = {119, 119, 119};
  CHECK(rules(tree) == std::vector<std::string>{"text-contrast"});
  tree = a_good_screen();
  tree.at(2).shape = ui::ShapeUse{{255, 255, 255}, {217, 210, 197}, {250, 246, 239}};
  CHECK(rules(tree) == std::vector<std::string>{"control-contrast"});
}

TEST_CASE("text that ends in dots, leaves its box or breaks inside a word is reported") {
  ui::Tree tree = a_good_screen();
  tree.at(1).texts[0].cut = true;
  CHECK(rules(tree) == std::vector<std::string>{"text-cut"});
  tree = a_good_screen();
  tree.at(1).texts[0].rect.height = 120;
  CHECK(rules(tree) == std::vector<std::string>{"text-cut"});
  tree = a_good_screen();
  tree.at(1).texts[0].broken = true;
  CHECK(rules(tree) == std::vector<std::string>{"word-broken"});
}

TEST_CASE("what has no name, or a name that somebody else has, is reported") {
  ui::Tree tree = a_good_screen();
  tree.at(2).label.clear();
  CHECK(finds(tree, "no-label"));
  tree = a_good_screen();
  tree.at(3).id = "home/one";
  CHECK(finds(tree, "duplicate-id"));
}

TEST_CASE("what can be read but is never spoken is reported") {
  ui::Tree tree = a_good_screen();
  tree.at(2).texts.push_back(a_text("alleen te zien", {80, 320, 200, 60}));
  CHECK(rules(tree) == std::vector<std::string>{"unspoken-text"});
  tree.at(2).value = "alleen te zien";
  CHECK(rules(tree).empty());
}

TEST_CASE("what stands outside the screen or behind the bar is reported") {
  ui::Tree tree = a_good_screen();
  tree.at(3).rect.x = 800;
  CHECK(finds(tree, "off-screen"));
  tree = a_good_screen();
  tree.at(3).rect.y = 1650;
  CHECK(finds(tree, "behind-bar"));
}

TEST_CASE("texts on top of each other are reported") {
  ui::Tree tree = a_good_screen();
  Node other = a_node("home/other", ui::Role::Text, {56, 120, 900, 80});
  other.texts.push_back(a_text(other.label, {300, 130, 400, 50}));
  tree.add(other);
  CHECK(finds(tree, "texts-overlap"));
}

TEST_CASE("a list that is longer than it shows needs its two buttons") {
  ui::Tree tree = a_good_screen();
  Node list = a_node("home/list", ui::Role::Group, {0, 500, 1080, 800});
  list.scroll = ui::ScrollUse{ui::ScrollUse::Slot::Main, 0, 2000, 800};
  tree.add(list);
  CHECK(finds(tree, "no-way-to-scroll"));
  tree.add(a_button("home/list-buttons/up", {56, 1400, 400, 120}));
  tree.add(a_button("home/list-buttons/down", {500, 1400, 400, 120}));
  CHECK(rules(tree).empty());
  tree.at(5).scroll = ui::ScrollUse{ui::ScrollUse::Slot::Main, 0, 2000, 60};
  CHECK(finds(tree, "little-room"));
}

TEST_CASE("whoever listens hears the screen from top to bottom") {
  ui::Tree tree = a_good_screen();
  tree.add(a_button("home/late", {56, 500, 400, 120}));
  CHECK(rules(tree).empty());
  tree.add(a_button("home/early", {56, 200, 400, 70}));
  CHECK(finds(tree, "reading-order"));
}

TEST_CASE("letters that came out too pale are found in the picture, whatever the tree says") {
  ui::Tree tree;
  ui::Node node{.id = "home", .role = ui::Role::Text, .label = "Wijkagenda"};
  node.rect = node.clip = {0, 0, 100, 40};
  node.texts.push_back({.text = "Wijkagenda",
                        .rect = {10, 10, 50, 20},
                        .foreground = ui::Colour::rgb(0x000000),
                        .ground = ui::Colour::rgb(0xFFFFFF),
                        .rows = {{10, 10, 50, 20}}});
  tree.add(node);
  paint::Pixels pixels({100, 40});
  const auto paint_all = [&](std::uint32_t ground, std::uint32_t ink) {
    for (int y = 0; y < 40; ++y)
      for (int x = 0; x < 100; ++x) pixels.canvas().row(y)[x] = x == 20 ? ink : ground;
  };
  paint_all(0xFFFFFFFF, 0xFF000000);
  CHECK(ui::audit_pixels(tree, pixels.canvas(), "home").empty());
  paint_all(0xFFFFFFFF, 0xFFA0A0A0);
  const auto pale = ui::audit_pixels(tree, pixels.canvas(), "home");
  REQUIRE(pale.size() == 1);
  CHECK(pale.front().rule == "pixel-contrast");
  CHECK(pale.front().measured < 3);
  tree.at(0).clip.height = 15;  // half of the line is scrolled away: nothing can be said
  CHECK(ui::audit_pixels(tree, pixels.canvas(), "home").empty());
}
