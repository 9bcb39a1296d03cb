// Where the pixels of a window go. Private to this room.
#pragma once

#include <memory>
#include <span>

#include "kiosk/paint/canvas.h"

struct SDL_Window;

namespace wv::paint {

class Output {
 public:
  virtual ~Output() = default;
  virtual Canvas canvas() = 0;  // what was shown last stands in it
  virtual void show(std::span<const Rect> changed) = 0;
  virtual bool adapt() = 0;  // to the window's size; false: this kind does not work here
  virtual const char* name() const = 0;
};

// nullptr: the window is not one of Wayland.
std::unique_ptr<Output> wayland_output(SDL_Window* window);

}  // namespace wv::paint
