// Effects that belong to the picture, the voice and the loop, and what is forgotten when a visit ends.
#include <malloc.h>

#include <memory>

#include "kiosk/app/wheel.h"
#include "kiosk/staff/staff_views.h"
#include "sync/base/secret.h"

namespace wv::app {

// The rest is the house's.
void Wheel::do_own_part(const visit::Effect& effect) {
  if (std::holds_alternative<visit::VisitEnded>(effect)) forget_visit();
  if (std::holds_alternative<visit::ReadPage>(effect)) narrator_.page_wanted();
  if (std::holds_alternative<visit::ChooseRelease>(effect)) gallery_.forget();
  if (std::holds_alternative<visit::SaySample>(effect)) say_sample();
  if (const auto* end = std::get_if<visit::EndProgram>(&effect)) {
    farewell_ = end->how;
    quit_ = true;
  }
}

void Wheel::forget_visit() {
  hand_ = {.pressed = {},
           .focused = {},
           .focus_shows = hand_.focus_shows && visit_.at.screen != visit::Screen::Attract};
  foothold_.forget();
  narrator_.forget();
  gear_.engine.forget();
  gallery_.forget();
  forget_view();
  base::wipe_dead_stack();
  malloc_trim(0);  // what a long visit needed goes back to the machine before the next
}

// A short text lies in the string itself, and stays there when another page takes its place.
void Wheel::forget_view() {
  std::destroy_at(&view_);
  base::wipe({reinterpret_cast<std::uint8_t*>(&view_), sizeof view_});
  std::construct_at(&view_);
}

void Wheel::say_sample() {
  const auto words = staff::sound_sample(screens::Wording(gear_.strings, view_.lang));
  (void)gear_.house.speak({{{{words.text, words.lang}}}},
                          {visit::volume_of(visit_, gear_.rules), visit::Pace::Normal});
}

}  // namespace wv::app
