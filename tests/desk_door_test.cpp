// The door of the desk, as the people who may come in meet it, and as those who may not.
#include <fstream>
#include <set>

#include "tests/support/desk_browser.h"

using namespace wv;
using namespace wv::test;
using desk::Role;

TEST_CASE("who is invited sets a password and a phone, and comes in with both") {
  DeskSite site;
  const auto code = must(site.gate->invite("moderator-noord", Role::Moderator));
  Browser browser(site);
  auto page = browser.post("/beheer/instellen", {{"account", "moderator-noord"}, {"uitnodiging", code}});
  REQUIRE(page.status == 200);
  const std::regex key("class=\"key\">([A-Z2-7]+)<");
  const auto body = body_of(page);
  std::smatch found;
  REQUIRE(std::regex_search(body, found, key));
  const auto phone =
      Phone{base::Secret(base::ByteView(must(site.accounts->find("moderator-noord")).totp_secret))};
  CHECK(must(desk::totp_secret_text(phone.secret)) == found[1].str());

  const auto finish = [&](const std::string& password, const std::string& digits) {
    return browser.post("/beheer/instellen", {{"account", "moderator-noord"},
                                              {"uitnodiging", code},
                                              {"stap", "telefoon"},
                                              {"wachtwoord", password},
                                              {"code", digits}});
  };
  CHECK(finish("kort", phone.code(site)).status == 400);
  CHECK(finish("ik ben moderator-noord", phone.code(site)).status == 400);
  CHECK(finish(good_password, "000000").status == 400);
  CHECK(finish(good_password, phone.code(site)).status == 200);
  CHECK(finish(good_password, phone.code(site)).status == 403);  // the invitation has served

  site.clock.at += std::chrono::minutes(1);
  CHECK(sign_in(browser, "moderator-noord", good_password, phone.code(site)).status == 303);
  CHECK(browser.get("/beheer").status == 200);
  CHECK(site.logged("moderator-noord aangemeld"));
}

TEST_CASE("a wrong password, a wrong code and a name that is nobody's look the same from outside") {
  DeskSite site;
  const auto phone = an_account(site, "moderator-noord", Role::Moderator);
  const auto page_for = [&](const std::string& password, const std::string& code) {
    Browser browser(site);
    const auto response = sign_in(browser, "moderator-noord", password, code);
    CHECK(response.status == 403);
    CHECK(browser.cookie.empty());
    return body_of(response);
  };
  const auto wrong_password = page_for("een heel ander wachtwoord", phone.code(site));
  CHECK(page_for(good_password, "000000") == wrong_password);
  must(site.gate->disable("moderator-noord"));
  CHECK(page_for(good_password, phone.code(site)) == wrong_password);
  Browser stranger(site);
  auto nobody = body_of(sign_in(stranger, "moderator-zuid", good_password, phone.code(site)));
  CHECK(std::regex_replace(nobody, std::regex("moderator-zuid"), "moderator-noord") == wrong_password);
}

TEST_CASE("a password typed in the field of the name never stands in the log") {
  DeskSite site;
  Browser browser(site);
  CHECK(sign_in(browser, good_password, "moderator-noord", "123456").status == 403);
  CHECK(sign_in(browser, "geheim-wachtwoord", "moderator-noord", "123456").status == 403);
  for (const auto& line : site.log_lines()) {
    CHECK(line.find(good_password) == std::string::npos);
    CHECK(line.find("geheim-wachtwoord") == std::string::npos);
  }
  CHECK(site.logged("onbekend aanmelden-geweigerd"));
}

TEST_CASE("a code that was read over a shoulder opens nothing a second time", "[store]") {
  DeskSite site;
  const auto phone = an_account(site, "moderator-noord", Role::Moderator);
  const auto code = phone.code(site);
  Browser first(site), second(site);
  CHECK(sign_in(first, "moderator-noord", good_password, code).status == 303);
  CHECK(sign_in(second, "moderator-noord", good_password, code).status == 403);
}

