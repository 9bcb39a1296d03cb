// The help sheet on paper: one page of A4 in the letters of the screen.
#pragma once

#include <filesystem>

#include "kiosk/staff/help_sheet.h"
#include "sync/base/world.h"

namespace wv::app {

// `fonts`: the folder with the fonts of an installation. `made_on`: a date, for the foot. The same sheet
// gives the same bytes. NotFound, Corrupt: a font is missing or cannot be used.
base::Result<base::Bytes> help_sheet_pdf(const staff::HelpSheet& sheet, const std::filesystem::path& fonts,
                                         const std::string& made_on);

}  // namespace wv::app
