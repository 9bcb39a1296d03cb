// Content survives the wire, and what does not hold together is refused with every place at once.
#include "sync/wire/content.h"

#include <algorithm>
#include <random>

#include "sync/base/encoding.h"
#include "tests/support/example_content.h"

using namespace wv;
using namespace wv::wire;
using namespace wv::test;
using wv::model::Problem;

namespace {

// Reads the example area after one change, which must be refused at this place.
void refused_at(std::string_view changed, Json value, std::string_view place) {
  Json json = example_area();
  at_pointer(json, changed) = std::move(value);
  const auto read = read_area(json);
  INFO(changed << " → " << place);
  REQUIRE_FALSE(read);
  INFO(summary(read.error(), 9));
  CHECK(std::any_of(read.error().begin(), read.error().end(),
                    [&](const Problem& p) { return p.pointer == place; }));
}
void refused(std::string_view changed, Json value) {
  refused_at(changed, std::move(value), changed);
}

std::string long_text(std::size_t size) {
  std::string text;
  while (size-- > 0) text += "é";
  return text;
}

}  // namespace

TEST_CASE("every document comes back from the wire as it went") {
  const auto same = [](const Json& json, auto read) {
    const auto value = read(json);
    if (!value) FAIL(summary(value.error(), 20));
    CHECK(to_text(to_json(*value)) == to_text(to_json(read(to_json(*value)).value())));
    CHECK(to_json(*value) == json);
  };
  same(example_municipality(), read_municipality);
  same(example_area(), read_area);
  same(example_map(), read_map);
  same(example_keys(), wire::read_keys);
  same(example_answers(), read_answers);
  same(example_ideas(), read_public_ideas);
}

TEST_CASE("the values of an area are what its author wrote") {
  const auto area = read_area(example_area());
  REQUIRE(area);
  const model::Agenda& agenda = area->agendas.at(0);
  CHECK(agenda.challenges.at(0).agenda == agenda.id);
  CHECK(agenda.challenges.at(0).origins.size() == 2);
  CHECK(agenda.actions.at(0).period->precision == model::Period::Precision::ToQuarter);
  CHECK(agenda.actions.at(1).parent->value == "a-bomen");
  CHECK(agenda.title.find("en").text == "Agenda of Noord");
  CHECK_FALSE(agenda.title.find("en").is_fallback);
  CHECK(agenda.profile.find("en").is_fallback);
  CHECK(agenda.profile.find("nl").text == "Noord is groen en ruim.");
  CHECK(area->places.at(0).hours.week[0].size() == 2);
  CHECK(area->places.at(0).hours.week[6].at(0).to == std::chrono::minutes{1440});
  CHECK(area->events.at(0).duration == std::chrono::minutes{90});
  CHECK(area->events.at(1).cancelled);
  CHECK(area->news.at(0).decision_number == "punt 22-06");
}

TEST_CASE("challenges stand in the asked order and updates newest first") {
  Json json = example_area();
  at_pointer(json, "/agendas/0/opgaven/0/volgorde") = 7;
  std::reverse(at_pointer(json, "/agendas/0/acties/0/berichten").items()->begin(),
               at_pointer(json, "/agendas/0/acties/0/berichten").items()->end());
  const auto area = read_area(json);
  REQUIRE(area);
  CHECK(area->agendas[0].challenges[0].id.value == "o-samen");
  CHECK(area->agendas[0].actions[0].updates[0].text.find("nl").text == "De helft staat.");
}

TEST_CASE("a reference to what is not there is refused where it stands") {
  refused("/agendas/0/acties/0/opgave", "o-weg");
  refused("/agendas/0/acties/0/plan", "plan-weg");
  refused("/agendas/0/acties/1/onderdeelVan", "a-weg");
  refused("/activiteiten/0/plek", "weg");
}

TEST_CASE("actions that are part of each other are refused") {
  refused("/agendas/0/acties/1/onderdeelVan", "a-school");
  refused("/agendas/0/acties/0/onderdeelVan", "a-school");
  Json json = example_area();
  at_pointer(json, "/agendas/0/acties/1/opgave") = "o-samen";
  CHECK_FALSE(read_area(json));  // a part of an action under another challenge
}

