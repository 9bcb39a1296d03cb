// The real screen through SDL: a window surface on X11, a streamed texture where there is none (Wayland,
// KMSDRM). A Wayland window of SDL 2.26 comes with EGL or not at all, also for who would paint into shared
// memory (wl_shm) instead: a kiosk without OpenGL drivers has to bring its own window.
#define SDL_MAIN_HANDLED
#include <SDL.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <string_view>

#include "kiosk/paint/presenter.h"
#include "kiosk/paint/sdl_events.h"

namespace wv::paint {
namespace {

using base::Millis;

struct Closer {
  void operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }
  void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
  void operator()(SDL_Texture* texture) const { SDL_DestroyTexture(texture); }
};
template <class T>
using Owned = std::unique_ptr<T, Closer>;

// SDL's video, from here to the end of the scope.
struct Video {
  ~Video() { SDL_Quit(); }
};

SDL_Rect to_sdl(const Rect& r) {
  return {r.x0, r.y0, r.width(), r.height()};
}

// Where pixels go. Both kinds keep them between frames.
class Output {
 public:
  virtual ~Output() = default;
  virtual Canvas canvas() = 0;
  virtual void show(std::span<const Rect> changed) = 0;
  virtual bool adapt() = 0;  // to the window's size; false: this kind does not work here
  virtual const char* name() const = 0;
};

// Painted straight into what the X server reads.
class SurfaceOutput final : public Output {
 public:
  explicit SurfaceOutput(SDL_Window* window) : window_(window) {}
  Canvas canvas() override { return canvas_; }
  const char* name() const override { return "window surface"; }

  bool adapt() override {
    canvas_ = {};
    SDL_Surface* surface = SDL_GetWindowSurface(window_);
    if (surface == nullptr || SDL_MUSTLOCK(surface)) return false;
    const Uint32 format = surface->format->format;
    if (format != SDL_PIXELFORMAT_RGB888 && format != SDL_PIXELFORMAT_ARGB8888) return false;
    canvas_ = {static_cast<std::uint32_t*>(surface->pixels), {surface->w, surface->h}, surface->pitch / 4};
    return true;
  }

  void show(std::span<const Rect> changed) override {
    rects_.clear();
    for (const Rect& r : changed) rects_.push_back(to_sdl(r));
    if (!rects_.empty())
      SDL_UpdateWindowSurfaceRects(window_, rects_.data(), static_cast<int>(rects_.size()));
  }

 private:
  SDL_Window* window_;
  Canvas canvas_;
  std::vector<SDL_Rect> rects_;
};

// Painted in memory; only the changed parts travel to the GPU.
class TextureOutput final : public Output {
 public:
  explicit TextureOutput(SDL_Window* window)
      : window_(window), renderer_(SDL_CreateRenderer(window, -1, 0)) {}
  Canvas canvas() override { return pixels_.canvas(); }
  const char* name() const override { return "texture"; }

  bool adapt() override {
    Size size;
    if (renderer_ == nullptr || SDL_GetRendererOutputSize(renderer_.get(), &size.width, &size.height) != 0)
      return false;
    texture_.reset();
    texture_.reset(SDL_CreateTexture(renderer_.get(), SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STREAMING,
                                     size.width, size.height));
    if (texture_ == nullptr) return false;
    pixels_ = Pixels(size);
    return true;
  }

  void show(std::span<const Rect> changed) override {
    const Canvas from = pixels_.canvas();
    for (const Rect& r : changed) {
      const SDL_Rect where = to_sdl(r);
      SDL_UpdateTexture(texture_.get(), &where, from.row(r.y0) + r.x0, from.width() * 4);
    }
    SDL_RenderCopy(renderer_.get(), texture_.get(), nullptr, nullptr);
    SDL_RenderPresent(renderer_.get());
  }

 private:
  SDL_Window* window_;
  Owned<SDL_Renderer> renderer_;
  Owned<SDL_Texture> texture_;
  Pixels pixels_{Size{}};
};

// Drivers without a wait of their own make SDL_WaitEvent a loop of 1 ms sleeps (SDL 2.26): 900 wake-ups a
// second.
bool waits_truly() {
  const char* driver = SDL_GetCurrentVideoDriver();
  return driver != nullptr && (std::string_view(driver) == "x11" || std::string_view(driver) == "wayland");
}

class WindowPresenter final : public Presenter {
 public:
  WindowPresenter(Owned<SDL_Window> window, std::unique_ptr<Output> output, const base::Clock& clock)
      : clock_(clock),
        window_(std::move(window)),
        output_(std::move(output)),
        wake_event_(SDL_RegisterEvents(1)),
        waits_truly_(waits_truly()) {}

  Canvas canvas() override { return output_->canvas(); }
  void present(std::span<const Rect> changed) override { output_->show(changed); }

  std::span<const Event> wait(std::optional<Millis> patience) override {
    events_.clear();
    std::optional<Millis> until;
    if (patience) until = clock_.monotonic() + *patience;
    SDL_Event sdl;
    while (events_.empty() && next(sdl, until)) {
      do {
        take(sdl);
      } while (SDL_PollEvent(&sdl) != 0);
      if (until && clock_.monotonic() >= *until) break;
    }
    return events_;
  }

  void wake() override {
    if (woken_.exchange(true)) return;
    SDL_Event event{};
    event.type = wake_event_;
    SDL_PushEvent(&event);
    {
      const std::lock_guard between_look_and_pause(pause_);
    }
    stirred_.notify_one();
  }

  void inject(const Event& event) override { push_to_sdl(event, canvas().size()); }

