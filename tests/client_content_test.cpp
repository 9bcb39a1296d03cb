// Content over a bad line and past bad machines: the kiosk ends up with the right release or keeps the one it
// had.
#include "tests/support/courier.h"

using namespace wv;
using namespace wv::test;
using base::HttpRequest;
using base::HttpResponse;

namespace {

ScriptedHttp::Handler reply(HttpResponse response) {
  return [response](const HttpRequest&) -> ScriptedHttp::Answer { return response; };
}

HttpResponse cut_after(HttpResponse response, std::size_t bytes, bool announced) {
  response.body.resize(bytes);
  response.complete = !announced;
  return response;
}

// The area is long enough to be cut; its file at the central.
std::string long_area(Courier& courier) {
  courier.central.publish(std::string(3000, 'x'));
  return courier.central.repository.file_of("gebied/noord.json");
}

}  // namespace

TEST_CASE("a fresh kiosk shows what was published") {
  Courier courier;
  REQUIRE(courier.enrol());
  CHECK(courier.word() == "goed");
  CHECK(courier.shown() == courier.central.repository.snapshot.version);
  CHECK(courier.shown_area().find("Noord is groen.") != std::string::npos);
  CHECK(courier.notice("inhoud") == "actueel");
}

TEST_CASE("a release holds the publisher's version, the pictures and one row for each public history") {
  ReadyCourier courier;
  auto reader = client::ReleaseReader::open(courier.place.release_file(courier.shown())).value();
  CHECK(reader.meta("targetsVersie") == std::to_string(courier.central.repository.targets.version));
  CHECK(reader.meta("geldigTot") == "2026-03-04T10:00:00Z");
  CHECK(reader.verify());
  auto database =
      db::Database::open(courier.place.release_file(courier.shown()), db::OpenMode::Immutable).value();
  auto select =
      database.prepare("SELECT json FROM antwoord WHERE referentie_hash='AAAAAAAAAAAAAAAAAAAAAA'").value();
  REQUIRE(select.step().value());
  CHECK(select.text(0).find("ontvangen") != std::string::npos);
}

TEST_CASE("a quiet night is one content request, answered 304, and one heartbeat") {
  ReadyCourier courier;
  CHECK(courier.word() == "goed");
  CHECK(courier.http.count("/inhoud/") == 1);
  CHECK(courier.http.count("/hartslag") == 1);
  CHECK(courier.http.requests.size() == 2);
}

TEST_CASE("only what changed is fetched again") {
  ReadyCourier courier;
  courier.central.publish("Noord verandert.");
  CHECK(courier.word() == "goed");
  CHECK(courier.shown_area().find("Noord verandert.") != std::string::npos);
  CHECK(courier.http.count(courier.central.repository.file_of("gebied/noord.json")) == 1);
  CHECK(courier.http.count("noord.png") == 0);
  CHECK(courier.http.count("gemeente.json") == 0);
}

TEST_CASE("the previous release stays on disk, the one before it goes") {
  ReadyCourier courier;
  const auto first = courier.shown();
  courier.central.publish("Tweede");
  REQUIRE(courier.word() == "goed");
  const auto second = courier.shown();
  CHECK(std::filesystem::exists(courier.place.release_file(first)));
  courier.central.publish("Derde");
  REQUIRE(courier.word() == "goed");
  CHECK_FALSE(std::filesystem::exists(courier.place.release_file(first)));
  CHECK(std::filesystem::exists(courier.place.release_file(second)));
}

TEST_CASE("a captive portal that answers everything with a page changes nothing and is called by its name") {
  ReadyCourier courier;
  const auto shown = courier.shown();
  courier.http.misfortune("", reply(portal_page()), 99);
  CHECK(courier.word() == "portaal");
  CHECK(courier.notice("verbinding") == "portaal");
  CHECK(courier.shown() == shown);
}

