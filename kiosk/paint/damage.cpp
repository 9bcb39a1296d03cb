// Mixes every primitive's hash, in drawing order, into each tile it touches, and compares with the frame
// before.
#include "kiosk/paint/damage.h"

#include <bit>
#include <utility>

#include "kiosk/paint/canvas.h"
#include "kiosk/paint/primitives.h"

namespace wv::paint {

std::span<const Rect> Damage::update(const Primitives& primitives, Colour background) {
  if (primitives.canvas() != size_) {
    size_ = primitives.canvas();
    columns_ = (size_.width + kTile - 1) / kTile;
    rows_ = (size_.height + kTile - 1) / kTile;
    known_ = false;
  }
  hash(primitives, background);
  rects_.clear();
  if (known_) {
    collect();
  } else if (size_.width > 0 && size_.height > 0) {
    rects_.push_back({0, 0, size_.width, size_.height});
  }
  std::swap(last_, current_);
  known_ = true;
  return rects_;
}

void Damage::hash(const Primitives& primitives, Colour background) {
  current_.assign(static_cast<std::size_t>(columns_ * rows_), pixel_of(background));
  for (const Primitive& p : primitives.all()) {
    const int right = (p.x1 - 1) / kTile;
    const int bottom = (p.y1 - 1) / kTile;
    for (int row = p.y0 / kTile; row <= bottom; ++row) {
      for (int column = p.x0 / kTile; column <= right; ++column) {
        std::uint64_t& tile = current_[static_cast<std::size_t>(row * columns_ + column)];
        tile = (std::rotl(tile, 7) ^ p.hash) * 0x9E3779B97F4A7C15u;
      }
    }
  }
}

// Changed tiles become runs in a row; runs of the same width in the rows below join the one above.
void Damage::collect() {
  for (int row = 0; row < rows_; ++row) {
    const std::size_t line = static_cast<std::size_t>(row * columns_);
    for (int column = 0; column < columns_;) {
      const auto differs = [&](int at) { return current_[line + at] != last_[line + at]; };
      if (!differs(column)) {
        ++column;
        continue;
      }
      const int from = column;
      while (column < columns_ && differs(column)) ++column;
      join({from * kTile, row * kTile, std::min(column * kTile, size_.width),
            std::min((row + 1) * kTile, size_.height)});
    }
  }
}

void Damage::join(const Rect& run) {
  for (Rect& above : rects_) {
    if (above.y1 == run.y0 && above.x0 == run.x0 && above.x1 == run.x1) {
      above.y1 = run.y1;
      return;
    }
  }
  rects_.push_back(run);
}

}  // namespace wv::paint
