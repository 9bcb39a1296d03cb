// Agendas as people write them: with headings and bullets, or as rows; and documents that are none.
#include <cstdlib>

#include "sync/edge/child.h"
#include "sync/intake/agenda_words.h"
#include "tests/support/intake.h"

using namespace wv;
using namespace wv::test;
using base::Json;

namespace {

struct AgendaIntake : Intake {
  AgendaIntake() : Intake(intake::Kind::Agenda) { order.area = "noord"; }
  Json agenda(const std::string& name) const {
    const auto list = kept("agenda-" + name, "agendas");
    return list.items()->empty() ? Json() : list.items()->front();
  }
};

const std::string document = R"(# Wijkagenda De Poort

De Poort is groen.

Wijkwethouder: wethouder Wijken

Vastgesteld: 18 maart 2025

Inwoners: 23.000 (2022)

## Visie 2025-2035

In 2035 woont u hier prettig.

- Meer bomen
- Meer bankjes

## Kernopgaven

### Kernopgave 1: Meer *groen* in de straat

Thema: Green
Herkomst: inwoners en partners

#### Beschrijving

Op een warme dag is het hier heet.

#### Acties

- Honderd bomen planten (in uitvoering, trekker: wijkraad en school; eind 2026)
  - Plantdag (uitgevoerd)
- Plein opknappen (bij de kerk)

| een | tabel |
| --- | --- |
| x | y |

### Veilig oversteken

Bij de school is het druk.

- Zebrapad (haalbaarheidsfase loopt, Xpectprimair)

## Tot slot

Dank u wel.
)";

const Json& at(const Json& json, const char* list, std::size_t index) {
  return json.find(list)->items()->at(index);
}

}  // namespace

TEST_CASE("an agenda with headings becomes an agenda with vision, challenges and actions") {
  AgendaIntake intake;
  const auto report = intake.take("poort.md", document);
  CHECK(report.understood == 1);
  const auto agenda = intake.agenda("poort");
  CHECK(agenda.text_or("id", "") == "wijkagenda-de-poort");
  CHECK(agenda.text_or("profiel", "") == "De Poort is groen.");
  CHECK(agenda.text_or("wethouder", "") == "wethouder Wijken");
  CHECK(agenda.text_or("vastgesteldOp", "") == "2025-03-18");
  CHECK(*agenda.find("bevolking") == Json::object({{"mensen", 23000}, {"jaar", 2022}}));
  CHECK(*agenda.find("visie") == Json::object({{"van", 2025},
                                               {"tot", 2035},
                                               {"samenvatting", "In 2035 woont u hier prettig."},
                                               {"ambities", Json::Array{"Meer bomen", "Meer bankjes"}}}));
  REQUIRE(agenda.find("opgaven")->items()->size() == 2);
  CHECK(at(agenda, "opgaven", 0) == Json::object({{"id", "o-meer-groen-in-de-straat"},
                                                  {"titel", "Meer groen in de straat"},
                                                  {"volgorde", 1},
                                                  {"beschrijving", "Op een warme dag is het hier heet."},
                                                  {"themas", Json::Array{"groen"}},
                                                  {"herkomst", Json::Array{"inwoners", "partner"}}}));
  REQUIRE(agenda.find("acties")->items()->size() == 4);
  const auto& trees = at(agenda, "acties", 0);
  CHECK(trees.text_or("titel", "") == "Honderd bomen planten");
  CHECK(trees.text_or("status", "") == "bezig");
  CHECK(trees.text_or("statusTekst", "") == "in uitvoering, eind 2026");
  CHECK(*trees.find("trekkers") == Json(Json::Array{"wijkraad", "school"}));
  CHECK(trees.find("periode")->text_or("tot", "") == "2026-12-31");
  CHECK(at(agenda, "acties", 1).text_or("onderdeelVan", "") == trees.text_or("id", "x"));
  CHECK(at(agenda, "acties", 1).text_or("status", "") == "klaar");
  CHECK(at(agenda, "acties", 2).text_or("titel", "") == "Plein opknappen (bij de kerk)");
  CHECK(at(agenda, "acties", 3).text_or("status", "") == "gepland");
  CHECK(*at(agenda, "acties", 3).find("trekkers") == Json(Json::Array{"Xpectprimair"}));
}

TEST_CASE("what of a document is not understood is told with its heading") {
  AgendaIntake intake;
  const auto report = intake.take("poort.md", document);
  const auto left_out = all_of(report.left_out), warnings = all_of(report.warnings);
  CHECK(contains(left_out, "under \"Acties\": a table is passed over"));
  CHECK(contains(left_out, "under \"Tot slot\""));
  CHECK(contains(warnings, "\"Plein opknappen (bij de kerk)\" under \"Acties\": does not say how far it is"));
  CHECK(contains(warnings, "\"Veilig oversteken\": has no theme"));
}

TEST_CASE("the same document with one word changed keeps the ids of all else") {
  AgendaIntake intake;
  intake.take("poort.md", document);
  const auto before = intake.agenda("poort");
  auto changed = document;
  changed.replace(changed.find("(uitgevoerd)"), 12, "(in uitvoering)");
  const auto report = intake.take("poort.md", changed);
  CHECK(report.fresh == 0);
  const auto after = intake.agenda("poort");
  for (std::size_t i = 0; i < 4; ++i)
    CHECK(at(after, "acties", i).text_or("id", "a") == at(before, "acties", i).text_or("id", "b"));
}

