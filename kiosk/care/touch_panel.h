// Touch panels as the kernel shows them. The edge.
#pragma once

#include <filesystem>
#include <optional>

namespace wv::care {

// Whether one is plugged in now; nothing when the kernel shows no input at all. `sys` as with Backlight.
std::optional<bool> has_touch_panel(const std::filesystem::path& sys);

}  // namespace wv::care
