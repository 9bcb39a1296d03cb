// Where the picture goes and events come from: a window, or plain memory when there is no screen.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kiosk/paint/canvas.h"
#include "kiosk/paint/input.h"
#include "sync/base/result.h"
#include "sync/base/world.h"

namespace wv::paint {

class Presenter {
 public:
  virtual ~Presenter() = default;
  // The pixels to paint into; they keep their contents between frames. Ask again after wait(): a Resized
  // event means that the canvas is a new one.
  virtual Canvas canvas() = 0;
  // Hands the changed rectangles to the screen. Returns soon; does not wait for the screen's rhythm.
  virtual void present(std::span<const Rect> changed) = 0;
  // Blocks until something happens or `patience` has passed (none: for ever), then returns all that happened,
  // oldest first; valid until the next call. Sleeps truly on X11 and Wayland.
  virtual std::span<const Event> wait(std::optional<base::Millis> patience) = 0;
  // Makes wait() return with a Woken event. The only function that may be called from another thread.
  virtual void wake() = 0;
  // As if it came from the panel, through the same path as a real finger. For journeys and tests.
  virtual void inject(const Event& event) = 0;
  // For the staff screen and the log, like "x11, window surface".
  virtual std::string describe() const = 0;
};

enum class WindowMode : std::uint8_t { Fullscreen, Window };

struct WindowOptions {
  Size size{1080, 1920};  // of a Window; Fullscreen takes the screen's own size
  WindowMode mode = WindowMode::Window;
  std::string title = "Wijkvenster";
};

// Unavailable when there is no display. `clock` must outlive the presenter. One at a time in a process, on
// the main thread.
base::Result<std::unique_ptr<Presenter>> open_window(const WindowOptions& options, const base::Clock& clock);

// No SDL, no display, no thread. wait() never blocks: it returns what was injected.
std::unique_ptr<Presenter> open_memory(Size size);

}  // namespace wv::paint
