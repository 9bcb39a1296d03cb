// Where the letters of each language stand: as people know them from other keyboards, and as an alphabet.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/visit/action.h"
#include "kiosk/visit/letters.h"

namespace wv::screens {

using LetterRows = std::array<std::string_view, 3>;  // the third stands between shift and erase

// From left to right on the glass, whatever the direction of the script: a hand knows where a letter lies.
struct LayoutRows {
  visit::KeyLayout layout;
  std::string_view lang;  // of what stands on the keys
  std::string_view name;  // in its own language
  double columns;         // letter keys in a row
  LetterRows usual, alphabet;
  LetterRows accents;  // reached without a long press
  std::string_view usual_cap, alphabet_cap, accents_cap, letters_cap;
  bool has_capitals = true;
  bool from_right = false;
  std::string_view comma = ",", period = ".", question = "?";
};

const LayoutRows& rows_of(visit::KeyLayout layout);
const std::vector<visit::KeyLayout>& all_layouts();
visit::KeyLayout layout_for(std::string_view lang);
inline visit::Capitals capitals_of(const LayoutRows& rows) {
  return rows.layout == visit::KeyLayout::Turkish ? visit::Capitals::Turkish : visit::Capitals::Common;
}

// The other forms of a letter or sign, those of the layout's own language first; in the case of the letter.
std::vector<std::string> variants_of(std::string_view letter, const LayoutRows& rows);

// Ethiopic: the seven or eight syllables that begin with the sound of this one; empty for other letters.
std::vector<std::string> syllables_of(std::string_view letter);

}  // namespace wv::screens
