// A kiosk has hours of its own, its place has hours, there are holidays and closures: which of them counts.
#include "sync/model/opening.h"

#include "tests/support/catch.h"

using namespace wv;
using model::OpeningSpan;

namespace {

model::Day day(std::string_view iso) {
  return *base::parse_iso_day(iso);
}

std::vector<OpeningSpan> spans(std::initializer_list<std::string_view> texts) {
  std::vector<OpeningSpan> list;
  for (const auto text : texts) list.push_back(*model::read_span(text));
  return list;
}

std::string text(const std::vector<OpeningSpan>& spans) {
  std::string list;
  for (const auto& span : spans) list += (list.empty() ? "" : " ") + model::to_text(span);
  return list;
}

// Open on Mondays, and on Christmas Day for those who are alone.
model::OpeningHours a_place() {
  model::OpeningHours hours;
  hours.week[0] = spans({"09:00-17:00"});
  hours.exceptions.push_back({day("2026-12-25"), spans({"12:00-15:00"}), {}});
  return hours;
}

}  // namespace

TEST_CASE("without settings of its own a kiosk keeps the hours of its place") {
  const auto place = a_place();
  CHECK(text(spans_on({}, &place, day("2026-12-21"))) == "09:00-17:00");
  CHECK(text(spans_on({}, &place, day("2026-12-22"))).empty());
  CHECK(text(spans_on({}, &place, day("2026-12-25"))) == "12:00-15:00");
}

TEST_CASE("the week of a kiosk stands over that of its place, but not over its holidays") {
  const auto place = a_place();
  model::Schedule own;
  own.week[0] = spans({"10:00-12:00", "13:00-24:00"});
  own.week[4] = spans({"08:00-09:00"});  // Friday, and Christmas Day of 2026 is one
  CHECK(text(spans_on(own, &place, day("2026-12-21"))) == "10:00-12:00 13:00-24:00");
  CHECK(text(spans_on(own, &place, day("2026-12-18"))) == "08:00-09:00");
  CHECK(text(spans_on(own, &place, day("2026-12-25"))) == "12:00-15:00");
}

TEST_CASE("a closure stands over everything, from its first day to its last") {
  const auto place = a_place();
  model::Schedule own;
  own.week[0] = spans({"10:00-12:00"});
  own.closures.push_back({day("2026-12-21"), day("2026-12-27"), "Kerst"});
  CHECK(text(spans_on(own, &place, day("2026-12-20"))).empty());
  CHECK(text(spans_on(own, &place, day("2026-12-21"))).empty());
  CHECK(text(spans_on(own, &place, day("2026-12-25"))).empty());
  CHECK(text(spans_on(own, &place, day("2026-12-28"))) == "10:00-12:00");
  REQUIRE(closure_on(own.closures, day("2026-12-27")));
  CHECK(closure_on(own.closures, day("2026-12-27"))->reason == "Kerst");
  CHECK_FALSE(closure_on(own.closures, day("2026-12-28")));
}

TEST_CASE("who says nothing about a day is open all day: a dark screen helps nobody") {
  model::Schedule own;
  own.week[0] = spans({});
  CHECK(text(spans_on(own, nullptr, day("2026-12-21"))).empty());
  CHECK(text(spans_on(own, nullptr, day("2026-12-22"))) == "00:00-24:00");
}

TEST_CASE("a span is two times of a day and nothing else") {
  CHECK(model::read_span("00:00-24:00"));
  for (const std::string_view wrong :
       {"", "9:00-17:00", "09:00-17:0", "09.00-17.00", "09:00 17:00", "09:00-24:01", "09:60-17:00",
        "25:00-26:00", "-9:00-17:00", "09:00-17:00 ", "09:00-17:00-18:00", "0x:00-17:00"}) {
    INFO(wrong);
    CHECK_FALSE(model::read_span(wrong));
  }
}
