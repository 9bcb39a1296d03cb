// What is left after a fault: enough to do it again, and not a word of what was typed.
#include "kiosk/app/trail.h"

#include "kiosk/app/journey.h"
#include "tests/support/catch.h"

using namespace wv;
using namespace std::chrono_literals;

namespace {

std::string script_of(const app::Trail& trail, std::size_t room = 64 * 1024) {
  std::string out(room, '\0');
  out.resize(trail.write_into(out));
  return out;
}

ui::Node node(std::string id, visit::Action action) {
  ui::Node made;
  made.id = std::move(id);
  made.action = std::move(action);
  return made;
}

const ui::Node next = node("idea-write/next", visit::Touched{});

ui::Node key(const std::string& letter) {
  auto made = node("idea-write/keys/" + letter, visit::TypeText{letter});
  made.role = ui::Role::Key;
  made.label = letter;
  return made;
}

}  // namespace

TEST_CASE("a trail reads as a journey") {
  app::Trail trail;
  trail.note_screen(1s, "attract");
  trail.note_touch(2s);
  trail.note_screen(2s, "idea-write");
  trail.note_press(2500ms, key("k"));
  trail.note_letter(2600ms);
  trail.note_press(9s, next);
  trail.note_key(10s, paint::Key::Select);
  trail.note_hold(13s, node("home/place", visit::Touched{}));
  const auto script = script_of(trail);
  CHECK(script ==
        "# attract\nwait 1s\ntouch\n# idea-write\nletter\nletter\nwait 6s\npress idea-write/next\n"
        "wait 1s\nkey Select\nwait 3s\npress-long home/place\n");
  const auto steps = app::read_journey(script, "laatste-minuten.journey");
  REQUIRE(steps);
  CHECK(steps->size() == 10);
}

TEST_CASE("of what was typed a trail knows that it was, not what it was, nor how fast") {
  app::Trail trail;
  auto at = 1s + 0ms;
  for (const auto* letter : {"g", "e", "h", "e", "i", "m"}) trail.note_press(at += 137ms, key(letter));
  auto held = key("e");
  held.action = visit::OfferVariants{"e"};
  trail.note_press(at += 700ms, held);
  trail.note_press(at += 100ms, node("idea-write/keys/e-acute", visit::SwapLetter{"é"}));
  ui::Node text;
  text.id = "idea-write/field";
  text.value = "geheim";
  text.stops = {{10, 10, 20, 3}};
  trail.note_press(at += 100ms, text);
  CHECK(script_of(trail) ==
        "letter\nletter\nletter\nletter\nletter\nletter\nletter\nletter\n# a finger in the text\n");
}

TEST_CASE("a trail begins where a visit did, when that is known") {
  app::Trail trail;
  trail.note_press(1s, next);
  trail.note_screen(2s, "attract");
  trail.note_touch(3s);
  CHECK(script_of(trail) == "# attract\nwait 1s\ntouch\n");
}

TEST_CASE("a trail keeps a quarter of an hour, and no more than it has room for") {
  app::Trail trail;
  CHECK(script_of(trail).empty());
  trail.note_press(0s, next);
  trail.note_touch(16min);
  CHECK(script_of(trail) == "touch\n");
  for (int i = 0; i < 5000; ++i) trail.note_touch(16min);
  trail.note_key(16min, paint::Key::Up);
  const auto script = script_of(trail);
  CHECK(std::ranges::count(script, '\n') == 512);
  CHECK(script.ends_with("touch\nkey Up\n"));
}

TEST_CASE("a trail never writes half a line, nor a name that would not fit") {
  app::Trail trail;
  trail.note_touch(1s);
  trail.note_press(1s, node(std::string(300, 'x'), visit::Touched{}));
  trail.note_touch(1s);
  CHECK(script_of(trail) == "touch\n# something with a long name\ntouch\n");
  CHECK(script_of(trail, 5).empty());
  CHECK(script_of(trail, 7) == "touch\n");
  CHECK(script_of(trail, 0).empty());
}
