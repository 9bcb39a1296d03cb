// Draws one busy screen with shapes, letters of four scripts and pictures, and prints the hash of its pixels:
// whole, after a change, and of pictures that were made smaller.
#include <imgui.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "kiosk/paint/bench_scene.h"
#include "kiosk/paint/frame.h"
#include "kiosk/paint/polygon.h"
#include "kiosk/text/engine.h"
#include "sync/base/crypto.h"
#include "sync/base/encoding.h"

using namespace wv;

namespace {

constexpr paint::Size screen{1080, 1920};
constexpr paint::Colour ink = paint::Colour::rgb(0x1B2A33), brand = paint::Colour::rgb(0x0B4F6C),
                        sun = paint::Colour::rgb(0xF4B83F);

void print(const char* name, base::ByteView bytes) {
  std::printf("%-24s %s\n", name, base::to_hex(base::sha256(bytes)).c_str());
}

void print(const char* name, paint::Pixels& pixels) {
  const auto canvas = pixels.canvas();
  print(name, {reinterpret_cast<const std::uint8_t*>(canvas.row(0)),
               static_cast<std::size_t>(canvas.height()) * static_cast<std::size_t>(canvas.width()) * 4});
}

// Odd sizes and places, so that every rounding has something to decide.
void draw_shapes(paint::Painter& painter, const paint::SceneTextures& scene) {
  for (int i = 0; i < 12; ++i) {
    const float step = static_cast<float>(i) * 1.37F, x = 20.3F + static_cast<float>(i) * 87.1F,
                y = 30.7F + step;
    const paint::Box box{x, y, x + 71.9F + step, y + 53.3F};
    painter.shadow(box, 7.3F + step, 9.1F, {0, 0, 0, 60});
    painter.fill_round(box, 3.1F * step, brand.with_alpha(static_cast<std::uint8_t>(90 + i * 13)));
    painter.stroke_round(box, 3.1F * step, 0.4F + step / 3, sun);
    painter.dash_round({x, y + 90, x + 73.3F, y + 151.7F}, 11.3F, 2.1F, {7.7F, 4.9F}, ink);
    painter.fill_circle({x + 30.2F, y + 200.6F}, 9.9F + step, sun);
    painter.stroke_circle({x + 31.4F, y + 260.1F}, 21.7F, 1.1F + step / 5, brand);
    painter.arc({x + 33.3F, y + 330.9F}, 27.7F, step, step + 4.1F, 5.3F, ink, paint::Ends::Round);
    painter.line({x, y + 380}, {x + 70.7F, y + 391.3F + step * 3}, 0.7F + step / 7, brand,
                 paint::Ends::Round);
    painter.image_round(scene.photo, {x, y + 430.1F, x + 72.9F, y + 480.3F + step}, 9.7F);
    painter.image(scene.drawing, {x, y + 520.7F, x + 70.1F, y + 561.9F}, {0.11F, 0.07F, 0.83F, 0.71F});
    painter.fill_gradient({x, y + 600.3F, x + 66.6F, y + 640.8F}, brand, sun);
  }
  const paint::Mesh mesh = paint::triangulate(std::vector<std::vector<paint::Point>>{
      {{20, 300}, {120, 280}, {200, 320}, {150, 360}, {210, 420}, {90, 440}, {100, 380}, {30, 400}},
      {{60, 320}, {60, 350}, {110, 350}, {110, 320}}});
  painter.fill_mesh(mesh, {{13.3F, 500.9F}, 1.73F}, brand.with_alpha(170));
  painter.stroke_mesh(mesh, {{413.7F, 491.1F}, 1.41F}, 2.3F, ink);
}

void draw_letters(paint::Painter& painter, text::Engine& engine) {
  struct Line {
    const char* text;
    const char* lang;
  };
  static constexpr std::array lines = {
      Line{"Arbeidsongeschiktheidsverzekering, zegt de wijkverpleegkundige; AVATAR, Wij, ffi.", "nl"},
      Line{"ماذا تريد أن يتحسن في الحي؟ ١٢ فكرة (2026)", "ar"}, Line{"ኣብ ከባቢኹም እንታይ ክመሓየሽ ይኽእል፧", "ti"},
      Line{"Що може бути краще у вашому районі? Ім’я", "uk"}};
  float y = 820.4F, size = 13.7F;
  for (int round = 0; round < 4; ++round, size *= 1.31F)
    for (const Line& line : lines) {
      text::Style style;
      style.size_px = size;
      style.weight = round % 2 == 0 ? text::Weight::Regular : text::Weight::Bold;
      text::Box box;
      box.max_width = 950.3F;
      box.lang = line.lang;
      const auto& paragraph = engine.lay_out(line.text, style, box);
      engine.draw(painter.list(), paragraph, 40.6F, y, IM_COL32(27, 42, 51, 255));
      y += paragraph.height + 3.3F;
    }
  engine.draw_icon(painter.list(), "check", 900.5F, 1700.5F, 61.3F, IM_COL32(11, 79, 108, 255));
}

template <class Draw>
void draw_frame(paint::Frame& frame, paint::Pixels& pixels, Draw draw) {
  auto painter = frame.begin(screen, paint::Colour::rgb(0xF6F4EF));
  draw(painter);
  frame.end(pixels.canvas());
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  text::Settings settings;
  settings.share = arguments[1];
  const auto engine = text::Engine::open(settings);
  if (!engine) {
    std::fprintf(stderr, "%s\n", engine.error().message.c_str());
    return 1;
  }
  paint::SceneTextures scene;
  paint::Frame frame(scene.textures);
  paint::Pixels pixels(screen);
  draw_frame(frame, pixels, [&](auto& painter) { paint::draw_scene(painter, scene, {}); });
  print("screen", pixels);
  draw_frame(frame, pixels, [&](auto& painter) {
    paint::draw_scene(painter, scene, {.pressed_button = 7, .scrolled_px = 11});
  });
  print("screen after a change", pixels);

  draw_frame(frame, pixels, [&](auto& painter) { draw_shapes(painter, scene); });
  print("shapes", pixels);

  (*engine)->begin_frame();
  auto painter = frame.begin(screen, paint::Colour::rgb(0xFFFFFF));
  draw_letters(painter, **engine);
  if ((*engine)->end_frame()) return 1;  // a full atlas would leave letters out
  const auto& atlas = (*engine)->atlas();
  scene.textures.set_glyphs({atlas.pixels, text::Atlas::width, text::Atlas::height, text::Atlas::stride, 99});
  frame.end(pixels.canvas());
  print("letters", pixels);

  const auto small = paint::scale_down(*scene.textures.find(scene.drawing), {97, 61});
  print("a picture made smaller",
        {reinterpret_cast<const std::uint8_t*>(small.pixels.data()), small.pixels.size() * 4});
  return 0;
}
