// Pixels: no gap, nothing twice, the same with and without shortcuts, and equal to pictures that were looked
// at.
#include <array>
#include <vector>

#include "kiosk/paint/bench_scene.h"
#include "kiosk/paint/blend.h"
#include "kiosk/paint/fixed.h"
#include "kiosk/paint/frame.h"
#include "kiosk/paint/polygon.h"
#include "kiosk/paint/primitives.h"
#include "kiosk/paint/raster.h"
#include "tests/support/catch.h"
#include "tests/support/dice.h"
#include "tests/support/golden.h"

#include <imgui.h>

using namespace wv::paint;
using wv::test::Dice;

namespace {

constexpr Colour kPaper = Colour::rgb(0xF6F4EF);
constexpr Colour kBlue = Colour::rgb(0x0B4F6C);
constexpr Colour kSun = Colour::rgb(0xF2A900);
constexpr Colour kRed = Colour::rgb(0xB5402A);

// A frame of its own for each picture.
template <class Draw>
Pixels painted(Size size, Draw draw, const Textures& textures = {}, Colour background = kPaper) {
  Pixels pixels(size);
  Frame frame(textures);
  Painter painter = frame.begin(size, background);
  draw(painter);
  frame.end(pixels.canvas());
  return pixels;
}

// Triangles as they are, without Painter's soft edges.
void add_triangle(Painter& painter, Point a, Point b, Point c, Colour colour) {
  ImDrawList& list = painter.list();
  list.PrimReserve(3, 3);
  for (const Point p : {a, b, c})
    list.PrimVtx({p.x, p.y}, {0, 0}, IM_COL32(colour.r, colour.g, colour.b, colour.a));
}

int darkened_more_than_once(Canvas canvas, std::uint32_t once, std::uint32_t never) {
  int wrong = 0;
  for (int y = 0; y < canvas.height(); ++y) {
    for (const std::uint32_t p : canvas.line(y)) wrong += p != once && p != never ? 1 : 0;
  }
  return wrong;
}

}  // namespace

TEST_CASE("A row blended four pixels at a time equals the same row blended one by one") {
  Dice dice(1);
  for (int round = 0; round < 3000; ++round) {
    std::array<std::uint32_t, 37> under{}, picture{};
    std::array<std::uint8_t, 37> coverage{};
    for (std::size_t i = 0; i < under.size(); ++i) {
      under[i] = pixel_of({dice.byte(), dice.byte(), dice.byte(), 255});
      coverage[i] = dice.one_in(3) ? std::uint8_t{0} : dice.byte();
      const std::uint32_t a = dice.byte();
      picture[i] = a << 24 | scale(dice.byte(), a) << 16 | scale(dice.byte(), a) << 8 | scale(dice.byte(), a);
    }
    const Ink ink{dice.byte(), dice.byte(), dice.byte(), dice.one_in(4) ? 255u : dice.byte()};
    const int count = dice.whole(0, 37);
    auto flat = under, through = under, pictured = under;
    blend_row(flat.data(), count, ink);
    cover_row(through.data(), coverage.data(), count, ink);
    picture_row(pictured.data(), picture.data(), count);
    for (int i = 0; i < 37; ++i) {
      const auto k = static_cast<std::size_t>(i);
      CHECK(flat[k] == (i < count ? over(ink, ink.a, under[k]) : under[k]));
      CHECK(through[k] == (i < count ? over(ink, scale(coverage[k], ink.a), under[k]) : under[k]));
      CHECK(pictured[k] == (i < count ? over_multiplied(picture[k], under[k]) : under[k]));
    }
  }
}

TEST_CASE("Blending rounds to the nearest, for every colour and every alpha") {
  for (std::uint32_t s = 0; s < 256; s += 5) {
    for (std::uint32_t a = 0; a < 256; ++a) {
      for (std::uint32_t d = 0; d < 256; d += 3) {
        const std::uint32_t exact = (2 * (s * a + d * (255 - a)) + 255) / 510;
        if (blend_channel(s, a, d) != exact) FAIL(s << " " << a << " " << d);
      }
    }
  }
  CHECK(blend_channel(17, 255, 200) == 17);
  CHECK(blend_channel(17, 0, 200) == 200);
}

