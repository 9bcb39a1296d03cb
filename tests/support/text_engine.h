// A text engine on the fonts of the build, a draw list without a window, and texts from a seed.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

#include "kiosk/text/engine.h"
#include "sync/base/utf8.h"
#include "tests/support/catch.h"

namespace wv::test {

inline std::unique_ptr<text::Engine> open_engine(text::Settings settings = {}) {
  settings.share = WV_BINARY_DIR "/share/wijkvenster";
  auto engine = text::Engine::open(settings);
  if (!engine) FAIL(engine.error().message);
  return std::move(*engine);
}

inline bool near(double one, double other, double margin) {
  return std::abs(one - other) <= margin;
}

class DrawList {
 public:
  explicit DrawList(float height = 1920) : list_(&shared_) {
    list_._ResetForNewFrame();
    list_.PushClipRect({0, 0}, {1080, height});
    list_.PushTextureID(nullptr);
  }
  ImDrawList& operator*() { return list_; }
  ImDrawList* operator->() { return &list_; }
  int quads() const { return list_.VtxBuffer.Size / 4; }

 private:
  ImDrawListSharedData shared_;
  ImDrawList list_;
};

// Words, spaces, line ends and oddities of every script the kiosk writes and of some it does not.
class TextMaker {
 public:
  explicit TextMaker(std::uint32_t seed) : random_(seed) {}

  std::string text(int most_pieces) {
    std::string out;
    for (int i = below(most_pieces + 1); i > 0; --i) out += piece();
    return out;
  }
  int below(int limit) { return static_cast<int>(random_() % static_cast<std::uint32_t>(limit)); }

 private:
  std::string piece() {
    static constexpr std::string_view pieces[] = {" ",
                                                  " ",
                                                  " ",
                                                  "\n",
                                                  "\r\n",
                                                  "\t",
                                                  "  ",
                                                  "arbeidsongeschiktheidsverzekering",
                                                  "wijk",
                                                  "de",
                                                  "AVATAR",
                                                  "(idee)",
                                                  "17.00",
                                                  "https://www.example.org/a/b?c=d",
                                                  "ماذا",
                                                  "فكرتك",
                                                  "لا",
                                                  "(حي)",
                                                  "١٢",
                                                  "ኣብ",
                                                  "ከባቢኹም፡",
                                                  "район",
                                                  "ім’я",
                                                  "e\u0301",
                                                  "a\u0308\u0323",
                                                  "\u00ad",
                                                  "\u200d",
                                                  "\u202e",
                                                  "\u202c",
                                                  "\u2067",
                                                  "\u2069",
                                                  "\u00a0",
                                                  "-",
                                                  "/",
                                                  "…",
                                                  "\U0001F468\u200d\U0001F469\u200d\U0001F467",
                                                  "\U0001F600",
                                                  "漢字",
                                                  "שלום",
                                                  "\xff",
                                                  "\xc3",
                                                  "\xe2\x82",
                                                  std::string_view("\0", 1),
                                                  "\x07",
                                                  "!",
                                                  "«ja»",
                                                  "\u0640",
                                                  "ﷺ"};
    if (below(4) != 0) return std::string(pieces[static_cast<std::size_t>(below(std::size(pieces)))]);
    std::string any;
    base::append_code_point(any, static_cast<char32_t>(below(10) == 0 ? below(0xD800) : 0x20 + below(0x600)));
    return any;
  }

  std::mt19937 random_;
};

}  // namespace wv::test
