// What an X server shows, read back from the server: what a person in front of the panel sees.
#pragma once

#include <X11/Xlib.h>
#include <X11/Xutil.h>

#include <cstring>
#include <memory>
#include <optional>
#include <stdexcept>

#include "kiosk/paint/canvas.h"

namespace wv::test {

class XScreen {
 public:
  // $DISPLAY; throws std::runtime_error when nothing answers there.
  XScreen() : display_(XOpenDisplay(nullptr)) {
    if (!display_) throw std::runtime_error("no X server at $DISPLAY");
  }

  paint::Size size() const {
    return {DisplayWidth(display_.get(), number()), DisplayHeight(display_.get(), number())};
  }

  // Where the one window of this size lies on the screen, once it is there. There is no window manager to
  // put a frame around it.
  std::optional<paint::Rect> window_of(paint::Size wanted) const {
    Window root = 0, parent = 0, *children = nullptr;
    unsigned count = 0;
    if (XQueryTree(display_.get(), screen(), &root, &parent, &children, &count) == 0) return std::nullopt;
    const std::unique_ptr<Window[], Free> owned(children);
    for (unsigned i = 0; i < count; ++i) {
      XWindowAttributes window{};
      if (XGetWindowAttributes(display_.get(), children[i], &window) == 0) continue;
      if (window.map_state == IsViewable && window.width == wanted.width && window.height == wanted.height)
        return paint::Rect{window.x, window.y, window.x + window.width, window.y + window.height};
    }
    return std::nullopt;
  }

  // The pixels in `where`, which has to lie on the screen.
  paint::Pixels picture(const paint::Rect& where) const {
    const std::unique_ptr<XImage, Free> image(
        XGetImage(display_.get(), screen(), where.x0, where.y0, static_cast<unsigned>(where.width()),
                  static_cast<unsigned>(where.height()), AllPlanes, ZPixmap));
    if (!image || image->bits_per_pixel != 32) throw std::runtime_error("the X screen cannot be read");
    paint::Pixels pixels({where.width(), where.height()});
    const auto canvas = pixels.canvas();
    for (int y = 0; y < where.height(); ++y) {
      std::uint32_t* row = canvas.row(y);
      std::memcpy(row, image->data + static_cast<std::ptrdiff_t>(y) * image->bytes_per_line,
                  static_cast<std::size_t>(where.width()) * 4);
      for (int x = 0; x < where.width(); ++x) row[x] |= 0xFF000000;  // the server leaves the fourth byte open
    }
    return pixels;
  }

 private:
  struct Free {
    void operator()(Display* display) const { XCloseDisplay(display); }
    void operator()(Window* windows) const { XFree(windows); }
    void operator()(XImage* image) const { XDestroyImage(image); }
  };
  int number() const { return DefaultScreen(display_.get()); }
  Window screen() const { return DefaultRootWindow(display_.get()); }

  std::unique_ptr<Display, Free> display_;
};

}  // namespace wv::test
