// Is all of the glass felt, is every dot lit, can the voice be heard: what only a person can see and hear.
#include <algorithm>
#include <bit>

#include "kiosk/staff/staff_views.h"

namespace wv::staff {
namespace {

using screens::StaffCard;
using screens::Tint;
using visit::Open;
using visit::Screen;

struct TestColour {
  std::string_view name;
  std::array<std::uint8_t, 3> rgb;
};
constexpr std::array<TestColour, visit::test_colours> colours = {{{"staff.colour.red", {255, 0, 0}},
                                                                  {"staff.colour.green", {0, 255, 0}},
                                                                  {"staff.colour.blue", {0, 0, 255}},
                                                                  {"staff.colour.white", {255, 255, 255}},
                                                                  {"staff.colour.black", {0, 0, 0}}}};

}  // namespace

screens::StaffPageView tests_view(const screens::Scene& scene) {
  const auto& say = scene.say;
  screens::StaffPageView view;
  view.title = say("staff.tests");
  view.subtitle = say("staff.tests.subtitle");
  view.rows = {
      {"touch", Tint::Brand, say("staff.touch"), say("staff.touch.text"), {}, Open{Screen::TouchTest}},
      {"screen", Tint::Sun, say("staff.colour"), say("staff.colour.text"), {}, Open{Screen::ColourTest}},
      {"volume-high", Tint::Sky, say("staff.sound"), say("staff.sound.text"), {}, Open{Screen::StaffSound}}};
  return view;
}

screens::TouchTestView touch_test_view(const screens::Scene& scene) {
  const auto& say = scene.say;
  screens::TouchTestView view;
  const int left = visit::touch_squares - std::popcount(scene.visit.squares);
  for (int i = 0; i < visit::touch_squares; ++i) {
    const bool hit = (scene.visit.squares & (std::uint32_t{1} << i)) != 0;
    const auto number = std::to_string(i + 1);
    view.squares.push_back({hit ? say("staff.touch.done", {{"number", number}})
                                : say("staff.touch.square", {{"number", number}}),
                            hit});
  }
  view.title = say("staff.touch");
  view.text = left == 0 ? say("staff.touch.all") : say.count("staff.touch.left", left);
  view.close = {left == 0 ? say("staff.touch.ready") : say("staff.touch.stop"), visit::Back{}};
  return view;
}

screens::ColourTestView colour_test_view(const screens::Scene& scene) {
  const auto& [name, rgb] =
      colours[static_cast<std::size_t>(std::clamp(scene.visit.colour, 0, visit::test_colours - 1))];
  return {scene.say(name), rgb, visit::NextColour{}};
}

screens::StaffPageView sound_view(const screens::Scene& scene) {
  const auto& say = scene.say;
  const auto& rules = scene.around.rules;
  const int loudest = std::max(rules.loudest, 1), level = std::clamp(rules.volume, 1, loudest);
  screens::StaffPageView view;
  view.title = say("staff.sound");
  view.subtitle = say("staff.sound.subtitle");
  if (!scene.around.can_read_aloud)
    view.notice = screens::Notice{say("report.sound.hint"), Tint::Sun, "speak-off"};
  StaffCard volume{"volume-high", Tint::Brand, say("staff.sound.volume")};
  volume.text = say("staff.sound.volume.text");
  volume.dial = screens::Dial{
      .label = say("read.volume"),
      .value = say("read.volume.value", {{"level", std::to_string(level)}, {"of", std::to_string(loudest)}}),
      .level = level,
      .of = loudest,
      .less = {say("read.softer"), visit::SetHouseVolume{level - 1}, level > 1, {}, "volume-low"},
      .more = {say("read.louder"), visit::SetHouseVolume{level + 1}, level < loudest, {}, "volume-high"}};
  view.cards.push_back(std::move(volume));
  view.main = {say("staff.sound.try"), visit::TrySound{}, scene.around.can_read_aloud, {}, "play"};
  return view;
}

screens::Words sound_sample(const screens::Wording& say) {
  return say("staff.sound.sample");
}

}  // namespace wv::staff