TEST_CASE("a document of a word processor reads as its headings do") {
  AgendaIntake intake;
  const auto pandoc = edge::find_program("pandoc");
  REQUIRE(pandoc);
  const auto docx =
      edge::run({.program = *pandoc, .arguments = {"-f", "commonmark_x", "-t", "docx", "-o", "-"}}, document);
  REQUIRE(docx);
  REQUIRE(docx->status == 0);
  CHECK(intake.take("poort.docx", docx->out).understood == 1);
  CHECK(intake.agenda("poort").find("acties")->items()->size() == 4);
  CHECK(contains(intake.refusal("half.docx", docx->out.substr(0, docx->out.size() / 2)),
                 "pandoc cannot read it"));
  CHECK(contains(intake.refusal("geen.docx", "gewone tekst"), "pandoc cannot read it"));
}

TEST_CASE("rows of a spreadsheet become the same agenda") {
  AgendaIntake intake;
  intake.order.title = "Wijkagenda De Poort";
  const auto report = intake.take(
      "poort.csv",
      "\xef\xbb\xbfOpgave;Thema;Herkomst;Actie;Status;Trekker;Periode;Onderdeel van;Beschrijving;Kleur\r\n"
      "Meer groen;groen;inwoners;;;;;;\"Het is \"\"heet\"\";\nhier.\";rood\r\n"
      "Meer groen;;;Bomen planten;in uitvoering;wijkraad, school;eind 2026;;Veel bomen;\r\n"
      "Meer groen;;;Plantdag;uitgevoerd;;;Bomen planten;;\r\n"
      ";;;zonder opgave;;;;;;\r\n;;;;;;;;;\r\n");
  CHECK(contains(all_of(report.warnings), "column \"Kleur\": is not known"));
  CHECK(contains(all_of(report.left_out), "row 5: it has no opgave"));
  const auto agenda = intake.agenda("poort");
  CHECK(at(agenda, "opgaven", 0).text_or("beschrijving", "") == "Het is \"heet\";\nhier.");
  REQUIRE(agenda.find("acties")->items()->size() == 2);
  CHECK(*at(agenda, "acties", 0).find("trekkers") == Json(Json::Array{"wijkraad", "school"}));
  CHECK(at(agenda, "acties", 0).text_or("beschrijving", "") == "Veel bomen");
  CHECK(at(agenda, "acties", 1).text_or("onderdeelVan", "") == at(agenda, "acties", 0).text_or("id", "x"));
}

TEST_CASE("documents that are no agenda are refused with a reason and change nothing") {
  AgendaIntake intake;
  CHECK(contains(intake.refusal("x.md", "# Boodschappen\n\n- melk\n"), "no challenge (kernopgave)"));
  CHECK(contains(intake.refusal("x.pdf", "%PDF"), "not from \".pdf\""));
  CHECK(contains(intake.refusal("x.csv", "een,twee\n1,2\n"), "does not name a column \"opgave\""));
  CHECK(contains(intake.refusal("x.csv", "opgave,actie\n\"nooit dicht,x\n"), "quotation marks do not close"));
  CHECK(contains(intake.refusal("x.csv", "opgave\n\xff\n"), "is not UTF-8"));
  std::string many = "opgave,actie\n";
  for (int i = 0; i < 6000; ++i) many += "a,b\n";
  CHECK(contains(intake.refusal("x.csv", many), "more than 5000 rows"));
  std::string deep = "# A\n\n## Kernopgaven\n\n### B\n\n#### Acties\n\n";
  for (int i = 0; i < 300; ++i) deep += std::string(static_cast<std::size_t>(i) * 2, ' ') + "- x\n";
  CHECK(contains(intake.refusal("x.md", deep), "too deep in each other"));
  CHECK(contains(intake.refusal("x.md", std::string(100'000, '>') + "x"), "x.md"));
  CHECK_FALSE(std::filesystem::exists(intake.path / "invoer"));
}

TEST_CASE("without pandoc the report says what to do") {
  AgendaIntake intake;
  const std::string path = std::getenv("PATH");
  ::setenv("PATH", "/bestaat/niet", 1);
  const auto why = intake.refusal("x.md", document);
  ::setenv("PATH", path.c_str(), 1);
  CHECK(contains(why, "needs the program pandoc"));
  CHECK(contains(why, "import the agenda as CSV"));
}

TEST_CASE("days and periods as Dutch people write them") {
  using std::chrono::year, std::chrono::month, std::chrono::day;
  const base::Day march{year(2025), month(3), day(8)};
  for (const auto* written : {"8 maart 2025", "8 Maart 2025", "08-03-2025", "2025-03-08"})
    CHECK(intake::read_dutch_day(written) == march);
  for (const auto* wrong : {"", "31 februari 2025", "maart 2025", "morgen"})
    CHECK_FALSE(intake::read_dutch_day(wrong));
  const auto words = intake::read_action_words("Bankjes (gepland; eerste kwartaal 2027)");
  REQUIRE(words.period);
  CHECK(words.period->text_or("van", "") == "2027-01-01");
  CHECK(words.period->text_or("tot", "") == "2027-03-31");
  CHECK(words.period->text_or("nauwkeurigheid", "") == "kwartaal");
  CHECK(intake::read_action_words("(in uitvoering)").title == "(in uitvoering)");
  CHECK(intake::read_action_words("A (gestopt)").status == "gestopt");
}
