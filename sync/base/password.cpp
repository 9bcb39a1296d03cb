// Stored passwords in the PHC form that every argon2 tool reads; the salt comes from our own Random so tests
// repeat.
#include <array>
#include <charconv>
#include <optional>

#include "sync/base/crypto.h"
#include "sync/base/encoding.h"

namespace wv::base {
namespace {

constexpr std::string_view prefix = "$argon2id$v=19$m=";

// PHC strings use ordinary base64 without padding.
std::string phc_base64(ByteView bytes) {
  std::string text = to_base64(bytes);
  while (text.ends_with('=')) text.pop_back();
  return text;
}

std::optional<Bytes> from_phc_base64(std::string_view text) {
  std::string url(text);
  for (char& c : url) {
    if (c == '-' || c == '_') return std::nullopt;
    if (c == '+') c = '-';
    if (c == '/') c = '_';
  }
  auto bytes = from_base64url(url);
  if (!bytes) return std::nullopt;
  return *std::move(bytes);
}

// Takes `end` and the number before it off the front.
std::optional<std::uint32_t> take_number(std::string_view& text, std::string_view end) {
  std::uint32_t value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{}) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
  if (!text.starts_with(end)) return std::nullopt;
  text.remove_prefix(end.size());
  return value;
}

struct Stored {
  Argon2Cost cost;
  Bytes salt, hash;
};

std::optional<Stored> take_apart(std::string_view text) {
  if (!text.starts_with(prefix)) return std::nullopt;
  text.remove_prefix(prefix.size());
  const auto memory = take_number(text, ",t=");
  if (!memory) return std::nullopt;
  const auto operations = take_number(text, ",p=1$");
  if (!operations) return std::nullopt;
  const std::size_t dollar = text.find('$');
  if (dollar == std::string_view::npos) return std::nullopt;
  auto salt = from_phc_base64(text.substr(0, dollar));
  auto hash = from_phc_base64(text.substr(dollar + 1));
  if (!salt || !hash) return std::nullopt;
  return Stored{{*operations, *memory}, *std::move(salt), *std::move(hash)};
}

}  // namespace

Result<std::string> hash_password(const Secret& password, Random& random, Argon2Cost cost) {
  std::array<std::uint8_t, 16> salt{};
  random.fill(salt);
  WV_TRY(const Bytes hash, argon2id(password.bytes(), salt, cost, 32));
  return std::string(prefix) + std::to_string(cost.memory_kib) + ",t=" + std::to_string(cost.operations) +
         ",p=1$" + phc_base64(salt) + "$" + phc_base64(hash);
}

bool verify_password(std::string_view stored, const Secret& password) {
  const auto parts = take_apart(stored);
  if (!parts) return false;
  const auto hash = argon2id(password.bytes(), parts->salt, parts->cost, parts->hash.size());
  return hash && same_bytes(*hash, parts->hash);
}

}  // namespace wv::base