TEST_CASE("whoever guesses is made to wait, even with the right password, and afterwards comes in") {
  DeskSite site;
  const auto phone = an_account(site, "moderator-noord", Role::Moderator);
  Browser browser(site);
  for (int i = 0; i < 12; ++i)
    sign_in(browser, "moderator-noord", "geraden wachtwoord " + std::to_string(i), "000000");
  CHECK(sign_in(browser, "moderator-noord", good_password, phone.code(site)).status == 403);
  site.clock.at += std::chrono::minutes(5);
  CHECK(sign_in(browser, "moderator-noord", good_password, phone.code(site)).status == 303);
}

TEST_CASE("one address that tries a list of names is slowed down as a whole, another address is not") {
  DeskSite site;
  const auto phone = an_account(site, "moderator-noord", Role::Moderator);
  Browser guesser(site), colleague(site);
  colleague.remote = "192.0.2.8";
  for (int i = 0; i < 40; ++i) sign_in(guesser, "account-" + std::to_string(i), good_password, "000000");
  CHECK(sign_in(guesser, "moderator-noord", good_password, phone.code(site)).status == 403);
  CHECK(sign_in(colleague, "moderator-noord", good_password, phone.code(site)).status == 303);
}

TEST_CASE("a guessed invitation is dead after five tries, also for who has the right code", "[store]") {
  DeskSite site;
  const auto code = must(site.gate->invite("moderator-noord", Role::Moderator));
  Browser browser(site);
  for (int i = 0; i < 5; ++i)
    CHECK(browser.post("/beheer/instellen", {{"account", "moderator-noord"}, {"uitnodiging", "00000-00000"}})
              .status == 403);
  CHECK(browser.post("/beheer/instellen", {{"account", "moderator-noord"}, {"uitnodiging", code}}).status ==
        403);
}

TEST_CASE("an invitation that nobody used for a day is worth nothing") {
  DeskSite site;
  const auto code = must(site.gate->invite("moderator-noord", Role::Moderator));
  site.clock.at += std::chrono::hours(24);
  Browser browser(site);
  CHECK(browser.post("/beheer/instellen", {{"account", "moderator-noord"}, {"uitnodiging", code}}).status ==
        403);
}

TEST_CASE("a desk that was left open closes by itself after a quarter of an hour") {
  DeskSite site;
  auto browser = signed_in(site, Role::Moderator);
  site.clock.at += std::chrono::minutes(14);
  CHECK(browser.get("/beheer").status == 200);
  site.clock.at += std::chrono::minutes(14);
  CHECK(browser.get("/beheer").status == 200);
  site.clock.at += std::chrono::minutes(16);
  CHECK(browser.get("/beheer").status == 303);
  CHECK(browser.cookie.empty());
}

TEST_CASE("a working day is the longest that anybody stays in") {
  DeskSite site;
  auto browser = signed_in(site, Role::Moderator);
  for (int i = 0; i < 47; ++i) {
    site.clock.at += std::chrono::minutes(10);
    REQUIRE(browser.get("/beheer").status == 200);
  }
  site.clock.at += std::chrono::minutes(14);
  CHECK(browser.get("/beheer").status == 303);
}

TEST_CASE("a cookie that somebody else put into the browser is never the one that gets in") {
  DeskSite site;
  const auto phone = an_account(site, "moderator-noord", Role::Moderator);
  Browser victim(site), attacker(site);
  victim.cookie = attacker.cookie = "wijkvenster=" + std::string(43, 'A');
  CHECK(sign_in(victim, "moderator-noord", good_password, phone.code(site)).status == 303);
  CHECK(victim.cookie != attacker.cookie);
  CHECK(attacker.get("/beheer").status == 303);
}

TEST_CASE("who reads the store finds no token that would open a session") {
  DeskSite site;
  const auto browser = signed_in(site, Role::Moderator);
  const auto token = browser.cookie.substr(browser.cookie.find('=') + 1);
  REQUIRE(token.size() == 43);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(site.folder.path)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    INFO(entry.path());
    CHECK(bytes.find(token) == std::string::npos);
    CHECK(bytes.find(good_password) == std::string::npos);
  }
}

