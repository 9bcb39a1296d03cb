// From a folder of text files to a repository that a kiosk trusts, and what happens when somebody makes
// mistakes.
#include <fstream>

#include "sync/content/city_map.h"
#include "sync/content/content_source.h"
#include "sync/content/toml_source.h"
#include "sync/wire/tuf_trust.h"
#include "tests/support/central.h"

using namespace wv;
using namespace wv::test;
namespace fs = std::filesystem;
namespace tuf = wire::tuf;

namespace {

struct Author {
  TemporaryFolder folder;
  edge::Disk files;
  fs::path content = folder.path / "inhoud";

  Author() { fs::copy(content_mini(), content, fs::copy_options::recursive); }
  std::string text(const std::string& file) {
    return std::string(base::as_text(must(files.read(content / file))));
  }
  void replace(const std::string& file, const std::string& from, const std::string& to) {
    auto all = text(file);
    const auto at = all.find(from);
    REQUIRE(at != std::string::npos);
    all.replace(at, from.size(), to);
    write(file, all);
  }
  void write(const std::string& file, const std::string& all) {
    std::ofstream(content / file, std::ios::binary) << all;
  }
  std::vector<std::string> mistakes() {
    std::vector<std::string> lines;
    const auto read = content::read_content(files, content);
    if (!read)
      for (const auto& finding : read.error()) lines.push_back(finding.text());
    return lines;
  }
};

bool any(const std::vector<std::string>& lines, const std::string& start) {
  return std::ranges::any_of(lines, [&](const auto& line) { return line.starts_with(start); });
}

// Walks the client's workflow over the published folder, the way a kiosk does it over HTTP.
struct Client {
  Central& central;
  fs::path at = central.repository.published() / "mini";

  base::Bytes file(const std::string& name) { return must(central.files.read(at / name)); }

  tuf::Trust trust() {
    auto trust = must(tuf::Trust::start(file("1.root.json")));
    for (std::int64_t next = 2; fs::exists(at / tuf::consistent_metadata_name("root", next)); ++next)
      must(trust.update_root(file(tuf::consistent_metadata_name("root", next))));
    const auto now = central.clock.at;
    must(trust.finish_roots(now));
    must(trust.update_timestamp(file("timestamp.json"), now));
    must(trust.update_snapshot(
        file(tuf::consistent_metadata_name("snapshot", trust.timestamp()->snapshot.version)), now));
    for (const std::string role : {"targets", "terugkoppeling"})
      must(trust.update_targets(
          role, file(tuf::consistent_metadata_name(role, trust.snapshot()->files.at(role + ".json").version)),
          now));
    return trust;
  }

  Json document(const std::string& target) {
    const auto about = trust().find(target);
    REQUIRE(about);
    const auto bytes = file(tuf::consistent_target_path(target, about->sha256));
    must(tuf::check_file(bytes, *about, target));
    return must(base::parse_json(bytes));
  }
};

content::Documents mini(Central& central) {
  auto documents = content::read_content(central.files, content_mini());
  if (!documents)
    for (const auto& finding : documents.error()) FAIL_CHECK(finding.text());
  REQUIRE(documents);
  return std::move(*documents);
}

struct Publication : Central {
  Publication() {
    must(repository.init(random, clock.at));
    released = must(repository.publish(mini(*this), {}, clock.at));
  }
  central::Released released;
  Client client{*this};
};

}  // namespace

TEST_CASE("a municipality's folder becomes a repository that a kiosk trusts") {
  Publication central;
  CHECK(central.released.channel == "mini");
  const auto trust = central.client.trust();
  for (const std::string target :
       {"gemeente.json", "kaart.json", "sleutels.json", "gebied/noord.json", "gebied/zuid.json",
        "beeld/noord.png", "terugkoppeling/antwoorden.json", "ideeen/ideeen.json"})
    CHECK(trust.find(target));
  CHECK(wire::read_area(central.client.document("gebied/noord.json")));
  CHECK(wire::read_municipality(central.client.document("gemeente.json")));
  const auto keys = wire::read_keys(central.client.document("sleutels.json"));
  REQUIRE(keys);
  CHECK(keys->receipt.key == must(central.repository.vault().load(central::KeyName::Receipt)).public_key);
  const auto map = wire::read_map(central.client.document("kaart.json"));
  REQUIRE(map);
  CHECK(map->source == "Verzonnen wijken voor tests");
  CHECK(map->wijken.size() == 2);
}

