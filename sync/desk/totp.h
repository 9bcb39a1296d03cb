// The second key of an account: time-based codes of RFC 6238 (SHA-1, 30 s, six digits), as every phone makes
// them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sync/base/secret.h"
#include "sync/base/world.h"

namespace wv::desk {

inline constexpr std::chrono::seconds totp_step_length{30};

base::Secret make_totp_secret(base::Random& random);  // 160 bits
// RFC 4648 base 32, as it is typed into an app.
base::Result<std::string> totp_secret_text(const base::Secret& secret);
// otpauth://totp/…, for a QR.
base::Result<std::string> totp_address(const base::Secret& secret, std::string_view account);

base::Result<std::string> totp_code(const base::Secret& secret, std::int64_t step);
std::int64_t totp_step(base::Instant now);
// The time step that this code belongs to: the one of now, before or after (clocks differ). Nothing: wrong.
std::optional<std::int64_t> totp_step_of(const base::Secret& secret, std::string_view code,
                                         base::Instant now);

}  // namespace wv::desk
