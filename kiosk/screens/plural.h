// Which form a number takes in a language, by the rule its .po file states ("n != 1", and harder ones).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sync/base/result.h"

namespace wv::screens {

// A gettext Plural-Forms rule. Evaluated as it is read; it never recurses deeper than its own brackets, at
// most 32.
class PluralRule {
 public:
  // "nplurals=2; plural=(n != 1);". Invalid: no such rule, or one that does not compute for small numbers.
  static base::Result<PluralRule> read(std::string_view header_line);
  PluralRule() = default;  // Dutch and English: one and many

  // 0-based, always below forms().
  std::size_t form(std::int64_t count) const;
  std::size_t forms() const { return forms_; }

 private:
  std::string expression_ = "n != 1";
  std::size_t forms_ = 2;
};

}  // namespace wv::screens
