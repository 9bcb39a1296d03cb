// A token binds itself to one request, so that a stolen one is of no use for another.
#include "sync/wire/token.h"

#include <array>

#include "sync/base/encoding.h"
#include "sync/base/json.h"
#include "sync/wire/jws.h"

namespace wv::wire {
namespace {

using base::ErrorCode;
using base::fail;
using base::Json;
using std::chrono::seconds;

constexpr std::string_view audience = "wijkvenster-centraal";
constexpr std::int64_t last_second = 253'402'300'799;  // of the year 9999

std::int64_t whole_seconds(base::Instant at) {
  return std::chrono::floor<seconds>(at).time_since_epoch().count();
}

std::string body_hash(base::ByteView body) {
  return base::to_base64url(base::sha256(body));
}

base::Result<base::Instant> read_second(const Json& claims, std::string_view name) {
  const std::int64_t value = claims.integer_or(name, -1);
  if (value < 0 || value > last_second) return fail(ErrorCode::Denied, "token: no " + std::string(name));
  return base::Instant{seconds{value}};
}

base::Result<> check_request(const Json& claims, const Request& request) {
  if (claims.text_or("aud", "") != audience) return fail(ErrorCode::Denied, "token: for another service");
  if (claims.text_or("htm", "") != request.method || claims.text_or("htu", "") != request.path)
    return fail(ErrorCode::Denied, "token: for another request");
  if (claims.text_or("bsh", "") != body_hash(request.body))
    return fail(ErrorCode::Denied, "token: for another body");
  return {};
}

base::Result<> check_time(const Token& token, base::Instant now, seconds skew) {
  if (token.expires_at <= token.issued_at || token.expires_at - token.issued_at > token_life)
    return fail(ErrorCode::Denied, "token: lives too long");
  if (now + skew < token.issued_at) return fail(ErrorCode::Unavailable, "token: from the future");
  if (now - skew >= token.expires_at) return fail(ErrorCode::Unavailable, "token: expired");
  return {};
}

}  // namespace

std::string make_token(const base::KeyPair& key, const model::KioskId& kiosk, const Request& request,
                       base::Instant now, base::Random& random) {
  std::array<std::uint8_t, 16> id{};
  random.fill(id);
  const std::int64_t issued = whole_seconds(now);
  const Json claims = Json::object({{"iss", kiosk.value},
                                    {"aud", audience},
                                    {"iat", issued},
                                    {"exp", issued + token_life.count()},
                                    {"htm", request.method},
                                    {"htu", request.path},
                                    {"bsh", body_hash(request.body)},
                                    {"jti", base::to_base64url(id)}});
  return sign_jws(key, kiosk.value, "JWT", base::to_text(claims));
}

base::Result<model::KioskId> token_kiosk(std::string_view token) {
  WV_TRY(const Jws jws, peek_jws(token));
  if (jws.kid.empty() || jws.kid.size() > 64) return fail(ErrorCode::Invalid, "token: no kid");
  return model::KioskId{jws.kid};
}

base::Result<Token> verify_token(std::string_view text, const base::PublicKey& key, const Request& request,
                                 base::Instant now, seconds skew) {
  WV_TRY(const Jws jws, open_jws(text, key));
  if (jws.typ != "JWT") return fail(ErrorCode::Denied, "token: no JWT");
  WV_TRY(const Json claims, base::parse_json(jws.payload, {4096, 4}));
  if (claims.text_or("iss", "") != jws.kid) return fail(ErrorCode::Denied, "token: iss and kid differ");
  WV_CHECK(check_request(claims, request));
  Token token;
  token.kiosk.value = jws.kid;
  token.id = std::string(claims.text_or("jti", ""));
  if (token.id.empty() || token.id.size() > 64) return fail(ErrorCode::Denied, "token: no jti");
  WV_TRY(token.issued_at, read_second(claims, "iat"));
  WV_TRY(token.expires_at, read_second(claims, "exp"));
  WV_CHECK(check_time(token, now, skew));
  return token;
}

}  // namespace wv::wire
