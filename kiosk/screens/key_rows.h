// Builds keys one after the other, each with what it is called and what it does. Private to the keyboard.
#pragma once

#include "kiosk/screens/layouts.h"
#include "kiosk/screens/view_parts.h"
#include "kiosk/screens/wording.h"
#include "kiosk/visit/visit.h"

namespace wv::screens {

class KeyRows {
 public:
  KeyRows(const visit::Visit& visit, const Wording& say, const LayoutRows& layout)
      : visit_(visit), say_(say), layout_(layout) {}

  KeyRows& row();
  KeyRows& keys(std::string_view characters, double width = 1.0);  // one for each character, as it is
  KeyRows& letters(std::string_view small, bool capitals);         // …each with its variants
  KeyRows& key(const std::string& character, double width = 1.0);
  KeyRows& shift(double width);
  KeyRows& erase(double width);
  KeyRows& erase_all(double width);
  KeyRows& space(double width);
  // A new line in an idea; where one line is all there is, the key looks the code up.
  KeyRows& line(double width);
  KeyRows& layer(std::string_view cap, std::string_view spoken_key, visit::KeyLayer layer, double width);
  // A row of syllables; when the one before the caret is among them, a tap makes it another one.
  KeyRows& vowels(std::string_view before, const std::vector<std::string>& syllables);

  // Order, layout, caret, undo and redo, erase all. `offered`: empty when there is one layout only.
  void tools(const std::vector<visit::KeyLayout>& offered);
  Keyboard finish();

 private:
  std::string_view text() const;
  bool from_right() const;  // the text, or what these keys would write
  Key letter(const std::string& character, bool capital, double width) const;
  Words spoken(const std::string& character, bool capital) const;
  KeyRows& add(Key key);
  Key tool(std::string_view spoken_key, visit::Action action, std::string icon, bool enabled) const;
  void offer_variants();
  void offer_layouts(const std::vector<visit::KeyLayout>& offered);

  const visit::Visit& visit_;
  const Wording& say_;
  const LayoutRows& layout_;
  Keyboard keyboard_;
};

}  // namespace wv::screens
