// Effects that belong to the picture, the voice and the loop, and what is forgotten when a visit ends.
#include <malloc.h>

#include <memory>

#include "kiosk/app/portrait.h"
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

// Only called on Attract. A restart comes last, and only when it is on disk that it was asked for.
void Wheel::obey() {
  const auto news = gear_.house.look_for_commands();
  if (news.shows) caretaker_.ask_again();
  bool restart = false;
  for (const auto& due : news.due) {
    const bool well = due.deed != wire::Deed::Picture || keep_portrait().has_value();
    const auto outcome = well ? wire::CommandOutcome::Done : wire::CommandOutcome::Failed;
    const bool finished = gear_.house.finish_command(due, outcome).has_value();
    restart = restart || (due.deed == wire::Deed::Restart && finished);
  }
  if (!restart) return;
  farewell_ = visit::Farewell::RestartProgram;
  quit_ = true;
}

// Drawn for the purpose, from the content and not from the display: no visit can be on it.
base::Result<> Wheel::keep_portrait() {
  compose();
  paint::Pixels pixels(gear_.presenter.canvas().size());
  paint::Frame frame(textures_);
  ui::Tree tree;
  const screens::Stage stage{gear_.themes, gear_.engine, panel(), &gallery_, 1};
  for (bool again = true; again;) {
    auto painter = frame.begin(pixels.canvas().size(), gear_.themes.of(view_.contrast).paper);
    gallery_.begin_frame();
    gear_.engine.begin_frame();
    screens::draw(view_, stage, {}, painter, tree);
    again = gear_.engine.end_frame();
    if (again) {
      frame.drop();
      continue;
    }
    const auto& atlas = gear_.engine.atlas();
    textures_.set_glyphs(
        {atlas.pixels, text::Atlas::width, text::Atlas::height, text::Atlas::stride, atlas.generation});
    frame.end(pixels.canvas());
    again = gallery_.wants() && gallery_.fetch();
  }
  WV_TRY(const auto png, small_picture(pixels.canvas(), wire::most_picture_bytes));
  return gear_.house.remote().keep_picture(png);
}

void Wheel::say_sample() {
  const auto words = staff::sound_sample(screens::Wording(gear_.strings, view_.lang));
  (void)gear_.house.speak({{{{words.text, words.lang}}}},
                          {visit::volume_of(visit_, gear_.rules), visit::Pace::Normal});
}

}  // namespace wv::app
