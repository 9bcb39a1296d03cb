// Geef uw idee: write, contact, check, and only after the durable answer: thanks.
#include <algorithm>

#include "kiosk/visit/stepper.h"
#include "sync/base/utf8.h"

namespace wv::visit {
namespace {

bool looks_like_email(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos || at == 0 || text.find('@', at + 1) != std::string_view::npos)
    return false;
  const std::string_view host = text.substr(at + 1);
  const std::size_t dot = host.rfind('.');
  return dot != std::string_view::npos && dot > 0 && dot + 1 < host.size();
}

bool looks_like_phone(std::string_view text) {
  const auto digits = std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; });
  return digits >= 8 && digits <= 15;  // 15: E.164
}

}  // namespace

std::optional<model::TextProblem> problem_of(const IdeaDraft& draft) {
  return model::check_idea_text(draft.text.text());
}

bool contact_is_plausible(const IdeaDraft& draft) {
  const std::string_view value = base::strip(draft.contact.text());
  switch (draft.channel) {
    case ContactChannel::None:
      return true;
    case ContactChannel::Email:
      return looks_like_email(value);
    case ContactChannel::Phone:
      return looks_like_phone(value);
  }
  return false;
}

void Stepper::operator()(const GiveIdea& give) {
  // An unwritten idea about one thing does not become an idea about another; a written one stays what it is.
  if (give.about || visit_.draft.text.empty()) {
    visit_.draft.challenge = give.about;
    visit_.draft.area = visit_.at.area;
  }
  if (!is_at(Screen::IdeaWrite)) go(Spot{.screen = Screen::IdeaWrite});
}

void Stepper::operator()(const ChooseTheme& choose) {
  if (is_at(Screen::IdeaWrite)) visit_.draft.theme = choose.theme;
}

void Stepper::operator()(const ChooseChannel& choose) {
  if (!is_at(Screen::IdeaContact) || visit_.draft.channel == choose.channel) return;
  visit_.draft.channel = choose.channel;
  visit_.draft.contact = TypedText{};  // an address is no number: what was typed goes
  visit_.typing_trouble = TypingTrouble::None;
  visit_.keys.layer = KeyLayer::Letters;
  choose_keys();
}

void Stepper::operator()(const SendIdea&) {
  if (!is_at(Screen::IdeaCheck) || visit_.sending == Sending::Busy) return;
  if (problem_of(visit_.draft) || !contact_is_plausible(visit_.draft)) return;
  visit_.sending = Sending::Busy;
  visit_.not_kept.reset();
  visit_.draft.lang = visit_.lang;
  effects_.push_back(KeepIdea{visit_.draft});
}

void Stepper::operator()(const StopIdea&) {
  if (!asks_first(Leaving::StopIdea)) go_home();
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
