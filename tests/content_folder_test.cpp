// What programs add to a folder of content, beside what people wrote in it.
#include "tests/support/content_folder.h"
#include "sync/content/content_source.h"

using namespace wv;
using namespace wv::test;

namespace {

constexpr const char* an_activity = R"(
[[gebieden]]
id = "noord"
[[gebieden.activiteiten]]
id = "koffie"
titel = "Koffie in de wijk"
begin = "2026-03-02T10:00"
)";

}  // namespace

TEST_CASE("what a program adds is published as if it stood in the file of its area") {
  ContentFolder content;
  content.write("invoer/buurthuis.toml", an_activity);
  const auto read = content.read();
  REQUIRE(read);
  const auto& bytes = read->targets.at("gebied/noord.json");
  CHECK(base::as_text(bytes).find("Koffie in de wijk") != std::string_view::npos);
  CHECK(base::as_text(bytes).find("Meer groen in de straat") != std::string_view::npos);
  CHECK(base::as_text(read->targets.at("gebied/zuid.json")).find("Koffie") == std::string_view::npos);
}

TEST_CASE("a mistake in an addition is told at its own file and line") {
  ContentFolder content;
  content.write("invoer/buurthuis.toml", std::string(an_activity) + "thema = \"onbekend\"\n");
  CHECK(content.mistakes() ==
        std::vector<std::string>{"invoer/buurthuis.toml:8: gebieden[0].activiteiten[0].thema: "
                                 "gemeente.json has no thema with this id"});
  content.write("invoer/buurthuis.toml", std::string(an_activity) + "begin2 = 1\n");
  CHECK(content.mistakes() ==
        std::vector<std::string>{"invoer/buurthuis.toml:8: gebieden[0].activiteiten[0].begin2: unknown key"});
}

TEST_CASE("an addition to nowhere, or of something else, is a mistake") {
  ContentFolder content;
  content.write("invoer/a.toml", "[[gebieden]]\nid = \"oost\"\n");
  CHECK(content.mistakes() == std::vector<std::string>{"invoer/a.toml:2: gebieden[0].id: there is no "
                                                       "gebieden/oost.toml to which this could be added"});
  content.write("invoer/a.toml", "[[gebieden]]\nid = \"noord\"\nteam = 1\n");
  CHECK(content.mistakes() ==
        std::vector<std::string>{"invoer/a.toml:3: gebieden[0].team: unknown: an addition "
                                 "holds agendas, activiteiten, nieuws"});
  content.write("invoer/a.toml", "gebieden = [1]\nnog = 2\n");
  CHECK(content.mistakes().size() == 2);
}

TEST_CASE("the same id in an addition and in the area's own file is a mistake of the addition") {
  ContentFolder content;
  content.write("invoer/a.toml", std::string(an_activity) + std::string(an_activity));
  CHECK(content.mistakes() ==
        std::vector<std::string>{
            "invoer/a.toml:12: gebieden[1].activiteiten[0].id: \"koffie\" is already in use"});
}

TEST_CASE("what is written as TOML reads back as it was") {
  const std::string odd = "\"\"\" ''' \\ \\n \t tab\nregel\n\nmet \x7f en é ’ 🌳 # geen commentaar = [x]";
  const auto object = base::Json::object(
      {{"a b", odd},
       {"getal", -3},
       {"half", 0.5},
       {"ja", true},
       {"leeg", ""},
       {"regel", "\nvooraan en achteraan\n"},
       {"lijst",
        base::Json::Array{base::Json::object({{"id", "x'y\"z"}, {"in", base::Json::object({{"nl", "u"}})}}),
                          base::Json::object({{"id", "2026-01-01"}})}},
       {"woorden", base::Json::Array{"een", "twee\r\n"}},
       {"niets", base::Json::array()}});
  const auto text = content::write_toml(object);
  INFO(text);
  const auto back = content::read_toml("x", text);
  REQUIRE(back);
  CHECK(back->json == object);
}
