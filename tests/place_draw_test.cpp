// The map under a finger, and screens of time and place that stay whole whatever is published.
#include <functional>

#include "kiosk/ui/audit.h"
#include "tests/support/city.h"
#include "tests/support/exposure.h"
#include "tests/support/seeing.h"

using namespace wv;
using namespace wv::visit;
using test::a_visitor;
using test::Visitor;

namespace {

screens::View seen(const Visitor& visitor, const store::Content& content) {
  auto around = test::a_monday_afternoon();
  around.city = screens::city_of(content);
  return test::see(visitor, content, around);
}

screens::View the_map() {
  return seen(a_visitor().does(Open{Screen::Map}), test::a_town_with_a_map());
}

// Where a spot of the city, in metres, lies on the screen.
ui::Point spot(const ui::Tree& tree, float x, float y) {
  const auto* shape = tree.find("map/body/main/map/picture/shape-0");
  REQUIRE(shape != nullptr);
  const float scale = shape->rect.width / 6000;
  return {shape->rect.x + x * scale, shape->rect.y + y * scale};
}

std::string touched(const ui::Tree& tree, ui::Point finger) {
  const auto* node = tree.hit(finger);
  return node ? node->label : "";
}

std::string long_text(std::size_t length) {
  std::string text;
  while (text.size() < length) text += "Onvoorstelbaar lange aankondiging ";
  return text;
}

store::Content a_careless_town() {
  auto content = test::a_town_with_a_map();
  auto area = test::area_noord();
  area.picture = "beeld/bestaat-niet.png";
  area.places.clear();
  area.events[0].title = test::dutch(long_text(400));
  area.events[0].description = test::dutch(long_text(2000));
  area.events[0].organiser = long_text(120);
  area.events[0].rrule = "FREQ=DAILY";
  area.team.members[0].task = test::dutch(long_text(400));
  area.team.members[0].email = "een.heel.lang.adres.van.iemand.bij.de.gemeente@voorbeeld.nl";
  area.partners.assign(40, "Stichting Voor Elkaar");
  content.areas[area.id] = std::make_shared<const model::AreaContent>(area);
  return content;
}

}  // namespace

TEST_CASE("a finger on an area of the map finds it, also one that bends around another") {
  test::Drawing drawing;
  const ui::Tree& tree = drawing.view(the_map(), test::portrait());
  CHECK(touched(tree, spot(tree, 300, 300)) == "Noord");
  CHECK(touched(tree, spot(tree, 3700, 300)) == "West");
  CHECK(touched(tree, spot(tree, 300, 3700)) == "West");
  CHECK(touched(tree, spot(tree, 5000, 2000)).empty());  // the wood belongs to no area
}

TEST_CASE("near its number an area answers, even outside its border") {
  test::Drawing drawing;
  auto content = test::a_town_with_a_map();
  auto map = test::a_city_map();
  // Noord becomes a spot that no finger can hit; the rest of its square is wood.
  map.wijken[0].rings = {test::ring({{900, 2900}, {1000, 2900}, {1000, 3000}, {900, 3000}})};
  content.map = std::make_shared<const model::CityMap>(map);
  const auto view = seen(a_visitor().does(Open{Screen::Map}), content);
  const ui::Tree& tree = drawing.view(view, test::portrait());
  const float reach = ui::Metrics(test::portrait(), ui::TextSize::Normal).target() / 2;
  ui::Point finger = spot(tree, 950, 1050);
  finger.x += reach - 2;
  CHECK(touched(tree, finger) == "Noord");
  finger.x += 4;
  CHECK(touched(tree, finger).empty());
}

TEST_CASE("north stays up and east stays right where reading goes the other way") {
  test::Drawing drawing;
  auto view = the_map();
  view.right_to_left = true;
  const ui::Tree& tree = drawing.view(view, test::portrait());
  CHECK(touched(tree, spot(tree, 300, 300)) == "Noord");
  CHECK(touched(tree, spot(tree, 3700, 300)) == "West");
}

TEST_CASE("keys walk the list of areas and never the shapes on the map") {
  test::Drawing drawing;
  const ui::Tree& tree = drawing.view(the_map(), test::portrait());
  for (const auto& node : tree.nodes()) {
    if (node.hit_shape) CHECK_FALSE(node.focusable());
  }
  for (const char* name : {"Noord", "West"}) {
    const auto* row = tree.find_labelled(name);
    REQUIRE(row != nullptr);
    CHECK(row->role == ui::Role::Option);
    CHECK(row->focusable());
  }
  CHECK(tree.find_labelled("Noord")->state.selected);
  CHECK(tree.shows("Bron: CBS en Kadaster"));
}

TEST_CASE("under an open menu the map answers nobody") {
  test::Drawing drawing;
  Visitor visitor = a_visitor();
  visitor.does(Open{Screen::Map}).does(ShowOverlay{Overlay::Language});
  const ui::Tree& tree = drawing.view(seen(visitor, test::a_town_with_a_map()), test::portrait());
  const auto* hit = tree.hit(spot(tree, 300, 300));
  CHECK((hit == nullptr || hit->layer == ui::Layer::Overlay));
}

TEST_CASE("pressing a row beside the map repaints that row and not the map") {
  test::Exposure screen(test::landscape());
  const auto view = the_map();
  screen.draw(view);
  CHECK(screen.draw(view) == 0);
  const auto row = screen.tree().find_labelled("West")->id;
  const auto changed = screen.draw(view, {.pressed = row, .focused = {}});
  CHECK(changed > 0);
  CHECK(changed < 1080 * 1920 / 20);
}

TEST_CASE("screens of time and place stay whole with careless content, upright and lying, at every size") {
  test::Drawing drawing;
  const auto content = a_careless_town();
  const std::function<Visitor()> walks[] = {
      [] { return Visitor(); },
      [] { return a_visitor(); },
      [] { return a_visitor().does(Open{Screen::Activities}); },
      [] { return a_visitor().does(Open{Screen::Activities}).does(OpenEvent{model::EventId{"koffie"}, {}}); },
      [] { return a_visitor().does(Open{Screen::Map}); },
      [] { return a_visitor().does(Open{Screen::Team}); },
  };
  for (const auto& walk : walks) {
    for (const auto size : {TextSize::Small, TextSize::Normal, TextSize::Large, TextSize::Largest}) {
      for (const auto& panel : {test::portrait(), test::landscape()}) {
        auto view = seen(walk(), content);
        view.size = size;
        for (const auto& wrong :
             ui::audit(drawing.view(view, panel), screens::metrics_of(view, panel), view.name)) {
          INFO(wrong.detail << ": measured " << wrong.measured << ", wanted " << wrong.wanted);
          FAIL_CHECK(view.name << ", size " << static_cast<int>(size) << ", " << wrong.node << ": "
                               << wrong.rule);
        }
      }
    }
  }
}
