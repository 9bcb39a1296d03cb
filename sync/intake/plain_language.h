// Hints for who writes for residents: what makes a Dutch text hard to read. Hints only; nobody is held back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sync/base/world.h"

namespace wv::intake {

struct Hint {
  enum class Kind { LongSentence, LongWord, Passive, Officialese };
  Kind kind = Kind::LongSentence;
  std::size_t offset = 0;  // in bytes, where `excerpt` begins
  std::string excerpt;     // the words it is about
  std::string message;     // Dutch: what makes it hard, and what could stand there
  bool operator==(const Hint&) const = default;
};

// In the order of the text. Lines are sentences of their own. The words of officialese are those of
// assets/words/ambtelijk.toml.
std::vector<Hint> plain_language(std::string_view text);

}  // namespace wv::intake
