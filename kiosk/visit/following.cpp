// Volg uw idee: a code goes in, what is known of it comes out.
#include "kiosk/visit/stepper.h"
#include "sync/base/utf8.h"

namespace wv::visit {

bool code_is_complete(const Visit& visit) {
  if (visit.code_mode == CodeMode::Characters) return visit.code.characters() == model::code_characters;
  return !base::strip(visit.code.text()).empty();
}

void Stepper::operator()(const ChooseCodeMode& choose) {
  if (!is_at(Screen::CodeEntry) || visit_.code_mode == choose.mode) return;
  visit_.code_mode = choose.mode;
  visit_.code = TypedText{};
  typed();
}

void Stepper::operator()(const LookUp&) {
  if (is_at(Screen::Search)) {
    visit_.reads_results = query_is_enough(visit_);
    return search_now();
  }
  if (!is_at(Screen::CodeEntry) || visit_.looking_up || !code_is_complete(visit_)) return;
  visit_.looking_up = true;
  visit_.answer.reset();
  effects_.push_back(LookUpCode{visit_.code_mode, visit_.code});
}

void Stepper::operator()(const CodeAnswer& answer) {
  if (!visit_.looking_up) return;
  visit_.looking_up = false;
  if (!is_at(Screen::CodeEntry)) return;  // the visitor went on; nobody waits for it
  visit_.answer = answer;
  if (answer.kind != CodeAnswer::Kind::Mistyped) go(Spot{.screen = Screen::CodeResult});
}

}  // namespace wv::visit
