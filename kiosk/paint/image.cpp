// Area-averaged scaling in whole numbers.
#include "kiosk/paint/image.h"

#include <algorithm>

namespace wv::paint {
namespace {

constexpr std::uint64_t kOne = 1 << 12;  // the weight of a whole source pixel in one direction

// The source pixels under one new pixel, the first and last in part.
struct Reach {
  int from = 0, to = 0;  // to is just outside
  std::uint64_t first = kOne, last = kOne;
  std::uint64_t weight(int at) const { return at == from ? first : at + 1 == to ? last : kOne; }
};

Reach reach_of(int at, int source, int target) {
  if (source <= target) {
    const int only = static_cast<int>(std::int64_t{at} * source / target);
    return {only, only + 1, kOne, kOne};
  }
  const auto wide = static_cast<std::uint64_t>(target);
  const std::uint64_t start = static_cast<std::uint64_t>(at) * static_cast<std::uint64_t>(source);
  const std::uint64_t stop = start + static_cast<std::uint64_t>(source);
  Reach reach;
  reach.from = static_cast<int>(start / wide);
  reach.to = static_cast<int>((stop + wide - 1) / wide);
  reach.first = kOne - start % wide * kOne / wide;
  reach.last = stop % wide == 0 ? kOne : stop % wide * kOne / wide;
  return reach;
}

std::uint32_t average(const Image& image, const Reach& across, const Reach& down) {
  std::uint64_t sums[4] = {};
  std::uint64_t weights = 0;
  for (int y = down.from; y < down.to; ++y) {
    const std::uint32_t* row = image.pixels.data() + std::int64_t{y} * image.size.width;
    for (int x = across.from; x < across.to; ++x) {
      const std::uint64_t weight = across.weight(x) * down.weight(y) >> 12;
      for (int k = 0; k < 4; ++k) sums[k] += weight * (row[x] >> (8 * k) & 255);
      weights += weight;
    }
  }
  std::uint32_t pixel = 0;
  for (int k = 0; k < 4 && weights > 0; ++k) {
    pixel |= static_cast<std::uint32_t>((sums[k] + weights / 2) / weights) << (8 * k);
  }
  return pixel;
}

}  // namespace

Image scale_down(const Image& image, Size to) {
  Image scaled{{std::max(1, to.width), std::max(1, to.height)}, {}, image.opaque};
  if (image.pixels.empty()) return {{}, {}, true};
  scaled.pixels.reserve(static_cast<std::size_t>(scaled.size.width) *
                        static_cast<std::size_t>(scaled.size.height));
  std::vector<Reach> across;
  for (int x = 0; x < scaled.size.width; ++x)
    across.push_back(reach_of(x, image.size.width, scaled.size.width));
  for (int y = 0; y < scaled.size.height; ++y) {
    const Reach down = reach_of(y, image.size.height, scaled.size.height);
    for (const Reach& reach : across) scaled.pixels.push_back(average(image, reach, down));
  }
  return scaled;
}

Size fit_inside(Size picture, Size room) {
  if (picture.width <= 0 || picture.height <= 0) return {1, 1};
  if (picture.width <= room.width && picture.height <= room.height) return picture;
  const std::int64_t w = picture.width, h = picture.height;
  const std::int64_t by_width = h * room.width / w;
  if (by_width <= room.height)
    return {std::max(1, room.width), static_cast<int>(std::max<std::int64_t>(1, by_width))};
  return {static_cast<int>(std::max<std::int64_t>(1, w * room.height / h)), std::max(1, room.height)};
}

}  // namespace wv::paint
