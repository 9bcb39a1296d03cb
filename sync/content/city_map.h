// The outlines of wijken as CBS and PDOK publish them (GeoJSON in EPSG:28992), made into the map that a kiosk
// draws.
#pragma once

#include <expected>
#include <string>

#include "sync/base/json.h"
#include "sync/content/toml_source.h"
#include "sync/model/content.h"

namespace wv::content {

// `source` is the attribution to show. Holes are left out: an outline is what is filled. Everything wrong is
// reported.
std::expected<model::CityMap, Findings> read_city_map(const std::string& file, const base::Json& geojson,
                                                      std::string_view source);

}  // namespace wv::content
