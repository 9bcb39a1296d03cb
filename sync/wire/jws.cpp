// One algorithm, no options: what a header asks for beyond that is refused.
#include "sync/wire/jws.h"

#include "sync/base/encoding.h"

namespace wv::wire {
namespace {

using base::ErrorCode;
using base::fail;
using base::Json;

constexpr std::size_t max_jws = 16 * 1024;

struct Parts {
  std::string_view signed_part;  // header '.' payload, as signed
  base::Bytes header, payload, signature;
};

base::Result<Parts> split(std::string_view compact) {
  const std::size_t first = compact.find('.');
  const std::size_t last = compact.rfind('.');
  if (compact.size() > max_jws || first == std::string_view::npos || first == last ||
      compact.find('.', first + 1) != last)
    return fail(ErrorCode::Invalid, "no compact JWS");
  Parts parts;
  parts.signed_part = compact.substr(0, last);
  WV_TRY(parts.header, base::from_base64url(compact.substr(0, first)));
  WV_TRY(parts.payload, base::from_base64url(compact.substr(first + 1, last - first - 1)));
  WV_TRY(parts.signature, base::from_base64url(compact.substr(last + 1)));
  return parts;
}

base::Result<Jws> read(const Parts& parts) {
  WV_TRY(const Json header, base::parse_json(parts.header, {4096, 4}));
  if (!header.members() || header.find("crit"))
    return fail(ErrorCode::Invalid, "a JWS header that we do not know");
  if (header.text_or("alg", "") != "EdDSA") return fail(ErrorCode::Denied, "a JWS not signed with EdDSA");
  return Jws{std::string(header.text_or("kid", "")), std::string(header.text_or("typ", "")),
             std::string(base::as_text(parts.payload))};
}

}  // namespace

std::string sign_jws(const base::KeyPair& key, std::string_view kid, std::string_view typ,
                     std::string_view payload) {
  Json header = Json::object({{"alg", "EdDSA"}, {"kid", kid}});
  if (!typ.empty()) header.set("typ", typ);
  std::string compact = base::to_base64url(base::as_bytes(base::to_text(header)));
  compact += '.';
  compact += base::to_base64url(base::as_bytes(payload));
  const base::Signature signature = base::sign(key, base::as_bytes(compact));
  compact += '.';
  compact += base::to_base64url(signature);
  return compact;
}

base::Result<Jws> peek_jws(std::string_view compact) {
  WV_TRY(const Parts parts, split(compact));
  return read(parts);
}

base::Result<Jws> open_jws(std::string_view compact, const base::PublicKey& key) {
  WV_TRY(const Parts parts, split(compact));
  WV_TRY(Jws jws, read(parts));
  const auto signature = base::signature_from(parts.signature);
  if (!signature || !base::verify(key, base::as_bytes(parts.signed_part), *signature))
    return fail(ErrorCode::Denied, "not signed by the key that should have signed it");
  return jws;
}

}  // namespace wv::wire