TEST_CASE("private keys are for their owner's eyes, and none is ever published") {
  Publication central;
  for (const auto& entry : fs::recursive_directory_iterator(central.repository.vault().folder()))
    if (entry.is_regular_file()) CHECK((entry.status().permissions() & fs::perms(077)) == fs::perms::none);
  std::vector<std::string> seeds;
  for (int i = 0; i <= static_cast<int>(central::KeyName::Receipt); ++i)
    seeds.push_back(
        base::to_hex(must(central.repository.vault().load(static_cast<central::KeyName>(i))).seed.bytes()));
  for (const auto& entry : fs::recursive_directory_iterator(central.repository.published())) {
    if (!entry.is_regular_file()) continue;
    const auto bytes = must(central.files.read(entry.path()));
    for (const auto& seed : seeds) CHECK(base::as_text(bytes).find(seed) == std::string_view::npos);
    CHECK(base::as_text(bytes).find("PRIVATE KEY") == std::string_view::npos);
  }
}

TEST_CASE("keys are made once: a second init changes nothing") {
  Publication central;
  const auto before = must(central.repository.root_sha256());
  CHECK_FALSE(central.repository.init(central.random, central.clock.at));
  CHECK(must(central.repository.root_sha256()) == before);
}

TEST_CASE("published again: every version climbs, also within a second and after the clock went back") {
  Publication central;
  const auto first = central.client.trust();
  const auto second = must(central.repository.publish(mini(central), {}, central.clock.at));
  CHECK(second.targets_version == central.released.targets_version + 1);
  CHECK(second.new_blobs == 0);
  central.clock.at -= std::chrono::hours(30);
  const auto third = must(central.repository.publish(mini(central), {}, central.clock.at));
  CHECK(third.targets_version == second.targets_version + 1);
  CHECK(third.snapshot_version > second.snapshot_version);
  CHECK(central.client.trust().timestamp()->version > first.timestamp()->version + 1);
}

TEST_CASE("versions are seconds since 1970, so that they climb also after a restored backup") {
  Publication central;
  CHECK(central.released.targets_version == 1772359200);
}

TEST_CASE("answers travel in the delegated role, signed without the publisher") {
  Publication central;
  fs::remove_all(central.repository.vault().folder() / "offline");
  const auto kiosk = a_kiosk(central);
  const std::string reference(22, 'A');
  const auto id = an_idea_id(central);
  REQUIRE(kiosk.put(central, id, an_idea(1, "Een bankje", reference)).status == 201);
  central.clock.at += std::chrono::hours(1);
  must(central.desk->ask(Json::object({{"vraag", "antwoord"},
                                       {"referentieHash", reference},
                                       {"status", "gepubliceerd"},
                                       {"tekst", Json::object({{"nl", "Dank u wel."}})}}),
                         [](const Json&) { return true; }));
  const auto answers = wire::read_answers(central.client.document("terugkoppeling/antwoorden.json"));
  REQUIRE(answers);
  REQUIRE(answers->histories.size() == 1);
  REQUIRE(answers->histories[0].steps.size() == 2);
  CHECK(answers->histories[0].reference_hash == reference);
  CHECK(answers->histories[0].steps[0].status == model::IdeaStatus::Received);
  CHECK(answers->histories[0].steps[1].text.find("nl").text == "Dank u wel.");
  const auto ideas = wire::read_public_ideas(central.client.document("ideeen/ideeen.json"));
  REQUIRE(ideas);
  REQUIRE(ideas->ideas.size() == 1);
  CHECK(ideas->ideas[0].text == "Een bankje");
}

