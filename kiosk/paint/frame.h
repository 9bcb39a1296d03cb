// One frame from an empty draw list to changed pixels. The only owner of a Dear ImGui context.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "kiosk/paint/painter.h"
#include "kiosk/paint/presenter.h"
#include "kiosk/paint/textures.h"

namespace wv::paint {

struct FrameReport {
  std::span<const Rect> changed;  // valid until the next begin()
  std::int64_t pixels = 0;        // in those rectangles; 0: the picture is the one already shown
};

// begin → draw with the painter → end. Nothing drawn is kept for the next frame; only differences are
// painted.
class Frame {
 public:
  explicit Frame(const Textures& textures);  // must outlive the frame
  ~Frame();
  Frame(const Frame&) = delete;
  Frame& operator=(const Frame&) = delete;

  Painter begin(Size size, Colour background);
  // Paints what changed since the last end() into the presenter's canvas and shows it. When the canvas has
  // another size than begin() was told (resized in between) nothing is painted: draw the frame again.
  FrameReport end(Presenter& presenter);
  // The same into a canvas that nobody shows.
  FrameReport end(const Canvas& canvas);
  // Instead of end(): what was drawn lacks letters and is shown to nobody.
  void drop();
  // The next end() repaints everything.
  void forget();

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace wv::paint
