// Reads the source by its kind, leaves out what stands elsewhere already, and has the rest kept.
#include "sync/intake/import.h"

#include "sync/intake/activities.h"
#include "sync/intake/agenda_document.h"
#include "sync/intake/agenda_table.h"
#include "sync/intake/calendar_file.h"
#include "sync/intake/feed.h"
#include "sync/intake/keep_map.h"
#include "sync/intake/pandoc.h"
#include "sync/intake/source_file.h"
#include "sync/intake/town.h"
#include "sync/intake/words.h"
#include "sync/model/check.h"

namespace wv::intake {
namespace {

using base::ErrorCode;
using base::Result;

std::string name_of(Kind kind) {
  switch (kind) {
    case Kind::Calendar:
      return "ics";
    case Kind::Map:
      return "geojson";
    case Kind::Feed:
      return "feed";
    case Kind::Agenda:
      return "agenda";
  }
  return {};
}

Result<std::string> area_for(const Import& order, const Town& town) {
  std::string all;
  for (const auto& [id, _] : town.areas) all += (all.empty() ? "" : ", ") + id;
  if (order.area.empty() && town.areas.size() == 1) return town.areas.begin()->first;
  if (order.area.empty())
    return base::fail(ErrorCode::Invalid, "say for which area this is: --area, one of " + all);
  if (town.areas.contains(order.area)) return order.area;
  return base::fail(ErrorCode::Invalid,
                    "--area " + order.area + ": there is no such area; choose one of " + all);
}

Result<std::map<std::string, std::string>> themes_for(const Import& order, const Town& town) {
  std::map<std::string, std::string> themes;
  for (const auto& [word, id] : order.themes) {
    const auto theme = town.theme(id);
    if (!theme)
      return base::fail(ErrorCode::Invalid,
                        "--theme " + word + "=" + id + ": gemeente.toml has no theme " + id);
    themes[folded(word)] = *theme;
  }
  return themes;
}

// What another file holds already would be refused as double; say where it stands instead.
void leave_out_taken(Reading& reading, const Town& town) {
  std::vector<Item> rest;
  for (auto& item : reading.items) {
    const auto& taken = town.areas.at(item.area).taken;
    const auto found = taken.find(item.list + "/" + std::string(item.value.text_or("id", "")));
    if (found == taken.end())
      rest.push_back(std::move(item));
    else
      reading.left_out.push_back(
          {item.where, "it stands in " + found->second + " already", "Remove it there to take this one"});
  }
  reading.items = std::move(rest);
}

Result<Reading> read_calendar_file(const World& world, const Import& order, const Town& town) {
  WV_TRY(const auto area, area_for(order, town));
  WV_TRY(auto themes, themes_for(order, town));
  WV_TRY(const auto text, read_text_source(world.files, order.source, largest_calendar));
  auto calendar = read_calendar(text, world.today);
  if (!calendar) return base::pass(calendar, order.source.string());
  return activities_of(*calendar, town, {area, std::move(themes)});
}

Result<Reading> read_feed_file(const World& world, const Import& order, const Town& town) {
  WV_TRY(const auto area, area_for(order, town));
  WV_TRY(const auto bytes, read_source(world.files, order.source, largest_feed));
  auto reading = read_feed(bytes, area);
  if (!reading) return base::pass(reading, order.source.string());
  return reading;
}

Result<Report> import_map(const World& world, const Import& order, const Town& town, const Keeping& keeping) {
  WV_TRY(const auto bytes, read_text_source(world.files, order.source, largest_map));
  auto map = read_map_file(bytes, {town.code, order.attribution, order.year});
  if (!map) return base::pass(map, order.source.string());
  return keep_map(world.files, keeping, std::move(*map));
}

Result<DraftAgenda> read_draft(const World& world, const Import& order) {
  static const std::map<std::string, std::string> formats = {
      {".docx", "docx"}, {".odt", "odt"}, {".md", "commonmark_x"}, {".markdown", "commonmark_x"}};
  const auto ending = folded(order.source.extension().string());
  if (ending == ".csv") {
    WV_TRY(const auto csv, read_text_source(world.files, order.source, largest_table));
    return read_agenda_table(csv);
  }
  const auto format = formats.find(ending);
  if (format == formats.end())
    return base::fail(ErrorCode::Invalid,
                      "an agenda is read from .md, .docx, .odt or .csv, not from \"" + ending + "\"");
  WV_TRY(const auto bytes, format->second == "commonmark_x"
                               ? read_text_source(world.files, order.source, largest_document)
                               : read_source(world.files, order.source, largest_document));
  WV_TRY(const auto tree, read_with_pandoc(bytes, format->second));
  return read_agenda_document(tree);
}

Result<Reading> read_agenda_file(const World& world, const Import& order, const Town& town) {
  WV_TRY(const auto area, area_for(order, town));
  WV_TRY(auto themes, themes_for(order, town));
  auto draft = read_draft(world, order);
  if (!draft) return base::pass(draft, order.source.string());
  if (!order.title.empty() || draft->title.empty())
    draft->title = order.title.empty() ? "Agenda " + area : order.title;
  return agenda_of(std::move(*draft), town, {area, std::move(themes), world.today});
}

Result<Reading> read_kind(const World& world, const Import& order, const Town& town) {
  if (order.kind == Kind::Feed) return read_feed_file(world, order, town);
  if (order.kind == Kind::Agenda) return read_agenda_file(world, order, town);
  return read_calendar_file(world, order, town);
}

}  // namespace

Result<Report> import_into(const World& world, const Import& order) {
  Keeping keeping;
  keeping.folder = order.folder;
  keeping.kind = name_of(order.kind);
  keeping.source = order.source.filename();
  keeping.name = order.name.empty() ? keeping.kind + "-" + slug(order.source.stem().string()) : order.name;
  keeping.mode = order.mode;
  keeping.edited = order.edited;
  if (!model::is_id(keeping.name))
    return base::fail(ErrorCode::Invalid,
                      "--name " + keeping.name + ": only a-z, 0-9 and hyphens, at most 64");
  auto town = read_town(world.files, order.folder, kept_file(keeping.name));
  if (!town) return base::pass(town, "this is no folder of content");
  if (order.kind == Kind::Map) return import_map(world, order, *town, keeping);
  WV_TRY(auto reading, read_kind(world, order, *town));
  leave_out_taken(reading, *town);
  return keep(world.files, keeping, std::move(reading));
}

}  // namespace wv::intake
