// One font file, mapped into memory, with what HarfBuzz shapes from and what FreeType draws from.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "sync/base/result.h"

struct hb_font_t;
struct FT_FaceRec_;
struct FT_LibraryRec_;

namespace wv::text {

// In em; the values of the font's own tables.
struct FaceMetrics {
  float ascent = 0, descent = 0;  // both positive
  float cap_height = 0, x_height = 0;
};

class Face {
 public:
  // NotFound: no such file; Corrupt: no font in it.
  static base::Result<std::unique_ptr<Face>> open(FT_LibraryRec_* library, const std::filesystem::path& file);
  ~Face();
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;

  std::uint16_t glyph_of(char32_t point) const;    // 0: the font does not have it
  hb_font_t* shaping() const { return shaping_; }  // scaled to units_per_em
  FT_FaceRec_* drawing(std::int32_t size);         // set to this size of the em, in 1/64 px
  int units_per_em() const { return units_per_em_; }
  const FaceMetrics& metrics() const { return metrics_; }

 private:
  Face() = default;
  base::Result<void> load(FT_LibraryRec_* library, const std::filesystem::path& file);

  void* mapped_ = nullptr;
  std::size_t size_ = 0;
  hb_font_t* shaping_ = nullptr;
  FT_FaceRec_* drawing_ = nullptr;
  std::int32_t drawing_size_ = 0;
  int units_per_em_ = 1;
  FaceMetrics metrics_;
};

}  // namespace wv::text
