// Settings in layers: which one counts, what is kept of them, and what the courier reads of them.
#include <fstream>

#include "kiosk/app/settings.h"
#include "kiosk/app/settings_summary.h"
#include "sync/edge/disk.h"
#include "tests/support/catch.h"
#include "tests/support/files.h"
#include "tests/support/world.h"

using namespace wv;
using app::load_settings;
using settings::Origin;

namespace {

struct Desk {
  void write(const std::filesystem::path& name, std::string_view text) const {
    std::filesystem::create_directories((folder.path() / name).parent_path());
    std::ofstream(folder.path() / name) << text;
  }
  std::filesystem::path path(const std::filesystem::path& name) const { return folder.path() / name; }
  app::WrittenSettings read() const { return app::read_settings(disk, path("kiosk.toml"), "kiosk.toml"); }
  app::LoadedSettings load() { return load_settings(disk, path("kiosk.toml"), path("goed.toml")); }

  test::TemporaryFolder folder;
  edge::Disk disk;
};

struct KioskInLayers : Desk {
  KioskInLayers() {
    write("gemeente.toml", R"(talen = ["nl", "en", "tr"]
rust_na_s = 120
[scherm]
helderheid = 90
helderheid_gedimd = 15
[openingstijden]
ma = ["09:00-17:00"]
di = ["09:00-17:00"]
[[gesloten]]
van = 2026-12-25
tot = 2026-12-26
reden = "Kerst"
)");
    write("plekken/noord.toml", R"(rust_na_s = 180
[plek]
naam = "Wijkpunt Noord"
[openingstijden]
di = []
[[gesloten]]
van = 2027-02-15
)");
    write("kiosk.toml", R"(lagen = ["gemeente.toml", "plekken/noord.toml"]
talen = ["nl"]
[scherm]
helderheid = 100
)");
  }
};

}  // namespace

TEST_CASE("a later layer stands over an earlier one, key by key") {
  const KioskInLayers desk;
  const auto written = desk.read();
  REQUIRE(written.mistakes.empty());
  const auto& settings = written.settings;
  CHECK(settings.languages == std::vector<model::Lang>{"nl"});
  CHECK(settings.idle == std::chrono::seconds(180));
  CHECK(settings.light.open == 100);
  CHECK(settings.light.closed == 15);
  CHECK(settings.place.name == "Wijkpunt Noord");
  CHECK(written.values.at("rust_na_s").from == std::vector{Origin{"plekken/noord.toml", 1}});
  CHECK(written.values.at("scherm.helderheid").from == std::vector{Origin{"kiosk.toml", 4}});
  CHECK(written.values.at("scherm.helderheid_gedimd").from == std::vector{Origin{"gemeente.toml", 5}});
}

TEST_CASE("days of the week come from the layer that wrote them last") {
  const auto hours = KioskInLayers().read().settings.hours;
  REQUIRE(hours.week[0]);
  CHECK(hours.week[0]->size() == 1);
  REQUIRE(hours.week[1]);
  CHECK(hours.week[1]->empty());
  CHECK_FALSE(hours.week[2]);
}

TEST_CASE("closures of all layers count, until a layer begins anew with an empty list") {
  const KioskInLayers desk;
  auto written = desk.read();
  REQUIRE(written.settings.hours.closures.size() == 2);
  CHECK(written.settings.hours.closures[0].reason == "Kerst");
  CHECK(written.values.at("gesloten").from ==
        std::vector{Origin{"gemeente.toml", 9}, Origin{"plekken/noord.toml", 6}});
  desk.write("kiosk.toml", "lagen = [\"gemeente.toml\", \"plekken/noord.toml\"]\ngesloten = []\n");
  written = desk.read();
  CHECK(written.mistakes.empty());
  CHECK(written.settings.hours.closures.empty());
}

TEST_CASE("what is kept as last good comes to the same as the layers, in one file") {
  KioskInLayers desk;
  const auto loaded = desk.load();
  REQUIRE(loaded.mistakes.empty());
  const auto kept = app::read_settings(desk.disk, desk.path("goed.toml"), "goed.toml");
  REQUIRE(kept.mistakes.empty());
  CHECK(kept.files == std::vector<std::string>{"goed.toml"});
  REQUIRE(kept.values.size() == loaded.values.size());
  for (const auto& [key, value] : loaded.values) {
    INFO(key);
    CHECK(kept.values.at(key).json == value.json);
  }
  CHECK(kept.settings.hours.closures == loaded.settings.hours.closures);
}

