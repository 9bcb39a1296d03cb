// Support that came in a burst: a queue of neighbours, or a child at play? A moderator decides.
#include "sync/base/time.h"
#include "sync/desk/journal.h"
#include "sync/desk/pages.h"
#include "sync/desk/parts.h"

namespace wv::desk {
namespace {

using base::Json;

Html burst_card(const Json& burst, const Visit& visit) {
  const auto when = [&](std::string_view key) {
    const auto at = base::parse_rfc3339(burst.text_or(key, ""));
    return at ? moment(visit.world.clock, *at) : Html("onbekend");
  };
  const auto verdict = [&](std::string value, const std::string& label, Attributes look) {
    look.push_back({"name", "oordeel"});
    look.push_back({"value", std::move(value)});
    return button(label, std::move(look));
  };
  const std::string id(burst.text_or("kioskId", ""));
  return section(std::string(burst.text_or("kiosk", "")),
                 {facts({{"Steun die wacht", std::to_string(burst.integer_or("aantal", 0)) + " keer"},
                         {"Voor", std::to_string(burst.integer_or("ideeen", 0)) + " ideeën"},
                         {"Van", when("van")},
                         {"Tot", when("tot")}}),
                  post_form(visit, "/beheer/steun/" + id,
                            {el("div", {{"class", "row"}},
                                {verdict("telt", "Tel deze steun", {}),
                                 verdict("telt-niet", "Tel deze steun niet", {{"class", "grave"}})})})});
}

}  // namespace

Page supports_page(const Visit& visit) {
  const auto bursts = visit.ask(Json::object({{"vraag", "steun"}}));
  if (!bursts) return trouble_of(bursts.error());
  Page page;
  page.title = "Steun bekijken";
  page.main =
      heading(page.title) + paragraph(
                                "Van één kiosk kwam in een uur veel steun. Dat kan een volle zaal zijn, of "
                                "iemand die speelt. Zolang u niets kiest, telt deze steun niet.");
  if (bursts->empty()) page.main += notice("Er is geen steun die op u wacht.");
  for (const auto& burst : *bursts) page.main += burst_card(burst, visit);
  return page;
}

Page judge_supports(const Visit& visit) {
  const bool counts = visit.form.text("oordeel") == "telt";
  if (!counts && visit.form.text("oordeel") != "telt-niet")
    return trouble(400, "Niet begrepen", paragraph("Kies of deze steun telt."));
  const auto noted = visit.world.journal.note(
      visit.account.name, std::string(counts ? "steun-telt " : "steun-telt-niet ") + visit.id, visit.now);
  if (!noted) return trouble_of(noted.error());
  const auto done =
      visit.ask(Json::object({{"vraag", "steun-oordeel"}, {"kiosk", visit.id}, {"telt", counts}}));
  return done ? Page::go_to("/beheer/steun") : trouble_of(done.error());
}

}  // namespace wv::desk
