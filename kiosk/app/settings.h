// The kiosk's settings: one TOML file that people write, checked completely before any of it is believed.
#pragma once

#include <chrono>
#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "sync/base/world.h"
#include "sync/model/content.h"

namespace wv::app {

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
  } panel;
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
  std::string help_phone;                             // telefoon_hulp
  struct Central {
    std::string url;          // https://…/kiosk/v1, or http:// for loopback
    std::string root_sha256;  // 64 hex digits
    std::string ca_file;      // ca_bestand: certificates to trust instead of the system's
  } central;
};

// Every mistake at once, each as "file:line: key: message with what to do".
using SettingsMistakes = std::vector<std::string>;
std::expected<Settings, SettingsMistakes> read_settings(std::string_view toml, std::string_view file_name);

struct LoadedSettings {
  Settings settings;
  SettingsMistakes mistakes;  // why `file` was not believed; for the staff screen and the log
  bool is_last_good = false;  // the settings are an older, good version of the file
};
// Reads `file`. When it is right a copy is kept as `last_good`; when it is not, that copy is used, and
// without one the defaults. No file at all gives the defaults without mistakes.
LoadedSettings load_settings(base::Files& files, const std::filesystem::path& file,
                             const std::filesystem::path& last_good);

}  // namespace wv::app
