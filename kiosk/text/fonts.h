// The fonts of the screen by script and weight, opened when first needed, and the pictograms by name.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "kiosk/text/face.h"
#include "kiosk/text/paragraph.h"

namespace wv::text {

// Number of a face; the same in every run.
using FaceId = std::uint8_t;

class Fonts {
 public:
  // NotFound or Corrupt when Noto Sans Regular or the pictograms cannot be read.
  static base::Result<std::unique_ptr<Fonts>> open(const std::filesystem::path& share);
  ~Fonts();
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  // The face that has the code point, in this weight or the nearest there is. When none has it: the primary
  // face, whose glyph 0 is a box.
  FaceId face_for(char32_t point, Weight weight);
  bool covers(FaceId face, char32_t point);
  FaceId primary(Weight weight);
  Face& at(FaceId face) { return *faces_[face]; }  // one that face_for or primary gave

  FaceId icon_face() const;
  std::uint16_t icon_glyph(std::string_view name) const;  // 0: there is none of this name

 private:
  static constexpr std::size_t families = 5;  // Sans, Arabic, Ethiopic, Symbols, pictograms
  static constexpr std::size_t weights = 3;

  Fonts() = default;
  base::Result<void> read_icons(const std::filesystem::path& file);
  Face* face_of(std::size_t family, Weight weight);  // opens it; nullptr when there is no such file
  FaceId id_of(std::size_t family, Weight weight);

  std::filesystem::path folder_;
  FT_LibraryRec_* library_ = nullptr;
  std::array<std::unique_ptr<Face>, families * weights> faces_;
  std::array<bool, families * weights> tried_{};
  std::map<std::string, std::uint16_t, std::less<>> icons_;
};

}  // namespace wv::text
