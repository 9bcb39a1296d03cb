#include "kiosk/ui/tree.h"

#include <set>

#include "sync/base/json.h"
#include "tests/support/catch.h"
#include "tests/support/dice.h"

namespace {

using namespace wv;
using ui::Direction;
using ui::Node;
using ui::Rect;
using ui::Tree;

constexpr Rect kScreen{0, 0, 1080, 1920};
constexpr Direction kAll[] = {Direction::Up, Direction::Down, Direction::Left, Direction::Right};

Node a_root() {
  Node root;
  root.id = "screen";
  root.role = ui::Role::Screen;
  root.label = "Begin";
  root.rect = root.clip = kScreen;
  return root;
}

Node a_button(std::string id, Rect rect, ui::Layer layer = ui::Layer::Page) {
  Node node;
  node.id = std::move(id);
  node.role = ui::Role::Button;
  node.label = "knop " + node.id;
  node.rect = rect;
  node.clip = kScreen;
  node.layer = layer;
  node.parent = 0;
  node.action = visit::Touched{};
  return node;
}

Tree a_grid(int columns, int rows) {
  Tree tree;
  tree.add(a_root());
  for (int i = 0; i < columns * rows; ++i) {
    const auto x = static_cast<float>(i % columns);
    const auto y = static_cast<float>(i / columns);
    tree.add(a_button(std::to_string(i), {40 + x * 250, 40 + y * 200, 220, 170}));
  }
  return tree;
}

std::string moved(const Tree& tree, std::string from, std::initializer_list<Direction> way) {
  for (const Direction direction : way) from = tree.neighbour(from, direction)->id;
  return from;
}

std::set<std::string> reached_from(const Tree& tree, const std::string& from) {
  std::set<std::string> seen = {from};
  std::vector<std::string> open = {from};
  while (!open.empty()) {
    const std::string at = open.back();
    open.pop_back();
    for (const Direction direction : kAll) {
      const std::string to = tree.neighbour(at, direction)->id;
      if (seen.insert(to).second) open.push_back(to);
    }
  }
  return seen;
}

}  // namespace

TEST_CASE("arrows go where the eye expects: along rows and columns of a keyboard") {
  const Tree tree = a_grid(4, 3);
  CHECK(moved(tree, "0", {Direction::Right}) == "1");
  CHECK(moved(tree, "0", {Direction::Down}) == "4");
  CHECK(moved(tree, "5", {Direction::Up, Direction::Left}) == "0");
  CHECK(moved(tree, "0", {Direction::Right, Direction::Down, Direction::Left, Direction::Up}) == "0");
}

TEST_CASE("at the end of a row the focus goes on reading, at the end of the screen it begins again") {
  const Tree tree = a_grid(3, 2);
  CHECK(moved(tree, "2", {Direction::Right}) == "3");
  CHECK(moved(tree, "5", {Direction::Right}) == "0");
  CHECK(moved(tree, "0", {Direction::Left}) == "5");
}

TEST_CASE("from a wide card down, the first of the tiles below it has the focus") {
  Tree tree;
  tree.add(a_root());
  tree.add(a_button("wide", {40, 40, 1000, 200}));
  tree.add(a_button("left", {40, 300, 480, 200}));
  tree.add(a_button("right", {560, 300, 480, 200}));
  CHECK(moved(tree, "wide", {Direction::Down}) == "left");
  CHECK(moved(tree, "right", {Direction::Up}) == "wide");
}

TEST_CASE("whatever stands where, every control can be reached from every other with four arrows") {
  test::Dice dice(2026);
  for (int round = 0; round < 300; ++round) {
    Tree tree;
    tree.add(a_root());
    const int count = dice.whole(1, 24);
    for (int i = 0; i < count; ++i) {
      const Rect rect{dice.real(0, 900), dice.real(0, 1700), dice.real(10, 180), dice.real(10, 220)};
      tree.add(a_button(std::to_string(i), rect));
    }
    INFO("round " << round);
    for (int i = 0; i < count; ++i)
      REQUIRE(reached_from(tree, std::to_string(i)).size() == static_cast<std::size_t>(count));
  }
}

TEST_CASE("the arrows to a control are the shortest way, and lead there") {
  const Tree tree = a_grid(4, 3);
  CHECK(tree.arrows("0", "6") == std::vector{Direction::Down, Direction::Right, Direction::Right});
  CHECK(tree.arrows("5", "5").empty());
  CHECK(tree.arrows("5", "nowhere").empty());
  test::Dice dice(12);
  for (int round = 0; round < 60; ++round) {
    const auto from = std::to_string(dice.whole(0, 11)), to = std::to_string(dice.whole(0, 11));
    std::string at = from;
    for (const auto arrow : tree.arrows(from, to)) at = tree.neighbour(at, arrow)->id;
    CHECK(at == to);
  }
}

TEST_CASE("no screen of whatever shape is a trap for the arrows") {
  CHECK(a_grid(7, 5).trapped().empty());
  CHECK(Tree().trapped().empty());
}

TEST_CASE("the focus enters at the first control when nothing had it") {
  const Tree tree = a_grid(2, 2);
  CHECK(tree.neighbour("", Direction::Down)->id == "0");
  CHECK(tree.neighbour("of another screen", Direction::Up)->id == "0");
  CHECK(Tree().neighbour("", Direction::Down) == nullptr);
}

