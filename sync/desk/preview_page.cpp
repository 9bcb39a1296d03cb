// Content before it is published: as a kiosk will show it, and how plain its Dutch is.
#include <charconv>

#include "sync/desk/pages.h"
#include "sync/desk/parts.h"
#include "sync/desk/workshop.h"

namespace wv::desk {
namespace {

using base::ErrorCode;

constexpr std::size_t most_pictures = 40, most_hints = 200;

Html back_to_work() {
  return paragraph(link("/beheer/inhoud/werk", "Terug naar de inhoud"));
}

// "noord-12" → area and number of the picture.
std::optional<std::pair<std::string, std::size_t>> picture_name(const std::string& id) {
  const auto dash = id.rfind('-');
  if (dash == std::string::npos) return std::nullopt;
  std::size_t index = 0;
  const auto* end = id.data() + id.size();
  const auto [read_to, error] = std::from_chars(id.data() + dash + 1, end, index);
  if (error != std::errc() || read_to != end) return std::nullopt;
  return std::pair{id.substr(0, dash), index};
}

}  // namespace

Page make_preview(const Visit& visit) {
  if (!visit.world.workshop.is_open()) return Page::go_to("/beheer/inhoud");
  const std::string area(visit.form.text("voorbeeldgebied"));
  const auto made = visit.world.workshop.preview(area);
  if (made) return Page::go_to("/beheer/inhoud/voorbeeld/" + area);
  if (made.error().code == ErrorCode::Unavailable)
    return trouble(
        503, "Geen voorbeeld",
        paragraph("Op deze server staat het programma van de kiosk niet. Vraag de beheerder om het pakket "
                  "wijkvenster te installeren.") +
            back_to_work());
  if (made.error().code != ErrorCode::Invalid) return trouble_of(made.error());
  return trouble(400, "Geen voorbeeld",
                 paragraph("Kies een gebied. Een voorbeeld kan pas als de inhoud geen fouten heeft.") +
                     el("pre", {{"lang", "en"}}, {made.error().message}) + back_to_work());
}

Page preview_page(const Visit& visit) {
  Page page;
  page.title = "Voorbeeld van " + visit.id;
  page.main = back_to_work() + heading(page.title) +
              paragraph("Zo tonen de kiosken het. Er is nog niets gepubliceerd.");
  Html pictures;
  std::size_t count = 0;
  for (; count < most_pictures && visit.world.workshop.picture(visit.id, count); ++count)
    pictures += el("li", {},
                   {el("img", {{"src", "/beheer/inhoud/beeld/" + visit.id + "-" + std::to_string(count)},
                               {"alt", "Scherm " + std::to_string(count + 1) + " van de kiosk"},
                               {"loading", "lazy"}})});
  if (count == 0)
    return trouble(404, "Niet gevonden", paragraph("Hiervan is geen voorbeeld gemaakt.") + back_to_work());
  page.main += el("ol", {{"class", "preview"}}, {pictures});
  return page;
}

Page preview_picture(const Visit& visit) {
  const auto name = picture_name(visit.id);
  auto bytes = name ? visit.world.workshop.picture(name->first, name->second)
                    : base::Result<base::Bytes>(base::fail(ErrorCode::NotFound, "no picture"));
  if (!bytes) return trouble_of(bytes.error());
  Page page;
  page.download = Page::Download{"image/png", visit.id + ".png", std::string(base::as_text(*bytes))};
  return page;
}

Page language_page(const Visit& visit) {
  if (!visit.world.workshop.is_open()) return Page::go_to("/beheer/inhoud");
  const auto checked = visit.world.workshop.check();
  Page page;
  page.title = "Makkelijke taal";
  page.main =
      back_to_work() + heading(page.title) +
      paragraph(
          "Deze tips helpen om zo te schrijven dat bijna iedereen het begrijpt. Ze houden niets tegen.");
  if (checked.hints.empty()) page.main += notice("Er zijn geen tips. De taal is makkelijk.");
  Table rows{"Tips, met de plek in de inhoud", {"Waar", "Woorden", "Tip"}, {}};
  for (std::size_t i = 0; i < std::min(checked.hints.size(), most_hints); ++i) {
    const auto& hint = checked.hints[i];
    rows.rows.push_back({hint.file + ", regel " + std::to_string(hint.line),
                         el("bdi", {}, {hint.hint.excerpt}), hint.hint.message});
  }
  if (!rows.rows.empty()) page.main += table(rows);
  if (checked.hints.size() > most_hints)
    page.main += paragraph("Er zijn er nog " + std::to_string(checked.hints.size() - most_hints) + " meer.");
  return page;
}

}  // namespace wv::desk
