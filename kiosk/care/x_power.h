// Power of the panel by way of the X server (DPMS). The edge. Where the server has no DPMS, which holds for
// Xwayland and so for cage, everything here says no.
#pragma once

#include <optional>
#include <string>

namespace wv::care {

// `name` as in $DISPLAY. Each call speaks to the server for itself, as there are a few a day, and returns
// soon when nobody answers. From now on only this program blanks the screen; false: the server cannot switch
// the panel.
bool take_x_power(const std::string& name);
bool set_x_power(const std::string& name, bool on);  // false: it did not happen
std::optional<bool> x_power_is_on(const std::string& name);

}  // namespace wv::care
