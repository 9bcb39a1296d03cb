// Reading on: plans, news, another area, and searching while somebody types.
#include "kiosk/visit/stepper.h"
#include "sync/base/utf8.h"

namespace wv::visit {
namespace {

// Long enough for the next key of a word, too short to be waited for.
constexpr Millis search_pause{150};

// The same screen of the own area, or the list that leads to it.
Screen at_home(Screen screen) {
  switch (screen) {
    case Screen::Vision:
    case Screen::Plan:
    case Screen::News:
    case Screen::Search:
      return screen;
    case Screen::NewsItem:
      return Screen::News;
    case Screen::Ideas:
    case Screen::Idea:
      return Screen::Ideas;
    default:
      return Screen::Agenda;
  }
}

}  // namespace

bool query_is_enough(const Visit& visit) {
  return base::count_code_points(base::strip(visit.query.text())) >= least_query;
}

void Stepper::operator()(const OwnArea&) {
  if (!visit_.at.area.empty()) go(Spot{.screen = at_home(visit_.at.screen)});
}

void Stepper::operator()(const OpenNews& open) {
  go(Spot{.screen = Screen::NewsItem, .area = visit_.at.area, .news = open.news});
}

void Stepper::operator()(const FilterPlan& filter) {
  if (!is_at(Screen::Plan)) return;
  visit_.at.plan = filter.plan;
  visit_.at.scroll_px = 0;
}

void Stepper::operator()(const FilterStatus& filter) {
  if (!is_at(Screen::Plan)) return;
  visit_.at.status = filter.status;
  visit_.at.scroll_px = 0;
}

void Stepper::begin_search() {
  visit_.query = TypedText{};
  visit_.found.reset();
  visit_.search_at.reset();
  visit_.searching = visit_.reads_results = false;
}

void Stepper::query_changed() {
  visit_.reads_results = false;
  visit_.search_at.reset();
  if (query_is_enough(visit_)) {
    visit_.search_at = now_ + search_pause;
  } else {
    visit_.found.reset();
  }
}

void Stepper::search_now() {
  visit_.search_at.reset();
  if (!query_is_enough(visit_)) return;
  visit_.searching = true;
  effects_.push_back(Search{visit_.query, visit_.lang, visit_.at.area});
}

void Stepper::operator()(const SearchAnswer& answer) {
  if (!visit_.searching) return;
  visit_.searching = false;
  if (!query_is_enough(visit_)) return;  // erased in the meantime
  visit_.found = answer;
  if (is_at(Screen::Search)) visit_.at.scroll_px = visit_.at.aside_px = 0;
}

void Stepper::operator()(const TypeOn&) {
  if (is_at(Screen::Search)) visit_.reads_results = false;
}

void Stepper::operator()(const OpenFound& open) {
  if (!is_at(Screen::Search) || !visit_.found || open.index >= visit_.found->hits.size()) return;
  const SearchHit& hit = visit_.found->hits[open.index];
  visit_.reads_results = true;  // who comes back wants to see the list
  effects_.push_back(LoadArea{hit.area});
  Spot spot{.area = hit.area, .agenda = hit.agenda};
  switch (hit.kind) {
    case SearchHit::Kind::Challenge:
    case SearchHit::Kind::Action:
      spot.screen = Screen::Challenge;
      spot.challenge = hit.challenge;
      break;
    case SearchHit::Kind::Event:
      spot.screen = Screen::Activities;
      break;
    case SearchHit::Kind::News:
      spot.screen = Screen::NewsItem;
      spot.news = model::NewsId{hit.id};
      break;
  }
  go(std::move(spot));
}

}  // namespace wv::visit