TEST_CASE("an idea is public only after a moderator says so, and no longer when taken back") {
  Publication central;
  const auto kiosk = a_kiosk(central);
  const auto id = an_idea_id(central);
  REQUIRE(kiosk.put(central, id, an_idea(1, "Kanarie in het park")).status == 201);
  const auto shown_after = [&](const std::string& status) {
    central.clock.at += std::chrono::minutes(1);
    must(central.desk->ask(Json::object({{"vraag", "antwoord"},
                                         {"idee", id},
                                         {"status", status},
                                         {"tekst", Json::object({{"nl", "Daarom."}})}}),
                           [](const Json&) { return true; }));
    return wire::read_public_ideas(central.client.document("ideeen/ideeen.json"))->ideas.size();
  };
  CHECK(shown_after("in moderatie") == 0);
  CHECK(shown_after("in behandeling") == 0);
  CHECK(shown_after("gepubliceerd") == 1);
  CHECK(shown_after("in agenda") == 1);
  CHECK(shown_after("niet getoond") == 0);
}

TEST_CASE("an answer that kiosks could not show is refused before it is kept") {
  Publication central;
  const auto kiosk = a_kiosk(central);
  const auto id = an_idea_id(central);
  kiosk.put(central, id, an_idea(1));
  const auto answer = [&](const std::string& status, const std::string& text) {
    return central.desk->ask(Json::object({{"vraag", "antwoord"},
                                           {"idee", id},
                                           {"status", status},
                                           {"tekst", Json::object({{"nl", text}})}}),
                             [](const Json&) { return true; });
  };
  CHECK_FALSE(answer("in behandeling", "bel\x07"));
  CHECK_FALSE(answer("in behandeling", std::string(100'000, 'x')));
  CHECK_FALSE(answer("ontvangen", "nog eens"));
  CHECK_FALSE(answer("misschien", "hm"));
  CHECK(answer("in behandeling", "We kijken ernaar."));
}

TEST_CASE("nothing changed: nothing is written; half the time gone: signed anew") {
  Publication central;
  const auto timestamp = central.client.file("timestamp.json");
  CHECK(must(central.desk->publish_feedback()) == 0);
  CHECK(central.client.file("timestamp.json") == timestamp);
  central.clock.at += std::chrono::hours(40);
  CHECK(must(central.desk->publish_feedback()) == 1);
  CHECK(central.client.file("timestamp.json") != timestamp);
  central.clock.at += std::chrono::days(16);
  CHECK(must(central.desk->publish_feedback()) == 1);
  central.client.trust();
}

TEST_CASE("a root near its end is renewed, and kiosks follow the chain") {
  Publication central;
  const auto pinned = must(central.repository.root_sha256());
  central.clock.at += std::chrono::days(360);
  CHECK(must(central.repository.renew_root(central.clock.at)) == 2);
  central.clock.at += std::chrono::days(20);
  must(central.repository.publish(mini(central), {}, central.clock.at));
  CHECK(central.client.trust().root().version == 2);
  CHECK(must(central.repository.root_sha256()) != pinned);
}

TEST_CASE("a year of answers does not fill the disk, and what a slow kiosk still fetches stays") {
  Publication central;
  const auto kiosk = a_kiosk(central);
  for (int i = 1; i <= 60; ++i) {
    central.clock.at += std::chrono::minutes(10);
    kiosk.put(central, an_idea_id(central),
              an_idea(i, "idee", std::string(20, 'A') + char('A' + i % 26) + "A"));
    must(central.desk->publish_feedback());
  }
  const auto files = std::distance(fs::recursive_directory_iterator(central.client.at), {});
  CHECK(files < 80);
  central.client.trust();
  const auto before = central.client.trust();
  central.clock.at += std::chrono::minutes(1);
  kiosk.put(central, an_idea_id(central), an_idea(99, "nieuw", std::string(22, 'Q')));
  must(central.desk->publish_feedback());
  const auto old = before.find("terugkoppeling/antwoorden.json");
  CHECK(fs::exists(central.client.at /
                   tuf::consistent_target_path("terugkoppeling/antwoorden.json", old->sha256)));
}

TEST_CASE("all mistakes of an author are listed at once, each with file, line and key") {
  Author author;
  author.replace("gebieden/noord.toml", "status = \"bezig\"", "status = \"druk\"");
  author.replace("gebieden/noord.toml", "titel = \"Meer groen in de straat\"", "titel = 7");
  author.replace("gebieden/zuid.toml", "soort = \"dorp\"", "soort = \"dorp\"\nkleur = \"rood\"");
  author.replace("gemeente.toml", "code = \"GM0855\"", "code = \"855\"");
  const auto lines = author.mistakes();
  CHECK(any(lines, "gebieden/noord.toml:27: agendas[0].acties[0].status: "));
  CHECK(any(lines, "gebieden/noord.toml:20: agendas[0].opgaven[0].titel: "));
  CHECK(any(lines, "gebieden/zuid.toml:3: kleur: "));
  CHECK(any(lines, "gemeente.toml:2: code: "));
  CHECK(lines.size() == 4);
}

TEST_CASE("what is missing is reported at the table it is missing from") {
  Author author;
  author.replace("gebieden/noord.toml", "titel = \"Honderd bomen planten\"\n", "");
  const auto lines = author.mistakes();
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].starts_with("gebieden/noord.toml:23: agendas[0].acties[0].titel: "));
}

TEST_CASE("no TOML at all: the line where reading stopped") {
  Author author;
  author.replace("gebieden/zuid.toml", "naam = \"Zuid\"", "naam = \"Zuid");
  const auto lines = author.mistakes();
  CHECK(any(lines, "gebieden/zuid.toml:3: "));
}

TEST_CASE("documents that do not fit together are refused") {
  Author author;
  author.replace("gebieden/noord.toml", "themas = [\"groen\"]", "themas = [\"water\"]");
  author.replace("gebieden/noord.toml", "beeld/noord.png", "beeld/weg.png");
  fs::rename(author.content / "gebieden/zuid.toml", author.content / "gebieden/west.toml");
  const auto lines = author.mistakes();
  CHECK(any(lines, "gebieden/noord.toml:21: agendas[0].opgaven[0].themas"));
  CHECK(any(lines, "gebieden/noord.toml:5: beeld: "));
  CHECK(any(lines, "gebieden/west.toml:1: id: "));
  CHECK(any(lines, "gemeente.toml:22: gebieden[1]: "));
}

TEST_CASE("missing files, pictures that are none and maps in degrees are named") {
  Author author;
  author.write("beelden/noord.png", "GIF89a");
  author.write("beelden/Groot Huis.png", author.text("beelden/noord.png"));
  author.replace("kaart/wijken.rd.geojson", "[134000, 398000], [135000, 398000]", "[5.1, 51.6], [5.2, 51.6]");
  fs::remove(author.content / "gemeente.toml");
  const auto lines = author.mistakes();
  CHECK(any(lines, "gemeente.toml: missing"));
  CHECK(any(lines, "beelden/noord.png: "));
  CHECK(any(lines, "beelden/Groot Huis.png: "));
  CHECK(any(lines, "kaart/wijken.rd.geojson: features[0].geometry: "));
}

TEST_CASE("an empty folder and one that is not there are refused in words") {
  TemporaryFolder folder;
  edge::Disk files;
  for (const auto& path : {folder.path, folder.path / "nergens"}) {
    const auto read = content::read_content(files, path);
    REQUIRE(!read);
    CHECK(read.error().size() == 3);
  }
}

TEST_CASE("a publication that breaks off leaves the old one whole") {
  Publication central;
  const auto before = central.client.trust().snapshot()->version;
  fs::remove(central.repository.vault().file_of(central::KeyName::Timestamp));
  central.clock.at += std::chrono::hours(1);
  const auto failed = central.repository.publish(mini(central), {}, central.clock.at);
  REQUIRE(!failed);
  CHECK(failed.error().message.find("timestamp.json") != std::string::npos);
  CHECK(central.client.trust().snapshot()->version == before);
}
