// Opens settings, words, themes, fonts and the house, and says which file is at fault when one is.
#include "kiosk/app/backstage.h"

namespace wv::app {

base::Result<screens::Strings> load_strings(const base::Files& files, const std::filesystem::path& folder) {
  screens::Strings strings;
  WV_TRY(const auto names, files.list(folder));
  for (const auto& name : names) {
    const std::filesystem::path file = folder / name;
    if (file.extension() != ".mo") continue;
    WV_TRY(const auto bytes, files.read(file));
    if (auto added = strings.add(file.stem().string(), bytes); !added)
      return base::pass(added, file.string());
  }
  if (strings.has("nl")) return strings;
  return base::fail(base::ErrorCode::NotFound,
                    (folder / "nl.mo").string() + ": the Dutch texts are missing; install again");
}

namespace {

// Paths count from the state folder. What was refused is for staff; the screen goes on as it looked before.
void take_own_themes(const Options& options, base::Files& files, LoadedSettings& loaded, ui::Themes& themes) {
  const auto take = [&](visit::Contrast contrast, const std::string& file, const char* kept_as) {
    if (file.empty()) return;
    const auto taken =
        ui::take_own_theme(themes, files, {contrast, options.state / file, options.state / kept_as});
    if (!taken) loaded.unusable.push_back(taken.error().message);
  };
  take(visit::Contrast::Light, loaded.settings.themes.light, "thema-licht.goed.json");
  take(visit::Contrast::Dark, loaded.settings.themes.dark, "thema-donker.goed.json");
}

LoadedSettings settings_for(const Options& options, base::Files& files, const Choices& choices) {
  auto loaded = load_settings(files, options.config, last_good_file(options.state), choices);
  if (options.panel_mm) {
    loaded.settings.panel.width_mm = options.panel_mm->width;
    loaded.settings.panel.height_mm = options.panel_mm->height;
  }
  if (options.floor_mm) loaded.settings.panel.above_floor_mm = *options.floor_mm;
  return loaded;
}

}  // namespace

Backstage::Backstage(const base::Clock& clock, std::unique_ptr<House> house, screens::Strings strings,
                     ui::Themes themes, std::unique_ptr<text::Engine> engine)
    : clock_(clock),
      house_(std::move(house)),
      strings_(std::move(strings)),
      themes_(std::move(themes)),
      engine_(std::move(engine)) {
  house_->set_rules(rules_);
}

base::Result<std::unique_ptr<Backstage>> Backstage::open(const Options& options, base::Files& files,
                                                         const base::Clock& clock, base::Random& random,
                                                         Sound sound) {
  WV_TRY(auto strings, load_strings(files, options.share / "strings"));
  WV_TRY(auto themes, ui::load_themes(files, options.share / "themes"));
  WV_TRY(auto engine, text::Engine::open({.share = options.share}));
  const auto read_again = [options, &files](const Choices& choices) {
    return settings_for(options, files, choices);
  };
  const auto choices = read_choices(files, choices_file(options.state));
  auto loaded = read_again(choices.value_or(Choices{}));
  if (!choices)
    loaded.unusable.push_back(choices_file(options.state).string() + ": " + choices.error().message);
  take_own_themes(options, files, loaded, themes);
  WV_TRY(auto house, House::open({files, clock, random, sound, options.state, options.share, read_again},
                                 std::move(loaded)));
  return std::unique_ptr<Backstage>(
      new Backstage(clock, std::move(house), std::move(strings), std::move(themes), std::move(engine)));
}

Wheel Backstage::wheel_for(paint::Presenter& presenter, care::Display& display) {
  return Wheel({*house_, clock_, strings_, themes_, *engine_, presenter, display, rules_});
}

}  // namespace wv::app
