// The menus of language, size and contrast, and the question before text is thrown away.
#include "kiosk/visit/stepper.h"

namespace wv::visit {

void Stepper::operator()(const ShowOverlay& show) {
  // The question has its own causes; a finger on a bar button while it stands means "no".
  if (visit_.overlay == Overlay::ThrowAway || show.overlay == Overlay::ThrowAway)
    return (*this)(CloseOverlay{});
  visit_.overlay = visit_.overlay == show.overlay ? Overlay::None : show.overlay;
}

void Stepper::operator()(const CloseOverlay&) {
  visit_.overlay = Overlay::None;
  visit_.leaving = Leaving::No;
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
  visit_.reach = !visit_.reach;
}

void Stepper::operator()(const ThrowAwayDraft&) {
  if (visit_.overlay != Overlay::ThrowAway) return;
  const Leaving leaving = visit_.leaving;
  (*this)(CloseOverlay{});
  visit_.draft = IdeaDraft{};
  switch (leaving) {
    case Leaving::StartAgain:
      return end(Screen::Home);
    case Leaving::EndVisit:
      return end(Screen::Attract);
    default:
      return go_home();
  }
}

}  // namespace wv::visit
