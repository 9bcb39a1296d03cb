// A draft becomes one agenda of content: every word that is a choice is looked up, and what is missing is
// said.
#include "sync/intake/agenda_draft.h"

#include <algorithm>
#include <set>

#include "sync/base/utf8.h"
#include "sync/intake/agenda_words.h"
#include "sync/intake/words.h"

namespace wv::intake {
namespace {

using base::Json;

constexpr std::size_t most_challenges = 100, most_actions = 2000;

void set_if(Json& json, const char* key, const std::string& text) {
  if (!text.empty()) json.set(key, text);
}

Json strings(const std::vector<std::string>& list) {
  Json all = Json::array();
  for (const auto& each : list) all.push(each);
  return all;
}

class AgendaMaker {
 public:
  AgendaMaker(DraftAgenda draft, const Town& town, const AgendaRules& rules)
      : draft_(std::move(draft)), town_(town), rules_(rules) {
    reading_.left_out = std::move(draft_.left_out);
    reading_.warnings = std::move(draft_.warnings);
  }

  Reading make() {
    if (draft_.challenges.empty()) {
      reading_.left_out.push_back(
          {"the document", "it has no challenge (kernopgave)",
           "Put them under a heading \"Kernopgaven\", each with a heading of its own"});
      return std::move(reading_);
    }
    Json agenda = head();
    if (auto vision = this->vision()) agenda.set("visie", std::move(*vision));
    for (const auto& challenge : draft_.challenges) add(challenge);
    agenda.set("opgaven", std::move(challenges_));
    if (!actions_.items()->empty()) agenda.set("acties", std::move(actions_));
    const std::string title(agenda.text_or("titel", ""));
    reading_.items.push_back({rules_.area, "agendas", std::move(agenda), "agenda \"" + title + "\""});
    return std::move(reading_);
  }

 private:
  void warn(const std::string& where, std::string why, std::string what_to_do = "") {
    reading_.warnings.push_back({where, std::move(why), std::move(what_to_do)});
  }

  Json head() {
    const auto title = fit_line(draft_.title.empty() ? "Wijkagenda" : draft_.title, 120);
    Json agenda = Json::object({{"id", slug(title)}, {"titel", title}});
    set_if(agenda, "profiel", fit_text(draft_.profile, 4000));
    set_if(agenda, "wethouder", fit_line(draft_.alderman, 120));
    const auto adopted = read_dutch_day(draft_.adopted);
    if (!draft_.adopted.empty() && !adopted)
      warn("Vastgesteld", "\"" + fit_line(draft_.adopted, 60) + "\" is no day", "Write it as 18 maart 2025");
    agenda.set("status", status(adopted.has_value()));
    if (adopted) agenda.set("vastgesteldOp", base::to_iso_day(*adopted));
    set_population(agenda);
    if (draft_.source.starts_with("https://")) agenda.set("bron", fit_line(draft_.source, 500));
    return agenda;
  }

  std::string status(bool has_day) {
    const auto written = folded(draft_.status);
    for (const char* word : {"concept", "vastgesteld", "bijgesteld", "vervallen"})
      if (written.find(word) != written.npos && (has_day || word == std::string_view("concept"))) return word;
    if (!has_day)
      warn("the agenda", "does not say when it was adopted, so it is shown as a concept",
           "Write a line \"Vastgesteld: 18 maart 2025\"");
    return has_day ? "vastgesteld" : "concept";
  }

  // "23.000 (2022)"
  void set_population(Json& agenda) {
    const auto years = years_in(draft_.population);
    std::int64_t people = 0;
    for (const char c : draft_.population.substr(0, draft_.population.find('('))) {
      if (c >= '0' && c <= '9' && people < 10'000'000) people = people * 10 + (c - '0');
    }
    if (people > 0 && people <= 2'000'000 && !years.empty())
      agenda.set("bevolking", Json::object({{"mensen", people}, {"jaar", years.back()}}));
    else if (!draft_.population.empty())
      warn("Inwoners", "\"" + fit_line(draft_.population, 60) + "\" is not understood",
           "Write it as 23.000 (2022)");
  }

  std::optional<Json> vision() {
    auto summary = fit_text(draft_.vision, 2000);
    if (summary.empty() && !draft_.ambitions.empty()) summary = fit_text(draft_.ambitions.front(), 2000);
    if (summary.empty()) return std::nullopt;
    const auto years = years_in(draft_.vision_title + " " + draft_.vision);
    const int now = static_cast<int>(rules_.today.year());
    if (years.empty())
      warn("Visie", "does not say for which years it is; taken as ten from now", "Write \"Visie 2025-2035\"");
    const int until = years.empty() ? now + 10 : *std::ranges::max_element(years);
    const int from = years.size() > 1 ? *std::ranges::min_element(years) : std::min(now, until);
    Json json = Json::object({{"van", from}, {"tot", until}, {"samenvatting", summary}});
    Json ambitions = Json::array();
    for (const auto& ambition : draft_.ambitions)
      if (ambitions.items()->size() < 30) ambitions.push(fit_text(ambition, 500));
    if (!ambitions.items()->empty()) json.set("ambities", std::move(ambitions));
    return json;
  }

