// The content that is on the screen, the one before it, and how it will look tomorrow.
#include "kiosk/staff/code_words.h"
#include "kiosk/staff/staff_views.h"

namespace wv::staff {
namespace {

using screens::StaffCard;
using screens::Tint;
using screens::Words;

Words day_words(const screens::Scene& scene, const std::optional<base::Instant>& at) {
  if (!at) return scene.say("report.disk.unknown");
  const auto local = screens::local_at(*at, scene.around.now);
  return scene.say("staff.content.on", {{"moment", scene.say.moment(local)},
                                        {"ago", scene.say.ago(local.day, scene.around.now.day).text}});
}

void add_facts(const screens::Scene& scene, const store::Release& release, StaffCard& card) {
  const auto& say = scene.say;
  card.facts.push_back({say("staff.content.number"), say.name(std::to_string(release.version))});
  card.facts.push_back({say("staff.content.made-on"), day_words(scene, release.made_at)});
  if (release.valid_until)
    card.facts.push_back({say("staff.content.valid"), say.name(moment_words(scene, *release.valid_until))});
}

StaffCard shown(const screens::Scene& scene, const store::Report& facts) {
  const auto& say = scene.say;
  StaffCard card{"agenda", Tint::Brand, say("staff.content.shown")};
  if (facts.content_version == 0) {
    card.tint = Tint::Brick;
    card.text = say("sync.no-content");
    return card;
  }
  add_facts(scene, {facts.content_version, facts.content_made_at, facts.content_valid_until}, card);
  if (facts.content_valid_until && *facts.content_valid_until < scene.around.instant)
    card.badge = {say("staff.content.expired"), Tint::Sun, "clock"};
  if (facts.is_taken_back) card.badge = {say("staff.content.taken-back"), Tint::Sun, "rollback"};
  return card;
}

StaffCard other(const screens::Scene& scene, const store::Report& facts) {
  const auto& say = scene.say;
  StaffCard card{"rollback", Tint::Sky,
                 facts.is_taken_back ? say("staff.content.newer") : say("staff.content.previous")};
  if (!facts.other_release) {
    card.text = say("staff.content.no-previous");
    return card;
  }
  add_facts(scene, *facts.other_release, card);
  card.text = facts.is_taken_back ? say("staff.content.newer.text") : say("staff.content.previous.text");
  card.buttons.push_back(facts.is_taken_back ? screens::Button{say("staff.content.show-newest"),
                                                               visit::ShowRelease{visit::Release::Newest},
                                                               true,
                                                               {},
                                                               "update"}
                                             : screens::Button{say("staff.content.take-back"),
                                                               visit::ShowRelease{visit::Release::Previous},
                                                               true,
                                                               {},
                                                               "rollback"});
  return card;
}

StaffCard tomorrow(const screens::Scene& scene, const store::Report& facts) {
  const auto& say = scene.say;
  StaffCard card{"calendar-clock", Tint::Sun, say("staff.content.tomorrow")};
  card.text = say("staff.content.tomorrow.text");
  card.buttons.push_back(
      {say("staff.content.see"), visit::SeeTomorrow{}, facts.content_version != 0, {}, "eye"});
  return card;
}

}  // namespace

screens::StaffPageView content_view(const screens::Scene& scene) {
  const auto& say = scene.say;
  const auto& facts = facts_of(scene);
  screens::StaffPageView view;
  view.title = say("staff.content");
  view.subtitle = say("staff.content.text");
  if (scene.visit.release_failed)
    view.notice = screens::Notice{say("staff.content.failed"), Tint::Brick, "alert"};
  view.cards = {shown(scene, facts), other(scene, facts), tomorrow(scene, facts)};
  return view;
}

}  // namespace wv::staff
