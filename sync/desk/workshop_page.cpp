// The page on which others' calendars, news and agendas are taken in, looked at, published and withdrawn.
#include "sync/base/utf8.h"
#include "sync/desk/journal.h"
#include "sync/desk/names.h"
#include "sync/desk/pages.h"
#include "sync/desk/parts.h"
#include "sync/desk/workshop.h"

namespace wv::desk {
namespace {

using base::ErrorCode;

constexpr std::string_view work_path = "/beheer/inhoud";
constexpr std::size_t shown_mistakes = 50;

struct KindWords {
  intake::Kind kind;
  std::string_view word, ending, label;
  std::string_view brings;  // what there is once it was taken in
};
constexpr KindWords kinds[] = {
    {intake::Kind::Calendar, "ics", ".ics", "Agenda met activiteiten (iCalendar, .ics)", "Activiteiten"},
    {intake::Kind::Feed, "feed", ".xml", "Nieuws (RSS of Atom, .xml)", "Nieuws"},
    {intake::Kind::Agenda, "agenda", ".md", "Wijkagenda als tekst (Markdown, .md)", "Wijkagenda"},
    {intake::Kind::Agenda, "agenda-tabel", ".csv", "Wijkagenda als tabel (.csv)", "Wijkagenda"},
    {intake::Kind::Map, "geojson", ".geojson", "Kaart met wijken (GeoJSON)", "Kaart"},
};

const KindWords* kind_from(std::string_view word) {
  const auto* found = std::ranges::find(kinds, word, &KindWords::word);
  return found == std::end(kinds) ? nullptr : found;
}

std::string brought_by(const std::string& word) {
  const auto* kind = kind_from(word);
  return kind ? std::string(kind->brings) : word;
}

// What programs say about files is English, as on the command line; a screen reader must know.
Html in_english(const Html& words) {
  return el("div", {{"lang", "en"}}, {words});
}

Html notes(const std::string& title, const std::vector<intake::Note>& all) {
  if (all.empty()) return {};
  Html items;
  for (const auto& note : all)
    items += el(
        "li", {},
        {el("bdi", {}, {note.where}), ": ", note.why, note.what_to_do.empty() ? "" : ". ", note.what_to_do});
  return el("details", {{"open"}},
            {el("summary", {}, {title + " (" + std::to_string(all.size()) + ")"}),
             in_english(el("ul", {}, {items}))});
}

Html part_row(const Part& part, const Visit& visit) {
  const std::string verb = part.withdrawn ? "terugzetten" : "intrekken";
  const std::string label = part.withdrawn ? "Zet terug" : "Trek in";
  return post_form(visit, std::string(work_path) + "/" + part.name + "/" + verb,
                   {button(label, {{"class", part.withdrawn ? "quiet" : "grave"},
                                   {"aria-label", label + ": " + part.name}})});
}

Html parts_card(const std::vector<Part>& parts, const Visit& visit) {
  if (parts.empty()) return section("Wat is ingevoerd", {paragraph("Er is nog niets ingevoerd.")});
  Table rows{"Invoer van anderen, en of die op de kiosken staat",
             {"Naam", "Soort", "Onderdelen", "Stand", "Wat u kunt doen"},
             {}};
  for (const auto& part : parts)
    rows.rows.push_back({part.name, brought_by(part.kind), std::to_string(part.items),
                         part.withdrawn ? badge("brick", "Ingetrokken") : badge("", "Doet mee"),
                         part_row(part, visit)});
  return section("Wat is ingevoerd", {table(rows)});
}

Html mistakes_card(const intake::Checked& checked) {
  const auto& findings = checked.mistakes;
  if (findings.empty()) return notice("De inhoud heeft geen fouten. U kunt publiceren.");
  Html items;
  for (std::size_t i = 0; i < std::min(findings.size(), shown_mistakes); ++i)
    items += el("li", {}, {findings[i].text()});
  return warning("Er staan " + std::to_string(findings.size()) +
                 " fouten in de inhoud. Zolang dat zo is, blijft staan wat er al stond.") +
         in_english(el("ul", {}, {items}));
}

Html publish_card(const Visit& visit, Workshop& workshop, const content::Findings& findings) {
  if (!workshop.may_sign())
    return section(
        "Publiceren",
        {paragraph("De sleutel van de publicist ligt niet op deze server. Dat is veiliger. Publiceer op de "
                   "computer waar de sleutel wel is:"),
         el("pre", {{"lang", "en"}}, {"wijkvenster-central publish " + workshop.folder().string()})});
  if (!findings.empty())
    return section("Publiceren", {paragraph("Dit kan pas als er geen fouten meer zijn.")});
  return section("Publiceren",
                 {paragraph("De kiosken halen de nieuwe inhoud vannacht op."),
                  post_form(visit, std::string(work_path) + "/publiceren", {button("Publiceer de inhoud")})});
}

Html look_card(const Visit& visit, const intake::Checked& checked, const std::vector<Choice>& areas) {
  const auto hints = checked.hints.size();
  const std::string tips = hints == 1 ? "1 tip" : std::to_string(hints) + " tips";
  return section(
      "Kijken en nalezen",
      {paragraph(link(std::string(work_path) + "/taal", "Is de taal makkelijk genoeg?") + Html(" " + tips)),
       post_form(
           visit, std::string(work_path) + "/voorbeeld",
           {choice_field({"voorbeeldgebied", "Zo ziet een bewoner het, in", "Dit duurt een paar tellen."},
                         areas),
            button("Maak een voorbeeld", {{"class", "quiet"}})})});
}

struct Typed {
  std::string kind, area, source, text;
};

Html take_in_form(const Visit& visit, const Typed& typed, const Mistakes& mistakes,
                  const std::vector<Choice>& areas) {
  std::vector<Choice> kind_choices = {{"", "Kies"}};
  for (const auto& kind : kinds) kind_choices.push_back({std::string(kind.word), std::string(kind.label)});
  return section(
      "Iets invoeren",
      {post_form(visit, std::string(work_path) + "/invoer",
                 {choice_field({"soort", "Wat is het", "", typed.kind}, kind_choices, mistakes),
                  choice_field({"gebied", "Voor welk gebied", "", typed.area}, areas, mistakes),
                  text_field({"bron",
                              "Naam van de bron",
                              "Bijvoorbeeld: buurthuis-de-ypelaer. Dezelfde naam vervangt wat er was.",
                              typed.source,
                              {{"maxlength", "60"}}},
                             mistakes),
                  long_text_field({"inhoud",
                                   "Inhoud van het bestand",
                                   "Kies het bestand, of plak hier wat erin staat.",
                                   typed.text,
                                   {{"spellcheck", "false"}}},
                                  mistakes),
                  button("Bekijk eerst")})});
}

Page work_page(const Visit& visit, const Typed& typed, const Mistakes& mistakes, const Html& above) {
  auto& workshop = visit.world.workshop;
  Page page;
  page.status = mistakes.empty() ? 200 : 400;
  page.title = "Inhoud bewerken";
  page.main = mistakes_on_top(mistakes) + paragraph(link(std::string(work_path), "Terug naar de inhoud")) +
              heading(page.title) + above;
  const auto parts = workshop.parts();
  if (!parts) return trouble_of(parts.error());
  const auto checked = workshop.check();
  const auto names = published_names(visit.world.files, visit.world.repository.published());
  const auto areas = choices_of(names.areas, "Kies");
  page.main += mistakes_card(checked) + look_card(visit, checked, areas) +
               publish_card(visit, workshop, checked.mistakes) + parts_card(*parts, visit) +
               take_in_form(visit, typed, mistakes, areas);
  page.scripts.push_back("workshop.js");
  return page;
}

// What would happen, before it does; the text goes along, so that nothing has to be remembered in between.
Page report_page(const Visit& visit, const Typed& typed, const intake::Report& report) {
  Page page;
  page.title = "Kijk na wat u invoert";
  page.main = heading(page.title) +
              section("Wat wij begrijpen",
                      {facts({{"Onderdelen", std::to_string(report.understood)},
                              {"Daarvan nieuw", std::to_string(report.fresh)},
                              {"Verdwijnt", std::to_string(report.gone)}}),
                       notes("Wat niet meegaat", report.left_out), notes("Let op", report.warnings)}) +
              post_form(visit, std::string(work_path) + "/invoer",
                        {hidden_field("soort", typed.kind), hidden_field("gebied", typed.area),
                         hidden_field("bron", typed.source), hidden_field("inhoud", typed.text),
                         hidden_field("stap", "bewaar"), button("Neem dit over")}) +
              paragraph(link(std::string(work_path) + "/werk", "Toch niet"));
  return page;
}

constexpr std::pair<std::string_view, std::string_view> work_done[] = {
    {"ingevoerd", "De invoer is bewaard. Publiceer om hem op de kiosken te zetten."},
    {"ingetrokken", "De invoer is ingetrokken. Publiceer om hem van de kiosken te halen."},
    {"teruggezet", "De invoer doet weer mee. Publiceer om hem op de kiosken te zetten."},
    {"gepubliceerd", "De inhoud is gepubliceerd. De kiosken halen hem vannacht op."}};

Page done(std::string_view word) {
  return Page::go_to(std::string(work_path) + "/werk?gedaan=" + std::string(word));
}

Page moved(const Visit& visit, Result<> (Workshop::*move)(const std::string&), std::string_view word) {
  if (const auto noted = visit.world.journal.note(visit.account.name,
                                                  "inhoud-" + std::string(word) + " " + visit.id, visit.now);
      !noted)
    return trouble_of(noted.error());
  const auto outcome = (visit.world.workshop.*move)(visit.id);
  return outcome ? done(word) : trouble_of(outcome.error());
}

}  // namespace

Page workshop_page(const Visit& visit) {
  if (!visit.world.workshop.is_open()) return Page::go_to(std::string(work_path));
  for (const auto& [word, sentence] : work_done)
    if (visit.query.text("gedaan") == word) return work_page(visit, {}, {}, notice(sentence));
  return work_page(visit, {}, {}, {});
}

Page take_in_content(const Visit& visit) {
  auto& workshop = visit.world.workshop;
  if (!workshop.is_open()) return Page::go_to(std::string(work_path));
  const Typed typed{std::string(visit.form.text("soort")), std::string(visit.form.text("gebied")),
                    std::string(base::strip(visit.form.text("bron"))),
                    std::string(visit.form.text("inhoud"))};
  const auto* kind = kind_from(typed.kind);
  Mistakes mistakes;
  if (!kind) mistakes.push_back({"soort", "Kies wat u invoert."});
  if (typed.area.empty() && !(kind && kind->kind == intake::Kind::Map))
    mistakes.push_back({"gebied", "Kies voor welk gebied het is."});
  if (typed.source.empty()) mistakes.push_back({"bron", "Geef de bron een naam."});
  if (base::strip(typed.text).empty())
    mistakes.push_back({"inhoud", "Kies een bestand, of plak de inhoud hier."});
  if (!mistakes.empty()) return work_page(visit, typed, mistakes, {});
  const bool keeps = visit.form.text("stap") == "bewaar";
  const auto mode = keeps ? intake::Keeping::Mode::Write : intake::Keeping::Mode::DryRun;
  const auto report =
      workshop.take_in({kind->kind, std::string(kind->ending), typed.area, typed.source, typed.text}, mode);
  if (!report && report.error().code != ErrorCode::Invalid) return trouble_of(report.error());
  if (!report)
    return work_page(visit, typed, {{"inhoud", "Hier kunnen wij niets mee. Kijk hieronder waarom."}},
                     in_english(el("pre", {}, {report.error().message})));
  if (!keeps) return report_page(visit, typed, *report);
  const auto noted =
      visit.world.journal.note(visit.account.name, "inhoud-ingevoerd " + report->file, visit.now);
  return noted ? done("ingevoerd") : trouble_of(noted.error());
}

Page withdraw_content(const Visit& visit) {
  return moved(visit, &Workshop::withdraw, "ingetrokken");
}
Page put_back_content(const Visit& visit) {
  return moved(visit, &Workshop::put_back, "teruggezet");
}

Page publish_content(const Visit& visit) {
  if (!visit.world.workshop.is_open()) return Page::go_to(std::string(work_path));
  const auto released = visit.world.workshop.publish();
  if (!released && released.error().code == ErrorCode::Invalid) return work_page(visit, {}, {}, {});
  if (!released) return trouble_of(released.error());
  const auto noted = visit.world.journal.note(
      visit.account.name,
      "inhoud-gepubliceerd " + released->channel + " " + std::to_string(released->targets_version),
      visit.now);
  return noted ? done("gepubliceerd") : trouble_of(noted.error());
}

}  // namespace wv::desk
