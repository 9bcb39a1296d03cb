// The door every action comes in by: what silence, a first touch and "Bent u er nog?" make of it, before its
// own turn.
#include <algorithm>

#include "kiosk/visit/stepper.h"

namespace wv::visit {

bool is_by_visitor(const Action& action) {
  return !std::holds_alternative<Tick>(action) && !std::holds_alternative<IdeaKept>(action) &&
         !std::holds_alternative<IdeaNotKept>(action) && !std::holds_alternative<CodeAnswer>(action) &&
         !std::holds_alternative<PinAccepted>(action) && !std::holds_alternative<PinRefused>(action) &&
         !std::holds_alternative<SyncEnded>(action) && !std::holds_alternative<SearchAnswer>(action);
}

namespace {

// These leave an open menu where it is; everything else closes it.
bool lives_beside_overlay(const Action& action) {
  return std::holds_alternative<Touched>(action) || std::holds_alternative<ScrollTo>(action) ||
         std::holds_alternative<ScrollAside>(action) || std::holds_alternative<ShowOverlay>(action) ||
         std::holds_alternative<CloseOverlay>(action) || std::holds_alternative<ChooseLanguage>(action) ||
         std::holds_alternative<ChooseTextSize>(action) || std::holds_alternative<ChooseContrast>(action) ||
         std::holds_alternative<ThrowAwayDraft>(action);
}

}  // namespace

void Stepper::take(const Action& action) {
  const bool on_attract = is_at(Screen::Attract);
  if (!is_by_visitor(action)) {
    // What comes back after the visit ended belongs to nobody: the clean screen stays clean.
    if (!on_attract) std::visit(*this, action);
    return;
  }
  if (on_attract) return (*this)(BeginVisit{});
  visit_.last_active = now_;
  visit_.veiled = false;
  if (visit_.asked_at) {
    visit_.asked_at.reset();  // the touch that says "yes, still here" does nothing else
    return;
  }
  if (visit_.overlay != Overlay::None && !lives_beside_overlay(action)) {
    const bool was_question = visit_.overlay == Overlay::ThrowAway;
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
    return x.status == y.status && x.at == y.at && x.text == y.text;
  };
  return a.kind == b.kind && std::ranges::equal(a.steps, b.steps, same);
}

}  // namespace wv::visit
