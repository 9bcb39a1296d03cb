// Which parts of the screen differ from the last frame, found by hashing; the screens need not know what they
// changed.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "kiosk/paint/geometry.h"

namespace wv::paint {

class Primitives;

inline constexpr int kTile = 60;  // divides 1080, 1920 and 1200

class Damage {
 public:
  // Disjoint rectangles made of whole tiles (cut to the canvas) that must be repainted; valid until the next
  // call. Everything at first, after a change of size or background, and after forget().
  std::span<const Rect> update(const Primitives& primitives, Colour background);
  // The canvas lost its contents.
  void forget() { known_ = false; }

 private:
  void hash(const Primitives& primitives, Colour background);
  void collect();
  void join(const Rect& run);

  Size size_;
  int columns_ = 0, rows_ = 0;
  bool known_ = false;
  std::vector<std::uint64_t> last_, current_;
  std::vector<Rect> rects_;
};

}  // namespace wv::paint
