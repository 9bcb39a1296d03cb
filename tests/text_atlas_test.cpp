// Glyph images: the same in every run, where they belong, and never wrong when room runs out.
#include <cstring>

#include "tests/support/text_engine.h"

namespace wv::text {

using test::DrawList;
using test::near;
using test::open_engine;

namespace {

std::vector<std::uint8_t> pixels_of(const Engine& engine) {
  const auto& atlas = engine.atlas();
  return {atlas.pixels, atlas.pixels + atlas.used_rows * Atlas::stride};
}

// What a painter would sample for every quad, one after the other.
std::vector<std::uint8_t> sampled(const ImDrawList& list, const Atlas& atlas) {
  std::vector<std::uint8_t> out;
  for (int i = 0; i + 3 < list.VtxBuffer.Size; i += 4) {
    const auto from = list.VtxBuffer[i].uv;
    const auto to = list.VtxBuffer[i + 2].uv;
    for (int v = static_cast<int>(from.y * Atlas::height); v < static_cast<int>(to.y * Atlas::height); ++v)
      for (int u = static_cast<int>(from.x * Atlas::width); u < static_cast<int>(to.x * Atlas::width); ++u)
        out.push_back(atlas.pixels[v * Atlas::stride + u]);
  }
  return out;
}

void draw_words(Engine& engine, DrawList& list, float size) {
  for (const auto* word : {"Wijkpunt Noord", "سلام", "ኣብ ከባቢኹም", "Ґанок, їжа", "0123456789"})
    engine.draw(*list, engine.lay_out(word, {.size_px = size}), 10, 10, IM_COL32_WHITE);
}

}  // namespace

TEST_CASE("The same words give the same atlas, bit for bit") {
  auto one = open_engine();
  auto other = open_engine();
  other->lay_out("laid out, never drawn", {});
  DrawList list;
  draw_words(*one, list, 41.2F);
  draw_words(*other, list, 41.2F);
  CHECK(pixels_of(*one) == pixels_of(*other));
}

TEST_CASE("Glyphs are quads at whole pixels with one texel a pixel") {
  auto engine = open_engine();
  DrawList list;
  const auto& text = engine->lay_out("Wijk agenda", {});
  engine->draw(*list, text, 20.4F, 30.6F, IM_COL32(1, 2, 3, 4));
  CHECK(list.quads() == 10);  // the space has no image
  for (int i = 0; i + 3 < list->VtxBuffer.Size; i += 4) {
    const auto& from = list->VtxBuffer[i];
    const auto& to = list->VtxBuffer[i + 2];
    CHECK(from.pos.x == std::floor(from.pos.x));
    CHECK(from.pos.y == std::floor(from.pos.y));
    CHECK(near((to.uv.x - from.uv.x) * Atlas::width, to.pos.x - from.pos.x, 0.001));
    CHECK(near((to.uv.y - from.uv.y) * Atlas::height, to.pos.y - from.pos.y, 0.001));
    CHECK(from.col == IM_COL32(1, 2, 3, 4));
  }
  CHECK(list->CmdBuffer.back().ElemCount == 0);  // the texture of before is back
}

TEST_CASE("Small letters have four places within a pixel, large ones need fewer images") {
  const auto images_of = [](float size) {
    auto engine = open_engine();
    DrawList list;
    engine->draw(*list, engine->lay_out(std::string(40, 'i'), {.size_px = size}), 0, 0, IM_COL32_WHITE);
    return engine->usage().glyph_images;
  };
  CHECK(images_of(41.2F) == 4);
  CHECK(images_of(62.1F) == 2);
  CHECK(images_of(100.3F) == 1);
}

TEST_CASE("Letters stand on the baseline and have their capital height") {
  auto engine = open_engine();
  DrawList list;
  const Style style{.size_px = 100};
  const auto& text = engine->lay_out("H", style);
  engine->draw(*list, text, 0, 0, IM_COL32_WHITE);
  REQUIRE(list.quads() == 1);
  CHECK(near(list->VtxBuffer[2].pos.y, engine->metrics(style).ascent, 1));
  CHECK(near(list->VtxBuffer[2].pos.y - list->VtxBuffer[0].pos.y, engine->metrics(style).cap_height, 1.5));
}

TEST_CASE("A pictogram fills its square, an unknown one is a box that counts") {
  auto engine = open_engine();
  DrawList list;
  CHECK(engine->has_icon("idea"));
  CHECK_FALSE(engine->has_icon("no-such"));
  engine->draw_icon(*list, "idea", 100, 200, 60, IM_COL32_WHITE);
  REQUIRE(list.quads() == 1);
  CHECK(list->VtxBuffer[0].pos.x >= 100);
  CHECK(list->VtxBuffer[0].pos.y >= 200);
  CHECK(list->VtxBuffer[2].pos.x <= 160);
  CHECK(list->VtxBuffer[2].pos.y <= 260);
  CHECK(engine->missing_glyphs() == 0);
  engine->draw_icon(*list, "no-such", 100, 200, 60, IM_COL32_WHITE);
  CHECK(list.quads() == 2);
  CHECK(engine->missing_glyphs() == 1);
}

TEST_CASE("A turned pictogram fills the same square the other way round") {
  auto engine = open_engine();
  DrawList list;
  engine->draw_icon(*list, "back", 100, 200, 60, IM_COL32_WHITE);
  engine->draw_icon(*list, "back", 100, 200, 60, IM_COL32_WHITE, text::Engine::Facing::Turned);
  REQUIRE(list.quads() == 2);
  const auto left = [&](int quad) { return list->VtxBuffer[quad * 4].pos.x - 100; };
  const auto right = [&](int quad) { return 160 - list->VtxBuffer[quad * 4 + 2].pos.x; };
  CHECK(near(left(0), right(1), 1));
  CHECK(near(right(0), left(1), 1));
  CHECK(list->VtxBuffer[0].pos.y == list->VtxBuffer[4].pos.y);
  CHECK(engine->usage().glyph_images == 2);
}

TEST_CASE("Lines outside the clip rectangle draw nothing and make no images") {
  auto engine = open_engine();
  DrawList list(100);
  const auto& text = engine->lay_out("een\ntwee\ndrie\nvier\nvijf\nzes\nzeven\nacht", {});
  engine->draw(*list, text, 0, 500, IM_COL32_WHITE);
  CHECK(list.quads() == 0);
  CHECK(engine->usage().glyph_images == 0);
  engine->draw(*list, text, 0, 0, IM_COL32_WHITE);
  CHECK(list.quads() >= 7);
  CHECK(list.quads() < 15);
}

TEST_CASE("A full atlas is emptied between frames, and the frame drawn again shows what it should") {
  auto small = open_engine({.atlas_rows = 160});
  auto large = open_engine();
  int emptied = 0;
  for (int step = 0; step < 40; ++step) {
    const float size = 16.0F + static_cast<float>(step) * 0.5F;
    DrawList wanted;
    draw_words(*large, wanted, size);
    const auto generation = small->atlas().generation;
    small->begin_frame();
    auto drawn = std::make_unique<DrawList>();
    draw_words(*small, *drawn, size);
    if (small->end_frame()) {
      ++emptied;
      small->begin_frame();
      CHECK(small->atlas().generation != generation);
      drawn = std::make_unique<DrawList>();
      draw_words(*small, *drawn, size);
      CHECK_FALSE(small->end_frame());
    } else {
      CHECK(small->atlas().generation == generation);
    }
    CHECK(sampled(**drawn, small->atlas()) == sampled(*wanted, large->atlas()));
    CHECK(small->atlas().used_rows <= 160);
  }
  CHECK(emptied >= 3);
}

TEST_CASE("A frame that no atlas can hold does not ask to be drawn for ever") {
  auto engine = open_engine({.atlas_rows = 64});
  for (int turn = 0; turn < 3; ++turn) {
    int again = 0;
    do {
      engine->begin_frame();
      DrawList list;
      for (float size = 20; size < 60; size += 1) draw_words(*engine, list, size);
    } while (engine->end_frame() && ++again < 5);
    CHECK(again <= 1);
  }
}

TEST_CASE("The corner of the atlas is white for shapes") {
  auto engine = open_engine();
  const auto& atlas = engine->atlas();
  for (int y = 0; y < 4; ++y)
    for (int x = 0; x < 4; ++x) CHECK(atlas.pixels[y * Atlas::stride + x] == 255);
  CHECK(Atlas::white_u * Atlas::width == 2);
}

}  // namespace wv::text
