// Kernopgave: what the challenge is, and each action with who, when, how far and the latest news.
#include <algorithm>

#include "kiosk/screens/content_words.h"
#include "kiosk/screens/scene.h"

namespace wv::screens {
namespace {

std::vector<Fact> facts(const model::Action& action, const Wording& say) {
  std::vector<Fact> found;
  if (!action.lead.empty()) found.push_back({say("action.lead"), say.name(say.list(action.lead))});
  if (!action.partners.empty())
    found.push_back({say("action.partners"), say.name(say.list(action.partners))});
  if (action.period) {
    found.push_back({say("action.period"), say.period(*action.period)});
    if (!action.period->as_written.empty()) {
      found.push_back({say("action.as-written"), say.content(action.period->as_written)});
    }
  }
  if (!action.status_as_written.empty()) {
    found.push_back({say("action.status-as-written"), say.content(action.status_as_written)});
  }
  return found;
}

ActionCard action_card(const model::Agenda& agenda, const model::Action& action, const Wording& say) {
  ActionCard card;
  card.title = say.content(action.title);
  card.description = say.content(action.description);
  card.status = status_badge(action.status, say);
  card.facts = facts(action, say);
  for (const auto& one : agenda.actions) {
    if (one.parent == action.id)
      card.sub_actions.push_back({say.content(one.title), status_badge(one.status, say)});
  }
  if (!card.sub_actions.empty()) card.sub_label = say("action.parts");
  for (const auto& update : action.updates) {
    card.updates.push_back({say.name(say.full_date(update.on)), say.content(update.text)});
  }
  if (!card.updates.empty()) card.updates_label = say("action.updates");
  return card;
}

}  // namespace

ChallengeView challenge_view(const Scene& scene) {
  const auto& say = scene.say;
  ChallengeView view;
  view.list = agenda_view(scene);
  const auto [agenda, challenge] = challenge_at(scene.area(), scene.visit.at.challenge);
  if (!challenge) {  // a new release came in between
    view.title = say("challenge.title");
    view.nothing = say("challenge.missing");
    return view;
  }
  view.give_idea = {say("challenge.idea"), visit::GiveIdea{scene.visit.at.challenge}, true, {}, "idea"};
  const auto* theme =
      challenge->themes.empty() ? nullptr : theme_of(scene.content, challenge->themes.front());
  view.title = say.content(challenge->title);
  view.icon = theme ? theme->icon : "challenge";
  view.tint = theme ? tint_of(theme->colour) : Tint::Neutral;
  view.badges.push_back(origin_badge(challenge->origins, say));
  for (const auto& id : challenge->themes) {
    if (const auto* one = theme_of(scene.content, id))
      view.badges.push_back({say.content(one->name), Tint::Neutral, one->icon});
  }
  view.description = say.content(challenge->description);
  const Progress progress = progress_of(*agenda, challenge->id);
  view.done = progress.done;
  view.total = progress.total;
  view.progress = progress_words(progress, say);
  view.actions_title = say("challenge.actions");
  for (const auto& action : agenda->actions) {
    if (action.challenge == challenge->id && !action.parent)
      view.actions.push_back(action_card(*agenda, action, say));
  }
  if (view.actions.empty()) view.nothing = say("challenge.no-actions");
  return view;
}

}  // namespace wv::screens
