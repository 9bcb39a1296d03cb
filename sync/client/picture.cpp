// A PNG is a row of chunks with a length and a checksum each: enough to see that it is whole, with no
// library.
#include "sync/client/picture.h"

#include <algorithm>
#include <array>

namespace wv::client {
namespace {

using base::ByteView;

constexpr std::array<std::uint8_t, 8> signature{0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
constexpr std::uint32_t largest_side = 4096;

constexpr std::array<std::uint32_t, 256> crc_table = [] {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t n = 0; n < 256; ++n) {
    std::uint32_t c = n;
    for (int k = 0; k < 8; ++k) c = (c & 1u) != 0 ? 0xedb88320u ^ (c >> 1) : c >> 1;
    table[n] = c;
  }
  return table;
}();

std::uint32_t crc32(ByteView bytes) {
  std::uint32_t crc = 0xffffffffu;
  for (const auto byte : bytes) crc = crc_table[(crc ^ byte) & 0xffu] ^ (crc >> 8);
  return crc ^ 0xffffffffu;
}

std::uint32_t big_endian(ByteView bytes) {
  return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 | std::uint32_t{bytes[2]} << 8 |
         bytes[3];
}

base::Result<> wrong(const char* why) {
  return base::fail(base::ErrorCode::Invalid, why);
}

bool is_side(std::uint32_t pixels) {
  return pixels >= 1 && pixels <= largest_side;
}

}  // namespace

base::Result<> check_png(ByteView bytes) {
  if (bytes.size() < signature.size() || !std::ranges::equal(bytes.first(signature.size()), signature)) {
    return wrong("not a PNG picture");
  }
  bytes = bytes.subspan(signature.size());
  for (bool first = true;; first = false) {
    if (bytes.size() < 12) return wrong("the PNG picture ends too early");
    const std::uint32_t length = big_endian(bytes);
    if (length > bytes.size() - 12) return wrong("the PNG picture ends too early");
    const ByteView named = bytes.subspan(4, 4 + std::size_t{length});
    const auto name = base::as_text(named.first(4));
    if (crc32(named) != big_endian(bytes.subspan(8 + std::size_t{length})))
      return wrong("the PNG picture is damaged");
    if (first && (name != "IHDR" || length != 13)) return wrong("the PNG picture has no header");
    if (first && (!is_side(big_endian(named.subspan(4))) || !is_side(big_endian(named.subspan(8))))) {
      return wrong("the PNG picture is larger than 4096 pixels or empty");
    }
    bytes = bytes.subspan(12 + std::size_t{length});
    if (name == "IEND")
      return bytes.empty() ? base::Result<>{} : wrong("bytes follow the end of the PNG picture");
  }
}

}  // namespace wv::client
