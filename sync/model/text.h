// A text that residents read, in the languages it exists in.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace wv::model {

// BCP 47 primary tag: "nl", "en", "tr", "pl", "uk", "ar", "pap", "ti".
using Lang = std::string;

struct Text {
  std::map<Lang, std::string> in;  // "nl" is always present in content that passed validation

  struct Found {
    std::string_view text;
    bool is_fallback = false;  // true: Dutch stands in for a language that is missing
  };
  Found find(std::string_view lang) const;
  bool empty() const { return in.empty(); }
  bool operator==(const Text&) const = default;
};

}  // namespace wv::model
