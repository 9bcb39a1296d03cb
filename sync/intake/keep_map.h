// Keeps a map in the folder of content; the one that stood there stays beside it.
#pragma once

#include "sync/intake/keep.h"
#include "sync/intake/map_file.h"

namespace wv::intake {

inline constexpr const char* map_file_name = "kaart/wijken.rd.geojson";

// Replaces another map only with Edited::MayBeReplaced, and keeps that as kaart/wijken.rd.geojson.vorige.
base::Result<Report> keep_map(base::Files& files, const Keeping& keeping, MapReading reading);

}  // namespace wv::intake
