// Maps of others: degrees become metres where they lie, and the map that stood there is never lost.
#include <cmath>

#include "sync/wire/content.h"
#include "tests/support/intake.h"

using namespace wv;
using namespace wv::test;
using base::Json;

namespace {

struct MapIntake : Intake {
  MapIntake() : Intake(intake::Kind::Map) { order.edited = intake::Keeping::Edited::MayBeReplaced; }
  intake::Report take(const std::string& json) { return Intake::take("wijken.geojson", json); }
  std::string why(const std::string& json) { return refusal("wijken.geojson", json); }
  model::CityMap map() const {
    const auto content = read();
    REQUIRE(content);
    return *wire::read_map(*base::parse_json(content->targets.at("kaart.json"), wire::content_limits));
  }
};

std::string wijk(const std::string& code, const std::string& ring,
                 const std::string& more = R"("jaar":2025)") {
  return R"({"type":"Feature","properties":{"statcode":")" + code + R"(","statnaam":"Wijk",)" + more +
         R"(},"geometry":{"type":"Polygon","coordinates":[)" + ring + "]}}";
}
std::string collection(const std::string& features, const std::string& more = "") {
  return R"({"type":"FeatureCollection",)" + more + R"("features":[)" + features + "]}";
}

// The tower of Onze Lieve Vrouwe in Amersfoort, the origin of the national grid, and two points near it.
const std::string amersfoort =
    "[[5.38720621,52.15517440],[5.40181670,52.15517440],[5.38720621,52.16416280],[5.38720621,52.15517440]]";
const std::string metres = "[[134000,396000],[135000,396000],[135000,397000],[134000,396000]]";
const std::string both_wijken = wijk("WK085531", amersfoort) + "," + wijk("WK085532", amersfoort);

}  // namespace

TEST_CASE("degrees become metres of the national grid") {
  MapIntake intake;
  CHECK(intake.take(collection(both_wijken)).understood == 2);
  const auto ring = intake.map().wijken.front().rings.front();
  CHECK(std::abs(ring[0].first - 155'000) <= 1);
  CHECK(std::abs(ring[0].second - 463'000) <= 1);
  CHECK(std::abs(ring[1].first - 156'000) <= 2);
  CHECK(std::abs(ring[2].second - 464'000) <= 2);
  CHECK(ring.front() == ring.back());
}

TEST_CASE("metres stay metres, with a crs and without") {
  for (const std::string crs :
       {"", R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},)"}) {
    MapIntake intake;
    intake.take(collection(wijk("WK085531", metres) + "," + wijk("WK085532", metres), crs));
    CHECK(intake.map().wijken.front().rings.front()[1] ==
          std::pair<std::int32_t, std::int32_t>(135'000, 396'000));
  }
}

TEST_CASE("of a map of the country only the own wijken are taken") {
  MapIntake intake;
  const auto report = intake.take(collection(both_wijken + "," + wijk("WK077201", metres)));
  CHECK(report.understood == 2);
  CHECK(contains(all_of(report.warnings), "1 outlines of other municipalities"));
}

TEST_CASE("the map that stood there is kept, and is replaced only when that is said") {
  MapIntake intake;
  const auto before = intake.text("kaart/wijken.rd.geojson");
  intake.order.edited = intake::Keeping::Edited::Stays;
  CHECK(contains(intake.why(collection(both_wijken)), "--replace"));
  CHECK(intake.text("kaart/wijken.rd.geojson") == before);
  intake.order.edited = intake::Keeping::Edited::MayBeReplaced;
  CHECK(intake.take(collection(both_wijken)).fresh == 0);
  CHECK(intake.text("kaart/wijken.rd.geojson.vorige") == before);
  CHECK(intake.mistakes().empty());
}

TEST_CASE("a map that does not fit the content is refused whole") {
  MapIntake intake;
  const auto before = intake.text("kaart/wijken.rd.geojson");
  CHECK(
      contains(intake.why(collection(wijk("WK085531", amersfoort))), "WK085532 of gebied zuid is not drawn"));
  CHECK(contains(intake.why(collection(wijk("WK077201", amersfoort))), "no outline of a wijk of GM0855"));
  CHECK(contains(intake.why(collection(wijk("WK085531", "[[5,52],[6,52]]"))), "whole rings"));
  CHECK(contains(intake.why(collection(wijk("WK085531", amersfoort, R"("x":1)"))), "of which year"));
  CHECK(contains(intake.why(collection(both_wijken, R"("crs":{"properties":{"name":"EPSG:3857"}},)")),
                 "coordinate system is EPSG:3857"));
  CHECK(contains(intake.why(R"({"type":"Topology"})"), "no GeoJSON FeatureCollection"));
  CHECK(contains(intake.why(std::string(200'000, '[')), "nested too deep"));
  CHECK(contains(intake.why(collection(wijk("WK085531", "[[1e308,1e308],[1e309,1],[2,2],[1e308,1e308]]"))),
                 "wijken.geojson"));
  CHECK(intake.text("kaart/wijken.rd.geojson") == before);
}

TEST_CASE("a year that the map does not tell can be given") {
  MapIntake intake;
  intake.order.year = 2024;
  intake.order.attribution = "Eigen tekening";
  intake.take(
      collection(wijk("WK085531", amersfoort, R"("x":1)") + "," + wijk("WK085532", amersfoort, R"("x":1)")));
  CHECK(intake.map().year == 2024);
  CHECK(intake.map().source == "Eigen tekening");
}
