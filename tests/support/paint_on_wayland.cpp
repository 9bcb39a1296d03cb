// paint_on_wayland FOLDER: paints frames that change in parts, as the kiosk does, and lets grim look at the
// panel after each. Leaves for every frame N.wanted.ppm and N.seen.ppm, and "described" with what the
// presenter says of itself.
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "kiosk/paint/bench_scene.h"
#include "kiosk/paint/frame.h"
#include "kiosk/paint/presenter.h"

using namespace wv::paint;
using wv::base::Millis;

namespace {

class WallClock final : public wv::base::Clock {
 public:
  wv::base::Instant now() const override { return {}; }
  Millis monotonic() const override {
    return std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now().time_since_epoch());
  }
  wv::base::LocalTime local(wv::base::Instant) const override { return {}; }
};

void write_ppm(const std::filesystem::path& file, const Canvas& canvas) {
  std::ofstream out(file, std::ios::binary);
  out << "P6\n" << canvas.width() << " " << canvas.height() << "\n255\n";
  for (int y = 0; y < canvas.height(); ++y)
    for (const std::uint32_t pixel : canvas.line(y))
      out.put(static_cast<char>(pixel >> 16))
          .put(static_cast<char>(pixel >> 8))
          .put(static_cast<char>(pixel));
}

void draw(Painter painter, SceneTextures& scene, int i) {
  draw_scene(painter, scene, {i, i, i});
  const auto left = static_cast<float>(20 + 40 * i);
  painter.fill_round({left, 20, left + 100, 90}, 9, Colour::rgb(0x123456u << i));
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const std::filesystem::path folder = arguments[1];
  const WallClock clock;
  const auto window = open_window({{}, WindowMode::Fullscreen, "test"}, clock);
  if (!window) return std::cerr << window.error().message << "\n", 1;
  while (!(*window)->wait(Millis{200}).empty()) {
  }
  std::ofstream(folder / "described") << (*window)->describe() << "\n";
  const Size size = (*window)->canvas().size();
  SceneTextures scene;
  Frame frame(scene.textures), same(scene.textures);
  Pixels pixels(size);
  // Twice as many as there are buffers, and once more.
  for (int i = 0; i < 5; ++i) {
    draw(frame.begin(size, {}), scene, i);
    frame.end(**window);
    draw(same.begin(size, {}), scene, i);
    same.end(pixels.canvas());
    const auto name = (folder / std::to_string(i)).string();
    write_ppm(name + ".wanted.ppm", pixels.canvas());
    if (std::system(("grim -t ppm " + name + ".seen.ppm").c_str()) != 0) return 1;
  }
  std::ofstream(folder / "ended") << "well\n";
  return 0;
}
