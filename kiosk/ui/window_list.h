// A list too long to be there whole: rows of one height, of which only those near the view are made.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "kiosk/ui/element.h"

namespace wv::ui {

struct WindowList {
  std::int64_t total = 0;  // rows there are
  std::int64_t first = 0;  // the rows that are in memory: `first` and the `loaded` from there on
  std::int64_t loaded = 0;
  std::function<Part(std::int64_t)> row;  // of the whole list; asked only for what is in memory
  std::vector<Part> samples;              // rows are as high as the highest of these
  // Asked for through the tree when rows in sight are not, or soon will not be, in memory.
  std::function<visit::Action(std::int64_t first, std::int64_t last)> see;
};
Part window_list(std::string name, WindowList list);

}  // namespace wv::ui
