// Draws sample views to PNG files and says what the audit finds, for whoever draws the screens:
// view_sheet SHARE OUT|- [part of a name] [portrait,landscape,small] [sizes 0-3] [themes 0-3] [nl,en] [folder
// of pictures]
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "kiosk/paint/frame.h"
#include "kiosk/paint/image_decode.h"
#include "kiosk/paint/png_write.h"
#include "kiosk/screens/draw.h"
#include "kiosk/ui/audit.h"
#include "sync/edge/disk.h"
#include "tests/support/sample_views.h"

namespace {

using namespace wv;

std::vector<std::string> list_of(const std::string& text) {
  std::vector<std::string> parts;
  std::stringstream stream(text);
  for (std::string part; std::getline(stream, part, ',');) parts.push_back(part);
  return parts;
}

ui::Panel panel_of(const std::string& shape) {
  if (shape == "landscape") return {{1920, 1080}, {476, 268}};
  if (shape == "small") return {{1024, 768}, {304, 228}};
  return {};
}

class Folder final : public ui::Pictures {
 public:
  Folder(paint::Textures& textures, std::filesystem::path folder)
      : textures_(textures), folder_(std::move(folder)) {}
  bool has(std::string_view name) override { return load(name).id != paint::TextureId::None; }
  ui::Picture find(std::string_view name, ui::Size) override { return load(name); }

 private:
  ui::Picture load(std::string_view name) {
    const std::string file = std::filesystem::path(name).filename().string();
    if (const auto known = known_.find(file); known != known_.end()) return known->second;
    ui::Picture found;
    const auto bytes = disk_.read(folder_ / file);
    if (bytes) {
      if (auto image = paint::decode_image_to_fit(*bytes, {1100, 1100})) {
        found = {paint::TextureId::None, static_cast<float>(image->size.width),
                 static_cast<float>(image->size.height), image->opaque};
        found.id = textures_.add(std::move(*image));
      }
    }
    return known_[file] = found;
  }

  paint::Textures& textures_;
  std::filesystem::path folder_;
  edge::Disk disk_;
  std::map<std::string, ui::Picture> known_;
};

struct Sheet {
  const ui::Themes& themes;
  text::Engine& engine;
  std::filesystem::path out;
  std::filesystem::path pictures;
  ui::Hand hand;
  int found = 0;

  void draw(const support::SampleView& sample, const std::string& shape, const std::string& suffix) {
    const ui::Panel panel = panel_of(shape);
    const paint::Size pixels{static_cast<int>(panel.pixels.width), static_cast<int>(panel.pixels.height)};
    paint::Textures textures;
    Folder folder(textures, pictures);
    paint::Frame frame(textures);
    paint::Pixels picture(out == "-" ? paint::Size{1, 1} : pixels);
    ui::Tree tree;
    for (bool again = true; again;) {
      engine.begin_frame();
      auto painter = frame.begin(pixels, {255, 255, 255, 255});
      screens::draw(sample.view, {themes, engine, panel, &folder}, hand, painter, tree);
      again = engine.end_frame();
      if (again) {
        frame.drop();
        continue;
      }
      const auto& atlas = engine.atlas();
      textures.set_glyphs(
          {atlas.pixels, text::Atlas::width, text::Atlas::height, text::Atlas::stride, atlas.generation});
      frame.end(picture.canvas());
    }
    report(sample, panel, tree, shape + suffix);
    if (out != "-") save(picture.canvas(), out / (sample.name + "-" + shape + suffix + ".png"));
  }

 private:
  void report(const support::SampleView& sample, const ui::Panel& panel, const ui::Tree& tree,
              const std::string& form) {
    for (const ui::Violation& v : ui::audit(tree, screens::metrics_of(sample.view, panel), sample.name)) {
      std::printf("%s %s %s: measured %.2f wanted %.2f (%s)\n", form.c_str(), v.node.c_str(), v.rule.c_str(),
                  v.measured, v.wanted, v.detail.c_str());
      ++found;
    }
  }
  static void save(const paint::Canvas& canvas, const std::filesystem::path& file) {
    const auto png = paint::encode_png(canvas);
    if (!png) return;
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(png->data()), static_cast<std::streamsize>(png->size()));
  }
};

}  // namespace

int main(int count, char** values) {
  const auto argument = [&](int index, const char* otherwise) {
    return std::string(index < count ? values[index] : otherwise);
  };
  const std::filesystem::path share = argument(1, ".");
  edge::Disk disk;
  const auto themes = ui::load_themes(disk, share / "themes");
  if (!themes) return std::fprintf(stderr, "%s\n", themes.error().message.c_str()), 1;
  const auto engine = text::Engine::open({.share = share});
  if (!engine) return std::fprintf(stderr, "%s\n", engine.error().message.c_str()), 1;
  Sheet sheet{
      *themes, **engine, argument(2, "."), argument(8, ""), {argument(9, ""), argument(10, ""), true}};
  const std::string part = argument(3, "");
  for (const std::string& lang : list_of(argument(7, "nl"))) {
    for (support::SampleView& sample :
         support::sample_views(lang == "nl" ? support::Tongue::Dutch : support::Tongue::English)) {
      if (sample.name.find(part) == std::string::npos) continue;
      for (const std::string& shape : list_of(argument(4, "portrait"))) {
        for (const std::string& size : list_of(argument(5, "1"))) {
          for (const std::string& theme : list_of(argument(6, "0"))) {
            sample.view.size = static_cast<visit::TextSize>(std::stoi(size));
            sample.view.contrast = static_cast<visit::Contrast>(std::stoi(theme));
            sheet.draw(sample, shape, "-" + size + "-" + theme + (lang == "nl" ? "" : "-" + lang));
          }
        }
      }
    }
  }
  std::printf("%d violations\n", sheet.found);
  return 0;
}
