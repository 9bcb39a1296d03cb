// Every row adds up to the same width, so that keys stand where fingers expect them.
#include "kiosk/screens/keyboard_view.h"

#include <algorithm>

#include "kiosk/screens/key_rows.h"
#include "kiosk/screens/layouts.h"

namespace wv::screens {
namespace {

using visit::KeyLayer;
using visit::KeyLayout;
using visit::KeyOrder;

// Widths below are tenths of a row; a layout of twelve columns has narrower letters, not narrower rows.
double tenths(const LayoutRows& layout, double width) {
  return width * layout.columns / 10;
}

void bottom(KeyRows& rows, const LayoutRows& layout, KeyLayer layer) {
  const auto wide = [&](double width) { return tenths(layout, width); };
  rows.row();
  if (layer == KeyLayer::Letters) {
    rows.layer("123", "key.symbols.spoken", KeyLayer::Symbols, wide(1.3));
  } else {
    rows.layer(layout.letters_cap, "key.letters.spoken", KeyLayer::Letters, wide(1.3));
  }
  if (layer == KeyLayer::Accents) {
    rows.layer("123", "key.symbols.spoken", KeyLayer::Symbols, wide(1.3));
  } else {
    rows.layer(layout.accents_cap, "key.accents.spoken", KeyLayer::Accents, wide(1.3));
  }
  rows.key(std::string(layout.comma), wide(0.9)).space(wide(3.3)).key(std::string(layout.period), wide(0.9));
  rows.key(std::string(layout.question), wide(0.9)).line(wide(1.4));
}

void symbols(KeyRows& rows, const LayoutRows& layout) {
  const double width = tenths(layout, 1);
  rows.row().keys("1234567890", width).row().keys("-/:;()€&@\"", width);
  rows.row().keys("!+=*%#_’", width).erase(2 * width);
  bottom(rows, layout, KeyLayer::Symbols);
}

std::size_t count(std::string_view letters) {
  return static_cast<std::size_t>(std::ranges::count_if(letters, [](char c) { return (c & 0xC0) != 0x80; }));
}

void three_rows(KeyRows& rows, const LayoutRows& layout, const LetterRows& letters, bool capitals) {
  const double left = layout.columns - static_cast<double>(count(letters[2]));
  rows.row().letters(letters[0], capitals).row().letters(letters[1], capitals).row();
  if (layout.has_capitals) rows.shift(left / 2);
  rows.letters(letters[2], capitals).erase(layout.has_capitals ? left / 2 : left);
}

// The syllables that the letter before the caret can become; where there is none, the bare vowels.
void vowel_row(KeyRows& rows, const visit::Visit& visit) {
  std::string_view before;
  if (const auto* field = visit::field_of(visit); field && field->selection().empty()) {
    const auto begin = visit::letter_before(field->text(), field->caret_byte());
    before = field->text().substr(begin, field->caret_byte() - begin);
  }
  const auto syllables = syllables_of(before);
  rows.row().vowels(before, syllables.empty() ? syllables_of("አ") : syllables);
}

void letter_rows(KeyRows& rows, const visit::Visit& visit, const LayoutRows& layout) {
  if (layout.layout == KeyLayout::Tigrinya) vowel_row(rows, visit);
  const bool accents = visit.keys.layer == KeyLayer::Accents;
  const bool capitals = layout.has_capitals && visit.keys.shift != visit::Shift::Off;
  three_rows(rows, layout,
             accents                                  ? layout.accents
             : visit.keys.order == KeyOrder::Alphabet ? layout.alphabet
                                                      : layout.usual,
             capitals);
  bottom(rows, layout, visit.keys.layer);
}

// Two languages with the same keys are one choice, under the name that is in use.
std::vector<KeyLayout> layouts_of(const std::vector<model::Lang>& offered, KeyLayout in_use) {
  const auto same_keys = [](KeyLayout one, KeyLayout other) {
    const auto &a = rows_of(one), &b = rows_of(other);
    return a.usual == b.usual && a.alphabet == b.alphabet && a.accents == b.accents;
  };
  std::vector<KeyLayout> found;
  for (const auto& lang : offered) {
    const auto layout = same_keys(layout_for(lang), in_use) ? in_use : layout_for(lang);
    if (std::ranges::none_of(found, [&](auto one) { return same_keys(one, layout); }))
      found.push_back(layout);
  }
  if (std::ranges::find(found, in_use) == found.end()) found.push_back(in_use);
  return found;
}

}  // namespace

KeyLayout layout_in_use(const visit::Visit& visit, const model::Lang& lang) {
  return visit.keys.layout.value_or(layout_for(lang));
}

Keyboard letter_keys(const visit::Visit& visit, const Wording& say, const std::vector<model::Lang>& offered) {
  const auto in_use = layout_in_use(visit, say.lang());
  const auto& layout = rows_of(in_use);
  KeyRows rows(visit, say, layout);
  if (visit.keys.layer == KeyLayer::Symbols) {
    symbols(rows, layout);
  } else {
    letter_rows(rows, visit, layout);
  }
  rows.tools(layouts_of(offered, in_use));
  return rows.finish();
}

// An address is written in small Latin letters, whatever the language around it.
Keyboard email_keys(const visit::Visit& visit, const Wording& say) {
  const auto& layout = rows_of(KeyLayout::English);
  KeyRows rows(visit, say, layout);
  const bool alphabet = visit.keys.order == KeyOrder::Alphabet;
  rows.row().keys("1234567890").row().keys(alphabet ? "abcdefghij" : "qwertyuiop").row();
  if (alphabet) {
    rows.keys("klmnopqrst").row().keys("uvwxyz-_").erase(2);
  } else {
    rows.keys("asdfghjkl-").row().keys("zxcvbnm_").erase(2);
  }
  rows.row().keys("@", 2.2).keys(".", 1.8).keys("+", 1.4).key(".nl", 2.2).key(".com", 2.4);
  rows.tools({});
  return rows.finish();
}

Keyboard phone_keys(const visit::Visit& visit, const Wording& say) {
  KeyRows rows(visit, say, rows_of(KeyLayout::English));
  rows.row().keys("123").row().keys("456").row().keys("789").row().keys("+0").erase(1);
  return rows.finish();
}

Keyboard code_keys(const visit::Visit& visit, const Wording& say) {
  KeyRows rows(visit, say, rows_of(KeyLayout::English));
  rows.row().keys("01234567").row().keys("89ABCDEF").row().keys("GHJKMNPQ").row().keys("RSTVWXYZ");
  rows.row().erase_all(4).erase(4);
  return rows.finish();
}

Keyboard pin_keys(const visit::Visit& visit, const Wording& say) {
  KeyRows rows(visit, say, rows_of(KeyLayout::English));
  rows.row().keys("123").row().keys("456").row().keys("789").row().erase_all(1).keys("0").erase(1);
  return rows.finish();
}

}  // namespace wv::screens
