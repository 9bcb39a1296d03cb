// Settings with mistakes: each is named with file, line and key, and the kiosk goes on with what was right.
#include "kiosk/app/settings.h"

#include <fstream>

#include "sync/edge/disk.h"
#include "tests/support/catch.h"
#include "tests/support/files.h"
#include "tests/support/world.h"

using namespace wv;
using app::load_settings;
using app::read_settings;
using Mistakes = app::SettingsMistakes;

namespace {

Mistakes mistakes(std::string_view toml) {
  const auto read = read_settings(toml, "kiosk.toml");
  return read ? Mistakes{} : read.error();
}

void write(const std::filesystem::path& file, std::string_view text) {
  std::ofstream(file) << text;
}

}  // namespace

TEST_CASE("the documented example is right and says what it seems to say") {
  const auto settings = read_settings(test::read_source("config/alle-sleutels.toml"), "alle-sleutels.toml");
  REQUIRE(settings);
  CHECK(settings->place.name == "Wijkpunt Noord");
  CHECK(settings->place.area == model::AreaId{"noord"});
  CHECK(settings->panel.width_mm == 268);
  CHECK(settings->panel.above_floor_mm == 800);
  CHECK(settings->sound.loudest == 5);
  CHECK(settings->sound.headphones == app::Settings::Sound::Headphones::AsPluggedIn);
  CHECK(settings->idle == std::chrono::seconds(120));
  CHECK(settings->languages == std::vector<model::Lang>{"nl", "en", "tr", "pl", "uk", "ar", "pap", "ti"});
  CHECK(settings->central.url == "https://centraal.example.org/kiosk/v1");
}

TEST_CASE("an empty file gives the defaults") {
  const auto settings = read_settings("", "kiosk.toml");
  REQUIRE(settings);
  CHECK(settings->idle == std::chrono::seconds(120));
  CHECK(settings->pin_hash.empty());
}

TEST_CASE("loopback may be plain http, with or without a port") {
  for (const std::string url : {"http://127.0.0.1:8080/kiosk/v1", "http://localhost/kiosk/v1",
                                "http://[::1]:9", "https://x.example/kiosk/v1"}) {
    INFO(url);
    CHECK(mistakes("[centraal]\nurl = \"" + url + "\"") == Mistakes{});
  }
}

TEST_CASE("a mistake starts the kiosk on its last good settings and says so") {
  test::TemporaryFolder folder;
  edge::Disk disk;
  const auto file = folder.path() / "instellingen.toml", good = folder.path() / "instellingen.goed.toml";
  write(file, "rust_na_s = 90\n");
  auto loaded = load_settings(disk, file, good);
  CHECK(loaded.mistakes.empty());
  CHECK(loaded.settings.idle == std::chrono::seconds(90));

  write(file, "rust_na_s = 9\n");
  loaded = load_settings(disk, file, good);
  CHECK(loaded.is_last_good);
  CHECK(loaded.settings.idle == std::chrono::seconds(90));
  REQUIRE(loaded.mistakes.size() == 1);
  CHECK(loaded.mistakes[0] == "instellingen.toml:1: rust_na_s: must be from 60 to 300 seconds");

  write(file, "rust_na_s = 200\n");  // mended
  loaded = load_settings(disk, file, good);
  CHECK(loaded.mistakes.empty());
  CHECK(loaded.settings.idle == std::chrono::seconds(200));
}

TEST_CASE("a mistake at the very first start gives the defaults, and no file at all is fine") {
  test::TemporaryFolder folder;
  edge::Disk disk;
  const auto file = folder.path() / "instellingen.toml", good = folder.path() / "instellingen.goed.toml";
  auto loaded = load_settings(disk, file, good);
  CHECK(loaded.mistakes.empty());
  write(file, "x = 1\n");
  loaded = load_settings(disk, file, good);
  CHECK_FALSE(loaded.is_last_good);
  CHECK(loaded.mistakes.size() == 1);
  CHECK(loaded.settings.idle == std::chrono::seconds(120));
}

TEST_CASE("hours, closures, light and the helpdesk of a kiosk are values") {
  const auto settings = read_settings(R"(
gesloten = [{ van = 2026-12-25, tot = 2026-12-26, reden = "Kerst" }, { van = 2027-01-01 }]
[openingstijden]
ma = ["09:00-12:30", "13:30-17:00"]
zo = []
[scherm]
breedte_mm = 476
hoogte_mm = 268
helderheid = 15
buiten_openingstijd = "uit"
[dienst]
naam = "Servicedesk"
telefoon = "013 000 00 00"
)",
                                      "kiosk.toml");
  REQUIRE(settings);
  REQUIRE(settings->hours.week[0]);
  CHECK(settings->hours.week[0]->size() == 2);
  CHECK(model::to_text(settings->hours.week[0]->back()) == "13:30-17:00");
  CHECK_FALSE(settings->hours.week[1]);
  CHECK(settings->hours.week[6]->empty());
  REQUIRE(settings->hours.closures.size() == 2);
  CHECK(settings->hours.closures[0].reason == "Kerst");
  CHECK(base::to_iso_day(settings->hours.closures[1].until) == "2027-01-01");
  CHECK(settings->light.closed == 15);  // never lighter than open
  CHECK(settings->light.after_hours == care::LightRules::AfterHours::Off);
  CHECK(settings->panel.stand == app::Settings::Panel::Stand::Lying);
  CHECK(settings->helpdesk.phone == "013 000 00 00");
}
