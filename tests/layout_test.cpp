#include <vector>

#include "kiosk/ui/controls.h"
#include "kiosk/ui/element.h"
#include "kiosk/ui/keyboard.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/words.h"
#include "tests/support/dice.h"
#include "tests/support/drawing.h"

namespace {

using namespace wv;
using ui::Rect;

// Remembers where it was put.
class Block : public ui::Element {
 public:
  Block(float natural, float area, std::vector<Rect>& drawn)
      : natural_(natural), area_(area), drawn_(drawn) {}
  float height(ui::Ui&, float width) override { return natural_ > 0 ? 60 : std::ceil(area_ / width); }
  float natural_width(ui::Ui&) override { return natural_; }
  float least_width(ui::Ui&) override { return 120; }
  void draw(ui::Ui&, Rect rect) override { drawn_.push_back(rect); }

 private:
  float natural_, area_;
  std::vector<Rect>& drawn_;
};

void check_apart(const std::vector<Rect>& rects, const Rect& within) {
  for (std::size_t i = 0; i < rects.size(); ++i) {
    CHECK(within.contains(rects[i]));
    for (std::size_t j = i + 1; j < rects.size(); ++j) {
      INFO(i << " and " << j);
      CHECK(rects[i].common(rects[j]).empty());
    }
  }
}

struct Room {
  test::Drawing drawing;
  ui::Metrics metrics{test::portrait(), ui::TextSize::Normal};

  template <class Body>
  const ui::Tree& with(Body body) {
    return drawing.with_ui(metrics, body);
  }
};

}  // namespace

TEST_CASE("chips and cards never lie on each other, however many there are and however wide") {
  Room room;
  test::Dice dice(7);
  for (int round = 0; round < 60; ++round) {
    std::vector<Rect> chips;
    std::vector<Rect> cards;
    const int count = dice.whole(1, 14);
    const float width = dice.real(320, 1000);
    room.with([&](ui::Ui& ui) {
      ui::Flow flow(18, 18, dice.one_in(2) ? ui::Across::Start : ui::Across::Centre);
      ui::Grid grid(dice.whole(1, 4), 28);
      for (int i = 0; i < count; ++i) {
        flow.add(ui::make<Block>(dice.real(60, 1400), 0.0F, chips));
        grid.add(ui::make<Block>(0.0F, dice.real(8000, 90000), cards));
      }
      flow.draw(ui, {40, 100, width, flow.height(ui, width)});
      grid.draw(ui, {40, 100, width, grid.height(ui, width) + dice.real(0, 200)});
      check_apart(chips, {40, 100, width, flow.height(ui, width)});
      check_apart(cards, {40, 100, width, grid.height(ui, width) + 200});
    });
    CHECK(chips.size() == static_cast<std::size_t>(count));
    CHECK(cards.size() == static_cast<std::size_t>(count));
  }
}

TEST_CASE("a grid takes fewer columns before it would break a word") {
  Room room;
  room.with([&](ui::Ui& ui) {
    std::vector<Rect> drawn;
    ui::Grid grid(4, 20);
    for (int i = 0; i < 4; ++i) grid.add(ui::make<Block>(0.0F, 12000.0F, drawn));
    grid.draw(ui, {0, 0, 280, 1000});
    CHECK(drawn[0].width == 130);
    drawn.clear();
    grid.draw(ui, {0, 0, 250, 1000});
    CHECK(drawn[0].width == 250);
  });
}

TEST_CASE("what is left of a page goes to the part that was asked to fill it") {
  Room room;
  room.with([&](ui::Ui& ui) {
    std::vector<Rect> drawn;
    ui::Column column(10);
    column.add(ui::make<Block>(100.0F, 0.0F, drawn));
    column.add_filling(ui::make<Block>(100.0F, 0.0F, drawn), 10);
    column.draw(ui, {0, 0, 500, 400});
    CHECK(drawn[0].height == 60);
    CHECK(drawn[1].bottom() == 400);
  });
}

TEST_CASE("two buttons share the width so that neither has to wrap while the other has room") {
  Room room;
  const ui::Tree& tree = room.with([&](ui::Ui& ui) {
    ui::Part pair = ui::shared(
        ui::button(ui, "quiet", {"Nog een idee"}, visit::AnotherIdea{}, {}), 0.3F,
        ui::button(ui, "strong", {"Klaar"}, visit::EndVisit{}, {.kind = ui::ButtonLook::Kind::Primary}), 28);
    pair->draw(ui, {56, 100, 968, pair->height(ui, 968)});
  });
  CHECK(tree.find("quiet")->texts[0].rect.height < 70);
  CHECK(tree.find("quiet")->rect.right() + 28 == tree.find("strong")->rect.x);
}

