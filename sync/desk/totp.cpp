// Time-based codes by liboath, which stays in this file.
#include "sync/desk/totp.h"

#include <liboath/oath.h>

#include <array>
#include <cstdlib>
#include <memory>

#include "sync/base/crypto.h"
#include "sync/desk/form.h"

namespace wv::desk {
namespace {

using base::ErrorCode;
using base::fail;

constexpr unsigned totp_digits = 6;

const char* key_of(const base::Secret& secret) {
  return reinterpret_cast<const char*>(secret.bytes().data());
}

}  // namespace

base::Secret make_totp_secret(base::Random& random) {
  base::Secret secret;
  secret.resize(20);
  random.fill(secret.writable());
  return secret;
}

base::Result<std::string> totp_secret_text(const base::Secret& secret) {
  char* text = nullptr;
  std::size_t length = 0;
  if (oath_base32_encode(key_of(secret), secret.size(), &text, &length) != OATH_OK)
    return fail(ErrorCode::Unavailable, "base 32 of a secret");
  const std::unique_ptr<char, decltype(&std::free)> owned(text, &std::free);
  return std::string(text, length);
}

base::Result<std::string> totp_address(const base::Secret& secret, std::string_view account) {
  WV_TRY(const auto text, totp_secret_text(secret));
  return "otpauth://totp/Wijkvenster:" + query_value(account) + "?secret=" + text + "&issuer=Wijkvenster";
}

base::Result<std::string> totp_code(const base::Secret& secret, std::int64_t step) {
  std::array<char, totp_digits + 1> code{};
  const auto moment = static_cast<time_t>(step * totp_step_length.count());
  const int made =
      oath_totp_generate(key_of(secret), secret.size(), moment,
                         static_cast<unsigned>(totp_step_length.count()), 0, totp_digits, code.data());
  if (made != OATH_OK)
    return fail(ErrorCode::Unavailable, std::string("time-based code: ") + oath_strerror(made));
  return std::string(code.data());
}

std::int64_t totp_step(base::Instant now) {
  return std::chrono::floor<std::chrono::seconds>(now).time_since_epoch() / totp_step_length;
}

std::optional<std::int64_t> totp_step_of(const base::Secret& secret, std::string_view code,
                                         base::Instant now) {
  std::optional<std::int64_t> found;
  // All three are always computed: time tells nothing about which one was near.
  for (const auto step : {totp_step(now) - 1, totp_step(now) + 1, totp_step(now)}) {
    const auto right = totp_code(secret, step);
    if (right && base::same_bytes(base::as_bytes(*right), base::as_bytes(code))) found = step;
  }
  return found;
}

}  // namespace wv::desk
