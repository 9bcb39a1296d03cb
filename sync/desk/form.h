// What a browser sends of a form, read strictly: application/x-www-form-urlencoded as bytes in, fields out.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sync/base/result.h"

namespace wv::desk {

inline constexpr std::size_t max_fields = 64;

class Form {
 public:
  // Invalid: broken escapes, a name twice, too many fields, text that is no UTF-8, U+0000.
  static base::Result<Form> parse(std::string_view encoded);

  bool has(std::string_view name) const;
  std::string_view text(std::string_view name) const;  // empty when absent

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

// "buurt & groen" → "buurt%20%26%20groen": one value inside a query.
std::string query_value(std::string_view text);

// "/beheer/ideeen?status=x" → path and query.
std::pair<std::string_view, std::string_view> split_target(std::string_view target);

}  // namespace wv::desk
