// Pages of A4 in the letters of the screen. libharu writes the PDF and embeds the glyphs that are used; here
// is only where each line goes, in points of 1/72 inch from the lower left corner.
#pragma once

#include <filesystem>
#include <memory>

#include "sync/base/world.h"

namespace wv::app {

class Paper {
 public:
  static constexpr float height = 842, width = 595;
  enum class Weight { Regular, Bold };

  // `fonts`: the folder with the fonts of an installation. Corrupt: a font is missing or cannot be used.
  static base::Result<Paper> begin(const std::filesystem::path& fonts, const std::string& title);

  void add_page();  // all that follows goes there
  void write(const std::string& line, Weight weight, float size, float x, float y);
  float width_of(const std::string& line, Weight weight, float size);
  // From `x` on, at most `wide`, its first line just below `top`; returns where it ends.
  float write_paragraph(const std::string& text, Weight weight, float size, float x, float top, float wide);
  void draw_line(float x, float y, float to_x, float to_y);
  void draw_cut(float y);  // where scissors go, from edge to edge
  // The same calls give the same bytes. Corrupt: libharu met a mistake.
  base::Result<base::Bytes> bytes();

 private:
  struct Document;
  struct Free {
    void operator()(Document* document) const;
  };
  explicit Paper(std::unique_ptr<Document, Free> document) : document_(std::move(document)) {}

  std::unique_ptr<Document, Free> document_;
};

}  // namespace wv::app
