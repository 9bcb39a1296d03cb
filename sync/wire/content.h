// The documents a kiosk shows, as JSON and as values. The keys are listed in keys.md.
#pragma once

#include <array>
#include <expected>
#include <string>
#include <vector>

#include "sync/base/crypto.h"
#include "sync/base/json.h"
#include "sync/model/check.h"
#include "sync/model/content.h"
#include "sync/model/idea.h"

namespace wv::wire {

using base::Json;
using model::Problem;
using model::Problems;

// A reader answers with a value that model::check finds nothing wrong with, or with everything that is wrong.
template <class T>
using Read = std::expected<T, Problems>;

// Answers grow with every idea: parse targets with these limits rather than those of a message.
inline constexpr base::JsonLimits content_limits{16 << 20, 32};

Read<model::Municipality> read_municipality(const Json& json);  // gemeente.json
Read<model::AreaContent> read_area(const Json& json);           // gebied/<id>.json
Read<model::CityMap> read_map(const Json& json);                // kaart.json

Json to_json(const model::Municipality& municipality);
Json to_json(const model::AreaContent& area);
Json to_json(const model::CityMap& map);

// sleutels.json: to whom contact data is sealed, who signs receipts, how a reference code is hashed.
struct RsaPublicKey {
  std::string kid;
  base::Bytes modulus, exponent;  // big-endian, as in a JWK; 2048-8192 bits
  bool operator==(const RsaPublicKey&) const = default;
};
struct ReceiptKey {
  std::string kid;
  base::PublicKey key{};
  bool operator==(const ReceiptKey&) const = default;
};
struct Keys {
  RsaPublicKey contact;
  ReceiptKey receipt;
  std::array<std::uint8_t, 16> reference_salt{};
  base::Argon2Cost argon2;
  bool operator==(const Keys&) const = default;
};
Read<Keys> read_keys(const Json& json);
Json to_json(const Keys& keys);
Json to_json(const RsaPublicKey& key);  // JWK

// referentieHash of a code: base64url of 16 bytes of argon2id. Takes some hundredths of a second, by
// intention.
base::Result<std::string> reference_hash(base::ByteView code, const Keys& keys);

// terugkoppeling/antwoorden.json
struct Answers {
  std::vector<model::PublicHistory> histories;
};
Read<Answers> read_answers(const Json& json);
Json to_json(const Answers& answers);
Json to_json(const model::PublicHistory& history);  // one item, as antwoord.json of a release holds it
Read<model::PublicHistory> read_history(const Json& json);

// ideeen/ideeen.json
struct PublicIdeas {
  std::vector<model::PublicIdea> ideas;
};
Read<PublicIdeas> read_public_ideas(const Json& json);
Json to_json(const PublicIdeas& ideas);
Json to_json(const model::PublicIdea& idea);  // one item, as a row of a release holds it
Read<model::PublicIdea> read_public_idea(const Json& json);

// Names of the targets.
inline constexpr std::string_view municipality_target = "gemeente.json";
inline constexpr std::string_view map_target = "kaart.json";
inline constexpr std::string_view keys_target = "sleutels.json";
inline constexpr std::string_view answers_target = "terugkoppeling/antwoorden.json";
inline constexpr std::string_view public_ideas_target = "ideeen/ideeen.json";
inline std::string area_target(const model::AreaId& id) {
  return "gebied/" + id.value + ".json";
}

// Fifty thousand ideas fit no single document, and one new answer should not move them all. Ideas go on in
// ideeen/ideeen-00001.json, …: part n holds the next block in order of arrival.
std::string public_ideas_part(std::size_t part);
bool is_public_ideas(std::string_view target);
// Answers are dealt out by their hash over `parts` documents: 1, 16 or 256. One: antwoorden.json; else
// antwoorden-<one or two hexadecimal digits>.json, so that the order still tells nobody who came first.
std::size_t answer_parts(std::size_t histories);
std::string answers_part(std::string_view reference_hash, std::size_t parts);
std::vector<std::string> all_answers_parts(std::size_t parts);
bool is_answers(std::string_view target);

// All problems in one message for a log or a staff screen: "/a/b: wrong; /c: missing", cut after the first
// few.
std::string summary(const Problems& problems, std::size_t most = 3);

}  // namespace wv::wire
