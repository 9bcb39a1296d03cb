// The panel of this machine: the X server's power, a backlight of the kernel, whichever there are.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "kiosk/care/display.h"

namespace wv::care {

struct Machine {
  std::string x;  // $DISPLAY; empty: no X server
  std::filesystem::path sys = "/sys/class";
};

// Looks at once at what there is. When it goes, and was dark, the panel is left lit, for whoever shows
// something next.
std::unique_ptr<Display> machine_display(const Machine& machine);

}  // namespace wv::care
