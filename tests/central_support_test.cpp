// Support as the central counts it, ideas that are merged, and publications that hold for fifty thousand
// ideas.
#include "sync/central/example_ideas.h"
#include "sync/wire/receipt.h"
#include "sync/wire/support.h"
#include "tests/support/central.h"

using namespace wv;
using namespace wv::test;
using central::Feedback;
using central::IdeaRow;

namespace {

struct Desk : Central {
  TestKiosk kiosk = a_kiosk(*this);
  std::int64_t sequence = 0;

  // Answers the public id.
  std::string idea(const std::string& text = "Een bankje", const std::string& reference = "") {
    REQUIRE(kiosk.put(*this, an_idea_id(*this), test::an_idea(++sequence, text, reference)).status == 201);
    std::string id;
    must(store->ideas([&](const IdeaRow& row) { return id = central::public_id(row.number), true; }));
    return id;
  }
  base::Result<> ask(const Json& request) {
    return desk->ask(request, [](const Json&) { return true; });
  }
  base::Result<> say(const std::string& id, const std::string& status, const std::string& text = "") {
    clock.at += std::chrono::minutes(1);
    return ask(Json::object({{"vraag", "antwoord"},
                             {"publiek", id},
                             {"status", status},
                             {"tekst", text.empty() ? Json::object() : Json::object({{"nl", text}})}}));
  }
  base::Result<> merge(const std::string& id, const std::string& with) {
    clock.at += std::chrono::minutes(1);
    return ask(Json::object({{"vraag", "antwoord"},
                             {"publiek", id},
                             {"status", "samengevoegd"},
                             {"met", Json::object({{"publiek", with}})}}));
  }
  Response support(const std::string& id, const std::string& body) {
    return send(kiosk.signed_request(*this, "PUT", "/kiosk/v1/steunbetuigingen/" + id, body));
  }
  Response support(const std::string& public_id, base::Instant given) {
    const model::Support support{{}, public_id, given, true, ++sequence};
    return this->support(an_idea_id(*this), std::string(base::as_text(wire::freeze(support))));
  }
  Feedback published() { return must(central::feedback_of(*store)); }
  std::int64_t supports_of(const std::string& id) {
    for (const auto& idea : published().ideas.ideas)
      if (idea.id == id) return idea.supports;
    return -1;
  }
};

template <class T>
T read_or_fail(wire::Read<T> read) {
  if (!read) FAIL(wire::summary(read.error()));
  return std::move(*read);
}

std::string a_support(const std::string& idea, int sequence = 9) {
  return R"({"idee":")" + idea + R"(","gegevenOp":"2026-03-01T09:00:00Z","klokZeker":true,"volgnummer":)" +
         std::to_string(sequence) + "}";
}

}  // namespace

TEST_CASE("support that is delivered twice counts once, and both times the receipt is the same", "[store]") {
  Desk desk;
  const auto idea = desk.idea();
  must(desk.say(idea, "gepubliceerd"));
  const auto id = an_idea_id(desk);
  const auto first = desk.support(id, a_support(idea));
  CHECK(first.status == 201);
  desk.clock.at += std::chrono::hours(3);
  const auto second = desk.support(id, a_support(idea));
  CHECK(second.status == 200);
  CHECK(body_of(first) == body_of(second));
  const auto receipt = must(wire::read_receipt(as_bytes(body_of(first)), wire::Acknowledged::Support));
  CHECK(wire::verify_receipt(receipt, {id}, base::sha256(a_support(idea)), desk.kiosk.id,
                             {desk.signer.kid, desk.signer.key.public_key}));
  CHECK(desk.supports_of(idea) == 1);
}

TEST_CASE("other bytes under the same name, an unknown idea and a broken envelope are refused", "[store]") {
  Desk desk;
  const auto idea = desk.idea();
  const auto id = an_idea_id(desk);
  REQUIRE(desk.support(id, a_support(idea)).status == 201);
  CHECK(desk.support(id, a_support(idea, 10)).status == 409);
  CHECK(desk.support(an_idea_id(desk), a_support("i999")).status == 400);
  CHECK(desk.support(an_idea_id(desk), a_support("bankje")).status == 400);
  CHECK(desk.support(an_idea_id(desk), R"({"idee":"i1"})").status == 400);
  CHECK(desk.support(an_idea_id(desk),
                     R"({"idee":"i1","gegevenOp":"2026-03-01T09:00:00Z","volgnummer":1,"wie":"ik"})")
            .status == 400);
  CHECK(desk.support("geen-uuid", a_support(idea)).status == 400);
  CHECK(desk.get("/steunbetuigingen/" + id).status == 405);
}

