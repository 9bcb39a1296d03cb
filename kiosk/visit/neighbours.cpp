// Ideeën uit de buurt: what is listed, which one is read, and "Steun dit idee", once an idea in a visit.
#include <algorithm>

#include "kiosk/visit/stepper.h"

namespace wv::visit {
namespace {

// Far more than any screen shows, so that a finger that scrolls never meets the end of what is in memory.
constexpr std::int64_t page_rows = 96;
constexpr std::int64_t margin_rows = 32;
constexpr std::int64_t least_margin = 8;  // asked for again before this few are left

bool covers(const IdeasPage& page, std::int64_t first, std::int64_t last) {
  const auto end = page.first + static_cast<std::int64_t>(page.rows.size());
  const auto from = std::max<std::int64_t>(first - least_margin, 0);
  const auto to = std::min(last + least_margin + 1, page.total);
  return page.first <= from && end >= to;
}

}  // namespace

bool supports_idea(const Visit& visit) {
  return std::ranges::find(visit.supported, visit.at.idea) != visit.supported.end();
}

// What these screens show is looked up when somebody comes to them, also on the way back.
void Stepper::arrive_among_ideas() {
  visit_.support_failed = false;
  visit_.hint_at.reset();
  if (visit_.draft.text.empty()) visit_.similar.clear();
  if (is_at(Screen::Ideas) && (!visit_.ideas || visit_.ideas->filter != visit_.at.ideas)) {
    visit_.ideas.reset();
    effects_.push_back(FetchIdeas{visit_.at.ideas, 0, page_rows});
  }
  const bool is_there = visit_.idea && visit_.idea->idea && visit_.idea->idea->id == visit_.at.idea;
  if (is_at(Screen::Idea) && !is_there) {
    visit_.idea.reset();
    effects_.push_back(LoadIdea{visit_.at.idea});
  }
}

void Stepper::operator()(const FilterIdeas& filter) {
  if (!is_at(Screen::Ideas) || visit_.at.ideas == filter.filter) return;
  visit_.at.ideas = filter.filter;
  visit_.at.scroll_px = 0;
  arrive_among_ideas();
}

void Stepper::operator()(const SeeIdeas& see) {
  if (!is_at(Screen::Ideas) || !visit_.ideas || covers(*visit_.ideas, see.first, see.last)) return;
  effects_.push_back(
      FetchIdeas{visit_.at.ideas, std::max<std::int64_t>(see.first - margin_rows, 0), page_rows});
}

void Stepper::operator()(const IdeasPage& page) {
  if (is_at(Screen::Ideas) && page.filter == visit_.at.ideas) visit_.ideas = page;
}

void Stepper::operator()(const OpenIdea& open) {
  // From one idea to another would make Back a walk through all of them.
  if (is_at(Screen::Idea)) return;
  Spot spot = visit_.at;
  spot.screen = Screen::Idea;
  spot.idea = open.idea;
  spot.scroll_px = spot.aside_px = 0;
  go(std::move(spot));
}

void Stepper::operator()(const IdeaLoaded& loaded) {
  if (!is_at(Screen::Idea)) return;
  visit_.idea = loaded;
  if (!loaded.idea || loaded.idea->id != visit_.at.idea || !loaded.idea->area) return;
  visit_.at.area = *loaded.idea->area;  // its challenge is looked for there
  effects_.push_back(LoadArea{*loaded.idea->area});
}

void Stepper::operator()(const GiveSupport&) {
  if (!is_at(Screen::Idea) || !visit_.idea || !visit_.idea->idea) return;
  if (visit_.supporting || supports_idea(visit_)) return;
  visit_.supporting = true;
  visit_.support_failed = false;
  effects_.push_back(SupportIdea{visit_.at.idea});
}

void Stepper::operator()(const IdeaSupported& supported) {
  if (!visit_.supporting) return;
  visit_.supporting = false;
  visit_.supported.push_back(supported.idea);
}

void Stepper::operator()(const IdeaNotSupported&) {
  if (!visit_.supporting) return;
  visit_.supporting = false;
  visit_.support_failed = is_at(Screen::Idea);
}

// Every key puts it off: nobody's search is in the way of their typing.
void Stepper::plan_hint() {
  if (!is_at(Screen::IdeaWrite)) return;
  visit_.hint_at.reset();
  if (visit_.draft.text.empty()) {
    visit_.similar.clear();
  } else {
    visit_.hint_at = now_ + rules_.hint_after;
  }
}

void Stepper::look_for_similar() {
  visit_.hint_at.reset();
  if (is_at(Screen::IdeaWrite)) effects_.push_back(FindSimilar{visit_.draft.text, visit_.draft.area});
}

void Stepper::operator()(const SimilarIdeas& similar) {
  if (is_at(Screen::IdeaWrite) && !visit_.draft.text.empty()) visit_.similar = similar.ideas;
}

}  // namespace wv::visit
