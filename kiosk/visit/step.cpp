// The door every action comes in by: what silence, a first touch and "Bent u er nog?" make of it, before its
// own turn.
#include <algorithm>

#include "kiosk/visit/stepper.h"

namespace wv::visit {

bool is_by_visitor(const Action& action) {
  return !std::holds_alternative<Tick>(action) && !std::holds_alternative<IdeaKept>(action) &&
         !std::holds_alternative<IdeaNotKept>(action) && !std::holds_alternative<CodeAnswer>(action) &&
         !std::holds_alternative<PinAccepted>(action) && !std::holds_alternative<PinRefused>(action) &&
         !std::holds_alternative<SyncEnded>(action) && !std::holds_alternative<SyncGoesOn>(action) &&
         !std::holds_alternative<SlipChecked>(action) && !std::holds_alternative<SettingsTried>(action) &&
         !std::holds_alternative<SettingsKept>(action) && !std::holds_alternative<ReleaseShown>(action) &&
         !std::holds_alternative<SearchAnswer>(action) && !std::holds_alternative<SeeIdeas>(action) &&
         !std::holds_alternative<IdeasPage>(action) && !std::holds_alternative<IdeaLoaded>(action) &&
         !std::holds_alternative<IdeaSupported>(action) &&
         !std::holds_alternative<IdeaNotSupported>(action) && !std::holds_alternative<SimilarIdeas>(action) &&
         !std::holds_alternative<SpeechBegan>(action) && !std::holds_alternative<SpeechEnded>(action);
}

namespace {

// These leave an open menu where it is; everything else closes it.
bool lives_beside_overlay(const Action& action) {
  return std::holds_alternative<Touched>(action) || std::holds_alternative<ScrollTo>(action) ||
         std::holds_alternative<ScrollAside>(action) || std::holds_alternative<ShowOverlay>(action) ||
         std::holds_alternative<CloseOverlay>(action) || std::holds_alternative<ChooseLanguage>(action) ||
         std::holds_alternative<ChooseTextSize>(action) || std::holds_alternative<ChooseContrast>(action) ||
         std::holds_alternative<ThrowAwayDraft>(action) || std::holds_alternative<SayFarewell>(action) ||
         std::holds_alternative<ReadAloud>(action) || std::holds_alternative<ToggleReach>(action) ||
         std::holds_alternative<Hush>(action) || std::holds_alternative<SetVolume>(action) ||
         std::holds_alternative<SetPace>(action) || std::holds_alternative<ShowDraftPart>(action);
}

// Whoever wants to be rid of hidden words need not read them first.
bool leaves(const Action& action) {
  return std::holds_alternative<StartAgain>(action) || std::holds_alternative<StopIdea>(action) ||
         std::holds_alternative<EndVisit>(action);
}

}  // namespace

// Nobody can send, change or erase what they cannot see.
bool only_unveils(const Visit& visit, const Action& action) {
  return visit.veiled && shows_typed_text(visit) && !leaves(action);
}

void Stepper::take(const Action& action) {
  const bool on_attract = is_at(Screen::Attract);
  if (!is_by_visitor(action)) {
    // What comes back after the visit ended belongs to nobody: the clean screen stays clean.
    if (!on_attract) std::visit(*this, action);
    return;
  }
  if (on_attract) return (*this)(BeginVisit{});
  visit_.last_active = now_;
  const bool hidden = visit_.veiled && shows_typed_text(visit_);
  visit_.veiled = hidden && !visit_.asked_at && leaves(action);
  be_silent();  // whoever acts has heard enough
  if (visit_.asked_at) {
    visit_.asked_at.reset();  // the touch that says "yes, still here" does nothing else
    return;
  }
  if (hidden && !leaves(action)) return;
  if (visit_.overlay != Overlay::None && !lives_beside_overlay(action)) {
    const bool was_question = visit_.overlay == Overlay::ThrowAway || visit_.overlay == Overlay::Farewell;
    (*this)(CloseOverlay{});
    if (was_question) return;  // anything but "yes" means "no"
  }
  take_back_offer(action);
  std::visit(*this, action);
}

Step step(Visit visit, const Action& action, Millis now, const Rules& rules) {
  Stepper stepper(std::move(visit), now, rules);
  stepper.take(action);
  return std::move(stepper).finish();
}

bool operator==(const CodeAnswer& a, const CodeAnswer& b) {
  const auto same = [](const model::PublicAnswer& x, const model::PublicAnswer& y) {
    return x.status == y.status && x.at == y.at && x.text == y.text && x.merged_with == y.merged_with;
  };
  return a.kind == b.kind && a.goes_on_as == b.goes_on_as && std::ranges::equal(a.steps, b.steps, same);
}

}  // namespace wv::visit
