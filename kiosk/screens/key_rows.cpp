// What each key is called: in words, because a sign alone cannot be heard.
#include "kiosk/screens/key_rows.h"

#include <algorithm>
#include <array>
#include <utility>

#include "sync/base/utf8.h"

namespace wv::screens {
namespace {

using visit::KeyOrder;
using visit::Shift;
using Kind = Key::Kind;

constexpr std::array<std::pair<std::string_view, std::string_view>, 35> names = {{
    {",", "key.comma"},      {".", "key.period"},     {"?", "key.question"},    {"’", "key.apostrophe"},
    {"-", "key.hyphen"},     {"@", "key.at"},         {"!", "key.exclamation"}, {":", "key.colon"},
    {";", "key.semicolon"},  {"/", "key.slash"},      {"(", "key.open"},        {")", "key.close"},
    {"€", "key.euro"},       {"&", "key.and"},        {"\"", "key.quotes"},     {"%", "key.percent"},
    {"+", "key.plus"},       {"=", "key.equals"},     {"*", "key.star"},        {"#", "key.hash"},
    {"_", "key.underscore"}, {"'", "key.apostrophe"}, {"،", "key.comma"},       {"؟", "key.question"},
    {"፣", "key.comma"},      {"።", "key.period"},     {"…", "key.ellipsis"},    {"–", "key.dash"},
    {"—", "key.dash"},       {"“", "key.quotes"},     {"”", "key.quotes"},      {"„", "key.quotes"},
    {"«", "key.quotes"},     {"»", "key.quotes"},     {"‘", "key.apostrophe"},
}};

std::vector<std::string> points_of(std::string_view text) {
  std::vector<std::string> found;
  while (!text.empty()) {
    found.emplace_back(base::first_code_points(text, 1));
    text.remove_prefix(found.back().size());
  }
  return found;
}

// A sign that stands on a letter is shown on a bare line.
std::string cap_of(const std::string& character) {
  constexpr char32_t first_mark = 0x64B, last_mark = 0x65F, small_alef = 0x670;
  std::string_view rest = character;
  const auto point = base::next_code_point(rest);
  const bool mark = point && ((*point >= first_mark && *point <= last_mark) || *point == small_alef);
  return mark ? "ـ" + character : character;
}

bool has_name(const std::string& character) {
  return std::ranges::find(names, character, &std::pair<std::string_view, std::string_view>::first) !=
         names.end();
}

}  // namespace

KeyRows& KeyRows::row() {
  keyboard_.rows.emplace_back();
  return *this;
}

KeyRows& KeyRows::keys(std::string_view characters, double width) {
  for (const auto& one : points_of(characters)) add(letter(one, false, width));
  return *this;
}

KeyRows& KeyRows::letters(std::string_view small, bool capitals) {
  for (const auto& one : points_of(small)) {
    const auto character = capitals ? visit::capital_of(one, capitals_of(layout_)) : one;
    Key key = letter(character, capitals && character != one, 1.0);
    if (!variants_of(character, layout_).empty()) key.hold = visit::OfferVariants{character};
    add(std::move(key));
  }
  return *this;
}

KeyRows& KeyRows::key(const std::string& character, double width) {
  return add(letter(character, false, width));
}

KeyRows& KeyRows::shift(double width) {
  const Shift shift = visit_.keys.shift;
  Key key{.cap = say_("key.shift").text,
          .spoken = say_(shift == Shift::Off    ? "key.shift.spoken"
                         : shift == Shift::Once ? "key.shift.once"
                                                : "key.shift.locked"),
          .action = visit::PressShift{},
          .width = width,
          .kind = Kind::Function,
          .on = shift != Shift::Off};
  key.icon = shift == Shift::Locked ? "caps" : "shift";
  return add(std::move(key));
}

KeyRows& KeyRows::erase(double width) {
  Key key{.cap = say_("key.erase").text,
          .spoken = say_("key.erase.spoken"),
          .action = visit::Erase{},
          .width = width,
          .kind = Kind::Function,
          .enabled = !text().empty()};
  key.hold = visit::Erase{};
  if (from_right()) key.icon = "backspace-right";
  key.repeats = true;
  return add(std::move(key));
}

KeyRows& KeyRows::erase_all(double width) {
  return add({.cap = say_("key.erase-all").text,
              .spoken = say_("key.erase-all.spoken"),
              .action = visit::EraseAll{},
              .width = width,
              .kind = Kind::Function,
              .enabled = !text().empty()});
}

KeyRows& KeyRows::space(double width) {
  return add({say_("key.space").text, say_("key.space"), visit::TypeText{" "}, width, Kind::Space});
}

KeyRows& KeyRows::line(double width) {
  if (visit_.at.screen == visit::Screen::Search) {
    return add({say_("key.go").text, say_("search.go"), visit::LookUp{}, width, Kind::Go, false,
                visit::query_is_enough(visit_)});
  }
  if (visit_.at.screen != visit::Screen::CodeEntry) {
    return add(
        {say_("key.line").text, say_("key.line.spoken"), visit::TypeText{"\n"}, width, Kind::Function});
  }
  return add({say_("key.go").text, say_("follow.look-up"), visit::LookUp{}, width, Kind::Go, false,
              visit::code_is_complete(visit_)});
}

KeyRows& KeyRows::layer(std::string_view cap, std::string_view spoken_key, visit::KeyLayer layer,
                        double width) {
  return add({std::string(cap), say_(spoken_key), visit::ShowKeys{layer}, width, Kind::Function,
              visit_.keys.layer == layer});
}

KeyRows& KeyRows::vowels(std::string_view before, const std::vector<std::string>& syllables) {
  const double width = layout_.columns / static_cast<double>(syllables.size());
  const bool swaps = std::ranges::find(syllables, before) != syllables.end();
  for (const auto& one : syllables) {
    Key key = letter(one, false, width);
    if (swaps) key.action = visit::SwapLetter{one};
    key.on = one == before;
    add(std::move(key));
  }
  return *this;
}

Key KeyRows::tool(std::string_view spoken_key, visit::Action action, std::string icon, bool enabled) const {
  Key key{
      .spoken = say_(spoken_key), .action = std::move(action), .kind = Kind::Function, .enabled = enabled};
  key.icon = std::move(icon);
  return key;
}

void KeyRows::tools(const std::vector<visit::KeyLayout>& offered) {
  const auto* field = visit::field_of(visit_);
  auto& tools = keyboard_.tools;
  if (layout_.usual != layout_.alphabet) {
    const bool alphabet = visit_.keys.order == KeyOrder::Alphabet;
    Key order = tool(alphabet ? "key.order.usual" : "key.order.alphabet",
                     visit::OrderKeys{alphabet ? KeyOrder::Usual : KeyOrder::Alphabet},
                     alphabet ? "keyboard" : "sort-letters", true);
    order.cap = alphabet ? layout_.usual_cap : layout_.alphabet_cap;
    order.width = 1.9;
    tools.push_back(std::move(order));
  }
  if (offered.size() > 1) {
    Key globe = tool("key.layouts", visit::OfferLayouts{}, "language", true);
    globe.on = visit_.keys.offer == visit::KeyOffer::Layouts;
    globe.width = 1.5;
    tools.push_back(std::move(globe));
  }
  const auto left = from_right() ? visit::Caret::After : visit::Caret::Before;
  const auto right = from_right() ? visit::Caret::Before : visit::Caret::After;
  const bool some = !text().empty();
  for (Key arrow : {tool("key.left", visit::MoveCaret{left}, "arrow-left", some),
                    tool("key.right", visit::MoveCaret{right}, "arrow-right", some)}) {
    arrow.hold = arrow.action;
    arrow.repeats = true;
    tools.push_back(std::move(arrow));
  }
  tools.push_back(tool("key.word", visit::SelectWord{}, "select-word", some));
  tools.push_back(tool("key.undo.spoken", visit::Undo{}, "restart", field && field->can_undo()));
  tools.push_back(tool("key.redo.spoken", visit::Redo{}, "redo", field && field->can_redo()));
  tools.push_back(tool("key.erase-all.spoken", visit::EraseAll{}, "delete", some));
  if (visit_.keys.offer == visit::KeyOffer::Layouts) offer_layouts(offered);
}

void KeyRows::offer_layouts(const std::vector<visit::KeyLayout>& offered) {
  KeyOffer offer{.title = say_("key.layouts"), .of_tool = true};
  offer.key = layout_.usual != layout_.alphabet ? 1 : 0;
  for (const auto each : offered) {
    const auto& rows = rows_of(each);
    const Words name{std::string(rows.name), std::string(rows.lang)};
    Key key{.cap = name.text, .spoken = name, .action = visit::ChooseLayout{each}, .kind = Kind::Function};
    key.on = each == layout_.layout;
    offer.keys.push_back(std::move(key));
  }
  keyboard_.offer = std::move(offer);
}

// The letter may have changed its case since it was pressed; it still stands at its place.
void KeyRows::offer_variants() {
  const auto& wanted = visit_.keys.letter;
  const auto how = capitals_of(layout_);
  for (std::size_t r = 0; r < keyboard_.rows.size(); ++r) {
    const auto& row = keyboard_.rows[r];
    const auto at = std::ranges::find_if(row, [&](const Key& key) {
      return key.hold && (key.cap == wanted || visit::capital_of(key.cap, how) == wanted);
    });
    if (at == row.end()) continue;
    KeyOffer offer{.title = say_("key.variants", {{"letter", wanted}}), .row = r};
    offer.key = static_cast<std::size_t>(at - row.begin());
    for (const auto& one : variants_of(wanted, layout_)) {
      if (one == wanted) continue;
      Key key = letter(one, wanted != at->cap && visit::capital_of(one, how) == one, 1.0);
      key.action = visit::SwapLetter{one};
      offer.keys.push_back(std::move(key));
    }
    if (!offer.keys.empty()) keyboard_.offer = std::move(offer);
    return;
  }
}

Keyboard KeyRows::finish() {
  if (visit_.keys.offer == visit::KeyOffer::Variants) offer_variants();
  return std::move(keyboard_);
}

std::string_view KeyRows::text() const {
  const auto* field = visit::field_of(visit_);
  return field ? field->text() : std::string_view();
}

bool KeyRows::from_right() const {
  return visit::reads_from_right(text(), layout_.from_right);
}

Key KeyRows::letter(const std::string& character, bool capital, double width) const {
  Key key{.cap = cap_of(character),
          .spoken = spoken(character, capital),
          .action = visit::TypeText{character},
          .width = width};
  // Where only a few signs have a key of their own, the others wait behind it; an address has use for none.
  const bool address = visit_.at.screen == visit::Screen::IdeaContact;
  if (!address && has_name(character) && !variants_of(character, layout_).empty())
    key.hold = visit::OfferVariants{character};
  return key;
}

Words KeyRows::spoken(const std::string& character, bool capital) const {
  const auto found =
      std::ranges::find(names, character, &std::pair<std::string_view, std::string_view>::first);
  if (found != names.end()) return say_(found->second);
  if (character.size() > 1 && character[0] == '.') return say_("key.ending", {{"name", character.substr(1)}});
  if (capital) return say_("key.capital", {{"letter", character}});
  if (static_cast<unsigned char>(character[0]) < 0x80) return say_.name(character);
  return {character, std::string(layout_.lang)};
}

KeyRows& KeyRows::add(Key key) {
  keyboard_.rows.back().push_back(std::move(key));
  return *this;
}

}  // namespace wv::screens
