// An idea is frozen once, and what a central may receive is told apart from what it must refuse.
#include "sync/wire/idea.h"

#include "tests/support/catch.h"
#include "tests/support/world.h"

using namespace wv;
using namespace wv::wire;
using model::TextProblem;

namespace {

model::Idea an_idea() {
  model::Idea idea;
  idea.id.value = "019a5e3c-7d10-7c3a-9f0e-5b8f7c1d2e3f";
  idea.text = "Een bankje bij de \"speeltuin\"\nmet schaduw 🌳";
  idea.theme = model::ThemeId{"groen"};
  idea.wijk = model::WijkCode{"WK085531"};
  idea.area = model::AreaId{"noord"};
  idea.challenge = model::ChallengeId{"o-groen"};
  idea.lang = "tr";
  idea.entered_at = test::at("2026-03-01T10:00:00Z");
  idea.clock_is_certain = false;
  idea.assisted = true;
  idea.sequence = 418;
  idea.reference_hash = "AAECAwQFBgcICQoLDA0ODw";
  idea.sealed_contact = "aa.bb.cc.dd.ee";
  return idea;
}

base::Json envelope() {
  return base::parse_json(freeze(an_idea())).value();
}

// The fields that are refused in an envelope.
std::vector<std::string> faults(const base::Json& json) {
  const std::string text = base::to_text(json);
  const auto idea = thaw({}, base::as_bytes(text));
  std::vector<std::string> fields;
  if (!idea)
    for (const FieldFault& fault : idea.error().faults) fields.push_back(fault.field);
  return fields;
}

using Fields = std::vector<std::string>;

}  // namespace

TEST_CASE("an idea comes back from its envelope as it went in") {
  const model::Idea idea = an_idea();
  const auto back = thaw(idea.id, freeze(idea));
  REQUIRE(back);
  CHECK(back->id == idea.id);
  CHECK(back->text == idea.text);
  CHECK(back->theme == idea.theme);
  CHECK(back->wijk == idea.wijk);
  CHECK(back->area == idea.area);
  CHECK(back->challenge == idea.challenge);
  CHECK(back->lang == idea.lang);
  CHECK(back->entered_at == idea.entered_at);
  CHECK(back->clock_is_certain == idea.clock_is_certain);
  CHECK(back->assisted == idea.assisted);
  CHECK(back->sequence == idea.sequence);
  CHECK(back->reference_hash == idea.reference_hash);
  CHECK(back->sealed_contact == idea.sealed_contact);
  CHECK(freeze(*back) == freeze(idea));
}

TEST_CASE("the smallest idea has a text, a moment and a number") {
  const base::Json least =
      base::Json::object({{"tekst", "Boom"}, {"ingevoerdOp", "2026-03-01T10:00:00Z"}, {"volgnummer", 1}});
  CHECK(faults(least).empty());
}

TEST_CASE("the bytes of an idea never change, because their hash is acknowledged") {
  CHECK(
      base::as_text(freeze(an_idea())) ==
      "{\"tekst\":\"Een bankje bij de \\\"speeltuin\\\"\\nmet schaduw "
      "🌳\",\"thema\":\"groen\",\"wijkCode\":\"WK085531\","
      "\"gebied\":\"noord\",\"opgave\":\"o-groen\",\"taal\":\"tr\",\"ingevoerdOp\":\"2026-03-01T10:00:00Z\","
      "\"klokZeker\":false,\"geholpen\":true,\"volgnummer\":418,\"referentieHash\":"
      "\"AAECAwQFBgcICQoLDA0ODw\","
      "\"contactVersleuteld\":\"aa.bb.cc.dd.ee\"}");
}

TEST_CASE("all faults of an envelope are named together") {
  CHECK(faults(base::Json::object()) == Fields{"tekst", "ingevoerdOp", "volgnummer"});
  const base::Json wrong = base::Json::object({{"tekst", 5},
                                               {"thema", "Groen!"},
                                               {"wijkCode", "WK1"},
                                               {"gebied", ""},
                                               {"opgave", 1},
                                               {"taal", "NEDERLANDS"},
                                               {"ingevoerdOp", "gisteren"},
                                               {"klokZeker", "ja"},
                                               {"geholpen", 1},
                                               {"volgnummer", 0},
                                               {"referentieHash", "kort"},
                                               {"contactVersleuteld", "06-12345678"},
                                               {"onbekend", 1}});
  CHECK(faults(wrong) == Fields{"tekst", "thema", "wijkCode", "gebied", "opgave", "taal", "ingevoerdOp",
                                "klokZeker", "geholpen", "volgnummer", "referentieHash", "contactVersleuteld",
                                ""});
}

TEST_CASE("a thousand characters fit, whatever their bytes; one more does not") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "🌳";
  CHECK(faults(envelope().set("tekst", text)).empty());
  CHECK(faults(envelope().set("tekst", text + "a")) == Fields{"tekst"});
}

TEST_CASE("an envelope that is too large or no JSON is refused without looking inside") {
  const auto large = thaw({}, base::Bytes(max_idea_bytes + 1, '['));
  REQUIRE_FALSE(large);
  CHECK(large.error().too_large);
  for (const char* text : {"", "[]", "null", "{\"tekst\":{\"a\":{}}}", "{\"tekst\":\"\\ud800\"}",
                           "{\"tekst\":\"a\",\"tekst\":\"b\"}"})
    CHECK_FALSE(thaw({}, base::as_bytes(text)));
}

TEST_CASE("the name of a field that does not belong is not repeated to anybody") {
  const std::string text = base::to_text(envelope().set("<script>", 1));
  const auto idea = thaw({}, base::as_bytes(text));
  REQUIRE_FALSE(idea);
  CHECK(idea.error().faults.at(0).message.find("script") == std::string::npos);
  CHECK(idea.error().faults.at(0).field.empty());
}

TEST_CASE("a text is judged as the screen will explain it") {
  using model::check_idea_text;
  CHECK_FALSE(check_idea_text("Een boom\n\tin de straat"));
  CHECK(check_idea_text("") == TextProblem::Empty);
  CHECK(check_idea_text(" \n\u200b\u3000") == TextProblem::Empty);
  CHECK(check_idea_text(std::string(1001, 'a')) == TextProblem::TooLong);
  CHECK_FALSE(check_idea_text(std::string(1000, 'a')));
  CHECK(check_idea_text("a\xff") == TextProblem::NotUtf8);
  CHECK(check_idea_text(std::string_view("a\0b", 3)) == TextProblem::ControlCharacter);
  CHECK(check_idea_text("a\x1b[31m") == TextProblem::ControlCharacter);
  CHECK(check_idea_text("a\u0085") == TextProblem::ControlCharacter);
  CHECK(check_idea_text("a\uFFFF") == TextProblem::ControlCharacter);
}
