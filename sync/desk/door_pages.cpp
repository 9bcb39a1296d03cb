// Signing in with three things at once, so that no answer tells which of them was wrong.
#include "sync/desk/door_pages.h"

#include "sync/desk/code_picture.h"
#include "sync/desk/journal.h"
#include "sync/desk/parts.h"
#include "sync/desk/totp.h"

namespace wv::desk {
namespace {

using base::ErrorCode;
using base::Secret;

constexpr std::string_view sign_in_path = "/beheer/aanmelden", setup_path = "/beheer/instellen";

Html account_field(std::string hint, std::string name, const Mistakes& mistakes) {
  return text_field(
      {"account",
       "Account",
       std::move(hint),
       std::move(name),
       {{"autocomplete", "username"}, {"autocapitalize", "none"}, {"spellcheck", "false"}, {"required"}}},
      mistakes);
}

Html phone_code_field(std::string hint, const Mistakes& mistakes) {
  return text_field({"code",
                     "Code van uw telefoon",
                     std::move(hint),
                     "",
                     {{"inputmode", "numeric"},
                      {"autocomplete", "one-time-code"},
                      {"maxlength", "7"},
                      {"class", "short"},
                      {"required"}}},
                    mistakes);
}

Page sign_in_page(const Mistakes& mistakes, std::string name, const Html& above = {}) {
  Page page;
  page.status = mistakes.empty() ? 200 : 403;
  page.title = "Aanmelden";
  page.main = el("div", {{"class", "narrow"}},
                 {above, mistakes_on_top(mistakes), heading("Aanmelden"),
                  el("form", {{"method", "post"}, {"action", std::string(sign_in_path)}, {"class", "card"}},
                     {account_field("Bijvoorbeeld: moderator-noord", std::move(name), mistakes),
                      text_field({"wachtwoord",
                                  "Wachtwoord",
                                  "",
                                  "",
                                  {{"type", "password"}, {"autocomplete", "current-password"}, {"required"}}},
                                 mistakes),
                      phone_code_field("Zes cijfers. U ziet ze in de app waarmee u inlogt.", mistakes),
                      button("Aanmelden")}),
                  paragraph(Html("Hebt u een uitnodiging gekregen? ") +
                            link(std::string(setup_path), "Stel dan eerst uw account in") + Html("."))});
  return page;
}

std::string digits_of(std::string_view typed) {
  std::string digits;
  for (const char c : typed)
    if (c != ' ') digits += c;
  return digits;
}

Mistakes words_for(const base::Error& error) {
  if (error.code == ErrorCode::Unavailable)
    return {{"", "U hebt te vaak geprobeerd. Wacht een paar minuten en probeer het dan opnieuw."}};
  if (error.code == ErrorCode::Denied)
    return {{"account",
             "Dit klopt niet. Kijk uw account, uw wachtwoord en de code na. Gebruik een nieuwe code."}};
  return {{"", "Het lukt nu niet. Probeer het over een minuut opnieuw."}};
}

DoorAnswer sign_in(const World& world, const central::Request& request, const Form& form) {
  const Gate::Credentials credentials{std::string(form.text("account")), Secret(form.text("wachtwoord")),
                                      digits_of(form.text("code")), request.remote};
  auto token = world.gate.sign_in(credentials);
  const auto now = world.clock.now();
  // A name that is no account's may be a password in the wrong field: it never reaches the log.
  const bool known = is_account_name(credentials.name) && world.accounts.find(credentials.name).has_value();
  const std::string who = known ? credentials.name : "onbekend";
  if (!token) {
    if (const auto noted = world.journal.note(who, "aanmelden-geweigerd", now); !noted)
      return {trouble_of(noted.error()), {}};
    return {sign_in_page(words_for(token.error()), credentials.name), {}};
  }
  if (const auto noted = world.journal.note(who, "aangemeld", now); !noted)
    return {trouble_of(noted.error()), {}};
  return {Page::go_to(std::string(site_path)), std::move(*token)};
}

Page setup_page(const Mistakes& mistakes, std::string name) {
  Page page;
  page.status = mistakes.empty() ? 200 : 403;
  page.title = "Account instellen";
  page.main = el("div", {{"class", "narrow"}},
                 {mistakes_on_top(mistakes), heading("Account instellen"),
                  paragraph("U hebt van een beheerder een accountnaam en een code gekregen. De code werkt "
                            "één dag en één keer."),
                  el("form", {{"method", "post"}, {"action", std::string(setup_path)}, {"class", "card"}},
                     {account_field("", std::move(name), mistakes),
                      text_field({"uitnodiging",
                                  "Code van de uitnodiging",
                                  "Tien letters en cijfers",
                                  "",
                                  {{"autocomplete", "off"},
                                   {"autocapitalize", "characters"},
                                   {"spellcheck", "false"},
                                   {"required"}}},
                                 mistakes),
                      button("Verder")})});
  return page;
}

// The second half: the phone and the password. The code goes along, so that nothing is remembered in between.
Page phone_page(const Mistakes& mistakes, const Gate::Invitation& invitation, const Secret& secret) {
  Page page;
  page.status = mistakes.empty() ? 200 : 400;
  page.title = "Telefoon en wachtwoord";
  const auto text = totp_secret_text(secret);
  const auto address = totp_address(secret, invitation.name);
  if (!text || !address) return trouble_of(text ? address.error() : text.error());
  page.main =
      el("div", {{"class", "narrow"}},
         {mistakes_on_top(mistakes), heading("Telefoon en wachtwoord"),
          section("1. Koppel uw telefoon",
                  {paragraph("Open op uw telefoon een app voor inlogcodes. Scan dit plaatje."),
                   code_picture(*address, "Plaatje om te scannen met uw telefoon"),
                   paragraph(Html("Kunt u niet scannen? Typ dan deze sleutel in de app: ") +
                             el("code", {{"class", "key"}}, {*text}))}),
          el("form", {{"method", "post"}, {"action", std::string(setup_path)}, {"class", "card"}},
             {el("h2", {}, {"2. Kies een wachtwoord"}), hidden_field("account", invitation.name),
              hidden_field("uitnodiging", invitation.setup_code), hidden_field("stap", "telefoon"),
              text_field({"wachtwoord",
                          "Nieuw wachtwoord",
                          "Minstens 12 tekens. Een korte zin is goed. Gebruik niet de naam van het account.",
                          "",
                          {{"type", "password"}, {"autocomplete", "new-password"}, {"required"}}},
                         mistakes),
              phone_code_field("Zes cijfers uit de app", mistakes), button("Klaar")})});
  return page;
}

DoorAnswer finish(const World& world, const Gate::Invitation& invitation, const Form& form) {
  const Secret password(form.text("wachtwoord"));
  const auto done = world.gate.finish_setup(invitation, password, digits_of(form.text("code")));
  if (done) {
    if (const auto noted = world.journal.note(invitation.name, "account-ingesteld", world.clock.now());
        !noted)
      return {trouble_of(noted.error()), {}};
    return {sign_in_page({}, invitation.name,
                         notice("Uw account is klaar. Wacht op een nieuwe code en meld u aan.")),
            {}};
  }
  if (done.error().code == ErrorCode::Unavailable)
    return {setup_page(words_for(done.error()), invitation.name), {}};
  Mistakes mistakes;
  if (done.error().code == ErrorCode::Invalid)
    mistakes.push_back(
        {"wachtwoord", "Kies een wachtwoord van minstens 12 tekens, zonder de naam van het account."});
  else
    mistakes.push_back({"code", "Deze code klopt niet. Wacht op een nieuwe code in de app en typ die."});
  const auto secret = world.gate.begin_setup(invitation);
  if (!secret) return {setup_page(words_for(secret.error()), invitation.name), {}};
  return {phone_page(mistakes, invitation, *secret), {}};
}

DoorAnswer set_up(const World& world, const central::Request& request, const Form& form) {
  const Gate::Invitation invitation{std::string(form.text("account")), std::string(form.text("uitnodiging")),
                                    request.remote};
  if (form.text("stap") == "telefoon") return finish(world, invitation, form);
  const auto secret = world.gate.begin_setup(invitation);
  if (secret) return {phone_page({}, invitation, *secret), {}};
  if (secret.error().code != ErrorCode::Denied)
    return {setup_page(words_for(secret.error()), invitation.name), {}};
  return {setup_page({{"uitnodiging",
                       "Deze uitnodiging klopt niet of is verlopen. Vraag de beheerder om een nieuwe."}},
                     invitation.name),
          {}};
}

}  // namespace

bool is_door(std::string_view path) {
  return path == sign_in_path || path == setup_path;
}

DoorAnswer answer_at_the_door(const World& world, const central::Request& request, std::string_view path,
                              const Form& form) {
  const bool posted = request.method == "POST";
  if (path == sign_in_path)
    return posted ? sign_in(world, request, form) : DoorAnswer{sign_in_page({}, ""), {}};
  return posted ? set_up(world, request, form) : DoorAnswer{setup_page({}, ""), {}};
}

}  // namespace wv::desk
