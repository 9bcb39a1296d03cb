// Pictures of the content by their target name; the app knows how to get them.
#pragma once

#include <optional>
#include <string_view>

#include "kiosk/paint/textures.h"

namespace wv::ui {

struct Picture {
  paint::TextureId id = paint::TextureId::None;
  float width = 0, height = 0;  // px
};

class Pictures {
 public:
  virtual ~Pictures() = default;
  // Nothing when there is no such picture, or it could not be decoded: then the screen goes on without it.
  virtual std::optional<Picture> find(std::string_view name) = 0;
};

}  // namespace wv::ui
