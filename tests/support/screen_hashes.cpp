// One line for every preview in the forms that can look different: what it is, and a checksum of its pixels.
//   screen_hashes --state DIR --lang LANG [--shots DIR] [options of wijkvenster]
// Lines given on standard input are what is expected: pictures of what differs are written to --shots.
#include <zlib.h>

#include <cstdio>
#include <iostream>
#include <map>
#include <set>

#include "kiosk/app/studio.h"
#include "kiosk/paint/png_write.h"
#include "tests/support/kiosk.h"

using namespace wv;

namespace {

struct Shape {
  std::string_view name;
  ui::Panel panel;
};
constexpr Shape shapes[] = {{"portrait", {{1080, 1920}, {268, 476}}},
                            {"landscape", {{1920, 1080}, {476, 268}}}};
constexpr std::string_view sizes[] = {"small", "normal", "large", "largest"};
constexpr std::string_view themes[] = {"light", "dark", "contrast-light", "contrast-dark"};

struct Look {
  std::string words;
  app::Form form;
};

// Colours change no place and places no colour, so each is shown with the ordinary form of the other. Dutch
// has every size, the other languages the one that everybody begins with and the one in which room is
// scarcest.
bool is_looked_at(bool dutch, visit::TextSize size, visit::Contrast theme) {
  const bool ordinary = size == visit::TextSize::Normal;
  if (theme != visit::Contrast::Light) return dutch && ordinary;
  return dutch || ordinary || size == visit::TextSize::Largest;
}

std::vector<Look> looks(const std::string& lang) {
  std::vector<Look> all;
  for (const auto& shape : shapes)
    for (std::size_t at_size = 0; at_size < std::size(sizes); ++at_size)
      for (std::size_t at_theme = 0; at_theme < std::size(themes); ++at_theme) {
        const auto size = static_cast<visit::TextSize>(at_size);
        const auto theme = static_cast<visit::Contrast>(at_theme);
        if (!is_looked_at(lang == "nl", size, theme)) continue;
        const auto words = lang + " " + std::string(sizes[at_size]) + " " + std::string(themes[at_theme]) +
                           " " + std::string(shape.name);
        all.push_back({words, {lang, size, theme, shape.panel}});
      }
  return all;
}

std::string checksum(const paint::Canvas& canvas) {
  auto sum = crc32(0, nullptr, 0);
  for (int y = 0; y < canvas.height(); ++y)
    sum = crc32_z(sum, reinterpret_cast<const Bytef*>(canvas.row(y)),
                  static_cast<std::size_t>(canvas.width()) * sizeof(std::uint32_t));
  char text[9];
  std::snprintf(text, sizeof text, "%08lx", sum);
  return text;
}

std::set<std::string> lines_of(std::istream& in) {
  std::set<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.insert(line);
  return lines;
}

void keep(const paint::Canvas& canvas, const std::string& words, base::Files& files,
          const std::filesystem::path& folder) {
  std::string name = words;
  std::ranges::replace(name, ' ', '-');
  const auto png = paint::encode_png(canvas);
  if (png && files.make_folder(folder)) (void)files.write(folder / (name + ".png"), *png);
}

int run(const test::Kiosk& kiosk, const std::string& lang) {
  auto& backstage = kiosk.backstage;
  auto& clock = kiosk.clock;
  const auto& shots = kiosk.options.shots;
  clock.advance(std::chrono::hours(1));  // so that a preview can have been silent for a while
  auto& house = backstage.house();
  for (const auto& effect : app::wanted_by_previews(house.content())) (void)house.perform(effect);
  // When the example content was published is not what the pictures are about.
  auto content = house.content();
  content.made_at = clock.now() - std::chrono::hours(10);
  auto album = app::previews(content, clock.monotonic(), backstage.rules());
  app::keep_wanted(album, kiosk.options);
  const auto expected = shots.empty() ? std::set<std::string>{} : lines_of(std::cin);
  app::Studio studio(backstage, content, clock);
  for (const auto& look : looks(lang))
    for (const auto& preview : album) {
      studio.draw(preview, look.form, app::Develop::Picture);
      const auto line = preview.name + " " + look.words + " " + checksum(studio.canvas());
      std::cout << line << "\n";
      if (!shots.empty() && !expected.contains(line))
        keep(studio.canvas(), preview.name + " " + look.words, kiosk.files, shots);
    }
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) return 2;
  const std::string lang = arguments[1];
  arguments[1] = arguments[0];
  return test::on_a_kiosk(count - 1, arguments + 1,
                          [&](const test::Kiosk& kiosk) { return run(kiosk, lang); });
}
