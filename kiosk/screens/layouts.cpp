// The tables. Rows of one layout add up to the same number of keys, with room for shift and erase.
#include "kiosk/screens/layouts.h"

#include <algorithm>
#include <utility>

#include "sync/base/utf8.h"

namespace wv::screens {
namespace {

using visit::KeyLayout;

constexpr LetterRows qwerty = {"qwertyuiop", "asdfghjkl’", "zxcvbnm"};
constexpr LetterRows abc = {"abcdefghij", "klmnopqrst", "uvwxyz’"};

constexpr std::array<LayoutRows, 8> tables = {{
    {KeyLayout::Dutch,
     "nl",
     "Nederlands",
     10,
     qwerty,
     abc,
     {"éëèêáàäâçñ", "óöòôïíìîøß", "úüùûåæœ"},
     "QWERTY",
     "ABC",
     "é…",
     "abc"},
    {KeyLayout::English,
     "en",
     "English",
     10,
     qwerty,
     abc,
     {"éëèêáàäâçñ", "óöòôïíìîøß", "úüùûåæœ"},
     "QWERTY",
     "ABC",
     "é…",
     "abc"},
    {KeyLayout::Papiamento,
     "pap",
     "Papiamento",
     10,
     qwerty,
     abc,
     {"áéíóúñàèìò", "ùüïëäöçâêî", "ôûåæøœß"},
     "QWERTY",
     "ABC",
     "ñ…",
     "abc"},
    {KeyLayout::Turkish,
     "tr",
     "Türkçe",
     12,
     {"qwertyuıopğü", "asdfghjklşi’", "zxcvbnmöç"},
     {"abcçdefgğhıi", "jklmnoöprsşt", "uüvyzqwx’"},
     {"âîûêôéèëáàäå", "ïíìóòúùýñøßæ", "œəšžčđćěł"},
     "QWERTY",
     "ABC",
     "â…",
     "abc"},
    {KeyLayout::Polish,
     "pl",
     "Polski",
     10,
     qwerty,
     abc,
     {"ąćęłńóśźżß", "éèëêáàäâçñ", "öüúïíøå"},
     "QWERTY",
     "ABC",
     "ą…",
     "abc"},
    {KeyLayout::Ukrainian,
     "uk",
     "Українська",
     12,
     {"йцукенгшщзхї", "фівапролджєґ", "ячсмитьбю’"},
     {"абвгґдеєжзиі", "їйклмнопрсту", "фхцчшщьюя’"},
     {"ыэёъўѓќљњђћџ", "јѕґєїі«»„“”—", "№₴§°–…·©™′"},
     "ЙЦУ",
     "АБВ",
     "ы…",
     "абв"},
    {KeyLayout::Arabic,
     "ar",
     "العربية",
     12,
     {"ضصثقفغعهخحجد", "شسيبلاتنمكطأ", "ذئءؤرىةوزظ"},
     {"سزرذدخحجثتبا", "ملكقفغعظطضصش", "ىةؤئأءيوهن"},
     {"إآٱأؤئءةىـپچ", "\u064e\u064b\u064f\u064c\u0650\u064d\u0652\u0651\u0670گڤژ", "کیڕڵۆێەھڭ؛"},
     "ضصث",
     "أبت",
     "إ…",
     "ابت",
     false,
     true,
     "،",
     ".",
     "؟"},
    {KeyLayout::Tigrinya,
     "ti",
     "ትግርኛ",
     11,
     {"ሀለሐመረሰሸቀቐበቨ", "ተቸነኘአከኸወዐዘዠ", "የደጀገጠጨጸፈፐ"},
     {"ሀለሐመረሰሸቀቐበቨ", "ተቸነኘአከኸወዐዘዠ", "የደጀገጠጨጸፈፐ"},
     {"ቈቊቋቌቍኰኲኳኴኵ፡", "ጐጒጓጔጕዀዂዃዄዅ፤", "ሠኀፀቘቚቛ፥፦፨"},
     "ሀለሐ",
     "ሀለሐ",
     "ቈ…",
     "ሀለሐ",
     false,
     false,
     "፣",
     "።",
     "?"},
}};

// A letter, and what grows out of it. Small letters; capitals follow.
constexpr std::array<std::pair<std::string_view, std::string_view>, 44> families = {{
    {"a", "áàäâãåąæāă"}, {"c", "çćč"},   {"d", "ďđð"},   {"e", "éëèêęěēə"}, {"g", "ğĝ"},   {"h", "ħ"},
    {"i", "ïíìîıī"},     {"j", "ĵ"},     {"k", "ķ"},     {"l", "ł"},        {"n", "ñńň"},  {"o", "óöòôõøőœō"},
    {"r", "řŕ"},         {"s", "śšşßș"}, {"t", "ťțþ"},   {"u", "úüùûůűū"},  {"w", "ŵ"},    {"y", "ýÿ"},
    {"z", "źżž"},        {"ı", "iïíî"},  {"г", "ґѓ"},    {"е", "ёєэ"},      {"и", "ыіїй"}, {"і", "їый"},
    {"к", "ќ"},          {"у", "ў"},     {"ь", "ъ"},     {"н", "њ"},        {"л", "љ"},    {"ا", "أإآٱء"},
    {"و", "ؤۆ"},         {"ي", "ئىی"},   {"ه", "ةەھ"},   {"ك", "کگ"},       {"ب", "پ"},    {"ج", "چ"},
    {"ف", "ڤ"},          {"ز", "ژ"},     {"’", "‘“”„'"}, {"\"", "“”„«»"},   {"-", "–—_·"}, {"€", "$£₺₴"},
    {"?", "¿"},          {"!", "¡"},
}};
constexpr std::size_t most_variants = 9;  // one row above the keys

const LayoutRows* find(KeyLayout layout) {
  return std::ranges::find(tables, layout, &LayoutRows::layout);
}

bool is_own(std::string_view letter, const LayoutRows& rows) {
  const auto holds = [&](std::string_view row) { return row.find(letter) != row.npos; };
  return std::ranges::any_of(rows.usual, holds) || std::ranges::any_of(rows.accents, holds);
}

}  // namespace

const LayoutRows& rows_of(KeyLayout layout) {
  return *find(layout);
}

const std::vector<KeyLayout>& all_layouts() {
  static const std::vector<KeyLayout> all = [] {
    std::vector<KeyLayout> found;
    for (const LayoutRows& rows : tables) found.push_back(rows.layout);
    return found;
  }();
  return all;
}

KeyLayout layout_for(std::string_view lang) {
  const auto* rows = std::ranges::find(tables, lang, &LayoutRows::lang);
  return rows == tables.end() ? KeyLayout::Dutch : rows->layout;
}

std::vector<std::string> variants_of(std::string_view letter, const LayoutRows& rows) {
  if (auto syllables = syllables_of(letter); !syllables.empty()) return syllables;
  const auto how = capitals_of(rows);
  for (const auto& [base, others] : families) {
    const bool small = base == letter;
    if (!small && (base.size() == 1 && base[0] < 'a')) continue;  // signs have no capitals
    if (!small && visit::capital_of(base, how) != letter) continue;
    auto found = visit::letters_of(others);
    std::ranges::stable_partition(found, [&](const auto& one) { return is_own(one, rows); });
    if (found.size() > most_variants) found.resize(most_variants);
    if (!small) {
      for (auto& one : found) one = visit::capital_of(one, how);
    }
    return found;
  }
  return {};
}

// Unicode lays Ethiopic out in eights: a consonant with each of its vowels, some places left empty.
std::vector<std::string> syllables_of(std::string_view letter) {
  constexpr char32_t first = 0x1200, last = 0x1357;
  const auto point = base::next_code_point(letter);
  if (!point || *point < first || *point > last) return {};
  const char32_t row = *point & ~char32_t{7};
  std::vector<std::string> found;
  for (char32_t each = row; each < row + 8; ++each) {
    if (!visit::is_assigned(each)) continue;
    std::string syllable;
    base::append_code_point(syllable, each);
    found.push_back(std::move(syllable));
  }
  return found;
}

}  // namespace wv::screens
