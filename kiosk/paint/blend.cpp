// SSE2 where there is SSE2 (every 64-bit PC), the same sums one pixel at a time elsewhere and at the ends of
// rows.
#include "kiosk/paint/blend.h"

#include <algorithm>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace wv::paint {
namespace {

void cover_some(std::uint32_t* to, const std::uint8_t* coverage, int count, const Ink& ink) {
  for (int i = 0; i < count; ++i) {
    if (coverage[i] != 0) to[i] = over(ink, scale(coverage[i], ink.a), to[i]);
  }
}

#if defined(__SSE2__)

// Channels as eight 16-bit lanes, two pixels at a time; no sum below exceeds 65,535.
__m128i div255(__m128i sum) {
  const __m128i rounded = _mm_add_epi16(sum, _mm_set1_epi16(128));
  return _mm_srli_epi16(_mm_add_epi16(rounded, _mm_srli_epi16(rounded, 8)), 8);
}

__m128i load(const void* from) {
  return _mm_loadu_si128(static_cast<const __m128i*>(from));
}
void store(void* to, __m128i pixels) {
  const __m128i opaque = _mm_set1_epi32(static_cast<int>(0xFF000000u));
  _mm_storeu_si128(static_cast<__m128i*>(to), _mm_or_si128(pixels, opaque));
}

__m128i low(__m128i pixels) {
  return _mm_unpacklo_epi8(pixels, _mm_setzero_si128());
}
__m128i high(__m128i pixels) {
  return _mm_unpackhi_epi8(pixels, _mm_setzero_si128());
}

__m128i lanes_of(const Ink& ink) {
  const auto lane = [](std::uint32_t v) { return static_cast<short>(v); };
  return _mm_set_epi16(255, lane(ink.r), lane(ink.g), lane(ink.b), 255, lane(ink.r), lane(ink.g),
                       lane(ink.b));
}

__m128i mixed(__m128i ink, __m128i alpha, __m128i under) {
  const __m128i rest = _mm_sub_epi16(_mm_set1_epi16(255), alpha);
  return div255(_mm_add_epi16(_mm_mullo_epi16(ink, alpha), _mm_mullo_epi16(under, rest)));
}

// Four coverage bytes become the alpha lanes of four pixels.
void cover_four(std::uint32_t* to, const std::uint8_t* coverage, __m128i ink, __m128i ink_alpha) {
  std::uint32_t four = 0;
  std::memcpy(&four, coverage, sizeof four);
  if (four == 0) return;
  const __m128i bytes = _mm_unpacklo_epi8(_mm_cvtsi32_si128(static_cast<int>(four)), _mm_setzero_si128());
  const __m128i alpha = div255(_mm_mullo_epi16(bytes, ink_alpha));
  const __m128i pairs = _mm_unpacklo_epi16(alpha, alpha);
  const __m128i first = _mm_shuffle_epi32(pairs, _MM_SHUFFLE(1, 1, 0, 0));
  const __m128i second = _mm_shuffle_epi32(pairs, _MM_SHUFFLE(3, 3, 2, 2));
  const __m128i under = load(to);
  store(to, _mm_packus_epi16(mixed(ink, first, low(under)), mixed(ink, second, high(under))));
}

__m128i alpha_lanes(__m128i lanes) {
  return _mm_shufflehi_epi16(_mm_shufflelo_epi16(lanes, _MM_SHUFFLE(3, 3, 3, 3)), _MM_SHUFFLE(3, 3, 3, 3));
}

__m128i rest_of(__m128i source, __m128i under) {
  const __m128i rest = _mm_sub_epi16(_mm_set1_epi16(255), alpha_lanes(source));
  return div255(_mm_mullo_epi16(under, rest));
}

#endif

}  // namespace

void blend_row(std::uint32_t* to, int count, const Ink& ink) {
  if (ink.a == 255) {
    std::fill_n(to, count, 0xFF000000u | ink.r << 16 | ink.g << 8 | ink.b);
    return;
  }
  int done = 0;
#if defined(__SSE2__)
  const __m128i lanes = lanes_of(ink);
  const __m128i alpha = _mm_set1_epi16(static_cast<short>(ink.a));
  for (; done + 4 <= count; done += 4) {
    const __m128i under = load(to + done);
    store(to + done, _mm_packus_epi16(mixed(lanes, alpha, low(under)), mixed(lanes, alpha, high(under))));
  }
#endif
  for (; done < count; ++done) to[done] = over(ink, ink.a, to[done]);
}

void cover_row(std::uint32_t* to, const std::uint8_t* coverage, int count, const Ink& ink) {
  int done = 0;
#if defined(__SSE2__)
  const __m128i lanes = lanes_of(ink);
  const __m128i alpha = _mm_set1_epi16(static_cast<short>(ink.a));
  for (; done + 4 <= count; done += 4) cover_four(to + done, coverage + done, lanes, alpha);
#endif
  cover_some(to + done, coverage + done, count - done, ink);
}

void picture_row(std::uint32_t* to, const std::uint32_t* from, int count) {
  int done = 0;
#if defined(__SSE2__)
  for (; done + 4 <= count; done += 4) {
    const __m128i source = load(from + done);
    const __m128i under = load(to + done);
    const __m128i rest =
        _mm_packus_epi16(rest_of(low(source), low(under)), rest_of(high(source), high(under)));
    store(to + done, _mm_adds_epu8(source, rest));
  }
#endif
  for (; done < count; ++done) to[done] = over_multiplied(from[done], to[done]);
}

}  // namespace wv::paint
