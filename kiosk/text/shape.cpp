// Runs of one direction, font and script go to HarfBuzz; what comes back is cut into caret stops.
#include "kiosk/text/shape.h"

#include <hb.h>

#include <algorithm>
#include <span>

#include "kiosk/text/bidi.h"

namespace wv::text {

struct Shaper::Work {
  Decoded text;
  Wiped<char> break_scratch;
  Wiped<Break> breaks;
  Wiped<Level> levels;         // of one part
  Wiped<FaceId> faces;         // of one part
  Wiped<hb_script_t> scripts;  // of one part
  hb_buffer_t* buffer = hb_buffer_create();
  unsigned longest = 0;  // run that was in the buffer, in glyphs

  Work() = default;
  Work(const Work&) = delete;
  Work& operator=(const Work&) = delete;
  ~Work() {
    // HarfBuzz does not wipe: let it overwrite as much as any text took.
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_length(buffer, longest);
    hb_buffer_destroy(buffer);
  }
};

namespace {

// Letters of these scripts must join; for the others ligatures would only be in the way of carets and
// hyphens.
bool joins(hb_script_t script) {
  return script == HB_SCRIPT_ARABIC || script == HB_SCRIPT_SYRIAC;
}

bool is_mark(char32_t point) {
  if (point < 0x300) return false;
  const auto category = hb_unicode_general_category(hb_unicode_funcs_get_default(), point);
  return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
         category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK ||
         category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK;
}

hb_script_t script_of(char32_t point) {
  return hb_unicode_script(hb_unicode_funcs_get_default(), point);
}

bool is_shared(hb_script_t script) {
  return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED;
}

// Code points [begin, end) of the text with one level, face and script.
struct Run {
  std::size_t begin, end;
  Level level;
  FaceId face;
  hb_script_t script;
};

// One call of Shaper::shape; appends to `out` part by part.
class Job {
 public:
  Job(Shaper::Work& work, Fonts& fonts, Weight weight, std::string_view lang, Shaped& out)
      : work_(work),
        fonts_(fonts),
        weight_(weight),
        language_(hb_language_from_string(lang.data(), static_cast<int>(lang.size()))),
        out_(out) {}

  // The part [begin, end), of which [ending, end) is its line end.
  bool add_part(std::size_t begin, std::size_t ending, std::size_t end, Direction direction, bool otherwise);
  ShapedGlyph single(char32_t wanted, char32_t instead);

 private:
  std::span<const char32_t> points() const { return work_.text.points; }
  void find_faces(std::size_t begin, std::size_t end);
  void find_scripts(std::size_t begin, std::size_t end);
  void add_run(const Run& run);
  void add_blank(std::size_t at, std::size_t end, Level level, Kind kind);
  void take_clusters(const Run& run);
  void take_cluster(const Run& run, std::size_t begin, std::size_t end,
                    std::span<const hb_glyph_info_t> infos, std::span<const hb_glyph_position_t> positions);
  void split(ShapedCluster whole, std::size_t begin, std::size_t end, std::size_t stops);
  ShapedGlyph to_em(const hb_glyph_info_t& info, const hb_glyph_position_t& position, FaceId face);
  bool starts_letter(std::size_t at, std::size_t begin) const;

