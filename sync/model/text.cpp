// Falling back to Dutch, and saying so.
#include "sync/model/text.h"

namespace wv::model {

Text::Found Text::find(std::string_view lang) const {
  if (in.empty()) return {};
  if (const auto found = in.find(std::string(lang)); found != in.end()) return {found->second, false};
  const auto dutch = in.find("nl");
  return {dutch != in.end() ? dutch->second : in.begin()->second, true};
}

}  // namespace wv::model
