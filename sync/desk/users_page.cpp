// Accounts of the desk: who may do what, inviting, and showing somebody out.
#include "sync/desk/journal.h"
#include "sync/desk/pages.h"
#include "sync/desk/parts.h"

namespace wv::desk {
namespace {

std::vector<Choice> role_choices() {
  return {{"lezer", "Lezer: ziet alles, verandert niets"},
          {"moderator", "Moderator: beantwoordt ideeën"},
          {"publicist", "Publicist: publiceert ook inhoud"},
          {"beheerder", "Beheerder: regelt ook kiosken en accounts"}};
}

Html account_state(const Account& account, base::Instant now) {
  switch (account.state) {
    case Account::State::Active:
      return badge("leaf", "Actief");
    case Account::State::Disabled:
      return badge("brick", "Uit");
    case Account::State::Invited:
      break;
  }
  return now < account.setup_until && !account.setup_code.empty() ? badge("sky", "Uitgenodigd")
                                                                  : badge("sun", "Uitnodiging verlopen");
}

Html account_actions(const Account& account, const Visit& visit) {
  if (account.name == visit.account.name) return "Dit bent u zelf";
  const std::string address = "/beheer/gebruikers/" + account.name;
  const Html name = el("span", {{"class", "hidden"}}, {" " + account.name});
  Html inside = post_form(
      visit, address + "/rol",
      {choice_field({"rol-" + account.name, "Rol", "", std::string(role_word(account.role))}, role_choices()),
       el("button", {{"type", "submit"}, {"class", "quiet"}}, {"Verander de rol", name})});
  inside += post_form(visit, address + "/opnieuw",
                      {el("button", {{"type", "submit"}, {"class", "quiet"}}, {"Nodig opnieuw uit", name})});
  if (account.state != Account::State::Disabled)
    inside += post_form(visit, address + "/uit",
                        {el("button", {{"type", "submit"}, {"class", "grave"}}, {"Zet uit", name})});
  return el("details", {}, {el("summary", {}, {"Veranderen", name}), inside});
}

Html invite_form(const Visit& visit, const Mistakes& mistakes, std::string name, std::string role) {
  return section("Account toevoegen",
                 {post_form(visit, "/beheer/gebruikers",
                            {text_field({"naam",
                                         "Naam van het account",
                                         "Een functie, geen persoon. Bijvoorbeeld: moderator-noord",
                                         std::move(name),
                                         {{"maxlength", "40"},
                                          {"autocomplete", "off"},
                                          {"autocapitalize", "none"},
                                          {"spellcheck", "false"}}},
                                        mistakes),
                             choice_field({"rol", "Rol", "", std::move(role)}, role_choices(), mistakes),
                             button("Maak een uitnodiging")})});
}

Page users_with(const Visit& visit, const Mistakes& mistakes, std::string name, std::string role) {
  const auto accounts = visit.world.accounts.all();
  if (!accounts) return trouble_of(accounts.error());
  Table list{"Alle accounts", {"Account", "Rol", "Toestand", "Laatst aangemeld", "Doen"}, {}};
  for (const auto& account : *accounts)
    list.rows.push_back(
        {account.name, std::string(role_word(account.role)), account_state(account, visit.now),
         account.last_sign_in ? Html(how_long_ago(*account.last_sign_in, visit.now)) : Html("nog nooit"),
         account_actions(account, visit)});
  Page page;
  page.status = mistakes.empty() ? 200 : 400;
  page.title = "Gebruikers";
  page.main = mistakes_on_top(mistakes) + heading(page.title) + table(list) +
              invite_form(visit, mistakes, std::move(name), std::move(role));
  return page;
}

Page invitation(const std::string& name, const std::string& code) {
  Page page;
  page.title = "Uitnodiging";
  page.main = el(
      "div", {{"class", "narrow"}},
      {heading(page.title),
       section(
           name,
           {paragraph("Geef deze code aan wie dit account gaat gebruiken. Doe dat zelf, niet per e-mail."),
            el("p", {{"class", "key once"}}, {code.substr(0, 5) + "-" + code.substr(5)}),
            paragraph(
                "De code werkt één keer en één dag, op /beheer/instellen. U ziet de code maar één keer.")}),
       paragraph(link("/beheer/gebruikers", "Naar de accounts"))});
  return page;
}

// Nobody locks themselves out: what is done to an account is done by another one.
bool is_self(const Visit& visit) {
  return visit.id == visit.account.name;
}
Page not_yourself() {
  return trouble(400, "Niet bij uzelf",
                 paragraph("Uw eigen account kunt u niet veranderen. Vraag een andere beheerder."));
}

Result<> note(const Visit& visit, const std::string& what) {
  return visit.world.journal.note(visit.account.name, what, visit.now);
}

}  // namespace

Page users_page(const Visit& visit) {
  return users_with(visit, {}, "", "moderator");
}

Page add_user(const Visit& visit) {
  const std::string name(visit.form.text("naam")), role(visit.form.text("rol"));
  const auto wanted = role_from_word(role);
  if (!is_account_name(name))
    return users_with(visit, {{"naam", "Gebruik 3 tot 40 kleine letters, cijfers en streepjes."}}, name,
                      role);
  if (!wanted) return users_with(visit, {{"rol", "Kies een rol."}}, name, "moderator");
  const auto code = visit.world.gate.invite(name, *wanted);
  if (!code && code.error().code == base::ErrorCode::Invalid)
    return users_with(visit, {{"naam", "Er is al een account met deze naam."}}, name, role);
  if (!code) return trouble_of(code.error());
  const auto noted = note(visit, "account-uitgenodigd " + name + " " + role);
  return noted ? invitation(name, *code) : trouble_of(noted.error());
}

Page reset_user(const Visit& visit) {
  if (is_self(visit)) return not_yourself();
  const auto code = visit.world.gate.invite_again(visit.id);
  if (!code) return trouble_of(code.error());
  const auto noted = note(visit, "account-opnieuw-uitgenodigd " + visit.id);
  return noted ? invitation(visit.id, *code) : trouble_of(noted.error());
}

Page disable_user(const Visit& visit) {
  if (is_self(visit)) return not_yourself();
  if (const auto done = visit.world.gate.disable(visit.id); !done) return trouble_of(done.error());
  const auto noted = note(visit, "account-uit " + visit.id);
  return noted ? Page::go_to("/beheer/gebruikers") : trouble_of(noted.error());
}

Page change_role(const Visit& visit) {
  if (is_self(visit)) return not_yourself();
  const auto role = role_from_word(visit.form.text("rol-" + visit.id));
  if (!role) return users_with(visit, {{"rol-" + visit.id, "Kies een rol."}}, "", "moderator");
  if (const auto done = visit.world.gate.give_role(visit.id, *role); !done) return trouble_of(done.error());
  const auto noted = note(visit, "account-rol " + visit.id + " " + std::string(role_word(*role)));
  return noted ? Page::go_to("/beheer/gebruikers") : trouble_of(noted.error());
}

}  // namespace wv::desk
