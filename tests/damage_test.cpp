// Painting only what changed gives the picture that painting everything gives.
#include <imgui.h>

#include <array>
#include <cstdlib>
#include <new>
#include <string>
#include <vector>

#include "kiosk/paint/bench_scene.h"
#include "kiosk/paint/damage.h"
#include "kiosk/paint/frame.h"
#include "tests/support/catch.h"
#include "tests/support/dice.h"

using namespace wv::paint;
using wv::test::Dice;

namespace {

constexpr Size kSize{300, 260};

struct Thing {
  int kind;
  Box box;
  Colour colour;
  float radius;
  int letter;
};

Thing any_thing(Dice& dice) {
  Thing t{};
  t.kind = dice.whole(0, 9);
  const float x = dice.real(-40, 290), y = dice.real(-40, 250);
  t.box = {x, y, x + dice.real(1, 120), y + dice.real(1, 120)};
  if (dice.one_in(2)) {
    for (float* edge : {&t.box.x0, &t.box.y0, &t.box.x1, &t.box.y1}) *edge = std::floor(*edge);
  }
  t.colour = {dice.byte(), dice.byte(), dice.byte(), dice.one_in(2) ? std::uint8_t{255} : dice.byte()};
  t.radius = dice.real(0, 40);
  t.letter = dice.whole(0, 63);
  return t;
}

void draw(Painter& p, const SceneTextures& scene, const Thing& t) {
  const Point from{t.box.x0, t.box.y0}, to{t.box.x1, t.box.y1};
  switch (t.kind) {
    case 0:
      return p.fill(t.box, t.colour);
    case 1:
      return p.fill_round(t.box, t.radius, t.colour);
    case 2:
      return p.stroke_round(t.box, t.radius, t.radius / 8 + 0.3F, t.colour);
    case 3:
      return p.line(from, to, t.radius / 6 + 0.2F, t.colour, Ends::Round);
    case 4:
      return p.image_round(scene.drawing, t.box, t.radius, {0, 0, 1, 1}, t.colour);
    case 5:
      return p.image(scene.photo, t.box);
    case 6:
      return p.glyph(static_cast<int>(from.x), static_cast<int>(from.y), {t.letter * 11, 0, 9, 14},
                     {1024, 1024}, t.colour);
    case 7:
      return p.arc(from, t.radius + 1, 0, t.radius / 7 + 0.1F, 5, t.colour);
    case 8:
      return p.dash_round(t.box, t.radius, 2, {}, t.colour);
    default:
      return p.shadow(t.box, t.radius, 12, t.colour);
  }
}

void draw_all(Painter& p, const SceneTextures& scene, const std::vector<Thing>& things, const Box& clip) {
  for (std::size_t i = 0; i < things.size(); ++i) {
    if (i % 4 == 3) p.push_clip(clip);
    draw(p, scene, things[i]);
    if (i % 4 == 3) p.pop_clip();
  }
}

// One of the ways in which a screen changes from frame to frame.
void change(Dice& dice, std::vector<Thing>& things, Box& clip, SceneTextures& scene) {
  const auto some = [&] {
    return static_cast<std::size_t>(dice.whole(0, static_cast<int>(things.size()) - 1));
  };
  switch (dice.whole(0, 9)) {
    case 0:
      things.push_back(any_thing(dice));
      break;
    case 1:
      if (things.size() > 3) things.erase(things.begin() + static_cast<std::ptrdiff_t>(some()));
      break;
    case 2:
      std::swap(things[some()], things[some()]);
      break;  // only the order
    case 3:
      things[some()].colour.a = dice.byte();
      break;
    case 4:
      clip = {dice.real(0, 100), dice.real(0, 100), dice.real(100, 300), dice.real(100, 260)};
      break;
    case 5:
      scene.textures.replace(scene.photo, *scene.textures.find(dice.one_in(2) ? scene.drawing : scene.photo));
      break;
    case 6: {
      Thing& t = things[some()];
      const float by = static_cast<float>(dice.whole(-9, 9));
      t.box.y0 += by, t.box.y1 += by;
      break;
    }
    case 7:
      break;
    default:
      things[some()] = any_thing(dice);
  }
}

std::size_t allocations = 0;

}  // namespace

