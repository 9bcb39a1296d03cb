// Moderated ideas that come in over many documents, and end up as rows that a screen can ask for.
#include "sync/client/release.h"
#include "tests/support/courier.h"

using namespace wv;
using namespace wv::test;

namespace {

std::string an_idea(int number, const std::string& day) {
  const auto id = std::to_string(number);
  return R"({"id":"i)" + id + R"(","tekst":"Idee )" + id + R"(","op":")" + day +
         R"(","status":"gepubliceerd","gebied":"noord"})";
}

std::int64_t count(Courier& courier, const std::string& what) {
  auto release =
      db::Database::open(courier.place.release_file(courier.shown()), db::OpenMode::Immutable).value();
  auto select = release.prepare("SELECT count(*) FROM " + what).value();
  REQUIRE(select.step().value());
  return select.integer(0);
}

void publish(Courier& courier, Targets feedback) {
  courier.central.repository.publish(content_of_publisher(courier.central.receipt_key.public_key, "Noord."),
                                     std::move(feedback));
}

}  // namespace

TEST_CASE("ideas and answers that are spread over documents are all there in the release") {
  Courier courier;
  const auto history = [](char first) {
    return R"({"antwoorden":[{"referentieHash":")" + std::string(1, first) +
           R"(AAAAAAAAAAAAAAAAAAAAA","stappen":[{"status":"ontvangen","op":"2026-03-01T10:00:00Z"}]}]})";
  };
  publish(courier, {{"ideeen/ideeen.json", bytes_of(R"({"ideeen":[)" + an_idea(1, "2026-01-02") + "]}")},
                    {"ideeen/ideeen-00001.json", bytes_of(R"({"ideeen":[)" + an_idea(501, "2026-02-02") +
                                                          "," + an_idea(502, "2026-02-03") + "]}")},
                    {"terugkoppeling/antwoorden-0.json", bytes_of(history('A'))},
                    {"terugkoppeling/antwoorden-f.json", bytes_of(history('8'))}});
  REQUIRE(courier.enrol());
  CHECK(courier.word() == "goed");
  CHECK(count(courier, "idea_row") == 3);
  CHECK(count(courier, "antwoord") == 2);
  CHECK(count(courier, "idea_words WHERE idea_words MATCH 'idee'") == 3);
  CHECK(count(courier, "idea_count WHERE gebied='noord' AND aantal=3") == 1);
}

TEST_CASE("an idea that is named in two documents is listed once") {
  Courier courier;
  publish(courier,
          {{"ideeen/ideeen.json", bytes_of(R"({"ideeen":[)" + an_idea(1, "2026-01-02") + "]}")},
           {"ideeen/ideeen-00001.json", bytes_of(R"({"ideeen":[)" + an_idea(1, "2026-01-09") + "]}")}});
  REQUIRE(courier.enrol());
  CHECK(courier.word() == "goed");
  CHECK(count(courier, "idea_row") == 1);
  CHECK(count(courier, "idea_words WHERE idea_words MATCH 'idee'") == 1);
}

TEST_CASE("one document of ideas that cannot be read refuses the release whole") {
  ReadyCourier courier;
  const auto before = courier.shown();
  publish(courier, {{"ideeen/ideeen.json", no_ideas()},
                    {"ideeen/ideeen-00001.json", bytes_of(R"({"ideeen":[{"id":"i501"}]})")}});
  CHECK(courier.word() == "onbruikbaar");
  CHECK(courier.shown() == before);
}

TEST_CASE("names that only look like parts are left alone") {
  for (const auto* name : {"ideeen/ideeen-1.json", "ideeen/ideeen-000001.json", "ideeen/ideeen-0000a.json",
                           "terugkoppeling/antwoorden-g.json", "terugkoppeling/antwoorden-000.json",
                           "ideeen/ideeen", "ideeen/andere.json"}) {
    INFO(name);
    CHECK_FALSE(client::is_document(name));
  }
  CHECK(client::is_document("ideeen/ideeen.json"));
  CHECK(client::is_document("ideeen/ideeen-00099.json"));
  CHECK(client::is_document("terugkoppeling/antwoorden-0f.json"));
}

TEST_CASE("a withdrawn idea is gone with the next release") {
  Courier courier;
  publish(courier, {{"ideeen/ideeen.json", bytes_of(R"({"ideeen":[)" + an_idea(1, "2026-01-02") + "," +
                                                    an_idea(2, "2026-01-03") + "]}")}});
  REQUIRE(courier.enrol());
  CHECK(courier.word() == "goed");
  CHECK(count(courier, "idea_row") == 2);
  publish(courier, {{"ideeen/ideeen.json", bytes_of(R"({"ideeen":[)" + an_idea(1, "2026-01-02") + "]}")}});
  CHECK(courier.word() == "goed");
  CHECK(count(courier, "idea_row") == 1);
}
