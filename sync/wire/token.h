// What a kiosk shows the central with each request: who, for which request, for these bytes, for five
// minutes.
#pragma once

#include "sync/base/crypto.h"
#include "sync/model/idea.h"

namespace wv::wire {

struct Request {
  std::string_view method;  // "PUT"
  std::string_view path;    // "/kiosk/v1/ideeen/019a…": no host, no query
  base::ByteView body;
};

inline constexpr std::chrono::seconds token_life{300};

struct Token {
  model::KioskId kiosk;
  base::Instant issued_at, expires_at;
  std::string id;  // jti: the central may refuse one that it saw before
};

// The value after "Bearer ".
std::string make_token(const base::KeyPair& key, const model::KioskId& kiosk, const Request& request,
                       base::Instant now, base::Random& random);
// Whose key to look up; nothing is verified yet.
base::Result<model::KioskId> token_kiosk(std::string_view token);
// Denied with a reason for: another key, another request, another body, too long a life. Unavailable: the
// token is not of this time (more than `skew` old or young), so the kiosk's clock is wrong.
base::Result<Token> verify_token(std::string_view token, const base::PublicKey& key, const Request& request,
                                 base::Instant now, std::chrono::seconds skew = std::chrono::seconds{60});

}  // namespace wv::wire
