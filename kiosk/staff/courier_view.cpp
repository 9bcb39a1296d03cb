// What the courier does: fetching and sending now, and what became of the ideas. Never what somebody wrote.
#include "kiosk/staff/code_words.h"
#include "kiosk/staff/staff_views.h"

namespace wv::staff {
namespace {

using screens::Notice;
using screens::StaffCard;
using screens::Tint;
using screens::Words;
using visit::Syncing;

std::vector<screens::TimelineStep> steps_of(const screens::Scene& scene, const store::Report& facts) {
  const auto& say = scene.say;
  const auto state = progress_of(scene, visit::Errand::Sync);
  if (state == Syncing::No) return {};
  const bool begun = state == Syncing::Busy || state == Syncing::Done;
  std::vector<screens::TimelineStep> steps;
  steps.push_back({say("staff.sync.asked"), {}, true});
  steps.push_back({begun ? say("staff.sync.begun") : say("staff.sync.waiting"), {}, begun});
  const bool over = state == Syncing::Done && facts.round;
  const bool good = over && facts.round->outcome == "goed";
  steps.push_back({good   ? say("staff.sync.over")
                   : over ? say("staff.sync.not-done")
                          : say("staff.sync.not-over"),
                   {},
                   good});
  return steps;
}

std::optional<Notice> notice_of(const screens::Scene& scene, const store::Report& facts) {
  const auto& say = scene.say;
  const auto state = progress_of(scene, visit::Errand::Sync);
  if (state == Syncing::Unheard) return Notice{say("staff.sync.unheard"), Tint::Brick, "alert"};
  if (state != Syncing::Done || !facts.round) return std::nullopt;
  if (facts.round->outcome == "goed") return Notice{say("staff.sync.good"), Tint::Brand, "check"};
  return Notice{round_words(scene, *facts.round), Tint::Sun, "alert"};
}

StaffCard connection(const screens::Scene& scene, const store::Report& facts) {
  const auto& say = scene.say;
  StaffCard card{"sync", Tint::Sky, say("report.round")};
  const bool said_above = facts.round && progress_of(scene, visit::Errand::Sync) == Syncing::Done;
  card.text = said_above    ? say.name(moment_words(scene, facts.round->began))
              : facts.round ? say("report.round.value", {{"moment", moment_words(scene, facts.round->began)},
                                                         {"outcome", round_words(scene, *facts.round).text}})
                            : say("report.never");
  for (const auto& [title, key] :
       {std::pair{"report.network", "verbinding"}, {"report.enrolment", "aanmelding"}}) {
    const auto* said = message_about(facts, key);
    card.facts.push_back({say(title), said != nullptr ? code_words(say, said->code) : say("report.never")});
  }
  return card;
}

StaffCard content(const screens::Scene& scene, const store::Report& facts) {
  const auto& say = scene.say;
  StaffCard card{"agenda", Tint::Brand, say("report.content")};
  card.text = facts.content_version == 0
                  ? say("sync.no-content")
                  : say("staff.content.version", {{"version", std::to_string(facts.content_version)}});
  if (const auto* said = message_about(facts, "inhoud"))
    card.facts.push_back({say("staff.said"), code_words(say, said->code)});
  return card;
}

StaffCard waiting(const screens::Scene& scene, const store::Report& facts) {
  const auto& say = scene.say;
  StaffCard card{"outbox", Tint::Sky, say("report.queue")};
  card.text = say.count("report.queue.value", facts.ideas_waiting);
  if (const auto* said = message_about(facts, "aflevering"))
    card.facts.push_back({say("staff.said"), code_words(say, said->code)});
  return card;
}

// What the municipality asked from afar, newest first; no card when it never did.
std::optional<StaffCard> orders(const screens::Scene& scene, const store::Report& facts) {
  if (facts.orders.empty()) return std::nullopt;
  const auto& say = scene.say;
  StaffCard card{"info", Tint::Brand, say("staff.orders")};
  card.text = say("staff.orders.text");
  for (const auto& order : facts.orders) {
    auto what = order_words(say, order.word);
    what.text += ": " + order_outcome_words(say, order.outcome).text;
    card.facts.push_back({say.name(moment_words(scene, order.received)), what});
  }
  return card;
}

// What is known of a refused idea: when it was kept and why it was refused.
StaffCard refused_card(const screens::Scene& scene, const store::Refused& refused) {
  const auto& say = scene.say;
  StaffCard card{"quarantine", Tint::Sun, {}};
  card.title = refused.kept_at ? say("staff.outbox.idea", {{"moment", moment_words(scene, *refused.kept_at)}})
                               : say("staff.outbox.idea-unknown");
  card.facts.push_back({say("staff.outbox.reason"), say.name(refused.reason)});
  return card;
}

constexpr std::size_t most_refused =
    40;  // more is not read on a screen; the readiness report counts them all

}  // namespace

Syncing progress_of(const screens::Scene& scene, visit::Errand errand) {
  return scene.visit.errand == errand ? scene.visit.syncing : Syncing::No;
}

screens::StaffPageView sync_view(const screens::Scene& scene) {
  const auto& say = scene.say;
  const auto& facts = facts_of(scene);
  const bool busy = visit::is_syncing(scene.visit);
  screens::StaffPageView view;
  view.title = say("staff.sync");
  view.subtitle = say("staff.sync.text");
  view.notice = notice_of(scene, facts);
  view.steps_title = say("staff.sync.steps");
  view.steps = steps_of(scene, facts);
  view.cards = {connection(scene, facts), content(scene, facts), waiting(scene, facts)};
  if (auto card = orders(scene, facts)) view.cards.push_back(*std::move(card));
  view.main = {busy ? say("readiness.syncing") : say("readiness.sync"), visit::AskSync{}, !busy, {}, "sync"};
  return view;
}

screens::StaffPageView outbox_view(const screens::Scene& scene) {
  const auto& say = scene.say;
  const auto& facts = facts_of(scene);
  screens::StaffPageView view;
  view.title = say("staff.outbox");
  view.subtitle = say("staff.outbox.text");
  view.cards.push_back(waiting(scene, facts));
  StaffCard sent{"check-all", Tint::Brand, say("staff.outbox.sent")};
  sent.text = say.count("staff.outbox.sent.value", facts.ideas_confirmed);
  view.cards.push_back(std::move(sent));
  StaffCard refused{"quarantine", facts.quarantine.empty() ? Tint::Brand : Tint::Sun,
                    say("report.quarantine")};
  refused.text = facts.quarantine.empty() ? say("report.quarantine.none")
                                          : say.count("report.quarantine.value",
                                                      static_cast<std::int64_t>(facts.quarantine.size()));
  view.cards.push_back(std::move(refused));
  for (const auto& one : facts.quarantine) {
    if (view.cards.size() >= most_refused) break;
    view.cards.push_back(refused_card(scene, one));
  }
  return view;
}

}  // namespace wv::staff
