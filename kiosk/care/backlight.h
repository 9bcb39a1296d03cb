// Backlights and connectors as the kernel shows them under /sys/class. The edge: files of the machine.
#pragma once

#include <filesystem>
#include <optional>

namespace wv::care {

// The first backlight that this process may write, as there is one panel. Panels on a cable have none.
class Backlight {
 public:
  // `sys` is /sys/class, or a folder that looks like it.
  static std::optional<Backlight> find(const std::filesystem::path& sys);
  // 1 to 100 percent of its own scale, never so little that it is out. False: it could not be written.
  bool set(int percent);
  bool switch_to(bool on);  // the same for its power, where it has a switch of its own

 private:
  Backlight(std::filesystem::path folder, int most) : folder_(std::move(folder)), most_(most) {}
  std::filesystem::path folder_;
  int most_;
};

// Whether a connector with a panel on it is on; nothing when no driver says (Documentation/ABI: drm `dpms`).
std::optional<bool> connector_is_on(const std::filesystem::path& sys);

}  // namespace wv::care
