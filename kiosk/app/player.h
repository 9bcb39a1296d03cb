// Plays a journey the way a visitor would: with a finger on the glass, in virtual time, through the same
// wheel.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "kiosk/app/journey.h"
#include "kiosk/app/virtual_clock.h"
#include "kiosk/app/wheel.h"
#include "kiosk/speech/recorder.h"

namespace wv::app {

struct Stagehands {
  Wheel& wheel;
  paint::Presenter& presenter;
  VirtualClock& clock;
  base::Files& files;
  speech::Recorder& voice;
  speech::PaperOutlet& outlet;
  std::filesystem::path shots;           // empty: `shot` writes nothing
  std::function<base::Result<>()> sync;  // runs wijkvenster-sync once
  // Sees each event just before the wheel does and may let time go by first: so a second screen can follow
  // the same finger. Empty: nobody follows.
  std::function<void(paint::Event&)> follower = {};
};

class Player {
 public:
  explicit Player(Stagehands hands) : hands_(std::move(hands)) {}

  // Invalid with "line: step: what was there instead" at the first step that does not come true.
  base::Result<> play(const std::vector<JourneyStep>& steps);
  base::Result<> play(const JourneyStep& step);
  const std::vector<std::filesystem::path>& pictures() const { return pictures_; }

 private:
  base::Result<> doing(const Tap& tap);
  base::Result<> doing(const Hold& held);
  base::Result<> doing(const Type& type);
  base::Result<> doing(const PressKey& press);
  base::Result<> doing(const Expect& expect);
  base::Result<> doing(const ExpectNot& expect);
  base::Result<> doing(const ExpectScreen& expect);
  base::Result<> doing(const ExpectExit& expect);
  base::Result<> doing(const Wait& wait);
  base::Result<> doing(const FingerDown& finger);
  base::Result<> doing(const FingerMove& finger);
  base::Result<> doing(const FingerUp& finger);
  base::Result<> doing(const ChooseLang& choose);
  base::Result<> doing(const Shot& shot);
  base::Result<> doing(const SyncOnce& sync);
  base::Result<> doing(const SpeakExpect& expect);
  base::Result<> doing(const Headphones& headphones);
  base::Result<> doing(const KeysTo& keys);
  base::Result<> doing(const Press& press);
  base::Result<> doing(const Touch& touch);
  base::Result<> doing(const Letter& letter);

  void pass(base::Millis time);
  void touch(ui::Point where, base::Millis time);
  using Find = std::function<const ui::Node*()>;
  base::Result<ui::Point> bring_into_view(const Find& find, const std::string& what);
  base::Result<> hold(const ui::Node* node, const std::string& what, base::Millis time);
  base::Result<> type_character(std::string_view character);
  bool find_and_tap(const std::string& letter);
  using Does = std::function<bool(const visit::Action&)>;
  const ui::Node* find_key(const Does& does) const;  // the first of the on-screen keyboard
  bool tap_key(const Does& does);
  bool tap_key(const visit::Action& action);
  bool tap_variant(const std::string& letter);
  bool show_keys(visit::KeyLayer layer);
  void feed(paint::Event event);

  Stagehands hands_;
  paint::Point finger_;
  std::vector<std::filesystem::path> pictures_;
};

}  // namespace wv::app
