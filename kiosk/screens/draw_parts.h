// What every *_draw shares: from the words of a view to the elements of the ui. Private to the drawing.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/draw.h"
#include "kiosk/ui/controls.h"
#include "kiosk/ui/field.h"
#include "kiosk/ui/keyboard.h"
#include "kiosk/ui/layers.h"
#include "kiosk/ui/marks.h"
#include "kiosk/ui/page.h"
#include "kiosk/ui/words.h"

namespace wv::screens {

using ui::Part;

// The view outlives the frame, so the copies may point into it.
inline ui::Copy copy(const Words& words) {
  return {words.text, words.lang, words.fallback};
}
inline ui::Tint tint(Tint of) {
  return static_cast<ui::Tint>(of);
}
inline std::string numbered(const char* name, std::size_t index) {
  return name + std::string("-") + std::to_string(index);
}

using Kind = ui::ButtonLook::Kind;
Part draw_button(ui::Ui& ui, std::string name, const Button& button, Kind kind);  // none without a label
Part draw_buttons(ui::Ui& ui, const char* name, const Button& button);            // as wide as its words
Part draw_chips(ui::Ui& ui, const char* name, const std::vector<Chip>& chips);
Part draw_badge(ui::Ui& ui, std::string name, const Badge& badge);
// Badges side by side: "badge-0", "badge-1"…; none when there are none.
Part draw_badges(ui::Ui& ui, const std::vector<Badge>& badges);
Part draw_facts(ui::Ui& ui, const char* name, const std::vector<Fact>& facts);
// Letters for two hands: over the width of a standing panel, and no wider where the panel lies.
ui::KeyboardLook letter_look(const ui::Ui& ui);
Part draw_keyboard(ui::Ui& ui, const Keyboard& keyboard, ui::KeyboardLook look);
// A setting in words and as rising bars, with the two ways to change it.
Part draw_dial(ui::Ui& ui, const char* name, const Dial& dial);
Part draw_steps(ui::Ui& ui, const Steps& steps);
ui::FieldLook field_look(const Field& field);
// Two buttons of a form: the quiet one narrower, the one that goes on wider.
Part draw_pair(Part quiet, Part strong, const ui::Ui& ui);
// Title and subtitle close together, as one group.
Part draw_title(ui::Ui& ui, const Words& title, const Words& subtitle);

// What the frame of a screen gives to its page.
struct PageFrame {
  const View& view;
  const Stage& stage;
  ui::Rect room;
};
ui::PageLook page_look(const PageFrame& frame);
// The notices of the frame: what needs attention goes on top of a screen, what only informs after its title.
void add_warnings(ui::Ui& ui, const PageFrame& frame, ui::Column& column);
void add_notes(ui::Ui& ui, const PageFrame& frame, ui::Column& column);
// A card that leads on: what it is, its words, and the arrow that says that there is more.
struct Leads {
  const Words& to;
  const Action& action;
  const std::string& icon;
  Tint tint;
};
Part row_words(ui::Ui& ui, const ListRow& row);
Part row_card(ui::Ui& ui, std::string name, const Leads& leads, Part words);
Part arrow_on(ui::Ui& ui);
// What the municipality said; none when it said nothing.
Part answer_card(ui::Ui& ui, const Words& title, const Words& text, const Words& date);
Part draw_timeline(ui::Ui& ui, const char* name, const std::vector<TimelineStep>& steps);
// A picture of the content with soft corners, `height` px high; null when there is none.
Part draw_picture(ui::Ui& ui, std::string name, const std::string& picture, float height);

void draw_attract(ui::Ui& ui, const PageFrame& frame, const AttractView& view);
void draw_body(ui::Ui& ui, const PageFrame& frame, const HomeView& view);
void draw_body(ui::Ui& ui, const PageFrame& frame, const AgendaView& view);
void draw_body(ui::Ui& ui, const PageFrame& frame, const AreasView& view);
void draw_body(ui::Ui& ui, const PageFrame& frame, const ChallengeView& view);
void draw_body(ui::Ui& ui, const PageFrame& frame, const IdeaWriteView& view);
void draw_body(ui::Ui& ui, const PageFrame& frame, const IdeaWhereView& view);
void draw_body(ui::Ui& ui, const PageFrame& frame, const IdeaContactView& view);
void draw_body(ui::Ui& ui, const PageFrame& frame, const IdeaCheckView& view);
void draw_body(ui::Ui& ui, const PageFrame& frame, const IdeaThanksView& view);
void draw_body(ui::Ui& ui, const PageFrame& frame, const IdeasView& view);
void draw_body(ui::Ui& ui, const PageFrame& frame, const PublicIdeaView& view);
void draw_body(ui::Ui& ui, const PageFrame& frame, const CodeEntryView& view);
void draw_body(ui::Ui& ui, const PageFrame& frame, const CodeResultView& view);
void draw_body(ui::Ui& ui, const PageFrame& frame, const HelpView& view);
void draw_body(ui::Ui& ui, const PageFrame& frame, const ActivitiesView& view);
void draw_body(ui::Ui& ui, const PageFrame& frame, const ActivityView& view);
void draw_body(ui::Ui& ui, const PageFrame& frame, const MapView& view);
void draw_body(ui::Ui& ui, const PageFrame& frame, const TeamView& view);
void draw_body(ui::Ui& ui, const PageFrame& frame, const TextPageView& view);
void draw_body(ui::Ui& ui, const PageFrame& frame, const VisionView& view);
void draw_body(ui::Ui& ui, const PageFrame& frame, const PlanView& view);
void draw_body(ui::Ui& ui, const PageFrame& frame, const NewsView& view);
void draw_body(ui::Ui& ui, const PageFrame& frame, const NewsItemView& view);
void draw_body(ui::Ui& ui, const PageFrame& frame, const SearchView& view);
void draw_body(ui::Ui& ui, const PageFrame& frame, const PinView& view);
void draw_body(ui::Ui& ui, const PageFrame& frame, const ReadinessView& view);
void draw_body(ui::Ui& ui, const PageFrame& frame, const StaffHomeView& view);
void draw_body(ui::Ui& ui, const PageFrame& frame, const StaffPageView& view);
// Over the whole panel, without the frame.
void draw_panel_test(ui::Ui& ui, ui::Rect screen, const TouchTestView& view);
void draw_panel_test(ui::Ui& ui, ui::Rect screen, const ColourTestView& view);

void draw_over(ui::Ui& ui, const PageFrame& frame, const ReadAloudLayer& layer);
ui::LayerLook layer_look(const PageFrame& frame, ui::Layer layer, const Words& title, Action outside);
void draw_layer_over(ui::Ui& ui, const PageFrame& frame, const Layer& layer);

// The houses of a street and the sun behind them, drawn for the project; `rect` is filled to its foot.
enum class SkylineTone { OnBrand, OnPaper };
void draw_skyline(ui::Ui& ui, ui::Rect rect, SkylineTone tone);
Part skyline(SkylineTone tone, float least_height);

}  // namespace wv::screens
