// Nieuws en besluiten: what happened, what was decided, and until when one can still react.
#include <algorithm>

#include "kiosk/screens/content_words.h"
#include "kiosk/screens/prose_view.h"
#include "kiosk/screens/scene.h"

namespace wv::screens {
namespace {

using visit::Screen;

bool is_decision(const model::NewsItem& item) {
  return !item.decision_body.empty();
}

struct NewsLook {
  std::string icon;
  Tint tint;
  Badge kind;
};
NewsLook look_of(const model::NewsItem& item, const Wording& say) {
  if (is_decision(item)) return {"gavel", Tint::Sun, {say("news.decision"), Tint::Sun, "gavel"}};
  return {"newspaper", Tint::Sky, {say("news.news"), Tint::Sky, "newspaper"}};
}

// Until and including the last day.
bool can_react(const model::NewsItem& item, base::Day today) {
  return item.react_until && today <= *item.react_until;
}

std::optional<Badge> reaction_badge(const model::NewsItem& item, base::Day today, const Wording& say) {
  if (!item.react_until) return std::nullopt;
  if (!can_react(item, today)) return Badge{say("news.closed.short"), Tint::Neutral, "close"};
  return Badge{say("news.open", {{"date", say.full_date(*item.react_until)}}), Tint::Brand, "comment"};
}

std::optional<Notice> reaction_notice(const model::NewsItem& item, base::Day today, const Wording& say) {
  if (!item.react_until) return std::nullopt;
  const Fillings until = {{"date", say.full_date(*item.react_until)}};
  if (!can_react(item, today)) return Notice{say("news.closed", until), Tint::Neutral, "close"};
  return Notice{say("news.open", until), Tint::Brand, "comment"};
}

std::vector<Fact> decision_facts(const model::NewsItem& item, const Wording& say) {
  if (!is_decision(item)) return {};
  // Bodies and numbers exist in one language only, which is not a lack.
  return {{say("news.decision.body"), {item.decision_body, "nl", false}},
          {say("news.decision.date"), say.name(say.full_date(item.on))},
          {say("news.decision.number"), {item.decision_number, "nl", false}}};
}

std::vector<const model::NewsItem*> newest_first(const model::AreaContent& area) {
  std::vector<const model::NewsItem*> items;
  for (const auto& item : area.news) items.push_back(&item);
  std::ranges::stable_sort(items, std::ranges::greater{}, [](const auto* one) { return one->on; });
  return items;
}

std::string phone(const Scene& scene) {
  if (!scene.around.help_phone.empty()) return scene.around.help_phone;
  return scene.content.municipality ? scene.say.content(scene.content.municipality->help_phone).text
                                    : std::string();
}

}  // namespace

NewsView news_view(const Scene& scene) {
  const auto& say = scene.say;
  NewsView view;
  view.title = say("news.title");
  view.subtitle = say("news.subtitle");
  view.nothing = say("news.nothing");
  const auto* area = scene.area();
  if (!area) return view;
  const base::Day today = scene.around.now.day;
  for (const auto* item : newest_first(*area)) {
    NewsLook look = look_of(*item, say);
    view.rows.push_back({look.icon, look.tint, say.content(item->title),
                         say.name(capital(say.full_date(item->on))), std::move(look.kind),
                         reaction_badge(*item, today, say), visit::OpenNews{item->id}});
  }
  if (!view.rows.empty()) view.nothing = {};
  return view;
}

NewsItemView news_item_view(const Scene& scene) {
  const auto& say = scene.say;
  NewsItemView view;
  view.all = {say("news.all"), visit::Open{Screen::News}, true, {}, "newspaper"};
  view.team = {say("news.team"), visit::Open{Screen::Team}, true, {}, "team"};
  const auto* area = scene.area();
  const model::NewsItem* item = nullptr;
  if (area) {
    const auto found = std::ranges::find(area->news, scene.visit.at.news, &model::NewsItem::id);
    if (found != area->news.end()) item = &*found;
  }
  if (!item) {  // a new release came in between
    view.title = say("news.title");
    view.icon = "newspaper";
    view.nothing = say("news.missing");
    return view;
  }
  const base::Day today = scene.around.now.day;
  NewsLook look = look_of(*item, say);
  view.title = say.content(item->title);
  view.icon = look.icon;
  view.tint = look.tint;
  view.kind = std::move(look.kind);
  view.date = say.name(capital(say.date(item->on)) + " " + std::to_string(static_cast<int>(item->on.year())));
  view.body = prose_blocks(say.content(item->body));
  view.decision = decision_facts(*item, say);
  if (!view.decision.empty()) view.decision_title = say("news.decision.title");
  view.reaction = reaction_notice(*item, today, say);
  if (can_react(*item, today)) {
    view.react_title = say("news.react");
    const std::string number = phone(scene);
    view.react = number.empty() ? say("news.react.desk") : say("news.react.phone", {{"phone", number}});
  }
  return view;
}

}  // namespace wv::screens
