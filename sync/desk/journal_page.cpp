// The log as an administrator reads it, with the proof that nobody changed it.
#include "sync/desk/journal.h"
#include "sync/desk/pages.h"
#include "sync/desk/parts.h"

namespace wv::desk {
namespace {

constexpr std::size_t rows_a_page = 100;

std::int64_t number_in(std::string_view text) {
  std::int64_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9' || number > 1'000'000'000'000) return 0;
    number = number * 10 + (c - '0');
  }
  return number;
}

Html verdict(const Visit& visit) {
  if (visit.query.text("controle") != "1")
    return paragraph(link("/beheer/logboek?controle=1", "Controleer of niemand het logboek heeft veranderd"));
  const auto verified = visit.world.journal.verify();
  if (verified) return notice("Het logboek is heel: elke regel past op de regel ervoor.");
  if (verified.error().code == base::ErrorCode::Corrupt)
    return el("div", {{"class", "summary"}, {"role", "alert"}},
              {el("h2", {}, {"Het logboek klopt niet"}),
               paragraph("Iemand heeft een regel veranderd of weggehaald. " + verified.error().message)});
  return warning("De controle lukt nu niet. Probeer het later opnieuw.");
}

}  // namespace

Page journal_page(const Visit& visit) {
  const auto rows = visit.world.journal.rows(number_in(visit.query.text("voor")), rows_a_page);
  if (!rows) return trouble_of(rows.error());
  Table list{"Wie deed wat, het nieuwste eerst", {"Nummer", "Wie", "Wat", "Wanneer"}, {}};
  for (const auto& row : *rows)
    list.rows.push_back({std::to_string(row.number), row.who, row.what, moment(visit.world.clock, row.at)});
  Page page;
  page.title = "Logboek";
  page.main = heading(page.title) + verdict(visit) + table(list);
  if (rows->size() == rows_a_page)
    page.main +=
        paragraph(link("/beheer/logboek?voor=" + std::to_string(rows->back().number), "Oudere regels"));
  return page;
}

}  // namespace wv::desk
