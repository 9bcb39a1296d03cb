// Pictures from anyone: right when they are right, a clear error when they are not, and never a crash.
#include <algorithm>
#include <string>

#include "kiosk/paint/image_decode.h"
#include "kiosk/paint/png_write.h"
#include "tests/support/catch.h"
#include "tests/support/dice.h"
#include "tests/support/pictures.h"

using namespace wv::paint;
using wv::base::Bytes;
using wv::base::ErrorCode;
using wv::test::Dice;

namespace {

Bytes a_png(Size size) {
  Pixels pixels = wv::test::slope(size);
  return *encode_png(pixels.canvas());
}

// The furthest that any channel of any pixel lies from the slope.
int furthest_off(const Image& image) {
  Pixels right = wv::test::slope(image.size);
  int worst = 0;
  for (int y = 0; y < image.size.height; ++y) {
    for (int x = 0; x < image.size.width; ++x) {
      const std::uint32_t a = right.canvas().at(x, y);
      const std::uint32_t b = image.pixels[static_cast<std::size_t>(y * image.size.width + x)];
      for (int shift = 0; shift < 32; shift += 8) {
        worst = std::max(worst,
                         std::abs(static_cast<int>(a >> shift & 255) - static_cast<int>(b >> shift & 255)));
      }
    }
  }
  return worst;
}

void put32(Bytes& bytes, std::size_t at, std::uint32_t value) {
  for (int k = 0; k < 4; ++k)
    bytes[at + static_cast<std::size_t>(k)] = static_cast<std::uint8_t>(value >> (24 - 8 * k));
}

std::uint32_t crc32_of(std::span<const std::uint8_t> bytes) {
  std::uint32_t crc = ~0u;
  for (const std::uint8_t b : bytes) {
    crc ^= b;
    for (int k = 0; k < 8; ++k) crc = crc >> 1 ^ (0xEDB88320u & (0u - (crc & 1)));
  }
  return ~crc;
}

// A PNG whose header claims another size; the checksum is right.
Bytes png_claiming(std::uint32_t width, std::uint32_t height) {
  Bytes png = a_png({8, 8});
  put32(png, 16, width);
  put32(png, 20, height);
  put32(png, 29, crc32_of(std::span(png).subspan(12, 17)));
  return png;
}

}  // namespace

TEST_CASE("PNG, JPEG and WebP show the picture that was saved") {
  for (const Size size : {Size{1, 1}, Size{37, 23}, Size{64, 200}}) {
    const auto png = decode_image(a_png(size));
    REQUIRE(png);
    CHECK(png->size == size);
    CHECK(png->opaque);
    CHECK(furthest_off(*png) == 0);
    const auto webp = decode_image(wv::test::a_webp(size));
    REQUIRE(webp);
    CHECK(furthest_off(*webp) == 0);
    for (const bool progressive : {false, true}) {
      const auto jpeg = decode_image(wv::test::a_jpeg(size, {JCS_RGB, 3, progressive}));
      REQUIRE(jpeg);
      CHECK(jpeg->size == size);
      CHECK(furthest_off(*jpeg) <= 24);
    }
  }
}

TEST_CASE("A grey JPEG is a picture too; one for print is refused with what to do") {
  const auto grey = decode_image(wv::test::a_jpeg({16, 16}, {JCS_GRAYSCALE, 1, false}));
  REQUIRE(grey);
  CHECK((grey->pixels[0] >> 16 & 255) == (grey->pixels[0] & 255));
  const auto print = decode_image(wv::test::a_jpeg({16, 16}, {JCS_CMYK, 4, false}));
  REQUIRE_FALSE(print);
  CHECK(print.error().code == ErrorCode::Invalid);
  CHECK(print.error().message.find("RGB") != std::string::npos);
}

TEST_CASE("A large photo is scaled once, to the size it is shown at") {
  const auto jpeg = decode_image_to_fit(wv::test::a_jpeg({2000, 1000}), {300, 300});
  REQUIRE(jpeg);
  CHECK(jpeg->size == Size{300, 150});
  CHECK(furthest_off(*jpeg) <= 6);
  const auto png = decode_image_to_fit(a_png({500, 1000}), {300, 300});
  REQUIRE(png);
  CHECK(png->size == Size{150, 300});
  CHECK(furthest_off(*png) <= 2);
  CHECK(decode_image_to_fit(a_png({50, 20}), {300, 300})->size == Size{50, 20});
}

