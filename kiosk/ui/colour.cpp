// The arithmetic of colours, as WCAG 2.2 writes it down.
#include "kiosk/ui/colour.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace wv::ui {
namespace {

double linear(std::uint8_t channel) {
  const double share = channel / 255.0;
  return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

std::uint8_t mixed(std::uint8_t above, std::uint8_t below, std::uint8_t alpha) {
  return static_cast<std::uint8_t>((above * alpha + below * (255 - alpha) + 127) / 255);
}

}  // namespace

std::string to_hex(Colour colour) {
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "#%02X%02X%02X", colour.r, colour.g, colour.b);
  return text.data();
}

Colour blend(Colour above, Colour below) {
  return {mixed(above.r, below.r, above.a), mixed(above.g, below.g, above.a),
          mixed(above.b, below.b, above.a)};
}

double relative_luminance(Colour colour) {
  return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}

double contrast(Colour one, Colour other) {
  const double a = relative_luminance(one);
  const double b = relative_luminance(other);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

}  // namespace wv::ui
