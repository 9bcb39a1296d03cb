// Pages that say what went wrong, and asking the desk in somebody's name.
#include "sync/desk/page.h"

#include "sync/desk/parts.h"

namespace wv::desk {

Result<std::vector<base::Json>> Visit::ask(base::Json request) const {
  request.set("wie", account.name);
  std::vector<base::Json> rows;
  WV_CHECK(world.desk.ask(request, [&](const base::Json& row) { return rows.push_back(row), true; }));
  return rows;
}

Page trouble(int status, std::string title, const Html& what) {
  Page page;
  page.status = status;
  page.main = el("div", {{"class", "narrow"}},
                 {heading(title), what, paragraph(link("/beheer", "Naar het overzicht"))});
  page.title = std::move(title);
  return page;
}

Page trouble_of(const base::Error& error) {
  if (error.code == base::ErrorCode::NotFound)
    return trouble(404, "Niet gevonden", paragraph("Dit is er niet (meer)."));
  if (error.code == base::ErrorCode::Invalid)
    return trouble(400, "Dit kan niet", paragraph("Er is niets veranderd. De melding was: " + error.message));
  return trouble(
      503, "Het lukt nu niet",
      paragraph("Het centrale systeem kan dit nu niet verwerken. Probeer het over een minuut opnieuw."));
}

}  // namespace wv::desk