// Every allocation of this program passes here, in all its forms: a sanitizer checks that they match.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size == 0 ? 1 : size);
}
void* operator new(std::size_t size) {
  if (void* memory = operator new(size, std::nothrow)) return memory;
  throw std::bad_alloc();
}
void* operator new[](std::size_t size, const std::nothrow_t& plain) noexcept {
  return operator new(size, plain);
}
void* operator new[](std::size_t size) {
  return operator new(size);
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete[](void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
  std::free(memory);
}
void operator delete(void* memory, const std::nothrow_t&) noexcept {
  std::free(memory);
}
void operator delete[](void* memory, const std::nothrow_t&) noexcept {
  std::free(memory);
}

TEST_CASE("Two thousand random changes painted in part equal the full picture every time") {
  SceneTextures scene;
  Dice dice(7);
  Frame partial(scene.textures), full(scene.textures);
  Pixels seen(kSize), whole(kSize);
  std::vector<Thing> things;
  for (int i = 0; i < 12; ++i) things.push_back(any_thing(dice));
  Box clip{20, 20, 200, 200};
  std::int64_t painted = 0;
  for (int round = 0; round < 2000; ++round) {
    change(dice, things, clip, scene);
    if (things.size() > 20) things.resize(10);
    Painter p = partial.begin(kSize, Colour::rgb(0xF6F4EF));
    draw_all(p, scene, things, clip);
    painted += partial.end(seen.canvas()).pixels;
    full.forget();
    Painter q = full.begin(kSize, Colour::rgb(0xF6F4EF));
    draw_all(q, scene, things, clip);
    full.end(whole.canvas());
    if (seen != whole) FAIL("frame " << round << " differs");
  }
  CHECK(painted < std::int64_t{2000} * kSize.width * kSize.height / 2);
}

TEST_CASE("A frame that looks like the last one paints nothing and allocates nothing") {
  SceneTextures scene;
  Frame frame(scene.textures);
  Pixels pixels(kSceneSize);
  const auto show = [&](const SceneState& state) {
    Painter p = frame.begin(kSceneSize, {});
    draw_scene(p, scene, state);
    return frame.end(pixels.canvas());
  };
  for (int i = 0; i < 30; ++i) show({i % 20, i, i});
  const std::size_t before = allocations;
  show({3, 5, 0});
  CHECK(show({3, 5, 0}).pixels == 0);
  const FrameReport press = show({4, 5, 0});
  CHECK(press.pixels > 0);
  CHECK(press.pixels < std::int64_t{kSceneSize.width} * kSceneSize.height / 20);
  show({4, 9, 1});
  CHECK(allocations == before);
}

TEST_CASE("A new size, a new background and a lost canvas each repaint everything") {
  Textures none;
  Frame frame(none);
  Pixels small({100, 80}), large({130, 70});
  const auto show = [&](Pixels& pixels, Size size, Colour background) {
    frame.begin(size, background).fill({10, 10, 20, 20}, {});
    return frame.end(pixels.canvas()).pixels;
  };
  const Colour white = Colour::rgb(0xFFFFFF);
  CHECK(show(small, {100, 80}, white) == 8000);
  CHECK(show(small, {100, 80}, white) == 0);
  CHECK(show(small, {100, 80}, Colour::rgb(0xFFFFFE)) == 8000);
  CHECK(show(large, {130, 70}, white) == 9100);
  frame.forget();
  CHECK(show(large, {130, 70}, white) == 9100);
}

TEST_CASE("A window that was resized between drawing and painting is left alone until the next frame") {
  Textures none;
  Frame frame(none);
  Pixels old({100, 80}), now({60, 60});
  frame.begin({100, 80}, {}).fill({0, 0, 100, 80}, Colour::rgb(0xFF0000));
  CHECK(frame.end(now.canvas()).pixels == 0);
  CHECK(now == Pixels({60, 60}));
  frame.begin({60, 60}, {}).fill({0, 0, 60, 60}, Colour::rgb(0xFF0000));
  CHECK(frame.end(now.canvas()).pixels == 3600);
}

TEST_CASE("New glyphs in unused space repaint nothing; a repacked atlas repaints the glyphs") {
  std::vector<std::uint8_t> atlas(64 * 64, 255);
  Textures textures;
  textures.set_glyphs({atlas.data(), 64, 64, 64, 1});
  Frame frame(textures);
  Pixels pixels(Size{200, 200});
  const auto show = [&] {
    frame.begin({200, 200}, {}).glyph(10, 10, {0, 0, 8, 8}, {64, 64}, Colour::rgb(0xFFFFFF));
    return frame.end(pixels.canvas()).pixels;
  };
  CHECK(show() == 40000);
  atlas[3000] = 0;
  CHECK(show() == 0);
  textures.set_glyphs({atlas.data(), 64, 64, 64, 2});
  CHECK(show() == 3600);
}
