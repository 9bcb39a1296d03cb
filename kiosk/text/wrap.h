// Step 2 of 3: shaped text as lines that fit.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "kiosk/text/hyphenator.h"
#include "kiosk/text/shape.h"

namespace wv::text {

constexpr Fixed no_limit = std::numeric_limits<Fixed>::max();

enum class Mark : std::uint8_t { None, Hyphen, Ellipsis };  // what stands behind the last letter of a line

struct WrappedLine {
  std::uint32_t first = 0, end = 0;  // clusters
  std::uint32_t part = 0;
  Fixed width = 0;  // of the ink, mark included
  Mark mark = Mark::None;
};

struct Wrapped {
  Wiped<WrappedLine> lines;  // never empty
  bool truncated = false;
  bool overflowing = false;
};

struct Limits {
  Fixed max_width = no_limit;
  int max_lines = 0;
};

class Wrapper {
 public:
  explicit Wrapper(Hyphenator& hyphenator) : hyphenator_(hyphenator) {}

  // `widths`: of each cluster, scaled. `lang`: by whose patterns long words may be divided.
  struct Input {
    const Shaped& shaped;
    std::string_view text;
    std::span<const Fixed> widths;
    Fixed hyphen = 0, ellipsis = 0;  // widths
    Limits limits;
    std::string_view lang;
  };
  Wrapped wrap(const Input& input);
  void forget();  // wipes the last divided word

 private:
  struct Cut {
    std::uint32_t end = 0;  // cluster
    Fixed width = 0;
    Mark mark = Mark::None;
  };

  Cut next_line(const Input& input, std::uint32_t start, std::uint32_t end);
  Cut cut_word(const Input& input, std::uint32_t start, std::uint32_t at, std::uint32_t end, Cut before);
  bool divide(const Input& input, std::uint32_t start, std::uint32_t word, std::uint32_t at,
              std::uint32_t end, Cut& cut);
  void find_hyphens(const Input& input, std::uint32_t word, std::uint32_t end);
  static Cut cut_anywhere(const Input& input, std::uint32_t start, std::uint32_t at, std::uint32_t end);
  static void shorten(const Input& input, Wrapped& out);

  Hyphenator& hyphenator_;
  Decoded word_;
  std::vector<char> allowed_;
  Wiped<char> hyphens_;  // for each cluster of the word, whether a hyphen may stand behind it
};

}  // namespace wv::text