TEST_CASE("Scaling down averages what lies under each pixel") {
  const Image four{{2, 2}, {0xFF000000, 0xFFFFFFFF, 0xFFFFFFFF, 0xFF000000}, true};
  CHECK(scale_down(four, {1, 1}).pixels[0] == 0xFF808080);
  const Image three{{3, 1}, {0xFF000000, 0xFF000000, 0xFFFFFFFF}, true};
  const Image two = scale_down(three, {2, 1});
  CHECK(two.pixels[0] == 0xFF000000);
  CHECK((two.pixels[1] & 255) == 170);  // half a black and a whole white pixel
  const Image glass{{2, 1}, {0x00000000, 0xFFFF0000}, false};
  CHECK(scale_down(glass, {1, 1}).pixels[0] == 0x80800000);  // no dark rim: colours were multiplied by alpha
}

TEST_CASE("A picture that claims more than 4096 pixels a side is refused before memory is taken") {
  for (const auto& [w, h] :
       {std::pair{4097u, 8u}, {8u, 4097u}, {900000u, 900000u}, {0x7FFFFFFFu, 0x7FFFFFFFu}}) {
    const auto image = decode_image(png_claiming(w, h));
    REQUIRE_FALSE(image);
  }
  CHECK(decode_image(png_claiming(4097, 8)).error().message.find("4096") != std::string::npos);
  CHECK_FALSE(decode_image(png_claiming(4096, 4096)));  // allowed, but the pixels are not there
  CHECK_FALSE(image_size(wv::test::a_jpeg({4100, 1})));
  CHECK(image_size(wv::test::a_jpeg({4096, 1})) == Size{4096, 1});
}

TEST_CASE("A file that is too long, too short or no picture is refused") {
  CHECK_FALSE(decode_image(Bytes(kMaxImageBytes + 1, 0xFF)));
  CHECK_FALSE(decode_image({}));
  for (const std::string_view text : {"<html>", "GIF89a", "\x89PNG", "\x89PNG\r\n\x1a\n", "\xff\xd8\xff",
                                      "RIFF....WEBP", "RIFF\xff\xff\xff\xffWEBPVP8X"}) {
    CHECK_FALSE(decode_image(wv::base::as_bytes(text)));
  }
}

TEST_CASE("A picture that breaks off anywhere is an error, not half a picture") {
  for (const Bytes& whole : {a_png({40, 30}), wv::test::a_jpeg({40, 30}),
                             wv::test::a_jpeg({40, 30}, {JCS_RGB, 3, true}), wv::test::a_webp({40, 30})}) {
    for (std::size_t length = 0; length + 20 < whole.size(); length += 1 + whole.size() / 150) {
      CHECK_FALSE(decode_image(std::span(whole).first(length)));
    }
  }
}

TEST_CASE("Four thousand damaged pictures give an error or a picture of the right size, never a crash") {
  Dice dice(11);
  const Bytes good[] = {a_png({40, 30}), wv::test::a_jpeg({40, 30}),
                        wv::test::a_jpeg({40, 30}, {JCS_RGB, 3, true}), wv::test::a_webp({40, 30})};
  for (int round = 0; round < 4000; ++round) {
    Bytes bytes = good[round % 4];
    const int wounds = dice.whole(1, 6);
    for (int k = 0; k < wounds; ++k) {
      const auto at = static_cast<std::size_t>(dice.whole(0, static_cast<int>(bytes.size()) - 1));
      if (dice.one_in(4)) {
        bytes.erase(bytes.begin() + static_cast<std::ptrdiff_t>(at));
      } else {
        bytes[at] = dice.byte();
      }
    }
    const auto size = image_size(bytes);
    if (!size || size->width * size->height > 1000000) continue;
    const auto image = decode_image(bytes);
    if (image)
      CHECK(image->pixels.size() == static_cast<std::size_t>(image->size.width * image->size.height));
    if (!image) CHECK_FALSE(image.error().message.empty());
  }
}
