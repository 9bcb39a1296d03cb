// What a phone sees: the code of an activity read back from the painted pixels by an independent decoder.
#include <libical/ical.h>
#include <zbar.h>

#include <memory>

#include "tests/support/city.h"
#include "tests/support/drawing.h"
#include "tests/support/seeing.h"

using namespace wv;
using namespace wv::visit;

namespace {

// As a camera would deliver it: shades of grey.
std::vector<std::uint8_t> greys(paint::Canvas canvas) {
  std::vector<std::uint8_t> out;
  for (int y = 0; y < canvas.size().height; ++y) {
    for (int x = 0; x < canvas.size().width; ++x) {
      const std::uint32_t p = canvas.row(y)[x];
      out.push_back(
          static_cast<std::uint8_t>(((p >> 16 & 255) * 77 + (p >> 8 & 255) * 150 + (p & 255) * 29) >> 8));
    }
  }
  return out;
}

std::vector<std::string> codes_in(paint::Canvas canvas) {
  const auto pixels = greys(canvas);
  zbar::ImageScanner scanner;
  scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
  scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
  zbar::Image image(static_cast<unsigned>(canvas.size().width), static_cast<unsigned>(canvas.size().height),
                    "Y800", pixels.data(), pixels.size());
  scanner.scan(image);
  std::vector<std::string> found;
  for (auto symbol = image.symbol_begin(); symbol != image.symbol_end(); ++symbol)
    found.push_back(symbol->get_data());
  return found;
}

void expose(const screens::View& view, const ui::Panel& panel, paint::Pixels& pixels) {
  paint::Textures textures;
  paint::Frame frame(textures);
  const auto engine = text::Engine::open({.share = test::share()});
  REQUIRE(engine);
  ui::Tree tree;
  for (bool again = true; again;) {
    (*engine)->begin_frame();
    auto painter = frame.begin(pixels.canvas().size(), {255, 255, 255, 255});
    screens::draw(view, {test::themes(), **engine, panel}, {}, painter, tree);
    again = (*engine)->end_frame();
    const auto& atlas = (*engine)->atlas();
    textures.set_glyphs(
        {atlas.pixels, text::Atlas::width, text::Atlas::height, text::Atlas::stride, atlas.generation});
    frame.end(pixels.canvas());
  }
}

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
      paint::Pixels pixels({static_cast<int>(panel.pixels.width), static_cast<int>(panel.pixels.height)});
      expose(view, panel, pixels);
      const auto codes = codes_in(pixels.canvas());
      REQUIRE(codes.size() == 1);
      expect_activity_in(codes.front());
    }
  }
}
