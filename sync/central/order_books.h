// Commands from afar in the store: given, withdrawn, answered. Each change is a row of the chained log.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sync/central/books.h"
#include "sync/wire/command.h"

namespace wv::central {

struct GivenOrder {
  wire::Command command;
  std::string kiosk_name;
  std::string who;
  std::string outcome;  // empty: open; a word of wire::CommandOutcome, "ingetrokken" or "verlopen"
  std::optional<Instant> finished_at;
  bool has_attachment = false;
};

// Inside a change of the store. Invalid: as many are open as a kiosk may have. NotFound: no kiosk that works.
Result<> give_order(Books& books, const wire::Command& command, const std::string& who);
// NotFound: none that is open. A kiosk that has it already carries it out all the same, and says so.
Result<> withdraw_order(Books& books, const std::string& id, const std::string& who, Instant now);
// NotFound: this kiosk was never asked. The same result again changes nothing.
Result<> take_result(Books& books, const model::KioskId& kiosk, const std::string& id,
                     const wire::CommandResult& result, Instant now);
// Notes those that nobody answered in time, and forgets what is over for three months.
Result<> close_orders(Books& books, Instant now);

// Newest first; of one kiosk, or of all when its id is empty.
Result<std::vector<GivenOrder>> orders_of(Sql& sql, const model::KioskId& kiosk, Instant now);
// What its next heartbeat brings, oldest first.
Result<std::vector<wire::Command>> open_orders(Sql& sql, const model::KioskId& kiosk, Instant now);
// A picture or a diagnosis. NotFound: there is none.
struct Attachment {
  wire::Deed deed{};
  base::Bytes bytes;
};
Result<Attachment> attachment_of(Sql& sql, const std::string& order);

}  // namespace wv::central
