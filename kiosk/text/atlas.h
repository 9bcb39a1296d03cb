// The glyph images as one alpha picture, which the rasteriser samples; texture id 1 of the screen.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace wv::text {

// The texture id under which drawn text and pictograms refer to the atlas (ImTextureID is this number as a
// pointer).
constexpr std::uintptr_t atlas_texture = 1;

// The size never changes, so texture coordinates stay right as it fills; memory is only used where rows are
// filled. The pixels in [0, 4) x [0, 4) are white: a shape may use this texture too, at white_u, white_v.
struct Atlas {
  static constexpr int width = 2048;
  static constexpr int height = 2048;
  static constexpr int stride = width;
  static constexpr float white_u = 2.0F / width;
  static constexpr float white_v = 2.0F / height;

  const std::uint8_t* pixels = nullptr;  // alpha, row by row; lives as long as the engine
  int used_rows = 0;
  std::uint32_t generation = 0;  // changes when images that were drawn before may have gone elsewhere
};

}  // namespace wv::text