TEST_CASE("a redirect is not followed, wherever it points") {
  ReadyCourier courier;
  courier.http.misfortune(
      "timestamp.json",
      reply({302, {{"location", "http://elders.test/"}, {"api-version", "1.0.0"}}, {}, true}));
  CHECK(courier.word() == "portaal");
  CHECK(courier.http.count("elders") == 0);
}

TEST_CASE("a 304 that nobody asked for is not an answer") {
  Courier courier;
  REQUIRE(courier.enrol());
  courier.http.misfortune("timestamp.json", reply({304, {{"api-version", "1.0.0"}}, {}, true}));
  CHECK(courier.word() == "portaal");
  CHECK(courier.shown() == 0);
}

TEST_CASE("a file that is cut off is kept and the rest is asked for, with the validator of the first part") {
  ReadyCourier courier;
  const std::string file = long_area(courier);
  const bool announced = GENERATE(true, false);  // by Content-Length, or not at all (close-delimited)
  courier.http.tamper(file, [=](HttpResponse& r) { r = cut_after(r, 1000, announced); });
  CHECK(courier.word() == "goed");
  REQUIRE(courier.http.count(file) == 2);
  std::string range, if_range;
  for (const auto& request : courier.http.requests) {
    if (request.url.find(file) == std::string::npos) continue;
    range = request_header(request, "Range");
    if_range = request_header(request, "If-Range");
  }
  CHECK(range == "bytes=1000-");
  CHECK(if_range.size() == 66);
  CHECK(courier.shown_area().find("xxx") != std::string::npos);
}

TEST_CASE("what came before the line went down is still there the next night") {
  ReadyCourier courier;
  const std::string file = long_area(courier);
  courier.http.tamper(file, [](HttpResponse& r) { r = cut_after(r, 1000, true); });
  courier.http.misfortune(
      file,
      [](const HttpRequest&) -> ScriptedHttp::Answer {
        return base::fail(base::ErrorCode::Unavailable, "centraal.test: connection reset");
      },
      9);
  CHECK(courier.word() == "geen-verbinding");
  courier.http.forgive();
  courier.start();
  courier.http.requests.clear();
  CHECK(courier.word() == "goed");
  for (const auto& request : courier.http.requests) {
    if (request.url.find(file) != std::string::npos) CHECK(request_header(request, "Range") == "bytes=1000-");
  }
}

TEST_CASE("a link that breaks again and again is left alone until later") {
  ReadyCourier courier;
  const auto shown = courier.shown();
  const std::string file = long_area(courier);
  courier.http.tamper(
      file, [](HttpResponse& r) { r = cut_after(r, std::min<std::size_t>(r.body.size(), 10), true); }, 99);
  CHECK(courier.word() == "geen-verbinding");
  CHECK(courier.http.count(file) <= 8);
  CHECK(courier.shown() == shown);
}

TEST_CASE("a 206 of another part than was asked for is thrown away and the file is fetched whole") {
  ReadyCourier courier;
  const std::string file = long_area(courier);
  courier.http.tamper(file, [](HttpResponse& r) { r = cut_after(r, 1000, true); });
  courier.http.tamper(file, [](HttpResponse& r) { r.headers.back().second = "bytes 900-2999/3000"; });
  CHECK(courier.word() == "goed");
  CHECK(courier.http.count(file) == 3);
}

TEST_CASE("a server that answers a range with the whole file starts the file over") {
  ReadyCourier courier;
  const std::string file = long_area(courier);
  const base::Bytes whole = courier.central.repository.files.at(file);
  courier.http.tamper(file, [](HttpResponse& r) { r = cut_after(r, 1000, true); });
  courier.http.misfortune(file, reply(json_answer(200, whole)));
  CHECK(courier.word() == "goed");
  CHECK(courier.http.count(file) == 2);
}

TEST_CASE("a 416 on resuming fetches the file from the start") {
  ReadyCourier courier;
  const std::string file = long_area(courier);
  courier.http.tamper(file, [](HttpResponse& r) { r = cut_after(r, 1000, true); });
  courier.http.misfortune(file, reply(problem_answer(416)));
  CHECK(courier.word() == "goed");
  CHECK(courier.http.count(file) == 3);
}

