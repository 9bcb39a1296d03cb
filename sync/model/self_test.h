// What a kiosk found when it tried itself at night: whether it would do for the first who comes.
#pragma once

#include <string>
#include <vector>

#include "sync/base/time.h"

namespace wv::model {

// Words for what was wrong, as they travel. A later version may know more.
namespace self_test_fault {
inline constexpr std::string_view tap = "tik-zonder-beeld";     // a tap changed nothing on the screen
inline constexpr std::string_view dark = "scherm-donker";       // the panel stayed off
inline constexpr std::string_view touch = "aanraakscherm-weg";  // no touch panel is plugged in
}  // namespace self_test_fault

struct SelfTest {
  base::Instant at{};               // in whole seconds
  std::vector<std::string> faults;  // empty: all was well
  bool operator==(const SelfTest&) const = default;
};

inline constexpr std::size_t most_self_test_faults = 8, longest_self_test_fault = 40;  // bytes

}  // namespace wv::model
