// Uitvoeringsplan: the actions of an agenda in the order of time, by year and quarter, each with how far it
// is.
#include <algorithm>
#include <array>
#include <map>

#include "kiosk/screens/content_words.h"
#include "kiosk/screens/scene.h"

namespace wv::screens {
namespace {

using model::ActionStatus;

constexpr std::array statuses = {ActionStatus::Busy, ActionStatus::Planned, ActionStatus::Idea,
                                 ActionStatus::Done, ActionStatus::Stopped};
constexpr std::array quarter_keys = {"plan.quarter.first", "plan.quarter.second", "plan.quarter.third",
                                     "plan.quarter.fourth"};
constexpr int whole_year = -1;    // before the quarters: a year is all that is known
constexpr int longest_line = 24;  // quarters; a plan that runs for longer has no line to compare on

int year_of(base::Day day) {
  return static_cast<int>(day.year());
}
int quarter_of(base::Day day) {
  return static_cast<int>((static_cast<unsigned>(day.month()) - 1) / 3);
}
int count_quarters(base::Day day) {
  return year_of(day) * 4 + quarter_of(day);
}

// A part of another action counts with it, unless it has a time of its own.
bool stands_alone(const model::Action& action) {
  return !action.parent || action.period;
}

bool is_wanted(const model::Action& action, const visit::Spot& spot) {
  if (!stands_alone(action)) return false;
  return !spot.plan || action.plan == spot.plan;
}

// Where on the page: year and quarter; what has no date comes last.
std::pair<int, int> place_of(const model::Action& action) {
  if (!action.period) return {std::numeric_limits<int>::max(), whole_year};
  const bool only_year = action.period->precision == model::Period::Precision::ToYear;
  return {year_of(action.period->from), only_year ? whole_year : quarter_of(action.period->from)};
}

// The line that all stretches share.
struct Line {
  int first = 0, quarters = 0;
};
Line line_of(const std::vector<const model::Action*>& actions) {
  Line line;
  int last = 0;
  for (const auto* action : actions) {
    if (!action->period) continue;
    const int from = year_of(action->period->from) * 4, to = year_of(action->period->to) * 4 + 3;
    line.first = last == 0 ? from : std::min(line.first, from);
    last = std::max(last, to);
  }
  if (last > 0 && last - line.first < longest_line) line.quarters = last - line.first + 1;
  return line;
}

std::vector<Chip> plan_chips(const model::Agenda& agenda, const visit::Spot& spot, const Wording& say) {
  if (agenda.plans.size() < 2) return {};
  std::vector<Chip> chips = {{say("plan.all-plans"), visit::FilterPlan{}, !spot.plan.has_value()}};
  for (const auto& plan : agenda.plans)
    chips.push_back({say.content(plan.title), visit::FilterPlan{plan.id}, spot.plan == plan.id});
  return chips;
}

std::vector<Chip> status_chips(const std::vector<const model::Action*>& actions, const visit::Spot& spot,
                               const Wording& say) {
  const auto count = [&](ActionStatus status) {
    return std::ranges::count_if(actions, [&](const auto* one) { return one->status == status; });
  };
  std::vector<Chip> chips = {{say("plan.all-statuses"), visit::FilterStatus{}, !spot.status.has_value()}};
  for (const auto status : statuses) {
    const auto n = count(status);
    if (n == 0 && spot.status != status) continue;
    const Badge badge = status_badge(status, say);
    chips.push_back({say("plan.status", {{"status", badge.text.text}, {"n", std::to_string(n)}}),
                     visit::FilterStatus{status}, spot.status == status});
  }
  return chips;
}

PlanItem item_of(const model::Agenda& agenda, const model::Action& action, const Line& line,
                 const Wording& say) {
  PlanItem item;
  item.title = say.content(action.title);
  item.status = status_badge(action.status, say);
  if (action.period) {
    item.when = say.period(*action.period);
    if (line.quarters > 0)
      item.stretch = Stretch{count_quarters(action.period->from) - line.first,
                             count_quarters(action.period->to) - line.first};
  } else if (!action.status_as_written.empty()) {
    item.when = say.content(action.status_as_written);
  }
  const auto challenge = std::ranges::find(agenda.challenges, action.challenge, &model::Challenge::id);
  if (challenge != agenda.challenges.end()) item.challenge = say.content(challenge->title);
  item.action = visit::OpenChallenge{action.challenge};
  return item;
}

Words period_title(std::pair<int, int> place, const Wording& say) {
  if (place.first == std::numeric_limits<int>::max()) return say("plan.undated.text");
  if (place.second == whole_year) return say("plan.whole-year", {{"year", std::to_string(place.first)}});
  return say(quarter_keys.at(static_cast<std::size_t>(place.second)));
}

}  // namespace

PlanView plan_view(const Scene& scene) {
  const auto& say = scene.say;
  const auto& spot = scene.visit.at;
  PlanView view;
  view.title = say("plan.title");
  const auto* area = scene.area();
  const auto* agenda = agenda_at(area, spot.agenda);
  if (!agenda) {
    view.nothing = say("agenda.missing");
    return view;
  }
  view.subtitle = say.content(agenda->title);
  view.agendas = agenda_chips(*area, *agenda, say);
  view.plans = plan_chips(*agenda, spot, say);
  std::vector<const model::Action*> wanted;
  for (const auto& action : agenda->actions)
    if (is_wanted(action, spot)) wanted.push_back(&action);
  view.statuses = status_chips(wanted, spot, say);
  const Line line = line_of(wanted);
  view.quarters = line.quarters;
  const base::Day today = scene.around.now.day;
  const int now = count_quarters(today) - line.first;
  if (now >= 0 && now < line.quarters) view.now = now;
  view.now_word = say("plan.now");
  std::erase_if(wanted, [&](const auto* one) { return spot.status && one->status != *spot.status; });
  std::ranges::stable_sort(wanted, {}, [](const auto* one) { return place_of(*one); });
  std::optional<std::pair<int, int>> last;
  for (const auto* action : wanted) {
    const auto place = place_of(*action);
    if (!last || last->first != place.first) {
      const bool dated = place.first != std::numeric_limits<int>::max();
      view.years.push_back({dated ? say.name(std::to_string(place.first)) : say("plan.undated"), {}});
    }
    auto& periods = view.years.back().periods;
    if (!last || *last != place) {
      const bool is_now = place == std::pair{year_of(today), quarter_of(today)};
      periods.push_back({period_title(place, say), is_now, {}});
    }
    periods.back().items.push_back(item_of(*agenda, *action, line, say));
    last = place;
  }
  if (view.years.empty()) view.nothing = say("plan.nothing");
  return view;
}

}  // namespace wv::screens
