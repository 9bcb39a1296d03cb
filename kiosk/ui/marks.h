// Small things that say something at a glance: pictograms, badges, progress, steps, notices.
#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/element.h"

namespace wv::ui {

// A pictogram without a meaning of its own: the words beside it say it all.
Part icon(Ui& ui, std::string name, float side, Colour colour);
// The same on a tinted square with soft corners.
Part icon_box(Ui& ui, std::string name, Tint tint);
// A filled circle with a pictogram: "done", "saved".
Part icon_disc(Ui& ui, std::string name, float side, Colour fill, Colour on_fill);

// Words on a pale ground, with a pictogram before them when there is one. Null for empty words.
Part badge(Ui& ui, std::string name, const Copy& copy, Tint tint, std::string icon = {});

// How much is done, as a bar and in words.
struct Progress {
  int done = 0, total = 0;
  Copy words;
};
Part progress(Ui& ui, std::string name, const Progress& progress);

// The bars above a form.
struct FormSteps {
  int current = 1, of = 1;
  std::string_view spoken;
};
Part form_steps(Ui& ui, const FormSteps& steps);

// What has happened and what follows: circles joined by a line.
struct TimelineEntry {
  Copy title, text;
  bool done = false;
};
Part timeline(Ui& ui, std::string name, const std::vector<TimelineEntry>& entries);

// A message that matters: tinted, with a pictogram.
Part notice(Ui& ui, std::string name, const Copy& copy, Tint tint, std::string icon);

Part divider(Ui& ui);

}  // namespace wv::ui
