// The inside of step(): one function for each kind of action, grouped by what they are about. Private to this
// room.
#pragma once

#include "kiosk/visit/visit.h"

namespace wv::visit {

class Stepper {
 public:
  Stepper(Visit visit, Millis now, const Rules& rules) : visit_(std::move(visit)), now_(now), rules_(rules) {}
  void take(const Action& action);
  Step finish() && { return {std::move(visit_), std::move(effects_)}; }

  // silence.cpp
  void operator()(const Tick&);
  void operator()(const Touched&);
  // moving.cpp
  void operator()(const BeginVisit&);
  void operator()(const StartAgain&);
  void operator()(const EndVisit&);
  void operator()(const Back&);
  void operator()(const Open&);
  void operator()(const OpenArea&);
  void operator()(const OpenAgenda&);
  void operator()(const OpenChallenge&);
  void operator()(const FilterTheme&);
  void operator()(const ScrollTo&);
  void operator()(const ScrollAside&);
  // overlays.cpp
  void operator()(const ShowOverlay&);
  void operator()(const CloseOverlay&);
  void operator()(const ChooseLanguage&);
  void operator()(const ChooseTextSize&);
  void operator()(const ChooseContrast&);
  void operator()(const ToggleReach&);
  void operator()(const ThrowAwayDraft&);
  // typing.cpp
  void operator()(const TypeText&);
  void operator()(const Erase&);
  void operator()(const EraseAll&);
  void operator()(const SwapLetter&);
  void operator()(const Undo&);
  void operator()(const Redo&);
  void operator()(const MoveCaret&);
  void operator()(const TouchText&);
  void operator()(const SelectWord&);
  // keys.cpp
  void operator()(const ShowKeys&);
  void operator()(const PressShift&);
  void operator()(const OrderKeys&);
  void operator()(const ChooseLayout&);
  void operator()(const OfferLayouts&);
  void operator()(const OfferVariants&);
  // idea.cpp
  void operator()(const GiveIdea&);
  void operator()(const ChooseTheme&);
  void operator()(const ChooseChannel&);
  void operator()(const SendIdea&);
  void operator()(const StopIdea&);
  void operator()(const AnotherIdea&);
  void operator()(const IdeaKept&);
  void operator()(const IdeaNotKept&);
  // following.cpp
  void operator()(const ChooseCodeMode&);
  void operator()(const LookUp&);
  void operator()(const CodeAnswer&);
  // reading.cpp
  void operator()(const OwnArea&);
  void operator()(const OpenNews&);
  void operator()(const FilterPlan&);
  void operator()(const FilterStatus&);
  void operator()(const OpenFound&);
  void operator()(const TypeOn&);
  void operator()(const SearchAnswer&);
  // door.cpp
  void operator()(const OpenStaffDoor&);
  void operator()(const TryPin&);
  void operator()(const AskSync&);
  void operator()(const PinAccepted&);
  void operator()(const PinRefused&);
  void operator()(const SyncEnded&);

 private:
  bool is_at(Screen screen) const { return visit_.at.screen == screen; }
  void go(Spot spot);  // leaves the present spot on the way back
  void go_home();
  void arrive();          // what belongs to being on a screen: keys, staff rights
  void end(Screen next);  // everything of this visit goes; `next` is Attract or Home
  bool asks_first(Leaving leaving);
  TypedText* field();
  void typed();  // after any change of the field
  void choose_keys();
  void begin_search();
  void query_changed();
  void search_now();
  void take_back_offer(const Action& action);

  Visit visit_;
  Effects effects_;
  Millis now_;
  const Rules& rules_;
};

}  // namespace wv::visit
