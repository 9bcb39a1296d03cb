// A sheet of scripts and sizes as a picture, to look at with one's own eyes: text_sheet SHARE FILE.png
#include <imgui.h>
#include <imgui_internal.h>
#include <png.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <vector>

#include "kiosk/text/engine.h"

namespace {

using namespace wv::text;

constexpr int width = 1080;
constexpr int height = 3300;

struct Sample {
  std::string_view text, lang;
  Weight weight = Weight::Regular;
};

constexpr std::array<Sample, 9> samples = {{
    {"Wijkpunt Noord", "nl", Weight::Bold},
    {"Wat kan er beter in de buurt? Twee minuten, uw naam hoeft niet. AVATAR Türkçe Ty. “To” officiële "
     "ideeën: 17.00 uur.",
     "nl"},
    {"Arbeidsongeschiktheidsverzekeringsmaatschappijen, stadsvernieuwingsproject", "nl", Weight::SemiBold},
    {"ماذا يمكن تحسينه في الحي؟ (فكرتك) الساعة 17:00 في Wijkpunt Noord.", "ar"},
    {"أفكار من الحي", "ar", Weight::Bold},
    {"ኣብ ከባቢኹም እንታይ ክመሓየሽ ይኽእል? ክልተ ደቓይቕ።", "ti"},
    {"Що можна покращити в районі? Дві хвилини, ім’я не потрібне. Ґанок, їжа.", "uk"},
    {"Mahallede ne daha iyi olabilir? İğdır’dan ışık. Żółta łódź – zażółć gęślą jaźń.", "tr"},
    {"Gemengd: nl عربي nl ትግርኛ кирилиця → ☺ \U0001F600 e\u0301a\u0308 \u202eomgekeerd", "nl"},
}};

// One grey picture, dark text on light, from the quads of the list: what the rasteriser does, in small.
void blend(const ImDrawList& list, const Atlas& atlas, std::vector<std::uint8_t>& picture) {
  for (int i = 0; i + 3 < list.VtxBuffer.Size; i += 4) {
    const auto& from = list.VtxBuffer[i];
    const auto& to = list.VtxBuffer[i + 2];
    const int u = static_cast<int>(std::lround(from.uv.x * Atlas::width));
    const int v = static_cast<int>(std::lround(from.uv.y * Atlas::height));
    const int left = static_cast<int>(from.pos.x);
    const int top = static_cast<int>(from.pos.y);
    for (int y = std::max(0, -top); y < static_cast<int>(to.pos.y) - top && top + y < height; ++y) {
      for (int x = std::max(0, -left); x < static_cast<int>(to.pos.x) - left && left + x < width; ++x) {
        auto& pixel = picture[static_cast<std::size_t>(top + y) * width + static_cast<std::size_t>(left + x)];
        const int alpha = atlas.pixels[(v + y) * Atlas::stride + u + x];
        pixel = static_cast<std::uint8_t>(pixel * (255 - alpha) / 255);
      }
    }
  }
}

float draw_samples(Engine& engine, ImDrawList& list) {
  float y = 20;
  for (const float size : {20.0F, 28.2F, 41.2F, 62.1F}) {
    for (const auto& sample : samples) {
      const auto& text = engine.lay_out(sample.text, {size, sample.weight},
                                        {.max_width = 1040, .max_lines = 3, .lang = sample.lang});
      engine.draw(list, text, 20, y, IM_COL32_BLACK);
      y += text.height + size / 4;
    }
    float x = 20;
    for (const auto* name : {"idea", "agenda", "team", "back", "speak", "no-such-icon"}) {
      engine.draw_icon(list, name, x, y, size * 1.5F, IM_COL32_BLACK);
      x += size * 2;
    }
    y += size * 2.2F;
  }
  return y;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::fputs("usage: text_sheet SHARE FILE.png\n", stderr);
    return 2;
  }
  auto engine = Engine::open({.share = arguments[1]});
  if (!engine) {
    std::fprintf(stderr, "%s\n", engine.error().message.c_str());
    return 1;
  }
  ImDrawListSharedData shared;
  ImDrawList list(&shared);
  list._ResetForNewFrame();
  list.PushClipRect({0, 0}, {width, height});
  list.PushTextureID(nullptr);
  const float end = draw_samples(**engine, list);

  std::vector<std::uint8_t> picture(std::size_t{width} * height, 255);
  blend(list, (*engine)->atlas(), picture);
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  png.width = width;
  png.height = static_cast<png_uint_32>(std::clamp(static_cast<int>(end), 1, height));
  png.format = PNG_FORMAT_GRAY;
  if (!png_image_write_to_file(&png, arguments[2], 0, picture.data(), 0, nullptr)) return 1;
  const auto usage = (*engine)->usage();
  std::printf("%zu texts, %zu bytes, %zu glyph images, %d atlas rows, %zu missing\n", usage.texts,
              usage.bytes, usage.glyph_images, usage.atlas_rows, (*engine)->missing_glyphs());
  return 0;
}
