// Ideas on paper: staff type the number of the slip twice, then go the way of every idea.
#include <algorithm>
#include <charconv>
#include <ranges>
#include <utility>

#include "kiosk/visit/stepper.h"
#include "sync/base/utf8.h"

namespace wv::visit {
namespace {

std::int64_t number_in(const TypedText& typed) {
  const auto text = typed.text();
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// How somebody groups the digits of a number is no difference.
bool is_dialled(char c) {
  return c != ' ' && c != '-' && c != '(' && c != ')';
}

bool are_alike(const TypedText& one, const TypedText& other, ContactChannel channel) {
  if (channel == ContactChannel::Email) return base::strip(one.text()) == base::strip(other.text());
  return std::ranges::equal(one.text() | std::views::filter(is_dialled),
                            other.text() | std::views::filter(is_dialled));
}

// Whether `typed` was typed for the second time, and alike; the first time it makes room for the second.
bool is_confirmed(Twice& twice, TypedText& typed, bool alike) {
  if (twice.sure) return true;
  if (twice.first.empty()) {
    twice.first = std::exchange(typed, TypedText{});
    return false;
  }
  twice = Twice{.differed = !alike, .sure = alike};
  if (!alike) typed = TypedText{};  // nobody knows which of the two is right
  return alike;
}

// On "Bewaard", and nowhere after it: who goes on from there is a visitor again.
bool has_kept_slip(const Visit& visit) {
  return visit.at.screen == Screen::IdeaThanks && visit.kept && visit.kept->slip != 0;
}

}  // namespace

std::int64_t slip_number(const Visit& visit) {
  return number_in(visit.slip);
}

bool is_typing_slip(const Visit& visit) {
  return visit.draft.slip != 0 || has_kept_slip(visit);
}

bool contact_is_settled(const IdeaDraft& draft) {
  const bool once_will_do = draft.slip == 0 || draft.channel == ContactChannel::None;
  return contact_is_plausible(draft) && (once_will_do || draft.contact_twice.sure);
}

void Stepper::operator()(const ConfirmTyped&) {
  if (is_at(Screen::StaffSlip) && visit_.is_staff && slip_number(visit_) > 0) {
    const bool alike = number_in(visit_.slip_twice.first) == slip_number(visit_);
    if (is_confirmed(visit_.slip_twice, visit_.slip, alike))
      effects_.push_back(CheckSlip{slip_number(visit_)});
  } else if (is_at(Screen::IdeaContact) && is_typing_slip(visit_) && contact_is_plausible(visit_.draft)) {
    auto& draft = visit_.draft;
    const bool alike = are_alike(draft.contact_twice.first, draft.contact, draft.channel);
    if (is_confirmed(draft.contact_twice, draft.contact, alike)) return go(Spot{.screen = Screen::IdeaCheck});
  }
  visit_.typing_trouble = TypingTrouble::None;
}

bool Stepper::take_first_back() {
  const bool is_number = is_at(Screen::StaffSlip);
  if (!is_number && !is_at(Screen::IdeaContact)) return false;
  Twice& twice = is_number ? visit_.slip_twice : visit_.draft.contact_twice;
  if (twice.first.empty()) return false;
  (is_number ? visit_.slip : visit_.draft.contact) = std::move(twice.first);
  twice = Twice{};
  return true;
}

// Who types for somebody else says so; and what a visitor left half-written is not touched.
void Stepper::operator()(const SlipChecked& checked) {
  if (!is_at(Screen::StaffSlip) || !visit_.slip_twice.sure || checked.number != slip_number(visit_)) return;
  if (checked.typed_at) {
    visit_.slip = TypedText{};
    visit_.slip_twice = Twice{};
    visit_.slip_taken = checked;
    return;
  }
  if (!visit_.draft.text.empty()) return;
  visit_.draft = IdeaDraft{.assisted = true, .slip = checked.number};
  visit_.back.clear();
  go(Spot{.screen = Screen::IdeaWrite});
}

void Stepper::operator()(const NextSlip&) {
  if (!has_kept_slip(visit_)) return;
  visit_.kept.reset();
  back_to_slips(Screen::StaffSlip);
}

void Stepper::leave_idea() {
  if (!is_typing_slip(visit_)) return go_home();
  visit_.draft = IdeaDraft{};
  back_to_slips(Screen::StaffSlips);
}

void Stepper::back_to_slips(Screen screen) {
  visit_.back.clear();
  visit_.is_staff = true;
  visit_.at = Spot{.screen = screen};
  arrive();
}

}  // namespace wv::visit
