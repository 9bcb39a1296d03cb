// GeoJSON features to wijk outlines in whole metres.
#include "sync/content/city_map.h"

#include <algorithm>
#include <cmath>

namespace wv::content {
namespace {

using base::Json;
using Ring = std::vector<std::pair<std::int32_t, std::int32_t>>;

std::optional<std::int32_t> metres(const Json& value) {
  const double number = value.integer() ? static_cast<double>(*value.integer())
                        : value.real()  ? *value.real()
                                        : NAN;
  // The official bounds of RD New, generously: degrees of longitude fall outside.
  if (!(number >= -10'000 && number <= 700'000)) return std::nullopt;
  return static_cast<std::int32_t>(std::lround(number));
}

std::optional<Ring> ring_of(const Json& json) {
  if (!json.items()) return std::nullopt;
  Ring ring;
  for (const auto& point : *json.items()) {
    if (!point.items() || point.items()->size() < 2) return std::nullopt;
    const auto x = metres((*point.items())[0]);
    const auto y = metres((*point.items())[1]);
    if (!x || !y || *y < 250'000) return std::nullopt;
    ring.emplace_back(*x, *y);
  }
  if (ring.size() < 4 || ring.front() != ring.back()) return std::nullopt;
  return ring;
}

// The first ring of each polygon.
std::optional<std::vector<Ring>> rings_of(const Json& geometry) {
  const auto kind = geometry.text_or("type", "");
  const auto* coordinates = geometry.find("coordinates");
  if (!coordinates || !coordinates->items() || coordinates->items()->empty()) return std::nullopt;
  std::vector<const Json*> outer;
  if (kind == "Polygon") outer.push_back(&coordinates->items()->front());
  if (kind == "MultiPolygon")
    for (const auto& polygon : *coordinates->items()) {
      if (!polygon.items() || polygon.items()->empty()) return std::nullopt;
      outer.push_back(&polygon.items()->front());
    }
  std::vector<Ring> rings;
  for (const auto* json : outer) {
    auto ring = ring_of(*json);
    if (!ring) return std::nullopt;
    rings.push_back(std::move(*ring));
  }
  if (rings.empty()) return std::nullopt;
  return rings;
}

std::string_view either(const Json& properties, std::string_view one, std::string_view other) {
  return properties.text_or(one, properties.text_or(other, ""));
}

}  // namespace

std::expected<model::CityMap, Findings> read_city_map(const std::string& file, const Json& geojson,
                                                      std::string_view source) {
  Findings findings;
  model::CityMap map{0, std::string(source), {}};
  const auto* features = geojson.find("features");
  if (!features || !features->items() || features->items()->empty())
    return std::unexpected(
        Findings{{file, 0, "features", "expected a FeatureCollection with at least one wijk"}});
  for (std::size_t i = 0; i < features->items()->size(); ++i) {
    const auto& feature = (*features->items())[i];
    const std::string key = "features[" + std::to_string(i) + "]";
    const Json* properties = feature.find("properties");
    const Json* geometry = feature.find("geometry");
    const auto code = properties ? either(*properties, "statcode", "wijkcode") : std::string_view();
    if (code.empty())
      findings.push_back({file, 0, key + ".properties.statcode", "missing: the CBS code of the wijk"});
    auto rings = geometry ? rings_of(*geometry) : std::nullopt;
    if (!rings)
      findings.push_back(
          {file, 0, key + ".geometry",
           "expected a closed Polygon or MultiPolygon in metres of EPSG:28992 (RD New), not in degrees"});
    if (code.empty() || !rings) continue;
    const auto name = either(*properties, "statnaam", "wijknaam");
    map.year = std::max(map.year, static_cast<int>(properties->integer_or("jaar", 0)));
    map.wijken.push_back({{std::string(code)}, std::string(name.empty() ? code : name), std::move(*rings)});
  }
  if (map.year == 0)
    findings.push_back({file, 0, "features[].properties.jaar", "missing: the year of the CBS codes"});
  if (!findings.empty()) return std::unexpected(std::move(findings));
  return map;
}

}  // namespace wv::content
