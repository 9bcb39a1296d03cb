// Finding a header among those that came.
#include "sync/base/http.h"

namespace wv::base {

std::string_view header(const Headers& headers, std::string_view lower_case_name) {
  for (const auto& [name, value] : headers)
    if (name == lower_case_name) return value;
  return {};
}

}  // namespace wv::base
