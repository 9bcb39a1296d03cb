// Text as layout: headings, paragraphs, pairs of label and value.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/ui/element.h"

namespace wv::ui {

struct Lines {
  Role role = Role::Text;
  Lettering lettering = {};
  Colour colour;
  int most = 0;          // lines; 0: as many as it takes
  bool excerpt = false;  // with `most`: the whole text stands behind the action it belongs to
};

// A block of text that enters a node of its own (or belongs to the card around it). Null for an empty text.
Part words(std::string name, const Copy& copy, const Lines& lines);

// The steps of the type scale, in the colours of the theme.
Part heading(Ui& ui, std::string name, const Copy& copy, Type type);
Part paragraph(Ui& ui, std::string name, const Copy& copy);
// The same for longer content: blank lines part paragraphs, lines that begin with a bullet hang from it.
Part prose(Ui& ui, const std::string& name, const Copy& copy);
// An item of a list: a dot, or its number, and its words clear of it. Null when there are no words.
Part hanging(Ui& ui, const std::string& mark, Part text);
Part soft_paragraph(Ui& ui, std::string name, const Copy& copy);
Part strong(Ui& ui, std::string name, const Copy& copy, Colour colour);

// "Trekker   gemeente Tilburg": beside each other when that fits, else the value under its label. One node.
enum class Source { House, Visitor };  // who wrote a value: what a visitor typed is not said to everybody
Part fact(Ui& ui, std::string name, const Copy& label, const Copy& value, Source source = Source::House);

// The small "NL" for what is only there in Dutch. Drawn by words(); here for what draws text itself.
Part foreign_tag(Ui& ui);

}  // namespace wv::ui
