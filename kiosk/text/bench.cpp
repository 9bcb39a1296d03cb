// Plays the busiest screen of the budgets through an engine of its own and reports medians.
#include "kiosk/text/bench.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <utility>

namespace wv::text {

namespace {

using Nanoseconds = std::chrono::nanoseconds;
using Now = std::function<Nanoseconds()>;

constexpr int lines = 80;
constexpr int repeats = 9;
constexpr std::string_view sentence =
    " In de wijk komt meer groen: bewoners kiezen samen de bomen, en de gemeente plant ze in het najaar.";
constexpr std::string_view arabic =
    "ماذا يمكن تحسينه في الحي؟ (فكرتك) الساعة 17:00 في Wijkpunt Noord، قبل 12 مارس.";

double milliseconds(Nanoseconds time) {
  return std::chrono::duration<double, std::milli>(time).count();
}

template <class Work>
double timed(const Now& now, Work&& work) {
  const auto begin = now();
  work();
  return milliseconds(now() - begin);
}

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

// A draw list without a window; as long as the screen, so that nothing is clipped.
class Canvas {
 public:
  Canvas() : list_(&shared_) {}
  ImDrawList& fresh() {
    list_._ResetForNewFrame();
    list_.PushClipRect({0, 0}, {1080, 20'000});
    list_.PushTextureID(nullptr);
    return list_;
  }

 private:
  ImDrawListSharedData shared_;
  ImDrawList list_;
};

// The screen: 80 different lines, no two alike, so that none helps another.
class Screen {
 public:
  explicit Screen(int salt) {
    for (int i = 0; i < lines; ++i)
      texts_.push_back(std::to_string(salt * lines + i) + "." + std::string(sentence));
  }

  void frame(Engine& engine, Canvas& canvas, float size) const {
    engine.begin_frame();
    auto& list = canvas.fresh();
    float y = 0;
    for (const auto& text : texts_) {
      const auto& paragraph = engine.lay_out(text, {.size_px = size}, {.max_width = 1040});
      engine.draw(list, paragraph, 20, y, IM_COL32_BLACK);
      y += paragraph.height;
    }
    engine.end_frame();
  }

 private:
  std::vector<std::string> texts_;
};

class Bench {
 public:
  Bench(Engine& engine, const Now& now) : engine_(engine), now_(now) {}

  void run(std::vector<Measurement>& out) {
    const Screen screen(0);
    out.push_back({"first_frame_80_lines", timed(now_, [&] { screen.frame(engine_, canvas_, 17); }), "ms"});
    out.push_back(
        {"frame_80_lines_cached", repeated([&](int) { screen.frame(engine_, canvas_, 17); }), "ms"});
    out.push_back(
        {"other_texts_80_lines", repeated([&](int i) { Screen(i + 1).frame(engine_, canvas_, 17); }), "ms"});
    screen.frame(engine_, canvas_, 17);  // back on the screen whose size is changed
    out.push_back({"text_size_change_80_lines",
                   repeated([&](int i) { screen.frame(engine_, canvas_, 22.0F + static_cast<float>(i)); }),
                   "ms"});
    out.push_back({"arabic_sentence", 1000 * repeated([&](int i) { lay_out(i); }), "us"});
    out.push_back({"hyphenation_patterns", timed(now_, [&] { engine_.prepare(); }), "ms"});
    const auto usage = engine_.usage();
    out.push_back({"texts_kept", static_cast<double>(usage.bytes), "bytes"});
    out.push_back({"atlas_filled", static_cast<double>(usage.atlas_rows) * Atlas::stride, "bytes"});
    out.push_back({"glyph_images", static_cast<double>(usage.glyph_images), "images"});
  }

 private:
  template <class Work>
  double repeated(Work&& work) {
    std::vector<double> times;
    times.reserve(repeats);
    for (int i = 0; i < repeats; ++i) times.push_back(timed(now_, [&] { work(i); }));
    return median(std::move(times));
  }

  void lay_out(int salt) {
    engine_.lay_out(std::string(arabic) + std::to_string(salt), {}, {.max_width = 1040, .lang = "ar"});
  }

  Engine& engine_;
  const Now& now_;
  Canvas canvas_;
};

}  // namespace

base::Result<std::vector<Measurement>> bench(const Settings& settings, const Now& now) {
  std::vector<Measurement> out;
  const auto begin = now();
  WV_TRY(auto engine, Engine::open(settings));
  // Opening is not done before a word of every script has been shaped.
  for (const auto* word : {"Wijk", "حي", "ከተማ"}) engine->lay_out(word, {});
  out.push_back({"open_three_scripts", milliseconds(now() - begin), "ms"});
  Bench(*engine, now).run(out);
  return out;
}

}  // namespace wv::text
