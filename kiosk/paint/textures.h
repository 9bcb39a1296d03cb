// What a texture number in a drawing stands for: the glyph atlas or a picture.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "kiosk/paint/image.h"

namespace wv::paint {

// A number that goes through Dear ImGui's draw commands. Pictures get numbers from 2.
enum class TextureId : std::uint32_t { None = 0, Glyphs = 1 };

// One byte of coverage a pixel, owned by the text room.
struct AlphaView {
  const std::uint8_t* pixels = nullptr;
  int width = 0, height = 0, stride = 0;
  // Must change when pixels that a glyph already used have moved or changed (repacking, eviction). Adding
  // glyphs in unused space must not change it: a change repaints every glyph on the screen.
  std::uint32_t generation = 0;
};

class Textures {
 public:
  // The pixels must stay valid until the next set_glyphs. Cheap: call it before each frame.
  void set_glyphs(const AlphaView& atlas) { glyphs_ = atlas; }
  const AlphaView& glyphs() const { return glyphs_; }

  TextureId add(Image image);
  void replace(TextureId id, Image image);  // `id` came from add and was not removed
  void remove(TextureId id);                // unknown numbers are ignored; the number may be given out again
  const Image* find(TextureId id) const;    // nullptr: nothing is painted
  Size size(TextureId id) const;            // 0x0 when unknown
  std::size_t bytes() const;                // of all pictures together

  // Differs whenever what a number shows may differ: the damage finder mixes it into its hashes.
  std::uint64_t generation(TextureId id) const;

 private:
  struct Slot {
    Image image;
    std::uint64_t generation = 0;
    bool used = false;
  };
  Slot* slot(TextureId id);
  const Slot* slot(TextureId id) const;

  AlphaView glyphs_;
  std::vector<Slot> slots_;
  std::uint64_t changes_ = 0;
};

}  // namespace wv::paint
