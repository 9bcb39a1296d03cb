// Going from screen to screen and back, and the two ways a visit ends by hand.
#include "kiosk/visit/stepper.h"

namespace wv::visit {
namespace {

constexpr std::size_t longest_way_back = 24;  // longer than any real visit; bounds memory

bool may_open(Screen screen, const Visit& visit) {
  switch (screen) {
    case Screen::Home:
    case Screen::Agenda:
    case Screen::Areas:
    case Screen::CodeEntry:
    case Screen::Help:
    case Screen::HouseRules:
    case Screen::Privacy:
    case Screen::Vision:
    case Screen::Plan:
    case Screen::News:
    case Screen::Search:
    case Screen::Activities:
    case Screen::Map:
    case Screen::Team:
    case Screen::IdeaWrite:
    case Screen::Ideas:
      return true;
    case Screen::IdeaWhere:
      return visit.at.screen == Screen::IdeaWrite && !problem_of(visit.draft);
    case Screen::IdeaContact:
      return visit.at.screen == Screen::IdeaWhere && !problem_of(visit.draft);
    case Screen::IdeaCheck:
      return visit.at.screen == Screen::IdeaContact && !problem_of(visit.draft) &&
             contact_is_settled(visit.draft);
    default:  // the others are reached only by an answer or by their own action
      return is_behind_door(screen) && visit.is_staff;
  }
}

// What is read of another area goes on being about that area.
bool keeps_area(Screen screen) {
  return screen == Screen::Agenda || screen == Screen::Vision || screen == Screen::Plan ||
         screen == Screen::News || screen == Screen::Search;
}

// A spot on the way back may have lost its ground since: the text was erased, the answer is gone.
bool still_stands(const Spot& spot, const Visit& visit) {
  switch (spot.screen) {
    case Screen::IdeaWhere:
    case Screen::IdeaContact:
      return !problem_of(visit.draft);
    case Screen::IdeaCheck:
      return !problem_of(visit.draft) && contact_is_settled(visit.draft);
    case Screen::CodeResult:
      return visit.answer.has_value();
    default:
      return true;
  }
}

}  // namespace

bool can_go_back(const Visit& visit) {
  return visit.overlay != Overlay::None ||
         (visit.at.screen != Screen::Home && visit.at.screen != Screen::IdeaThanks);
}

void Stepper::arrive() {
  if (!is_at(Screen::StaffSetting)) end_trial(Trial::Reverted);
  if (!is_behind_door(visit_.at.screen)) visit_.trial = Trial::No;
  visit_.typing_trouble = TypingTrouble::None;
  if (!is_behind_door(visit_.at.screen)) visit_.is_staff = false, visit_.syncing = Syncing::No;
  if (!is_at(Screen::StaffContent)) visit_.release_failed = false;
  if (!is_at(Screen::TouchTest)) visit_.squares = 0;
  if (!is_at(Screen::ColourTest)) visit_.colour = 0;
  if (!is_at(Screen::StaffPower)) visit_.farewell.reset();
  if (!is_at(Screen::StaffEnrolCode)) visit_.enrolment_code = TypedText{};
  if (!is_at(Screen::StaffSlip)) {
    visit_.slip = TypedText{};
    visit_.slip_twice = Twice{};
    visit_.slip_taken.reset();
  }
  if (!is_at(Screen::Pin)) {
    visit_.pin = TypedText{};
    visit_.pin_refused.reset();
  }
  if (!is_at(Screen::IdeaCheck)) visit_.not_kept.reset();
  visit_.keys.layer = KeyLayer::Letters;
  visit_.keys.shift = Shift::Off;
  arrive_among_ideas();
  choose_keys();
}

void Stepper::go(Spot spot) {
  // The rooms behind the staff door are left for good: no way back leads into them without a PIN.
  if (!is_at(Screen::Pin) && !is_behind_door(visit_.at.screen)) visit_.back.push_back(std::move(visit_.at));
  if (visit_.back.size() > longest_way_back) visit_.back.erase(visit_.back.begin());
  visit_.at = std::move(spot);
  arrive();
}

void Stepper::go_home() {
  visit_.back.clear();
  visit_.at = Spot{.screen = Screen::Home};
  arrive();
}

void Stepper::end(Screen next) {
  end_trial(Trial::No);
  visit_ = Visit{};
  effects_.push_back(VisitEnded{});
  if (next != Screen::Home) return;
  visit_.at.screen = Screen::Home;
  visit_.last_active = now_;
}

bool Stepper::asks_first(Leaving leaving) {
  if (visit_.draft.text.empty() && visit_.draft.contact.empty()) return false;
  visit_.overlay = Overlay::ThrowAway;
  visit_.leaving = leaving;
  return true;
}

void Stepper::operator()(const BeginVisit&) {
  if (!is_at(Screen::Attract)) return;
  visit_ = Visit{};
  visit_.at.screen = Screen::Home;
  visit_.last_active = now_;
}

void Stepper::operator()(const StartAgain&) {
  if (!asks_first(Leaving::StartAgain)) end(Screen::Home);
}

void Stepper::operator()(const EndVisit&) {
  if (!asks_first(Leaving::EndVisit)) end(Screen::Attract);
}

void Stepper::operator()(const Back&) {
  if (!can_go_back(visit_)) return;
  if (take_first_back()) return;
  if (is_typing_slip(visit_) && is_at(Screen::IdeaWrite)) return (*this)(StopIdea{});
  if (visit_.is_staff && !is_at(Screen::StaffHome)) return leave_staff_page();
  while (!visit_.back.empty() && !still_stands(visit_.back.back(), visit_)) visit_.back.pop_back();
  if (visit_.back.empty()) return go_home();
  visit_.at = std::move(visit_.back.back());
  visit_.back.pop_back();
  arrive();
}

void Stepper::operator()(const Open& open) {
  if (open.screen == visit_.at.screen || !may_open(open.screen, visit_)) return;
  if (open.screen == Screen::Home) return go_home();
  if (open.screen == Screen::Search) begin_search();
  if (!keeps_area(open.screen)) return go(Spot{.screen = open.screen});
  go(Spot{.screen = open.screen, .area = visit_.at.area, .agenda = visit_.at.agenda});
}

void Stepper::operator()(const OpenArea& open) {
  effects_.push_back(LoadArea{open.area});
  go(Spot{.screen = Screen::Agenda, .area = open.area});
}

void Stepper::operator()(const OpenAgenda& open) {
  if (!is_at(Screen::Agenda) && !is_at(Screen::Vision) && !is_at(Screen::Plan)) return;
  visit_.at = Spot{.screen = visit_.at.screen, .area = visit_.at.area, .agenda = open.agenda};
}

void Stepper::operator()(const OpenChallenge& open) {
  Spot spot = visit_.at;
  // The list beside it stays where it was.
  if (!is_at(Screen::Challenge)) spot.aside_px = is_at(Screen::Agenda) ? spot.scroll_px : 0;
  spot.screen = Screen::Challenge;
  spot.challenge = open.challenge;
  spot.scroll_px = 0;
  if (is_at(Screen::Challenge)) {
    visit_.at = std::move(spot);  // from the list beside it: Back still leads to the list
  } else {
    go(std::move(spot));
  }
}

void Stepper::operator()(const OpenEvent& open) {
  Spot spot{.screen = Screen::Activity, .event = open.event, .day = open.day};
  if (is_at(Screen::Activity)) {
    visit_.at = std::move(spot);  // another date of the same activity: Back still leads to the list
  } else {
    go(std::move(spot));
  }
}

void Stepper::operator()(const FilterEvents& filter) {
  if (!is_at(Screen::Activities)) return;
  visit_.at.events = filter.filter;
  visit_.at.scroll_px = 0;
}

void Stepper::operator()(const PointAtArea& point) {
  if (is_at(Screen::Map)) visit_.at.area = point.area;
}

void Stepper::operator()(const FilterTheme& filter) {
  if (!is_at(Screen::Agenda) && !is_at(Screen::Challenge)) return;
  visit_.at.filter = filter.theme;
  (is_at(Screen::Agenda) ? visit_.at.scroll_px : visit_.at.aside_px) = 0;
}

void Stepper::operator()(const ScrollTo& scroll) {
  visit_.at.scroll_px = std::max(scroll.px, 0);
}

void Stepper::operator()(const ScrollAside& scroll) {
  visit_.at.aside_px = std::max(scroll.px, 0);
}

}  // namespace wv::visit