  Shaper::Work& work_;
  Fonts& fonts_;
  Weight weight_;
  hb_language_t language_;
  Shaped& out_;
};

// Marks and invisible characters stay with their letter, shared punctuation with its neighbour, so that runs
// are long.
void Job::find_faces(std::size_t begin, std::size_t end) {
  work_.faces.assign(end - begin, 0);
  FaceId before = fonts_.primary(weight_);
  for (std::size_t i = begin; i < end; ++i) {
    const char32_t point = points()[i];
    const bool stays = is_invisible(point) ||
                       ((is_mark(point) || is_shared(script_of(point))) && fonts_.covers(before, point));
    if (!stays) before = fonts_.face_for(point, weight_);
    work_.faces[i - begin] = before;
  }
}

// Shared code points take the script before them, or behind them where nothing stands before.
void Job::find_scripts(std::size_t begin, std::size_t end) {
  auto& scripts = work_.scripts;
  scripts.assign(end - begin, HB_SCRIPT_COMMON);
  hb_script_t before = HB_SCRIPT_COMMON;
  for (std::size_t i = 0; i < scripts.size(); ++i) {
    const auto script = script_of(points()[begin + i]);
    if (!is_shared(script)) {
      if (before == HB_SCRIPT_COMMON) std::fill_n(scripts.begin(), i, script);
      before = script;
    }
    scripts[i] = before;
  }
}

bool Job::add_part(std::size_t begin, std::size_t ending, std::size_t end, Direction direction,
                   bool otherwise) {
  const auto first = static_cast<std::uint32_t>(out_.clusters.size());
  const bool right_to_left =
      find_levels(points().subspan(begin, ending - begin), direction, otherwise, work_.levels);
  find_faces(begin, ending);
  find_scripts(begin, ending);
  for (std::size_t i = begin; i < ending;) {
    const Run start{i, i + 1, work_.levels[i - begin], work_.faces[i - begin], work_.scripts[i - begin]};
    if (points()[i] == '\t') {
      add_blank(i, i + 1, start.level, Kind::Space);
      ++i;
      continue;
    }
    Run run = start;
    const auto same = [&](std::size_t at) {
      return work_.levels[at - begin] == run.level && work_.faces[at - begin] == run.face &&
             work_.scripts[at - begin] == run.script && points()[at] != '\t';
    };
    while (run.end < ending && same(run.end)) ++run.end;
    add_run(run);
    i = run.end;
  }
  if (ending < end) add_blank(ending, end, right_to_left ? 1 : 0, Kind::LineEnd);
  out_.parts.push_back({first, static_cast<std::uint32_t>(out_.clusters.size()), right_to_left});
  return right_to_left;
}

// A tab is four spaces wide wherever it stands: predictable in both directions.
void Job::add_blank(std::size_t at, std::size_t end, Level level, Kind kind) {
  ShapedCluster cluster;
  cluster.begin = work_.text.bytes[at];
  cluster.first_glyph = static_cast<std::uint32_t>(out_.glyphs.size());
  cluster.kind = kind;
  cluster.level = level;
  cluster.brk = work_.breaks[end - 1];
  if (kind == Kind::Space) cluster.advance = 4 * single(' ', ' ').advance;
  out_.clusters.push_back(cluster);
}

void Job::add_run(const Run& run) {
  hb_buffer_t* buffer = work_.buffer;
  hb_buffer_clear_contents(buffer);
  const auto* text = reinterpret_cast<const std::uint32_t*>(points().data());
  hb_buffer_add_utf32(buffer, text, static_cast<int>(points().size()), static_cast<unsigned>(run.begin),
                      static_cast<int>(run.end - run.begin));
  hb_buffer_set_direction(buffer, run.level % 2 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, run.script);
  hb_buffer_set_language(buffer, language_);
  constexpr hb_feature_t no_ligatures = {HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START,
                                         HB_FEATURE_GLOBAL_END};
  hb_shape(fonts_.at(run.face).shaping(), buffer, &no_ligatures, joins(run.script) ? 0 : 1);
  take_clusters(run);
}

// HarfBuzz gives glyphs from left to right; they are kept so inside a cluster, the clusters in the order of
// the text.
void Job::take_clusters(const Run& run) {
  unsigned count = 0;
  const std::span infos(hb_buffer_get_glyph_infos(work_.buffer, &count), count);
  const std::span positions(hb_buffer_get_glyph_positions(work_.buffer, &count), count);
  work_.longest = std::max(work_.longest, count);
  const bool backwards = run.level % 2;
  std::size_t taken = 0;
  while (taken < count) {
    // From the logical start: the first glyphs when left to right, the last ones when right to left.
    const auto at = [&](std::size_t i) { return infos[backwards ? count - 1 - i : i].cluster; };
    std::size_t next = taken + 1;
    while (next < count && at(next) == at(taken)) ++next;
    const std::size_t end = next < count ? at(next) : run.end;
    const std::size_t left = backwards ? count - next : taken;
    take_cluster(run, at(taken), end, infos.subspan(left, next - taken),
                 positions.subspan(left, next - taken));
    taken = next;
  }
}

ShapedGlyph Job::to_em(const hb_glyph_info_t& info, const hb_glyph_position_t& position, FaceId face) {
  const auto em = [units = fonts_.at(face).units_per_em()](hb_position_t value) {
    return static_cast<Em>(std::int64_t{value} * em_unit / units);
  };
  return {em(position.x_advance), em(position.x_offset), em(position.y_offset),
          static_cast<std::uint16_t>(info.codepoint), face};
}

void Job::take_cluster(const Run& run, std::size_t begin, std::size_t end,
                       std::span<const hb_glyph_info_t> infos,
                       std::span<const hb_glyph_position_t> positions) {
  ShapedCluster cluster;
  cluster.begin = work_.text.bytes[begin];
  cluster.first_glyph = static_cast<std::uint32_t>(out_.glyphs.size());
  cluster.level = run.level;
  cluster.brk = work_.breaks[end - 1];
  cluster.soft_hyphen = points()[end - 1] == soft_hyphen;
  cluster.kind = end - begin == 1 && is_space(points()[begin]) ? Kind::Space : Kind::Ink;
  for (std::size_t i = 0; i < infos.size(); ++i) {
    const auto glyph = to_em(infos[i], positions[i], run.face);
    cluster.advance += glyph.advance;
    if (glyph.index == 0) ++out_.missing;
    if (cluster.kind == Kind::Space) continue;
    out_.glyphs.push_back(glyph);
    ++cluster.glyphs;
  }
  cluster.advance = std::max(cluster.advance, 0);
  std::size_t stops = 0;
  for (std::size_t i = begin; i < end; ++i) stops += starts_letter(i, begin);
  split(cluster, begin, end, stops);
}

bool Job::starts_letter(std::size_t at, std::size_t begin) const {
  if (at == begin) return true;
  const char32_t point = points()[at];
  return !is_mark(point) && !is_invisible(point) && points()[at - 1] != zero_width_joiner;
}

// A ligature of several letters gets a caret stop for each; its glyphs belong to the leftmost.
void Job::split(ShapedCluster whole, std::size_t begin, std::size_t end, std::size_t stops) {
  if (stops <= 1) {
    out_.clusters.push_back(whole);
    return;
  }
  const bool backwards = whole.level % 2;
  const auto share = whole.advance / static_cast<Em>(stops);
  std::size_t stop = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (!starts_letter(i, begin)) continue;
    const bool last = stop + 1 == stops;
    ShapedCluster piece = whole;
    piece.begin = work_.text.bytes[i];
    piece.advance = last ? whole.advance - share * static_cast<Em>(stops - 1) : share;
    if (backwards ? !last : stop > 0) piece.glyphs = 0;
    piece.bound = stop > 0;
    if (!last) {
      piece.brk = Break::None;
      piece.soft_hyphen = false;
    }
    out_.clusters.push_back(piece);
    ++stop;
  }
}

ShapedGlyph Job::single(char32_t wanted, char32_t instead) {
  const auto face = fonts_.primary(weight_);
  const auto& font = fonts_.at(face);
  const auto index = font.glyph_of(wanted) ? font.glyph_of(wanted) : font.glyph_of(instead);
  const auto units = hb_font_get_glyph_h_advance(font.shaping(), index);
  return {static_cast<Em>(std::int64_t{units} * em_unit / font.units_per_em()), 0, 0, index, face};
}

}  // namespace