TEST_CASE("Triangles that share sides paint every pixel of their area exactly once") {
  const Colour half{0, 0, 0, 128};
  const std::uint32_t never = pixel_of(kPaper);
  const std::uint32_t once = over({0, 0, 0, 128}, 128, never);
  Dice dice(2);
  for (int round = 0; round < 400; ++round) {
    // A fan around a point inside a box whose sides lie on pixel centres, the hardest place.
    const Size size{48, 48};
    const Point hub{dice.real(2, 46), dice.real(2, 46)};
    std::vector<Point> rim = {{0.5F, 0.5F}};
    for (int k = 0; k < 5; ++k) rim.push_back({rim.back().x + dice.real(0, 9), 0.5F});
    rim.insert(
        rim.end(),
        {{47.5F, 0.5F}, {47.5F, dice.real(1, 47)}, {47.5F, 47.5F}, {dice.real(1, 47), 47.5F}, {0.5F, 47.5F}});
    const Pixels pixels = painted(size, [&](Painter& p) {
      for (std::size_t i = 0; i < rim.size(); ++i)
        add_triangle(p, hub, rim[i], rim[(i + 1) % rim.size()], half);
    });
    Pixels copy = pixels;
    const Canvas canvas = copy.canvas();
    CHECK(darkened_more_than_once(canvas, once, never) == 0);
    int inside = 0;
    for (int y = 0; y < 47; ++y) {
      for (int x = 0; x < 47; ++x) inside += canvas.at(x, y) == once ? 1 : 0;
    }
    CHECK(inside == 47 * 47);  // left and top sides count, right and bottom do not
  }
}

TEST_CASE("A triangle covers the pixels whose centre lies in it and no others") {
  Dice dice(3);
  for (int round = 0; round < 300; ++round) {
    const auto corner = [&] { return Point{dice.real(-20, 60), dice.real(-20, 60)}; };
    const Point a = corner(), b = corner(), c = corner();
    Pixels pixels = painted({40, 40}, [&](Painter& p) { add_triangle(p, a, b, c, kRed); });
    const auto fixed = [](Point p) { return FixedPoint{to_fixed(p.x), to_fixed(p.y)}; };
    const FixedPoint fa = fixed(a), fb = fixed(b), fc = fixed(c);
    int wrong = 0;
    for (int y = 0; y < 40; ++y) {
      for (int x = 0; x < 40; ++x) {
        const FixedPoint centre{centre_of(x), centre_of(y)};
        const std::int64_t s[3] = {cross(fa, fb, centre), cross(fb, fc, centre), cross(fc, fa, centre)};
        const bool in = (s[0] > 0 && s[1] > 0 && s[2] > 0) || (s[0] < 0 && s[1] < 0 && s[2] < 0);
        const bool out = (s[0] > 0 || s[1] > 0 || s[2] > 0) && (s[0] < 0 || s[1] < 0 || s[2] < 0);
        const bool is_painted = pixels.canvas().at(x, y) == pixel_of(kRed);
        wrong += (in && !is_painted) || (out && is_painted) ? 1 : 0;
      }
    }
    CHECK(wrong == 0);
  }
}

TEST_CASE("A box painted as rows equals the same box painted as two triangles") {
  Dice dice(4);
  for (int round = 0; round < 300; ++round) {
    const float x0 = dice.real(-5, 30), y0 = dice.real(-5, 30);
    const float x1 = x0 + dice.real(0, 20), y1 = y0 + dice.real(0, 20);
    const Colour colour{dice.byte(), dice.byte(), dice.byte(), dice.byte()};
    const auto rows = painted({40, 40}, [&](Painter& p) {
      p.list().PrimReserve(6, 4);
      p.list().PrimRect({x0, y0}, {x1, y1}, IM_COL32(colour.r, colour.g, colour.b, colour.a));
    });
    const auto triangles = painted({40, 40}, [&](Painter& p) {
      add_triangle(p, {x0, y0}, {x1, y0}, {x1, y1}, colour);
      add_triangle(p, {x0, y0}, {x1, y1}, {x0, y1}, colour);
    });
    CHECK(rows == triangles);
  }
}

TEST_CASE("A picture shown at its own size is copied exactly, round corners or not") {
  SceneTextures scene;
  const Image& photo = *scene.textures.find(scene.photo);
  for (const float radius : {0.0F, 20.0F}) {
    Pixels pixels = painted(
        {500, 320}, [&](Painter& p) { p.image_round(scene.photo, {10, 10, 490, 310}, radius); },
        scene.textures);
    int wrong = 0;
    for (int y = 40; y < 280; ++y) {
      for (int x = 0; x < 480; ++x) {
        wrong +=
            pixels.canvas().at(x + 10, y + 10) != photo.pixels[static_cast<std::size_t>(y * 480 + x)] ? 1 : 0;
      }
    }
    CHECK(wrong == 0);
  }
}

