// Content at the desk: what others made is looked at first, and what is withdrawn can come back.
#include <fstream>

#include "tests/support/desk_browser.h"

using namespace wv;
using namespace wv::test;
using desk::Role;

namespace {

constexpr std::string_view calendar =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//NL\r\nBEGIN:VEVENT\r\nUID:koffie@buurthuis.example\r\n"
    "DTSTAMP:20260301T090000Z\r\nDTSTART:20260310T090000Z\r\nDTEND:20260310T100000Z\r\nSUMMARY:Koffie in het "
    "buurthuis\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

// A folder of content of its own, published once.
struct Newsroom : DeskSite {
  Newsroom() {
    content = folder.path / "inhoud";
    std::filesystem::copy(content_mini(), content, std::filesystem::copy_options::recursive);
    must(repository.init(random, clock.at));
    const auto documents = content::read_content(files, content);
    REQUIRE(documents);
    must(repository.publish(*documents, {}, clock.at));
  }
  std::vector<std::pair<std::string, std::string>> delivery(
      const std::string& text = std::string(calendar)) const {
    return {{"soort", "ics"}, {"gebied", "noord"}, {"bron", "buurthuis"}, {"inhoud", text}};
  }
  bool is_published(std::string_view words) const {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(repository.published()))
      if (entry.is_regular_file() &&
          base::as_text(must(files.read(entry.path()))).find(words) != std::string_view::npos)
        return true;
    return false;
  }
  std::filesystem::path import(const std::string& part_of) const {
    return content / part_of / "ics-buurthuis.toml";
  }
};

bool says(const Response& response, const std::string& words) {
  return body_of(response).find(words) != std::string::npos;
}

}  // namespace

TEST_CASE(
    "a calendar is looked at first, then kept, published, withdrawn and put back, and the log tells who") {
  Newsroom room;
  auto staff = signed_in(room, Role::Publisher);
  REQUIRE(staff.get("/beheer/inhoud/werk").status == 200);

  auto fields = room.delivery();
  const auto looked = staff.post("/beheer/inhoud/invoer", fields);
  REQUIRE(looked.status == 200);
  CHECK(says(looked, "Kijk na wat u invoert"));
  CHECK(says(looked, "Koffie in het buurthuis"));  // goes along, so that nothing is remembered in between
  CHECK_FALSE(std::filesystem::exists(room.import("invoer")));

  fields.emplace_back("stap", "bewaar");
  CHECK(staff.post("/beheer/inhoud/invoer", fields).status == 303);
  CHECK(std::filesystem::exists(room.import("invoer")));
  CHECK_FALSE(room.is_published("Koffie in het buurthuis"));
  CHECK(says(staff.get("/beheer/inhoud/werk"), "ics-buurthuis"));

  room.clock.at += std::chrono::minutes(1);
  CHECK(staff.post("/beheer/inhoud/publiceren", {}).status == 303);
  CHECK(room.is_published("Koffie in het buurthuis"));

  CHECK(staff.post("/beheer/inhoud/ics-buurthuis/intrekken", {}).status == 303);
  CHECK_FALSE(std::filesystem::exists(room.import("invoer")));
  CHECK(says(staff.get("/beheer/inhoud/werk"), "Ingetrokken"));
  CHECK(staff.post("/beheer/inhoud/ics-buurthuis/terugzetten", {}).status == 303);
  CHECK(std::filesystem::exists(room.import("invoer")));

  CHECK(room.logged("publicist-noord inhoud-ingevoerd invoer/ics-buurthuis.toml"));
  CHECK(room.logged("publicist-noord inhoud-ingetrokken ics-buurthuis"));
  CHECK(room.logged("publicist-noord inhoud-teruggezet ics-buurthuis"));
}

