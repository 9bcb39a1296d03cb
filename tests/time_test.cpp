// Moments and days are read strictly and written one way.
#include "sync/base/time.h"

#include "sync/base/uuid.h"
#include "tests/support/catch.h"
#include "tests/support/world.h"

using namespace wv::base;

TEST_CASE("a moment is the same whatever offset it was written in") {
  const Instant at = parse_rfc3339("2026-03-01T10:00:00Z").value();
  CHECK(to_rfc3339(at) == "2026-03-01T10:00:00Z");
  for (const char* same : {"2026-03-01T11:00:00+01:00", "2026-03-01T04:30:00-05:30", "2026-03-01t10:00:00z",
                           "2026-03-01T10:00:00.000Z", "2026-03-02T00:00:00+14:00"})
    CHECK(parse_rfc3339(same).value() == at);
  CHECK(parse_rfc3339("2026-03-01T10:00:00.25Z").value() == at + Millis{250});
  CHECK(parse_rfc3339("2026-03-01T10:00:00.123456789Z").value() == at + Millis{123});
}

TEST_CASE("moments that do not exist or are cut off are refused") {
  for (const char* text :
       {"", "2026-02-29T10:00:00Z", "2026-13-01T10:00:00Z", "2026-03-01T24:00:00Z", "2026-03-01T10:60:00Z",
        "2026-03-01T10:00:60Z", "2026-03-01T10:00:00", "2026-03-01 10:00:00Z", "2026-03-01T10:00Z",
        "2026-03-01T10:00:00.Z", "2026-03-01T10:00:00+0100", "2026-03-01T10:00:00Zx", "26-03-01T10:00:00Z",
        "2026-03-01T10:00:00+24:00", "+026-03-01T10:00:00Z", "9999-12-31T23:59:59-00:01",
        "0000-01-01T00:00:00+00:01"}) {
    INFO(text);
    CHECK_FALSE(parse_rfc3339(text));
  }
}

TEST_CASE("each day of four centuries comes back as it went") {
  using namespace std::chrono;
  for (sys_days day = year{1899} / 1 / 1; day < sys_days{year{2299} / 1 / 1}; day += days{1})
    if (parse_iso_day(to_iso_day(Day{day})).value() != Day{day}) FAIL(to_iso_day(Day{day}));
  CHECK_FALSE(parse_iso_day("2026-02-30"));
  CHECK_FALSE(parse_iso_day("2026-2-03"));
  CHECK_FALSE(parse_iso_day("2026-02-03T"));
}

TEST_CASE("identifiers of a kiosk sort by time and are never spelled two ways") {
  wv::test::SeededRandom random(9);
  const Instant at = parse_rfc3339("2025-11-07T10:00:00Z").value();
  const std::string one = make_uuid7(at, random), two = make_uuid7(at + Millis{1}, random);
  CHECK(is_uuid7(one));
  CHECK(one < two);
  CHECK(one.substr(0, 13) == "019a5dc2-3500");
  CHECK(is_uuid(make_uuid4(random)));
  CHECK_FALSE(is_uuid7(make_uuid4(random)));
  CHECK_FALSE(is_uuid("019A5E3C-7D10-7C3A-9F0E-5B8F7C1D2E3F"));
  CHECK_FALSE(is_uuid("019a5e3c7d107c3a9f0e5b8f7c1d2e3f"));
  CHECK_FALSE(is_uuid("019a5e3c-7d10-7c3a-9f0e-5b8f7c1d2e3f0"));
}
