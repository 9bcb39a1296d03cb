// Is there a line to the central, and is the clock right: the two things that stop everything else.
#include "kiosk/staff/code_words.h"
#include "kiosk/staff/staff_views.h"

namespace wv::staff {
namespace {

using screens::Severity;
using screens::StaffCard;
using screens::Tint;

// What the courier last said about it, with its detail for who has to mend it.
void add_message(const screens::Scene& scene, const store::Report& facts, std::string_view key,
                 StaffCard& card) {
  const auto& say = scene.say;
  const auto* said = message_about(facts, key);
  if (said == nullptr) {
    card.text = say("report.never");
    card.badge = severity_badge(say, Severity::Attention);
    return;
  }
  card.text = code_words(say, said->code);
  card.badge = severity_badge(say, severity_of(said->gravity));
  card.facts.push_back({say("staff.network.since"), say.name(moment_words(scene, said->since))});
  if (!said->detail.empty()) card.facts.push_back({say("staff.network.detail"), say.name(said->detail)});
}

StaffCard links(const screens::Scene& scene, const store::Report& facts) {
  const auto& say = scene.say;
  StaffCard card{"link", Tint::Sky, say("staff.network.links")};
  if (facts.links.empty()) card.text = say("staff.network.no-links");
  for (const auto& link : facts.links)
    card.facts.push_back(
        {say.name(link.name), link.is_up ? say("staff.network.up") : say("staff.network.down")});
  return card;
}

}  // namespace

screens::StaffPageView network_view(const screens::Scene& scene) {
  const auto& say = scene.say;
  const auto& facts = facts_of(scene);
  screens::StaffPageView view;
  view.title = say("staff.network");
  view.subtitle = say("staff.network.text");
  StaffCard central{"wifi", Tint::Sky, say("staff.network.central")};
  add_message(scene, facts, "verbinding", central);
  if (!facts.central.empty())
    central.facts.push_back({say("staff.network.address"), say.name(facts.central)});
  StaffCard enrolment{"key", Tint::Brand, say("report.enrolment")};
  add_message(scene, facts, "aanmelding", enrolment);
  StaffCard clock{"clock", Tint::Sun, say("report.clock")};
  add_message(scene, facts, "klok", clock);
  clock.facts.insert(clock.facts.begin(), {say("staff.network.now"), say.name(say.moment(scene.around.now))});
  view.cards = {std::move(central), links(scene, facts), std::move(enrolment), std::move(clock)};
  return view;
}

}  // namespace wv::staff
