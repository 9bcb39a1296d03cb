// Geef uw idee: write, where, contact, check, and only after the durable answer: thanks.
#include "kiosk/visit/stepper.h"

namespace wv::visit {
std::optional<model::TextProblem> problem_of(const IdeaDraft& draft) {
  return model::check_idea_text(draft.text.text());
}

void Stepper::operator()(const GiveIdea& give) {
  // An unwritten idea about one thing does not become an idea about another; a written one stays what it is.
  IdeaDraft& draft = visit_.draft;
  if (draft.slip != 0 && draft.text.empty()) draft = IdeaDraft{};  // given up: what comes now is no slip
  if (give.about || draft.text.empty()) {
    draft.challenge = give.about;
    draft.challenge_area = visit_.at.area;
    if (draft.area != visit_.at.area) about_area(visit_.at.area);
  }
  if (!is_at(Screen::IdeaWrite)) go(Spot{.screen = Screen::IdeaWrite});
}

void Stepper::operator()(const ChooseTheme& choose) {
  if (is_at(Screen::IdeaWrite)) visit_.draft.theme = choose.theme;
}

void Stepper::operator()(const LinkChallenge& link) {
  if (!is_at(Screen::IdeaWrite)) return;
  visit_.draft.challenge = link.challenge;
}

void Stepper::about_area(model::AreaId area) {
  visit_.draft.area = std::move(area);
  visit_.draft.wijk.reset();
  visit_.draft.everywhere = false;
}

void Stepper::operator()(const ChooseArea& choose) {
  if (is_at(Screen::IdeaWhere)) about_area(choose.area);
}

void Stepper::operator()(const ChooseWijk& choose) {
  const bool from_map = !visit_.back.empty() && visit_.back.back().screen == Screen::IdeaWhere;
  if (!is_at(Screen::IdeaWhere) && !from_map) return;
  visit_.draft.wijk = choose.wijk;
  visit_.draft.everywhere = false;
  if (!is_at(Screen::IdeaWhere)) (*this)(Back{});
}

void Stepper::operator()(const ChooseEverywhere&) {
  if (!is_at(Screen::IdeaWhere)) return;
  about_area({});
  visit_.draft.everywhere = true;
}

void Stepper::operator()(const ChooseChannel& choose) {
  if (!is_at(Screen::IdeaContact) || visit_.draft.channel == choose.channel) return;
  visit_.draft.channel = choose.channel;
  visit_.draft.contact = TypedText{};  // an address is no number: what was typed goes
  visit_.draft.contact_twice = Twice{};
  visit_.typing_trouble = TypingTrouble::None;
  visit_.keys.layer = KeyLayer::Letters;
  choose_keys();
}

// Straight to the words, past the steps between; going on from there finds every answer still given.
void Stepper::operator()(const ChangeIdea&) {
  if (!is_at(Screen::IdeaCheck) || visit_.sending == Sending::Busy) return;
  while (!visit_.back.empty() && visit_.back.back().screen != Screen::IdeaWrite) visit_.back.pop_back();
  (*this)(Back{});
}

void Stepper::operator()(const LeaveAsIs&) {
  if (is_at(Screen::IdeaCheck)) visit_.draft.personal_data_is_fine = true;
}

void Stepper::operator()(const ToggleAssisted&) {
  if (is_at(Screen::IdeaCheck) && visit_.sending == Sending::No)
    visit_.draft.assisted = !visit_.draft.assisted;
}

void Stepper::operator()(const SendIdea&) {
  if (!is_at(Screen::IdeaCheck) || visit_.sending == Sending::Busy) return;
  if (problem_of(visit_.draft) || !contact_is_settled(visit_.draft)) return;
  visit_.sending = Sending::Busy;
  visit_.not_kept.reset();
  visit_.draft.lang = visit_.lang;
  effects_.push_back(KeepIdea{visit_.draft});
}

void Stepper::operator()(const StopIdea&) {
  if (!asks_first(Leaving::StopIdea)) leave_idea();
}

void Stepper::operator()(const IdeaKept& kept) {
  if (visit_.sending != Sending::Busy) return;
  visit_.sending = Sending::No;
  visit_.draft = IdeaDraft{};
  visit_.kept = kept;
  visit_.back.clear();
  visit_.at = Spot{.screen = Screen::IdeaThanks};
  visit_.overlay = Overlay::None;
  arrive();
}

void Stepper::operator()(const IdeaNotKept& not_kept) {
  if (visit_.sending != Sending::Busy) return;
  visit_.sending = Sending::No;
  visit_.not_kept = not_kept.reason;
}

void Stepper::operator()(const AnotherIdea&) {
  if (!is_at(Screen::IdeaThanks)) return;
  visit_.kept.reset();
  go_home();
  go(Spot{.screen = Screen::IdeaWrite});
}

}  // namespace wv::visit
