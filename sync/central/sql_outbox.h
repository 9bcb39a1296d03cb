// The outbox on either database: what other systems do not know yet, and how far each is.
#pragma once

#include "sync/base/json.h"
#include "sync/central/store.h"
#include "sync/relay/outbox.h"

namespace wv::central {

class SqlOutbox final : public relay::Outbox {
 public:
  // Which kiosks there are and what is the matter with them now.
  using KioskWatch = std::function<Result<std::vector<relay::KioskMatter>>(Sql& sql, Instant now)>;

  // `holder` is this process, as no other is called. The store and the clock outlive the outbox.
  SqlOutbox(Store& store, const base::Clock& clock, std::string holder,
            KioskWatch kiosks = kiosks_with_alerts);

  Result<bool> claim(const std::string& target, Instant now, Instant until) override;
  Result<std::vector<relay::Due>> due(const std::string& target, relay::Interest interest, Instant now,
                                      std::size_t most) override;
  Result<> told(const std::string& target, const relay::Due& due, const relay::Mark& mark) override;
  Result<> put_off(const std::string& target, const relay::Due& due, Instant until,
                   const std::string& why) override;

  // Their alerts as the list of the desk has them, "stil" or "geblokkeerd"; without those about content, and
  // without the hours between enrolment and first heartbeat.
  static Result<std::vector<relay::KioskMatter>> kiosks_with_alerts(Sql& sql, Instant now);

 private:
  Store& store_;
  const base::Clock& clock_;
  const std::string holder_;
  const KioskWatch kiosks_;
};

// A row for each system: {"naam", "verteld", "wacht", "fout"}. Reads only.
Result<> relay_standing(Store& store, const std::function<bool(const base::Json&)>& row);

}  // namespace wv::central
