// sync.db: opening it, and the small facts and notices in it. Deliveries are in ledger.h, releases in
// shelf.h.
#pragma once

#include <optional>
#include <string>

#include "sync/client/notice.h"
#include "sync/db/database.h"

namespace wv::client {

// Keys of table `apparaat`.
namespace fact {
inline constexpr std::string_view kiosk = "kioskId";
inline constexpr std::string_view channel = "kanaal";
inline constexpr std::string_view central = "centraal";  // base address
inline constexpr std::string_view root_hash = "wortelSha256";
inline constexpr std::string_view epoch = "epoch";
inline constexpr std::string_view ticket = "bon";
inline constexpr std::string_view earlier_ticket = "vorigeBon";
inline constexpr std::string_view heartbeat = "hartslag";          // number of the last one
inline constexpr std::string_view time_floor = "tijdvloer";        // ms since 1970
inline constexpr std::string_view clock_offset = "klokAfwijking";  // ms
inline constexpr std::string_view timestamp_etag =
    "tijdstempelEtag";                                         // only of a timestamp that was activated
inline constexpr std::string_view not_before = "nietVoor";     // ms since 1970: the central's Retry-After
inline constexpr std::string_view checked_at = "nagekekenOp";  // ms since 1970: last full look at the release
inline constexpr std::string_view failed_rounds = "mislukt";   // in a row
inline constexpr std::string_view hopeless = "zinloos";        // "ja": trying again by day does not help
inline constexpr std::string_view request_seen = "verzoekGezien";  // the screen's last wish that was honoured
inline constexpr std::string_view stick_seen = "stickGezien";      // likewise, for an exchange with a stick
inline constexpr std::string_view stick_report = "stick";          // JSON: see stick_round.h
inline constexpr std::string_view enrolment_seen = "aanmeldGezien";  // likewise, for an enrolment
inline constexpr std::string_view enrolled_by = "aangemeldMet";      // the wish that led to kioskId
inline constexpr std::string_view enrolment_report = "aanmelding";   // JSON: see enrol_wish.h
inline constexpr std::string_view next_key = "nieuweSleutel";  // "ja": next_key_file() belongs to kioskId
inline constexpr std::string_view intake = "inname";           // "gestopt" or absent
}  // namespace fact

class Store {
 public:
  // Creates and migrates. One process only: hold the lock of the state folder.
  static base::Result<Store> open(const std::filesystem::path& file);
  db::Database& database() { return database_; }

  base::Result<std::optional<std::string>> fact(std::string_view key);
  base::Result<std::int64_t> number(std::string_view key, std::int64_t otherwise);
  base::Result<> set(std::string_view key, std::string_view value);
  base::Result<> set(std::string_view key, std::int64_t value) { return set(key, std::to_string(value)); }
  base::Result<> forget(std::string_view key);

  // `sinds` moves only when the code changes.
  base::Result<> tell(Code code, std::string_view detail, base::Instant now);
  base::Result<> begin_round(base::Instant now);
  base::Result<> end_round(base::Instant now, std::string_view outcome);
  base::Result<std::optional<base::Instant>> last_round_ended();

  // Trusted metadata, by role.
  base::Result<std::optional<base::Bytes>> metadata(std::string_view role);
  base::Result<> keep_metadata(std::string_view role, std::int64_t version, base::Instant expires,
                               base::ByteView bytes);
  base::Result<> forget_metadata(std::string_view role);

 private:
  explicit Store(db::Database database) : database_(std::move(database)) {}
  db::Database database_;
};

}  // namespace wv::client
