// Without a network: what to do with the stick, how far it is, and what came of it.
#include "kiosk/staff/code_words.h"
#include "kiosk/staff/staff_views.h"

namespace wv::staff {
namespace {

using screens::Notice;
using screens::StaffCard;
using screens::Tint;
using visit::Syncing;

std::optional<Notice> notice_of(const screens::Scene& scene) {
  const auto& say = scene.say;
  const auto state = progress_of(scene, visit::Errand::Stick);
  if (state == Syncing::Unheard) return Notice{say("staff.sync.unheard"), Tint::Brick, "alert"};
  const auto* result = result_of(scene, visit::Errand::Stick, facts_of(scene).stick);
  if (result == nullptr) return std::nullopt;
  if (result->round.outcome == "goed") return Notice{say("staff.stick.good"), Tint::Brand, "check"};
  return Notice{code_words(say, result->round.outcome), Tint::Sun, "alert"};
}

std::vector<screens::TimelineStep> steps_of(const screens::Scene& scene) {
  const auto& say = scene.say;
  const auto state = progress_of(scene, visit::Errand::Stick);
  const auto* result = result_of(scene, visit::Errand::Stick, facts_of(scene).stick);
  const bool good = result != nullptr && result->round.outcome == "goed";
  // After a failure nothing of it counts: it begins again with the stick.
  const bool holds = result == nullptr || good;
  const bool begun = state == Syncing::Busy || state == Syncing::Done;
  return {{say("staff.stick.insert"), {}, holds && state != Syncing::No},
          {say("staff.stick.busy"), {}, holds && begun},
          {say("staff.stick.out"), {}, good}};
}

// What travelled, in numbers; never what somebody wrote.
StaffCard last(const screens::Scene& scene) {
  const auto& say = scene.say;
  const auto& facts = facts_of(scene);
  StaffCard card{"usb", Tint::Sky, say("staff.stick.last")};
  if (!facts.stick || !facts.stick->round.ended) {
    card.text = facts.stick ? say("report.round.running") : say("report.never");
    return card;
  }
  const auto& stick = *facts.stick;
  card.text = say.name(moment_words(scene, stick.round.began));
  card.facts.push_back({say("staff.stick.carried"), say.count("staff.stick.messages", stick.carried)});
  card.facts.push_back({say("staff.stick.confirmed"), say.count("staff.stick.messages", stick.confirmed)});
  if (stick.refused > 0)
    card.facts.push_back({say("staff.stick.refused"), say.count("staff.stick.messages", stick.refused)});
  card.facts.push_back(
      {say("report.content"), say(stick.content ? "staff.stick.content.new" : "staff.stick.content.same")});
  if (stick.enrolled) card.facts.push_back({say("report.enrolment"), say("sync.enrolled")});
  return card;
}

StaffCard next(const screens::Scene& scene) {
  const auto& say = scene.say;
  StaffCard card{"outbox", Tint::Brand, say("staff.stick.next")};
  card.text = say("staff.stick.next.text");
  card.facts.push_back({say("report.queue"), say.count("report.queue.value", facts_of(scene).ideas_waiting)});
  return card;
}

}  // namespace

screens::StaffPageView stick_view(const screens::Scene& scene) {
  const auto& say = scene.say;
  const bool busy = visit::is_syncing(scene.visit);
  screens::StaffPageView view;
  view.title = say("staff.stick");
  view.subtitle = say("staff.stick.text");
  view.notice = notice_of(scene);
  view.steps_title = say("staff.stick.steps");
  view.steps = steps_of(scene);
  view.cards = {last(scene), next(scene)};
  view.main = {busy ? say("readiness.syncing") : say("staff.stick.exchange"),
               visit::AskSync{visit::Errand::Stick},
               !busy,
               {},
               "usb"};
  return view;
}

}  // namespace wv::staff
