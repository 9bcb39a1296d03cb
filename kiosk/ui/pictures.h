// Pictures of the content by their target name; the app knows how to get them.
#pragma once

#include <string_view>

#include "kiosk/paint/textures.h"
#include "kiosk/ui/geometry.h"

namespace wv::ui {

struct Picture {
  paint::TextureId id = paint::TextureId::None;
  float width = 0, height = 0;  // px
  bool opaque = true;
};

class Pictures {
 public:
  virtual ~Pictures() = default;
  // False once it turned out that there is no such picture, or that it cannot be decoded: the screen then
  // does without it and keeps no room for it.
  virtual bool has(std::string_view name) = 0;
  // Large enough to fill `box` (px) at its own size where the content's picture is; with id None as long as
  // it is on its way. Costs no disk and no decoding.
  virtual Picture find(std::string_view name, Size box) = 0;
};

}  // namespace wv::ui
