// What a phone sees: the code of an activity read back from the painted pixels by an independent decoder.
#include <libical/ical.h>

#include <memory>

#include "tests/support/city.h"
#include "tests/support/exposure.h"
#include "tests/support/phone.h"
#include "tests/support/seeing.h"

using namespace wv;
using namespace wv::visit;

namespace {

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};

void expect_activity_in(const std::string& text) {
  const std::unique_ptr<icalcomponent, FreeComponent> calendar(icalparser_parse_string(text.c_str()));
  REQUIRE(calendar);
  CHECK(icalcomponent_isa(calendar.get()) == ICAL_VCALENDAR_COMPONENT);
  CHECK(icalcomponent_count_errors(calendar.get()) == 0);
  icalcomponent* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
  REQUIRE(event);
  CHECK(std::string(icalcomponent_get_summary(event)) == "Koffie en ideeën");
  CHECK(std::string(icalcomponent_get_location(event)) == "Wijkhuis, Voorbeeldstraat 1");
  CHECK(std::string(icaltime_as_ical_string(icalcomponent_get_dtstart(event))) == "20261207T130000Z");
  CHECK(std::string(icaltime_as_ical_string(icalcomponent_get_dtend(event))) == "20261207T143000Z");
}

}  // namespace

TEST_CASE("a phone reads the activity off the screen, upright and lying, in the dark theme too") {
  test::Visitor visitor = test::a_visitor();
  visitor.does(Open{Screen::Activities}).does(OpenEvent{model::EventId{"koffie"}, test::day(2026, 12, 7)});
  auto view = test::see(visitor);
  for (const auto contrast : {Contrast::Light, Contrast::HighOnDark}) {
    view.contrast = contrast;
    for (const auto& panel : {test::portrait(), test::landscape()}) {
      test::Exposure screen(panel);
      screen.draw(view);
      const auto codes = test::codes_in(screen.canvas());
      REQUIRE(codes.size() == 1);
      expect_activity_in(codes.front());
    }
  }
}
