// How a kiosk becomes one of its municipality without a keyboard: a code, typed here, and what came of it.
#include <algorithm>

#include "kiosk/screens/keyboard_view.h"
#include "kiosk/staff/code_words.h"
#include "kiosk/staff/staff_views.h"

namespace wv::staff {
namespace {

using screens::Notice;
using screens::StaffCard;
using screens::Tint;
using screens::Words;
using visit::Open;
using visit::Screen;
using visit::Syncing;

// Address and root come from the settings, as the courier asks (sync/client/enrol_wish.h): what answers at
// some address is not trusted because somebody typed that address.
bool knows_central(const store::Report& facts) {
  return !facts.central.empty() && facts.knows_root;
}

// Why it did not work, as far as the central tells: wrong, used and too old are one answer, so that nobody
// who guesses learns which.
Words failure_words(const screens::Scene& scene, const store::Enrolment& result) {
  const auto& say = scene.say;
  const auto& outcome = result.round.outcome;
  if (result.enrolled) {
    return say("staff.enrol.no-content", {{"why", code_words(say, outcome).text}});
  }
  if (outcome == "code-geweigerd") return say("staff.enrol.refused");
  if (outcome == "geen-verbinding") return say("staff.enrol.offline");
  if (outcome == "onbetrouwbaar") return say("staff.enrol.clock");
  if (outcome == "niet-vertrouwd" || outcome == "wortel-onbekend") return say("staff.enrol.untrusted");
  if (outcome == "druk") return say("staff.enrol.busy");
  return code_words(say, outcome);
}

std::optional<Notice> notice_of(const screens::Scene& scene) {
  const auto& say = scene.say;
  if (!knows_central(facts_of(scene))) return Notice{say("staff.enrol.unknown"), Tint::Sun, "alert"};
  if (progress_of(scene, visit::Errand::Enrol) == Syncing::Unheard)
    return Notice{say("staff.sync.unheard"), Tint::Brick, "alert"};
  const auto* result = result_of(scene, visit::Errand::Enrol, facts_of(scene).enrolment);
  if (result == nullptr) return std::nullopt;
  if (result->round.outcome == "goed") return Notice{say("staff.enrol.good"), Tint::Brand, "check"};
  return Notice{failure_words(scene, *result), Tint::Sun, "alert"};
}

std::vector<screens::TimelineStep> steps_of(const screens::Scene& scene) {
  const auto& say = scene.say;
  const auto& facts = facts_of(scene);
  const auto state = progress_of(scene, visit::Errand::Enrol);
  const bool now = state == Syncing::Busy || state == Syncing::Done;
  const bool enrolled = now && facts.enrolment && facts.enrolment->enrolled;
  const auto* result = result_of(scene, visit::Errand::Enrol, facts_of(scene).enrolment);
  return {{say("staff.enrol.step.ask"), {}, state != Syncing::No && state != Syncing::Unheard},
          {say("staff.enrol.step.enrol"), {}, enrolled},
          {say("staff.enrol.step.content"), {}, result != nullptr && result->round.outcome == "goed"}};
}

StaffCard central(const screens::Scene& scene) {
  const auto& say = scene.say;
  const auto& facts = facts_of(scene);
  StaffCard card{"wifi", Tint::Sky, say("staff.setting.central")};
  card.text = facts.central.empty() ? say("staff.setting.none") : say.name(facts.central);
  if (!facts.central.empty() && !facts.knows_root)
    card.facts.push_back({say("staff.enrol.root"), say("staff.setting.none")});
  return card;
}

// As the central lists it, but with places where a line may end.
std::string in_groups(std::string uuid) {
  std::ranges::replace(uuid, '-', ' ');
  return uuid;
}

StaffCard identity(const screens::Scene& scene) {
  const auto& say = scene.say;
  const auto& facts = facts_of(scene);
  StaffCard card{"key", facts.enrolled ? Tint::Brand : Tint::Sun, say("report.enrolment")};
  card.text = facts.enrolled ? say("staff.enrol.is") : say("sync.not-enrolled");
  if (!facts.enrolled) return card;
  card.facts.push_back({say("staff.enrol.kiosk"), say.name(in_groups(facts.identity.kiosk))});
  card.facts.push_back({say("staff.enrol.channel"), say.name(facts.identity.channel)});
  card.facts.push_back({say("staff.setting.central"), say.name(facts.identity.central)});
  return card;
}

screens::Button main_of(const screens::Scene& scene) {
  const auto& say = scene.say;
  const auto& facts = facts_of(scene);
  if (visit::is_syncing(scene.visit)) return {say("readiness.syncing"), Open{Screen::StaffEnrolCode}, false};
  const auto* result = result_of(scene, visit::Errand::Enrol, facts_of(scene).enrolment);
  // What was fetched comes on the screen when nobody is in the middle of the old.
  if (result != nullptr && result->round.outcome == "goed")
    return {say("staff.enrol.done"), visit::EndVisit{}, true, {}, "check"};
  return {say(facts.enrolled ? "staff.enrol.again" : "staff.enrol.type"),
          Open{Screen::StaffEnrolCode},
          true,
          {},
          "key"};
}

Words trouble(const screens::Scene& scene) {
  if (scene.visit.typing_trouble == visit::TypingTrouble::WrongCharacter)
    return scene.say("follow.wrong-character");
  if (scene.visit.typing_trouble == visit::TypingTrouble::Full) return scene.say("follow.full");
  return {};
}

}  // namespace

screens::StaffPageView enrol_view(const screens::Scene& scene) {
  const auto& say = scene.say;
  const auto& facts = facts_of(scene);
  screens::StaffPageView view;
  view.title = say("staff.enrol");
  view.subtitle = say("staff.enrol.text");
  view.notice = notice_of(scene);
  if (!knows_central(facts)) {
    view.cards = {central(scene), identity(scene)};
    view.rows_title = say("staff.enrol.otherwise");
    view.rows = {
        {"usb", Tint::Sky, say("staff.stick"), say("staff.enrol.stick"), {}, Open{Screen::StaffStick}},
        {"settings",
         Tint::Neutral,
         say("staff.settings"),
         say("staff.enrol.settings"),
         {},
         Open{Screen::StaffSettings}}};
    return view;
  }
  view.steps_title = say("staff.enrol.steps");
  view.steps = steps_of(scene);
  view.cards = {identity(scene), central(scene)};
  view.main = main_of(scene);
  return view;
}

screens::CodeEntryView enrol_code_view(const screens::Scene& scene) {
  const auto& say = scene.say;
  const auto& visit = scene.visit;
  const bool anew = facts_of(scene).enrolled;
  screens::CodeEntryView view;
  view.title = say(anew ? "staff.enrol.again" : "staff.enrol.type");
  view.subtitle = say(anew ? "staff.enrol.again.text" : "staff.enrol.type.text");
  view.slots = visit.enrolment_code.text();
  view.field.label = say("staff.enrol.field");
  view.field.text = visit.enrolment_code.text();
  view.field.caret_byte = visit.enrolment_code.caret_byte();
  view.field.selection = visit.enrolment_code.selection();
  view.field.veiled = visit.veiled && !visit.enrolment_code.empty();
  view.field.veil_hint = say("typing.veiled");
  view.field.problem = trouble(scene);
  const auto left =
      static_cast<std::int64_t>(model::code_characters - std::min(view.slots.size(), model::code_characters));
  if (left > 0) view.field.remaining = say.count("follow.left", left);
  view.keyboard = screens::code_keys(visit, say);
  const bool complete = visit::enrolment_code_is_complete(visit);
  view.look_up = {say(anew ? "staff.enrol.again" : "staff.enrol.go"), visit::AskEnrolment{anew}, complete,
                  complete ? Words{} : say("follow.incomplete"), "key"};
  return view;
}

}  // namespace wv::staff
