// Opening hours and closures as settings write them.
#pragma once

#include <optional>
#include <vector>

#include "sync/model/opening.h"
#include "sync/settings/field.h"

namespace wv::settings {

using DayHours = std::optional<std::vector<model::OpeningSpan>>;

// `weekday` counts from 0 for Monday. On Sunday no span may begin or end from 02:00 to 03:00: in that hour
// the clock is put forward or back, so that it comes twice, or not at all.
Field day_hours(std::string path, DayHours& into, int weekday);
// `[[gesloten]] van = 2026-12-25, tot = 2026-12-26, reden = "Kerst"`. Those of a later layer come beside
// those of an earlier one; an empty list puts those of earlier layers aside.
Field closures(std::string path, std::vector<model::Closure>& into);

}  // namespace wv::settings