TEST_CASE("a card that can be touched is one button that says all that stands on it") {
  Room room;
  const ui::Tree& tree = room.with([&](ui::Ui& ui) {
    auto column = ui::make<ui::Column>(8);
    column->add(ui::strong(ui, "title", {"Wijkagenda"}, ui.theme().ink));
    column->add(ui::soft_paragraph(ui, "text", {"6 opgaven"}));
    ui::CardLook look = ui::plain_card(ui);
    look.border = ui.theme().control;
    ui::Part card =
        ui::card({.name = "card", .label = {"Wijkagenda"}, .action = visit::Open{visit::Screen::Agenda}},
                 look, std::move(column));
    card->draw(ui, {56, 100, 600, card->height(ui, 600)});
  });
  REQUIRE(tree.nodes().size() == 1);
  CHECK(tree.nodes()[0].role == ui::Role::Button);
  CHECK(tree.nodes()[0].label == "Wijkagenda");
  CHECK(tree.nodes()[0].value == "6 opgaven");
}

TEST_CASE("what is only there in Dutch says so, to eyes and to ears") {
  Room room;
  const ui::Tree& tree = room.drawing.with_ui(room.metrics, [&](ui::Ui& ui) {
    ui::Part text = ui::paragraph(ui, "text", {"Meer groen op de pleinen", "nl", true});
    text->draw(ui, {56, 100, 900, text->height(ui, 900)});
  });
  REQUIRE(tree.nodes().size() == 1);
  CHECK(tree.nodes()[0].texts.size() == 2);
  CHECK(tree.nodes()[0].texts[1].rect.x > tree.nodes()[0].texts[0].rect.right());
}

TEST_CASE("a region shows all that fits, and two buttons as soon as something does not") {
  Room room;
  std::vector<Rect> drawn;
  const auto draw = [&](float content, float offset) -> const ui::Tree& {
    return room.with([&](ui::Ui& ui) {
      ui::ScrollLook look{
          .offset = offset, .up = {"Omhoog"}, .down = {"Omlaag"}, .pad_left = 56, .pad_right = 56};
      drawn.clear();
      ui::scroll_region("list", look, ui::make<Block>(0.0F, content * 968, drawn))
          ->draw(ui, {0, 200, 1080, 1200});
    });
  };
  CHECK(draw(1100, 0).find("list-buttons") == nullptr);
  const ui::Tree& tree = draw(4000, 0);
  REQUIRE(tree.find_labelled("Omlaag") != nullptr);
  CHECK(tree.find("list-buttons/up")->state.disabled);
  const int next = std::get<visit::ScrollTo>(*tree.find_labelled("Omlaag")->action).px;
  const float view = tree.find("list")->scroll->view;
  CHECK(static_cast<float>(next) > view / 2);
  CHECK(static_cast<float>(next) < view);
  CHECK(draw(4000, 1e6F).find("list-buttons/down")->state.disabled);
  CHECK(drawn[0].bottom() <= 200 + view + 1);
}

TEST_CASE("on a mirrored screen everything stands at the other side, and nothing else changes") {
  Room room;
  const auto body = [](ui::Ui& ui) {
    ui::Part chip = ui::chip(ui, "chip", {"Groen"}, visit::FilterTheme{}, {});
    chip->draw(ui, {56, 100, chip->natural_width(ui), chip->height(ui, 400)});
  };
  const Rect plain = room.with(body).find("chip")->rect;
  paint::Textures textures;
  paint::Frame frame(textures);
  paint::Pixels pixels({1, 1});
  ui::Tree tree;
  room.drawing.engine().begin_frame();
  auto painter = frame.begin({1080, 1920}, {});
  const ui::Hand hand;
  ui::Ui mirrored({.theme = test::themes().all[0],
                   .metrics = room.metrics,
                   .engine = room.drawing.engine(),
                   .hand = hand,
                   .mirrored = true},
                  tree, painter);
  body(mirrored);
  room.drawing.engine().end_frame();
  frame.end(pixels.canvas());
  const Rect flipped = tree.find("chip")->rect;
  CHECK(flipped.right() == 1080 - plain.x);
  CHECK(flipped.size() == plain.size());
}

TEST_CASE("on a mirrored screen keys change sides together, but q stays left of w") {
  Room room;
  test::Drawing drawing;
  const auto two_keys = [](ui::Ui& ui) {
    ui::Keys keys{.rows = {{}}};
    for (const char* cap : {"q", "w"})
      keys.rows[0].push_back({.cap = cap, .spoken = cap, .action = visit::TypeText{cap}});
    ui::keyboard(ui, std::move(keys), {.panel = false})->draw(ui, {100, 0, 300, 200});
  };
  const auto rects = [&](test::Mirrored mirrored) {
    const ui::Tree& tree = drawing.with_ui(room.metrics, two_keys, {}, mirrored);
    return std::pair{tree.find_labelled("q")->rect, tree.find_labelled("w")->rect};
  };
  const auto [q, w] = rects(test::Mirrored::No);
  const auto [q_mirrored, w_mirrored] = rects(test::Mirrored::Yes);
  CHECK(q.right() <= w.x);
  CHECK(q_mirrored.right() <= w_mirrored.x);
  CHECK(q_mirrored.x - q.x == w_mirrored.x - w.x);
  CHECK(q_mirrored.x == room.metrics.screen().width - 400 + (q.x - 100));
}
