// Reads the settings, checks what depends on more than one key, and remembers the last that were right.
#include "kiosk/app/settings.h"

#include <algorithm>
#include <optional>

#include "sync/base/files.h"
#include "sync/settings/layers.h"
#include "sync/settings/reader.h"

namespace wv::app {
namespace {

using base::Json;

constexpr const char* chosen_here = "keuzes op het scherm";

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

// The choices as one more layer. A list of which layers add up is emptied first: who chooses sees all of it.
std::vector<content::TomlDocument> as_layers(const Choices& choices) {
  Settings untouched;
  std::map<std::string, settings::Value> emptied, chosen;
  for (const auto& field : setting_fields(untouched)) {
    const auto choice = choices.find(field.path);
    if (choice == choices.end()) continue;
    chosen[field.path].json = choice->second.value;
    if (field.layers == settings::Field::Layers::Add) emptied[field.path].json = Json::array();
  }
  std::vector<content::TomlDocument> layers;
  for (const auto& values : {emptied, chosen})
    if (auto read = settings::read_document(content::write_toml(settings::merged(values)), chosen_here))
      layers.push_back(*std::move(read));
  return layers;
}

// Those that were made instead of what the files still say.
Choices that_hold(const Choices& choices, const std::map<std::string, settings::Value>& written) {
  Settings untouched;
  Choices holding;
  for (const auto& field : setting_fields(untouched)) {
    const auto choice = choices.find(field.path);
    if (choice != choices.end() && choice->second.instead_of == value_of(field, written))
      holding.insert(*choice);
  }
  return holding;
}

// What the documents come to with the choices over them; none: nothing was chosen that counts. What is wrong
// with a choice is no mistake of the files: it gives way, and its key goes to `refused`.
std::optional<WrittenSettings> chosen_over(std::vector<content::TomlDocument> documents, Choices choices,
                                           std::vector<std::string>& refused) {
  const auto files = static_cast<std::ptrdiff_t>(documents.size());
  while (!choices.empty()) {
    documents.erase(documents.begin() + files, documents.end());
    for (auto& layer : as_layers(choices)) documents.push_back(std::move(layer));
    auto chosen = settle(documents);
    if (chosen.mistakes.empty()) return chosen;
    const auto before = choices.size();
    for (const auto& mistake : chosen.mistakes) {
      const auto key = mistake.key.substr(0, mistake.key.find('['));
      if (choices.erase(key) > 0) refused.push_back(key);
    }
    if (choices.size() == before) break;  // no single one is at fault
  }
  return std::nullopt;
}

WrittenSettings settle(settings::Layers& layers) {
  auto written = settle(layers.documents);
  written.mistakes.insert(written.mistakes.begin(), layers.mistakes.begin(), layers.mistakes.end());
  for (const auto& document : layers.documents) written.files.push_back(document.file);
  written.bytes = std::move(layers.bytes);
  written.missing = layers.missing;
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

const Json& value_of(const settings::Field& field, const std::map<std::string, settings::Value>& values) {
  const auto found = values.find(field.path);
  return found == values.end() ? field.standard : found->second.json;
}

WrittenSettings read_settings(const base::Files& files, const std::filesystem::path& file,
                              const std::filesystem::path& shown_as) {
  auto layers = settings::read_layers(files, file, shown_as);
  return settle(layers);
}

std::expected<Settings, SettingsMistakes> read_settings(std::string_view toml, std::string_view file_name) {
  const auto document = settings::read_document(toml, std::string(file_name));
  if (!document) return std::unexpected(in_words({document.error()}));
  auto written = settle({&*document, 1});
  if (!written.mistakes.empty()) return std::unexpected(in_words(written.mistakes));
  return std::move(written.settings);
}

LoadedSettings settings_that_count(const base::Files& files, const std::filesystem::path& file,
                                   const std::filesystem::path& last_good, const Choices& choices) {
  auto layers = settings::read_layers(files, file, file.filename());
  auto written = settle(layers);
  LoadedSettings loaded;
  loaded.choices = choices;
  loaded.bytes = std::move(written.bytes);
  if (!written.mistakes.empty()) {
    loaded.mistakes = in_words(written.mistakes);
    layers = settings::read_layers(files, last_good, last_good.filename());
    written = settle(layers);
    loaded.is_last_good = !written.missing && written.mistakes.empty();
    if (!loaded.is_last_good) return loaded;
  }
  loaded.written = std::move(written.values);
  auto chosen = chosen_over(std::move(layers.documents), that_hold(choices, loaded.written), loaded.refused);
  loaded.settings = std::move(chosen ? chosen->settings : written.settings);
  loaded.values = chosen ? std::move(chosen->values) : loaded.written;
  return loaded;
}

LoadedSettings load_settings(base::Files& files, const std::filesystem::path& file,
                             const std::filesystem::path& last_good, const Choices& choices) {
  auto loaded = settings_that_count(files, file, last_good, choices);
  const bool right = loaded.mistakes.empty() && !loaded.bytes.empty();  // no bytes: there is no file
  if (!right) return loaded;
  const auto text = std::string(kept_note) + content::write_toml(settings::merged(loaded.written));
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
    const auto& then = value_of(standard[i], begun.values);
    if (value_of(standard[i], newer.values) == then) continue;
    (void)fields[i].take(then);
    waiting.push_back(fields[i].path);
  }
  return waiting;
}

}  // namespace wv::app
