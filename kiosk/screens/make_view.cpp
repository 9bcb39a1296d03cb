// One door to all views: picks the language, the body of the screen, the frame around it and the layer over
// it.
#include "kiosk/screens/make_view.h"

#include <algorithm>
#include <array>

#include "kiosk/screens/scene.h"
#include "kiosk/staff/staff_views.h"
#include "sync/base/direction.h"

namespace wv::screens {
namespace {

using visit::Screen;

// In the order of Screen.
constexpr std::array<std::string_view, 47> names = {"attract",       "home",           "agenda",
                                                    "areas",         "challenge",      "idea-write",
                                                    "idea-where",    "idea-contact",   "idea-check",
                                                    "idea-thanks",   "code-entry",     "code-result",
                                                    "help",          "activities",     "activity",
                                                    "map",           "team",           "house-rules",
                                                    "privacy",       "vision",         "plan",
                                                    "news",          "news-item",      "search",
                                                    "pin",           "readiness",      "ideas",
                                                    "idea",          "staff",          "staff-sync",
                                                    "staff-stick",   "staff-enrol",    "staff-enrol-code",
                                                    "staff-slips",   "staff-slip",     "staff-outbox",
                                                    "staff-content", "staff-network",  "staff-tests",
                                                    "touch-test",    "colour-test",    "staff-sound",
                                                    "staff-log",     "staff-settings", "staff-setting",
                                                    "staff-power",   "staff-help"};
static_assert(names.size() == static_cast<std::size_t>(Screen::StaffHelp) + 1);

std::string_view name_of(Screen screen) {
  return names[static_cast<std::size_t>(screen)];
}

// Behind the PIN.
Body staff_body(const Scene& scene) {
  switch (scene.visit.at.screen) {
    case Screen::Pin:
      return staff::pin_view(scene);
    case Screen::Readiness:
      return staff::readiness_view(scene);
    case Screen::TouchTest:
      return staff::touch_test_view(scene);
    case Screen::ColourTest:
      return staff::colour_test_view(scene);
    case Screen::StaffEnrolCode:
      return staff::enrol_code_view(scene);
    case Screen::StaffSlip:
      return staff::slip_number_view(scene);
    case Screen::StaffHome:
      return staff::rooms_view(scene);
    default:
      return staff::page_view(scene);
  }
}

// The tests need the panel to its edges, and Attract is one great button.
bool has_frame(Screen screen) {
  return screen != Screen::Attract && screen != Screen::TouchTest && screen != Screen::ColourTest;
}

Body body_of(const Scene& scene) {
  switch (scene.visit.at.screen) {
    case Screen::Attract:
      return attract_view(scene);
    case Screen::Home:
      return home_view(scene);
    case Screen::Agenda:
      return agenda_view(scene);
    case Screen::Areas:
      return areas_view(scene);
    case Screen::Challenge:
      return challenge_view(scene);
    case Screen::IdeaWrite:
      return idea_write_view(scene);
    case Screen::IdeaWhere:
      return idea_where_view(scene);
    case Screen::IdeaContact:
      return idea_contact_view(scene);
    case Screen::IdeaCheck:
      return idea_check_view(scene);
    case Screen::IdeaThanks:
      return idea_thanks_view(scene);
    case Screen::CodeEntry:
      return code_entry_view(scene);
    case Screen::CodeResult:
      return code_result_view(scene);
    case Screen::Help:
      return help_view(scene);
    case Screen::Activities:
      return activities_view(scene);
    case Screen::Activity:
      return activity_view(scene);
    case Screen::Map:
      return map_view(scene);
    case Screen::Team:
      return team_view(scene);
    case Screen::HouseRules:
      return house_rules_view(scene);
    case Screen::Privacy:
      return privacy_view(scene);
    case Screen::Vision:
      return vision_view(scene);
    case Screen::Plan:
      return plan_view(scene);
    case Screen::News:
      return news_view(scene);
    case Screen::NewsItem:
      return news_item_view(scene);
    case Screen::Search:
      return search_view(scene);
    case Screen::Ideas:
      return ideas_view(scene);
    case Screen::Idea:
      return public_idea_view(scene);
    default:
      return staff_body(scene);
  }
}

struct Title {
  Words operator()(const AttractView& view) const { return view.invitation; }
  Words operator()(const HomeView& view) const { return view.question; }
  template <class Other>
  Words operator()(const Other& view) const {
    return view.title;
  }
};

std::vector<model::Lang> usable_languages(const Strings& strings, const Surroundings& around) {
  std::vector<model::Lang> usable;
  std::ranges::copy_if(around.languages, std::back_inserter(usable),
                       [&](const auto& lang) { return strings.has(lang); });
  return usable;
}

// On Attract every slide speaks another of the offered languages; in a visit it is the visitor's choice.
model::Lang language_of(const visit::Visit& visit, const Strings& strings, const Surroundings& around) {
  if (!visit.lang.empty() && strings.has(visit.lang)) return visit.lang;
  const auto usable = usable_languages(strings, around);
  if (usable.empty()) return "nl";
  if (visit.at.screen != Screen::Attract) return usable.front();
  return usable[static_cast<std::size_t>(around.monotonic / attract_slide) % usable.size()];
}

// Greeting, opening hours and ages change on the minute; a lock counts seconds; Attract turns its slides.
base::Millis next_change(const visit::Visit& visit, const Surroundings& around) {
  const auto into_minute = around.instant.time_since_epoch() % std::chrono::minutes(1);
  base::Millis next = around.monotonic + (std::chrono::minutes(1) - into_minute);
  if (visit.at.screen == Screen::Attract) {
    next = std::min(next, (around.monotonic / attract_slide + 1) * attract_slide);
  }
  if (visit.pin_refused && visit.pin_refused->locked_until > around.monotonic) {
    const auto left = visit.pin_refused->locked_until - around.monotonic;
    next = std::min(next,
                    around.monotonic + (left - base::Millis(1)) % std::chrono::seconds(1) + base::Millis(1));
  }
  return next;
}

}  // namespace

std::vector<model::Lang> usable_languages(const Scene& scene) {
  return usable_languages(scene.strings, scene.around);
}

void turn_to_tomorrow(Surroundings& around) {
  around.instant += std::chrono::days(1);
  around.now.day = base::Day{std::chrono::sys_days(around.now.day) + std::chrono::days(1)};
}

View make_view(const visit::Visit& visit, const store::Content& content, const Strings& strings,
               const Surroundings& around) {
  const Scene scene{visit, content, strings, around, Wording(strings, language_of(visit, strings, around))};
  View view;
  view.screen = visit.at.screen;
  view.name = name_of(visit.at.screen);
  view.lang = scene.say.lang();
  view.right_to_left = base::is_right_to_left(view.lang);
  view.size = visit.size;
  view.contrast = visit.contrast;
  view.reach = visit.reach;
  view.scroll_px = visit.at.scroll_px;
  view.aside_px = visit.at.aside_px;
  if (has_frame(visit.at.screen)) view.frame = frame_view(scene);
  view.body = body_of(scene);
  view.spoken_title = std::visit(Title{}, view.body);
  view.layer = layer_view(scene);
  view.spoken = spoken_words(scene);
  view.changes_at = next_change(visit, around);
  return view;
}

}  // namespace wv::screens
