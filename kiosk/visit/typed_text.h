// What a visitor types: text with a caret, a selection and a way back, in memory that is wiped when it goes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/visit/letters.h"
#include "sync/base/secret.h"

namespace wv::visit {

// In the order of the text, whatever its direction on the screen.
enum class Caret { Before, After, Start, End };

// Always valid UTF-8. Limits count code points; carets and erasing go by whole letters (letters.h).
class TypedText {
 public:
  std::string_view text() const { return {bytes_.data(), bytes_.size()}; }
  bool empty() const { return bytes_.empty(); }
  std::size_t characters() const;                    // code points
  std::size_t caret_byte() const { return caret_; }  // byte offset into text()
  // What the next key replaces; empty, at the caret, when nothing is selected.
  Stretch selection() const;

  // Puts `more` in place of the selection, or nothing of it: false when it is no UTF-8, or `most` characters
  // would be passed.
  bool insert(std::string_view more, std::size_t most);
  // The same in place of the letter before the caret: another form of the letter that was just typed.
  bool swap_letter(std::string_view other, std::size_t most);
  void erase();  // the selection, else the letter before the caret
  void erase_all();

  // Goes back a word at a time: typing and erasing each make steps of their own. Anything new ends the way
  // forward.
  bool can_undo() const { return !done_.empty(); }
  bool can_redo() const { return !undone_.empty(); }
  void undo();
  void redo();

  void move(Caret where);  // from a selection: to its side
  void place_caret(std::size_t byte);
  // A finger in the text: puts the caret there; a second one in the same word selects the word, a third one
  // in the selection puts the caret again. No hurry: what counts is the order, not the time between.
  void touch(std::size_t byte);
  void select_word();  // the one at the caret; when it is selected already: nothing any more

  // For comparing visits in tests; the time it takes tells where two texts differ.
  bool operator==(const TypedText&) const = default;

 private:
  using WipingBytes = std::vector<char, base::WipingAllocator<char>>;

  // One step of the way back: at `at`, `removed` made way for `inserted`.
  struct Edit {
    enum class Kind { Typing, Erasing } kind = Kind::Typing;
    std::size_t at = 0;
    WipingBytes removed, inserted;
    bool operator==(const Edit&) const = default;
  };

  bool replace(Stretch gone, std::string_view with, Edit::Kind kind, std::size_t most);
  void note(Stretch gone, std::string_view with, Edit::Kind kind);
  bool continues_typing(Stretch gone, std::string_view with) const;
  bool continues_erasing(Stretch gone) const;
  void splice(Stretch gone, std::string_view with);

  WipingBytes bytes_;
  std::size_t caret_ = 0;
  std::optional<std::size_t> anchor_;  // the other end of the selection
  bool touched_ = false;               // a finger put the caret where it is
  std::vector<Edit> done_, undone_;
};

}  // namespace wv::visit