TEST_CASE("an id twice, empty or with other letters is refused") {
  refused("/agendas/0/acties/1/id", "a-bomen");
  refused("/agendas/0/opgaven/1/id", "o-groen");
  refused("/activiteiten/1/id", "koffie");
  for (const char* id : {"", "Koffie", "koffie tijd", "../x", "é"}) refused("/activiteiten/1/id", id);
  refused("/activiteiten/1/id", std::string(65, 'a'));
}

TEST_CASE("texts that are empty, too long, without Dutch or with controls are refused") {
  refused("/naam", "");
  refused("/naam", " \n ");
  refused("/naam", long_text(81));
  refused("/naam", "No\x07ord");
  refused("/naam", 7);
  refused("/naam", Json::object());
  refused("/naam", Json::object({{"en", "North"}}));
  refused_at("/naam", Json::object({{"nl", "Noord"}, {"Engels", "North"}}), "/naam/Engels");
  refused_at("/naam", Json::object({{"nl", "Noord"}, {"en", ""}}), "/naam/en");
  Json json = example_area();
  at_pointer(json, "/naam") = long_text(80);
  CHECK(read_area(json));
}

TEST_CASE("days, periods and hours that cannot be are refused") {
  refused("/agendas/0/vastgesteldOp", "2025-02-29");
  refused("/agendas/0/vastgesteldOp", "1725-02-01");
  refused("/agendas/0/acties/0/periode/tot", "2025-12-31");
  refused("/agendas/0/visie/tot", 2020);
  refused("/agendas/0/acties/0/periode/nauwkeurigheid", "week");
  refused("/plekken/0/uren/ma/0", "9:00-12:30");
  refused("/plekken/0/uren/ma/0", "12:30-09:00");
  refused("/plekken/0/uren/ma/0", "09:00-24:01");
  refused("/plekken/0/uren/ma/1", "12:00-17:00");
  refused("/plekken/0/uren/ma", "09:00-12:30");
  refused("/plekken/0/uitzonderingen/1/op", "2026-12-25");
  refused("/activiteiten/0/begin", "2026-01-06 10:00");
  refused("/activiteiten/0/begin", "2026-02-30T10:00");
  refused("/activiteiten/0/duurMinuten", 0);
  refused("/activiteiten/1/vervalt", Json(Json::Array{"2026-03-02T19:30"}));
  refused("/nieuws/0/reageerTot", "2026-02-19");
}

TEST_CASE("repetition rules have the words of RFC 5545 or are refused") {
  for (const char* rule :
       {"FREQ=WEEKLY;BYDAY=TU", "FREQ=MONTHLY;BYDAY=1MO,-1FR", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=-1",
        "INTERVAL=2;FREQ=DAILY;COUNT=10", "FREQ=DAILY;UNTIL=20261231T220000Z", "FREQ=DAILY;UNTIL=20261231"})
    CHECK(model::is_rrule(rule));
  for (const char* rule :
       {"", "WEEKLY", "FREQ=SECONDLY", "FREQ=HOURLY", "FREQ=WEEKLY;", "FREQ=WEEKLY;FREQ=DAILY", "BYDAY=TU",
        "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;BYDAY=", "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=5;UNTIL=20260101", "FREQ=DAILY;UNTIL=2026-01-01", "FREQ=DAILY;X-FOO=1",
        "freq=daily", "FREQ=DAILY;COUNT=1000"}) {
    INFO(rule);
    CHECK_FALSE(model::is_rrule(rule));
  }
}

TEST_CASE("an unknown key is refused wherever it stands") {
  for (const char* place :
       {"/onbekend", "/agendas/0/onbekend", "/agendas/0/visie/onbekend", "/agendas/0/acties/0/periode/x",
        "/team/leden/0/x", "/plekken/0/uren/maandag", "/plekken/0/uitzonderingen/0/x", "/nieuws/0/x"})
    refused(place, "x");
}

TEST_CASE("every required key that is missing is named, all in one round") {
  const auto read = read_area(Json::object());
  REQUIRE_FALSE(read);
  std::vector<std::string> places;
  for (const Problem& problem : read.error()) {
    CHECK(problem.message == "missing");
    places.push_back(problem.pointer);
  }
  CHECK(places == std::vector<std::string>{"/id", "/soort", "/naam", "/wijken", "/agendas", "/team"});
}

