// The colours of the screen, loaded from a design token file and refused when people could not read them.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "kiosk/ui/colour.h"
#include "sync/base/result.h"

namespace wv::ui {

// A family of a strong colour and a pale ground on which its own text is readable.
enum class Tint { Brand, Sun, Sky, Brick, Neutral };  // in the order of screens::Tint

struct TintColours {
  Colour strong;  // fills, borders
  Colour pale;    // ground
  Colour text;    // text and pictograms on pale
};

struct Theme {
  std::string name;
  Colour paper, card, line;  // ground, cards, quiet borders that carry no meaning
  Colour control;            // border of controls: 3:1 on paper and card
  Colour ink, soft;          // text, secondary text
  Colour brand, brand_deep, on_brand;
  Colour accent;  // the one warm accent, on brand
  Colour bar, on_bar, bar_dimmed;
  Colour keyboard, key, key_special, key_edge;
  Colour focus, focus_gap;           // ring and the thin line between ring and control
  Colour disabled;                   // text of what does nothing now
  Colour skyline;                    // fill of the houses on Attract
  std::array<TintColours, 5> tints;  // Neutral is made of control, line and soft

  const TintColours& tint(Tint which) const { return tints[static_cast<std::size_t>(which)]; }
};

// Reads the group "wijkvenster" of a token file (tokens.h). Its tokens may refer to whatever else the file
// holds, so a municipality maps its own names to ours in its own file. Missing tokens are taken from
// `otherwise`; without one they are mistakes. Wrong colours and pairs below 4.5:1 (text) or 3:1 (controls,
// focus) are refused with every failing pair named. `file` only serves the message.
base::Result<Theme> load_theme(std::string_view json, std::string_view file,
                               const Theme* otherwise = nullptr);

// "brand", "sun", "sky", "brick"; anything else is Brand: a theme in content never stops a screen.
Tint tint_named(std::string_view name);

}  // namespace wv::ui
