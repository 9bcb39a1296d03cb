// What is said about each mistake in the settings, word for word, and about files that mean harm.
#include <sys/stat.h>

#include <fstream>

#include "kiosk/app/settings.h"
#include "sync/edge/disk.h"
#include "tests/support/catch.h"
#include "tests/support/files.h"
#include "tests/support/world.h"

using namespace wv;

namespace {

using Mistakes = app::SettingsMistakes;

Mistakes mistakes(std::string_view toml) {
  const auto read = app::read_settings(toml, "kiosk.toml");
  return read ? Mistakes{} : read.error();
}

// A folder with a kiosk.toml that names layers.
class Desk {
 public:
  void write(const std::filesystem::path& name, std::string_view text) {
    std::filesystem::create_directories((folder_.path() / name).parent_path());
    std::ofstream(folder_.path() / name, std::ios::binary) << text;
  }
  std::filesystem::path path(const std::filesystem::path& name) const { return folder_.path() / name; }
  app::WrittenSettings read() const { return app::read_settings(disk_, path("kiosk.toml"), "kiosk.toml"); }
  Mistakes mistakes() const {
    Mistakes all;
    for (const auto& mistake : read().mistakes) all.push_back(mistake.text());
    return all;
  }

 private:
  test::TemporaryFolder folder_;
  edge::Disk disk_;
};

}  // namespace

TEST_CASE("every mistake in the settings is told with its line, its key and what to do") {
  const auto table = base::parse_json(test::read_source("tests/vectors/settings_mistakes.json"));
  REQUIRE(table);
  CHECK(table->items()->size() >= 40);
  for (const auto& row : *table->items()) {
    const std::string toml(row.text_or("toml", ""));
    INFO(toml);
    Mistakes expected;
    for (const auto& mistake : *row.find("mistakes")->items()) expected.push_back(*mistake.text());
    CHECK(mistakes(toml) == expected);
  }
}

