// What the kiosk will show of a folder of content, as pictures: made by the kiosk itself, before anything is
// published.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sync/base/result.h"
#include "sync/base/world.h"
#include "sync/intake/reading.h"

namespace wv::intake {

// The programs that play a whole small town: a central, a courier and a kiosk.
struct TownPrograms {
  std::filesystem::path central, courier, kiosk;
};
// Those that lie beside this one. Unavailable: the kiosk or its courier is not installed here.
base::Result<TownPrograms> programs_beside(const std::filesystem::path& central);

struct Preview {
  std::vector<std::filesystem::path> pictures;  // PNG, in the order of a visit
  std::vector<Note> missing;                    // screens that this content does not have
};

// Publishes `folder` with throw-away keys in a private temporary folder, lets a kiosk of `area` fetch it over
// loopback, visits its screens, and puts the pictures in `shots`. Takes some seconds; whatever it started and
// wrote besides is gone when it returns. Invalid: the content has mistakes, or no such area. Thread-safe.
base::Result<Preview> preview(base::Files& files, const TownPrograms& programs,
                              const std::filesystem::path& folder, const std::string& area,
                              const std::filesystem::path& shots);

}  // namespace wv::intake
