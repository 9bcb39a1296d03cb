// The menu of the voice, and the words that are heard but not seen.
#include <algorithm>

#include "kiosk/screens/scene.h"

namespace wv::screens {
namespace {

using visit::Pace;

constexpr int kPaces = 4;

Dial volume(const Scene& scene) {
  const int level = visit::volume_of(scene.visit, scene.around.rules);
  const int loudest = std::max(scene.around.rules.loudest, 1);
  return {
      .label = scene.say("read.volume"),
      .value =
          scene.say("read.volume.value", {{"level", std::to_string(level)}, {"of", std::to_string(loudest)}}),
      .level = level,
      .of = loudest,
      .less = {scene.say("read.softer"), visit::SetVolume{level - 1}, level > 1, {}, "volume-low"},
      .more = {scene.say("read.louder"), visit::SetVolume{level + 1}, level < loudest, {}, "volume-high"}};
}

Words pace_words(const Scene& scene) {
  switch (scene.visit.reading.pace) {
    case Pace::Slowest:
      return scene.say("read.pace.slowest");
    case Pace::Slow:
      return scene.say("read.pace.slow");
    case Pace::Normal:
      return scene.say("read.pace.normal");
    case Pace::Fast:
      return scene.say("read.pace.fast");
  }
  return {};
}

Dial pace(const Scene& scene) {
  const int level = static_cast<int>(scene.visit.reading.pace);
  const auto to = [](int pace) { return visit::SetPace{static_cast<Pace>(std::clamp(pace, 0, kPaces - 1))}; };
  return {.label = scene.say("read.pace"),
          .value = pace_words(scene),
          .level = level + 1,
          .of = kPaces,
          .less = {scene.say("read.slower"), to(level - 1), level > 0, {}, "clock"},
          .more = {scene.say("read.faster"), to(level + 1), level + 1 < kPaces, {}, "clock-fast"}};
}

}  // namespace

ReadAloudLayer read_aloud_view(const Scene& scene) {
  ReadAloudLayer layer;
  layer.title = scene.say("read.title");
  layer.close = {scene.say("menu.close"), visit::CloseOverlay{}};
  if (!speech::voice_of(scene.say.lang())) {
    layer.no_voice = scene.say("read.no-voice");
    return layer;
  }
  layer.again = {scene.say("read.again"), visit::ReadAgain{}, true, {}, "repeat"};
  layer.stop = {scene.say("read.stop"), visit::Hush{}, true, {}, "stop"};
  layer.volume = volume(scene);
  layer.pace = pace(scene);
  layer.off = {scene.say("read.off"), visit::StopReading{}, true, {}, "speak-off"};
  return layer;
}

speech::SpokenWords spoken_words(const Scene& scene) {
  const auto word = [&](std::string_view key) { return scene.say(key).text; };
  return {.button = word("spoken.button"),
          .option = word("spoken.option"),
          .field = word("spoken.field"),
          .picture = word("spoken.picture"),
          .code_picture = word("spoken.qr"),
          .chosen = word("spoken.chosen"),
          .on = word("spoken.on"),
          .disabled = word("spoken.disabled"),
          .empty = word("spoken.empty"),
          .keyboard = word("spoken.keyboard"),
          .at = word("spoken.at"),
          .erased = word("spoken.erased"),
          .typed = word("spoken.typed"),
          .foreign_mark = word("fallback.mark")};
}

}  // namespace wv::screens