TEST_CASE("no place is reported twice for one fault") {
  Json json = example_area();
  at_pointer(json, "/agendas/0/titel") = 5;
  at_pointer(json, "/agendas/0/acties/1/status") = "later";
  at_pointer(json, "/plekken/0/adres") = "";
  const auto read = read_area(json);
  REQUIRE_FALSE(read);
  std::vector<std::string> places;
  for (const Problem& problem : read.error()) places.push_back(problem.pointer);
  CHECK(places ==
        std::vector<std::string>{"/agendas/0/titel", "/agendas/0/acties/1/status", "/plekken/0/adres"});
}

TEST_CASE("whatever is put in whatever place, reading ends with a value or with places") {
  std::mt19937 engine(21);
  const std::vector<Json> strange = {Json(),
                                     Json(true),
                                     Json(-1),
                                     Json(INT64_MAX),
                                     Json(1.5),
                                     Json(""),
                                     Json("x\n"),
                                     Json::array(),
                                     Json::object(),
                                     Json(Json::Array{Json()}),
                                     Json::object({{"nl", Json()}})};
  std::vector<std::string> places;
  const auto collect = [&](auto& self, const Json& json, const std::string& pointer) -> void {
    places.push_back(pointer);
    if (const auto* items = json.items())
      for (std::size_t i = 0; i < items->size(); ++i) self(self, (*items)[i], base::pointer_to(pointer, i));
    if (const auto* members = json.members())
      for (const auto& member : *members) self(self, member.value, base::pointer_to(pointer, member.key));
  };
  collect(collect, example_area(), "");
  CHECK(places.size() > 100);
  for (const std::string& place : places)
    for (int i = 0; i < 3; ++i) {
      Json json = example_area();
      at_pointer(json, place) = strange[engine() % strange.size()];
      const auto read = read_area(json);
      if (read)
        CHECK(read_area(to_json(*read)));
      else
        CHECK_FALSE(read.error().empty());
    }
}

TEST_CASE("an area must fit the municipality that it belongs to") {
  const auto municipality = read_municipality(example_municipality()).value();
  auto area = read_area(example_area()).value();
  CHECK(check_within(area, municipality).empty());
  auto changed = area;
  changed.id.value = "zuid";
  CHECK(check_within(changed, municipality).at(0).pointer == "/id");
  changed = area;
  changed.wijken.pop_back();
  CHECK(check_within(changed, municipality).at(0).pointer == "/wijken");
  changed = area;
  changed.agendas[0].challenges[0].themes[1].value = "water";
  CHECK(check_within(changed, municipality).at(0).pointer == "/agendas/0/opgaven/0/themas/1");
  changed = area;
  changed.events[0].theme->value = "water";
  CHECK(check_within(changed, municipality).at(0).pointer == "/activiteiten/0/thema");
  changed = area;
  changed.events[0].title.in["tr"] = "Kahve";
  CHECK(check_within(changed, municipality).at(0).pointer == "/activiteiten/0/titel/tr");
}

TEST_CASE("a map must draw each wijk of the municipality, in metres of RD") {
  const auto municipality = read_municipality(example_municipality()).value();
  auto map = read_map(example_map()).value();
  CHECK(check_within(map, municipality).empty());
  map.wijken.pop_back();
  CHECK(check_within(map, municipality).size() == 1);
  for (const auto& [place, value] : std::vector<std::pair<std::string, Json>>{
           {"/wijken/0/ringen/0/0", Json(Json::Array{133000, 399000, 1})},
           {"/wijken/0/ringen/0/1", Json(Json::Array{51.5, 5.1})},
           {"/wijken/0/ringen/0", Json::array()},
           {"/wijken/0/code", "WK08553"},
           {"/wijken/1/code", "WK085531"}}) {
    Json json = example_map();
    at_pointer(json, place) = value;
    INFO(place);
    CHECK_FALSE(read_map(json));
  }
  Json open_ring = example_map();
  at_pointer(open_ring, "/wijken/0/ringen/0/3") = Json(Json::Array{133001, 399000});
  CHECK_FALSE(read_map(open_ring));
  Json swapped = example_map();
  for (int i = 0; i < 4; ++i)
    std::swap((*at_pointer(swapped, "/wijken/0/ringen/0/" + std::to_string(i)).items())[0],
              (*at_pointer(swapped, "/wijken/0/ringen/0/" + std::to_string(i)).items())[1]);
  CHECK_FALSE(read_map(swapped));
}