TEST_CASE("a layer that is gone leaves the kiosk on what was right, and says which one") {
  KioskInLayers desk;
  desk.load();
  std::filesystem::remove(desk.path("gemeente.toml"));
  auto loaded = desk.load();
  CHECK(loaded.is_last_good);
  CHECK(loaded.settings.light.closed == 15);
  CHECK(loaded.mistakes ==
        app::SettingsMistakes{"kiosk.toml:1: lagen[0]: there is no file \"gemeente.toml\"; the "
                              "name counts from the folder of this file"});
  desk.write("gemeente.toml", "rust_na_s = 60\n");
  loaded = desk.load();
  CHECK(loaded.mistakes.empty());
  CHECK(loaded.settings.light.closed == 20);
}

TEST_CASE("a last good that is damaged as well leaves the standard values, not half of it") {
  KioskInLayers desk;
  desk.load();
  desk.write("kiosk.toml", "rust_na_s = 1\n");
  desk.write("goed.toml", "rust_na_s = 90\nfoo = 1\n");
  const auto loaded = desk.load();
  CHECK_FALSE(loaded.is_last_good);
  CHECK(loaded.settings.idle == std::chrono::seconds(120));
  CHECK(loaded.values.empty());
}

TEST_CASE("what needs a restart stays as it began, and is named until it is as it was") {
  KioskInLayers desk;
  desk.write("kiosk.toml", "[plek]\ngebied = \"noord\"\nnaam = \"Oud\"\n");
  const auto begun = desk.load();
  desk.write(
      "kiosk.toml",
      "[plek]\ngebied = \"west\"\nnaam = \"Nieuw\"\n[centraal]\nurl = \"https://c.example/kiosk/v1\"\n");
  auto newer = desk.load();
  CHECK(keep_until_restart(newer, begun) == std::vector<std::string>{"plek.gebied", "centraal.url"});
  CHECK(newer.settings.place.area == model::AreaId{"noord"});
  CHECK(newer.settings.place.name == "Nieuw");
  CHECK(newer.settings.central.url.empty());
  desk.write("kiosk.toml", "[plek]\ngebied = \"noord\"\nnaam = \"Nieuwer\"\n");
  newer = desk.load();
  CHECK(keep_until_restart(newer, begun).empty());
}

TEST_CASE(
    "the courier reads its own table through the layers and leaves the screen's mistakes to the screen") {
  Desk desk;
  desk.write("gemeente.toml", "[centraal]\nurl = \"https://c.example/kiosk/v1\"\n[gelud]\nsterkte = 1\n");
  desk.write("kiosk.toml", "lagen = [\"gemeente.toml\"]\nfoo = 1\n[centraal]\nwortel_sha256 = \"" +
                               std::string(64, 'a') + "\"\n");
  const auto found = settings::read_connection(desk.disk, desk.path("kiosk.toml"), "kiosk.toml");
  CHECK(found.mistakes.empty());
  CHECK(found.connection.url == "https://c.example/kiosk/v1");
  CHECK(found.connection.root_sha256 == std::string(64, 'a'));
  CHECK(settings::read_connection(desk.disk, desk.path("niets.toml"), "niets.toml").missing);
}

TEST_CASE("a mistake of the courier's own is named as the screen names it") {
  Desk desk;
  const std::pair<std::string, std::string> wrong[] = {
      {"[centraal]\nurl = 5\n", "kiosk.toml:2: centraal.url: must be a text between quotes"},
      {"[centraal]\n\nulr = \"x\"\n",
       "kiosk.toml:3: centraal.ulr: this key does not exist; did you mean \"url\"?"},
      {"[centraal]\nwortel_sha256 = \"abc\"\n",
       "kiosk.toml:2: centraal.wortel_sha256: must be the 64 hexadecimal digits of a SHA-256"},
      {"centraal = 1\n", "kiosk.toml:1: centraal: must be a table: [centraal]"},
  };
  for (const auto& [toml, message] : wrong) {
    INFO(toml);
    desk.write("kiosk.toml", toml);
    const auto found = settings::read_connection(desk.disk, desk.path("kiosk.toml"), "kiosk.toml");
    REQUIRE(found.mistakes.size() == 1);
    CHECK(found.mistakes[0].text() == message);
    const auto screen = desk.read();
    REQUIRE(screen.mistakes.size() == 1);
    CHECK(screen.mistakes[0].text() == message);
  }
}