TEST_CASE("A glyph's pixels are its coverage of the ink, wherever a clip cuts it") {
  SceneTextures scene;
  const AlphaView& atlas = scene.textures.glyphs();
  const AtlasCell cell{22, 0, 9, 14};
  Pixels pixels = painted(
      {40, 40},
      [&](Painter& p) {
        p.push_clip({12, 11, 18, 40});
        p.glyph(10, 10, cell, {atlas.width, atlas.height}, kRed);
        p.pop_clip();
      },
      scene.textures);
  for (int y = 0; y < 40; ++y) {
    for (int x = 0; x < 40; ++x) {
      const bool shown = x >= 12 && x < 18 && y >= 11 && y < 24;
      const auto coverage = shown ? atlas.pixels[(cell.y + y - 10) * atlas.stride + cell.x + x - 10] : 0;
      CHECK(pixels.canvas().at(x, y) == over({kRed.r, kRed.g, kRed.b, 255}, coverage, pixel_of(kPaper)));
    }
  }
}

TEST_CASE("Drawings with impossible numbers paint what they can and never break") {
  SceneTextures scene;
  const float bad[] = {std::numeric_limits<float>::quiet_NaN(),
                       std::numeric_limits<float>::infinity(),
                       -std::numeric_limits<float>::infinity(),
                       1e30F,
                       -1e30F,
                       1e-30F,
                       131072.5F,
                       0,
                       20,
                       -1};
  Dice dice(5);
  for (int round = 0; round < 3000; ++round) {
    const auto any = [&] { return bad[dice.whole(0, 9)]; };
    const auto colour = Colour{1, 2, 3, dice.byte()};
    painted(
        {40, 40},
        [&](Painter& p) {
          add_triangle(p, {any(), any()}, {any(), any()}, {any(), any()}, colour);
          p.fill({any(), any(), any(), any()}, colour);
          p.image(scene.photo, {any(), any(), any(), any()}, {any(), any(), any(), any()}, colour);
          p.line({any(), any()}, {any(), any()}, dice.real(0, 9), colour);
        },
        scene.textures);
  }
  SUCCEED("no sanitizer complained");
}

TEST_CASE("Shapes look as they did when they were looked at") {
  SceneTextures scene;
  Pixels pixels = painted(
      {640, 640},
      [&](Painter& p) {
        p.shadow({24, 26, 216, 146}, 24, 16, {0, 0, 0, 60});
        p.fill_round({20, 20, 220, 140}, 24, Colour::rgb(0xFFFFFF));
        p.stroke_round({20, 20, 220, 140}, 24, 2, kBlue);
        p.dash_round({240, 20, 440, 140}, 24, 3, {12, 8}, kBlue);
        p.fill_round({460, 20, 620, 140}, 30, kSun, Corners::Top);
        p.stroke_round({460, 20, 620, 140}, 30, 3, kRed, Corners::Top);
        p.fill_circle({70, 210}, 45, kBlue);
        p.stroke_circle({180, 210}, 45, 6, kRed);
        p.arc({290, 210}, 40, -1.5708F, 2.5F, 10, kBlue, Ends::Round);
        p.arc({400, 210}, 40, 0.3F, 4, 10, kBlue.with_alpha(128));
        p.line({450, 170}, {620, 250}, 1, kBlue);
        p.line({450, 180}, {620, 260}, 3, kBlue, Ends::Round);
        p.line({450, 210.5F}, {620, 210.5F}, 1, kRed);
        const std::vector<std::vector<Point>> rings = {
            {{20, 300}, {120, 280}, {200, 320}, {150, 360}, {210, 420}, {90, 440}, {100, 380}, {30, 400}},
            {{60, 320}, {60, 350}, {110, 350}, {110, 320}}};
        const Mesh mesh = triangulate(rings);
        p.fill_mesh(mesh, {}, {11, 120, 80, 160});
        p.stroke_mesh(mesh, {}, 2, kBlue);
        p.fill_mesh(mesh, {{220, 10}, 1}, kBlue);
        const std::array<Point, 5> house = {{{480, 440}, {480, 340}, {540, 290}, {600, 340}, {600, 440}}};
        p.fill_convex(house, kSun);
        p.polyline(house, Path::Closed, 4, kRed);
        p.image_round(scene.photo, {20, 460, 180, 560}, 16);
        p.image_round(scene.drawing, {200, 460, 360, 560}, 50);
        p.image(scene.photo, {380, 460, 620, 610}, {0, 0, 0.5F, 0.5F});
        p.fill({20.5F, 580.5F, 100.25F, 620.75F}, kRed);
        p.fill_gradient({120, 580, 200, 620}, kBlue, kSun);
        p.stroke_round({240, 580, 340, 620}, 8, 0.5F, kRed);
      },
      scene.textures);
  CHECK(wv::test::difference_from_golden(pixels.canvas(), "paint/shapes").empty());
}
