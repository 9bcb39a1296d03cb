// From a request to a page: first everything that can be wrong about who asks, then the page itself.
#include "sync/desk/site.h"

#include "sync/base/crypto.h"
#include "sync/base/encoding.h"
#include "sync/central/problem.h"
#include "sync/desk/assets.h"
#include "sync/desk/caller.h"
#include "sync/desk/door_pages.h"
#include "sync/desk/journal.h"
#include "sync/desk/pages.h"
#include "sync/desk/parts.h"

namespace wv::desk {
namespace {

using central::Request;
using central::Response;

constexpr std::size_t longest_target = 2048;
constexpr std::string_view policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'";

constexpr Address all_addresses[] = {
    {"GET", "/beheer", Role::Reader, &overview},
    {"POST", "/beheer/afmelden", Role::Reader, &sign_out},
    {"GET", "/beheer/ideeen", Role::Reader, &idea_list},
    {"GET", "/beheer/ideeen/{}", Role::Reader, &idea_page},
    {"POST", "/beheer/ideeen/{}/antwoord", Role::Moderator, &answer_idea},
    {"POST", "/beheer/ideeen/{}/samenvoegen", Role::Moderator, &merge_idea},
    {"POST", "/beheer/ideeen/{}/wissen", Role::Moderator, &erase_idea},
    {"GET", "/beheer/steun", Role::Moderator, &supports_page},
    {"POST", "/beheer/steun/{}", Role::Moderator, &judge_supports},
    {"GET", "/beheer/kiosken", Role::Reader, &kiosks_page},
    {"POST", "/beheer/kiosken", Role::Administrator, &add_kiosk},
    {"POST", "/beheer/kiosken/{}/intrekken", Role::Administrator, &revoke_kiosk},
    {"POST", "/beheer/kiosken/{}/vrijgeven", Role::Administrator, &unblock_kiosk},
    {"GET", "/beheer/kiosken/{}/opdrachten", Role::Administrator, &orders_page},
    {"POST", "/beheer/kiosken/{}/opdrachten", Role::Administrator, &give_order},
    {"POST", "/beheer/opdrachten/{}/intrekken", Role::Administrator, &withdraw_order},
    {"GET", "/beheer/opdrachten/{}/beeld", Role::Administrator, &order_picture},
    {"GET", "/beheer/inhoud", Role::Reader, &content_page},
    {"POST", "/beheer/inhoud/antwoorden", Role::Publisher, &publish_answers},
    {"GET", "/beheer/inhoud/werk", Role::Publisher, &workshop_page},
    {"POST", "/beheer/inhoud/invoer", Role::Publisher, &take_in_content},
    {"POST", "/beheer/inhoud/publiceren", Role::Publisher, &publish_content},
    {"GET", "/beheer/inhoud/taal", Role::Publisher, &language_page},
    {"POST", "/beheer/inhoud/voorbeeld", Role::Publisher, &make_preview},
    {"GET", "/beheer/inhoud/voorbeeld/{}", Role::Publisher, &preview_page},
    {"GET", "/beheer/inhoud/beeld/{}", Role::Publisher, &preview_picture},
    {"POST", "/beheer/inhoud/{}/intrekken", Role::Publisher, &withdraw_content},
    {"POST", "/beheer/inhoud/{}/terugzetten", Role::Publisher, &put_back_content},
    {"GET", "/beheer/uitvoer", Role::Moderator, &export_page},
    {"GET", "/beheer/uitvoer/bestand", Role::Moderator, &export_file},
    {"GET", "/beheer/logboek", Role::Administrator, &journal_page},
    {"GET", "/beheer/gebruikers", Role::Administrator, &users_page},
    {"POST", "/beheer/gebruikers", Role::Administrator, &add_user},
    {"POST", "/beheer/gebruikers/{}/opnieuw", Role::Administrator, &reset_user},
    {"POST", "/beheer/gebruikers/{}/uit", Role::Administrator, &disable_user},
    {"POST", "/beheer/gebruikers/{}/rol", Role::Administrator, &change_role},
};

void set_header(base::Headers& headers, std::string_view name, std::string_view value) {
  for (auto& [key, old] : headers)
    if (key == name) {
      old = value;
      return;
    }
  headers.emplace_back(name, value);
}

Response with_headers(int status, base::Instant now) {
  auto response = central::bare(status, now);
  set_header(response.headers, "Content-Security-Policy", policy);
  // Without a referrer a browser hides the origin of a form too, and that is what tells ours from another's.
  set_header(response.headers, "Referrer-Policy", "same-origin");
  set_header(response.headers, "Cross-Origin-Opener-Policy", "same-origin");
  set_header(response.headers, "Cross-Origin-Resource-Policy", "same-origin");
  set_header(response.headers, "Permissions-Policy", "camera=(), microphone=(), geolocation=()");
  return response;
}

Response written(const Page& page, const Visit* visit, const Request& request, base::Instant now) {
  auto response = with_headers(page.redirect.empty() ? page.status : 303, now);
  if (page.signs_out) response.headers.emplace_back("Set-Cookie", session_cookie(request, ""));
  if (!page.redirect.empty()) {
    response.headers.emplace_back("Location", page.redirect);
    return response;
  }
  if (page.download) {
    response.headers.emplace_back("Content-Type", page.download->type);
    response.headers.emplace_back("Content-Disposition",
                                  "attachment; filename=\"" + page.download->file_name + "\"");
    response.body = page.download->body;
    return response;
  }
  response.headers.emplace_back("Content-Type", "text/html; charset=utf-8");
  const auto here = split_target(request.target).first;
  response.body =
      document(page.title + " – Wijkvenster", assets_address(), page.scripts, shell(page, visit, here));
  return response;
}

// The piece that stands for {}, or nothing when the path is another one.
std::optional<std::string> matched(std::string_view pattern, std::string_view path) {
  const auto hole = pattern.find("{}");
  if (hole == std::string_view::npos) return pattern == path ? std::optional(std::string()) : std::nullopt;
  const auto before = pattern.substr(0, hole), after = pattern.substr(hole + 2);
  if (path.size() <= before.size() + after.size() || !path.starts_with(before) || !path.ends_with(after))
    return std::nullopt;
  const auto piece = path.substr(before.size(), path.size() - before.size() - after.size());
  const bool plain = piece.size() <= 64 && std::ranges::all_of(piece, in_name);
  return plain ? std::optional(std::string(piece)) : std::nullopt;
}

struct Found {
  const Address* address = nullptr;  // null with `other_method`: 405
  std::string id;
  bool other_method = false;
};

Found address_of(std::string_view method, std::string_view path) {
  Found found;
  for (const auto& address : all_addresses) {
    auto id = matched(address.path, path);
    if (!id) continue;
    if (address.method == method) return {&address, std::move(*id), false};
    found.other_method = true;
  }
  return found;
}

Page not_here() {
  return trouble(404, "Niet gevonden", paragraph("Deze pagina is er niet (meer)."));
}
Page wrong_method() {
  return trouble(405, "Dat kan hier niet", paragraph("Ga terug naar het overzicht en probeer het van daar."));
}
Page cannot_read() {
  return trouble(400, "Niet begrepen", paragraph("Deze aanvraag is niet te lezen. Er is niets veranderd."));
}
Page from_elsewhere() {
  return trouble(
      403, "Niet verwerkt",
      paragraph(
          "Dit formulier is oud of komt niet van deze site. Er is niets veranderd. Open de pagina opnieuw."));
}

// Who wrote too long keeps what was written.
Page visit_is_over(const Form& form) {
  auto page =
      trouble(403, "U bent afgemeld",
              paragraph("U was langer dan een kwartier stil. Er is niets veranderd. Meld u opnieuw aan."));
  if (!form.text("tekst").empty())
    page.main += el("section", {{"class", "card"}},
                    {long_text_field({"bewaard",
                                      "Uw tekst",
                                      "Kopieer deze tekst voordat u zich aanmeldt.",
                                      std::string(form.text("tekst")),
                                      {{"readonly"}}})});
  page.main += paragraph(link("/beheer/aanmelden", "Aanmelden"));
  return page;
}

struct Asked {
  std::string_view path;
  Form query, form;
};

base::Result<Asked> read(const Request& request) {
  const auto [path, query_text] = split_target(request.target);
  Asked asked{path, {}, {}};
  WV_TRY(asked.query, Form::parse(query_text));
  if (request.method != "POST") return asked;
  if (!base::header(request.headers, "content-type").starts_with("application/x-www-form-urlencoded"))
    return base::fail(base::ErrorCode::Invalid, "no form");
  WV_TRY(asked.form, Form::parse(request.body));
  return asked;
}

Page checked_page(const Visit& visit, const Found& found, bool posted) {
  if (!found.address) return found.other_method ? wrong_method() : not_here();
  const auto note = [&](const std::string& what) {
    return visit.world.journal.note(visit.account.name, what + " " + std::string(found.address->path),
                                    visit.now);
  };
  if (posted &&
      !base::same_bytes(base::as_bytes(visit.form.text("_bewijs")), base::as_bytes(visit.form_token))) {
    const auto noted = note("formulier-geweigerd");
    return noted ? from_elsewhere() : trouble_of(noted.error());
  }
  if (visit.may(found.address->least)) return found.address->answer(visit);
  const auto noted = note("rol-geweigerd");
  if (!noted) return trouble_of(noted.error());
  return trouble(403, "Dit mag uw account niet",
                 paragraph("Hiervoor is de rol " + std::string(role_word(found.address->least)) +
                           " nodig. Vraag een beheerder als u dit moet kunnen."));
}

Response answered(const World& world, const Request& request, const Asked& asked, base::Instant now) {
  const bool posted = request.method == "POST";
  const auto visitor = world.gate.visitor(session_token(request));
  if (!visitor) {
    if (visitor.error().code != base::ErrorCode::Denied)
      return written(trouble_of(visitor.error()), nullptr, request, now);
    auto page = posted ? visit_is_over(asked.form) : Page::go_to("/beheer/aanmelden");
    page.signs_out = !session_token(request).empty();
    return written(page, nullptr, request, now);
  }
  auto found = address_of(posted ? "POST" : "GET", asked.path);
  const Visit visit{world,       visitor->account, visitor->session,    visitor->form_token,
                    asked.query, asked.form,       std::move(found.id), now};
  return written(checked_page(visit, found, posted), &visit, request, now);
}

}  // namespace

Response Site::handle(const Request& request) const {
  const auto now = world_.clock.now();
  const auto refuse = [&](const Page& page) { return written(page, nullptr, request, now); };
  if (request.method != "GET" && request.method != "HEAD" && request.method != "POST")
    return refuse(wrong_method());
  if (request.target.size() > longest_target) return refuse(cannot_read());
  const auto asked = read(request);
  if (!asked) return refuse(cannot_read());
  if (const auto* asset = find_asset(asked->path)) {
    auto response = with_headers(200, now);
    set_header(response.headers, "Cache-Control",
               "public, max-age=31536000, immutable");  // its address is its hash
    response.headers.emplace_back("Content-Type", asset->type);
    response.body = std::string(asset->bytes);
    return response;
  }
  if (!is_safe_way(request))
    return refuse(trouble(403, "Alleen met https",
                          paragraph("Deze pagina’s werken alleen over een beveiligde verbinding (https).")));
  const bool posted = request.method == "POST";
  if (posted && !is_from_this_site(request)) return refuse(from_elsewhere());
  if (!is_door(asked->path)) return answered(world_, request, *asked, now);
  auto [page, token] = answer_at_the_door(world_, request, asked->path, asked->form);
  auto response = refuse(page);
  if (!token.empty()) response.headers.emplace_back("Set-Cookie", session_cookie(request, token));
  return response;
}

std::span<const Address> Site::addresses() {
  return all_addresses;
}

}  // namespace wv::desk
