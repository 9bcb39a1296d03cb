// A panel that is touched where the picture is says so in its properties; a touchpad does not.
#include "kiosk/care/touch_panel.h"

#include <cstdint>
#include <fstream>

namespace wv::care {

namespace fs = std::filesystem;

std::optional<bool> has_touch_panel(const fs::path& sys) {
  constexpr std::uint64_t direct = 1 << 1;  // INPUT_PROP_DIRECT of linux/input-event-codes.h
  std::error_code none;
  fs::directory_iterator one(sys / "input", none);
  if (none) return std::nullopt;
  for (const fs::directory_iterator end; !none && one != end; one.increment(none)) {
    std::uint64_t properties = 0;
    std::ifstream(one->path() / "properties") >> std::hex >> properties;
    if ((properties & direct) != 0) return true;
  }
  return false;
}

}  // namespace wv::care