TEST_CASE("who signs out leaves nothing behind that works", "[store]") {
  DeskSite site;
  auto browser = signed_in(site, Role::Moderator);
  const auto kept = browser.cookie;
  CHECK(browser.post("/beheer/afmelden", {}).status == 303);
  browser.cookie = kept;
  CHECK(browser.get("/beheer").status == 303);
}

TEST_CASE("an account that is shown out is out at once, in every browser") {
  DeskSite site;
  auto browser = signed_in(site, Role::Moderator);
  must(site.gate->disable("moderator-noord"));
  CHECK(browser.get("/beheer").status == 303);
}

TEST_CASE("forged tokens open nothing") {
  DeskSite site;
  (void)signed_in(site, Role::Administrator);
  for (const auto& token :
       {std::string(), std::string("x"), std::string(43, '0'), std::string(44, 'A'), std::string(5000, 'A'),
        std::string("' OR 1=1 --                                ")}) {
    Browser browser(site);
    browser.cookie = "wijkvenster=" + token;
    CHECK(browser.get("/beheer").status == 303);
  }
}

TEST_CASE("a form from another site changes nothing, whatever cookie the browser adds") {
  DeskSite site;
  auto browser = signed_in(site, Role::Administrator);
  browser.origin = "https://elders.example";
  CHECK(browser.post("/beheer/gebruikers", {{"naam", "indringer"}, {"rol", "beheerder"}}).status == 403);
  browser.origin = "http://127.0.0.1:8080";
  browser.proof = std::string(43, 'A');
  CHECK(browser.post("/beheer/gebruikers", {{"naam", "indringer"}, {"rol", "beheerder"}}).status == 403);
  CHECK(browser.post_raw("/beheer/gebruikers", "naam=indringer&rol=beheerder").status == 403);
  CHECK_FALSE(site.accounts->find("indringer"));
  CHECK(site.logged("beheerder-noord formulier-geweigerd /beheer/gebruikers"));
}

TEST_CASE("a proof from one visit is worth nothing in another") {
  DeskSite site;
  const auto mine = signed_in(site, Role::Administrator, "beheerder-een");
  auto theirs = signed_in(site, Role::Administrator, "beheerder-twee");
  theirs.proof = mine.proof;
  CHECK(theirs.post("/beheer/gebruikers", {{"naam", "nieuw-account"}, {"rol", "lezer"}}).status == 403);
}

TEST_CASE("every page and every button asks for its role, and who lacks it stands in the log") {
  DeskSite site;
  for (const auto role : desk::all_roles) {
    auto browser = signed_in(site, role);
    for (const auto& address : desk::Site::addresses()) {
      if (address.least <= role) continue;
      auto path = std::string(address.path);
      if (const auto hole = path.find("{}"); hole != std::string::npos) path.replace(hole, 2, "i1");
      INFO(desk::role_word(role) << " " << address.method << " " << path);
      CHECK((address.method == "GET" ? browser.get(path) : browser.post(path, {})).status == 403);
      CHECK(site.logged(std::string(desk::role_word(role)) + "-noord rol-geweigerd " +
                        std::string(address.path)));
    }
  }
}

TEST_CASE("whoever is not let in sees the door and nothing else") {
  DeskSite site;
  for (const auto& address : desk::Site::addresses()) {
    Browser browser(site);
    const std::string path(address.path);
    const auto response = address.method == "GET" ? browser.get(path) : browser.post(path, {});
    INFO(address.method << " " << path);
    CHECK(response.status == (address.method == "GET" ? 303 : 403));
    if (address.method == "GET") CHECK(header_of(response, "Location") == "/beheer/aanmelden");
  }
}

TEST_CASE("a long answer is not lost when the quarter of an hour was over") {
  DeskSite site;
  auto browser = signed_in(site, Role::Moderator);
  site.clock.at += std::chrono::minutes(20);
  const auto page = browser.post("/beheer/ideeen/i1/antwoord",
                                 {{"status", "gepubliceerd"}, {"tekst", "Een <lang> antwoord"}});
  CHECK(page.status == 403);
  CHECK(body_of(page).find("Een &lt;lang&gt; antwoord") != std::string::npos);
}

