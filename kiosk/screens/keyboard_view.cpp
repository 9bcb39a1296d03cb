// Every row adds up to the same width, so that keys stand where fingers expect them.
#include "kiosk/screens/keyboard_view.h"

#include "sync/base/utf8.h"

namespace wv::screens {
namespace {

using visit::KeyLayer;
using Kind = Key::Kind;

class Rows {
 public:
  Rows(const visit::Visit& visit, const Wording& say) : visit_(visit), say_(say) {}

  Rows& row() {
    keyboard_.rows.emplace_back();
    return *this;
  }
  // One key for each character, in letter widths.
  Rows& keys(std::string_view characters, double width = 1.0) {
    while (!characters.empty()) {
      const std::size_t before = characters.size();
      std::string_view rest = characters;
      if (!base::next_code_point(rest)) return *this;
      key(std::string(characters.substr(0, before - rest.size())), width);
      characters = rest;
    }
    return *this;
  }
  Rows& key(const std::string& character, double width = 1.0) {
    return add({character, spoken(character), visit::TypeText{character}, width});
  }
  Rows& function(std::string_view cap, std::string_view spoken_key, visit::Action action, double width,
                 bool enabled = true, bool on = false) {
    return add({say_(cap).text, say_(spoken_key), std::move(action), width, Kind::Function, on, enabled});
  }
  Rows& erase(double width) {
    return function("key.erase", "key.erase.spoken", visit::Erase{}, width, !text().empty());
  }
  Rows& erase_all(double width) {
    return function("key.erase-all", "key.erase-all.spoken", visit::EraseAll{}, width, !text().empty());
  }
  Rows& undo(double width) {
    const auto* field = visit::field_of(visit_);
    return function("key.undo", "key.undo.spoken", visit::UndoErase{}, width, field && field->can_undo());
  }
  Rows& space(double width) {
    return add({say_("key.space").text, say_("key.space"), visit::TypeText{" "}, width, Kind::Space});
  }
  // A new line in an idea; where one line is all there is, the key looks the code up.
  Rows& line(double width) {
    if (visit_.at.screen == visit::Screen::Search) {
      return add({say_("key.go").text, say_("search.go"), visit::LookUp{}, width, Kind::Go, false,
                  visit::query_is_enough(visit_)});
    }
    if (visit_.at.screen != visit::Screen::CodeEntry) {
      return function("key.line", "key.line.spoken", visit::TypeText{"\n"}, width);
    }
    return add({say_("key.go").text, say_("follow.look-up"), visit::LookUp{}, width, Kind::Go, false,
                visit::code_is_complete(visit_)});
  }
  Rows& layer(std::string_view cap, std::string_view spoken_key, KeyLayer layer, double width) {
    return function(cap, spoken_key, visit::ShowKeys{layer}, width, true, visit_.keys == layer);
  }
  Rows& caret(std::string cap, std::string_view spoken_key, visit::Caret where, double width) {
    return add({std::move(cap), say_(spoken_key), visit::MoveCaret{where}, width, Kind::Function, false,
                !text().empty()});
  }
  Keyboard finish() { return std::move(keyboard_); }

 private:
  std::string_view text() const {
    const auto* field = visit::field_of(visit_);
    return field ? field->text() : std::string_view();
  }
  Words spoken(const std::string& character) const {
    if (character.size() == 1 && character[0] >= 'A' && character[0] <= 'Z' &&
        visit_.keys == KeyLayer::Upper) {
      return say_("key.capital", {{"letter", character}});
    }
    if (character == ",") return say_("key.comma");
    if (character == ".") return say_("key.period");
    if (character == "?") return say_("key.question");
    if (character == "’") return say_("key.apostrophe");
    if (character == "-") return say_("key.hyphen");
    if (character == "@") return say_("key.at");
    return say_.name(character);
  }
  Rows& add(Key key) {
    keyboard_.rows.back().push_back(std::move(key));
    return *this;
  }

  const visit::Visit& visit_;
  const Wording& say_;
  Keyboard keyboard_;
};

void symbols(Rows& rows) {
  rows.row().keys("1234567890").row().keys("-/:;()€&@\"");
  rows.row().undo(1.5).keys("!%+=*#’").erase(1.5);
  rows.row().layer("key.letters", "key.letters.spoken", KeyLayer::Lower, 1.4).erase_all(1.6);
  rows.caret("←", "key.left", visit::Caret::Left, 1)
      .space(2.8)
      .caret("→", "key.right", visit::Caret::Right, 1);
  rows.keys("?", 0.8).line(1.4);
}

void accents(Rows& rows) {
  rows.row().keys("éëèêáàäâãå").row().keys("óöòôøúüùûñ").row();
  rows.undo(1.5).keys("íïìîçşğ").erase(1.5);
  rows.row().layer("key.letters", "key.letters.spoken", KeyLayer::Lower, 1.2);
  rows.layer("key.symbols", "key.symbols.spoken", KeyLayer::Symbols, 1.2)
      .keys(",", 0.8)
      .space(3.6)
      .keys(".?", 0.8)
      .line(1.6);
}

void letters(Rows& rows, bool upper) {
  rows.row().keys(upper ? "QWERTYUIOP" : "qwertyuiop").row().keys(upper ? "ASDFGHJKL’" : "asdfghjkl’");
  rows.row()
      .layer("key.shift", "key.shift.spoken", KeyLayer::Upper, 1.5)
      .keys(upper ? "ZXCVBNM" : "zxcvbnm")
      .erase(1.5);
  rows.row().layer("key.symbols", "key.symbols.spoken", KeyLayer::Symbols, 1.2);
  rows.layer("key.accents", "key.accents.spoken", KeyLayer::Accents, 1.2)
      .keys(",", 0.8)
      .space(3.6)
      .keys(".?", 0.8)
      .line(1.6);
}

}  // namespace

Keyboard letter_keys(const visit::Visit& visit, const Wording& say) {
  Rows rows(visit, say);
  switch (visit.keys) {
    case KeyLayer::Symbols:
      symbols(rows);
      break;
    case KeyLayer::Accents:
      accents(rows);
      break;
    case KeyLayer::Upper:
    case KeyLayer::Lower:
      letters(rows, visit.keys == KeyLayer::Upper);
      break;
  }
  return rows.finish();
}

Keyboard email_keys(const visit::Visit& visit, const Wording& say) {
  Rows rows(visit, say);
  rows.row().keys("1234567890").row().keys("qwertyuiop").row().keys("asdfghjkl_");
  rows.row().undo(1.5).keys("zxcvbnm").erase(1.5);
  rows.row().keys("@", 1.5).keys("-+", 1.25).keys(".", 1.5).key(".nl", 1.5).key(".com", 1.5).erase_all(1.5);
  return rows.finish();
}

Keyboard phone_keys(const visit::Visit& visit, const Wording& say) {
  Rows rows(visit, say);
  rows.row().keys("123").row().keys("456").row().keys("789").row().keys("+0").erase(1);
  return rows.finish();
}

Keyboard code_keys(const visit::Visit& visit, const Wording& say) {
  Rows rows(visit, say);
  rows.row().keys("01234567").row().keys("89ABCDEF").row().keys("GHJKMNPQ").row().keys("RSTVWXYZ");
  rows.row().erase_all(4).erase(4);
  return rows.finish();
}

Keyboard pin_keys(const visit::Visit& visit, const Wording& say) {
  Rows rows(visit, say);
  rows.row().keys("123").row().keys("456").row().keys("789").row().erase_all(1).keys("0").erase(1);
  return rows.finish();
}

}  // namespace wv::screens
