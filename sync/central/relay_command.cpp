// Both verbs of `relay`.
#include "sync/central/relay_command.h"

#include <cstdio>

#include "sync/base/uuid.h"
#include "sync/central/relay_service.h"
#include "sync/central/sql_store.h"

namespace wv::central {
namespace {

void tell(std::string_view text) {
  std::printf("%.*s\n", static_cast<int>(text.size()), text.data());
}

}  // namespace

Result<> relay_now(const Options& options, Machine& machine) {
  WV_TRY(auto targets, open_connections(machine.files, options.connections, machine.clock));
  auto hold = StoreHold::take(options.store);
  if (!hold) return base::pass(hold, "the server that holds the store tells them by itself");
  WV_TRY(const auto store, open_store(options.store, base::make_uuid4(machine.random)));
  SqlOutbox outbox(*store, machine.clock, base::make_uuid4(machine.random));
  std::int64_t put_off = 0;
  for (auto& target : targets) {
    relay::Delivery delivery(outbox, machine.clock, machine.random);
    WV_TRY(const auto delivered, delivery.run(*target));
    tell(target->name() + ": told " + std::to_string(delivered.told) + ", put off " +
         std::to_string(delivered.put_off) +
         (delivered.last_trouble.empty() ? "" : " (" + delivered.last_trouble + ")"));
    put_off += delivered.put_off;
  }
  if (put_off > 0)
    return base::fail(base::ErrorCode::Unavailable, "not everything was taken; nothing is lost");
  return {};
}

Result<> relay_status(const Options& options, const AskDesk& ask) {
  base::Json all = base::Json::array();
  WV_CHECK(ask(base::Json::object({{"vraag", "koppelingen"}}), [&](const base::Json& row) {
    all.push(row);
    return true;
  }));
  if (options.form == Options::Form::Json) return tell(base::to_pretty_text(all)), Result<>();
  for (const auto& row : *all.items())
    tell(std::string(row.text_or("naam", "")) + ": knows " + std::to_string(row.integer_or("verteld", 0)) +
         ", in trouble " + std::to_string(row.integer_or("wacht", 0)) +
         (row.text_or("fout", "").empty() ? "" : " (" + std::string(row.text_or("fout", "")) + ")"));
  if (all.items()->empty()) tell("No other system was told anything yet");
  return {};
}

}  // namespace wv::central
