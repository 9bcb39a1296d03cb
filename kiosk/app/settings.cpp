// Reads the settings, checks what depends on more than one key, and remembers the last that were right.
#include "kiosk/app/settings.h"

#include <algorithm>

#include "sync/base/files.h"
#include "sync/settings/layers.h"
#include "sync/settings/reader.h"

namespace wv::app {
namespace {

// What one key says about another. Only where it was written: what was left out gives way by itself.
class Together {
 public:
  Together(settings::Reading& reading, Settings& settings) : reading_(reading), settings_(settings) {}

  void check() {
    at_most("geluid.sterkte", settings_.sound.volume, "sterkte_hoogste", settings_.sound.loudest);
    at_most("scherm.helderheid_gedimd", settings_.light.closed, "helderheid", settings_.light.open);
    stand();
  }

 private:
  bool written(const std::string& path) const { return reading_.values.contains(path); }
  void say(const std::string& path, const std::string& message) {
    const auto at = reading_.origin(path, "");
    reading_.mistakes.push_back({at.file, at.line, path, message});
  }

  // A value that is more than its limit is lowered to it, and a mistake when somebody wrote it.
  void at_most(const std::string& path, int& value, const std::string& limit_name, int limit) {
    if (value <= limit) return;
    if (written(path))
      say(path, "must not be more than " + limit_name + ", which is " + std::to_string(limit));
    value = limit;
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

LoadedSettings settings_that_count(const base::Files& files, const std::filesystem::path& file,
                                   const std::filesystem::path& last_good) {
  auto written = read_settings(files, file, file.filename());
  LoadedSettings loaded;
  loaded.bytes = std::move(written.bytes);
  if (!written.mistakes.empty()) {
    loaded.mistakes = in_words(written.mistakes);
    written = read_settings(files, last_good, last_good.filename());
    loaded.is_last_good = !written.missing && written.mistakes.empty();
    if (!loaded.is_last_good) return loaded;
  }
  loaded.settings = std::move(written.settings);
  loaded.values = std::move(written.values);
  return loaded;
}

LoadedSettings load_settings(base::Files& files, const std::filesystem::path& file,
                             const std::filesystem::path& last_good) {
  auto loaded = settings_that_count(files, file, last_good);
  const bool right = loaded.mistakes.empty() && !loaded.bytes.empty();  // no bytes: there is no file
  if (!right) return loaded;
  const auto text = std::string(kept_note) + content::write_toml(settings::merged(loaded.values));
  // Without the copy the kiosk works just as well today; the next mistake would fall back further.
  (void)base::write_if_different(files, last_good, base::as_bytes(text));
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
