// Every screen as a finished view, in plain Dutch or English, so that drawing can be looked at and measured
// alone.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/views.h"

namespace wv::support {

struct SampleView {
  std::string name;
  screens::View view;
};

enum class Tongue { Dutch, English };
// Default size, light theme; a test changes both in the view.
std::vector<SampleView> sample_views(Tongue tongue);

}  // namespace wv::support
