// A screen that is painted, every letter in its place.
#pragma once

#include "tests/support/drawing.h"
#include "tests/support/text_engine.h"

namespace wv::test {

class Exposure {
 public:
  explicit Exposure(const ui::Panel& panel, int atlas_rows = text::Atlas::height)
      : panel_(panel),
        frame_(textures_),
        engine_(open_engine({.atlas_rows = atlas_rows})),
        pixels_({static_cast<int>(panel.pixels.width), static_cast<int>(panel.pixels.height)}) {}

  // How many pixels were painted anew.
  std::int64_t draw(const screens::View& view, const ui::Hand& hand = {}) {
    std::int64_t painted = 0;
    for (bool again = true; again;) {
      engine_->begin_frame();
      auto painter = frame_.begin(pixels_.canvas().size(), {255, 255, 255, 255});
      screens::draw(view, {themes(), *engine_, panel_}, hand, painter, tree_);
      again = engine_->end_frame();
      if (again) {
        frame_.drop();
        continue;
      }
      const auto& atlas = engine_->atlas();
      textures_.set_glyphs(
          {atlas.pixels, text::Atlas::width, text::Atlas::height, text::Atlas::stride, atlas.generation});
      painted += frame_.end(pixels_.canvas()).pixels;
    }
    return painted;
  }

  paint::Canvas canvas() { return pixels_.canvas(); }
  const ui::Tree& tree() const { return tree_; }
  std::uint32_t generation() const { return engine_->atlas().generation; }  // how often the atlas was emptied

 private:
  ui::Panel panel_;
  paint::Textures textures_;
  paint::Frame frame_;
  std::unique_ptr<text::Engine> engine_;
  paint::Pixels pixels_;
  ui::Tree tree_;
};

}  // namespace wv::test