  void add(const DraftChallenge& draft) {
    if (challenges_.items()->size() >= most_challenges)
      return reading_.left_out.push_back({draft.where, "an agenda holds a hundred challenges", ""});
    const auto title = fit_line(draft.title, 160);
    const auto id = unused("o-" + slug(title));
    Json challenge =
        Json::object({{"id", id}, {"titel", title}, {"volgorde", challenges_.items()->size() + 1}});
    set_if(challenge, "beschrijving", fit_text(draft.description, 4000));
    challenge.set("themas", strings(themes_of(draft)));
    challenge.set("herkomst", strings(origins_of(draft)));
    challenges_.push(std::move(challenge));
    for (const auto& action : draft.actions) add(action, id, "", title);
  }

  void add(const DraftAction& draft, const std::string& challenge, const std::string& parent,
           const std::string& path) {
    const auto words = read_action_words(draft.text);
    if (words.title.empty()) return reading_.left_out.push_back({draft.where, "an action without words", ""});
    if (actions_.items()->size() >= most_actions)
      return reading_.left_out.push_back({draft.where, "an agenda holds two thousand actions", ""});
    const auto below = path + "\n" + folded(words.title);
    const auto id = unused(stable_id("a", below));
    Json action = Json::object({{"id", id}, {"opgave", challenge}, {"titel", words.title}});
    set_if(action, "onderdeelVan", parent);
    set_if(action, "beschrijving", fit_text(draft.description, 4000));
    action.set("status", words.status.empty() ? "gepland" : words.status);
    set_if(action, "statusTekst", words.status_written);
    if (!words.leads.empty()) action.set("trekkers", strings(words.leads));
    if (!words.partners.empty()) action.set("partners", strings(words.partners));
    if (words.period) action.set("periode", *words.period);
    if (words.status.empty())
      warn(draft.where, "does not say how far it is; taken as planned",
           "Write it behind the action: (in uitvoering)");
    if (was_cut(words.title, 199)) warn(draft.where, "is long and was shortened to 200 characters");
    actions_.push(std::move(action));
    for (const auto& part : draft.parts) add(part, challenge, id, below);
  }

  std::vector<std::string> themes_of(const DraftChallenge& draft) {
    std::vector<std::string> found;
    const auto take = [&](const std::string& id) {
      if (std::ranges::find(found, id) == found.end() && found.size() < 10) found.push_back(id);
    };
    for (const auto& word : parts_of(draft.themes, Parting::CommasAndAnd)) {
      const auto given = rules_.themes.find(folded(word));
      if (const auto theme = given != rules_.themes.end() ? std::optional(given->second) : town_.theme(word))
        take(*theme);
      else
        warn(draft.where, "\"" + fit_line(word, 60) + "\" is no theme of gemeente.toml",
             "Say which it is: --theme '" + fit_line(word, 60) + "=ID'");
    }
    if (!found.empty()) return found;
    const auto title = folded(draft.title);
    for (const auto& [word, id] : town_.themes)
      if (word.size() > 3 && title.find(word) != title.npos) take(id);
    if (found.empty() && !town_.themes.empty()) take(town_.themes.begin()->second);
    if (!found.empty())
      warn(draft.where, "has no theme; \"" + found.front() + "\" was taken",
           "Write a line \"Thema: …\" under its heading");
    return found;
  }

  std::vector<std::string> origins_of(const DraftChallenge& draft) {
    std::vector<std::string> found;
    const auto written = folded(draft.origins);
    for (const auto& [sign, origin] : {std::pair{"inwoner", "inwoners"},
                                       {"bewoner", "inwoners"},
                                       {"gemeente", "gemeente"},
                                       {"partner", "partner"}})
      if (written.find(sign) != written.npos && std::ranges::find(found, origin) == found.end())
        found.emplace_back(origin);
    if (found.empty()) {
      if (!std::exchange(told_origin_, true))
        warn(draft.where, "does not say who brought it in; taken as the municipality",
             "Write a line \"Herkomst: inwoners\" under its heading");
      found = {"gemeente"};
    }
    return found;
  }

  std::string unused(const std::string& wanted) {
    auto id = wanted.substr(0, 60);
    for (int n = 2; !ids_.insert(id).second; ++n) id = wanted.substr(0, 58) + "-" + std::to_string(n);
    return id;
  }

  DraftAgenda draft_;
  const Town& town_;
  const AgendaRules& rules_;
  Reading reading_;
  Json challenges_ = Json::array(), actions_ = Json::array();
  std::set<std::string> ids_;
  bool told_origin_ = false;
};

}  // namespace

Reading agenda_of(DraftAgenda draft, const Town& town, const AgendaRules& rules) {
  return AgendaMaker(std::move(draft), town, rules).make();
}

}  // namespace wv::intake
