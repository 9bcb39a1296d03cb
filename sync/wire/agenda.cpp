// An agenda with its vision, plans, challenges and actions, to and from JSON.
#include "sync/wire/agenda.h"

#include "sync/wire/words.h"

namespace wv::wire {
namespace {

using namespace model;

// JSON numbers are wider than our fields; the limits that follow are far inside.
int narrow(std::int64_t number) {
  return number < -1'000'000'000 || number > 1'000'000'000 ? -1 : static_cast<int>(number);
}

Period read_period(const Node& node) {
  Members members(node);
  Period period;
  period.from = members.day("van");
  period.to = members.day("tot");
  if (const auto precision = members.find("nauwkeurigheid"))
    period.precision = precision->choice<Period::Precision>(words::precision);
  period.as_written = members.words("tekst");
  return period;
}

Json period_json(const Period& period) {
  Json json =
      Json::object({{"van", base::to_iso_day(period.from)},
                    {"tot", base::to_iso_day(period.to)},
                    {"nauwkeurigheid", word_of<Period::Precision>(words::precision, period.precision)}});
  put(json, "tekst", period.as_written);
  return json;
}

Vision read_vision(const Node& node) {
  Members members(node);
  Vision vision;
  vision.from_year = narrow(members.integer("van", Need::Required));
  vision.to_year = narrow(members.integer("tot", Need::Required));
  vision.summary = members.words("samenvatting", Need::Required);
  vision.ambitions = members.list("ambities", Need::Optional, [](const Node& item) { return item.words(); });
  return vision;
}

Json vision_json(const Vision& vision) {
  Json json = Json::object({{"van", vision.from_year}, {"tot", vision.to_year}});
  put(json, "samenvatting", vision.summary);
  put_list(json, "ambities", vision.ambitions, text_json);
  return json;
}

ActionPlan read_plan(const Node& node) {
  Members members(node);
  ActionPlan plan;
  plan.id = members.id<PlanId>("id");
  plan.title = members.words("titel", Need::Required);
  if (const auto period = members.find("periode", Need::Required)) plan.period = read_period(*period);
  return plan;
}

Json plan_json(const ActionPlan& plan) {
  return Json::object(
      {{"id", plan.id.value}, {"titel", text_json(plan.title)}, {"periode", period_json(plan.period)}});
}

Challenge read_challenge(const Node& node) {
  Members members(node);
  Challenge challenge;
  challenge.id = members.id<ChallengeId>("id");
  challenge.themes =
      members.list("themas", Need::Required, [](const Node& item) { return ThemeId{item.text()}; });
  challenge.origins = members.list("herkomst", Need::Required,
                                   [](const Node& item) { return item.choice<Origin>(words::origin); });
  challenge.title = members.words("titel", Need::Required);
  challenge.description = members.words("beschrijving");
  challenge.order = narrow(members.integer_or("volgorde", 0));
  return challenge;
}

Json challenge_json(const Challenge& challenge) {
  Json json = Json::object({{"id", challenge.id.value}});
  put(json, "titel", challenge.title);
  put(json, "beschrijving", challenge.description);
  put_list(json, "themas", challenge.themes, [](const ThemeId& id) { return Json(id.value); });
  put_list(json, "herkomst", challenge.origins,
           [](Origin origin) { return Json(word_of<Origin>(words::origin, origin)); });
  json.set("volgorde", challenge.order);
  return json;
}

Update read_update(const Node& node) {
  Members members(node);
  return {members.day("op"), members.words("tekst", Need::Required)};
}

Action read_action(const Node& node) {
  Members members(node);
  Action action;
  action.id = members.id<ActionId>("id");
  action.challenge = members.id<ChallengeId>("opgave");
  action.plan = members.id_if_any<PlanId>("plan");
  action.parent = members.id_if_any<ActionId>("onderdeelVan");
  action.title = members.words("titel", Need::Required);
  action.description = members.words("beschrijving");
  action.status = members.choice<ActionStatus>("status", words::action_status);
  action.status_as_written = members.words("statusTekst");
  action.lead = members.lines("trekkers");
  action.partners = members.lines("partners");
  if (const auto period = members.find("periode")) action.period = read_period(*period);
  action.updates = members.list("berichten", Need::Optional, read_update);
  return action;
}

Json action_json(const Action& action) {
  Json json = Json::object({{"id", action.id.value}, {"opgave", action.challenge.value}});
  put(json, "plan", action.plan);
  put(json, "onderdeelVan", action.parent);
  put(json, "titel", action.title);
  put(json, "beschrijving", action.description);
  json.set("status", word_of<ActionStatus>(words::action_status, action.status));
  put(json, "statusTekst", action.status_as_written);
  put(json, "trekkers", action.lead);
  put(json, "partners", action.partners);
  if (action.period) json.set("periode", period_json(*action.period));
  put_list(json, "berichten", action.updates, [](const Update& update) {
    return Json::object({{"op", base::to_iso_day(update.on)}, {"tekst", text_json(update.text)}});
  });
  return json;
}

std::optional<Population> read_population(Members& agenda) {
  const auto node = agenda.find("bevolking");
  if (!node) return std::nullopt;
  Members members(*node);
  return Population{narrow(members.integer("mensen", Need::Required)),
                    narrow(members.integer("jaar", Need::Required))};
}

}  // namespace

Agenda read_agenda(const Node& node) {
  Members members(node);
  Agenda agenda;
  agenda.id = members.id<AgendaId>("id");
  agenda.title = members.words("titel", Need::Required);
  agenda.profile = members.words("profiel");
  agenda.population = read_population(members);
  agenda.alderman = members.words("wethouder");
  agenda.status = members.choice<AgendaStatus>("status", words::agenda_status);
  agenda.adopted_on = members.day_if_any("vastgesteldOp");
  agenda.source_url = members.text("bron");
  if (const auto vision = members.find("visie")) agenda.vision = read_vision(*vision);
  agenda.plans = members.list("plannen", Need::Optional, read_plan);
  agenda.challenges = members.list("opgaven", Need::Optional, read_challenge);
  for (Challenge& challenge : agenda.challenges) challenge.agenda = agenda.id;
  agenda.actions = members.list("acties", Need::Optional, read_action);
  return agenda;
}

Json agenda_json(const Agenda& agenda) {
  Json json = Json::object({{"id", agenda.id.value}});
  put(json, "titel", agenda.title);
  put(json, "profiel", agenda.profile);
  if (agenda.population)
    json.set("bevolking",
             Json::object({{"mensen", agenda.population->people}, {"jaar", agenda.population->year}}));
  put(json, "wethouder", agenda.alderman);
  json.set("status", word_of<AgendaStatus>(words::agenda_status, agenda.status));
  put(json, "vastgesteldOp", agenda.adopted_on);
  put(json, "bron", agenda.source_url);
  if (agenda.vision) json.set("visie", vision_json(*agenda.vision));
  put_list(json, "plannen", agenda.plans, plan_json);
  put_list(json, "opgaven", agenda.challenges, challenge_json);
  put_list(json, "acties", agenda.actions, action_json);
  return json;
}

}  // namespace wv::wire
