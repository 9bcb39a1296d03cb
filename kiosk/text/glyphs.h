// Glyph images on demand: drawn by FreeType the first time they are seen, straight into the atlas.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "kiosk/text/atlas.h"
#include "kiosk/text/fonts.h"
#include "kiosk/text/shelves.h"

namespace wv::text {

struct GlyphKey {
  Fixed size = 0;  // 1/64 px of the em
  std::uint16_t index = 0;
  FaceId face = 0;
  std::uint8_t shift = 0;  // of the image to the right, in quarters of a pixel
  bool turned = false;     // left and right changed over, inside the em

  std::uint64_t packed() const {
    return std::uint64_t{static_cast<std::uint32_t>(size)} << 32 | std::uint32_t{index} << 16 |
           std::uint32_t{face} << 8 | (turned ? 0x80U : 0U) | shift;
  }
};

struct GlyphImage {
  std::uint16_t x = 0, y = 0;           // in the atlas
  std::uint16_t width = 0, height = 0;  // 0: nothing to see
  std::int16_t left = 0, top = 0;       // from the pen on the baseline, y downwards
};

class Glyphs {
 public:
  Glyphs(Fonts& fonts, int rows);
  ~Glyphs();
  Glyphs(const Glyphs&) = delete;
  Glyphs& operator=(const Glyphs&) = delete;

  // nullptr: the atlas is full; call end_frame and draw again. Valid until the next call.
  const GlyphImage* find(GlyphKey key);
  // Empties the atlas when something did not fit in it.
  void begin_frame();
  // True: something did not fit, and the same frame would succeed now.
  bool end_frame();

  const Atlas& atlas() const { return atlas_; }
  std::size_t images() const { return images_; }
  std::uint64_t rendered() const { return rendered_; }

 private:
  struct Slot {
    std::uint64_t key = 0;  // 0: free; no size is 0
    GlyphImage image;
  };

  std::uint8_t* pixel_at(int x, int y) { return pixels_ + std::ptrdiff_t{y} * Atlas::stride + x; }
  Slot& slot_of(std::uint64_t key);
  void grow();
  bool render(GlyphKey key, GlyphImage& out);
  void clear();

  Fonts& fonts_;
  int rows_;
  std::uint8_t* pixels_;
  Atlas atlas_;
  Shelves shelves_;
  std::vector<Slot> slots_;  // open addressing; a power of two
  std::size_t images_ = 0;
  std::uint64_t rendered_ = 0;
  bool full_ = false;  // something did not fit in this frame
  bool fresh_ = true;  // the atlas was empty when this frame began
};

}  // namespace wv::text
