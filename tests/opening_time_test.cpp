// A place opens by the clock on the wall, which is put forward and back; the screen follows it in real time.
#include "kiosk/care/light.h"
#include "kiosk/care/self_test.h"
#include "sync/edge/clock.h"
#include "tests/support/catch.h"

using namespace wv;
using care::Light;
using AfterHours = care::LightRules::AfterHours;

namespace {

base::Instant at(std::string_view utc) {
  return *base::parse_rfc3339(utc);
}

std::vector<model::OpeningSpan> spans(std::initializer_list<std::string_view> texts) {
  std::vector<model::OpeningSpan> list;
  for (const auto text : texts) list.push_back(*model::read_span(text));
  return list;
}

// Open from Monday to Friday.
model::OpeningHours an_office() {
  model::OpeningHours hours;
  for (auto day = 0; day < 5; ++day) hours.week[day] = spans({"09:00-12:30", "13:30-17:00"});
  return hours;
}

class Wall {
 public:
  base::LocalTime operator()(base::Instant at) const { return clock_->local(at); }

 private:
  std::shared_ptr<base::Clock> clock_ = *edge::system_clock();
};

// "open until …" as people would say it.
std::string said(std::string_view utc, const model::Schedule& own,
                 const model::OpeningHours* place = nullptr) {
  const auto [open, until] = care::opening_time(at(utc), {own, place}, Wall());
  return (open ? "open until " : "closed until ") + base::to_rfc3339(until);
}

model::Schedule only_on(std::string_view day, std::initializer_list<std::string_view> texts,
                        model::OpeningHours& place) {
  place.exceptions.push_back({*base::parse_iso_day(day), spans(texts), {}});
  return {};
}

}  // namespace

TEST_CASE("a place is open from the minute that it opens, and closed from the minute that it closes") {
  const auto office = an_office();
  CHECK(said("2026-11-26T07:59:59Z", {}, &office) == "closed until 2026-11-26T08:00:00Z");
  CHECK(said("2026-11-26T08:00:00Z", {}, &office) == "open until 2026-11-26T11:30:00Z");
  CHECK(said("2026-11-26T11:30:00Z", {}, &office) == "closed until 2026-11-26T12:30:00Z");
  CHECK(said("2026-11-27T16:00:00Z", {}, &office) == "closed until 2026-11-30T08:00:00Z");
  CHECK(said("2026-07-01T07:00:00Z", {}, &office) == "open until 2026-07-01T10:30:00Z");
}

TEST_CASE("who is open past midnight does not close at midnight") {
  model::Schedule own;
  own.week[4] = spans({"20:00-24:00"});
  own.week[5] = spans({"00:00-02:00"});
  own.week[6] = own.week[0] = own.week[1] = own.week[2] = own.week[3] = spans({});
  CHECK(said("2026-11-27T22:59:00Z", own) == "open until 2026-11-28T01:00:00Z");
  CHECK(said("2026-11-27T23:00:00Z", own) == "open until 2026-11-28T01:00:00Z");
  CHECK(said("2026-11-28T01:00:00Z", own) == "closed until 2026-12-04T19:00:00Z");
}

TEST_CASE("the hour that does not come opens no door") {
  model::OpeningHours place;
  const auto own = only_on("2026-03-29", {"02:10-02:20", "02:30-03:30"}, place);
  CHECK(said("2026-03-29T00:59:00Z", own, &place) == "closed until 2026-03-29T01:00:00Z");
  CHECK(said("2026-03-29T01:00:00Z", own, &place) == "open until 2026-03-29T01:30:00Z");
}

TEST_CASE("in the hour that comes twice a place opens the first time and closes the second") {
  model::OpeningHours place;
  const auto own = only_on("2026-10-25", {"02:15-02:45"}, place);
  CHECK(said("2026-10-25T00:14:00Z", own, &place) == "closed until 2026-10-25T00:15:00Z");
  CHECK(said("2026-10-25T00:50:00Z", own, &place) == "open until 2026-10-25T01:45:00Z");
}

TEST_CASE("who closes as the hour begins that comes twice closes once") {
  model::OpeningHours place;
  const auto own = only_on("2026-10-25", {"01:00-02:00"}, place);
  CHECK(said("2026-10-24T23:30:00Z", own, &place) == "open until 2026-10-25T00:00:00Z");
}

