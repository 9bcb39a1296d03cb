// The menus of language, size and contrast, and the question before text is thrown away.
#include <algorithm>

#include "kiosk/visit/stepper.h"

namespace wv::visit {

// Some menus belong to a step of the form.
bool Stepper::may_show(Overlay overlay) const {
  switch (overlay) {
    case Overlay::Themes:
    case Overlay::Challenges:
      return is_at(Screen::IdeaWrite);
    case Overlay::Farewell:
      return false;  // by AskFarewell
    case Overlay::DraftToPhone:
      return !visit_.draft.text.empty() && visit_.sending == Sending::No;
    default:
      return true;
  }
}

void Stepper::operator()(const ShowOverlay& show) {
  // The question has its own causes; a finger on a bar button while it stands means "no".
  // Only taking the text along is an answer of its own.
  const bool saves = show.overlay == Overlay::DraftToPhone;
  if (show.overlay == Overlay::ThrowAway || visit_.overlay == Overlay::Farewell ||
      (visit_.overlay == Overlay::ThrowAway && !saves))
    return (*this)(CloseOverlay{});
  if (!may_show(show.overlay)) return;
  visit_.leaving = Leaving::No;
  visit_.at.aside_px = visit_.draft_part = 0;  // what comes up shows its beginning
  visit_.overlay = visit_.overlay == show.overlay ? Overlay::None : show.overlay;
}

void Stepper::operator()(const ShowDraftPart& show) {
  if (visit_.overlay == Overlay::DraftToPhone) visit_.draft_part = std::max(show.part, 0);
}

void Stepper::operator()(const CloseOverlay&) {
  if (visit_.overlay != Overlay::None) visit_.at.aside_px = 0;
  visit_.overlay = Overlay::None;
  visit_.leaving = Leaving::No;
  visit_.farewell.reset();
}

void Stepper::operator()(const ChooseLanguage& choose) {
  visit_.lang = choose.lang;
  visit_.keys.layout.reset();  // the keys follow the language again
  visit_.overlay = Overlay::None;
  if (is_at(Screen::Search) && query_is_enough(visit_)) visit_.search_at = now_;
}

void Stepper::operator()(const ChooseTextSize& choose) {
  visit_.size = choose.size;
}

void Stepper::operator()(const ChooseContrast& choose) {
  visit_.contrast = choose.contrast;
}

void Stepper::operator()(const ToggleReach&) {
  if (rules_.reach == ReachHelp::NotNeeded) return (*this)(ShowOverlay{Overlay::AllInReach});
  visit_.reach = rules_.reach == ReachHelp::Helps && !visit_.reach;
}

void Stepper::operator()(const ThrowAwayDraft&) {
  if (visit_.overlay != Overlay::ThrowAway) return;
  const Leaving leaving = visit_.leaving;
  (*this)(CloseOverlay{});
  switch (leaving) {
    case Leaving::StartAgain:
      return end(Screen::Home);
    case Leaving::EndVisit:
      return end(Screen::Attract);
    default:
      leave_idea();  // which asks whose the draft is
      visit_.draft = IdeaDraft{};
  }
}

}  // namespace wv::visit
