// Coordinates go through PROJ as they are, one ring at a time; what the map of content does not hold is left
// behind.
#include "sync/intake/map_file.h"

#include <proj.h>

#include <cmath>
#include <memory>
#include <optional>

#include "sync/intake/words.h"

namespace wv::intake {
namespace {

using base::ErrorCode;
using base::Json;
using base::Result;

enum class System { Degrees, Metres };

struct FreeProj {
  void operator()(PJ* transformation) const { proj_destroy(transformation); }
  void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};

// Longitude and latitude to x and y of EPSG:28992.
class ToMetres {
 public:
  static Result<ToMetres> make() {
    ToMetres made;
    made.context_.reset(proj_context_create());
    proj_context_set_enable_network(made.context_.get(), 0);
    proj_log_level(made.context_.get(), PJ_LOG_NONE);
    const std::unique_ptr<PJ, FreeProj> raw(
        proj_create_crs_to_crs(made.context_.get(), "EPSG:4326", "EPSG:28992", nullptr));
    if (raw) made.transformation_.reset(proj_normalize_for_visualization(made.context_.get(), raw.get()));
    if (!made.transformation_)
      return base::fail(ErrorCode::Unavailable, "PROJ knows no EPSG:28992 here; install proj-data");
    return made;
  }
  std::optional<std::pair<double, double>> operator()(double longitude, double latitude) const {
    const auto to = proj_trans(transformation_.get(), PJ_FWD, proj_coord(longitude, latitude, 0, 0));
    if (!std::isfinite(to.xy.x) || !std::isfinite(to.xy.y)) return std::nullopt;
    return std::pair(to.xy.x, to.xy.y);
  }

 private:
  std::unique_ptr<PJ_CONTEXT, FreeProj> context_;
  std::unique_ptr<PJ, FreeProj> transformation_;
};

std::optional<double> number(const Json& value) {
  if (value.integer()) return static_cast<double>(*value.integer());
  if (value.real() && std::isfinite(*value.real())) return *value.real();
  return std::nullopt;
}

std::optional<std::pair<double, double>> point_of(const Json& json) {
  if (!json.items() || json.items()->size() < 2) return std::nullopt;
  const auto x = number((*json.items())[0]), y = number((*json.items())[1]);
  if (!x || !y) return std::nullopt;
  return std::pair(*x, *y);
}

const Json* first_position(const Json& geometry) {
  const Json* at = geometry.find("coordinates");
  while (at && at->items() && !at->items()->empty() && at->items()->front().items())
    at = &at->items()->front();
  return at;
}

Result<System> system_of(const Json& file, const Json::Array& features) {
  const Json* crs = file.find("crs");
  const Json* properties = crs ? crs->find("properties") : nullptr;
  const auto name = std::string(properties ? properties->text_or("name", "") : "");
  if (name.find("28992") != std::string::npos) return System::Metres;
  if (name.find("4326") != std::string::npos || name.find("CRS84") != std::string::npos)
    return System::Degrees;
  if (!name.empty())
    return base::fail(ErrorCode::Invalid, "its coordinate system is " + fit_line(name, 60) +
                                              "; export it in WGS84 (EPSG:4326) or RD (EPSG:28992)");
  for (const auto& feature : features) {
    const Json* geometry = feature.find("geometry");
    const Json* position = geometry ? first_position(*geometry) : nullptr;
    if (const auto point = position ? point_of(*position) : std::nullopt)
      return std::abs(point->first) <= 180 && std::abs(point->second) <= 90 ? System::Degrees
                                                                            : System::Metres;
  }
  return System::Degrees;
}

class MapMaker {
 public:
  MapMaker(const MapRules& rules, System system, ToMetres to_metres)
      : rules_(rules), system_(system), to_metres_(std::move(to_metres)) {}

  Result<MapReading> make(const Json& file, const Json::Array& features) {
    for (std::size_t i = 0; i < features.size(); ++i) add(features[i], i);
    if (others_ > 0)
      made_.warnings.push_back(
          {"the map", std::to_string(others_) + " outlines of other municipalities are passed over", ""});
    if (made_.wijken == 0) return nothing();
    const auto said = file.text_or("bron", "");
    const std::string source = !rules_.source.empty() ? rules_.source : std::string(said);
    made_.geojson = Json::object({{"type", "FeatureCollection"}});
    if (!source.empty())
      made_.geojson.set("bron", fit_line(source, 300));
    else
      made_.warnings.push_back({"the map",
                                "does not say where it comes from; CBS and Kadaster are named on the screen",
                                "Say so with --source"});
    made_.geojson.set(
        "crs", Json::object({{"type", "name"},
                             {"properties", Json::object({{"name", "urn:ogc:def:crs:EPSG::28992"}})}}));
    made_.geojson.set("features", std::move(features_));
    return std::move(made_);
  }

