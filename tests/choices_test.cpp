// What staff choose on the screen stands over the files, until the files say something else.
#include "kiosk/app/settings.h"
#include "sync/edge/disk.h"
#include "tests/support/catch.h"
#include "tests/support/world.h"

using namespace wv;
using app::Choices;
using base::Json;

namespace {

class Files {
 public:
  app::LoadedSettings load(const std::string& toml, const Choices& choices) {
    REQUIRE(disk.write(path("kiosk.toml"), base::as_bytes(toml)));
    return app::load_settings(disk, path("kiosk.toml"), path("goed.toml"), choices);
  }
  std::filesystem::path path(const char* name) const { return folder.path() / name; }
  edge::Disk disk;

 private:
  test::TemporaryFolder folder;
};

}  // namespace

TEST_CASE("a choice stands over the files, and a file that was changed since stands over the choice") {
  Files files;
  const Choices choices = {{"rust_na_s", {90, 120}}, {"scherm.helderheid", {60, 80}}};
  auto loaded = files.load("rust_na_s = 120\n[scherm]\nhelderheid = 80\n", choices);
  CHECK(loaded.mistakes.empty());
  CHECK(loaded.settings.idle == std::chrono::seconds(90));
  CHECK(loaded.settings.light.open == 60);
  CHECK(loaded.choices == choices);
  loaded = files.load("rust_na_s = 200\n[scherm]\nhelderheid = 80\n", choices);
  CHECK(loaded.settings.idle == std::chrono::seconds(200));
  CHECK(loaded.settings.light.open == 60);
  // What nobody wrote has the standard value, and a choice instead of that holds too.
  CHECK(files.load("", {{"rust_na_s", {90, 120}}}).settings.idle == std::chrono::seconds(90));
}

TEST_CASE("the last good settings are those of the files, without what was chosen on the screen") {
  Files files;
  (void)files.load("rust_na_s = 120\n", {{"rust_na_s", {90, 120}}});
  const auto loaded = files.load("rust_na_s = 9\n", {});
  CHECK(loaded.is_last_good);
  CHECK(loaded.settings.idle == std::chrono::seconds(120));
}

TEST_CASE("closures that were chosen take the place of those in the files, and all can be removed") {
  Files files;
  const std::string toml = "gesloten = [{ van = 2026-12-25, tot = 2026-12-26 }]\n";
  const Json written = Json::Array{Json::object({{"van", "2026-12-25"}, {"tot", "2026-12-26"}})};
  const Json chosen = Json::Array{Json::object({{"van", "2027-01-01"}, {"tot", "2027-01-01"}})};
  auto loaded = files.load(toml, {{"gesloten", {chosen, written}}});
  REQUIRE(loaded.settings.hours.closures.size() == 1);
  CHECK(base::to_iso_day(loaded.settings.hours.closures.front().from) == "2027-01-01");
  loaded = files.load(toml, {{"gesloten", {Json::array(), written}}});
  CHECK(loaded.settings.hours.closures.empty());
}

TEST_CASE("a choice that does not go with the rest gives way, and the others go on counting") {
  Files files;
  const std::string toml = "[scherm]\nhelderheid = 50\nhelderheid_gedimd = 20\n";
  const auto loaded = files.load(toml, {{"scherm.helderheid_gedimd", {60, 20}}, {"rust_na_s", {90, 120}}});
  CHECK(loaded.mistakes.empty());
  CHECK(loaded.settings.light.closed == 20);
  CHECK(loaded.settings.idle == std::chrono::seconds(90));
  CHECK(loaded.refused == std::vector<std::string>{"scherm.helderheid_gedimd"});
}

TEST_CASE("a picture that is turned needs all three of its choices") {
  Files files;
  const std::string toml = "[scherm]\nbreedte_mm = 268\nhoogte_mm = 476\nstand = \"staand\"\n";
  const Choices turned = {{"scherm.stand", {"liggend", "staand"}},
                          {"scherm.breedte_mm", {476, 268}},
                          {"scherm.hoogte_mm", {268, 476}}};
  CHECK(files.load(toml, turned).settings.panel.stand == app::Settings::Panel::Stand::Lying);
  const auto half = files.load(toml, {{"scherm.stand", {"liggend", "staand"}}});
  CHECK(half.settings.panel.stand == app::Settings::Panel::Stand::Standing);
  CHECK(half.refused == std::vector<std::string>{"scherm.stand"});
}

TEST_CASE("choices are read back as they were written, and a damaged file is no choice") {
  Files files;
  const auto file = app::choices_file(files.path("."));
  CHECK(app::read_choices(files.disk, file)->empty());
  const Choices choices = {{"talen", {Json::Array{"nl", "tr"}, Json::Array{"nl", "en"}}},
                           {"rust_na_s", {90, 120}}};
  REQUIRE(app::write_choices(files.disk, file, choices));
  CHECK(app::read_choices(files.disk, file) == choices);
  for (const std::string text : {"", "[]", "{", R"({"rust_na_s":90})", R"({"rust_na_s":{"gekozen":90}})"}) {
    INFO(text);
    REQUIRE(files.disk.write(file, base::as_bytes(text)));
    CHECK_FALSE(app::read_choices(files.disk, file));
  }
  // What no key is, or has a value that no key takes, changes nothing.
  const auto loaded = files.load("", {{"onzin", {1, nullptr}}, {"rust_na_s", {"lang", 120}}});
  CHECK(loaded.mistakes.empty());
  CHECK(loaded.settings.idle == std::chrono::seconds(120));
  CHECK(loaded.refused == std::vector<std::string>{"rust_na_s"});
}
