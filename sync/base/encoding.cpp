// libsodium's encoders, which do not betray their input through timing.
#include "sync/base/encoding.h"

#include <sodium.h>

#include <algorithm>

namespace wv::base {
namespace {

std::string to_variant(ByteView bytes, int variant) {
  std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
  text.pop_back();  // the terminating zero
  return text;
}

Result<Bytes> from_variant(std::string_view text, int variant, const char* complaint) {
  // libsodium 1.0.18 computes with signed characters and takes some bytes above 0x7f for letters.
  if (!std::ranges::all_of(text, [](char c) { return c > 0; })) return fail(ErrorCode::Invalid, complaint);
  Bytes bytes(text.size() / 4 * 3 + 3);
  std::size_t length = 0;
  const char* end = nullptr;
  if (sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length, &end,
                        variant) != 0 ||
      end != text.data() + text.size())
    return fail(ErrorCode::Invalid, complaint);
  bytes.resize(length);
  return bytes;
}

}  // namespace

std::string to_hex(ByteView bytes) {
  std::string text(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  text.pop_back();
  return text;
}

Result<Bytes> from_hex(std::string_view text) {
  Bytes bytes(text.size() / 2 + 1);  // libsodium wants a place even for nothing
  std::size_t length = 0;
  const char* end = nullptr;
  const bool read =
      sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length, &end) == 0;
  if (!read || length * 2 != text.size() || end != text.data() + text.size())
    return fail(ErrorCode::Invalid, "not hexadecimal");
  bytes.resize(length);
  return bytes;
}

std::string to_base64url(ByteView bytes) {
  return to_variant(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}
std::string to_base64(ByteView bytes) {
  return to_variant(bytes, sodium_base64_VARIANT_ORIGINAL);
}

Result<Bytes> from_base64url(std::string_view text) {
  return from_variant(text, sodium_base64_VARIANT_URLSAFE_NO_PADDING, "not base64url");
}
Result<Bytes> from_base64(std::string_view text) {
  return from_variant(text, sodium_base64_VARIANT_ORIGINAL, "not base64");
}

}  // namespace wv::base