TEST_CASE("what does nothing now takes neither finger nor focus") {
  Tree tree = a_grid(2, 1);
  tree.at(2).state.disabled = true;
  CHECK(tree.hit({300, 100}) == nullptr);
  CHECK(tree.neighbour("0", Direction::Right)->id == "0");
}

TEST_CASE("a finger finds what lies on top and shows, half open at the edges") {
  Tree tree;
  tree.add(a_root());
  tree.add(a_button("below", {0, 0, 500, 500}));
  tree.add(a_button("above", {100, 100, 100, 100}));
  CHECK(tree.hit({150, 150})->id == "above");
  CHECK(tree.hit({99, 150})->id == "below");
  CHECK(tree.hit({200, 150})->id == "below");
  CHECK(tree.hit({700, 700}) == nullptr);
  tree.at(2).clip = {0, 0, 500, 120};
  CHECK(tree.hit({150, 150})->id == "below");
}

TEST_CASE("over a menu only the menu and the bar answer, over a question only the question") {
  Tree tree;
  tree.add(a_root());
  tree.add(a_button("page", {0, 0, 400, 400}));
  tree.add(a_button("bar", {0, 1700, 400, 200}, ui::Layer::Bar));
  CHECK(tree.hit({10, 10})->id == "page");
  tree.add(a_button("menu", {0, 800, 400, 200}, ui::Layer::Overlay));
  CHECK(tree.hit({10, 10}) == nullptr);
  CHECK(tree.hit({10, 1750})->id == "bar");
  CHECK(reached_from(tree, "menu") == std::set<std::string>{"menu", "bar"});
  tree.add(a_button("question", {0, 1200, 400, 200}, ui::Layer::Dialog));
  CHECK(tree.hit({10, 1750}) == nullptr);
  CHECK(reached_from(tree, "question") == std::set<std::string>{"question"});
}

TEST_CASE("a finger of a test finds a control by its words") {
  Tree tree;
  tree.add(a_root());
  Node hidden = a_button("hidden", {40, 3000, 400, 100});
  hidden.label = "Kaart";
  tree.add(hidden);
  Node shown = a_button("shown", {40, 300, 400, 100});
  shown.label = "Kaart";
  tree.add(shown);
  Node other = a_button("other", {40, 500, 400, 100});
  other.label = "Geef uw idee";
  tree.add(other);
  CHECK(tree.find_labelled("Kaart")->id == "shown");
  CHECK(tree.find_labelled("Geef uw")->id == "other");
  CHECK(tree.find_labelled("Idee") == nullptr);
}

TEST_CASE("text counts as shown only where it can be read") {
  Tree tree;
  tree.add(a_root());
  Node text = a_button("text", {40, 300, 400, 100});
  text.label = "Bewaard. Dank u wel.";
  tree.add(text);
  CHECK(tree.shows("Dank u"));
  CHECK_FALSE(tree.shows("Opgeslagen"));
  tree.at(1).clip = {0, 0, 1080, 200};
  CHECK_FALSE(tree.shows("Dank u"));
}

namespace {

Tree a_long_list(float offset) {
  Tree tree;
  tree.add(a_root());
  Node region = a_button("list", {0, 200, 1080, 1000});
  region.role = ui::Role::Group;
  region.action.reset();
  region.scroll = ui::ScrollUse{ui::ScrollUse::Slot::Main, offset, 3000, 1000};
  tree.add(region);
  for (int i = 0; i < 10; ++i) {
    Node card =
        a_button("card-" + std::to_string(i), {40, 200 + static_cast<float>(i) * 300 - offset, 1000, 280});
    card.parent = 1;
    card.clip = region.rect;
    tree.add(card);
  }
  return tree;
}

}  // namespace

TEST_CASE("keys go on into the part of a list that is not shown, and the list follows") {
  const Tree tree = a_long_list(0);
  const Node* next = tree.neighbour("card-2", Direction::Down);
  REQUIRE(next->id == "card-3");
  const auto follow = tree.reveal(*next);
  REQUIRE(follow.has_value());
  const int to = std::get<visit::ScrollTo>(*follow).px;
  const Tree moved_tree = a_long_list(static_cast<float>(to));
  const Node* shown = moved_tree.find("card-3");
  CHECK(shown->visible() == shown->rect);
  CHECK_FALSE(moved_tree.reveal(*shown).has_value());
}

TEST_CASE("a list does not scroll past its ends") {
  const ui::ScrollUse use{ui::ScrollUse::Slot::Main, 0, 3000, 1000};
  CHECK(std::get<visit::ScrollTo>(use.moved_to(-50)).px == 0);
  CHECK(std::get<visit::ScrollTo>(use.moved_to(9999)).px == 2000);
  const ui::ScrollUse short_list{ui::ScrollUse::Slot::Aside, 0, 300, 1000};
  CHECK(std::get<visit::ScrollAside>(short_list.moved_to(100)).px == 0);
}

TEST_CASE("the tree can be read as JSON, children inside their parents") {
  const auto json = base::parse_json(a_grid(2, 1).to_json());
  REQUIRE(json.has_value());
  CHECK(json->text_or("label", "") == "Begin");
  REQUIRE(json->find("children") != nullptr);
  CHECK(json->find("children")->items()->size() == 2);
}
