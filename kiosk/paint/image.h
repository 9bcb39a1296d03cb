// A decoded picture, ready to be painted.
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/paint/geometry.h"

namespace wv::paint {

// Pixels are 0xAARRGGBB with colours already multiplied by alpha, row by row without padding.
struct Image {
  Size size;
  std::vector<std::uint32_t> pixels;
  bool opaque = true;  // every alpha is 255: may be copied instead of blended
};

// The average of every source pixel under each new pixel, weighted by its share: what a picture needs before
// it is shown smaller than it was drawn. A size that is larger in a direction repeats pixels there; scale
// those when painting.
Image scale_down(const Image& image, Size to);

// The largest size of the same shape that fits, never larger than the picture itself, at least 1x1.
Size fit_inside(Size picture, Size room);

}  // namespace wv::paint