TEST_CASE("a burst from one kiosk waits for a moderator; support from another kiosk counts meanwhile",
          "[store]") {
  Desk desk;
  const auto idea = desk.idea();
  must(desk.say(idea, "gepubliceerd"));
  const auto given = desk.clock.at;
  for (int i = 0; i < central::most_supports_an_hour; ++i)
    REQUIRE(desk.support(idea, given + std::chrono::minutes(i)).status == 201);
  CHECK(desk.supports_of(idea) == central::most_supports_an_hour);
  REQUIRE(desk.support(idea, given + std::chrono::minutes(31)).status == 201);
  CHECK(desk.supports_of(idea) == 0);
  const auto elsewhere = a_kiosk(desk, "andere kiosk");
  const auto request = elsewhere.signed_request(desk, "PUT", "/kiosk/v1/steunbetuigingen/" + an_idea_id(desk),
                                                a_support(idea));
  REQUIRE(desk.send(request).status == 201);
  CHECK(desk.supports_of(idea) == 1);

  const auto bursts = must(desk.store->bursts());
  REQUIRE(bursts.size() == 1);
  CHECK(bursts[0].kiosk == desk.kiosk.id);
  CHECK(bursts[0].supports == central::most_supports_an_hour + 1);
  CHECK(bursts[0].ideas == 1);
  REQUIRE(
      desk.ask(Json::object({{"vraag", "steun-oordeel"}, {"kiosk", desk.kiosk.id.value}, {"telt", true}})));
  CHECK(desk.supports_of(idea) == central::most_supports_an_hour + 2);
  CHECK(must(desk.store->bursts()).empty());
}

TEST_CASE("a burst that is rejected never counts, also when the kiosk goes on", "[store]") {
  Desk desk;
  const auto idea = desk.idea();
  must(desk.say(idea, "gepubliceerd"));
  for (int i = 0; i <= central::most_supports_an_hour; ++i)
    REQUIRE(desk.support(idea, desk.clock.at + std::chrono::seconds(i)).status == 201);
  REQUIRE(
      desk.ask(Json::object({{"vraag", "steun-oordeel"}, {"kiosk", desk.kiosk.id.value}, {"telt", false}})));
  CHECK(desk.supports_of(idea) == 0);
  REQUIRE(desk.support(idea, desk.clock.at + std::chrono::hours(3)).status == 201);
  CHECK(desk.supports_of(idea) == 1);
  CHECK_FALSE(
      desk.ask(Json::object({{"vraag", "steun-oordeel"}, {"kiosk", desk.kiosk.id.value}, {"telt", true}})));
}

TEST_CASE("the list of ideas says how much support came from which kiosk", "[store]") {
  Desk desk;
  const auto idea = desk.idea();
  REQUIRE(desk.support(idea, desk.clock.at).status == 201);
  REQUIRE(desk.support(idea, desk.clock.at).status == 201);
  std::vector<Json> rows;
  must(desk.desk->ask(Json::object({{"vraag", "ideeen"}}), [&](const Json& row) {
    rows.push_back(row);
    return true;
  }));
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].text_or("publiekId", "") == idea);
  CHECK(rows[0].integer_or("steun", 0) == 2);
  const auto* kiosks = rows[0].find("steunPerKiosk")->items();
  REQUIRE(kiosks->size() == 1);
  CHECK(kiosks->front().text_or("kiosk", "") == "kiosk");
  CHECK(kiosks->front().integer_or("aantal", 0) == 2);
}

TEST_CASE("no without a word is no answer", "[store]") {
  Desk desk;
  const auto idea = desk.idea();
  for (const auto* status : {"niet getoond", "doorverwezen", "niet overgenomen"}) {
    INFO(status);
    CHECK_FALSE(desk.say(idea, status));
    must(desk.say(idea, status, "Er staat een naam in uw idee."));
  }
}

TEST_CASE(
    "a merged idea goes on with the other: its support counts there, and its giver reads the news of it") {
  Desk desk;
  const std::string reference(22, 'A');
  const auto first = desk.idea("Een bankje bij de speeltuin");
  const auto second = desk.idea("Graag een bankje bij de speeltuin", reference);
  must(desk.say(first, "gepubliceerd"));
  must(desk.say(second, "gepubliceerd"));
  REQUIRE(desk.support(first, desk.clock.at).status == 201);
  REQUIRE(desk.support(second, desk.clock.at).status == 201);
  REQUIRE(desk.merge(second, first));
  must(desk.say(first, "in uitvoering", "Het bankje komt in mei."));

  const auto feedback = desk.published();
  REQUIRE(feedback.ideas.ideas.size() == 1);
  CHECK(feedback.ideas.ideas[0].id == first);
  CHECK(feedback.ideas.ideas[0].supports == 2);
  REQUIRE(feedback.answers.histories.size() == 1);
  const auto& steps = feedback.answers.histories[0].steps;
  REQUIRE(steps.size() == 4);
  CHECK(steps[2].status == model::IdeaStatus::Merged);
  CHECK(steps[2].merged_with == first);
  CHECK(steps[3].status == model::IdeaStatus::BeingDone);
  CHECK(steps[3].text.find("nl").text == "Het bankje komt in mei.");
  const auto read = wire::read_answers(wire::to_json(feedback.answers));
  REQUIRE(read);
  CHECK(read->histories[0].steps[2].merged_with == first);
}