TEST_CASE("at night the courier goes on with the address that was last right") {
  Desk desk;
  desk.write("kiosk.toml", "[centraal]\nurl = \"https://c.example/kiosk/v1\"\n");
  desk.load();
  desk.write("kiosk.toml", "[centraal]\nurl = \"ftp://c.example\"\n");
  auto found =
      settings::read_connection_or_last_good(desk.disk, desk.path("kiosk.toml"), desk.path("goed.toml"));
  CHECK(found.is_last_good);
  CHECK(found.mistakes.size() == 1);
  CHECK(found.connection.url == "https://c.example/kiosk/v1");
  std::filesystem::remove(desk.path("goed.toml"));
  found = settings::read_connection_or_last_good(desk.disk, desk.path("kiosk.toml"), desk.path("goed.toml"));
  CHECK_FALSE(found.is_last_good);
  CHECK(found.mistakes.size() == 1);
}

TEST_CASE("a summary says of every key what counts and where it was written, and nobody's PIN") {
  KioskInLayers desk;
  desk.write("gemeente.toml", "pin_hash = \"$argon2id$v=19$m=65536,t=3,p=1$zout$hash\"\n");
  const auto written = desk.read();
  const auto text = app::settings_for_people("kiosk.toml", written);
  CHECK(
      text.starts_with("kiosk.toml: all right; layers, later ones stand over earlier ones: gemeente.toml, "
                       "plekken/noord.toml\n"));
  CHECK(text.find("argon2") == std::string::npos);
  const auto json = app::settings_as_json("kiosk.toml", written);
  CHECK(*json.find("ok")->boolean());
  CHECK(base::to_text(json).find("argon2") == std::string::npos);
  app::Settings standard;
  CHECK(json.find("keys")->items()->size() == setting_fields(standard).size());
  for (const auto& key : *json.find("keys")->items()) {
    INFO(base::to_text(key));
    CHECK(text.find("\n" + std::string(key.text_or("key", "?")) + " ") != std::string::npos);
    CHECK(key.text_or("unit", "none") != "");
    if (key.text_or("key", "") != "rust_na_s") continue;
    CHECK(base::to_text(key) ==
          "{\"key\":\"rust_na_s\",\"value\":180,\"unit\":\"seconds\",\"from\":[{\"file\":"
          "\"plekken/noord.toml\",\"line\":1}],\"restart\":false}");
  }
}

TEST_CASE("with a mistake nothing counts, and the mistakes are for programs too") {
  Desk desk;
  desk.write("kiosk.toml", "rust_na_s = 5\n");
  const auto json = app::settings_as_json("kiosk.toml", desk.read());
  CHECK(
      base::to_text(json) ==
      "{\"file\":\"kiosk.toml\",\"ok\":false,\"files\":[\"kiosk.toml\"],\"keys\":[],\"mistakes\":[{\"file\":"
      "\"kiosk.toml\",\"line\":1,\"key\":\"rust_na_s\",\"message\":\"must be from 60 to 300 seconds\"}]}");
}

TEST_CASE("every area has an example, of a place that its content knows") {
  const auto config = std::filesystem::path(WV_SOURCE_DIR) / "config";
  const std::pair<std::string, std::string> examples[] = {
      {"binnenstad", "wijkpunt-binnenstad"}, {"dorpen", "dorpspunt-berkel-enschot"},
      {"noord", "wijkpunt-noord"},           {"oud-noord", "wijkpunt-de-rode-deur"},
      {"reeshof", "wijkpunt-reeshof"},       {"west", "wijkpunt-west"},
      {"zuid-oost", "wijkpunt-het-lokaal"},  {"zuid", "wijkpunt-zuid"}};
  Desk desk;
  for (const auto& [area, place] : examples) {
    INFO(area << " " << place);
    desk.write("kiosk.toml", "lagen = [\"" + (config / "gemeente.toml").string() + "\", \"" +
                                 (config / "gebieden" / (area + ".toml")).string() + "\", \"" +
                                 (config / "plekken" / (place + ".toml")).string() + "\"]\n");
    const auto written = desk.read();
    for (const auto& mistake : written.mistakes) FAIL_CHECK(mistake.text());
    CHECK(written.settings.place.area.value == area);
    const auto content =
        content::read_toml(area, test::read_source("assets/content/tilburg/gebieden/" + area + ".toml"));
    REQUIRE(content);
    bool known = false;
    for (const auto& one : *content->json.find("plekken")->items())
      known |= one.text_or("id", "") == written.settings.place.place.value &&
               one.find("naam")->text_or("nl", "") == written.settings.place.name;
    CHECK(known);
  }
  const auto kiosk = app::read_settings(desk.disk, config / "kiosk.toml", "kiosk.toml");
  CHECK(kiosk.mistakes.empty());
  CHECK(kiosk.files.size() == 4);
  CHECK(kiosk.settings.panel.above_floor_mm == 820);
}
