// What staff do on the pages of the desk, and what becomes of it in the store, in public and in the log.
#include "sync/base/reference_code.h"
#include "sync/central/books.h"
#include "sync/desk/idea_record.h"
#include "tests/support/desk_browser.h"

using namespace wv;
using namespace wv::test;
using central::Feedback;
using desk::Role;

namespace {

struct Office : DeskSite {
  TestKiosk kiosk = a_kiosk(*this, "Wijkcentrum");
  std::int64_t sequence = 0;

  // Answers the public id.
  std::string idea(const std::string& text, const std::string& area = "", const std::string& theme = "") {
    auto json =
        Json::object({{"tekst", text}, {"ingevoerdOp", "2026-03-01T10:00:00Z"}, {"volgnummer", ++sequence}});
    if (!area.empty()) json.set("gebied", area);
    if (!theme.empty()) json.set("thema", theme);
    REQUIRE(kiosk.put(*this, an_idea_id(*this), base::to_text(json)).status == 201);
    std::string id;
    must(
        store->ideas([&](const central::IdeaRow& row) { return id = central::public_id(row.number), true; }));
    return id;
  }
  std::string list(Browser& browser, const std::string& query) {
    return body_of(browser.get("/beheer/ideeen?" + query));
  }
};

bool holds(const std::string& body, const std::string& words) {
  return body.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("an answer of the desk stands in public, and in the log with the name of the account", "[store]") {
  Office office;
  const auto id = office.idea("Een bankje bij de vijver");
  auto staff = signed_in(office, Role::Moderator);
  REQUIRE(staff.get("/beheer/ideeen/" + id).status == 200);
  office.clock.at += std::chrono::minutes(1);
  const auto done = staff.post("/beheer/ideeen/" + id + "/antwoord",
                               {{"status", "gepubliceerd"}, {"tekst", "Dank u wel.\r\nHet bankje komt er."}});
  REQUIRE(done.status == 303);
  const auto page = body_of(staff.get(header_of(done, "Location")));
  CHECK(holds(page, "Uw antwoord is bewaard."));
  CHECK(holds(page, "door moderator-noord"));
  const auto published = must(central::feedback_of(*office.store));
  REQUIRE(published.ideas.ideas.size() == 1);
  CHECK(published.ideas.ideas[0].id == id);
  CHECK(published.ideas.ideas[0].answer.in.at("nl") == "Dank u wel.\nHet bankje komt er.");
  bool logged = false;
  for (const auto& line : office.log_lines())
    logged = logged || (line.starts_with("moderator-noord beantwoord") && line.ends_with("gepubliceerd"));
  CHECK(logged);
}

TEST_CASE("nobody hears no without a reason, and what was typed is still there") {
  Office office;
  const auto id = office.idea("Een bankje");
  auto staff = signed_in(office, Role::Moderator);
  staff.get("/beheer/ideeen/" + id);
  for (const auto* status : {"niet getoond", "doorverwezen", "niet overgenomen"}) {
    const auto refused =
        staff.post("/beheer/ideeen/" + id + "/antwoord", {{"status", status}, {"tekst", " \t"}});
    CHECK(refused.status == 400);
    CHECK(holds(body_of(refused), "Zeg waarom. De bewoner leest dit."));
    CHECK(holds(body_of(refused), "<option value=\"" + std::string(status) + "\" selected=\"\">"));
  }
  const auto no_status = staff.post("/beheer/ideeen/" + id + "/antwoord",
                                    {{"status", "ontvangen"}, {"tekst", "Een <mooi> plan"}});
  CHECK(no_status.status == 400);
  CHECK(holds(body_of(no_status), "Een &lt;mooi&gt; plan"));
  CHECK(must(desk::read_idea(*office.store, 1)).steps.size() == 1);
}

TEST_CASE("what residents and kiosks wrote runs nowhere on the desk") {
  Office office;
  const std::string hostile = "\"><script>alert(1)</script><img src=x onerror=alert(2)>' javascript:alert(3)";
  const auto id = office.idea(hostile, "noord", "groen");
  must(office.desk->ask(
      Json::object({{"vraag", "kiosk-toevoegen"}, {"naam", hostile.substr(0, 60)}, {"kanaal", "mini"}}),
      [](const Json&) { return true; }));
  auto boss = signed_in(office, Role::Administrator);
  for (const auto* path : {"/beheer", "/beheer/ideeen?status=alle", "/beheer/kiosken", "/beheer/logboek",
                           "/beheer/gebruikers", "/beheer/inhoud"}) {
    const auto body = body_of(boss.get(path));
    INFO(path);
    CHECK_FALSE(holds(body, "<script>"));
    CHECK_FALSE(holds(body, "<img"));
    CHECK_FALSE(holds(body, "<b>"));
  }
  const auto idea = body_of(boss.get("/beheer/ideeen/" + id));
  CHECK(holds(idea, "&lt;script&gt;alert(1)&lt;/script&gt;"));
  CHECK_FALSE(holds(idea, "<script>"));
  const auto found = office.list(boss, "status=alle&zoek=" + desk::query_value("<script>"));
  CHECK(holds(found, "value=\"&lt;script&gt;\""));
  CHECK(holds(found, ">1 idee<"));
}

TEST_CASE("the queue shows what waits, longest first, and can be searched by area, theme and words",
          "[store]") {
  Office office;
  office.idea("Een bankje bij de vijver", "noord", "groen");
  office.clock.at += std::chrono::days(20);
  office.idea("Meer groen op het plein", "zuid", "groen");
  const auto answered = office.idea("Een drempel in de straat", "noord", "verkeer");
  auto staff = signed_in(office, Role::Moderator);
  staff.get("/beheer/ideeen/" + answered);
  staff.post("/beheer/ideeen/" + answered + "/antwoord", {{"status", "gepubliceerd"}, {"tekst", ""}});

  const auto queue = office.list(staff, "");
  CHECK(holds(queue, ">2 ideeën<"));
  CHECK(queue.find("Een bankje") < queue.find("Meer groen"));
  CHECK(holds(queue, "wacht te lang"));
  CHECK(holds(office.list(staff, "wacht=lang"), ">1 idee<"));
  CHECK(holds(office.list(staff, "status=alle&gebied=noord"), ">2 ideeën<"));
  CHECK(holds(office.list(staff, "status=alle&gebied=noord&thema=verkeer"), "Een drempel"));
  CHECK(holds(office.list(staff, "status=gepubliceerd"), ">1 idee<"));
  CHECK(holds(office.list(staff, "status=alle&zoek=GROEN"), "Meer groen"));
  CHECK(holds(office.list(staff, "status=alle&zoek=bestaat-niet"), "Er is niets dat hierbij past."));
}

TEST_CASE("a long queue is cut into pages, and no page is missing an idea") {
  Office office;
  for (int i = 1; i <= 60; ++i) office.idea("Idee nummer " + std::to_string(100 + i));
  auto staff = signed_in(office, Role::Reader);
  std::string all;
  for (int page = 1; page <= 3; ++page) all += office.list(staff, "blad=" + std::to_string(page));
  for (int i = 1; i <= 60; ++i) CHECK(holds(all, "Idee nummer " + std::to_string(100 + i)));
  CHECK(holds(all, "Blad 2 van 3"));
  for (const auto* odd : {"blad=0", "blad=-1", "blad=99999999999999999999", "blad=x"})
    CHECK(staff.get(std::string("/beheer/ideeen?") + odd).status == 200);
}

TEST_CASE("the same thing said twice goes on as one idea, and the desk finds the other one by itself",
          "[store]") {
  Office office;
  const auto first = office.idea("Graag een bankje bij de vijver in het park");
  const auto second = office.idea("Kan er een bankje bij de vijver komen");
  office.idea("Minder auto's in de binnenstad");
  auto staff = signed_in(office, Role::Moderator);
  staff.get("/beheer/ideeen/" + first);
  staff.post("/beheer/ideeen/" + first + "/antwoord", {{"status", "gepubliceerd"}, {"tekst", ""}});
  const auto page = body_of(staff.get("/beheer/ideeen/" + second));
  CHECK(holds(page, "Graag een bankje"));
  CHECK_FALSE(holds(page, "Minder auto"));
  CHECK(staff.post("/beheer/ideeen/" + second + "/samenvoegen", {{"met", second}}).status == 400);
  CHECK(staff.post("/beheer/ideeen/" + second + "/samenvoegen", {{"met", "i999"}}).status == 400);
  CHECK(staff.post("/beheer/ideeen/" + second + "/samenvoegen", {{"met", first}}).status == 303);
  CHECK(holds(body_of(staff.get("/beheer/ideeen/" + second)), "Gaat verder met"));
}

TEST_CASE("an idea that is erased on request is gone from the desk, and the log says who did it", "[store]") {
  Office office;
  const auto id = office.idea("Mijn buurman Jansen");
  auto staff = signed_in(office, Role::Moderator);
  staff.get("/beheer/ideeen/" + id);
  CHECK(staff.post("/beheer/ideeen/" + id + "/wissen", {{"reden", "zomaar"}}).status == 400);
  CHECK(staff.post("/beheer/ideeen/" + id + "/wissen", {{"reden", "verzoek bewoner"}}).status == 303);
  CHECK(staff.get("/beheer/ideeen/" + id).status == 404);
  CHECK(holds(office.list(staff, "status=alle"), ">0 ideeën<"));
  bool logged = false;
  for (const auto& line : office.log_lines()) {
    logged = logged || line.starts_with("moderator-noord wist-op-verzoek ");
    CHECK_FALSE(holds(line, "Jansen"));
  }
  CHECK(logged);
}

TEST_CASE("a kiosk that the desk adds can enrol with the code that was shown once") {
  Office office;
  auto boss = signed_in(office, Role::Administrator);
  boss.get("/beheer/kiosken");
  const auto page = body_of(boss.post("/beheer/kiosken", {{"naam", "Bibliotheek"}, {"kanaal", "mini"}}));
  std::smatch code;
  REQUIRE(std::regex_search(page, code, std::regex("class=\"key once\">([0-9A-Z]{5}-[0-9A-Z]{5})<")));
  CHECK_FALSE(holds(body_of(boss.get("/beheer/kiosken")), code[1].str()));
  const auto key = base::make_key_pair(office.random);
  CHECK(
      office.post("/aanmeldingen", enrolment_body(*base::normal_enrolment_code(code[1].str()), key)).status ==
      201);
}

TEST_CASE("with the address of the central a new kiosk gets its whole invitation to take along") {
  Office office;
  must(office.repository.init(office.random, office.clock.at));
  auto boss = signed_in(office, Role::Administrator);
  boss.get("/beheer/kiosken");
  const auto add = [&](const std::string& address) {
    return boss.post("/beheer/kiosken", {{"naam", "Bibliotheek"}, {"kanaal", "mini"}, {"adres", address}});
  };
  const auto wrong = add("centraal.voorbeeld.nl");
  CHECK(wrong.status == 400);
  CHECK(holds(body_of(wrong), "Dit is geen adres van een centrale."));
  const auto page = body_of(add("https://centraal.voorbeeld.nl/kiosk/v1"));
  CHECK(holds(page, "aria-label=\"Uitnodiging voor de kiosk\""));
  CHECK(holds(page, "/" + must(office.repository.root_sha256()) + "/https://centraal.voorbeeld.nl/kiosk/v1"));
  CHECK_FALSE(holds(body_of(add("")), "Alles in één"));
}

TEST_CASE("the page of the kiosks says first what needs a look today, and what to do") {
  Office office;
  auto boss = signed_in(office, Role::Administrator);
  const auto page = [&] { return body_of(boss.get("/beheer/kiosken")); };
  CHECK(holds(page(), "maar heeft daarna niets laten horen."));
  REQUIRE(office.kiosk.beat(office, "").status == 200);
  CHECK_FALSE(holds(page(), "Kijk hier vandaag naar"));
}

TEST_CASE("a stolen kiosk is put out by hand, with a reason, and hears so") {
  Office office;
  auto boss = signed_in(office, Role::Administrator);
  boss.get("/beheer/kiosken");
  const auto address = "/beheer/kiosken/" + office.kiosk.id.value;
  CHECK(boss.post(address + "/intrekken", {{"reden-" + office.kiosk.id.value, ""}}).status == 400);
  CHECK(boss.post(address + "/intrekken", {{"reden-" + office.kiosk.id.value, "gestolen"}}).status == 303);
  CHECK(office.kiosk.put(office, an_idea_id(office), an_idea(99)).status == 403);
  CHECK(office.logged("beheerder-noord kiosk-ingetrokken " + office.kiosk.id.value));
}

TEST_CASE("an administrator gives a kiosk a command from afar, sees what came of it, and takes one back") {
  Office office;
  const auto address = "/beheer/kiosken/" + office.kiosk.id.value + "/opdrachten";
  auto publisher = signed_in(office, Role::Publisher);
  CHECK(publisher.get(address).status == 403);
  CHECK(publisher.post(address, {{"opdracht", "herstart"}}).status == 403);
  auto boss = signed_in(office, Role::Administrator);
  CHECK(holds(body_of(boss.get("/beheer/kiosken")), address));
  CHECK(holds(body_of(boss.get(address)), "Opdrachten voor Wijkcentrum"));
  const auto wrong = [&](std::vector<std::pair<std::string, std::string>> fields) {
    const auto answer = boss.post(address, std::move(fields));
    CHECK(answer.status == 400);
    return body_of(answer);
  };
  CHECK(holds(wrong({{"opdracht", "dans"}}), "Kies wat de kiosk moet doen."));
  CHECK(holds(wrong({{"opdracht", "boodschap"}}), "Schrijf de boodschap op."));
  CHECK(holds(wrong({{"opdracht", "boodschap"}, {"tekst", "Koffie"}}), "Zeg tot en met welke dag."));
  CHECK(holds(wrong({{"opdracht", "donker"}, {"dag", "2026-02-28"}}), "Deze dag is al voorbij."));
  CHECK(holds(wrong({{"opdracht", "herstart"}, {"tekst", "Koffie"}}), "hoort geen boodschap"));
  const auto forged = boss.post_raw(address, "opdracht=herstart&_bewijs=onzin");
  CHECK(forged.status == 403);
  REQUIRE(boss.post(address, {{"opdracht", "boodschap"}, {"tekst", "<b>Koffie</b>"}, {"dag", "2026-03-05"}})
              .status == 303);
  auto page = body_of(boss.get(address));
  CHECK(holds(page, "&lt;b&gt;Koffie"));
  CHECK(holds(page, "Wacht op de kiosk"));
  static const std::regex withdrawal("/beheer/opdrachten/([0-9a-f-]+)/intrekken");
  std::smatch found;
  REQUIRE(std::regex_search(page, found, withdrawal));
  CHECK(office.logged("beheerder-noord opdracht-gegeven " + found[1].str() + " boodschap " +
                      office.kiosk.id.value));
  REQUIRE(boss.post(found[0].str(), {{"kiosk", office.kiosk.id.value}}).status == 303);
  CHECK(holds(body_of(boss.get(address)), "Ingetrokken"));
  CHECK(boss.post(found[0].str(), {{"kiosk", office.kiosk.id.value}}).status == 404);
  CHECK(office.logged("beheerder-noord opdracht-ingetrokken " + found[1].str()));
}

TEST_CASE("the picture and the diagnosis of a kiosk stand on its page") {
  Office office;
  auto boss = signed_in(office, Role::Administrator);
  const auto address = "/beheer/kiosken/" + office.kiosk.id.value + "/opdrachten";
  boss.get(address);
  const auto answered = [&](const std::string& word, const std::string& body) {
    REQUIRE(boss.post(address, {{"opdracht", word}}).status == 303);
    static const std::regex open("/beheer/opdrachten/([0-9a-f-]+)/intrekken");
    const auto page = body_of(boss.get(address));
    std::smatch found;
    REQUIRE(std::regex_search(page, found, open));
    const auto path = "/kiosk/v1/kiosken/" + office.kiosk.id.value + "/opdrachten/" + found[1].str();
    REQUIRE(office.send(office.kiosk.signed_request(office, "PUT", path, body)).status == 200);
    return body_of(boss.get(address));
  };
  static const std::regex source("/beheer/opdrachten/[0-9a-f-]+/beeld");
  const auto shown = answered("beeld", R"({"uitkomst":"gedaan","beeld":"iVBORw0KGgo_"})");
  std::smatch picture;
  REQUIRE(std::regex_search(shown, picture, source));
  const auto png = boss.get(picture[0].str());
  CHECK(header_of(png, "Content-Type") == "image/png");
  CHECK(body_of(png) == "\x89PNG\r\n\x1a\n?");
  auto publisher = signed_in(office, Role::Publisher);
  CHECK(publisher.get(picture[0].str()).status == 403);
  const auto page =
      answered("diagnose", R"({"uitkomst":"gedaan","diagnose":{"softwareVersie":"0.1.0","x":"<script>"}})");
  CHECK(holds(page, "0.1.0"));
  CHECK(holds(page, "&lt;script&gt;"));
  CHECK(holds(answered("herstart", R"({"uitkomst":"mislukt"})"), "Niet gelukt"));
}

TEST_CASE(
    "an administrator cannot lock themselves out, and nobody becomes administrator by a form of their own") {
  DeskSite site;
  auto boss = signed_in(site, Role::Administrator);
  boss.get("/beheer/gebruikers");
  CHECK(boss.post("/beheer/gebruikers/beheerder-noord/uit", {}).status == 400);
  CHECK(boss.post("/beheer/gebruikers/beheerder-noord/rol", {{"rol-beheerder-noord", "lezer"}}).status ==
        400);
  auto staff = signed_in(site, Role::Moderator);
  CHECK(staff.post("/beheer/gebruikers/moderator-noord/rol", {{"rol-moderator-noord", "beheerder"}}).status ==
        403);
  CHECK(must(site.accounts->find("moderator-noord")).role == Role::Moderator);
  CHECK(boss.post("/beheer/gebruikers/moderator-noord/rol", {{"rol-moderator-noord", "lezer"}}).status ==
        303);
  CHECK(must(site.accounts->find("moderator-noord")).role == Role::Reader);
}

TEST_CASE("the ideas leave as a file for a spreadsheet, without contact data, and the log knows") {
  Office office;
  office.idea("Een bankje, bij de \"vijver\"", "noord");
  office.idea("Een drempel", "zuid");
  auto staff = signed_in(office, Role::Moderator);
  CHECK(staff.get("/beheer/uitvoer").status == 200);
  const auto file = staff.get("/beheer/uitvoer/bestand?wat=ideas&soort=csv&van=&tot=&gebied=noord");
  CHECK(file.status == 200);
  CHECK(header_of(file, "Content-Disposition") == "attachment; filename=\"ideeen.csv\"");
  CHECK(holds(body_of(file), "bankje"));
  CHECK_FALSE(holds(body_of(file), "drempel"));
  CHECK(staff.get("/beheer/uitvoer/bestand?wat=ideas&soort=csv&van=gisteren").status == 400);
  CHECK(staff.get("/beheer/uitvoer/bestand?wat=../etc/passwd&soort=csv").status == 400);
  CHECK(office.logged("moderator-noord uitvoer-gemaakt ideas csv"));
}

TEST_CASE("a log in which one row was changed says so on the page", "[store]") {
  DeskSite site;
  auto boss = signed_in(site, Role::Administrator);
  CHECK(holds(body_of(boss.get("/beheer/logboek?controle=1")), "Het logboek is heel"));
  must(site.store->change([](central::Books& books) -> base::Result<> {
    WV_CHECK(books.sql().run("UPDATE logboek SET wie='iemand-anders' WHERE seq=1"));
    return {};
  }));
  CHECK(holds(body_of(boss.get("/beheer/logboek?controle=1")), "Het logboek klopt niet"));
}