TEST_CASE("merging makes no circles, and an answer takes it back", "[store]") {
  Desk desk;
  const auto first = desk.idea("a"), second = desk.idea("b"), third = desk.idea("c");
  CHECK_FALSE(desk.merge(first, first));
  CHECK_FALSE(desk.merge(first, "i99"));
  REQUIRE(desk.merge(second, first));
  CHECK_FALSE(desk.merge(third, second));
  CHECK_FALSE(desk.merge(first, third));
  must(desk.say(second, "gepubliceerd"));
  CHECK(desk.merge(third, second));
  CHECK(desk.published().ideas.ideas.size() == 1);
}

TEST_CASE("the public name of an erased idea never becomes another one's", "[store]") {
  Desk desk;
  const auto idea = desk.idea();
  must(desk.say(idea, "gepubliceerd"));
  REQUIRE(desk.support(idea, desk.clock.at).status == 201);
  std::string id;
  must(desk.store->ideas([&](const IdeaRow& row) { return id = row.id.value, true; }));
  REQUIRE(desk.ask(Json::object({{"vraag", "wissen"}, {"idee", id}, {"reden", "verzoek"}})));
  desk.open();
  const auto next = desk.idea("Een ander idee");
  CHECK(next != idea);
  must(desk.say(next, "gepubliceerd"));
  CHECK(desk.supports_of(next) == 0);
  CHECK(desk.support(idea, desk.clock.at).status == 400);
}

TEST_CASE("fifty thousand ideas and answers are spread over documents that a kiosk can read, each in one",
          "[store]") {
  Feedback feedback;
  SeededRandom random(5);
  const std::string text(700, 'e');
  for (int number = 1; number <= 50'000; ++number) {
    std::array<std::uint8_t, 16> hash{};
    random.fill(hash);
    feedback.answers.histories.push_back(
        {base::to_base64url(hash), {{model::IdeaStatus::Received, base::Instant(), {}, {}}}});
    model::PublicIdea idea;
    idea.id = central::public_id(number);
    idea.text = text;
    idea.on = base::Day(std::chrono::sys_days(std::chrono::March / 1 / 2026));
    feedback.ideas.ideas.push_back(std::move(idea));
  }
  const auto documents = central::documents_of(feedback);
  std::size_t ideas = 0, answers = 0;
  for (const auto& [name, bytes] : documents) {
    INFO(name);
    CHECK(bytes.size() < (std::size_t{1} << 20));
    const auto json = base::parse_json(as_bytes(base::as_text(bytes)), wire::content_limits);
    REQUIRE(json);
    if (wire::is_public_ideas(name)) ideas += read_or_fail(wire::read_public_ideas(*json)).ideas.size();
    if (wire::is_answers(name)) answers += read_or_fail(wire::read_answers(*json)).histories.size();
  }
  CHECK(ideas == 50'000);
  CHECK(answers == 50'000);

  feedback.ideas.ideas.erase(feedback.ideas.ideas.begin() + 123);
  const auto after = central::documents_of(feedback);
  const auto differing =
      std::ranges::count_if(documents, [&](const auto& one) { return after.at(one.first) != one.second; });
  CHECK(differing == 1);
}

TEST_CASE("few ideas and answers stay in the two documents they always had", "[store]") {
  const auto documents = central::documents_of({});
  REQUIRE(documents.size() == 2);
  CHECK(documents.contains("ideeen/ideeen.json"));
  CHECK(documents.contains("terugkoppeling/antwoorden.json"));
}

TEST_CASE("example ideas go in once, by the front door, and say where they come from", "[store]") {
  Desk desk;
  const auto file = Json::object(
      {{"ideeen", base::parse_json(R"([{"tekst":"Een bankje","dagenGeleden":40,"gebied":"noord","steun":3,
        "stappen":[{"status":"gepubliceerd","dagenGeleden":38}]}])")
                      .value()}});
  CHECK(must(central::take_example_ideas(*desk.store, file, desk.random, desk.clock.at)) == 1);
  CHECK(must(central::take_example_ideas(*desk.store, file, desk.random, desk.clock.at)) == 0);
  const auto shown = desk.published().ideas.ideas;
  REQUIRE(shown.size() == 1);
  CHECK(shown[0].supports == 3);
  CHECK(base::to_iso_day(shown[0].on) == "2026-01-20");
  must(desk.store->ideas([](const IdeaRow& row) {
    CHECK(row.kiosk.value == "voorbeeld");
    return true;
  }));
  const auto wrong = Json::object({{"ideeen", base::parse_json(R"([{"tekst":"Een bankje"}])").value()}});
  Central fresh;
  const auto refused = central::take_example_ideas(*fresh.store, wrong, fresh.random, fresh.clock.at);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.find("/ideeen/0") != std::string::npos);
}
