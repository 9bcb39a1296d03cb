// Rows of pixels meeting a colour: the inner loops of the rasteriser, exact to the bit with and without SIMD.
#pragma once

#include <cstdint>

#include "kiosk/paint/canvas.h"

namespace wv::paint {

// A straight-alpha colour as the loops want it.
struct Ink {
  std::uint32_t r = 0, g = 0, b = 0, a = 0;
};

// a * b / 255 to the nearest, both 0..255.
constexpr std::uint32_t scale(std::uint32_t a, std::uint32_t b) {
  const std::uint32_t product = a * b + 128;
  return (product + (product >> 8)) >> 8;
}

constexpr std::uint32_t over(const Ink& ink, std::uint32_t alpha, std::uint32_t under) {
  return 0xFF000000u | blend_channel(ink.r, alpha, under >> 16 & 255) << 16 |
         blend_channel(ink.g, alpha, under >> 8 & 255) << 8 | blend_channel(ink.b, alpha, under & 255);
}

// `source` is multiplied by its alpha already.
constexpr std::uint32_t over_multiplied(std::uint32_t source, std::uint32_t under) {
  const std::uint32_t rest = 255 - (source >> 24);
  const auto channel = [&](int shift) {
    const std::uint32_t sum = (source >> shift & 255) + scale(under >> shift & 255, rest);
    return (sum > 255 ? 255 : sum) << shift;
  };
  return 0xFF000000u | channel(16) | channel(8) | channel(0);
}

// One colour and one alpha over `count` pixels.
void blend_row(std::uint32_t* to, int count, const Ink& ink);
// One colour through `count` bytes of coverage.
void cover_row(std::uint32_t* to, const std::uint8_t* coverage, int count, const Ink& ink);
// Pixels multiplied by their alpha.
void picture_row(std::uint32_t* to, const std::uint32_t* from, int count);

}  // namespace wv::paint
