// What stands around every page: the way to skip it, where somebody is, where they may go, who they are.
#include <array>

#include "sync/desk/parts.h"

namespace wv::desk {
namespace {

struct Room {
  std::string_view address, name;
  Role least;
};
constexpr std::array<Room, 7> desk_rooms = {{{"/beheer", "Overzicht", Role::Reader},
                                             {"/beheer/ideeen", "Ideeën", Role::Reader},
                                             {"/beheer/kiosken", "Kiosken", Role::Reader},
                                             {"/beheer/inhoud", "Inhoud", Role::Reader},
                                             {"/beheer/uitvoer", "Uitvoer", Role::Moderator},
                                             {"/beheer/logboek", "Logboek", Role::Administrator},
                                             {"/beheer/gebruikers", "Gebruikers", Role::Administrator}}};

bool is_here(std::string_view room, std::string_view here) {
  return room == here || (room != site_path && here.starts_with(room));
}

Html rooms_for(const Visit& visit, std::string_view here) {
  Html items;
  for (const auto& [address, name, least] : desk_rooms) {
    if (!visit.may(least)) continue;
    Attributes attributes = {{"href", std::string(address)}};
    if (is_here(address, here)) attributes.push_back({"aria-current", "page"});
    items += el("li", {}, {el("a", attributes, {name})});
  }
  return el("nav", {{"aria-label", "Onderdelen"}}, {el("ul", {}, {items})});
}

Html who_is_here(const Visit& visit) {
  return el("div", {{"class", "who"}},
            {el("p", {},
                {visit.account.name, " ",
                 el("span", {}, {"(" + std::string(role_word(visit.account.role)) + ")"})}),
             post_form(visit, "/beheer/afmelden", {button("Afmelden", {{"class", "quiet"}})})});
}

}  // namespace

Html shell(const Page& page, const Visit* visit, std::string_view here) {
  Html top = el("a", {{"class", "brand"}, {"href", "/beheer"}},
                {el("span", {{"class", "mark"}, {"aria-hidden", "true"}}), "Wijkvenster ",
                 el("span", {{"class", "place"}}, {"op kantoor"})});
  if (visit) top += who_is_here(*visit);
  Html body = el("a", {{"class", "skip"}, {"href", "#hoofd"}}, {"Naar de inhoud"});
  body += el("header", {}, {el("div", {{"class", "wide"}}, {top})});
  if (visit)
    body += el("div", {{"class", "rooms"}}, {el("div", {{"class", "wide"}}, {rooms_for(*visit, here)})});
  body += el("main", {{"id", "hoofd"}, {"tabindex", "-1"}, {"class", "wide"}}, {page.main});
  body += el("footer", {},
             {el("div", {{"class", "wide"}},
                 {paragraph("Wat u hier doet, komt met de naam van uw account in het logboek.")})});
  return body;
}

}  // namespace wv::desk
