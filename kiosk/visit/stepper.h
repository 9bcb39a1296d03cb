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
  void operator()(const OpenEvent&);
  void operator()(const FilterEvents&);
  void operator()(const PointAtArea&);
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
  // aloud.cpp
  void operator()(const ReadAloud&);
  void operator()(const ReadAgain&);
  void operator()(const Hush&);
  void operator()(const StopReading&);
  void operator()(const SetVolume&);
  void operator()(const SetPace&);
  void operator()(const SpeechBegan&);
  void operator()(const SpeechEnded&);
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
  void operator()(const LinkChallenge&);
  void operator()(const ChooseTheme&);
  void operator()(const ChooseArea&);
  void operator()(const ChooseWijk&);
  void operator()(const ChooseEverywhere&);
  void operator()(const ChooseChannel&);
  void operator()(const ChangeIdea&);
  void operator()(const LeaveAsIs&);
  void operator()(const ToggleAssisted&);
  void operator()(const ShowDraftPart&);
  void operator()(const SendIdea&);
  void operator()(const StopIdea&);
  void operator()(const AnotherIdea&);
  void operator()(const IdeaKept&);
  void operator()(const IdeaNotKept&);
  // neighbours.cpp
  void operator()(const FilterIdeas&);
  void operator()(const SeeIdeas&);
  void operator()(const OpenIdea&);
  void operator()(const GiveSupport&);
  void operator()(const IdeasPage&);
  void operator()(const IdeaLoaded&);
  void operator()(const IdeaSupported&);
  void operator()(const IdeaNotSupported&);
  void operator()(const SimilarIdeas&);
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
  // slips.cpp
  void operator()(const ConfirmTyped&);
  void operator()(const SlipChecked&);
  void operator()(const NextSlip&);
  // door.cpp
  void operator()(const OpenStaffDoor&);
  void operator()(const TryPin&);
  void operator()(const AskSync& ask);
  void operator()(const AskEnrolment& ask);
  void operator()(const PinAccepted&);
  void operator()(const PinRefused&);
  void operator()(const SyncGoesOn&);
  void operator()(const SyncEnded&);
  // minding.cpp
  void operator()(const ShowRelease&);
  void operator()(const ReleaseShown&);
  void operator()(const SeeTomorrow&);
  void operator()(const TouchSquare&);
  void operator()(const NextColour&);
  void operator()(const TrySound&);
  void operator()(const SetHouseVolume&);
  // trying_settings.cpp
  void operator()(const OpenSetting&);
  void operator()(const PointAtDays&);
  void operator()(const TrySettings&);
  void operator()(const KeepSettings&);
  void operator()(const RevertSettings&);
  void operator()(const SettingsTried&);
  void operator()(const SettingsKept&);
  void operator()(const AskFarewell&);
  void operator()(const SayFarewell&);

 private:
  bool is_at(Screen screen) const { return visit_.at.screen == screen; }
  bool may_show(Overlay overlay) const;
  void go(Spot spot);  // leaves the present spot on the way back
  void go_home();
  void arrive();          // what belongs to being on a screen: keys, staff rights
  void end(Screen next);  // everything of this visit goes; `next` is Attract or Home
  bool asks_first(Leaving leaving);
  void be_silent();
  TypedText* field();
  void typed();  // after any change of the field
  void choose_keys();
  void begin_search();
  void query_changed();
  void search_now();
  void leave_staff_page();
  bool take_first_back();  // from typing something for the second time to the first
  void leave_idea();       // to where it began
  void back_to_slips(Screen screen);
  void end_trial(Trial how);
  void take_back_offer(const Action& action);
  void about_area(model::AreaId area);  // the idea, as a whole
  void arrive_among_ideas();
  void plan_hint();
  void look_for_similar();

  Visit visit_;
  Effects effects_;
  Millis now_;
  const Rules& rules_;
};

}  // namespace wv::visit
