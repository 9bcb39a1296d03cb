// Header, two pictures, 80 lines of text in two scrolling columns, 20 buttons: the screen of the first
// prototype.
#include "kiosk/paint/bench_scene.h"

#include <algorithm>

namespace wv::paint {
namespace {

constexpr Size kAtlas{1024, 1024};
constexpr int kLetters = 64;
constexpr AtlasCell kBody{0, 0, 9, 14};
constexpr AtlasCell kTitle{0, 64, 28, 40};

constexpr Colour kPaper = Colour::rgb(0xF6F4EF);
constexpr Colour kInk = Colour::rgb(0x1B2A33);
constexpr Colour kBrand = Colour::rgb(0x0B4F6C);
constexpr Colour kBrandDeep = Colour::rgb(0x07384D);
constexpr Colour kWhite = Colour::rgb(0xFFFFFF);

void draw_blob(std::vector<std::uint8_t>& atlas, const AtlasCell& cell, int letter) {
  for (int y = 0; y < cell.height; ++y) {
    for (int x = 0; x < cell.width; ++x) {
      const int stem = std::abs(x - cell.width / 4 - letter % 3) * 90;
      const int bar = std::abs(y - cell.height * (letter % 5 + 1) / 6) * 120;
      const int ink = std::clamp(300 - std::min(stem, bar), 0, 255);
      atlas[static_cast<std::size_t>((cell.y + y) * kAtlas.width + cell.x + x)] =
          static_cast<std::uint8_t>(ink);
    }
  }
}

AtlasCell letter_cell(const AtlasCell& first, int letter) {
  const int per_row = kAtlas.width / (first.width + 2);
  AtlasCell cell = first;
  cell.x = letter % per_row * (first.width + 2);
  cell.y = first.y + letter / per_row * (first.height + 2);
  return cell;
}

Image picture(Size size, bool see_through) {
  Image image{size, {}, !see_through};
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      const auto alpha =
          static_cast<std::uint32_t>(see_through ? std::min(255, (x + y) * 255 / size.width) : 255);
      const auto shade = [&](int v) { return static_cast<std::uint32_t>(v & 255) * alpha / 255; };
      image.pixels.push_back(alpha << 24 | shade(x * 3 ^ y) << 16 | shade(y * 2) << 8 | shade(x + y));
    }
  }
  return image;
}

void draw_text(Painter& painter, int x, int y, const AtlasCell& first, int letters, int seed, Colour colour) {
  for (int i = 0; i < letters; ++i) {
    const int letter = (seed * 31 + i * 17 + i * i) % kLetters;
    if (letter % 7 == 0) continue;  // a space
    painter.glyph(x + i * first.width, y, letter_cell(first, letter), kAtlas, colour);
  }
}

void draw_columns(Painter& painter, const SceneState& state) {
  for (int column = 0; column < 2; ++column) {
    const auto left = static_cast<float>(40 + column * 510);
    painter.push_clip({left, 520, left + 490, 1480});
    for (int line = 0; line < 40; ++line) {
      draw_text(painter, 40 + column * 510, 524 + line * 24 - state.scrolled_px, kBody, 54, line * 2 + column,
                kInk);
    }
    painter.pop_clip();
  }
}

void draw_buttons(Painter& painter, const SceneState& state) {
  for (int i = 0; i < 20; ++i) {
    const auto x = static_cast<float>(40 + i % 4 * 256);
    const int row = i / 4;
    const auto y = static_cast<float>(1500 + row * 80);
    const bool pressed = i == state.pressed_button;
    painter.fill_round({x, y, x + 236, y + 64}, 16, pressed ? kBrandDeep : kBrand);
    painter.stroke_round({x, y, x + 236, y + 64}, 16, 2, kBrandDeep);
    draw_text(painter, 64 + i % 4 * 256, 1525 + i / 4 * 80, kBody, 18, i, kWhite);
  }
}

}  // namespace

SceneTextures::SceneTextures() : atlas_(static_cast<std::size_t>(kAtlas.width * kAtlas.height)) {
  for (int letter = 0; letter < kLetters; ++letter) {
    draw_blob(atlas_, letter_cell(kBody, letter), letter);
    draw_blob(atlas_, letter_cell(kTitle, letter), letter);
  }
  textures.set_glyphs({atlas_.data(), kAtlas.width, kAtlas.height, kAtlas.width, 1});
  photo = textures.add(picture({480, 300}, false));
  drawing = textures.add(picture({480, 300}, true));
}

void draw_scene(Painter& painter, const SceneTextures& scene, const SceneState& state) {
  painter.fill({0, 0, 1080, 160}, kBrand);
  draw_text(painter, 40, 60, kTitle, 20, 3, kWhite);
  draw_text(painter, 900, 60, kTitle, 5, 11 + state.minute, kWhite);
  painter.fill_round({20, 180, 1060, 1490}, 24, kWhite);
  painter.image_round(scene.photo, {40, 200, 520, 500}, 20);
  painter.image(scene.drawing, {560, 200, 1040, 500});
  draw_columns(painter, state);
  painter.fill({0, 1490, 1080, 1920}, kPaper);
  draw_buttons(painter, state);
}

}  // namespace wv::paint
