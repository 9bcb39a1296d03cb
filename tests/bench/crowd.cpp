// Identities in a text file, one a line; requests as ready-made bytes.
#include "tests/bench/crowd.h"

#include <fstream>
#include <future>

#include "sync/base/encoding.h"
#include "sync/base/json.h"
#include "sync/base/uuid.h"
#include "sync/wire/token.h"

namespace wv::bench {
namespace {

using base::as_bytes;
using base::ErrorCode;
using base::fail;
using base::Result;

// The code never travels, so its hash may be anything; a selector has four characters.
std::string selector_of(std::size_t number) {
  const auto digits = std::to_string(10'000 + number % 10'000);
  return digits.substr(digits.size() - 4);
}

Result<> enrol(central::Store& store, const Kiosk& kiosk, std::size_t number, base::Instant now) {
  const base::Bytes anything(32, 7);
  const auto selector = selector_of(number);
  WV_CHECK(store.add_kiosk({kiosk.id, "Proef " + std::to_string(number), "proef"},
                           {selector, anything, base::Bytes(16, 7), now + std::chrono::hours(1)}, now));
  std::promise<Result<central::Enrolled>> promise;
  auto outcome = promise.get_future();
  store.enrol({selector, anything, kiosk.key.public_key, "bench", now},
              [&promise](Result<central::Enrolled> enrolled) { promise.set_value(std::move(enrolled)); });
  WV_TRY(const auto enrolled, outcome.get());
  if (enrolled.outcome != central::Enrolled::Outcome::Accepted)
    return fail(ErrorCode::Invalid, "the store refused kiosk " + std::to_string(number));
  return {};
}

}  // namespace

Result<> enrol_crowd(central::Store& store, const std::filesystem::path& keys, std::size_t count,
                     base::Instant now, base::Random& random) {
  std::ofstream out(keys);
  std::filesystem::permissions(keys,
                               std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  for (std::size_t number = 0; number < count; ++number) {
    const Kiosk kiosk{{base::make_uuid4(random)}, base::make_key_pair(random)};
    WV_CHECK(enrol(store, kiosk, number, now));
    out << kiosk.id.value << ' ' << base::to_hex(kiosk.key.seed.bytes()) << ' '
        << base::to_base64url(kiosk.key.public_key) << '\n';
  }
  if (!out.flush()) return fail(ErrorCode::Io, "cannot write " + keys.string());
  return {};
}

Result<Crowd> read_crowd(const std::filesystem::path& keys) {
  std::ifstream in(keys);
  Crowd crowd;
  for (std::string id, seed, key; in >> id >> seed >> key;) {
    WV_TRY(const auto bytes, base::from_hex(seed));
    WV_TRY(auto pair, base::key_pair_from_seed(bytes));
    crowd.push_back({{id}, std::move(pair)});
  }
  if (crowd.empty()) return fail(ErrorCode::NotFound, "no kiosks in " + keys.string());
  return crowd;
}

std::string idea_body(std::int64_t sequence) {
  std::string text = "Een bankje bij de speeltuin, want wie oud is wil onderweg even zitten. ";
  while (text.size() < 480) text += "En graag in de schaduw. ";
  text.resize(480);
  return base::to_text(base::Json::object({{"tekst", text},
                                           {"ingevoerdOp", "2026-03-01T10:00:00Z"},
                                           {"klokZeker", true},
                                           {"volgnummer", 1'000'000 + sequence}}));
}

std::string idea_request(const Kiosk& kiosk, std::int64_t sequence, base::Instant now, base::Random& random) {
  const auto path = "/kiosk/v1/ideeen/" + base::make_uuid7(now, random);
  const auto body = idea_body(sequence);
  const auto token = wire::make_token(kiosk.key, kiosk.id, {"PUT", path, as_bytes(body)}, now, random);
  return "PUT " + path +
         " HTTP/1.1\r\nHost: centraal\r\nContent-Type: application/json\r\nAuthorization: Bearer " + token +
         "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

}  // namespace wv::bench
