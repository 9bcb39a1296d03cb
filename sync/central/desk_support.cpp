// What the desk does about support: showing what came in a burst, and what a moderator decides about it. And
// the example ideas of a demonstration.
#include "sync/central/desk.h"
#include "sync/central/example_ideas.h"

namespace wv::central {

using base::Json;

namespace {

Json row_of(const Burst& burst) {
  return Json::object({{"kioskId", burst.kiosk.value},
                       {"kiosk", burst.kiosk_name},
                       {"aantal", burst.supports},
                       {"ideeen", burst.ideas},
                       {"van", base::to_rfc3339(burst.from)},
                       {"tot", base::to_rfc3339(burst.until)}});
}

}  // namespace

Result<> Desk::list_bursts(const Row& row) {
  WV_TRY(const auto bursts, world_.store.bursts());
  for (const auto& burst : bursts)
    if (!row(row_of(burst))) break;
  return {};
}

Result<> Desk::review(const Json& request, const Row& row) {
  const bool* counts = request.find("telt") ? request.find("telt")->boolean() : nullptr;
  const auto review = counts && *counts ? Review::Count : Review::Reject;
  WV_TRY(const auto changed, world_.store.review_supports({std::string(request.text_or("kiosk", ""))}, review,
                                                          world_.clock.now()));
  if (world_.repository) WV_CHECK(publish_soon());
  row(Json::object({{"aantal", changed}}));
  return {};
}

Result<> Desk::take_examples(const Json& request, const Row& row) {
  WV_TRY(const auto taken, take_example_ideas(world_.store, request, world_.random, world_.clock.now()));
  if (world_.repository) WV_CHECK(publish_soon());
  row(Json::object({{"aantal", static_cast<std::int64_t>(taken)}}));
  return {};
}

}  // namespace wv::central