TEST_CASE("who never opens and who never closes is asked again within weeks, not within minutes") {
  model::OpeningHours never;
  const auto now = at("2026-11-26T12:00:00Z");
  const model::Schedule nothing;
  const auto closed = care::opening_time(now, {nothing, &never}, Wall());
  CHECK_FALSE(closed.open);
  CHECK(closed.until >= now + std::chrono::days(30));
  const auto open = care::opening_time(now, {nothing}, Wall());
  CHECK(open.open);
  CHECK(open.until >= now + std::chrono::days(30));
}

TEST_CASE("the screen follows the hours as staff chose") {
  const auto office = an_office();
  const model::Schedule own;
  const auto plan = [&](AfterHours after_hours, std::string_view utc) {
    return care::plan_of({.now = at(utc)}, {90, 15, after_hours}, {own, &office}, Wall());
  };
  const auto night = "2026-11-26T20:00:00Z", day = "2026-11-26T09:00:00Z";
  const auto morning = at("2026-11-27T08:00:00Z");
  CHECK(plan(AfterHours::Dimmed, day) == care::Plan{Light::Lit, 90, at("2026-11-26T11:30:00Z")});
  CHECK(plan(AfterHours::Dimmed, night) == care::Plan{Light::Dimmed, 15, morning});
  CHECK(plan(AfterHours::Off, night) == care::Plan{Light::Off, 0, morning});
  CHECK(plan(AfterHours::On, night) == care::Plan{Light::Lit, 90, {}});
}

TEST_CASE("who comes after hours finds a lit screen") {
  const auto office = an_office();
  const model::Schedule own;
  const auto night = at("2026-11-26T20:00:00Z");
  const care::LightRules off{100, 20, AfterHours::Off};
  CHECK(care::plan_of({.now = night, .visiting = true}, off, {own, &office}, Wall()).light == Light::Lit);
  CHECK(care::plan_of({.now = night}, off, {own, &office}, Wall()).light == Light::Off);
}

TEST_CASE("a screen that is wanted dark from afar is dark up to its time, but not for who stands before it") {
  const auto office = an_office();
  const model::Schedule own;
  const auto day = at("2026-11-26T11:00:00Z"), until = at("2026-11-26T11:01:00Z");
  const care::LightRules always{100, 20, AfterHours::On};
  const auto plan = [&](const care::Occasion& occasion) {
    return care::plan_of(occasion, always, {own, &office}, Wall());
  };
  CHECK(plan({.now = day, .dark_until = until}) == care::Plan{Light::Off, 0, until});
  CHECK(plan({.now = until, .dark_until = until}).light == Light::Lit);
  CHECK(plan({.now = day, .visiting = true, .dark_until = until}).light == Light::Lit);
  CHECK(plan({.now = day, .dark_until = until, .clock_wrong = true}).light == Light::Lit);
}

TEST_CASE("a machine that does not know the time keeps its screen lit") {
  const auto office = an_office();
  const model::Schedule own;
  const auto night = at("2019-01-01T00:00:00Z");
  const care::LightRules off{100, 20, AfterHours::Off};
  const auto plan = care::plan_of({.now = night, .clock_wrong = true}, off, {own, &office}, Wall());
  CHECK(plan == care::Plan{Light::Lit, 100, {}});
}

TEST_CASE("the test of the night is at half past three, or when the last have gone home") {
  const model::Schedule own;
  const auto next = [&](std::string_view after, const model::OpeningHours& place) {
    return base::to_rfc3339(care::next_self_test(at(after), {own, &place}, Wall()));
  };
  const auto office = an_office();
  CHECK(next("2026-11-26T09:00:00Z", office) == "2026-11-27T02:30:00Z");
  CHECK(next("2026-11-27T02:29:59Z", office) == "2026-11-27T02:30:00Z");
  CHECK(next("2026-11-27T02:30:00Z", office) == "2026-11-28T02:30:00Z");
  CHECK(next("2026-03-28T12:00:00Z", office) == "2026-03-29T01:30:00Z");  // the clock was put forward
  CHECK(next("2026-10-24T12:00:00Z", office) == "2026-10-25T02:30:00Z");  // and back
  model::OpeningHours late;
  for (auto& day : late.week) day = spans({"00:00-04:30", "20:00-24:00"});
  CHECK(next("2026-11-26T09:00:00Z", late) == "2026-11-27T03:30:00Z");
  model::OpeningHours always;
  for (auto& day : always.week) day = spans({"00:00-24:00"});
  CHECK(next("2026-11-26T09:00:00Z", always) == "2026-11-27T02:30:00Z");
}
