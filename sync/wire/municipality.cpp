// gemeente.json and kaart.json, to and from values.
#include "sync/wire/content.h"
#include "sync/wire/words.h"

namespace wv::wire {
namespace {

using namespace model;

WijkCode read_wijk_code(const Node& node) {
  return {node.text()};
}
Json wijk_code_json(const WijkCode& code) {
  return Json(code.value);
}

Theme read_theme(const Node& node) {
  Members members(node);
  return {members.id<ThemeId>("id"), members.words("naam", Need::Required),
          members.text("pictogram", Need::Required),
          std::string(members.choice<std::string_view>("kleur", words::colour))};
}

Json theme_json(const Theme& theme) {
  Json json = Json::object({{"id", theme.id.value}});
  put(json, "naam", theme.name);
  put(json, "pictogram", theme.icon);
  put(json, "kleur", word_of<std::string_view>(words::colour, theme.colour));
  return json;
}

AreaSummary read_summary(const Node& node) {
  Members members(node);
  return {members.id<AreaId>("id"), members.words("naam", Need::Required),
          members.list("wijken", Need::Required, read_wijk_code)};
}

Json summary_json(const AreaSummary& area) {
  Json json = Json::object({{"id", area.id.value}});
  put(json, "naam", area.name);
  json.set("wijken", array_of(area.wijken, wijk_code_json));
  return json;
}

Municipality read_municipality_document(const Node& node) {
  Members members(node);
  Municipality municipality;
  municipality.id = members.text("id", Need::Required);
  municipality.code = members.text("code", Need::Required);
  municipality.name = members.words("naam", Need::Required);
  municipality.content_note = members.words("opmerking");
  municipality.languages = members.lines("talen", Need::Required);
  municipality.themes = members.list("themas", Need::Required, read_theme);
  municipality.areas = members.list("gebieden", Need::Required, read_summary);
  municipality.house_rules = members.words("huisregels", Need::Required);
  municipality.privacy_notice = members.words("privacy", Need::Required);
  municipality.privacy_short = members.words("privacyKort");
  municipality.help_phone = members.words("hulpTelefoon");
  const std::int64_t days = members.integer_or("antwoordBinnenDagen", 14);
  municipality.answer_within = std::chrono::days{days < 0 || days > 10'000 ? 0 : static_cast<int>(days)};
  return municipality;
}

using Point = std::pair<std::int32_t, std::int32_t>;

Point read_point(const Node& node) {
  const Json::Array* pair = node.json->items();
  const std::int64_t* x = pair && pair->size() == 2 ? (*pair)[0].integer() : nullptr;
  const std::int64_t* y = x ? (*pair)[1].integer() : nullptr;
  if (y && std::in_range<std::int32_t>(*x) && std::in_range<std::int32_t>(*y))
    return {static_cast<std::int32_t>(*x), static_cast<std::int32_t>(*y)};
  node.say("a point is [x, y] in whole metres");
  return {};
}

std::vector<Point> read_ring(const Node& node) {
  std::vector<Point> ring;
  const Json::Array& items = node.items();
  ring.reserve(items.size());
  for (std::size_t i = 0; i < items.size(); ++i)
    ring.push_back(read_point({&items[i], base::pointer_to(node.pointer, i), node.problems}));
  return ring;
}

Json ring_json(const std::vector<Point>& ring) {
  return array_of(ring, [](const Point& p) { return Json(Json::Array{p.first, p.second}); });
}

CityMap read_map_document(const Node& node) {
  Members members(node);
  CityMap map;
  const std::int64_t year = members.integer("jaar", Need::Required);
  map.year = year < 0 || year > 9999 ? 0 : static_cast<int>(year);
  map.source = members.text("bron", Need::Required);
  map.wijken = members.list("wijken", Need::Required, [](const Node& item) {
    Members wijk(item);
    return WijkOutline{wijk.id<WijkCode>("code"), wijk.text("naam", Need::Required),
                       wijk.list("ringen", Need::Required, read_ring)};
  });
  return map;
}

}  // namespace

Read<Municipality> read_municipality(const Json& json) {
  Problems problems;
  Municipality municipality = read_municipality_document({&json, "", &problems});
  add_problems(problems, check(municipality));
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return municipality;
}

Json to_json(const Municipality& municipality) {
  Json json = Json::object({{"id", municipality.id}, {"code", municipality.code}});
  put(json, "naam", municipality.name);
  put(json, "opmerking", municipality.content_note);
  put(json, "talen", municipality.languages);
  put_list(json, "themas", municipality.themes, theme_json);
  put_list(json, "gebieden", municipality.areas, summary_json);
  put(json, "huisregels", municipality.house_rules);
  put(json, "privacy", municipality.privacy_notice);
  put(json, "privacyKort", municipality.privacy_short);
  put(json, "hulpTelefoon", municipality.help_phone);
  json.set("antwoordBinnenDagen", municipality.answer_within.count());
  return json;
}

Read<CityMap> read_map(const Json& json) {
  Problems problems;
  CityMap map = read_map_document({&json, "", &problems});
  add_problems(problems, check(map));
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return map;
}

Json to_json(const CityMap& map) {
  Json json = Json::object({{"jaar", map.year}, {"bron", map.source}});
  json.set(
      "wijken", array_of(map.wijken, [](const WijkOutline& wijk) {
        return Json::object(
            {{"code", wijk.code.value}, {"naam", wijk.name}, {"ringen", array_of(wijk.rings, ring_json)}});
      }));
  return json;
}

std::string summary(const Problems& problems, std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < problems.size() && i < most; ++i)
    text += (i > 0 ? "; " : "") + problems[i].pointer + ": " + problems[i].message;
  if (problems.size() > most) text += "; and " + std::to_string(problems.size() - most) + " more";
  return text;
}

}  // namespace wv::wire
