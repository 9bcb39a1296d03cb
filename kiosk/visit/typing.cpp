// Typing: which field it goes to, what that takes, and what comes of it.
#include <algorithm>

#include "kiosk/visit/stepper.h"
#include "sync/base/utf8.h"

namespace wv::visit {
namespace {

constexpr std::size_t contact_limit = 254;  // RFC 5321: the longest address that can be delivered
constexpr std::size_t words_limit = 80;

bool all_are(std::string_view text, bool (*fits)(char32_t)) {
  while (!text.empty()) {
    const auto next = base::next_code_point(text);
    if (!next || !fits(*next)) return false;
  }
  return true;
}

bool fits_idea(char32_t c) {
  return c == U'\n' || !base::is_control(c);
}
bool fits_email(char32_t c) {
  return !base::is_control(c) && !base::is_blank(c);
}
bool fits_phone(char32_t c) {
  return (c >= U'0' && c <= U'9') || c == U'+' || c == U'-' || c == U' ' || c == U'(' || c == U')';
}
bool fits_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
bool fits_words(char32_t c) {
  return c != U'\n' && !base::is_control(c);
}
bool fits_code(char32_t c) {
  return (c >= U'0' && c <= U'9') ||
         (c >= U'A' && c <= U'Z' && c != U'U' && c != U'I' && c != U'L' && c != U'O');
}

// The same forgiveness as base::parse_code, one key at a time: o for 0, i and l for 1, small for capital.
std::string as_code(std::string_view typed) {
  std::string code;
  for (char c : typed) {
    if (c == ' ' || c == '-') continue;
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    code += c == 'O' ? '0' : (c == 'I' || c == 'L') ? '1' : c;
  }
  return code;
}

bool fits(const Visit& visit, std::string_view text) {
  switch (visit.at.screen) {
    case Screen::IdeaContact:
      return all_are(text, visit.draft.channel == ContactChannel::Phone ? fits_phone : fits_email);
    case Screen::Pin:
    case Screen::StaffSlip:
      return all_are(text, fits_digit);
    case Screen::StaffEnrolCode:
      return all_are(text, fits_code);
    case Screen::CodeEntry:
      return all_are(text, visit.code_mode == CodeMode::Words ? fits_words : fits_code);
    case Screen::Search:
      return all_are(text, fits_words);
    default:
      return all_are(text, fits_idea);
  }
}

}  // namespace

const TypedText* field_of(const Visit& visit) {
  switch (visit.at.screen) {
    case Screen::IdeaWrite:
      return &visit.draft.text;
    case Screen::IdeaContact:
      return visit.draft.channel == ContactChannel::None ? nullptr : &visit.draft.contact;
    case Screen::CodeEntry:
      return &visit.code;
    case Screen::StaffEnrolCode:
      return &visit.enrolment_code;
    case Screen::StaffSlip:
      return &visit.slip;
    case Screen::Search:
      return &visit.query;
    case Screen::Pin:
      return &visit.pin;
    default:
      return nullptr;
  }
}

std::size_t field_limit(const Visit& visit) {
  switch (visit.at.screen) {
    case Screen::IdeaWrite:
      return model::max_idea_characters + idea_overrun;
    case Screen::IdeaContact:
      return contact_limit;
    case Screen::CodeEntry:
      return visit.code_mode == CodeMode::Words ? words_limit : model::code_characters;
    case Screen::StaffEnrolCode:
      return model::code_characters;
    case Screen::StaffSlip:
      return most_slip_digits;
    case Screen::Search:
      return most_query;
    case Screen::Pin:
      return most_pin;
    default:
      return 0;
  }
}

TypedText* Stepper::field() {
  return const_cast<TypedText*>(field_of(visit_));
}

void Stepper::typed() {
  visit_.typing_trouble = TypingTrouble::None;
  visit_.answer.reset();
  visit_.pin_refused.reset();
  if (is_at(Screen::Search)) query_changed();
  if (is_at(Screen::StaffSlip)) visit_.slip_twice.differed = false, visit_.slip_taken.reset();
  if (is_at(Screen::IdeaContact))
    visit_.draft.contact_twice.differed = visit_.draft.contact_twice.sure = false;
  if (is_at(Screen::IdeaWrite)) visit_.draft.personal_data_is_fine = false;  // other words, another hint
  plan_hint();
  choose_keys();
}

void Stepper::operator()(const TypeText& type) {
  TypedText* text = field();
  if (!text || visit_.sending == Sending::Busy) return;
  const bool by_code =
      is_at(Screen::StaffEnrolCode) || (is_at(Screen::CodeEntry) && visit_.code_mode == CodeMode::Characters);
  const std::string more = by_code ? as_code(type.text) : type.text;
  if (more.empty()) return;
  if (!base::is_utf8(more) || !fits(visit_, more)) {
    visit_.typing_trouble = TypingTrouble::WrongCharacter;
  } else if (!text->insert(more, field_limit(visit_))) {
    visit_.typing_trouble = TypingTrouble::Full;
  } else {
    typed();
  }
}

void Stepper::operator()(const SwapLetter& swap) {
  TypedText* text = field();
  if (!text || visit_.sending == Sending::Busy) return;
  if (!base::is_utf8(swap.text) || !fits(visit_, swap.text)) {
    visit_.typing_trouble = TypingTrouble::WrongCharacter;
  } else if (!text->swap_letter(swap.text, field_limit(visit_))) {
    visit_.typing_trouble = TypingTrouble::Full;
  } else {
    typed();
  }
}

void Stepper::operator()(const Erase&) {
  if (!field()) return;
  field()->erase();
  typed();
}

void Stepper::operator()(const EraseAll&) {
  if (!field()) return;
  field()->erase_all();
  typed();
}

void Stepper::operator()(const Undo&) {
  if (!field()) return;
  field()->undo();
  typed();
}

void Stepper::operator()(const Redo&) {
  if (!field()) return;
  field()->redo();
  typed();
}

void Stepper::operator()(const MoveCaret& move) {
  if (!field()) return;
  field()->move(move.where);
  choose_keys();
}

void Stepper::operator()(const TouchText& touch) {
  if (!field()) return;
  field()->touch(touch.byte);
  choose_keys();
}

void Stepper::operator()(const SelectWord&) {
  if (!field()) return;
  field()->select_word();
  choose_keys();
}

}  // namespace wv::visit