  std::string describe() const override {
    const char* driver = SDL_GetCurrentVideoDriver();
    return std::string(driver == nullptr ? "?" : driver) + ", " + output_->name();
  }

 private:
  // One event, or false when the time is up.
  bool next(SDL_Event& sdl, std::optional<Millis> until) {
    if (waits_truly_) {
      if (!until) return SDL_WaitEvent(&sdl) != 0;
      const auto left = std::clamp<std::int64_t>((*until - clock_.monotonic()).count(), 0, 1 << 30);
      return SDL_WaitEventTimeout(&sdl, static_cast<int>(left)) != 0;
    }
    constexpr int kLively = 250;  // polls after an event, about a second
    for (;; ++quiet_polls_) {
      if (SDL_PollEvent(&sdl) != 0) {
        quiet_polls_ = 0;
        return true;
      }
      const Millis left = until ? *until - clock_.monotonic() : Millis{20};
      if (left <= Millis{0}) return false;
      std::unique_lock lock(pause_);
      stirred_.wait_for(lock, std::min(left, quiet_polls_ < kLively ? Millis{4} : Millis{20}),
                        [&] { return woken_.load(); });
    }
  }

  void take(const SDL_Event& sdl) {
    if (sdl.type == wake_event_) {
      woken_ = false;
      return add({});
    }
    if (sdl.type == SDL_WINDOWEVENT) return take_window(sdl.window.event);
    if (sdl.type == SDL_RENDER_TARGETS_RESET || sdl.type == SDL_RENDER_DEVICE_RESET) return resized();
    auto event = from_sdl(sdl, canvas().size());
    if (!event) return;
    const Uint32 ago = SDL_GetTicks() - sdl.common.timestamp;
    event->at = clock_.monotonic() - Millis{ago < 10000 ? ago : 0};
    add(std::move(*event));
  }

  void take_window(Uint8 what) {
    if (what == SDL_WINDOWEVENT_SIZE_CHANGED) return resized();
    if (what != SDL_WINDOWEVENT_EXPOSED) return;
    const Rect all = canvas().bounds();
    output_->show({&all, 1});
  }

  void resized() {
    output_->adapt();
    Event event{EventKind::Resized, clock_.monotonic()};
    event.size = canvas().size();
    add(std::move(event));
  }

  void add(Event event) {
    latest_ = std::max({latest_, event.at, event.kind == EventKind::Woken ? clock_.monotonic() : Millis{0}});
    event.at = latest_;
    events_.push_back(std::move(event));
  }

  Video video_;
  const base::Clock& clock_;
  Owned<SDL_Window> window_;
  std::unique_ptr<Output> output_;
  Uint32 wake_event_;
  bool waits_truly_;
  int quiet_polls_ = 0;
  std::atomic<bool> woken_ = false;
  std::mutex pause_;  // with stirred_: a pause between polls that wake() cuts short
  std::condition_variable stirred_;
  Millis latest_{};
  std::vector<Event> events_;
};

void set_hints() {
  SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");  // else X11 loads OpenGL: 105 MiB and 10 ms a frame
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
  // Where there is no session bus, SDL's search for one starts programs and leaks.
  SDL_setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 0);
  // Xlib reads thousands of compose sequences for an input method that nobody types through here: a quarter
  // of the work of a start, and some memory for good.
  SDL_setenv("XCOMPOSEFILE", "/dev/null", 0);
}

Owned<SDL_Window> make_window(const WindowOptions& options) {
  const bool full = options.mode == WindowMode::Fullscreen;
  const Uint32 flags = full ? SDL_WINDOW_FULLSCREEN_DESKTOP : SDL_WINDOW_RESIZABLE;
  return Owned<SDL_Window>(SDL_CreateWindow(options.title.c_str(), SDL_WINDOWPOS_CENTERED,
                                            SDL_WINDOWPOS_CENTERED, options.size.width, options.size.height,
                                            flags));
}

std::unique_ptr<Output> make_output(SDL_Window* window) {
  std::unique_ptr<Output> output = std::make_unique<SurfaceOutput>(window);
  if (output->adapt()) return output;
  output = std::make_unique<TextureOutput>(window);
  return output->adapt() ? std::move(output) : nullptr;
}

// Without X11 or Wayland SDL quietly takes a driver that shows nothing. Fine for who asked for it.
bool shows_something() {
  const std::string_view driver = SDL_GetCurrentVideoDriver();
  return (driver != "offscreen" && driver != "dummy") || SDL_getenv("SDL_VIDEODRIVER") != nullptr;
}

std::unexpected<base::Error> no_screen(std::string_view step) {
  return base::fail(base::ErrorCode::Unavailable, std::string(step) + ": " + SDL_GetError());
}

}  // namespace

base::Result<std::unique_ptr<Presenter>> open_window(const WindowOptions& options, const base::Clock& clock) {
  SDL_SetMainReady();
  set_hints();
  // Video only: joysticks and controllers bring polling of their own.
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return no_screen("no display");
  if (!shows_something()) {
    SDL_Quit();
    return base::fail(base::ErrorCode::Unavailable, "no display: neither X11 nor Wayland answers");
  }
  auto window = make_window(options);
  auto output = window ? make_output(window.get()) : nullptr;
  if (!output) {
    auto error = no_screen("open the window");
    window.reset();
    SDL_Quit();
    return error;
  }
  if (options.mode == WindowMode::Fullscreen) SDL_ShowCursor(SDL_DISABLE);
  return std::make_unique<WindowPresenter>(std::move(window), std::move(output), clock);
}

}  // namespace wv::paint
