// Reads the settings, checks what depends on more than one key, and remembers the last that were right.
#include "kiosk/app/settings.h"

#include <algorithm>

#include "sync/settings/layers.h"
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

WrittenSettings settle(std::span<const content::TomlDocument> documents) {
  WrittenSettings written;
  auto reading = settings::read(documents, setting_fields(written.settings), settings::Strange::Everywhere);
  Together(reading, written.settings).check();
  written.values = std::move(reading.values);
  written.mistakes = std::move(reading.mistakes);
  return written;
}

SettingsMistakes in_words(const content::Findings& findings) {
  SettingsMistakes mistakes;
  for (const auto& finding : findings) mistakes.push_back(finding.text());
  return mistakes;
}

constexpr std::string_view kept_note =
    "# Written by wijkvenster: the settings that were last right, all layers in one. Changes here are "
    "lost.\n";

}  // namespace

WrittenSettings read_settings(const base::Files& files, const std::filesystem::path& file,
                              const std::filesystem::path& shown_as) {
  auto layers = settings::read_layers(files, file, shown_as);
  auto written = settle(layers.documents);
  written.mistakes.insert(written.mistakes.begin(), layers.mistakes.begin(), layers.mistakes.end());
  for (const auto& document : layers.documents) written.files.push_back(document.file);
  written.bytes = std::move(layers.bytes);
  written.missing = layers.missing;
  return written;
}

std::expected<Settings, SettingsMistakes> read_settings(std::string_view toml, std::string_view file_name) {
  const auto document = settings::read_document(toml, std::string(file_name));
  if (!document) return std::unexpected(in_words({document.error()}));
  auto written = settle({&*document, 1});
  if (!written.mistakes.empty()) return std::unexpected(in_words(written.mistakes));
  return std::move(written.settings);
}

LoadedSettings load_settings(base::Files& files, const std::filesystem::path& file,
                             const std::filesystem::path& last_good) {
  auto written = read_settings(files, file, file.filename());
  LoadedSettings loaded;
  loaded.bytes = std::move(written.bytes);
  if (!written.mistakes.empty()) {
    loaded.mistakes = in_words(written.mistakes);
    written = read_settings(files, last_good, last_good.filename());
    loaded.is_last_good = !written.missing && written.mistakes.empty();
    if (!loaded.is_last_good) return loaded;
  } else if (!written.missing) {
    const auto text = std::string(kept_note) + content::write_toml(settings::merged(written.values));
    const auto kept = files.read(last_good);
    // Without the copy the kiosk works just as well today; the next mistake would fall back further.
    if (!kept || base::as_text(*kept) != text) (void)files.write(last_good, base::as_bytes(text));
  }
  loaded.settings = std::move(written.settings);
  loaded.values = std::move(written.values);
  return loaded;
}

std::vector<std::string> keep_until_restart(LoadedSettings& newer, const LoadedSettings& begun) {
  std::vector<std::string> waiting;
  Settings untouched;  // fields over `newer` would take its values for the standard ones
  const auto standard = setting_fields(untouched), fields = setting_fields(newer.settings);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].change != settings::Field::Change::Restart) continue;
    const auto value = [&](const LoadedSettings& of) {
      const auto found = of.values.find(fields[i].path);
      return found == of.values.end() ? standard[i].standard : found->second.json;
    };
    if (value(newer) == value(begun)) continue;
    (void)fields[i].take(value(begun));
    waiting.push_back(fields[i].path);
  }
  return waiting;
}

}  // namespace wv::app
