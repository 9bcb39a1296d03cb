// Ideas and kiosks as a file for a spreadsheet or another system, without personal data.
#include "sync/base/time.h"
#include "sync/central/options.h"
#include "sync/desk/journal.h"
#include "sync/desk/names.h"
#include "sync/desk/pages.h"
#include "sync/desk/parts.h"
#include "sync/relay/export.h"

namespace wv::desk {
namespace {

struct FileKind {
  std::string_view word, label, type;
  relay::Form form;
};
constexpr std::array<FileKind, 3> file_kinds = {
    {{"csv", "CSV, voor elk rekenprogramma", "text/csv; charset=utf-8", relay::Form::Csv},
     {"ods", "ODS, een rekenblad", "application/vnd.oasis.opendocument.spreadsheet", relay::Form::Ods},
     {"json", "JSON, voor een ander systeem", "application/json", relay::Form::Json}}};

Page export_form(const Visit& visit, const Mistakes& mistakes) {
  std::vector<Choice> kinds;
  for (const auto& kind : file_kinds) kinds.push_back({std::string(kind.word), std::string(kind.label)});
  const auto names = published_names(visit.world.files, visit.world.repository.published());
  const auto kept = [&](std::string_view name) { return std::string(visit.query.text(name)); };
  Page page;
  page.status = mistakes.empty() ? 200 : 400;
  page.title = "Uitvoer";
  page.main = el(
      "div", {{"class", "narrow"}},
      {mistakes_on_top(mistakes), heading(page.title),
       paragraph("U krijgt een bestand op uw computer. Er staan geen contactgegevens in. In het bestand "
                 "staat wat elke kolom betekent."),
       el("form", {{"method", "get"}, {"action", "/beheer/uitvoer/bestand"}, {"class", "card"}},
          {choice_field({"wat", "Wat", "", kept("wat")}, {{"ideas", "Ideeën"}, {"kiosks", "Kiosken"}},
                        mistakes),
           choice_field({"soort", "Soort bestand", "", kept("soort")}, kinds, mistakes),
           text_field({"van", "Van (niet verplicht)", "Alleen voor ideeën", kept("van"), {{"type", "date"}}},
                      mistakes),
           text_field(
               {"tot", "Tot en met (niet verplicht)", "Alleen voor ideeën", kept("tot"), {{"type", "date"}}},
               mistakes),
           choice_field({"gebied", "Gebied", "Alleen voor ideeën", kept("gebied")},
                        choices_of(names.areas, "Alle gebieden"), mistakes),
           button("Maak het bestand")})});
  return page;
}

// The day that was asked for; a mistake is added when it is none.
std::optional<base::Day> day_in(const Visit& visit, const std::string& field, Mistakes& mistakes) {
  const auto text = visit.query.text(field);
  if (text.empty()) return std::nullopt;
  const auto day = base::parse_iso_day(text);
  if (!day) mistakes.push_back({field, "Dit is geen dag. Schrijf jaar-maand-dag, zoals 2026-03-01."});
  return day ? std::optional(*day) : std::nullopt;
}

Result<std::string> file_of(const relay::ExportRequest& request, const Visit& visit) {
  std::string bytes;
  const relay::DeskRows rows = [&](const std::function<bool(const base::Json&)>& each) {
    return visit.world.desk.ask(base::Json::object({{"vraag", request.table.question}}), each);
  };
  WV_TRY(const auto exported,
         relay::write_export(request, visit.world.clock, rows, [&](std::string_view more) -> Result<> {
           bytes += more;
           return {};
         }));
  return bytes;
}

}  // namespace

Page export_page(const Visit& visit) {
  return export_form(visit, {});
}

Page export_file(const Visit& visit) {
  Mistakes mistakes;
  const auto kind = std::ranges::find(file_kinds, visit.query.text("soort"), &FileKind::word);
  if (kind == file_kinds.end()) mistakes.push_back({"soort", "Kies een soort bestand."});
  const bool kiosks = visit.query.text("wat") == "kiosks";
  if (!kiosks && visit.query.text("wat") != "ideas") mistakes.push_back({"wat", "Kies wat u wilt hebben."});
  relay::Filter filter;
  if (!kiosks) {
    filter.from = day_in(visit, "van", mistakes);
    filter.until = day_in(visit, "tot", mistakes);
    filter.area = visit.query.text("gebied");
  }
  if (!mistakes.empty()) return export_form(visit, mistakes);
  const relay::ExportRequest request{kiosks ? relay::kiosks_table() : relay::ideas_table(), kind->form,
                                     relay::Disclosure::WithoutPersonalData, filter,
                                     central::program_version};
  const auto noted = visit.world.journal.note(
      visit.account.name,
      "uitvoer-gemaakt " + std::string(request.table.name) + " " + std::string(kind->word), visit.now);
  if (!noted) return trouble_of(noted.error());
  auto bytes = file_of(request, visit);
  if (!bytes) return trouble_of(bytes.error());
  Page page;
  page.download =
      Page::Download{std::string(kind->type), (kiosks ? "kiosken." : "ideeen.") + std::string(kind->word),
                     std::move(*bytes)};
  return page;
}

}  // namespace wv::desk
