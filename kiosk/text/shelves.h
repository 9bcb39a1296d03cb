// Where in the atlas the next image goes: rows of like height, filled from left to right.
#pragma once

#include <optional>
#include <vector>

namespace wv::text {

class Shelves {
 public:
  struct Place {
    int x = 0, y = 0;
  };

  Shelves(int width, int height) : width_(width), height_(height) {}

  // With one free pixel to the right of and below it. Nothing: no room.
  std::optional<Place> place(int width, int height);
  void clear() { shelves_.clear(), used_ = 0; }
  int used() const { return used_; }  // rows

 private:
  struct Shelf {
    int y, height, x;
  };

  int width_, height_;
  int used_ = 0;
  std::vector<Shelf> shelves_;
};

}  // namespace wv::text