TEST_CASE("a municipality without Dutch first, with a doubled wijk or an unknown tint is refused") {
  const auto refused_municipality = [](std::string_view place, Json value) {
    Json json = example_municipality();
    at_pointer(json, place) = std::move(value);
    INFO(place);
    const auto read = read_municipality(json);
    REQUIRE_FALSE(read);
    CHECK(read.error().at(0).pointer == place);
  };
  refused_municipality("/talen", Json(Json::Array{"en", "nl"}));
  refused_municipality("/gebieden/1/wijken/0", "WK085531");
  refused_municipality("/themas/0/kleur", "paars");
  refused_municipality("/themas/1/id", "groen");
  refused_municipality("/themas/1/id", std::string(41, 'a'));
  refused_municipality("/code", "0855");
  refused_municipality("/antwoordBinnenDagen", 0);
  refused_municipality("/antwoordBinnenDagen", INT64_MIN);
}

TEST_CASE("keys that cannot protect anybody are refused") {
  const auto refused_keys = [](std::string_view place, Json value) {
    Json json = example_keys();
    at_pointer(json, place) = std::move(value);
    INFO(place);
    CHECK_FALSE(wire::read_keys(json));
  };
  refused_keys("/contactSleutel/n", std::string(100, 'A') + base::to_base64url(base::Bytes(128, 0xff)));
  refused_keys("/contactSleutel/e", "AQ");
  refused_keys("/contactSleutel/e", "AA");
  refused_keys("/contactSleutel/alg", "RSA1_5");
  refused_keys("/contactSleutel/d", "AQAB");  // somebody published a private key
  refused_keys("/contactSleutel/kid", "");
  refused_keys("/ontvangstSleutel/x", "AAAA");
  refused_keys("/ontvangstSleutel/crv", "X25519");
  refused_keys("/referentieZout", "AAAA");
  refused_keys("/argon2/geheugenKiB", 1 << 30);
  refused_keys("/argon2/operaties", 0);
}

TEST_CASE("a reference hash is the one other software computes") {
  const auto keys = wire::read_keys(example_keys()).value();
  const base::Bytes code = {1, 2, 3, 4, 5, 6};
  CHECK(reference_hash(code, keys).value() ==
        base::to_base64url(base::from_hex("07ce5e4bdc56033c65ecce91e4792208").value()));
}

TEST_CASE("answers and public ideas with impossible parts are refused") {
  const auto refused_answers = [](std::string_view place, Json value) {
    Json json = example_answers();
    at_pointer(json, place) = std::move(value);
    INFO(place);
    CHECK_FALSE(read_answers(json));
  };
  refused_answers("/antwoorden/0/referentieHash", "AAAA");
  refused_answers("/antwoorden/0/stappen", Json::array());
  refused_answers("/antwoorden/0/stappen/0/status", "verdwenen");
  refused_answers("/antwoorden/0/stappen/0/op", "2026-04-01T00:00:00Z");
  refused_answers("/antwoorden/0/stappen/1/tekst", Json::object({{"en", "Thanks"}}));
  Json twice = example_answers();
  at_pointer(twice, "/antwoorden").push(*at_pointer(twice, "/antwoorden").items()->begin());
  CHECK_FALSE(read_answers(twice));
  Json ideas = example_ideas();
  at_pointer(ideas, "/ideeen/0/tekst") = std::string(1001, 'a');
  CHECK_FALSE(read_public_ideas(ideas));
  ideas = example_ideas();
  at_pointer(ideas, "/ideeen/1/id") = "b7k2";
  CHECK_FALSE(read_public_ideas(ideas));
}

TEST_CASE("every status has one word") {
  for (int i = 0; i <= static_cast<int>(model::IdeaStatus::Withdrawn); ++i) {
    const auto status = static_cast<model::IdeaStatus>(i);
    CHECK(model::status_from_word(model::status_word(status)) == status);
  }
  CHECK_FALSE(model::status_from_word("Ontvangen"));
}
