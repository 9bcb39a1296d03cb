// Mapped, not read: of a font of 200 kB a screen touches a tenth.
#include "kiosk/text/face.h"

#include <fcntl.h>
#include <ft2build.h>
#include <hb.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H

namespace wv::text {

namespace {

FaceMetrics read_metrics(FT_Face face) {
  const auto em = static_cast<float>(face->units_per_EM);
  FaceMetrics metrics{static_cast<float>(face->ascender) / em, static_cast<float>(-face->descender) / em,
                      0.7F, 0.5F};
  if (const auto* os2 = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(face, FT_SFNT_OS2));
      os2 && os2->version >= 2) {
    if (os2->sCapHeight > 0) metrics.cap_height = static_cast<float>(os2->sCapHeight) / em;
    if (os2->sxHeight > 0) metrics.x_height = static_cast<float>(os2->sxHeight) / em;
  }
  return metrics;
}

}  // namespace

base::Result<std::unique_ptr<Face>> Face::open(FT_LibraryRec_* library, const std::filesystem::path& file) {
  std::unique_ptr<Face> face(new Face);
  if (auto loaded = face->load(library, file); !loaded)
    return base::pass(loaded, "open font " + file.string());
  return face;
}

base::Result<void> Face::load(FT_LibraryRec_* library, const std::filesystem::path& file) {
  using base::ErrorCode;
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    return base::fail(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Io, "the file cannot be opened");
  }
  struct stat status{};
  if (::fstat(descriptor, &status) == 0) size_ = static_cast<std::size_t>(status.st_size);
  void* mapped = size_ > 0 ? ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, descriptor, 0) : MAP_FAILED;
  ::close(descriptor);
  if (mapped == MAP_FAILED) return base::fail(ErrorCode::Corrupt, "the file is empty or cannot be mapped");
  mapped_ = mapped;

  if (FT_New_Memory_Face(library, static_cast<const FT_Byte*>(mapped_), static_cast<FT_Long>(size_), 0,
                         &drawing_) != 0)
    return base::fail(ErrorCode::Corrupt, "the file holds no font");
  if (!FT_IS_SCALABLE(drawing_)) return base::fail(ErrorCode::Corrupt, "the font has no outlines");
  metrics_ = read_metrics(drawing_);
  units_per_em_ = drawing_->units_per_EM;

  hb_blob_t* blob = hb_blob_create(static_cast<const char*>(mapped_), static_cast<unsigned>(size_),
                                   HB_MEMORY_MODE_READONLY, nullptr, nullptr);
  hb_face_t* face = hb_face_create(blob, 0);
  shaping_ = hb_font_create(face);  // HarfBuzz's own table readers, no hinting: advances grow with the size
  hb_font_set_scale(shaping_, units_per_em_, units_per_em_);
  hb_font_make_immutable(shaping_);
  hb_face_destroy(face);
  hb_blob_destroy(blob);
  return {};
}

Face::~Face() {
  if (shaping_) hb_font_destroy(shaping_);
  if (drawing_) FT_Done_Face(drawing_);
  if (mapped_) ::munmap(mapped_, size_);
}

FT_FaceRec_* Face::drawing(std::int32_t size) {
  if (drawing_size_ != size) FT_Set_Char_Size(drawing_, size, size, 72, 72);
  drawing_size_ = size;
  return drawing_;
}

std::uint16_t Face::glyph_of(char32_t point) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(shaping_, point, &glyph) ? static_cast<std::uint16_t>(glyph)
                                                            : std::uint16_t{0};
}

}  // namespace wv::text
