// Reading the store: from rows of either database to what the central speaks of.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "sync/central/sql.h"
#include "sync/central/store.h"

namespace wv::central {

Result<Kiosk> kiosk_by_id(Sql& sql, const model::KioskId& id);  // NotFound
Result<std::vector<Kiosk>> all_kiosks(Sql& sql);
Result<OneTimeCode> code_by_selector(Sql& sql, const std::string& selector);  // NotFound
Result<std::vector<Burst>> bursts_of(Sql& sql);
// In order of arrival, with their history and support; false ends the walk. Holds one piece in memory at a
// time, so call it within a snapshot.
Result<> walk_ideas(Sql& sql, const std::function<bool(const IdeaRow&)>& each);

}  // namespace wv::central
