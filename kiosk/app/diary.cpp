// Keeps the last hundred events.
#include "kiosk/app/diary.h"

namespace wv::app {

namespace {

using Happened = store::LogLine::What;

std::optional<Happened> meaning_of(const visit::Action& answer) {
  if (std::holds_alternative<visit::IdeaKept>(answer)) return Happened::IdeaKept;
  if (std::holds_alternative<visit::IdeaNotKept>(answer)) return Happened::IdeaNotKept;
  if (std::holds_alternative<visit::IdeaSupported>(answer)) return Happened::IdeaSupported;
  if (std::holds_alternative<visit::PinAccepted>(answer)) return Happened::StaffIn;
  if (const auto* refused = std::get_if<visit::PinRefused>(&answer))
    return refused->locked_until > base::Millis{0} ? Happened::PinLocked : Happened::PinWrong;
  return std::nullopt;
}

}  // namespace

void Diary::note(base::Instant at, Happened what, std::string detail) {
  lines_.push_front({at, what, std::move(detail)});
  if (lines_.size() > most_lines) lines_.pop_back();
}

void Diary::note(base::Instant at, const visit::Effect& effect, const std::optional<visit::Action>& answer) {
  if (std::holds_alternative<visit::SyncNow>(effect)) return note(at, Happened::SyncAsked);
  if (std::holds_alternative<visit::EnrolKiosk>(effect)) return note(at, Happened::EnrolAsked);
  if (std::holds_alternative<visit::EndProgram>(effect)) return note(at, Happened::Ending);
  if (!answer) return;
  if (const auto* shown = std::get_if<visit::ReleaseShown>(&*answer)) {
    const auto& wanted = std::get<visit::ChooseRelease>(effect);
    if (shown->well)
      note(at, wanted.release == visit::Release::Previous ? Happened::TakenBack : Happened::NewestShown);
    return;
  }
  if (const auto what = meaning_of(*answer)) note(at, *what);
}

std::vector<store::LogLine> Diary::lines() const {
  return {lines_.begin(), lines_.end()};
}

}  // namespace wv::app