TEST_CASE("pages say to every browser what they may not be used for") {
  DeskSite site;
  auto browser = signed_in(site, Role::Administrator);
  for (const auto* path : {"/beheer/aanmelden", "/beheer", "/beheer/bestaat-niet"}) {
    const auto response = browser.get(path);
    INFO(path);
    CHECK(
        header_of(response, "Content-Security-Policy") ==
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
        "frame-ancestors 'none'; base-uri 'none'");
    CHECK(header_of(response, "Cache-Control") == "no-store");
    CHECK(header_of(response, "X-Content-Type-Options") == "nosniff");
    CHECK(header_of(response, "Referrer-Policy") == "same-origin");
    CHECK(header_of(response, "Content-Type") == "text/html; charset=utf-8");
    const auto body = body_of(response);
    CHECK(body.find("style=") == std::string::npos);
    CHECK(body.find("<script>") == std::string::npos);
    CHECK_FALSE(std::regex_search(body, std::regex(" on[a-z]+=")));
  }
}

TEST_CASE("no two things on a page have the same id, so that labels and skip links lead where they say") {
  DeskSite site;
  site.content = content_mini();
  auto browser = signed_in(site, Role::Administrator);
  for (const auto& address : desk::Site::addresses()) {
    if (address.method != "GET" || address.path.find("{}") != std::string::npos) continue;
    const auto body = body_of(browser.get(std::string(address.path)));
    const std::regex id(" id=\"([^\"]+)\"");
    std::set<std::string> seen;
    for (std::sregex_iterator it(body.begin(), body.end(), id), end; it != end; ++it) {
      INFO(address.path << " " << (*it)[1].str());
      CHECK(seen.insert((*it)[1].str()).second);
    }
  }
}

TEST_CASE("addresses that are no addresses end in 400, 404 or 405, and nowhere else") {
  DeskSite site;
  auto browser = signed_in(site, Role::Administrator);
  for (const auto* path : {"/beheer/../etc/passwd", "/beheer/ideeen/..%2f..%2f", "/beheer/ideeen/i0",
                           "/beheer/ideeen/i99999999999999999999", "/beheer/ideeen/i1/i2",
                           "/beheer/bestanden/../main", "/beheer/gebruikers//uit", "/beheerx"}) {
    INFO(path);
    CHECK(browser.get(path).status == 404);
  }
  CHECK(browser.get("/beheer/gebruikers/moderator-noord/uit").status == 405);
  CHECK(browser.get("/beheer?" + std::string(3000, 'a')).status == 400);
  CHECK(browser.get("/beheer/ideeen?zoek=%ff").status == 400);
  CHECK(browser.get("/beheer/ideeen?blad=1&blad=2").status == 400);
  CHECK(site.answer({"PUT", "/beheer", {{"host", "localhost"}}, "", ""}).status == 405);
}

TEST_CASE("over plain HTTP from another machine there is no door at all") {
  DeskSite site;
  const auto response =
      site.answer({"GET", "/beheer/aanmelden", {{"host", "wijkvenster.example"}}, "", "192.0.2.7"});
  CHECK(response.status == 403);
  CHECK(body_of(response).find("https") != std::string::npos);
  CHECK(body_of(response).find("<input") == std::string::npos);
}

TEST_CASE("two administrators who change the same account do not overwrite each other", "[store]") {
  DeskSite site;
  (void)an_account(site, "moderator-noord", Role::Moderator);
  auto seen_by_one = must(site.accounts->find("moderator-noord"));
  must(site.gate->disable("moderator-noord"));
  seen_by_one.role = Role::Administrator;
  const auto late = site.accounts->change(seen_by_one);
  REQUIRE_FALSE(late);
  CHECK(late.error().code == base::ErrorCode::Unavailable);
  CHECK(must(site.accounts->find("moderator-noord")).state == desk::Account::State::Disabled);
}
