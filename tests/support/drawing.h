// One frame without a screen: what drawing needs, and the tree it leaves behind.
#pragma once

#include <filesystem>
#include <memory>

#include "kiosk/paint/frame.h"
#include "kiosk/screens/draw.h"
#include "kiosk/ui/ui.h"
#include "sync/edge/disk.h"
#include "tests/support/catch.h"

namespace wv::test {

inline const std::filesystem::path& share() {
  static const std::filesystem::path folder = WV_BINARY_DIR "/share/wijkvenster";
  return folder;
}

inline const ui::Themes& themes() {
  static const ui::Themes loaded = [] {
    auto found = ui::load_themes(edge::Disk(), share() / "themes");
    if (!found) FAIL(found.error().message);
    return *found;
  }();
  return loaded;
}

inline ui::Panel portrait() {
  return {};
}
inline ui::Panel landscape() {
  return {{1920, 1080}, {476, 268}};
}

enum class Mirrored { No, Yes };

// Nothing is painted: the canvas is one pixel, the tree is what a test looks at.
class Drawing {
 public:
  Drawing() : frame_(textures_) {
    auto opened = text::Engine::open({.share = share()});
    if (!opened) FAIL(opened.error().message);
    engine_ = std::move(*opened);
  }

  // Calls `body(ui)` inside one frame.
  template <class Body>
  const ui::Tree& with_ui(const ui::Metrics& metrics, Body body, const ui::Hand& hand = {},
                          Mirrored mirrored = Mirrored::No) {
    return in_frame(metrics.panel(), [&](paint::Painter& painter) {
      ui::Ui ui({.theme = themes().of(visit::Contrast::Light),
                 .metrics = metrics,
                 .engine = *engine_,
                 .hand = hand,
                 .mirrored = mirrored == Mirrored::Yes},
                tree_, painter);
      body(ui);
    });
  }

  const ui::Tree& view(const screens::View& view, const ui::Panel& panel, const ui::Hand& hand = {}) {
    return in_frame(panel, [&](paint::Painter& painter) {
      screens::draw(view, {themes(), *engine_, panel}, hand, painter, tree_);
    });
  }

  text::Engine& engine() { return *engine_; }

 private:
  template <class Draw>
  const ui::Tree& in_frame(const ui::Panel& panel, Draw draw) {
    paint::Pixels pixels({1, 1});
    engine_->begin_frame();
    auto painter =
        frame_.begin({static_cast<int>(panel.pixels.width), static_cast<int>(panel.pixels.height)}, {});
    draw(painter);
    engine_->end_frame();
    frame_.end(pixels.canvas());
    return tree_;
  }

  paint::Textures textures_;
  paint::Frame frame_;
  std::unique_ptr<text::Engine> engine_;
  ui::Tree tree_;
};

}  // namespace wv::test
