// What a visitor types: text with a caret and one undo, whose memory is wiped when it goes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sync/base/secret.h"

namespace wv::visit {

enum class Caret { Left, Right, Start, End };

// Always valid UTF-8. Positions are counted in code points, byte offsets are given where drawing needs them.
class TypedText {
 public:
  std::string_view text() const { return {bytes_.data(), bytes_.size()}; }
  bool empty() const { return bytes_.empty(); }
  std::size_t characters() const;                    // code points
  std::size_t caret_byte() const { return caret_; }  // byte offset into text()

  // Puts `more` at the caret, or nothing of it: false when it is no UTF-8, or `most` characters would be
  // passed.
  bool insert(std::string_view more, std::size_t most);
  void erase();  // the character before the caret
  void erase_all();
  bool can_undo() const { return !erased_.empty(); }
  void undo();  // brings back what the last run of erasing took
  void move(Caret where);
  void place_caret(std::size_t byte);  // snapped to the start of a character

  // For comparing visits in tests; the time it takes tells where two texts differ.
  bool operator==(const TypedText&) const = default;

 private:
  using WipingBytes = std::vector<char, base::WipingAllocator<char>>;

  WipingBytes bytes_;
  std::size_t caret_ = 0;
  WipingBytes erased_;         // one run of erasing, in the order of the text
  std::size_t erased_at_ = 0;  // where it stood
};

}  // namespace wv::visit
