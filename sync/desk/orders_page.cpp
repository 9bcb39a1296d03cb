// Commands from afar for one kiosk: give one, see what came of the others, take one back.
#include <algorithm>

#include "sync/base/encoding.h"
#include "sync/base/utf8.h"
#include "sync/desk/pages.h"
#include "sync/desk/parts.h"
#include "sync/wire/command.h"

namespace wv::desk {
namespace {

using base::Json;

// Beside the words of wire/command.h: a notice without words, which takes the notice away.
constexpr std::string_view notice_away = "boodschap-weg";

struct Deed {
  std::string_view word, name;
};
constexpr Deed deeds[] = {{"synchroniseer", "Opnieuw ophalen en versturen"},
                          {"diagnose", "Gegevens over de kiosk opvragen"},
                          {"beeld", "Plaatje van het rustscherm opvragen"},
                          {"boodschap", "Boodschap tonen op het rustscherm"},
                          {notice_away, "Boodschap weghalen"},
                          {"donker", "Scherm donker maken"},
                          {"licht", "Scherm weer aan"},
                          {"herstart", "Programma opnieuw starten"}};

std::string name_of(const Json& order) {
  auto word = order.text_or("opdracht", "");
  if (word == "boodschap" && order.text_or("tekst", "").empty()) word = notice_away;
  const auto found = std::ranges::find(deeds, word, &Deed::word);
  return std::string(found == std::end(deeds) ? word : found->name);
}

Html outcome_badge(std::string_view outcome) {
  if (outcome.empty()) return badge("sky", "Wacht op de kiosk");
  if (outcome == "gedaan") return badge("leaf", "Gedaan");
  if (outcome == "ingetrokken") return badge("sun", "Ingetrokken");
  if (outcome == "onbekend") return badge("brick", "Kent de kiosk niet");
  if (outcome == "mislukt") return badge("brick", "Niet gelukt");
  return badge("sun", "Te laat, niet gedaan");
}

Html moment_of(const Visit& visit, const Json& order, std::string_view key) {
  const auto at = base::parse_rfc3339(order.text_or(key, ""));
  return at ? moment(visit.world.clock, *at) : Html();
}

Html what(const Visit& visit, const Json& order) {
  Html words = name_of(order);
  if (const auto text = order.text_or("tekst", ""); !text.empty())
    words += el("div", {{"class", "hint"}}, {text});
  if (const auto day = base::parse_iso_day(order.text_or("laatsteDag", "")))
    words += el("div", {{"class", "hint"}}, {"Tot en met " + day_words(*day)});
  if (!order.text_or("donkerTot", "").empty())
    words += el("div", {{"class", "hint"}}, {Html("Tot ") + moment_of(visit, order, "donkerTot")});
  return words;
}

Html withdraw_button(const Visit& visit, const Json& order) {
  if (!order.text_or("uitkomst", "").empty()) return {};
  const std::string id(order.text_or("opdrachtId", ""));
  return post_form(visit, "/beheer/opdrachten/" + id + "/intrekken",
                   {hidden_field("kiosk", std::string(order.text_or("kioskId", ""))),
                    el("button", {{"type", "submit"}, {"class", "quiet"}},
                       {"Trek in", el("span", {{"class", "hidden"}}, {" " + name_of(order)})})});
}

Html order_table(const Visit& visit, const std::vector<Json>& orders) {
  Table list{"Opdrachten, de nieuwste eerst", {"Opdracht", "Gegeven", "Door", "Uitkomst", "Doen"}, {}};
  for (const auto& order : orders) {
    Html outcome = outcome_badge(order.text_or("uitkomst", ""));
    if (!order.text_or("uitkomstOp", "").empty())
      outcome += el("div", {{"class", "hint"}}, {moment_of(visit, order, "uitkomstOp")});
    list.rows.push_back({what(visit, order), moment_of(visit, order, "gegevenOp"), order.text_or("wie", ""),
                         outcome, withdraw_button(visit, order)});
  }
  return table(list);
}

Html picture(std::string_view order) {
  return section("Plaatje van het rustscherm",
                 {paragraph("Zo ziet de kiosk eruit als er niemand is. De kiosk maakt dit plaatje apart. "
                            "Een bezoeker staat er nooit op."),
                  el("img", {{"src", "/beheer/opdrachten/" + std::string(order) + "/beeld"},
                             {"alt", "Het rustscherm van deze kiosk"}})});
}

Html diagnosis(const std::string& base64url) {
  const auto bytes = base::from_base64url(base64url);
  const auto said = bytes ? base::parse_json(*bytes) : std::unexpected(bytes.error());
  if (!said) return {};
  std::vector<std::pair<std::string, Html>> rows = {
      {"Programma", said->text_or("softwareVersie", "onbekend")},
      {"Vrije ruimte", std::to_string(said->integer_or("vrijeRuimteMb", 0)) + " MB"}};
  if (const auto* round = said->find("ronde"))
    rows.emplace_back("Laatste ronde", std::string(round->text_or("begonnen", "")) + " " +
                                           std::string(round->text_or("uitkomst", "bezig")));
  if (const auto* test = said->find("zelftest"))
    rows.emplace_back("Test van de nacht", std::string(test->text_or("uitslag", "")));
  return section("Gegevens over de kiosk",
                 {facts(rows), el("details", {},
                                  {el("summary", {}, {"Alles wat de kiosk zegt"}),
                                   el("pre", {{"lang", "en"}}, {base::to_pretty_text(*said)})})});
}

// At most one picture and one diagnosis are kept of a kiosk.
Html attachments(const Visit& visit, const std::vector<Json>& orders) {
  Html all;
  for (const auto& order : orders) {
    const auto* kept = order.find("bijlage");
    if (!kept || !kept->boolean() || !*kept->boolean()) continue;
    const auto got = visit.ask(
        Json::object({{"vraag", "opdracht-bijlage"}, {"opdracht", order.text_or("opdrachtId", "")}}));
    if (!got || got->empty()) continue;
    const auto& row = got->front();
    all += row.find("beeld") ? picture(order.text_or("opdrachtId", ""))
                             : diagnosis(std::string(row.text_or("diagnose", "")));
  }
  return all;
}

Html give_form(const Visit& visit, const Mistakes& mistakes) {
  std::vector<Choice> choices = {{"", "Kies"}};
  for (const auto& deed : deeds) choices.push_back({std::string(deed.word), std::string(deed.name)});
  return section(
      "Opdracht geven",
      {paragraph(
           "De kiosk haalt opdrachten elke nacht op, en kort na elk nieuw idee. Hij voert ze uit als er "
           "niemand voor het scherm staat."),
       post_form(visit, "/beheer/kiosken/" + visit.id + "/opdrachten",
                 {choice_field({"opdracht",
                                "Wat moet de kiosk doen?",
                                "",
                                std::string(visit.form.text("opdracht")),
                                {{"required"}}},
                               choices, mistakes),
                  text_field({"tekst",
                              "Boodschap",
                              "Alleen bij een boodschap. Hooguit 200 tekens, in gewone taal.",
                              std::string(visit.form.text("tekst")),
                              {{"maxlength", "200"}, {"autocomplete", "off"}}},
                             mistakes),
                  text_field({"dag",
                              "Tot en met welke dag?",
                              "Bij een boodschap en bij een donker scherm. Bijvoorbeeld 2026-03-05.",
                              std::string(visit.form.text("dag")),
                              {{"type", "date"}, {"autocomplete", "off"}}},
                             mistakes),
                  button("Geef de opdracht")})});
}

Page orders_with(const Visit& visit, const Mistakes& mistakes) {
  const auto kiosk = visit.world.store.kiosk({visit.id});
  if (!kiosk) return trouble_of(kiosk.error());
  const auto orders = visit.ask(Json::object({{"vraag", "opdrachten"}, {"kiosk", visit.id}}));
  if (!orders) return trouble_of(orders.error());
  Page page;
  page.status = mistakes.empty() ? 200 : 400;
  page.title = "Opdrachten voor " + kiosk->name;
  page.main = paragraph(link("/beheer/kiosken", "Terug naar de kiosken")) + mistakes_on_top(mistakes) +
              heading(page.title);
  if (kiosk->state == central::KioskState::Active)
    page.main += give_form(visit, mistakes);
  else
    page.main += notice("Deze kiosk werkt nu niet. U kunt hem geen opdracht geven.");
  page.main += orders->empty() ? notice("Er is nog geen opdracht gegeven.") : order_table(visit, *orders);
  page.main += attachments(visit, *orders);
  return page;
}

// What the form can say better than the desk, which speaks to people at a command line.
Mistakes mistakes_in(const Visit& visit, std::string_view word, std::string_view text, std::string_view day) {
  const bool is_notice = word == "boodschap";
  if (std::ranges::find(deeds, word, &Deed::word) == std::end(deeds))
    return {{"opdracht", "Kies wat de kiosk moet doen."}};
  if (is_notice && text.empty()) return {{"tekst", "Schrijf de boodschap op."}};
  if (!is_notice && !text.empty())
    return {{"tekst", "Bij deze opdracht hoort geen boodschap. Maak het vak leeg."}};
  if (base::count_code_points(text) > wire::most_notice_characters)
    return {{"tekst", "De boodschap is langer dan 200 tekens. Maak haar korter."}};
  if (!is_notice && word != "donker")
    return day.empty() ? Mistakes{}
                       : Mistakes{{"dag", "Bij deze opdracht hoort geen dag. Maak het vak leeg."}};
  const auto until = base::parse_iso_day(day);
  if (!until) return {{"dag", "Zeg tot en met welke dag. Schrijf de dag als 2026-03-05."}};
  if (*until < visit.world.clock.local(visit.now).day) return {{"dag", "Deze dag is al voorbij."}};
  if (word == "donker" &&
      std::chrono::sys_days(*until) + std::chrono::days(1) - visit.now > wire::longest_darkness)
    return {{"dag", "Donker kan hooguit een maand. Kies een eerdere dag."}};
  return {};
}

}  // namespace

Page orders_page(const Visit& visit) {
  return orders_with(visit, {});
}

Page give_order(const Visit& visit) {
  const std::string word(visit.form.text("opdracht")), day(visit.form.text("dag"));
  const auto clean = base::clean_text(visit.form.text("tekst"));
  const std::string text(base::strip(clean));
  if (const auto mistakes = mistakes_in(visit, word, text, day); !mistakes.empty())
    return orders_with(visit, mistakes);
  const auto given = visit.ask(Json::object({{"vraag", "opdracht-geven"},
                                             {"kiosk", visit.id},
                                             {"opdracht", word == notice_away ? "boodschap" : word},
                                             {"tekst", text},
                                             {"laatsteDag", day}}));
  if (!given && given.error().code == base::ErrorCode::Invalid)
    return orders_with(
        visit, {{"opdracht", "Dit kan niet. Staan er al acht opdrachten open? Trek er dan eerst een in."}});
  return given ? Page::go_to("/beheer/kiosken/" + visit.id + "/opdrachten") : trouble_of(given.error());
}

Page withdraw_order(const Visit& visit) {
  const auto done = visit.ask(Json::object({{"vraag", "opdracht-intrekken"}, {"opdracht", visit.id}}));
  if (!done) return trouble_of(done.error());
  const auto kiosk = visit.world.store.kiosk({std::string(visit.form.text("kiosk"))});
  return Page::go_to(kiosk ? "/beheer/kiosken/" + kiosk->id.value + "/opdrachten" : "/beheer/kiosken");
}

Page order_picture(const Visit& visit) {
  const auto got = visit.ask(Json::object({{"vraag", "opdracht-bijlage"}, {"opdracht", visit.id}}));
  if (!got) return trouble_of(got.error());
  const auto png = base::from_base64url(got->empty() ? "" : got->front().text_or("beeld", ""));
  if (!png || png->empty()) return trouble(404, "Niet gevonden", paragraph("Dit plaatje is er niet (meer)."));
  Page page;
  page.download = Page::Download{"image/png", "rustscherm.png", std::string(base::as_text(*png))};
  return page;
}

}  // namespace wv::desk
