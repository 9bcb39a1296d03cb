// Two small numbers as JSON.
#include "kiosk/app/volume_choice.h"

#include "sync/base/json.h"

namespace wv::app {

std::string to_text(const VolumeChoice& choice) {
  return base::to_text(
             base::Json::object({{"sterkte", choice.level}, {"bijInstelling", choice.instead_of}})) +
         "\n";
}

base::Result<VolumeChoice> read_volume_choice(base::ByteView bytes) {
  WV_TRY(const auto json, base::parse_json(bytes, {.max_bytes = 4096, .max_depth = 4}));
  const auto level = json.integer_or("sterkte", 0), instead_of = json.integer_or("bijInstelling", 0);
  const auto fits = [](std::int64_t value) { return value >= 1 && value <= 5; };
  if (!fits(level) || !fits(instead_of))
    return base::fail(base::ErrorCode::Invalid, "sterkte, bijInstelling: have to be from 1 to 5");
  return VolumeChoice{static_cast<int>(level), static_cast<int>(instead_of)};
}

}  // namespace wv::app
