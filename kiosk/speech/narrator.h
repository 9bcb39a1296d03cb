// Decides after each frame what a listener has to hear of it. Pure: it compares what is there with what was.
#pragma once

#include <map>
#include <string>

#include "kiosk/speech/transcript.h"
#include "kiosk/ui/hand.h"
#include "kiosk/visit/visit.h"

namespace wv::speech {

struct Scene {
  const visit::Visit& visit;
  const ui::Tree& tree;
  const ui::Hand& hand;
  Manner manner;
};

class Narrator {
 public:
  // The visit asked for the whole screen; said at the next frame.
  void page_wanted() { page_wanted_ = true; }
  // Nothing of a visit is remembered after it.
  void forget() { *this = Narrator(); }

  // What to say now, or nothing. A new screen or layer is read from its title on, a moved focus as that one
  // thing, a typed letter as itself, a message as soon as it appears. While reading is off it does not
  // even look.
  Speech attend(const Scene& scene);

 private:
  struct Seen {
    std::string place;   // screen, title and layer
    ui::NodeId focused;  // by keys or by a finger
    Utterance at_focus;  // how it was said
    visit::TypedText typed;
    std::map<ui::NodeId, Utterance> messages;
  };
  static Seen look(const Scene& scene);
  static void note_message(const Scene& scene, const ui::Node& node, Seen& now);
  static Speech whole(const Scene& scene);
  static Utterance focus(const Scene& scene, const Seen& now);
  static Speech echo(const Scene& scene, const visit::TypedText& before, const visit::TypedText& after);
  static Speech news(const Scene& scene, const Seen& before, const Seen& now);

  Seen seen_;
  bool page_wanted_ = false;
};

}  // namespace wv::speech
