// The notations that design tools export: hexadecimal, rgb() and hsl().
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <regex>
#include <string>

#include "kiosk/ui/colour.h"

namespace wv::ui {
namespace {

std::uint8_t channel(double share) {
  return static_cast<std::uint8_t>(std::lround(std::clamp(share, 0.0, 1.0) * 255));
}

std::optional<Colour> from_hex(const std::string& css) {
  static const std::regex form("#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}(?:[Ff]{2})?)");
  if (!std::regex_match(css, form)) return std::nullopt;
  std::string digits = css.substr(1);
  if (digits.size() == 3) digits = {digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]};
  const auto byte = [&](std::size_t at) {
    return static_cast<std::uint8_t>(std::strtoul(digits.substr(at, 2).c_str(), nullptr, 16));
  };
  return Colour{byte(0), byte(2), byte(4)};
}

// "50%" as a share of one, "127" as a share of `whole`.
double share_of(const std::string& number, double whole) {
  const double value = std::strtod(number.c_str(), nullptr);
  return number.ends_with('%') ? value / 100 : value / whole;
}

std::optional<Colour> from_rgb(const std::string& css) {
  static const std::regex form(
      R"(rgba?\(\s*([0-9.]+%?)[\s,]+([0-9.]+%?)[\s,]+([0-9.]+%?)(?:\s*[,/]\s*(?:1|1\.0|100%))?\s*\))");
  std::smatch part;
  if (!std::regex_match(css, part, form)) return std::nullopt;
  return Colour{channel(share_of(part[1], 255)), channel(share_of(part[2], 255)),
                channel(share_of(part[3], 255))};
}

// CSS Color 4, section 7.1: "converting HSL colors to sRGB".
std::optional<Colour> from_hsl(const std::string& css) {
  static const std::regex form(
      R"(hsla?\(\s*(-?[0-9.]+)(?:deg)?[\s,]+([0-9.]+)%[\s,]+([0-9.]+)%(?:\s*[,/]\s*(?:1|1\.0|100%))?\s*\))");
  std::smatch part;
  if (!std::regex_match(css, part, form)) return std::nullopt;
  const double hue = std::fmod(std::fmod(std::strtod(part[1].str().c_str(), nullptr), 360) + 360, 360);
  const double saturation = share_of(part[2].str() + "%", 1), light = share_of(part[3].str() + "%", 1);
  const auto at = [&](double n) {
    const double k = std::fmod(n + hue / 30, 12);
    const double a = saturation * std::min(light, 1 - light);
    return channel(light - a * std::max(-1.0, std::min({k - 3, 9 - k, 1.0})));
  };
  return Colour{at(0), at(8), at(4)};
}

std::optional<Colour> from_name(const std::string& css) {
  if (css == "black") return Colour{0, 0, 0};
  if (css == "white") return Colour{255, 255, 255};
  return std::nullopt;
}

}  // namespace

base::Result<Colour> parse_colour(std::string_view css) {
  constexpr std::size_t longest = 64;
  const std::string text(css.substr(0, longest + 1));
  if (text.size() <= longest) {
    for (const auto read : {from_hex, from_rgb, from_hsl, from_name})
      if (const auto colour = read(text)) return *colour;
  }
  return base::fail(base::ErrorCode::Invalid,
                    "\"" + text + "\" is no opaque colour; write #RRGGBB, rgb(…) or hsl(…)");
}

}  // namespace wv::ui
