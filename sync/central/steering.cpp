// Signs what is open for one kiosk, each time anew: nothing signed is kept.
#include "sync/central/steering.h"

#include "sync/central/order_books.h"

namespace wv::central {

wire::HeartbeatAnswer steering_of(const World& world, const model::KioskId& kiosk,
                                  const std::string& ticket) {
  const auto system = world.store.system();
  const auto now = world.clock.now();
  wire::HeartbeatAnswer answer{system.epoch, system.durable_until, ticket, now, {}, {}};
  std::vector<wire::Command> open;
  const auto looked = world.store.look([&](Sql& sql) -> Result<> {
    WV_TRY(open, open_orders(sql, kiosk, now));
    return {};
  });
  if (!looked) world.log.warning("orders_unread", {{"why", looked.error().message}});
  for (const auto& command : open)
    answer.commands.push_back(wire::sign_command(command, world.signer.key, world.signer.kid));
  return answer;
}

}  // namespace wv::central
