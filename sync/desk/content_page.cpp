// What stands published, until when it is good, and publishing the answers now instead of within a minute.
#include "sync/desk/journal.h"
#include "sync/desk/names.h"
#include "sync/desk/pages.h"
#include "sync/desk/parts.h"
#include "sync/desk/workshop.h"

namespace wv::desk {
namespace {

Html channel_card(const std::string& channel, const Visit& visit) {
  const auto names = published_names(visit.world.files, visit.world.repository.published());
  const auto standing = visit.world.repository.standing(channel);
  Html areas;
  for (const auto& [id, name] : names.areas) areas += el("li", {}, {name});
  constexpr std::chrono::days soon{14};
  Html until = standing ? moment(visit.world.clock, standing->ends) : Html("onbekend");
  if (standing && standing->ends - visit.now < soon) until += Html(" ") + badge("brick", "publiceer opnieuw");
  return section(channel,
                 {facts({{"Geldig tot", until}, {"Gebieden", std::to_string(names.areas.size())}}),
                  el("details", {}, {el("summary", {}, {"Welke gebieden"}), el("ul", {}, {areas})})});
}

}  // namespace

Page content_page(const Visit& visit) {
  const auto channels = visit.world.repository.channels();
  if (!channels) return trouble_of(channels.error());
  Page page;
  page.title = "Inhoud";
  page.main = heading(page.title);
  if (visit.query.text("gedaan") == "antwoorden")
    page.main += notice("De antwoorden en ideeën zijn gepubliceerd.");
  if (channels->empty()) page.main += notice("Er is nog niets gepubliceerd.");
  for (const auto& channel : *channels) page.main += channel_card(channel, visit);
  if (visit.may(Role::Publisher) && visit.world.workshop.is_open())
    page.main +=
        section("Nieuwe inhoud",
                {paragraph("Voer een agenda, nieuws of een kaart in. Kijk na wat er staat, en publiceer."),
                 paragraph(link("/beheer/inhoud/werk", "Inhoud bewerken"))});
  if (visit.may(Role::Publisher))
    page.main += section(
        "Antwoorden en ideeën",
        {paragraph("Dit gaat vanzelf, binnen een minuut. Hebt u haast? Dan kan het ook nu."),
         post_form(visit, "/beheer/inhoud/antwoorden", {button("Publiceer nu", {{"class", "quiet"}})})});
  return page;
}

Page publish_answers(const Visit& visit) {
  const auto noted = visit.world.journal.note(visit.account.name, "antwoorden-gepubliceerd", visit.now);
  if (!noted) return trouble_of(noted.error());
  const auto done = visit.world.publisher.ask(base::Json::object({{"vraag", "terugkoppeling"}}),
                                              [](const base::Json&) { return true; });
  return done ? Page::go_to("/beheer/inhoud?gedaan=antwoorden") : trouble_of(done.error());
}

}  // namespace wv::desk
