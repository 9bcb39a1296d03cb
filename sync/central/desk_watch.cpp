// What the desk tells a beheerder about the kiosks without being asked for a single one.
#include "sync/central/alerts.h"
#include "sync/central/desk.h"

namespace wv::central {

Result<> Desk::list_alerts(const base::Json& request, const Row& row) {
  WV_TRY(const auto kiosks, world_.store.kiosks());
  std::vector<Standing> published;
  if (world_.repository) {
    WV_TRY(const auto channels, world_.repository->channels());
    for (const auto& channel : channels) {
      WV_TRY(auto standing, world_.repository->standing(channel));
      published.push_back(std::move(standing));
    }
  }
  for (const auto& alert : alerts_of(kiosks, published, limits_from(request), world_.clock.now()))
    if (!row(to_json(alert))) break;
  return {};
}

}  // namespace wv::central
