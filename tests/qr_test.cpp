#include "kiosk/ui/qr.h"

#include <qrcodegen/qrcodegen.hpp>

#include "tests/support/catch.h"

using namespace wv;

TEST_CASE("the code for the phone is, module for module, the one the library makes") {
  const char* text = "Wijkvenster, Wijkpunt Noord. Code: K7QM3-TXB2F. Woorden: linde fiets brug mei.";
  const auto expected = qrcodegen::QrCode::encodeText(text, qrcodegen::QrCode::Ecc::MEDIUM);
  const auto modules = ui::QrModules::of(text);
  REQUIRE(modules.side() == expected.getSize());
  for (int y = 0; y < modules.side(); ++y) {
    for (int x = 0; x < modules.side(); ++x) CHECK(modules.dark(x, y) == expected.getModule(x, y));
  }
}

TEST_CASE("the three corners that cameras look for are there") {
  const auto modules = ui::QrModules::of("K7QM3-TXB2F");
  const int last = modules.side() - 1;
  for (const auto& [x, y] : {std::pair{0, 0}, std::pair{last, 0}, std::pair{0, last}})
    CHECK(modules.dark(x, y));
  CHECK_FALSE(modules.dark(7, 7));
}

TEST_CASE("a text too long for a code gives none, and no crash") {
  CHECK(ui::QrModules::of(std::string(5000, 'x')).side() == 0);
}
