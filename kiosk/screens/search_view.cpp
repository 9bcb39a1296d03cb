// Zoeken: a word goes in and what the whole city has about it comes out while it is typed.
#include <algorithm>

#include "kiosk/screens/content_words.h"
#include "kiosk/screens/keyboard_view.h"
#include "kiosk/screens/scene.h"

namespace wv::screens {
namespace {

using HitKind = visit::SearchHit::Kind;

struct HitLook {
  std::string icon;
  Tint tint;
  const char* kind;
};
HitLook look_of(HitKind kind) {
  switch (kind) {
    case HitKind::Challenge:
      return {"agenda", Tint::Brand, "search.challenge"};
    case HitKind::Action:
      return {"check-circle", Tint::Sun, "search.action"};
    case HitKind::Event:
      return {"calendar", Tint::Sky, "search.event"};
    case HitKind::News:
      return {"newspaper", Tint::Brick, "search.news"};
  }
  return {};
}

std::string area_name(const Scene& scene, const model::AreaId& id) {
  if (!scene.content.municipality) return {};
  const auto& areas = scene.content.municipality->areas;
  const auto found = std::ranges::find(areas, id, &model::AreaSummary::id);
  return found == areas.end() ? std::string() : scene.say.content(found->name).text;
}

// While typed text is veiled the marks go too: they would tell what was typed.
Marked marked(const visit::MarkedText& text, const visit::SearchHit& hit, const Scene& scene) {
  const bool foreign = hit.lang == "nl" && scene.say.lang() != "nl";
  return {{text.text, hit.lang, foreign}, scene.visit.veiled ? std::vector<visit::Mark>() : text.marks};
}

FoundRow row_of(const visit::SearchHit& hit, std::size_t index, const Scene& scene) {
  const HitLook look = look_of(hit.kind);
  FoundRow row;
  row.icon = look.icon;
  row.tint = look.tint;
  const std::string kind = scene.say(look.kind).text, area = area_name(scene, hit.area);
  row.kind = scene.say.name(area.empty() ? kind : kind + " · " + area);
  row.title = marked(hit.title, hit, scene);
  row.snippet = marked(hit.snippet, hit, scene);
  row.snippet.words.fallback = false;  // said once, at the title
  row.action = visit::OpenFound{index};
  return row;
}

std::vector<Chip> tips(const Scene& scene) {
  std::vector<Chip> chips;
  if (!scene.content.municipality) return chips;
  for (const auto& theme : scene.content.municipality->themes) {
    const Words name = scene.say.content(theme.name);
    chips.push_back({name, visit::TypeText{name.text}});
    if (chips.size() == 6) break;
  }
  return chips;
}

void say_what_came(SearchView& view, const Scene& scene) {
  const auto& say = scene.say;
  if (!visit::query_is_enough(scene.visit)) {
    if (!scene.visit.query.empty()) view.help = say("search.more-letters");
    return;
  }
  if (!scene.visit.found) return;  // it comes within the blink of an eye
  const auto& found = *scene.visit.found;
  if (!found.available) {
    view.count = say("search.unavailable");
    view.help = say("search.unavailable.text");
  } else if (found.hits.empty()) {
    view.count = say("search.nothing");
    view.help = say("search.nothing.text");
  } else if (found.more) {
    view.count = say("search.many", {{"n", std::to_string(found.hits.size())}});
    view.help = say("search.many.text");
  } else {
    view.count = say.count("search.count", static_cast<std::int64_t>(found.hits.size()));
  }
  for (std::size_t i = 0; i < found.hits.size(); ++i) view.rows.push_back(row_of(found.hits[i], i, scene));
}

Field field(const Scene& scene) {
  const auto& visit = scene.visit;
  Field field;
  field.label = scene.say("search.field");
  field.text = visit.query.text();
  field.caret_byte = visit.query.caret_byte();
  field.selection = visit.query.selection();
  field.veiled = visit.veiled && !visit.query.empty();
  field.veil_hint = scene.say("typing.veiled");
  field.placeholder = scene.say("search.placeholder");
  if (visit.typing_trouble == visit::TypingTrouble::Full) field.problem = scene.say("search.full");
  return field;
}

}  // namespace

SearchView search_view(const Scene& scene) {
  const auto& say = scene.say;
  SearchView view;
  view.title = say("search.title");
  view.field = field(scene);
  if (scene.visit.query.empty()) {
    view.tips_title = say("search.tips");
    view.tips = tips(scene);
  }
  say_what_came(view, scene);
  view.type_on = {say("search.type-on"), visit::TypeOn{}, true, {}, "keyboard"};
  view.clear = {say("search.clear"), visit::EraseAll{}, !scene.visit.query.empty(), {}, "close"};
  if (!scene.visit.reads_results) view.keyboard = letter_keys(scene.visit, say, usable_languages(scene));
  return view;
}

}  // namespace wv::screens
