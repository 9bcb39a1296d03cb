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
  const auto settings = read_settings(test::read_source("config/kiosk.toml"), "kiosk.toml");
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

TEST_CASE("an unknown key is named with its line and what was probably meant, or what exists") {
  CHECK(mistakes("talen = [\"nl\"]\nrust = 90\n") ==
        Mistakes{"kiosk.toml:2: rust: this key does not exist; did you mean \"rust_na_s\"?"});
  CHECK(mistakes("[gelud]\nsterkte = 3\n") ==
        Mistakes{"kiosk.toml:1: gelud: this key does not exist; did you mean \"geluid\"?"});
  CHECK(mistakes("[centraal]\nulr = \"x\"\n") ==
        Mistakes{"kiosk.toml:2: centraal.ulr: this key does not exist; did you mean \"url\"?"});
  CHECK(mistakes("[plek]\nstraat = \"x\"\n") ==
        Mistakes{"kiosk.toml:2: plek.straat: this key does not exist; known here: gebied, naam, plek"});
}

TEST_CASE("a key in the wrong table is sent to its own") {
  CHECK(mistakes("sterkte = 3\n") == Mistakes{"kiosk.toml:1: sterkte: this key belongs in [geluid]"});
  CHECK(mistakes("[scherm]\nhoogte_mm = 476\nrust_na_s = 90\n") ==
        Mistakes{"kiosk.toml:3: scherm.rust_na_s: this key belongs at the top of the file, in front of the "
                 "first [table]"});
  CHECK(mistakes("\"scherm.hoogte_mm\" = 400\n").size() == 1);
}

TEST_CASE("every wrong type and range says what would be right") {
  const std::pair<std::string, std::string> wrong[] = {
      {"rust_na_s = \"90\"", "kiosk.toml:1: rust_na_s: must be a whole number of seconds"},
      {"rust_na_s = 30", "kiosk.toml:1: rust_na_s: must be from 60 to 300 seconds"},
      {"rust_na_s = 90.5", "kiosk.toml:1: rust_na_s: must be a whole number of seconds"},
      {"plek = \"noord\"", "kiosk.toml:1: plek: must be a table: [plek]"},
      {"[plek]\ngebied = \"Noord\"",
       "kiosk.toml:2: plek.gebied: must be an id of small letters, digits and hyphens, such as \"noord\""},
      {"[plek]\nnaam = \"  \"", "kiosk.toml:2: plek.naam: must not be empty"},
      {"[plek]\nnaam = 5", "kiosk.toml:2: plek.naam: must be a text between quotes"},
      {"[scherm]\nbreedte_mm = 10", "kiosk.toml:2: scherm.breedte_mm: must be from 80 to 3000 mm"},
      {"[scherm]\nbeweging = 1", "kiosk.toml:2: scherm.beweging: must be true or false"},
      {"[geluid]\nsterkte = 6", "kiosk.toml:2: geluid.sterkte: must be from 1 to 5 (1 is soft)"},
      {"[geluid]\nkoptelefoon = \"ja\"",
       "kiosk.toml:2: geluid.koptelefoon: must be one of \"aansluiting\", \"altijd\", \"nooit\""},
      {"[thema]\nlicht = 1", "kiosk.toml:2: thema.licht: must be a text between quotes"},
      {"talen = []", "kiosk.toml:1: talen: must be a list such as [\"nl\", \"en\"]"},
      {"talen = [\"nl\", \"nl\"]",
       "kiosk.toml:1: talen[1]: must be one of \"nl\", \"en\", \"tr\", \"pl\", \"uk\", \"ar\", \"pap\", "
       "\"ti\", and "
       "only once"},
      {"pin_hash = \"2580\"",
       "kiosk.toml:1: pin_hash: must be a hash that begins with $argon2id$; make one with: wijkvenster "
       "--hash-pin"},
      {"[centraal]\nurl = \"http://127.0.0.1.example.org/\"",
       "kiosk.toml:2: centraal.url: must begin with https:// (http:// only for 127.0.0.1, localhost or "
       "[::1])"},
      {"[centraal]\nwortel_sha256 = \"abc\"",
       "kiosk.toml:2: centraal.wortel_sha256: must be the 64 hexadecimal digits of a SHA-256"},
  };
  for (const auto& [toml, message] : wrong) {
    INFO(toml);
    CHECK(mistakes(toml) == Mistakes{message});
  }
}

TEST_CASE("loopback may be plain http, with or without a port") {
  for (const std::string url : {"http://127.0.0.1:8080/kiosk/v1", "http://localhost/kiosk/v1",
                                "http://[::1]:9", "https://x.example/kiosk/v1"}) {
    INFO(url);
    CHECK(mistakes("[centraal]\nurl = \"" + url + "\"") == Mistakes{});
  }
}

TEST_CASE("all mistakes are told at once") {
  CHECK(mistakes("rust_na_s = 5\nfoo = 1\n[scherm]\nhoogte_mm = true\n").size() == 3);
}

TEST_CASE("a file that is no TOML says on which line it stops making sense") {
  const auto found = mistakes("talen = [\"nl\"]\nrust_na_s = = 3\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].starts_with("kiosk.toml:2: this is no TOML: "));
  CHECK_FALSE(mistakes("naam = \"\xff\xfe\"").empty());
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
[toetsenbord]
usb = "open"
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
  CHECK(settings->light.after_hours == app::Settings::Light::AfterHours::Off);
  CHECK(settings->panel.stand == app::Settings::Panel::Stand::Lying);
  CHECK(settings->helpdesk.phone == "013 000 00 00");
  CHECK(settings->usb_keyboards == app::Settings::Keyboards::Welcome);
}
