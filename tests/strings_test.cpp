// The interface's texts: none missing, none left over, plural rules that count.
#include "kiosk/screens/strings.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
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

constexpr std::array languages = {"nl", "en", "tr", "pl", "uk", "ar", "pap", "ti"};
constexpr std::array translations = {"en", "tr", "pl", "uk", "ar", "pap", "ti"};

// One message of a catalogue: its text, or one for each plural form.
struct Message {
  bool plural = false;
  std::vector<std::string> texts;
  bool operator==(const Message&) const = default;
};

std::map<std::string, Message> messages_in(const std::string& lang) {
  static const std::regex entry(
      R"re(msgid "([^"]+)"\n(msgid_plural "[^"]*"\n)?((?:msgstr(?:\[\d\])? "[^\n]*"\n?)+))re");
  static const std::regex line(R"re(msgstr(?:\[\d\])? "([^\n]*)")re");
  const std::string po = text_of(fs::path(WV_SOURCE_DIR) / "assets/strings" / (lang + ".po"));
  std::map<std::string, Message> found;
  for (std::sregex_iterator it(po.begin(), po.end(), entry), end; it != end; ++it) {
    Message& message = found[(*it)[1]];
    message.plural = (*it)[2].matched;
    const std::string texts = (*it)[3];
    for (std::sregex_iterator text(texts.begin(), texts.end(), line); text != end; ++text)
      message.texts.push_back((*text)[1]);
  }
  return found;
}

std::set<std::string> places_of(const Message& message) {
  static const std::regex place(R"re((\{[a-z-]+\}))re");
  std::set<std::string> places;
  for (const auto& text : message.texts) places.merge(matches(text, place));
  return places;
}

// Why a text may be the same in another language as in Dutch. Everything else that is the same was forgotten.
bool may_be_dutch(const std::string& key, const Message& message) {
  static const std::map<std::string, std::string_view> reasons = {
      {"bar.contrast", "the word is the same"},
      {"agenda.people.value", "English: the word is the same"},
      {"key.letters", "what the key leads to"},
      {"key.symbols", "what the key leads to"},
      {"key.accents", "what the key leads to"},
      {"key.letters.spoken", "English: the word is the same"},
      {"contact.email", "the word is the same"},
      {"contact.phone.example", "a Dutch number"},
      {"follow.words.example", "the words of a code are Dutch everywhere"},
      {"idea.stop", "English: the word is the same"},
      {"report.clock", "the word is the same"},
      {"report.quarantine.none", "the word is the same"},
      {"severity.fault", "Papiamentu took the word over"},
      {"key.apostrophe", "Polish: the word is the same"},
      {"key.plus", "the word is the same"},
      {"key.percent", "Polish: the word is the same"},
      {"key.euro", "the word is the same"},
      {"privacy.title", "English: the word is the same"},
      {"read.stop", "English: the word is the same"},
      {"read.pace", "Polish: the word is the same"},
      {"team.open-on", "English: the word is the same"},
      {"team.open-because", "English: the word is the same"},
      {"date.tomorrow", "the word is the same"},
      {"number.thousands", "a mark"},
      {"list.comma", "a mark"},
  };
  static const std::regex letters(R"re([^\s\d{}().,:–-])re");
  static const std::regex place(R"re(\{[a-z-]+\})re");
  const bool only_places = std::ranges::all_of(message.texts, [&](const std::string& text) {
    return !std::regex_search(std::regex_replace(text, place, ""), letters);
  });
  return only_places || key.starts_with("month.") || reasons.contains(key);
}

std::string plural_rule_of(const std::string& lang) {
  static const std::regex rule(R"re("(Plural-Forms: [^\\]*)\\n")re");
  std::smatch found;
  const std::string po = text_of(fs::path(WV_SOURCE_DIR) / "assets/strings" / (lang + ".po"));
  REQUIRE(std::regex_search(po, found, rule));
  return found[1];
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

TEST_CASE("every text for visitors is there in every language, and none is left over") {
  const auto dutch = keys_in("nl");
  for (const std::string lang : translations) {
    INFO(lang);
    CHECK(without(keys_in(lang), dutch) == std::set<std::string>{});
    auto missing = without(dutch, keys_in(lang));
    // Staff read Dutch or English; in the other languages their pages fall back, and say so.
    if (lang != "en") std::erase_if(missing, [](const auto& key) { return key.starts_with("staff."); });
    CHECK(missing == std::set<std::string>{});
  }
}

TEST_CASE("a translation fills in the same places as Dutch and has every plural form") {
  const auto dutch = messages_in("nl");
  REQUIRE(dutch.size() == keys_in("nl").size());
  for (const std::string lang : languages) {
    const auto rule = PluralRule::read(plural_rule_of(lang));
    REQUIRE(rule);
    for (const auto& [key, message] : messages_in(lang)) {
      INFO(lang << ": " << key);
      REQUIRE(dutch.contains(key));
      CHECK(places_of(message) == places_of(dutch.at(key)));
      CHECK(message.plural == dutch.at(key).plural);
      CHECK(message.texts.size() == (message.plural ? rule->forms() : 1));
      CHECK(std::ranges::none_of(message.texts, &std::string::empty));
    }
  }
}

TEST_CASE("no Dutch text was forgotten in another language") {
  const auto dutch = messages_in("nl");
  for (const std::string lang : translations) {
    for (const auto& [key, message] : messages_in(lang)) {
      if (message != dutch.at(key)) continue;
      INFO(lang << ": " << key << ": " << message.texts.front());
      CHECK(may_be_dutch(key, message));
    }
  }
}

TEST_CASE("a language that is written otherwise has no Latin text but names and places") {
  static const std::regex latin(R"re([A-Za-z]{2,})re"), place(R"re(\{[a-z-]+\})re");
  static const std::set<std::string> names = {
      "wijkagenda",  "visie",     "bank", "Kernalliantie", "wijkraad", "dorpsraad", "BSN",
      "gebiedsteam", "wethouder", "QR",   "PIN",           "MB",       "pin",       "hash",
      "abc",         "nl",        "name", "example"};
  for (const std::string lang : {"uk", "ar", "ti"}) {
    for (const auto& [key, message] : messages_in(lang)) {
      if (key.starts_with("contact.email.example") || key == "follow.words.example") continue;
      for (const auto& text : message.texts) {
        const std::string bare = std::regex_replace(text, place, "");
        for (std::sregex_iterator word(bare.begin(), bare.end(), latin), end; word != end; ++word) {
          INFO(lang << ": " << key << ": " << text);
          CHECK(names.contains(word->str()));
        }
      }
    }
  }
}

TEST_CASE("the catalogues of this build load and speak") {
  const auto strings = test::strings_of(WV_BINARY_DIR);
  for (const auto* lang : languages) REQUIRE(strings.has(lang));
  CHECK(strings.text("nl", "home.idea").text == "Geef uw idee");
  CHECK(strings.text("en", "home.idea").text == "Share your idea");
  CHECK(strings.count("nl", "home.agenda.text", 1).text == "1 opgave");
  CHECK(strings.count("nl", "home.agenda.text", 6).text == "6 opgaven");
  CHECK(strings.count("nl", "agenda.progress", 5, {{"done", "3"}}).text == "3 van 5 acties klaar");
}

TEST_CASE("what a language lacks is said in Dutch and marked") {
  const auto strings = test::strings_of(WV_BINARY_DIR);
  const auto words = strings.text("fr", "home.idea");
  CHECK(words.text == "Geef uw idee");
  CHECK(words.lang == "nl");
  CHECK(words.fallback);
  CHECK_FALSE(strings.text("en", "home.idea").fallback);
}

TEST_CASE("braces in a value stay what they are") {
  const auto strings = test::strings_of(WV_BINARY_DIR);
  CHECK(strings.text("nl", "idea.about", {{"title", "{title} en {n}"}}).text == "Hoort bij: {title} en {n}");
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

TEST_CASE("what is filled into Arabic keeps its own direction, numbers flow along") {
  const auto strings = test::strings_of(WV_BINARY_DIR);
  CHECK(strings.text("ar", "idea.about", {{"title", "Groen"}}).text == "حول: \u2068Groen\u2069");
  CHECK(strings.text("ar", "idea.step", {{"current", "1"}, {"of", "3"}}).text == "الخطوة 1 من 3");
  CHECK(strings.count("ar", "home.agenda.text", 3).text == "3 مهام");
  CHECK(strings.text("tr", "idea.about", {{"title", "Groen"}}).text == "Konu: Groen");
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
