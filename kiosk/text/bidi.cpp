// FriBidi stays in this file.
#include "kiosk/text/bidi.h"

#include <fribidi.h>

#include <algorithm>

#include "sync/base/direction.h"

namespace wv::text {

namespace {

// Nothing before Hebrew runs from right to left, and no direction mark stands there.
bool is_plain(std::span<const char32_t> points) {
  return std::ranges::all_of(points, [](char32_t point) { return point < 0x590; });
}

bool has_letter(std::span<const char32_t> points) {
  return std::ranges::any_of(points,
                             [](char32_t point) { return FRIBIDI_IS_STRONG(fribidi_get_bidi_type(point)); });
}

FriBidiParType asked(Direction direction, bool otherwise) {
  if (direction == Direction::LeftToRight) return FRIBIDI_PAR_LTR;
  if (direction == Direction::RightToLeft) return FRIBIDI_PAR_RTL;
  return otherwise ? FRIBIDI_PAR_WRTL : FRIBIDI_PAR_WLTR;
}

}  // namespace

bool find_levels(std::span<const char32_t> points, Direction direction, bool otherwise, Wiped<Level>& out) {
  out.assign(points.size(), 0);
  const bool undecided = direction == Direction::Auto && otherwise && !has_letter(points);
  if (points.empty()) return direction == Direction::RightToLeft || undecided;
  if (is_plain(points) && direction != Direction::RightToLeft && !undecided) return false;

  static_assert(sizeof(FriBidiChar) == sizeof(char32_t));
  const auto count = static_cast<FriBidiStrIndex>(points.size());
  const auto* text = reinterpret_cast<const FriBidiChar*>(points.data());
  Wiped<FriBidiCharType> types(points.size());
  Wiped<FriBidiBracketType> brackets(points.size());
  Wiped<FriBidiLevel> levels(points.size());
  fribidi_get_bidi_types(text, count, types.data());
  fribidi_get_bracket_types(text, count, types.data(), brackets.data());
  FriBidiParType paragraph = asked(direction, otherwise);
  const auto deepest =
      fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), count, &paragraph, levels.data());
  const bool right_to_left = FRIBIDI_IS_RTL(paragraph);
  if (deepest == 0) {  // out of memory inside: readable is better than nothing
    std::ranges::fill(out, right_to_left ? Level{1} : Level{0});
    return right_to_left;
  }
  std::ranges::transform(levels, out.begin(), [](FriBidiLevel level) { return static_cast<Level>(level); });
  return right_to_left;
}

bool is_right_to_left(std::string_view lang) {
  return base::is_right_to_left(lang);
}

}  // namespace wv::text
