// An agenda as rows of a spreadsheet (CSV), by libcsv.
#pragma once

#include <string_view>

#include "sync/base/result.h"
#include "sync/intake/agenda_draft.h"

namespace wv::intake {

inline constexpr std::size_t largest_table = 4 << 20;

// The first row names the columns: opgave and actie, and if there are any beschrijving, thema, herkomst,
// status, trekker, partners, periode, "onderdeel van". A row without an action tells of the challenge itself.
base::Result<DraftAgenda> read_agenda_table(std::string_view csv);

}  // namespace wv::intake