TEST_CASE("what is no TOML says on which line it stops making sense") {
  const std::pair<std::string, std::string> broken[] = {
      {"talen = [\"nl\"]\nrust_na_s = = 3\n", "kiosk.toml:2: this is no TOML: "},
      {"[plek]\nnaam = \"Wijkpunt No", "kiosk.toml:2: this is no TOML: "},       // half written
      {"talen = [\"nl\", \"e", "kiosk.toml:1: this is no TOML: "},               // cut in a list
      {"rust_na_s = 90\nrust_na_s = 100\n", "kiosk.toml:2: this is no TOML: "},  // twice
      {"[plek]\nnaam = \"a\"\n[plek]\ngebied = \"b\"\n", "kiosk.toml:3: this is no TOML: "},
      {"naam = \"\xff\xfe\"", "kiosk.toml:1: this is no TOML: "},                    // no UTF-8
      {std::string("rust_na_s = 90\n\0\n", 17), "kiosk.toml:2: this is no TOML: "},  // NUL
      {std::string("[plek]\nnaam = \"a\0b\"\n", 19), "kiosk.toml:2: this is no TOML: "},
      {"[[gesloten]]\nvan = 2026-02-30\n", "kiosk.toml:2: this is no TOML: "},
      {"x = " + std::string(100'000, '['), "kiosk.toml:1: this is no TOML: "},  // deeper than a stack
      {std::string(100'000, '\x01'), "kiosk.toml:1: this is no TOML: "},
  };
  for (const auto& [toml, beginning] : broken) {
    INFO(toml.substr(0, 100));
    const auto found = mistakes(toml);
    REQUIRE(found.size() == 1);
    CHECK(found[0].starts_with(beginning));
    CHECK(found[0].size() < 200);
    CHECK(found[0].find('\n') == std::string::npos);
  }
}

TEST_CASE("a NUL that is written with an escape is no text either") {
  CHECK(mistakes("[plek]\nnaam = \"a\\u0000b\"\n") ==
        Mistakes{"kiosk.toml:2: plek.naam: must be one line, without control characters"});
}

TEST_CASE("a mistake in a layer is told with the name of the layer, also where a later one stands over it") {
  Desk desk;
  desk.write("gemeente.toml", "rust_na_s = 9\n");
  desk.write("gebieden/noord.toml", "[plek]\ngebied = \"noord\"\n\n[gelud]\nsterkte = 2\n");
  desk.write("kiosk.toml",
             "lagen = [\"gemeente.toml\", \"gebieden/noord.toml\"]\nrust_na_s = 90\ntalen = []\n");
  CHECK(desk.mistakes() ==
        Mistakes{"gemeente.toml:1: rust_na_s: must be from 60 to 300 seconds",
                 "gebieden/noord.toml:4: gelud: this key does not exist; did you mean \"geluid\"?",
                 "kiosk.toml:3: talen: must be a list such as [\"nl\", \"en\"]"});
}

TEST_CASE("keys of different layers that do not go together are told where the later one stands") {
  Desk desk;
  desk.write("gemeente.toml", "[geluid]\nsterkte_hoogste = 2\n");
  desk.write("kiosk.toml", "lagen = [\"gemeente.toml\"]\n[geluid]\nsterkte = 5\n");
  CHECK(desk.mistakes() ==
        Mistakes{"kiosk.toml:3: geluid.sterkte: must not be more than sterkte_hoogste, which is 2"});
}

TEST_CASE("layers that cannot be read are told where they are named, and why") {
  Desk desk;
  desk.write("elders.toml", "rust_na_s = 90\n");
  std::filesystem::create_symlink(desk.path("elders.toml"), desk.path("link.toml"));
  std::filesystem::create_directory(desk.path("map.toml"));
  REQUIRE(::mkfifo(desk.path("pijp.toml").c_str(), 0600) == 0);
  desk.write("groot.toml", "# " + std::string(1'000'000, '.') + "\n");
  desk.write("half.toml", "[plek]\nnaam = \"Wijk");
  desk.write("kiosk.toml", R"(lagen = [
  "weg.toml",
  "link.toml",
  "map.toml",
  "pijp.toml",
  "groot.toml",
  "half.toml",
  "../nergens/gemeente.toml",
]
)");
  const auto found = desk.mistakes();
  REQUIRE(found.size() == 7);
  CHECK(
      found[0] ==
      "kiosk.toml:2: lagen[0]: there is no file \"weg.toml\"; the name counts from the folder of this file");
  CHECK(found[1] ==
        "kiosk.toml:3: lagen[1]: \"link.toml\" is a link to another file; put the file itself here");
  CHECK(found[2] == "kiosk.toml:4: lagen[2]: \"map.toml\" is a folder, not a file");
  CHECK(found[3] == "kiosk.toml:5: lagen[3]: \"pijp.toml\" is not an ordinary file");
  CHECK(found[4] ==
        "kiosk.toml:6: lagen[4]: \"groot.toml\" is larger than 256 KiB, so these are no settings");
  CHECK(found[5].starts_with("half.toml:2: this is no TOML: "));
  CHECK(found[6] ==
        "kiosk.toml:8: lagen[6]: there is no file \"../nergens/gemeente.toml\"; the name counts from "
        "the folder of this file");
}

TEST_CASE("the list of layers itself can be wrong") {
  const std::pair<std::string, std::string> wrong[] = {
      {"lagen = \"gemeente.toml\"",
       "kiosk.toml:1: lagen: must be a list of file names such as [\"gemeente.toml\"]"},
      {"lagen = [5]", "kiosk.toml:1: lagen[0]: must be a text between quotes"},
      {"lagen = [\"\"]", "kiosk.toml:1: lagen[0]: must not be empty"},
      {"lagen = [\"a\\u0000b\"]", "kiosk.toml:1: lagen[0]: must be one line, without control characters"},
      {"lagen = [\"leeg.toml\", \"leeg.toml\"]", "kiosk.toml:1: lagen[1]: \"leeg.toml\" is named twice"},
      {"lagen = [\"kiosk.toml\"]", "kiosk.toml:1: lagen[0]: \"kiosk.toml\" is this file itself"},
      {"lagen = [\"./x/../kiosk.toml\"]",
       "kiosk.toml:1: lagen[0]: \"./x/../kiosk.toml\" is this file itself"},
      {"lagen = [\"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\", \"h\", \"i\"]",
       "kiosk.toml:1: lagen: must name at most 8 layers"},
  };
  Desk desk;
  desk.write("leeg.toml", "");
  for (const auto& [toml, message] : wrong) {
    INFO(toml);
    desk.write("kiosk.toml", toml);
    CHECK(desk.mistakes() == Mistakes{message});
  }
}

TEST_CASE("layers that name layers, and so could go round for ever, are refused") {
  Desk desk;
  desk.write("a.toml", "rust_na_s = 90\nlagen = [\"b.toml\"]\n");
  desk.write("b.toml", "lagen = [\"a.toml\"]\n");
  desk.write("kiosk.toml", "lagen = [\"a.toml\", \"b.toml\"]\n");
  CHECK(desk.mistakes() ==
        Mistakes{"a.toml:2: lagen: a layer names no layers itself; name them all in kiosk.toml",
                 "b.toml:1: lagen: a layer names no layers itself; name them all in kiosk.toml"});
}

TEST_CASE("a kiosk's own file can be a folder, a pipe or too large, and none of it hangs the kiosk") {
  Desk desk;
  std::filesystem::create_directory(desk.path("kiosk.toml"));
  CHECK(desk.mistakes() == Mistakes{"kiosk.toml: is a folder, not a file"});
  std::filesystem::remove(desk.path("kiosk.toml"));
  REQUIRE(::mkfifo(desk.path("kiosk.toml").c_str(), 0600) == 0);
  CHECK(desk.mistakes() == Mistakes{"kiosk.toml: is not an ordinary file"});
  std::filesystem::remove(desk.path("kiosk.toml"));
  desk.write("kiosk.toml", std::string(1 << 20, '\n'));
  CHECK(desk.mistakes() == Mistakes{"kiosk.toml: is larger than 256 KiB, so these are no settings"});
  std::filesystem::remove(desk.path("kiosk.toml"));
  CHECK(desk.read().missing);
  CHECK(desk.mistakes() == Mistakes{});
}

TEST_CASE("a hundred closures together is the most, however they are spread over layers") {
  Desk desk;
  std::string sixty;
  for (int i = 0; i < 60; ++i) sixty += "[[gesloten]]\nvan = 2026-12-25\n";
  desk.write("gemeente.toml", sixty);
  desk.write("kiosk.toml", "lagen = [\"gemeente.toml\"]\n" + sixty);
  CHECK(desk.mistakes() ==
        Mistakes{"kiosk.toml:2: gesloten: must hold at most 100 closures, all layers together"});
}
