// The engine over weeks: what it keeps, what it forgets, and what it does with nonsense.
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <new>

#include "tests/support/text_engine.h"

namespace {

std::size_t allocations = 0;

}  // namespace

// Counted, to see that a frame with nothing new asks for no memory.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size);
}
void* operator new(std::size_t size) {
  if (void* memory = operator new(size, std::nothrow)) return memory;
  throw std::bad_alloc();
}
void* operator new[](std::size_t size) {
  return operator new(size);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
  return operator new(size, std::nothrow);
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}
void operator delete(void* memory, const std::nothrow_t&) noexcept {
  std::free(memory);
}
void operator delete[](void* memory) noexcept {
  std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
  std::free(memory);
}
void operator delete[](void* memory, const std::nothrow_t&) noexcept {
  std::free(memory);
}

namespace wv::text {

using test::DrawList;
using test::open_engine;

TEST_CASE("Senseless sizes and widths do no harm") {
  auto engine = open_engine();
  const float nan = std::numeric_limits<float>::quiet_NaN();
  for (const float value : {nan, -1.0F, 0.0F, 1e30F, unlimited, -unlimited}) {
    const auto& text = engine->lay_out("Hallo wijk", {.size_px = value, .line_height = value},
                                       {.max_width = value, .max_lines = -3});
    CHECK(text.lines.size() >= 1);
    CHECK(std::isfinite(text.height));
  }
  const std::string huge(100'000, 'x');
  CHECK(engine->lay_out(huge, {.size_px = 400}, {.max_width = 50}).truncated);
  CHECK(engine->lay_out(std::string(40'000, '\t'), {.size_px = 400}).lines.size() >= 1);
}

TEST_CASE("A frame with nothing new lays out nothing and asks for no memory") {
  auto engine = open_engine();
  DrawList list;
  const auto frame = [&] {
    engine->begin_frame();
    list->_ResetForNewFrame();
    list->PushClipRect({0, 0}, {1080, 1920});
    list->PushTextureID(nullptr);
    float y = 0;
    for (const auto* text :
         {"Wijkagenda", "أفكار من الحي", "Arbeidsongeschiktheidsverzekeringsmaatschappij"}) {
      const auto& paragraph = engine->lay_out(text, {}, {.max_width = 600});
      engine->draw(*list, paragraph, 20, y, IM_COL32_WHITE);
      y += paragraph.height;
    }
    engine->draw_icon(*list, "idea", 0, y, 60, IM_COL32_WHITE);
    return engine->end_frame();
  };
  frame();
  const auto before = engine->usage();
  const auto asked = allocations;
  CHECK_FALSE(frame());
  CHECK(allocations == asked);
  CHECK(engine->usage().laid_out == before.laid_out);
  CHECK(engine->usage().rendered == before.rendered);
}

TEST_CASE("The end of a visit leaves no text in the engine") {
  auto engine = open_engine();
  engine->lay_out("mijn geheime idee", {}, {.max_width = 100});
  CHECK(engine->usage().bytes > 0);
  engine->forget();
  CHECK(engine->usage().texts == 0);
  CHECK(engine->usage().bytes == 0);
  CHECK(engine->lay_out("nieuw bezoek", {}).glyphs.size() == 11);
}

TEST_CASE("Weeks of ever new texts stay within the memory that was given") {
  auto engine = open_engine({.cache_bytes = 200'000});
  std::size_t most = 0;
  for (int i = 0; i < 3000; ++i) {
    engine->begin_frame();
    engine->lay_out("Bericht nummer " + std::to_string(i) + " in de wijk", {}, {.max_width = 300});
    most = std::max(most, engine->usage().bytes);
  }
  CHECK(most < 210'000);
  CHECK(most > 100'000);
}

TEST_CASE("Without fonts the engine says which file is missing or broken") {
  const auto missing = Engine::open({.share = "/nowhere"});
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == base::ErrorCode::NotFound);
  CHECK(missing.error().message.find("/nowhere/fonts/NotoSans-Regular.ttf") != std::string::npos);

  const std::filesystem::path share = std::filesystem::temp_directory_path() / "wv-text-test-share";
  std::filesystem::create_directories(share / "fonts");
  std::ofstream(share / "fonts/NotoSans-Regular.ttf") << "this is no font";
  const auto broken = Engine::open({.share = share});
  REQUIRE_FALSE(broken);
  CHECK(broken.error().code == base::ErrorCode::Corrupt);
  std::filesystem::remove_all(share);
}

TEST_CASE("Without hyphenation patterns long words are still broken to fit") {
  auto engine = open_engine({.hyphenation = "/nowhere"});
  const auto& text = engine->lay_out("arbeidsongeschiktheidsverzekering", {}, {.max_width = 200});
  CHECK(text.lines.size() > 2);
  CHECK(text.width <= 200);
  CHECK_FALSE(text.lines[0].hyphenated);
}

}  // namespace wv::text
