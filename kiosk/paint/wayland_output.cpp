// Memory that a Wayland compositor reads (wl_shm). SDL 2.26 itself has only OpenGL there: two hundred
// megabytes of drivers, and a copy, for a picture that is drawn without them.
#define SDL_MAIN_HANDLED
#include <SDL.h>
#undef SDL_VIDEO_DRIVER_X11  // whose headers make None and Status macros
#include <SDL_syswm.h>
#include <sys/mman.h>
#include <unistd.h>
#include <wayland-client.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "kiosk/paint/window_output.h"

namespace wv::paint {
namespace {

struct DestroyProxy {
  void operator()(wl_event_queue* queue) const { wl_event_queue_destroy(queue); }
  void operator()(wl_registry* registry) const { wl_registry_destroy(registry); }
  void operator()(wl_shm* shm) const { wl_shm_destroy(shm); }
  void operator()(wl_shm_pool* pool) const { wl_shm_pool_destroy(pool); }
  void operator()(wl_buffer* buffer) const { wl_buffer_destroy(buffer); }
};
template <class T>
using Proxy = std::unique_ptr<T, DestroyProxy>;

// A file without a name, mapped here and, by its number, there.
class SharedMemory {
 public:
  SharedMemory() = default;
  explicit SharedMemory(std::size_t bytes)
      : bytes_(bytes), file_(memfd_create("wijkvenster", MFD_CLOEXEC | MFD_ALLOW_SEALING)) {
    if (file_ < 0 || ftruncate(file_, static_cast<off_t>(bytes)) != 0) return;
    void* at = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file_, 0);
    if (at != MAP_FAILED) pixels_ = static_cast<std::uint32_t*>(at);
  }
  SharedMemory(const SharedMemory&) = delete;
  SharedMemory& operator=(const SharedMemory&) = delete;
  SharedMemory(SharedMemory&& other) noexcept { *this = std::move(other); }
  SharedMemory& operator=(SharedMemory&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    std::swap(file_, other.file_);
    std::swap(pixels_, other.pixels_);
    return *this;
  }
  ~SharedMemory() {
    if (pixels_ != nullptr) munmap(pixels_, bytes_);
    if (file_ >= 0) close(file_);
  }

  std::uint32_t* pixels() const { return pixels_; }  // nullptr: there was none to be had
  int file() const { return file_; }

 private:
  std::size_t bytes_ = 0;
  int file_ = -1;
  std::uint32_t* pixels_ = nullptr;
};

struct Buffer {
  Proxy<wl_buffer> shared;
  Canvas pixels;
  bool is_read = false;      // the compositor has it
  std::vector<Rect> behind;  // what was shown by the other one since
};

void note_global(void* found, wl_registry* registry, std::uint32_t name, const char* interface,
                 std::uint32_t) {
  auto& shm = *static_cast<Proxy<wl_shm>*>(found);
  if (!shm && std::string_view(interface) == wl_shm_interface.name)
    shm.reset(static_cast<wl_shm*>(wl_registry_bind(registry, name, &wl_shm_interface, 1)));
}
constexpr wl_registry_listener registry_listener = {note_global, [](void*, wl_registry*, std::uint32_t) {}};

constexpr wl_buffer_listener buffer_listener = {
    [](void* buffer, wl_buffer*) { static_cast<Buffer*>(buffer)->is_read = false; }};

// SDL has the window, its size and what is touched; here is only what stands on it. Two buffers: the
// compositor reads one until it was given the other.
class WaylandOutput final : public Output {
 public:
  WaylandOutput(SDL_Window* window, wl_display* display, wl_surface* surface)
      : window_(window), display_(display), surface_(surface), queue_(wl_display_create_queue(display)) {
    // What answers here waits in a queue of its own, so that SDL does not take it away.
    auto* display_here = static_cast<wl_display*>(wl_proxy_create_wrapper(display_));
    wl_proxy_set_queue(reinterpret_cast<wl_proxy*>(display_here), queue_.get());
    const Proxy<wl_registry> registry(wl_display_get_registry(display_here));
    wl_proxy_wrapper_destroy(display_here);
    wl_registry_add_listener(registry.get(), &registry_listener, &shm_);
    wl_display_roundtrip_queue(display_, queue_.get());
  }
  const char* name() const override { return "shared memory"; }

  bool adapt() override {
    Size size;
    SDL_GetWindowSize(window_, &size.width, &size.height);
    if (!shm_ || size.width < 1 || size.height < 1) return false;
    const int stride = size.width * 4, bytes = stride * size.height;
    for (Buffer& buffer : buffers_) buffer = Buffer{};
    memory_ = SharedMemory(static_cast<std::size_t>(bytes) * buffers_.size());
    if (memory_.pixels() == nullptr) return false;
    const Proxy<wl_shm_pool> pool(
        wl_shm_create_pool(shm_.get(), memory_.file(), bytes * static_cast<int>(buffers_.size())));
    int from = 0;
    for (Buffer& buffer : buffers_) {
      buffer.shared.reset(wl_shm_pool_create_buffer(pool.get(), from, size.width, size.height, stride,
                                                    WL_SHM_FORMAT_XRGB8888));
      wl_buffer_add_listener(buffer.shared.get(), &buffer_listener, &buffer);
      buffer.pixels = Canvas(memory_.pixels() + from / 4, size, size.width);
      from += bytes;
    }
    next_ = 0;
    return true;
  }

  // Brings the buffer that is to be painted up to what stands on the screen.
  Canvas canvas() override {
    Buffer& buffer = buffers_[next_];
    wl_display_dispatch_queue_pending(display_, queue_.get());
    while (buffer.is_read && wl_display_dispatch_queue(display_, queue_.get()) >= 0) {
    }
    const Canvas& shown = buffers_[1 - next_].pixels;
    for (const Rect& r : buffer.behind)
      for (int y = r.y0; y < r.y1; ++y)
        std::copy_n(shown.row(y) + r.x0, r.width(), buffer.pixels.row(y) + r.x0);
    buffer.behind.clear();
    return buffer.pixels;
  }

  void show(std::span<const Rect> changed) override {
    if (changed.empty()) return;
    Buffer& buffer = buffers_[next_];
    wl_surface_attach(surface_, buffer.shared.get(), 0, 0);
    for (const Rect& r : changed) wl_surface_damage(surface_, r.x0, r.y0, r.width(), r.height());
    wl_surface_commit(surface_);
    wl_display_flush(display_);
    buffer.is_read = true;
    next_ = 1 - next_;
    buffers_[next_].behind.assign(changed.begin(), changed.end());
  }

 private:
  SDL_Window* window_;
  wl_display* display_;
  wl_surface* surface_;
  Proxy<wl_event_queue> queue_;  // outlives what answers in it
  Proxy<wl_shm> shm_;
  SharedMemory memory_;
  std::array<Buffer, 2> buffers_;
  std::size_t next_ = 0;  // to be painted
};

}  // namespace

std::unique_ptr<Output> wayland_output(SDL_Window* window) {
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
  if (SDL_GetWindowWMInfo(window, &info) == SDL_FALSE || info.subsystem != SDL_SYSWM_WAYLAND) return nullptr;
  return std::make_unique<WaylandOutput>(window, info.info.wl.display, info.info.wl.surface);
}

}  // namespace wv::paint
