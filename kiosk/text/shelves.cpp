// Simple on purpose: glyphs of one size have few heights, and the atlas is emptied as a whole.
#include "kiosk/text/shelves.h"

namespace wv::text {

std::optional<Shelves::Place> Shelves::place(int width, int height) {
  const int wide = width + 1;
  const int tall = (height + 1 + 3) / 4 * 4;
  if (wide > width_) return std::nullopt;
  Shelf* best = nullptr;
  for (auto& shelf : shelves_) {
    // A shelf may be up to a quarter too tall, else small signs would fill the rows of large ones.
    const bool fits = shelf.height >= tall && shelf.height <= tall + tall / 4 && shelf.x + wide <= width_;
    if (fits && (!best || shelf.height < best->height)) best = &shelf;
  }
  if (!best) {
    if (used_ + tall > height_) return std::nullopt;
    best = &shelves_.emplace_back(Shelf{used_, tall, 0});
    used_ += tall;
  }
  const Place place{best->x, best->y};
  best->x += wide;
  return place;
}

}  // namespace wv::text
