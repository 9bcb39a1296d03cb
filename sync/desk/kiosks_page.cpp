// The kiosks: how each of them is, and letting one in or out.
#include "sync/base/utf8.h"
#include "sync/central/alerts.h"
#include "sync/desk/code_picture.h"
#include "sync/desk/journal.h"
#include "sync/desk/pages.h"
#include "sync/desk/parts.h"
#include "sync/wire/invitation.h"

namespace wv::desk {
namespace {

using base::Json;
using central::Kiosk;
using central::KioskState;

Html state_badge(const Kiosk& kiosk, base::Instant now) {
  switch (kiosk.state) {
    case KioskState::Waiting:
      return badge("sky", "Wacht op de code");
    case KioskState::Blocked:
      return badge("brick", "Geblokkeerd");
    case KioskState::Revoked:
      return badge("brick", "Ingetrokken");
    case KioskState::Active:
      break;
  }
  if (!kiosk.last_seen || now - *kiosk.last_seen > central::AlertLimits{}.silent)
    return badge("sun", "Laat niets horen");
  const bool well = kiosk.last_error.empty() && kiosk.self_test_faults.empty();
  return well ? badge("leaf", "Werkt") : badge("sun", "Meldt een fout");
}

Html seen(const Kiosk& kiosk, base::Instant now) {
  return kiosk.last_seen ? how_long_ago(*kiosk.last_seen, now) : "nog nooit";
}

// The version of content is the moment at which it was published, in seconds.
Html content_age(const Kiosk& kiosk, base::Instant now) {
  if (!kiosk.content_version || *kiosk.content_version == 0) return "nog geen inhoud";
  const base::Instant published{std::chrono::seconds(*kiosk.content_version)};
  return published > now - std::chrono::years(10) && published <= now
             ? "gepubliceerd " + how_long_ago(published, now)
             : "versie " + std::to_string(*kiosk.content_version);
}

Html self_test(const Kiosk& kiosk, base::Instant now) {
  if (!kiosk.self_tested) return "niet gemeld";
  const std::string found = kiosk.self_test_faults.empty() ? "goed" : kiosk.self_test_faults;
  return Html(found + ", ") + how_long_ago(*kiosk.self_tested, now);
}

Html actions(const Kiosk& kiosk, const Visit& visit) {
  const std::string address = "/beheer/kiosken/" + kiosk.id.value;
  const Html name = el("span", {{"class", "hidden"}}, {" " + kiosk.name});
  Html all;
  if (kiosk.state != KioskState::Waiting)
    all += paragraph(link(address + "/opdrachten",
                          Html("Opdrachten") + el("span", {{"class", "hidden"}}, {" voor " + kiosk.name})));
  if (kiosk.state == KioskState::Blocked)
    all += post_form(visit, address + "/vrijgeven",
                     {el("button", {{"type", "submit"}, {"class", "quiet"}}, {"Geef vrij", name})});
  if (kiosk.state != KioskState::Revoked)
    all += el("details", {},
              {el("summary", {}, {"Intrekken", name}),
               post_form(visit, address + "/intrekken",
                         {choice_field({"reden-" + kiosk.id.value, "Waarom", "", "", {{"required"}}},
                                       {{"", "Kies"},
                                        {"gestolen", "Gestolen"},
                                        {"vervangen", "Vervangen"},
                                        {"weggehaald", "Weggehaald"}}),
                          el("button", {{"type", "submit"}, {"class", "grave"}}, {"Trek in", name})})});
  return all;
}

Html kiosk_table(const std::vector<Kiosk>& kiosks, const Visit& visit) {
  Table list{
      "Alle kiosken",
      {"Kiosk", "Toestand", "Laatst gezien", "Inhoud", "Wachtende ideeën", "Fout", "Test van vannacht"},
      {}};
  if (visit.may(Role::Administrator)) list.heads.emplace_back("Doen");
  for (const auto& kiosk : kiosks) {
    Html state = state_badge(kiosk, visit.now);
    if (!kiosk.reason.empty()) state += el("div", {{"class", "hint"}}, {kiosk.reason});
    std::vector<Html> row = {kiosk.name,
                             state,
                             seen(kiosk, visit.now),
                             content_age(kiosk, visit.now),
                             kiosk.waiting_ideas ? std::to_string(*kiosk.waiting_ideas) : "onbekend",
                             kiosk.last_error.empty() ? "geen" : kiosk.last_error,
                             self_test(kiosk, visit.now)};
    if (visit.may(Role::Administrator)) row.push_back(actions(kiosk, visit));
    list.rows.push_back(std::move(row));
  }
  return table(list);
}

// What needs a look today, each with what to do about it.
Html alert_list(const Visit& visit) {
  Html items;
  const auto asked = visit.world.publisher.ask(Json::object({{"vraag", "meldingen"}}), [&](const Json& row) {
    items += el("li", {},
                {el("strong", {}, {row.text_or("naam", "")}), Html(" ") + row.text_or("melding", ""),
                 el("div", {{"class", "hint"}}, {row.text_or("advies", "")})});
    return true;
  });
  if (!asked || items.empty()) return {};
  return section("Kijk hier vandaag naar", {el("ul", {}, {items})});
}

Html add_form(const Visit& visit, const Mistakes& mistakes, std::string name) {
  std::vector<Choice> channels;
  if (const auto published = visit.world.repository.channels())
    for (const auto& channel : *published) channels.push_back({channel, channel});
  if (channels.empty())
    return section("Kiosk toevoegen",
                   {paragraph("Publiceer eerst inhoud. Daarna kunt u een kiosk toevoegen.")});
  return section("Kiosk toevoegen",
                 {post_form(visit, "/beheer/kiosken",
                            {text_field({"naam",
                                         "Waar staat de kiosk?",
                                         "Bijvoorbeeld: Wijkcentrum De Ypelaer",
                                         std::move(name),
                                         {{"maxlength", "80"}, {"autocomplete", "off"}}},
                                        mistakes),
                             choice_field({"kanaal", "Inhoud van", "", channels.front().value}, channels),
                             text_field({"adres",
                                         "Adres van de centrale, voor een QR-code (niet verplicht)",
                                         "Bijvoorbeeld: https://centraal.voorbeeld.nl/kiosk/v1",
                                         std::string(visit.form.text("adres")),
                                         {{"maxlength", "200"}, {"autocomplete", "off"}}},
                                        mistakes),
                             button("Maak een code")})});
}

Page kiosks_with(const Visit& visit, const Mistakes& mistakes, std::string name) {
  const auto kiosks = visit.world.store.kiosks();
  if (!kiosks) return trouble_of(kiosks.error());
  Page page;
  page.status = mistakes.empty() ? 200 : 400;
  page.title = "Kiosken";
  page.main = mistakes_on_top(mistakes) + heading(page.title);
  page.main += alert_list(visit);
  page.main += kiosks->empty() ? notice("Er is nog geen kiosk.") : kiosk_table(*kiosks, visit);
  if (visit.may(Role::Administrator)) page.main += add_form(visit, mistakes, std::move(name));
  return page;
}

Page set_state(const Visit& visit, std::string_view state, std::string_view reason) {
  const auto noted =
      visit.world.journal.note(visit.account.name, "kiosk-" + std::string(state) + " " + visit.id, visit.now);
  if (!noted) return trouble_of(noted.error());
  const auto done = visit.ask(
      Json::object({{"vraag", "kiosk-staat"}, {"kiosk", visit.id}, {"staat", state}, {"reden", reason}}));
  return done ? Page::go_to("/beheer/kiosken") : trouble_of(done.error());
}

// The whole invitation, for a phone that goes along to the kiosk, or a hand scanner there.
Html invitation_of(const Visit& visit, const std::string& code) {
  const auto root = visit.world.repository.root_sha256();
  const std::string address(visit.form.text("adres"));
  if (address.empty() || !root) return {};
  const auto invitation = wire::to_text({code, *root, address});
  return section(
      "Alles in één",
      {paragraph("Neem deze code mee op een telefoon of op papier. Of scan hem bij de kiosk, na het "
                 "commando wijkvenster-sync enrol --scan."),
       code_picture(invitation, "Uitnodiging voor de kiosk"), el("p", {{"class", "hint"}}, {invitation})});
}

}  // namespace

Page kiosks_page(const Visit& visit) {
  return kiosks_with(visit, {}, "");
}

Page add_kiosk(const Visit& visit) {
  const auto clean = base::clean_text(visit.form.text("naam"));
  const std::string name(base::strip(clean));
  if (name.empty()) return kiosks_with(visit, {{"naam", "Zeg waar de kiosk staat."}}, "");
  const auto address = visit.form.text("adres");
  if (!address.empty() && !wire::is_central_address(address))
    return kiosks_with(visit, {{"adres", "Dit is geen adres van een centrale. Het begint met https://."}},
                       name);
  const auto added = visit.ask(
      Json::object({{"vraag", "kiosk-toevoegen"}, {"naam", name}, {"kanaal", visit.form.text("kanaal")}}));
  if (!added && added.error().code == base::ErrorCode::Invalid)
    return kiosks_with(visit, {{"naam", "Deze naam kan niet. Misschien staat er al een kiosk die zo heet."}},
                       name);
  if (!added || added->empty())
    return trouble_of(added ? base::Error{base::ErrorCode::Io, "no code"} : added.error());
  const auto noted = visit.world.journal.note(visit.account.name, "kiosk-code-gemaakt", visit.now);
  if (!noted) return trouble_of(noted.error());
  const std::string code(added->front().text_or("code", ""));
  Page page;
  page.title = "Code voor de kiosk";
  page.main =
      el("div", {{"class", "narrow"}},
         {heading(page.title),
          section(name, {paragraph("Geef deze code aan wie de kiosk instelt."),
                         el("p", {{"class", "key once"}}, {code.substr(0, 5) + "-" + code.substr(5)}),
                         paragraph("De code werkt één keer en één dag. U ziet de code maar één keer.")}),
          invitation_of(visit, code), paragraph(link("/beheer/kiosken", "Naar de kiosken"))});
  return page;
}

Page revoke_kiosk(const Visit& visit) {
  const auto reason = visit.form.text("reden-" + visit.id);
  if (reason != "gestolen" && reason != "vervangen" && reason != "weggehaald")
    return kiosks_with(visit, {{"reden-" + visit.id, "Kies waarom u de kiosk intrekt."}}, "");
  return set_state(visit, central::state_word(KioskState::Revoked), reason);
}

Page unblock_kiosk(const Visit& visit) {
  return set_state(visit, central::state_word(KioskState::Active), "");
}

}  // namespace wv::desk