Shaper::Shaper(Fonts& fonts) : work_(std::make_unique<Work>()), fonts_(fonts) {
  prepare_breaks();
}
Shaper::~Shaper() = default;

void Shaper::forget() {
  work_ = std::make_unique<Work>();
}

Shaped Shaper::shape(std::string_view text, Weight weight, std::string_view lang, Direction direction) {
  Shaped out;
  decode(text, work_->text);
  const std::span<const char32_t> points = work_->text.points;
  find_breaks(points, lang, work_->break_scratch, work_->breaks);
  out.bytes = work_->text.bytes.back();
  out.truncated = work_->text.truncated;
  out.glyphs.reserve(points.size());
  out.clusters.reserve(points.size());

  Job job(*work_, fonts_, weight, lang, out);
  out.hyphen = job.single(0x2010, '-');
  out.ellipsis = job.single(0x2026, '.');
  bool right_to_left = is_right_to_left(lang);
  for (std::size_t begin = 0;;) {
    const auto ending = static_cast<std::size_t>(
        std::find_if(points.begin() + static_cast<std::ptrdiff_t>(begin), points.end(), is_line_end) -
        points.begin());
    const bool pair = ending + 1 < points.size() && points[ending] == '\r' && points[ending + 1] == '\n';
    const auto end = std::min(ending + (pair ? 2 : 1), points.size());
    right_to_left = job.add_part(begin, ending, end, direction, right_to_left);
    if (ending == points.size())
      return out;  // also behind a final line end: the empty line where a caret can stand
    begin = end;
  }
}

}  // namespace wv::text
