// The layouts of RFC 9562, sections 5.4 and 5.7.
#include "sync/base/uuid.h"

#include <array>

#include "sync/base/encoding.h"

namespace wv::base {
namespace {

std::string written(std::array<std::uint8_t, 16>& bytes, int version) {
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | version << 4);
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);
  const std::string hex = to_hex(bytes);
  std::string text;
  for (std::size_t i = 0; i < hex.size(); ++i) {
    if (i == 8 || i == 12 || i == 16 || i == 20) text += '-';
    text += hex[i];
  }
  return text;
}

}  // namespace

std::string make_uuid7(Instant at, Random& random) {
  std::array<std::uint8_t, 16> bytes{};
  random.fill(bytes);
  auto milliseconds = static_cast<std::uint64_t>(at.time_since_epoch().count());
  for (std::size_t i = 6; i-- > 0; milliseconds >>= 8)
    bytes[i] = static_cast<std::uint8_t>(milliseconds & 0xff);
  return written(bytes, 7);
}

std::string make_uuid4(Random& random) {
  std::array<std::uint8_t, 16> bytes{};
  random.fill(bytes);
  return written(bytes, 4);
}

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
    if (hyphen ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return false;
  }
  return true;
}

bool is_uuid7(std::string_view text) {
  return is_uuid(text) && text[14] == '7' &&
         std::string_view("89ab").find(text[19]) != std::string_view::npos;
}

}  // namespace wv::base
