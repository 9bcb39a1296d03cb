// Outlines of wijken as others publish them (GeoJSON) as the map of a folder of content, by PROJ.
#pragma once

#include <string>
#include <string_view>

#include "sync/base/json.h"
#include "sync/base/result.h"
#include "sync/intake/reading.h"

namespace wv::intake {

inline constexpr std::size_t largest_map = 48 << 20;

struct MapRules {
  std::string municipality;  // "GM0855": outlines of others are passed over
  std::string source;        // attribution to show; empty: what the file says
  int year = 0;              // of the codes; 0: what the file says
};

struct MapReading {
  base::Json geojson;  // whole metres of EPSG:28992, outer rings only: kaart/wijken.rd.geojson
  std::size_t wijken = 0;
  std::vector<Note> left_out, warnings;
};

// WGS84 (RFC 7946) or EPSG:28992, told by the file's crs or else by its numbers. Invalid: no GeoJSON, another
// coordinate system, or no wijk of this municipality in it.
base::Result<MapReading> read_map_file(std::string_view bytes, const MapRules& rules);

}  // namespace wv::intake
