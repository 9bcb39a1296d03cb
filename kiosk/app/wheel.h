// The turn of the wheel: events in, the visit decides, the screen follows, and then nothing until something
// happens.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "kiosk/app/caretaker.h"
#include "kiosk/app/foothold.h"
#include "kiosk/app/gallery.h"
#include "kiosk/app/house.h"
#include "kiosk/app/rising.h"
#include "kiosk/app/trail.h"
#include "kiosk/paint/frame.h"
#include "kiosk/paint/gesture.h"
#include "kiosk/screens/draw.h"
#include "kiosk/screens/make_view.h"
#include "kiosk/speech/narrator.h"
#include "kiosk/visit/visit.h"

namespace wv::app {

// What a wheel turns with; everything must outlive it.
struct Gear {
  House& house;
  const base::Clock& clock;
  const screens::Strings& strings;
  const ui::Themes& themes;
  text::Engine& engine;
  paint::Presenter& presenter;
  care::Display& display;
  visit::Rules rules;
};

class Wheel {
 public:
  explicit Wheel(const Gear& gear);

  // Takes in what happened, does what is due, draws when something differs. Returns how long nothing will
  // happen by itself; none: until the next event.
  std::optional<base::Millis> turn(std::span<const paint::Event> events);

  // As if somebody had asked for it; for journeys and previews. Shown at the next turn.
  void act(const visit::Action& action);

  const ui::Tree& tree() const { return tree_; }
  const screens::View& view() const { return view_; }
  const visit::Visit& visit() const { return visit_; }
  bool quit() const { return quit_; }
  // How staff ended it; none: it goes on, or the window was closed.
  std::optional<visit::Farewell> farewell() const { return farewell_; }
  std::uint64_t frames() const { return frames_; }  // drawn since the start
  ui::Panel panel() const;
  const Trail& trail() const { return trail_; }

 private:
  void fit_panel();
  store::Report report();
  void take_in(const paint::Event& event);
  void hear(const paint::Gesture& gesture);
  void note(const paint::Gesture& gesture);
  void do_own_part(const visit::Effect& effect);
  void forget_visit();
  void forget_view();
  void say_sample();
  void keep_time();
  void look_around();
  void renew_settings();
  void take_up_settings();
  void obey();
  base::Result<> keep_portrait();
  void keep_light();
  void test_itself();
  Caretaker::Company company() const;
  void show();
  void draw();
  void speak();
  void begin(const paint::Gesture& gesture);
  visit::Action meant_by(const paint::Gesture& gesture) const;
  void compose();
  void ask_for_what_lacks();
  std::optional<base::Millis> patience() const;

  Gear gear_;
  paint::Textures textures_;
  Gallery gallery_;
  paint::Frame frame_;
  paint::Gestures gestures_;
  ui::Tree tree_;
  ui::Hand hand_;
  Foothold foothold_;
  Rising rising_;
  Trail trail_;
  std::string noted_screen_;
  speech::Narrator narrator_;
  Caretaker caretaker_;
  visit::Visit visit_;
  screens::View view_;
  store::Report report_;  // read when the staff screen opens and after a sync: no disk in a frame
  bool stale_ = true;     // the visit, the content or the time differs from what is on the screen
  bool moving_ = false;   // a menu is on its way: the next frame is due
  bool quit_ = false;
  std::optional<visit::Farewell> farewell_;
  std::uint64_t frames_ = 0;
  std::vector<paint::Gesture> gestures_heard_;
  std::vector<visit::Action> actions_;
  std::optional<visit::Action> asked_for_;  // by drawing; asked once, also when the answer does not satisfy
};

}  // namespace wv::app
