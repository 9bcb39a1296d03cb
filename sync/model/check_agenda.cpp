// An agenda: its challenges and actions must hold together, or the screen would show loose ends.
#include <unordered_map>

#include "sync/model/findings.h"

namespace wv::model {
namespace {

void check_challenge(Findings& findings, const At& at, const Challenge& challenge, const AgendaId& agenda,
                     std::set<std::string>& taken) {
  findings.new_id(at / "id", challenge.id.value, taken);
  findings.expect(challenge.agenda == agenda, at, "belongs to another agenda");
  findings.text(at / "titel", challenge.title, 160, Presence::Required);
  findings.text(at / "beschrijving", challenge.description, 4000);
  findings.count(at / "themas", challenge.themes.size(), 1, 10);
  std::set<std::string> themes;
  for (std::size_t i = 0; i < challenge.themes.size(); ++i)
    findings.new_id(at / "themas" / i, challenge.themes[i].value, themes);
  findings.count(at / "herkomst", challenge.origins.size(), 1, 3);
}

using ActionsById = std::unordered_map<std::string, const Action*>;

// Follows the parents of an action to the top; a ring has no top.
bool is_in_ring(const Action& action, const ActionsById& actions) {
  const Action* above = &action;
  for (std::size_t steps = 0; above->parent && steps <= actions.size(); ++steps) {
    const auto found = actions.find(above->parent->value);
    if (found == actions.end()) return false;
    above = found->second;
  }
  return above->parent.has_value();
}

struct Known {
  std::set<std::string> challenges, plans;
  ActionsById actions;
};

void check_references(Findings& findings, const At& at, const Action& action, const Known& known) {
  findings.expect(known.challenges.contains(action.challenge.value), at / "opgave",
                  "no opgave of this agenda has this id");
  if (action.plan)
    findings.expect(known.plans.contains(action.plan->value), at / "plan",
                    "no plan of this agenda has this id");
  if (!action.parent) return;
  const auto parent = known.actions.find(action.parent->value);
  if (parent == known.actions.end()) {
    findings.say(at / "onderdeelVan", "no actie of this agenda has this id");
    return;
  }
  findings.expect(parent->second->challenge == action.challenge, at / "onderdeelVan",
                  "that actie belongs to another opgave");
  findings.expect(!is_in_ring(action, known.actions), at / "onderdeelVan",
                  "these acties are part of each other");
}

void check_action(Findings& findings, const At& at, const Action& action, const Known& known) {
  check_references(findings, at, action, known);
  findings.text(at / "titel", action.title, 200, Presence::Required);
  findings.text(at / "beschrijving", action.description, 4000);
  findings.text(at / "statusTekst", action.status_as_written, 120);
  findings.lines(at / "trekkers", action.lead, 120);
  findings.lines(at / "partners", action.partners, 120);
  if (action.period) check_period(findings, at / "periode", *action.period);
  findings.count(at / "berichten", action.updates.size(), 0, 100);
  for (std::size_t i = 0; i < action.updates.size(); ++i) {
    findings.day(at / "berichten" / i / "op", action.updates[i].on);
    findings.text(at / "berichten" / i / "tekst", action.updates[i].text, 1000, Presence::Required);
  }
}

void check_head(Findings& findings, const At& at, const Agenda& agenda) {
  findings.text(at / "titel", agenda.title, 120, Presence::Required);
  findings.text(at / "profiel", agenda.profile, 4000);
  findings.text(at / "wethouder", agenda.alderman, 120);
  if (agenda.population) {
    findings.number(at / "bevolking" / "mensen", agenda.population->people, 1, 2'000'000);
    findings.number(at / "bevolking" / "jaar", agenda.population->year, 1990, 2100);
  }
  if (agenda.adopted_on)
    findings.day(at / "vastgesteldOp", *agenda.adopted_on);
  else
    findings.expect(agenda.status == AgendaStatus::Draft, at / "vastgesteldOp",
                    "missing: only a concept has no day");
  findings.line(at / "bron", agenda.source_url, 500);
  findings.expect(agenda.source_url.empty() || agenda.source_url.starts_with("https://"), at / "bron",
                  "an address starts with https://");
}

void check_vision(Findings& findings, const At& at, const Vision& vision) {
  findings.number(at / "van", vision.from_year, 1990, 2100);
  findings.number(at / "tot", vision.to_year, 1990, 2100);
  findings.expect(vision.from_year <= vision.to_year, at / "tot", "before the start (van)");
  findings.text(at / "samenvatting", vision.summary, 2000, Presence::Required);
  findings.count(at / "ambities", vision.ambitions.size(), 0, 30);
  for (std::size_t i = 0; i < vision.ambitions.size(); ++i)
    findings.text(at / "ambities" / i, vision.ambitions[i], 500, Presence::Required);
}

void check_plan(Findings& findings, const At& at, const ActionPlan& plan, std::set<std::string>& taken) {
  findings.new_id(at / "id", plan.id.value, taken);
  findings.text(at / "titel", plan.title, 120, Presence::Required);
  check_period(findings, at / "periode", plan.period);
}

}  // namespace

void check_agenda(Findings& findings, const At& at, const Agenda& agenda, std::set<std::string>& taken) {
  check_head(findings, at, agenda);
  if (agenda.vision) check_vision(findings, at / "visie", *agenda.vision);
  findings.count(at / "plannen", agenda.plans.size(), 0, 50);
  findings.count(at / "opgaven", agenda.challenges.size(), 0, 100);
  findings.count(at / "acties", agenda.actions.size(), 0, 2000);
  Known known;
  for (std::size_t i = 0; i < agenda.plans.size(); ++i) {
    check_plan(findings, at / "plannen" / i, agenda.plans[i], taken);
    known.plans.insert(agenda.plans[i].id.value);
  }
  for (std::size_t i = 0; i < agenda.challenges.size(); ++i) {
    check_challenge(findings, at / "opgaven" / i, agenda.challenges[i], agenda.id, taken);
    known.challenges.insert(agenda.challenges[i].id.value);
  }
  for (std::size_t i = 0; i < agenda.actions.size(); ++i) {
    findings.new_id(at / "acties" / i / "id", agenda.actions[i].id.value, taken);
    known.actions.emplace(agenda.actions[i].id.value, &agenda.actions[i]);
  }
  for (std::size_t i = 0; i < agenda.actions.size(); ++i)
    check_action(findings, at / "acties" / i, agenda.actions[i], known);
}

}  // namespace wv::model
