// The kiosk's settings: one TOML file that people write, checked completely before any of it is believed.
#pragma once

#include <chrono>
#include <expected>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/app/choices.h"
#include "kiosk/care/light.h"
#include "sync/base/world.h"
#include "sync/model/opening.h"
#include "sync/settings/connection.h"
#include "sync/settings/reader.h"

namespace wv::app {

// What every key means, its unit and its range: config/kiosk.toml and config/instellingen.schema.json.
struct Settings {
  struct Place {
    std::string name = "Wijkpunt";  // plek.naam
    model::AreaId area;             // plek.gebied
    model::PlaceId place;           // plek.plek: whose opening hours; empty: the first place of the area
  } place;
  struct Panel {  // scherm
    int width_mm = 268, height_mm = 476;
    int above_floor_mm = 800;  // lower edge of the picture above the floor
    bool motion = true;        // beweging: menus rise to their place
    enum class Stand { Standing, Lying } stand = Stand::Standing;  // stand: how the picture hangs
  } panel;
  care::LightRules light;         // scherm
  model::Schedule hours;          // openingstijden, gesloten: over those of the place in the content
  struct Sound {                  // geluid
    int volume = 3, loudest = 5;  // sterkte, sterkte_hoogste: 1–5
    enum class Headphones { AsPluggedIn, Always, Never } headphones = Headphones::AsPluggedIn;  // koptelefoon
  } sound;
  struct Themes {             // thema: token files of the municipality; empty: the kiosk's own
    std::string light, dark;  // licht, donker
  } themes;
  std::vector<model::Lang> languages = {"nl", "en"};  // talen; first is the default
  std::chrono::seconds idle{120};                     // rust_na_s, 60–300
  std::string pin_hash;                               // empty: the staff door stays shut
  std::string help_phone;                             // telefoon_hulp: who visitors call
  struct Helpdesk {           // dienst: who staff call when the kiosk fails; empty: nobody was named
    std::string name, phone;  // naam, telefoon
  } helpdesk;
  settings::Connection central;  // centraal
};

// Every key there is; they write into `settings`, which must outlive them.
settings::Fields setting_fields(Settings& settings);

// Every mistake at once, each as "file:line: key: message with what to do".
using SettingsMistakes = std::vector<std::string>;

// What files say, whether it is right or not.
struct WrittenSettings {
  Settings settings;                              // only to be believed without mistakes
  std::map<std::string, settings::Value> values;  // what was written and where, by key: "scherm.breedte_mm"
  content::Findings mistakes;
  std::vector<std::string> files;  // the most general first
  std::vector<base::Bytes> bytes;  // of the files, to see whether they changed
  bool missing = false;            // there is no file, which is no mistake
};
// `file` with the layers that it names. Findings call it `shown_as`.
WrittenSettings read_settings(const base::Files& files, const std::filesystem::path& file,
                              const std::filesystem::path& shown_as);
// One text that names no layers.
std::expected<Settings, SettingsMistakes> read_settings(std::string_view toml, std::string_view file_name);

struct LoadedSettings {
  Settings settings;
  SettingsMistakes mistakes;          // why `file` was not believed; for the staff screen and the log
  bool is_last_good = false;          // the settings are an older, good version of the file
  std::vector<std::string> unusable;  // what they name and was refused until a restart: a theme, say
  std::map<std::string, settings::Value> values;   // what was written or chosen, and counts
  std::map<std::string, settings::Value> written;  // without what was chosen
  std::vector<base::Bytes> bytes;                  // of the files as they are now, right or wrong
  Choices choices;                                 // as they were given
  std::vector<std::string> refused;                // keys of choices that do not go with the rest
};
// The last settings that were right, in the state folder.
inline std::filesystem::path last_good_file(const std::filesystem::path& state) {
  return state / "instellingen.goed.toml";
}
// Reads `file` and its layers; when they are not right, `last_good`, and without it the defaults. No file at
// all gives the defaults without mistakes. `choices` stand over all of them.
LoadedSettings settings_that_count(const base::Files& files, const std::filesystem::path& file,
                                   const std::filesystem::path& last_good, const Choices& choices = {});
// The same, and what right files come to is kept as `last_good`, in one file. That one is the screen's:
// whoever runs as somebody else only asks what counts.
LoadedSettings load_settings(base::Files& files, const std::filesystem::path& file,
                             const std::filesystem::path& last_good, const Choices& choices = {});

// What counts for `field` by these values: as written, or the standard.
const base::Json& value_of(const settings::Field& field,
                           const std::map<std::string, settings::Value>& values);

// What counts from now on when `newer` was read while a program runs that began with `begun`: keys that need
// a restart stay as they were at the beginning. The names of those that differ.
std::vector<std::string> keep_until_restart(LoadedSettings& newer, const LoadedSettings& begun);

}  // namespace wv::app
