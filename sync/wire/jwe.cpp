// Compact serialisation, and the small JSON inside, written and read without leaving copies of what it says.
#include "sync/wire/jwe.h"

#include <vector>

#include "sync/base/encoding.h"
#include "sync/base/utf8.h"

namespace wv::wire {
namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::Secret;

constexpr std::size_t max_value = 254;
constexpr std::size_t max_jwe = 8192;
constexpr std::string_view before_channel = R"({"kanaal":")";
constexpr std::string_view before_value = R"(","waarde":")";
constexpr std::string_view after_value = R"("})";

std::string_view channel_word(Channel channel) {
  return channel == Channel::Email ? "email" : "telefoon";
}

bool fits(std::string_view value) {
  if (value.empty() || value.size() > max_value || !base::is_utf8(value)) return false;
  while (const auto c = base::next_code_point(value))
    if (base::is_control(*c)) return false;
  return true;
}

}  // namespace

std::string jwe_header(std::string_view kid) {
  const Json header = Json::object({{"alg", "RSA-OAEP-256"}, {"enc", "A256GCM"}, {"kid", kid}});
  return base::to_base64url(base::as_bytes(base::to_text(header)));
}

std::string compact(const Jwe& jwe) {
  return jwe.header_text + "." + base::to_base64url(jwe.wrapped_key) + "." + base::to_base64url(jwe.nonce) +
         "." + base::to_base64url(jwe.text) + "." + base::to_base64url(jwe.tag);
}

Result<Jwe> take_apart(std::string_view compact) {
  std::vector<std::string_view> parts;
  for (std::string_view rest = compact; compact.size() <= max_jwe;) {
    const std::size_t dot = rest.find('.');
    parts.push_back(rest.substr(0, dot));
    if (dot == std::string_view::npos) break;
    rest.remove_prefix(dot + 1);
  }
  if (parts.size() != 5) return fail(ErrorCode::Invalid, "no compact JWE");
  WV_TRY(const base::Bytes header_bytes, base::from_base64url(parts[0]));
  WV_TRY(const Json header, base::parse_json(header_bytes, {1024, 4}));
  if (header.text_or("alg", "") != "RSA-OAEP-256" || header.text_or("enc", "") != "A256GCM" ||
      header.find("crit") || header.find("zip"))
    return fail(ErrorCode::Invalid, "a JWE of another kind than RSA-OAEP-256 with A256GCM");
  Jwe jwe;
  jwe.header_text = parts[0];
  jwe.kid = header.text_or("kid", "");
  WV_TRY(jwe.wrapped_key, base::from_base64url(parts[1]));
  WV_TRY(jwe.nonce, base::from_base64url(parts[2]));
  WV_TRY(jwe.text, base::from_base64url(parts[3]));
  WV_TRY(jwe.tag, base::from_base64url(parts[4]));
  return jwe;
}

Result<std::string> sealed_kid(std::string_view compact) {
  WV_TRY(Jwe jwe, take_apart(compact));
  return std::move(jwe.kid);
}

std::string thumbprint(const RsaPublicKey& key) {
  const Json json = Json::object(
      {{"e", base::to_base64url(key.exponent)}, {"kty", "RSA"}, {"n", base::to_base64url(key.modulus)}});
  return base::to_base64url(base::sha256(base::to_text(json)));
}

// By hand: a Json value would leave the text behind in ordinary memory.
Result<Secret> contact_plaintext(const Contact& contact) {
  if (!fits(contact.value.view()))
    return fail(ErrorCode::Invalid, "contact: empty, too long or not plain text");
  Secret plain(before_channel);
  plain.append(channel_word(contact.channel));
  plain.append(before_value);
  for (const char& c : contact.value.view()) {
    if (c == '"' || c == '\\') plain.append("\\");
    plain.append(std::string_view(&c, 1));
  }
  plain.append(after_value);
  return plain;
}

// The desk's side: whoever opens it may see it, and other writers may have spelled the JSON differently.
Result<Contact> read_contact(const Secret& plaintext) {
  WV_TRY(const Json json, base::parse_json(plaintext.bytes(), {4096, 2}));
  const std::string_view channel = json.text_or("kanaal", "");
  Contact contact;
  contact.value = Secret(json.text_or("waarde", ""));
  contact.channel = channel == channel_word(Channel::Email) ? Channel::Email : Channel::Phone;
  if (channel_word(contact.channel) != channel || !fits(contact.value.view()))
    return fail(ErrorCode::Invalid, "contact: not what a kiosk writes");
  return contact;
}

}  // namespace wv::wire
