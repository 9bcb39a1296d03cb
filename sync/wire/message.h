// Reading one message of the protocol: limits first, then form; the first fault ends it.
#pragma once

#include <algorithm>

#include "sync/base/crypto.h"
#include "sync/base/encoding.h"
#include "sync/base/json.h"
#include "sync/wire/reader.h"

namespace wv::wire {

enum class Unknown { Refused, Ignored };

// read: Members& → T. Invalid with the place of the first fault.
template <class Read>
auto read_message(base::ByteView bytes, std::size_t max_bytes, Unknown unknown, Read read)
    -> base::Result<decltype(read(std::declval<Members&>()))> {
  WV_TRY(const Json json, base::parse_json(bytes, {max_bytes, 8}));
  Problems problems;
  base::Result<decltype(read(std::declval<Members&>()))> result;
  {
    Members members({&json, "", &problems});
    if (unknown == Unknown::Ignored) members.allow_unknown();
    result = read(members);
  }
  if (!problems.empty())
    return base::fail(base::ErrorCode::Invalid, problems.front().pointer + ": " + problems.front().message);
  return result;
}

inline base::Bytes message_bytes(const Json& json) {
  const std::string text = base::to_text(json);
  return base::Bytes(text.begin(), text.end());
}

// Texts with a largest size in bytes, for fields that are not shown.
inline std::string short_text(Members& members, std::string_view key, std::size_t most,
                              Need need = Need::Optional) {
  const auto node = members.find(key, need);
  if (!node) return {};
  std::string text = node->text();
  if (text.size() > most) node->say("longer than " + std::to_string(most) + " bytes");
  return text;
}

// The member "sha256", which has to be there.
inline base::Digest read_digest(Members& members) {
  base::Digest digest{};
  const auto node = members.find("sha256", Need::Required);
  if (!node) return digest;
  const auto bytes = base::from_hex(node->text());
  if (bytes && bytes->size() == digest.size())
    std::ranges::copy(*bytes, digest.begin());
  else
    node->say("must be 64 hexadecimal digits");
  return digest;
}

}  // namespace wv::wire
