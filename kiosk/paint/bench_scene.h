// A made-up screen with as much on it as a real one, for measuring and for tests of the whole path.
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/paint/painter.h"
#include "kiosk/paint/textures.h"

namespace wv::paint {

// Something that looks like letters to the rasteriser: 64 cells of soft blobs.
class SceneTextures {
 public:
  SceneTextures();
  Textures textures;
  TextureId photo, drawing;  // opaque; with transparent parts

 private:
  std::vector<std::uint8_t> atlas_;
};

struct SceneState {
  int pressed_button = -1;  // 0..19
  int scrolled_px = 0;      // of the two text columns
  int minute = 0;           // of the clock in the header
};

inline constexpr Size kSceneSize{1080, 1920};

void draw_scene(Painter& painter, const SceneTextures& scene, const SceneState& state);

}  // namespace wv::paint
