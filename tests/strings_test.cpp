// The interface's texts: none missing, none left over, plural rules that count.
#include "kiosk/screens/strings.h"

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "kiosk/screens/plural.h"
#include "tests/support/catch.h"
#include "tests/support/town.h"

namespace fs = std::filesystem;
using namespace wv;
using screens::PluralRule;

namespace {

std::string text_of(const fs::path& file) {
  std::ifstream in(file);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::set<std::string> matches(const std::string& text, const std::regex& pattern) {
  std::set<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it)
    found.insert((*it)[1]);
  return found;
}

// Every literal that looks like a key, in the sources that speak.
std::set<std::string> keys_in_code() {
  static const std::regex key(R"re("([a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:-[a-z]+)*)+)")re");
  std::set<std::string> keys;
  for (const std::string room : {"kiosk/screens", "kiosk/staff"}) {
    for (const auto& entry : fs::directory_iterator(fs::path(WV_SOURCE_DIR) / room)) {
      if (entry.path().extension() == ".cpp") keys.merge(matches(text_of(entry.path()), key));
    }
  }
  return keys;
}

std::set<std::string> keys_in(const std::string& lang) {
  static const std::regex id(R"re((?:^|\n)msgid "([^"]+)")re");
  return matches(text_of(fs::path(WV_SOURCE_DIR) / "assets/strings" / (lang + ".po")), id);
}

std::set<std::string> without(std::set<std::string> all, const std::set<std::string>& some) {
  for (const auto& one : some) all.erase(one);
  return all;
}

// key → the places its texts have.
std::map<std::string, std::set<std::string>> places_in(const std::string& lang) {
  static const std::regex entry(
      R"re(msgid "([^"]+)"\n(?:msgid_plural "[^"]*"\n)?((?:msgstr(?:\[\d\])? "[^\n]*"\n?)+))re");
  static const std::regex place(R"re((\{[a-z-]+\}))re");
  const std::string po = text_of(fs::path(WV_SOURCE_DIR) / "assets/strings" / (lang + ".po"));
  std::map<std::string, std::set<std::string>> found;
  for (std::sregex_iterator it(po.begin(), po.end(), entry), end; it != end; ++it)
    found[(*it)[1]] = matches((*it)[2], place);
  return found;
}

std::size_t form(const std::string& rule, std::int64_t n) {
  const auto read = PluralRule::read(rule);
  REQUIRE(read);
  return read->form(n);
}

}  // namespace

TEST_CASE("every text the screens ask for is there in Dutch and English, and none is left over") {
  const auto code = keys_in_code();
  REQUIRE(code.size() > 300);
  for (const std::string lang : {"nl", "en"}) {
    INFO(lang);
    CHECK(without(code, keys_in(lang)) == std::set<std::string>{});
    CHECK(without(keys_in(lang), code) == std::set<std::string>{});
  }
}

TEST_CASE("a translation fills in the same places as Dutch") {
  const auto dutch = places_in("nl"), english = places_in("en");
  REQUIRE(dutch.size() == keys_in("nl").size());
  for (const auto& [key, places] : dutch) {
    INFO(key);
    CHECK(english.at(key) == places);
  }
}

TEST_CASE("the catalogues of this build load and speak") {
  const auto strings = test::strings_of(WV_BINARY_DIR);
  REQUIRE(strings.has("nl"));
  REQUIRE(strings.has("en"));
  CHECK(strings.text("nl", "home.idea").text == "Geef uw idee");
  CHECK(strings.text("en", "home.idea").text == "Share your idea");
  CHECK(strings.count("nl", "home.agenda.text", 1).text == "1 opgave");
  CHECK(strings.count("nl", "home.agenda.text", 6).text == "6 opgaven");
  CHECK(strings.count("nl", "agenda.progress", 5, {{"done", "3"}}).text == "3 van 5 acties klaar");
}

TEST_CASE("what a language lacks is said in Dutch and marked") {
  const auto strings = test::strings_of(WV_BINARY_DIR);
  const auto words = strings.text("tr", "home.idea");
  CHECK(words.text == "Geef uw idee");
  CHECK(words.lang == "nl");
  CHECK(words.fallback);
  CHECK_FALSE(strings.text("en", "home.idea").fallback);
}

TEST_CASE("braces in a value stay what they are") {
  const auto strings = test::strings_of(WV_BINARY_DIR);
  CHECK(strings.text("nl", "idea.about", {{"title", "{title} en {n}"}}).text == "Bij: {title} en {n}");
}

TEST_CASE("plural rules of the planned languages count as their speakers do") {
  const std::string polish =
      "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);";
  CHECK(form(polish, 1) == 0);
  CHECK(form(polish, 3) == 1);
  CHECK(form(polish, 12) == 2);
  CHECK(form(polish, 22) == 1);
  const std::string arabic =
      "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);";
  CHECK(form(arabic, 0) == 0);
  CHECK(form(arabic, 7) == 3);
  CHECK(form(arabic, 42) == 4);
  CHECK(form(arabic, 100) == 5);
  CHECK(form("nplurals=1; plural=0;", 9) == 0);
  CHECK(form("nplurals=2; plural=!(n <= 1);", 2) == 1);
}

TEST_CASE("a plural rule that cannot be computed is refused") {
  for (const std::string rule :
       {"", "nplurals=2;", "nplurals=2; plural=n;", "nplurals=2; plural=(n != 1;", "nplurals=9; plural=0;",
        "nplurals=2; plural=n/0;", "nplurals=2; plural=1 1;", "nplurals=2; plural=99999999999999999999;"}) {
    INFO(rule);
    CHECK_FALSE(PluralRule::read(rule));
  }
  CHECK_FALSE(PluralRule::read("nplurals=2; plural=" + std::string(5000, '(') + "n"));
  CHECK_FALSE(PluralRule::read("nplurals=2; plural=" + std::string(5000, '!') + "n"));
}

TEST_CASE("a damaged catalogue is refused and the others go on") {
  const auto whole = test::bytes_of(fs::path(WV_BINARY_DIR) / "share/wijkvenster/strings/nl.mo");
  REQUIRE(whole.size() > 1000);
  auto strings = test::strings_of(WV_BINARY_DIR);
  for (std::size_t size : {std::size_t{0}, std::size_t{10}, std::size_t{100}, whole.size() / 2}) {
    CHECK_FALSE(strings.add("xx", base::ByteView(whole).first(size)));
  }
  // Any single byte may be wrong: an error or other text, never more.
  for (std::size_t at = 0; at < 2000; ++at) {
    auto bytes = whole;
    bytes[at] ^= 0xff;
    (void)strings.add("yy", bytes);
  }
  CHECK(strings.text("nl", "home.idea").text == "Geef uw idee");
}
