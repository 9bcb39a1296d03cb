// One number in one file each; whatever cannot be read or written is not there.
#include "kiosk/care/backlight.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

namespace wv::care {
namespace {

namespace fs = std::filesystem;

// FB_BLANK_UNBLANK and FB_BLANK_POWERDOWN of the kernel (Documentation/ABI/stable/sysfs-class-backlight).
constexpr int power_on = 0, power_off = 4;

// In the order of their names, so that it is the same one after each start.
std::vector<fs::path> folders_in(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code none;
  for (fs::directory_iterator one(folder, none), end; !none && one != end; one.increment(none))
    found.push_back(one->path());
  std::ranges::sort(found);
  return found;
}

std::string first_word(const fs::path& file) {
  std::string word;
  std::ifstream(file) >> word;
  return word;
}

bool put(const fs::path& file, int number) {
  std::ofstream out(file);
  out << number << std::flush;
  return out.good();
}

}  // namespace

std::optional<Backlight> Backlight::find(const fs::path& sys) {
  for (const auto& folder : folders_in(sys / "backlight")) {
    int most = 0;
    const bool is_number = static_cast<bool>(std::ifstream(folder / "max_brightness") >> most);
    if (is_number && most > 0 && ::access((folder / "brightness").c_str(), W_OK) == 0)
      return Backlight(folder, most);
  }
  return std::nullopt;
}

bool Backlight::set(int percent) {
  const auto part = static_cast<long long>(most_) * std::clamp(percent, 1, 100) / 100;
  return put(folder_ / "brightness", std::max(static_cast<int>(part), 1));
}

bool Backlight::switch_to(bool on) {
  return put(folder_ / "bl_power", on ? power_on : power_off);
}

std::optional<bool> connector_is_on(const fs::path& sys) {
  std::optional<bool> on;
  for (const auto& connector : folders_in(sys / "drm")) {
    if (first_word(connector / "status") != "connected") continue;
    const auto power = first_word(connector / "dpms");
    if (power.empty()) continue;
    on = on.value_or(false) || power == "On";
  }
  return on;
}

}  // namespace wv::care
