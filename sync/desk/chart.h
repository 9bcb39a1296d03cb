// Bars with their numbers, as a drawing for the eye and a table for everybody.
#pragma once

#include <vector>

#include "sync/desk/html.h"

namespace wv::desk {

struct Bar {
  std::string label;
  std::size_t value = 0;
};
// Next to each other, for time.
Html columns_chart(const std::string& title, const std::vector<Bar>& bars);
// Under each other, for names.
Html bars_chart(const std::string& title, const std::vector<Bar>& bars);

}  // namespace wv::desk
