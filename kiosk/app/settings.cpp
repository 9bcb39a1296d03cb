// Reads the settings, checks what depends on more than one key, and remembers the last that were right.
#include "kiosk/app/settings.h"

#include <algorithm>

#include "sync/settings/reader.h"

namespace wv::app {
namespace {

// What one key says about another. Only where it was written: what was left out gives way by itself.
class Together {
 public:
  Together(settings::Reading& reading, Settings& settings) : reading_(reading), settings_(settings) {}

  void check() {
    volume();
    brightness();
    stand();
  }

 private:
  bool written(const std::string& path) const { return reading_.values.contains(path); }
  void say(const std::string& path, const std::string& message) {
    const auto at = reading_.origin(path, "");
    reading_.mistakes.push_back({at.file, at.line, path, message});
  }

  void volume() {
    auto& sound = settings_.sound;
    if (sound.volume <= sound.loudest) return;
    if (written("geluid.sterkte"))
      say("geluid.sterkte",
          "must not be more than sterkte_hoogste, which is " + std::to_string(sound.loudest));
    sound.volume = sound.loudest;
  }

  void brightness() {
    auto& light = settings_.light;
    if (light.closed <= light.open) return;
    if (written("scherm.helderheid_gedimd"))
      say("scherm.helderheid_gedimd",
          "must not be more than helderheid, which is " + std::to_string(light.open));
    light.closed = light.open;
  }

  void stand() {
    using Stand = Settings::Panel::Stand;
    auto& panel = settings_.panel;
    const bool measured = written("scherm.breedte_mm") && written("scherm.hoogte_mm");
    const auto as_measured = panel.width_mm > panel.height_mm ? Stand::Lying : Stand::Standing;
    if (measured && written("scherm.stand") && panel.stand != as_measured)
      say("scherm.stand", "does not go with breedte_mm " + std::to_string(panel.width_mm) +
                              " and hoogte_mm " + std::to_string(panel.height_mm) +
                              ", which are of the picture as it hangs");
    if (!written("scherm.stand")) panel.stand = as_measured;
  }

  settings::Reading& reading_;
  Settings& settings_;
};

}  // namespace

std::expected<Settings, SettingsMistakes> read_settings(std::string_view toml, std::string_view file_name) {
  const auto document = content::read_toml(std::string(file_name), toml);
  if (!document) {
    auto finding = document.error();
    finding.message = "this is no TOML: " + finding.message;
    return std::unexpected(SettingsMistakes{finding.text()});
  }
  Settings settings;
  auto reading = settings::read({&*document, 1}, setting_fields(settings), settings::Strange::Everywhere);
  Together(reading, settings).check();
  if (reading.mistakes.empty()) return settings;
  SettingsMistakes mistakes;
  for (const auto& mistake : reading.mistakes) mistakes.push_back(mistake.text());
  return std::unexpected(std::move(mistakes));
}

namespace {

LoadedSettings last_good_settings(base::Files& files, const std::filesystem::path& last_good,
                                  SettingsMistakes mistakes) {
  const auto bytes = files.read(last_good);
  if (bytes) {
    if (auto settings = read_settings(base::as_text(*bytes), last_good.filename().string())) {
      return {*std::move(settings), std::move(mistakes), true};
    }
  }
  return {Settings{}, std::move(mistakes), false};
}

}  // namespace

LoadedSettings load_settings(base::Files& files, const std::filesystem::path& file,
                             const std::filesystem::path& last_good) {
  const auto bytes = files.read(file);
  if (!bytes) {
    if (bytes.error().code == base::ErrorCode::NotFound) return {};
    return last_good_settings(files, last_good, {file.filename().string() + ": " + bytes.error().message});
  }
  auto settings = read_settings(base::as_text(*bytes), file.filename().string());
  if (!settings) return last_good_settings(files, last_good, std::move(settings).error());
  const auto kept = files.read(last_good);
  if (!kept || *kept != *bytes) {
    // Without the copy the kiosk works just as well today; the next mistake would fall back further.
    (void)files.write(last_good, *bytes);
  }
  return {*std::move(settings), {}, false};
}

}  // namespace wv::app
