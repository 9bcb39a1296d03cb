// Greedy, as readers expect it: a line takes what fits; a word is divided only when no line could hold it
// whole.
#include "kiosk/text/wrap.h"

#include <algorithm>

namespace wv::text {

namespace {

// How far a word is looked at behind the place where it leaves the line.
constexpr std::uint32_t longest_look = 256;

bool breaks_behind(const ShapedCluster& cluster) {
  return cluster.brk != Break::None;
}

Fixed sum(std::span<const Fixed> widths, std::uint32_t begin, std::uint32_t end) {
  Fixed total = 0;
  for (auto i = begin; i < end; ++i) total += widths[i];
  return total;
}

}  // namespace

Wrapped Wrapper::wrap(const Input& input) {
  Wrapped out;
  const auto& parts = input.shaped.parts;
  const auto most = input.limits.max_lines > 0 ? static_cast<std::size_t>(input.limits.max_lines)
                                               : std::numeric_limits<std::size_t>::max();
  for (std::uint32_t part = 0; part < parts.size(); ++part) {
    auto start = parts[part].first;
    do {
      if (out.lines.size() == most) {
        shorten(input, out);
        return out;
      }
      const auto cut = next_line(input, start, parts[part].end);
      out.lines.push_back({start, cut.end, part, cut.width, cut.mark});
      if (cut.width > input.limits.max_width) out.overflowing = true;
      start = cut.end;
    } while (start < parts[part].end);
  }
  if (input.shaped.truncated) out.truncated = true;
  return out;
}

Wrapper::Cut Wrapper::next_line(const Input& input, std::uint32_t start, std::uint32_t end) {
  const auto& clusters = input.shaped.clusters;
  const Fixed most = input.limits.max_width;
  Fixed width = 0;
  Fixed gap = 0;  // spaces that count only when something follows
  Cut best{};     // the last place where the line may end
  for (auto i = start; i < end; ++i) {
    if (clusters[i].kind != Kind::Ink) {
      gap += input.widths[i];
      if (breaks_behind(clusters[i])) best = {i + 1, width, Mark::None};
      continue;
    }
    const auto next = width + gap + input.widths[i];
    if (next > most) return cut_word(input, start, i, end, best);
    width = next;
    gap = 0;
    if (!breaks_behind(clusters[i])) continue;
    if (!clusters[i].soft_hyphen)
      best = {i + 1, width, Mark::None};
    else if (width + input.hyphen <= most)
      best = {i + 1, width + input.hyphen, Mark::Hyphen};
  }
  return {end, width, Mark::None};
}

// The word with cluster `at` does not fit behind what stands before it.
Wrapper::Cut Wrapper::cut_word(const Input& input, std::uint32_t start, std::uint32_t at, std::uint32_t end,
                               Cut before) {
  const auto& clusters = input.shaped.clusters;
  const auto word = before.end > start ? before.end : start;
  auto word_end = at + 1;
  const auto far = std::min<std::uint64_t>(end, std::uint64_t{at} + longest_look);
  while (word_end < far && clusters[word_end].kind == Kind::Ink && !breaks_behind(clusters[word_end - 1]))
    ++word_end;
  const bool too_long = sum(input.widths, word, word_end) > input.limits.max_width;
  if (before.end > start && !too_long) return before;
  if (Cut cut; divide(input, start, word, at, word_end, cut)) return cut;
  return before.end > start ? before : cut_anywhere(input, start, at, end);
}

// The largest part of the word that fits with a hyphen behind it.
bool Wrapper::divide(const Input& input, std::uint32_t start, std::uint32_t word, std::uint32_t at,
                     std::uint32_t end, Cut& cut) {
  find_hyphens(input, word, end);
  for (auto i = std::min(at, end); i > word; --i) {
    if (!hyphens_[i - 1 - word]) continue;
    const auto width = sum(input.widths, start, i) + input.hyphen;
    if (width > input.limits.max_width) continue;
    cut = {i, width, Mark::Hyphen};
    return true;
  }
  return false;
}

// Asks the patterns for each stretch of letters in the word: "(arbeidsongeschiktheid)" has one,
// "e-mail/adres" three.
void Wrapper::find_hyphens(const Input& input, std::uint32_t word, std::uint32_t end) {
  const auto& clusters = input.shaped.clusters;
  hyphens_.assign(end - word, 0);
  const auto last = end < clusters.size() ? clusters[end].begin : input.shaped.bytes;
  decode(input.text.substr(clusters[word].begin, last - clusters[word].begin), word_);
  // Only where each cluster is one code point do hyphens have a place; other words are cut elsewhere.
  if (word_.points.size() != end - word) return;
  const auto is_letter = [](char32_t point) {
    return (point | 0x20) >= 'a' && point != 0xD7 && point != 0xF7;
  };
  for (std::size_t i = 0; i < word_.points.size();) {
    auto stop = i;
    while (stop < word_.points.size() && is_letter(word_.points[stop])) ++stop;
    hyphenator_.divide(input.lang, std::span(word_.points).subspan(i, stop - i), allowed_);
    std::ranges::copy(allowed_, hyphens_.begin() + static_cast<std::ptrdiff_t>(i));
    i = std::max(stop, i + 1);
  }
}

// No rule helps: as many letters as fit, at least one, a ligature whole.
Wrapper::Cut Wrapper::cut_anywhere(const Input& input, std::uint32_t start, std::uint32_t at,
                                   std::uint32_t end) {
  const auto& clusters = input.shaped.clusters;
  auto cut = at;
  while (cut > start && clusters[cut].bound) --cut;
  if (cut == start) {
    ++cut;
    while (cut < end && clusters[cut].bound) ++cut;
  }
  auto ink = cut;
  while (ink > start && clusters[ink - 1].kind != Kind::Ink) --ink;
  return {cut, sum(input.widths, start, ink), Mark::None};
}

// There is more than the box may show: the last line gives up what the ellipsis needs.
void Wrapper::shorten(const Input& input, Wrapped& out) {
  const auto& clusters = input.shaped.clusters;
  auto& line = out.lines.back();
  const auto is_ink = [](const ShapedCluster& cluster) { return cluster.kind == Kind::Ink; };
  if (std::none_of(clusters.begin() + line.end, clusters.end(), is_ink)) return;
  out.truncated = true;
  const bool room = input.ellipsis <= input.limits.max_width;
  const Fixed most = room ? input.limits.max_width - input.ellipsis : input.limits.max_width;
  auto end = line.end;
  Fixed width = sum(input.widths, line.first, end);
  const auto ends_well = [&] {
    return is_ink(clusters[end - 1]) && !(end < clusters.size() && clusters[end].bound);
  };
  while (end > line.first && !(width <= most && ends_well())) width -= input.widths[--end];
  line.end = end;
  line.mark = room ? Mark::Ellipsis : Mark::None;
  line.width = width + (room ? input.ellipsis : 0);
}

void Wrapper::forget() {
  word_ = {};
  hyphens_ = {};
  allowed_.clear();
}

}  // namespace wv::text
