// Ideas on paper: what to do with them, and the number of a slip, typed twice.
#include "kiosk/screens/content_words.h"
#include "kiosk/screens/idea_words.h"
#include "kiosk/screens/keyboard_view.h"
#include "kiosk/staff/code_words.h"
#include "kiosk/staff/paper_slip.h"
#include "kiosk/staff/staff_views.h"

namespace wv::staff {
namespace {

using screens::StaffCard;
using screens::Tint;
using screens::Words;
using visit::Open;
using visit::Screen;

StaffCard typed_over(const screens::Scene& scene) {
  const auto& say = scene.say;
  const auto& slips = facts_of(scene).slips;
  StaffCard card{"check", Tint::Brand, say("staff.slips.done")};
  card.text = say.count("staff.slips.count", slips.count);
  if (slips.count > 0) card.facts.push_back({say("staff.slips.last"), say.name(std::to_string(slips.last))});
  return card;
}

screens::Button main_of(const screens::Scene& scene) {
  const auto& say = scene.say;
  const auto& draft = scene.visit.draft;
  if (draft.slip != 0 && !draft.text.empty())
    return {say("staff.slips.go-on", {{"number", std::to_string(draft.slip)}}),
            Open{Screen::IdeaWrite},
            true,
            {},
            "pencil"};
  // What a visitor left half-written is not ours to throw away unasked.
  const bool free = draft.text.empty();
  return {say("staff.slips.begin"), Open{Screen::StaffSlip}, free,
          free ? Words{} : say("staff.slips.half-idea"), "pencil"};
}

Words problem_of_number(const screens::Scene& scene) {
  const auto& say = scene.say;
  const auto& visit = scene.visit;
  if (visit.slip_twice.differed) return say("staff.slip.differed");
  if (!visit.slip_taken || !visit.slip_taken->typed_at) return {};
  const auto day = screens::local_at(*visit.slip_taken->typed_at, scene.around.now).day;
  return say("staff.slip.taken",
             {{"number", std::to_string(visit.slip_taken->number)}, {"date", say.date(day)}});
}

}  // namespace

screens::StaffPageView slips_view(const screens::Scene& scene) {
  const auto& say = scene.say;
  screens::StaffPageView view;
  view.title = say("staff.slips");
  view.subtitle = say("staff.slips.text");
  StaffCard how{"document", Tint::Sky, say("staff.slips.how"), say("staff.slips.how.text")};
  StaffCard after{"key", Tint::Sun, say("staff.slips.after"), say("staff.slips.after.text")};
  view.cards = {how, after, typed_over(scene)};
  view.main = main_of(scene);
  return view;
}

screens::IdeaContactView slip_number_view(const screens::Scene& scene) {
  const auto& say = scene.say;
  const auto& visit = scene.visit;
  const bool again = !visit.slip_twice.first.empty();
  screens::IdeaContactView view;
  view.title = say(again ? "staff.slip.again" : "staff.slip.number");
  view.field = screens::typed_field(scene, visit.slip, again ? "staff.slip.field.again" : "staff.slip.field",
                                    "staff.slip.example");
  if (const auto problem = problem_of_number(scene); !problem.empty()) view.field->problem = problem;
  view.keyboard = screens::pin_keys(visit, say);
  view.previous = {say("idea.previous"), visit::Back{}};
  view.next = {say("idea.next"), visit::ConfirmTyped{}, visit::slip_number(visit) > 0};
  return view;
}

PaperSlip paper_slip(const screens::Wording& say, int number) {
  PaperSlip slip;
  slip.title = say("staff.paper.title");
  slip.number = say("staff.paper.number", {{"number", std::to_string(number)}});
  slip.idea = say("staff.paper.idea");
  slip.contact = say("staff.paper.contact");
  slip.privacy = say("staff.paper.privacy");
  slip.strip = say("staff.paper.strip", {{"number", slip.number.text}});
  slip.strip_text = say("staff.paper.strip.text");
  return slip;
}

}  // namespace wv::staff