TEST_CASE("what cannot be read is told, what was pasted stays in its field, and nothing is kept") {
  Newsroom room;
  auto staff = signed_in(room, Role::Publisher);
  staff.get("/beheer/inhoud/werk");
  const auto refused = staff.post("/beheer/inhoud/invoer", room.delivery("<html>geen agenda</html>"));
  CHECK(refused.status == 400);
  CHECK(says(refused, "Hier kunnen wij niets mee."));
  CHECK(says(refused, "&lt;html&gt;geen agenda&lt;/html&gt;"));
  const auto empty =
      staff.post("/beheer/inhoud/invoer", {{"soort", ""}, {"gebied", ""}, {"bron", ""}, {"inhoud", " "}});
  CHECK(empty.status == 400);
  for (const auto* words : {"Kies wat u invoert.", "Kies voor welk gebied het is.", "Geef de bron een naam."})
    CHECK(says(empty, words));
  CHECK_FALSE(std::filesystem::exists(room.content / "invoer"));
}

TEST_CASE("with a mistake in the folder nothing is published, and the page says where it is") {
  Newsroom room;
  auto staff = signed_in(room, Role::Publisher);
  std::ofstream(room.content / "gebieden" / "noord.toml", std::ios::app) << "\n[[agendas]]\nonbekend = 1\n";
  const auto page = staff.get("/beheer/inhoud/werk");
  CHECK(says(page, "gebieden/noord.toml:"));
  CHECK(says(page, "Dit kan pas als er geen fouten meer zijn."));
  const auto refused = staff.post("/beheer/inhoud/publiceren", {});
  CHECK(refused.status != 303);
  CHECK(says(refused, "gebieden/noord.toml:"));
}

TEST_CASE("without the publisher's key the desk says where publishing happens") {
  Newsroom room;
  auto staff = signed_in(room, Role::Publisher);
  std::filesystem::remove(room.repository.vault().file_of(central::KeyName::Publisher));
  CHECK(says(staff.get("/beheer/inhoud/werk"), "wijkvenster-central publish"));
  CHECK(staff.post("/beheer/inhoud/publiceren", {}).status != 303);
}

TEST_CASE("who reads or moderates changes no content, and a name cannot leave the folder") {
  Newsroom room;
  auto moderator = signed_in(room, Role::Moderator);
  moderator.get("/beheer");
  CHECK(moderator.post("/beheer/inhoud/publiceren", {}).status == 403);
  CHECK(moderator.post("/beheer/inhoud/invoer", room.delivery()).status == 403);
  auto staff = signed_in(room, Role::Publisher);
  staff.get("/beheer/inhoud/werk");
  for (const auto* name : {"..", "-", "..%2fgemeente", "gemeente.toml", "weg"})
    CHECK(staff.post("/beheer/inhoud/" + std::string(name) + "/intrekken", {}).status != 303);
}

TEST_CASE("a wijkagenda is taken in as a table and as text, though neither says of what kind it is") {
  Newsroom room;
  auto staff = signed_in(room, Role::Publisher);
  staff.get("/beheer/inhoud/werk");
  const auto take_in = [&](const std::string& kind, const std::string& text) {
    return staff.post(
        "/beheer/inhoud/invoer",
        {{"soort", kind}, {"gebied", "noord"}, {"bron", "wijkplan"}, {"inhoud", text}, {"stap", "bewaar"}});
  };
  const auto kept = [&] { return room.content / "invoer" / "agenda-wijkplan.toml"; };
  CHECK(take_in("agenda-tabel", "Opgave;Thema;Actie;Status\nMeer groen;groen;Bomen planten;in uitvoering\n")
            .status == 303);
  REQUIRE(std::filesystem::exists(kept()));
  CHECK(take_in("agenda",
                "# Wijkagenda Noord\n\n## Kernopgaven\n\n### Veilig spelen\n\n#### Acties\n\n- Drempels "
                "leggen (in uitvoering)\n")
            .status == 303);
  CHECK(base::as_text(must(room.files.read(kept()))).find("Drempels leggen") != std::string_view::npos);
  CHECK(says(staff.get("/beheer/inhoud/werk"), "Wijkagenda"));
}
