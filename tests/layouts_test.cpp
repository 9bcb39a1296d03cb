// Every letter of every language of the kiosk can be typed, in both orders, and every key can be heard.
#include "kiosk/screens/layouts.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "kiosk/screens/keyboard_view.h"
#include "sync/base/utf8.h"
#include "tests/support/seeing.h"

using namespace wv;
using namespace wv::screens;
using namespace wv::visit;
using test::a_visitor;
using test::page;
using test::see;
using test::Visitor;

namespace {

const std::vector<model::Lang> everything = {"nl", "en", "tr", "pl", "uk", "ar", "pap", "ti"};

Keyboard keyboard_of(const Visitor& visitor) {
  return letter_keys(visitor.visit, Wording(test::strings(), "nl"), everything);
}

Visitor a_writer(KeyLayout layout, KeyOrder order) {
  return a_visitor().does(GiveIdea{}).does(PressShift{}).does(ChooseLayout{layout}).does(OrderKeys{order});
}

// What a keyboard can type in one tap: what its keys say they type.
std::set<std::string> typed_by(const Keyboard& keyboard) {
  std::set<std::string> found;
  for (const auto& row : keyboard.rows)
    for (const auto& key : row)
      if (const auto* type = std::get_if<TypeText>(&key.action)) found.insert(type->text);
  return found;
}

std::vector<std::string> points_of(std::string_view text) {
  std::vector<std::string> found;
  for (; !text.empty(); text.remove_prefix(found.back().size()))
    found.emplace_back(base::first_code_points(text, 1));
  return found;
}

struct Language {
  KeyLayout layout;
  std::string_view small;     // every letter of its alphabet
  std::string_view capitals;  // of the same
};
const std::vector<Language> languages = {
    {KeyLayout::Dutch, "abcdefghijklmnopqrstuvwxyzéèëêáàäïîöôóüûç",
     "ABCDEFGHIJKLMNOPQRSTUVWXYZÉÈËÊÁÀÄÏÎÖÔÓÜÛÇ"},
    {KeyLayout::English, "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    {KeyLayout::Papiamento, "abcdefghijklmnopqrstuvwxyzñáéíóúèòùü", "ABCDEFGHIJKLMNOPQRSTUVWXYZÑÁÉÍÓÚÈÒÙÜ"},
    {KeyLayout::Turkish, "abcçdefgğhıijklmnoöprsştuüvyzâîû", "ABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZÂÎÛ"},
    {KeyLayout::Polish, "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż", "AĄBCĆDEĘFGHIJKLŁMNŃOÓPQRSŚTUVWXYZŹŻ"},
    {KeyLayout::Ukrainian, "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ"},
    {KeyLayout::Arabic, "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئىة", ""},
    {KeyLayout::Tigrinya, "ሀለሐመረሰሸቀቐበቨተቸነኘአከኸወዐዘዠየደጀገጠጨጸፈፐቈኰዀጐሠኀፀ", ""},
};

}  // namespace

TEST_CASE(
    "every letter of every language has a key, small and as a capital, in both orders, without a long "
    "press") {
  for (const auto& language : languages)
    for (const auto order : {KeyOrder::Usual, KeyOrder::Alphabet}) {
      INFO(rows_of(language.layout).name);
      Visitor small = a_writer(language.layout, order);
      Visitor capitals = a_writer(language.layout, order).does(PressShift{});
      auto of_small = typed_by(keyboard_of(small));
      of_small.merge(typed_by(keyboard_of(small.does(ShowKeys{KeyLayer::Accents}))));
      auto of_capitals = typed_by(keyboard_of(capitals));
      of_capitals.merge(typed_by(keyboard_of(capitals.does(ShowKeys{KeyLayer::Accents}))));
      for (const auto& letter : points_of(language.small)) {
        INFO(letter);
        CHECK(of_small.contains(letter));
      }
      for (const auto& letter : points_of(language.capitals)) {
        INFO(letter);
        CHECK(of_capitals.contains(letter));
      }
    }
}

TEST_CASE("rows of one layout are equally wide, no letter stands there twice, and every key has a name") {
  for (const auto layout : all_layouts())
    for (const auto order : {KeyOrder::Usual, KeyOrder::Alphabet})
      for (const auto layer : {KeyLayer::Letters, KeyLayer::Symbols, KeyLayer::Accents})
        for (const int shifts : {0, 1, 2}) {
          INFO(rows_of(layout).name << " layer " << static_cast<int>(layer) << " shift " << shifts);
          Visitor writer = a_writer(layout, order);
          for (int i = 0; i < shifts; ++i) writer.does(PressShift{});
          writer.visit.keys.layer = layer;
          std::set<std::string> seen;
          for (const auto& row : keyboard_of(writer).rows) {
            double width = 0;
            for (const auto& key : row) {
              width += key.width;
              INFO(key.cap);
              CHECK_FALSE((key.cap.empty() && key.icon.empty()));
              CHECK_FALSE(key.spoken.empty());
              const auto* type = std::get_if<TypeText>(&key.action);
              const bool vowel = layout == KeyLayout::Tigrinya;  // its vowel row repeats a consonant
              if (type && !vowel) CHECK(seen.insert(type->text).second);
              if (!type) continue;
              Visitor typist = writer;
              typist.does(key.action);
              CHECK(typist.visit.draft.text.text() == type->text);
            }
            CHECK(width == Approx(rows_of(layout).columns));
          }
        }
}

TEST_CASE("a small letter and its capital stand at the same place") {
  for (const auto layout : all_layouts()) {
    if (!rows_of(layout).has_capitals) continue;
    const auto small = keyboard_of(a_writer(layout, KeyOrder::Usual));
    const auto capital = keyboard_of(a_writer(layout, KeyOrder::Usual).does(PressShift{}));
    REQUIRE(small.rows.size() == capital.rows.size());
    for (std::size_t r = 0; r < small.rows.size(); ++r) {
      REQUIRE(small.rows[r].size() == capital.rows[r].size());
      for (std::size_t k = 0; k < small.rows[r].size(); ++k)
        if (small.rows[r][k].kind == Key::Kind::Letter)
          CHECK(capital_of(small.rows[r][k].cap, capitals_of(rows_of(layout))) == capital.rows[r][k].cap);
    }
  }
}

TEST_CASE("Turkish has its i with a dot and its ı without, also as capitals") {
  const auto capitals =
      typed_by(keyboard_of(a_writer(KeyLayout::Turkish, KeyOrder::Usual).does(PressShift{})));
  CHECK(capitals.contains("İ"));
  CHECK(capitals.contains("I"));
  const auto common = typed_by(keyboard_of(a_writer(KeyLayout::Dutch, KeyOrder::Usual).does(PressShift{})));
  CHECK_FALSE(common.contains("İ"));
}

TEST_CASE("what waits behind a letter is in its own case, with the language's own forms first") {
  const auto& polish = rows_of(KeyLayout::Polish);
  CHECK(variants_of("z", polish) == std::vector<std::string>{"ź", "ż", "ž"});
  CHECK(variants_of("E", polish).front() == "É");
  CHECK(variants_of("A", polish).front() == "Á");
  CHECK(variants_of("e", rows_of(KeyLayout::Dutch)).size() <= 9);
  CHECK(variants_of("q", polish).empty());
  CHECK(variants_of("I", rows_of(KeyLayout::Turkish)).front() == "İ");
}

TEST_CASE("no two forms behind a letter are the same, and none is the letter itself") {
  for (const auto layout : all_layouts())
    for (const auto order : {KeyOrder::Usual, KeyOrder::Alphabet})
      for (const auto& row : keyboard_of(a_writer(layout, order)).rows)
        for (const auto& key : row) {
          const auto* offer = key.hold ? std::get_if<OfferVariants>(&*key.hold) : nullptr;
          if (!offer) continue;
          auto forms = variants_of(offer->letter, rows_of(layout));
          INFO(offer->letter);
          CHECK_FALSE(forms.empty());
          if (layout != KeyLayout::Tigrinya) CHECK(std::ranges::find(forms, offer->letter) == forms.end());
          std::ranges::sort(forms);
          CHECK(std::ranges::adjacent_find(forms) == forms.end());
        }
}

TEST_CASE("the other forms stand over the letter that is held, without the letter itself") {
  Visitor writer = a_writer(KeyLayout::Dutch, KeyOrder::Usual).does(PressShift{});
  const auto keyboard = keyboard_of(writer.does(OfferVariants{"E"}));
  REQUIRE(keyboard.offer);
  CHECK(keyboard.rows[keyboard.offer->row][keyboard.offer->key].cap == "e");
  CHECK(keyboard.offer->keys.front().cap == "É");
  CHECK(keyboard.offer->keys.front().spoken.text == "Hoofdletter É");
  for (const auto& key : keyboard.offer->keys) {
    Visitor chooser = writer;
    chooser.does(key.action);
    CHECK(chooser.visit.draft.text.text() == key.cap);
  }
}

TEST_CASE("a Tigrinya syllable is a consonant and then its vowel") {
  Visitor writer = a_writer(KeyLayout::Tigrinya, KeyOrder::Usual);
  auto vowels = keyboard_of(writer).rows.front();
  CHECK(vowels.front().cap == "አ");
  CHECK(std::get<TypeText>(vowels.front().action).text == "አ");
  writer.does(TypeText{"ሰ"});
  vowels = keyboard_of(writer).rows.front();
  REQUIRE(vowels.size() == 8);
  CHECK(vowels[0].on);
  CHECK(vowels[3].cap == "ሳ");
  writer.does(vowels[3].action).does(TypeText{"ለ"});
  writer.does(keyboard_of(writer).rows.front()[3].action).does(TypeText{"መ"});
  writer.does(keyboard_of(writer).rows.front()[5].action);
  CHECK(writer.visit.draft.text.text() == "ሳላም");
  CHECK(syllables_of("ቈ").size() == 5);
  CHECK(syllables_of("a").empty());
}

TEST_CASE("the keys follow the language of the screen, and the globe shows only where there is a choice") {
  const auto has_globe = [](const Keyboard& keyboard) {
    return std::ranges::any_of(
        keyboard.tools, [](const Key& key) { return std::holds_alternative<OfferLayouts>(key.action); });
  };
  Visitor writer = a_writer(KeyLayout::Dutch, KeyOrder::Usual);
  writer.visit.keys.layout.reset();
  CHECK(layout_in_use(writer.visit, "uk") == KeyLayout::Ukrainian);
  CHECK(layout_in_use(writer.visit, "xx") == KeyLayout::Dutch);
  CHECK(has_globe(keyboard_of(writer)));
  CHECK_FALSE(has_globe(letter_keys(writer.visit, Wording(test::strings(), "nl"), {"nl", "en"})));
  const auto offer = keyboard_of(writer.does(OfferLayouts{})).offer;
  REQUIRE(offer);
  REQUIRE(offer->of_tool);
  const auto chosen = std::ranges::find_if(offer->keys, [](const Key& key) { return key.on; });
  REQUIRE(chosen != offer->keys.end());
  CHECK(chosen->cap == "Nederlands");
  CHECK(offer->keys.size() == 7);  // English keys are Dutch keys
}

TEST_CASE("the arrows go where they point, in a text from the right too") {
  const auto arrow = [](const Keyboard& keyboard, std::string_view icon) {
    const auto key = std::ranges::find(keyboard.tools, icon, &Key::icon);
    REQUIRE(key != keyboard.tools.end());
    return std::get<MoveCaret>(key->action).where;
  };
  Visitor writer = a_writer(KeyLayout::Arabic, KeyOrder::Usual);
  CHECK(arrow(keyboard_of(writer), "arrow-left") == Caret::After);
  writer.does(TypeText{"bank"});
  CHECK(arrow(keyboard_of(writer), "arrow-left") == Caret::Before);
  writer.does(EraseAll{}).does(TypeText{"شجرة"});
  CHECK(arrow(keyboard_of(writer), "arrow-left") == Caret::After);
  CHECK(arrow(keyboard_of(writer), "arrow-right") == Caret::Before);
}

TEST_CASE("an address has its own signs and offers no letters that it cannot have") {
  for (const auto order : {KeyOrder::Usual, KeyOrder::Alphabet}) {
    Visitor writer = a_writer(KeyLayout::Dutch, order).types("Een bank");
    writer.does(Open{Screen::IdeaWhere})
        .does(Open{Screen::IdeaContact})
        .does(ChooseChannel{ContactChannel::Email});
    const auto keyboard = email_keys(writer.visit, Wording(test::strings(), "nl"));
    const auto typed = typed_by(keyboard);
    for (const char* wanted : {"@", ".", "-", "_", ".nl", ".com", "0", "9", "a", "z", "+"})
      CHECK(typed.contains(wanted));
    for (const auto& row : keyboard.rows) {
      double width = 0;
      for (const auto& key : row) {
        width += key.width;
        if (key.hold) CHECK(key.repeats);
        CHECK_FALSE(key.spoken.empty());
      }
      CHECK(width == Approx(10));
    }
  }
}