TEST_CASE("a file that changed while it was resumed is seen by its hash and fetched once more") {
  ReadyCourier courier;
  const std::string file = long_area(courier);
  courier.http.tamper(file, [](HttpResponse& r) {
    r = cut_after(r, 1000, true);
    r.body[5] ^= 1;  // the first part came from other bytes
  });
  CHECK(courier.word() == "goed");
  CHECK(courier.http.count(file) == 3);
}

TEST_CASE("a file with other bytes than were signed is refused after one more try; the old release stays") {
  ReadyCourier courier;
  const auto shown = courier.shown();
  const std::string file = long_area(courier);
  courier.http.tamper(file, [](HttpResponse& r) { r.body[20] ^= 1; }, 99);
  CHECK(courier.word() == "bestand-gewijzigd");
  CHECK(courier.http.count(file) == 2);
  CHECK(courier.shown() == shown);
  CHECK(courier.notice("inhoud") == "bestand-gewijzigd");
}

TEST_CASE("an endless body stops at the length that was signed") {
  ReadyCourier courier;
  const std::string file = long_area(courier);
  courier.http.tamper(file, [](HttpResponse& r) { r.body.resize(50'000'000); }, 99);
  CHECK(courier.word() == "bestand-gewijzigd");
  for (const auto& request : courier.http.requests) CHECK(request.max_body_bytes <= (4u << 20));
}

TEST_CASE("a damaged file of the shown release is found and mended, reusing what is sound") {
  ReadyCourier courier;
  const auto file = courier.place.release_file(courier.shown());
  {
    auto database = db::Database::open(file, db::OpenMode::Own).value();  // as bit-rot would, past all checks
    REQUIRE(database.run("UPDATE document SET bytes=CAST('{}' AS BLOB) WHERE naam='gemeente.json'"));
  }
  courier.clock.advance(std::chrono::days{8});
  courier.central.repository.set_now(courier.clock.now());
  courier.central.repository.sign_all();
  CHECK(courier.word() == "goed");
  CHECK(courier.http.count("gemeente.json") == 1);
  CHECK(courier.http.count("noord.png") == 1);  // a damaged release is not a source
  CHECK(client::ReleaseReader::open(courier.place.release_file(courier.shown())).value().verify());
}

TEST_CASE("a release file that somebody deleted comes back") {
  ReadyCourier courier;
  REQUIRE(courier.files.remove(courier.place.release_file(courier.shown())));
  CHECK(courier.word() == "goed");
  CHECK(client::ReleaseReader::open(courier.place.release_file(courier.shown())).value().verify());
}

TEST_CASE("a busy central is obeyed and an absurd Retry-After is cut to six hours") {
  ReadyCourier courier;
  const std::string value =
      GENERATE("120", "Sun, 01 Mar 2026 10:02:00 GMT", "99999999999999999999", "31536000");
  courier.http.misfortune(
      "timestamp.json",
      reply(problem_answer(429, {}, {{"retry-after", value}, {"date", "Sun, 01 Mar 2026 10:00:00 GMT"}})));
  const auto outcome = courier.round();
  CHECK(outcome.word() == "druk");
  const auto wait = outcome.retry_after.value();
  const bool absurd = value[0] == '9' || value[0] == '3';
  CHECK(wait == (absurd ? base::Millis{std::chrono::hours{6}} : base::Millis{std::chrono::minutes{2}}));
}

TEST_CASE("a gateway without its central is a fault of the central, not a portal") {
  ReadyCourier courier;
  courier.http.misfortune(
      "timestamp.json",
      reply({502, {{"content-type", "text/html"}}, bytes_of("<h1>Bad Gateway</h1>"), true}));
  CHECK(courier.word() == "centraal-faalt");
}
