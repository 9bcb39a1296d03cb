// All visible text of the screen goes through here: any script of the kiosk, in any size, as quads on a glyph
// atlas.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

#include "kiosk/text/atlas.h"
#include "kiosk/text/paragraph.h"
#include "sync/base/result.h"

struct ImDrawList;

namespace wv::text {

struct Settings {
  std::filesystem::path share;                              // share/wijkvenster: fonts/*.ttf and icons.toml
  std::filesystem::path hyphenation = "/usr/share/hyphen";  // missing: words are not hyphenated
  std::size_t cache_bytes = 3 << 20;  // of texts that were laid out; more only while one frame needs them all
  int atlas_rows = Atlas::height;     // fewer only to test what happens when it is full
};

// In px, for a style. Tall scripts of other fonts keep to the same lines.
struct Metrics {
  float cap_height = 0;
  float x_height = 0;
  float ascent = 0;       // of the line box above the baseline
  float descent = 0;      // below it, positive; ascent + descent = line_height
  float line_height = 0;  // whole px
};

struct Usage {
  std::size_t texts = 0;  // laid out and kept
  std::size_t bytes = 0;  // of them, shaped text included
  std::size_t glyph_images = 0;
  int atlas_rows = 0;          // filled
  std::uint64_t laid_out = 0;  // since open: what the cache did not have
  std::uint64_t rendered = 0;  // glyph images since open
};

// One thread. Nothing here throws. After a text, size and glyph has been seen once, lay_out and draw allocate
// nothing.
class Engine {
 public:
  // NotFound or Corrupt with the file when Noto Sans or the pictograms cannot be read; other fonts open when
  // needed.
  static base::Result<std::unique_ptr<Engine>> open(const Settings& settings);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  // Reads what is only needed now and then (the Dutch hyphenation patterns, some 12 ms): best when idle,
  // after the first frame. Changes nothing that is seen.
  void prepare();

  // Once before each frame: texts that no recent frame used may go now.
  void begin_frame();
  // Once after each frame. True: the atlas was full, something is missing in this frame: show it to nobody
  // and draw it once more. What was drawn can be painted until the next begin_frame().
  bool end_frame();

  // The reference holds until the next begin_frame() or forget(). Any bytes are accepted: invalid UTF-8 shows
  // as U+FFFD, "\r\n", "\r", U+2028 and U+2029 end a line, more than 32,767 bytes are cut off (truncated).
  const Paragraph& lay_out(std::string_view text, const Style& style, const Box& box = {});

  // x, y: left and top of the paragraph, rounded to whole pixels. Lines outside the clip rectangle cost
  // nothing. The colour is ImGui's (IM_COL32).
  void draw(ImDrawList& list, const Paragraph& paragraph, float x, float y, std::uint32_t colour);

  // A pictogram of icons.toml, centred in the square of size_px at x, y; an unknown one is a box and counts
  // as missing. Turned: left and right changed over.
  enum class Facing { AsDrawn, Turned };
  void draw_icon(ImDrawList& list, std::string_view name, float x, float y, float size_px,
                 std::uint32_t colour, Facing facing = Facing::AsDrawn);
  bool has_icon(std::string_view name) const;

  Metrics metrics(const Style& style) const;
  const Atlas& atlas() const;

  // Letters and pictograms shown as boxes because no font has them, since open; for the audit.
  std::size_t missing_glyphs() const;
  Usage usage() const;

  // The end of a visit: drops every text that was laid out and wipes it from memory.
  void forget();

 private:
  struct Parts;
  explicit Engine(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace wv::text