 private:
  Result<MapReading> nothing() const {
    std::string why = "it holds no outline of a wijk of " + rules_.municipality;
    if (!made_.left_out.empty())
      why += "; " + made_.left_out.front().where + ": " + made_.left_out.front().why;
    return base::fail(ErrorCode::Invalid, why);
  }

  void add(const Json& feature, std::size_t index) {
    const Json* properties = feature.find("properties");
    const Json* geometry = feature.find("geometry");
    const auto property = [&](std::string_view one, std::string_view other) {
      return properties ? std::string(properties->text_or(one, properties->text_or(other, "")))
                        : std::string();
    };
    const auto code = property("statcode", "wijkcode");
    const std::string where =
        "features[" + std::to_string(index) + "]" + (code.empty() ? "" : " " + fit_line(code, 20));
    if (code.empty())
      return made_.left_out.push_back({where, "it has no CBS code (statcode or wijkcode)", ""});
    if (rules_.municipality.size() == 6 && code.substr(0, 6) != "WK" + rules_.municipality.substr(2))
      return void(++others_);
    auto shape = geometry ? shape_of(*geometry) : std::nullopt;
    if (!shape)
      return made_.left_out.push_back(
          {where, "its outline is no Polygon or MultiPolygon with whole rings", ""});
    const auto year = rules_.year > 0 ? rules_.year : year_of(*properties);
    if (year == 0)
      return made_.left_out.push_back(
          {where, "it does not say of which year its code is (jaar)", "Say so with --year"});
    Json kept =
        Json::object({{"statcode", code}, {"statnaam", property("statnaam", "wijknaam")}, {"jaar", year}});
    features_.push(Json::object(
        {{"type", "Feature"}, {"properties", std::move(kept)}, {"geometry", std::move(*shape)}}));
    ++made_.wijken;
  }

  static std::int64_t year_of(const Json& properties) {
    for (const auto key : {"jaar", "jaarcode", "jrstatcode"}) {
      if (const auto year = properties.integer_or(key, 0); year > 0) return year;
      const auto text = properties.text_or(key, "");
      if (text.size() >= 4 && text.substr(0, 4).find_first_not_of("0123456789") == text.npos)
        return std::stoi(std::string(text.substr(0, 4)));
    }
    return 0;
  }

  std::optional<Json> shape_of(const Json& geometry) const {
    const auto kind = geometry.text_or("type", "");
    const Json* coordinates = geometry.find("coordinates");
    if (!coordinates || !coordinates->items()) return std::nullopt;
    Json polygons = Json::array();
    const auto add_polygon = [&](const Json& rings) {
      auto ring = rings.items() && !rings.items()->empty() ? ring_of(rings.items()->front()) : std::nullopt;
      if (ring) polygons.push(Json(Json::Array{std::move(*ring)}));
      return ring.has_value();
    };
    if (kind == "Polygon" && !add_polygon(*coordinates)) return std::nullopt;
    if (kind == "MultiPolygon")
      for (const auto& polygon : *coordinates->items())
        if (!add_polygon(polygon)) return std::nullopt;
    if (polygons.items()->empty()) return std::nullopt;
    return Json::object({{"type", "MultiPolygon"}, {"coordinates", std::move(polygons)}});
  }

  // Points that fall on the same metre are one.
  std::optional<Json> ring_of(const Json& json) const {
    if (!json.items()) return std::nullopt;
    Json ring = Json::array();
    for (const auto& position : *json.items()) {
      auto point = point_of(position);
      if (point && system_ == System::Degrees) point = to_metres_(point->first, point->second);
      if (!point || std::abs(point->first) > 1e7 || std::abs(point->second) > 1e7) return std::nullopt;
      Json metres(Json::Array{std::llround(point->first), std::llround(point->second)});
      if (ring.items()->empty() || ring.items()->back() != metres) ring.push(std::move(metres));
    }
    if (ring.items()->size() < 4) return std::nullopt;
    return ring;
  }

  const MapRules& rules_;
  const System system_;
  const ToMetres to_metres_;
  MapReading made_;
  Json features_ = Json::array();
  std::size_t others_ = 0;
};

}  // namespace

Result<MapReading> read_map_file(std::string_view bytes, const MapRules& rules) {
  WV_TRY(const auto file, base::parse_json(bytes, {largest_map, 32}));
  const Json* features = file.find("features");
  if (file.text_or("type", "") != "FeatureCollection" || !features || !features->items())
    return base::fail(ErrorCode::Invalid, "this is no GeoJSON FeatureCollection");
  WV_TRY(const auto system, system_of(file, *features->items()));
  WV_TRY(auto to_metres, ToMetres::make());
  return MapMaker(rules, system, std::move(to_metres)).make(file, *features->items());
}

}  // namespace wv::intake
