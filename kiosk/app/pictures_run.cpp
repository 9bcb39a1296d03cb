// --previews and --contact-sheet: what every screen looks like, for eyes.
#include <algorithm>

#include "kiosk/app/run.h"
#include "kiosk/app/studio.h"
#include "kiosk/paint/image.h"
#include "kiosk/paint/png_write.h"

namespace wv::app {

namespace {

constexpr int shrink = 3;    // of each screen on a contact sheet: words can still be read
constexpr int columns = 10;  // of a contact sheet; lying screens take half as many
constexpr int gap = 18;      // px between screens
constexpr std::uint32_t ground = 0xFF808080;

paint::Image copy_of(const paint::Canvas& canvas) {
  paint::Image image{canvas.size(), {}, true};
  for (int y = 0; y < canvas.height(); ++y)
    image.pixels.insert(image.pixels.end(), canvas.line(y).begin(), canvas.line(y).end());
  return image;
}

// Screens from left to right and from above to below, each as large as the others.
class Sheet {
 public:
  Sheet(paint::Size screen, int count)
      : each_{screen.width / shrink, screen.height / shrink},
        across_(screen.width > screen.height ? columns / 2 : columns),
        pixels_({across_ * (each_.width + gap) + gap,
                 (count + across_ - 1) / across_ * (each_.height + gap) + gap}) {
    const auto canvas = pixels_.canvas();
    for (int y = 0; y < canvas.height(); ++y) std::fill_n(canvas.row(y), canvas.width(), ground);
  }

  void add(const paint::Canvas& screen) {
    const auto small = paint::scale_down(copy_of(screen), each_);
    const int x = gap + placed_ % across_ * (each_.width + gap);
    const int y = gap + placed_ / across_ * (each_.height + gap);
    for (int row = 0; row < each_.height; ++row)
      std::copy_n(small.pixels.begin() + static_cast<std::ptrdiff_t>(row) * each_.width, each_.width,
                  pixels_.canvas().row(y + row) + x);
    ++placed_;
  }
  paint::Canvas canvas() { return pixels_.canvas(); }

 private:
  paint::Size each_;
  int across_;
  paint::Pixels pixels_;
  int placed_ = 0;
};

base::Result<> keep(const Setting& setting, const std::string& name, const paint::Canvas& canvas) {
  WV_TRY(const auto png, paint::encode_png(canvas));
  return setting.files.write(setting.options.shots / (name + ".png"), png);
}

enum class Speaking { First, All };  // without --lang

// Calls `each(preview, language, panel)` after drawing it, and `done(language, panel)` behind the last one.
template <class Each, class Done>
base::Result<> draw_all(const Setting& setting, VirtualClock& clock, Speaking speaking, Each each,
                        Done done) {
  clock.advance(std::chrono::hours(1));  // so that a preview can have been silent for a while
  WV_TRY(const auto backstage,
         Backstage::open(setting.options, setting.files, clock, setting.random, setting.sound));
  WV_CHECK(setting.files.make_folder(setting.options.shots));
  Studio studio(*backstage, backstage->house().content(), clock);
  const auto& settings = backstage->house().settings();
  const auto album = album_of(*backstage, clock, setting.options);
  auto languages = languages_of(setting, settings);
  if (speaking == Speaking::First && setting.options.languages.empty()) languages.resize(1);
  for (const auto& panel : panels_of(setting, settings)) {
    for (const auto& lang : languages) {
      for (const auto& preview : album) {
        studio.draw(preview, {.lang = lang, .size = setting.options.letters, .panel = panel.panel},
                    Develop::Picture);
        WV_CHECK(each(studio.canvas(), preview, lang, panel.name, album.size()));
      }
      WV_CHECK(done(lang, panel.name));
    }
  }
  return {};
}

}  // namespace

std::vector<Preview> album_of(Backstage& backstage, const base::Clock& clock, const Options& options) {
  auto& house = backstage.house();
  for (const auto& effect : wanted_by_previews(house.content())) (void)house.perform(effect);
  auto album = previews(house.content(), clock.monotonic(), backstage.rules());
  keep_wanted(album, options);
  return album;
}

void keep_wanted(std::vector<Preview>& album, const Options& options) {
  if (options.only.empty()) return;
  std::erase_if(album, [&](const Preview& preview) {
    return std::ranges::none_of(options.only,
                                [&](const auto& begin) { return preview.name.starts_with(begin); });
  });
}

std::vector<model::Lang> languages_of(const Setting& setting, const Settings& settings) {
  return setting.options.languages.empty() ? settings.languages : setting.options.languages;
}

std::array<NamedPanel, 2> panels_of(const Setting& setting, const Settings& settings) {
  const auto& [pixels, mm] = std::pair{setting.options.size, settings.panel};
  const ui::Size size{static_cast<float>(std::min(pixels.width, pixels.height)),
                      static_cast<float>(std::max(pixels.width, pixels.height))};
  const ui::Size real{static_cast<float>(std::min(mm.width_mm, mm.height_mm)),
                      static_cast<float>(std::max(mm.width_mm, mm.height_mm))};
  const auto above_floor = static_cast<float>(mm.above_floor_mm);
  return {{{"portrait", {size, real, above_floor}},
           {"landscape", {{size.height, size.width}, {real.height, real.width}, above_floor}}}};
}

int run_previews(const Setting& setting, VirtualClock& clock) {
  std::string first;
  const auto drawn = draw_all(
      setting, clock, Speaking::First,
      [&](const paint::Canvas& canvas, const Preview& preview, const model::Lang& lang,
          const std::string& panel, std::size_t) {
        if (first.empty()) first = lang;
        return keep(setting, preview.name + "-" + panel + (lang == first ? "" : "-" + lang), canvas);
      },
      [](const auto&...) { return base::Result<>{}; });
  return drawn ? exit_well : report(drawn.error());
}

int run_contact_sheet(const Setting& setting, VirtualClock& clock) {
  std::optional<Sheet> sheet;
  std::string order;
  const auto drawn = draw_all(
      setting, clock, Speaking::All,
      [&](const paint::Canvas& canvas, const Preview& preview, const model::Lang&, const std::string&,
          std::size_t count) {
        if (!sheet) {
          sheet.emplace(canvas.size(), static_cast<int>(count));
          order.clear();
        }
        sheet->add(canvas);
        order += preview.name + "\n";
        return base::Result<>{};
      },
      [&](const model::Lang& lang, const std::string& panel) {
        const auto kept = keep(setting, lang + "-" + panel, sheet->canvas());
        sheet.reset();
        return kept;
      });
  if (!drawn) return report(drawn.error());
  const auto named = setting.files.write(setting.options.shots / "order.txt", base::as_bytes(order));
  return named ? exit_well : report(named.error());
}

}  // namespace wv::app
