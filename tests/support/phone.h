// A phone that looks at the screen: whatever codes it finds in the pixels, read by zbar.
#pragma once

#include <zbar.h>

#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/paint/canvas.h"

namespace wv::test {

// The bytes as they stand in each code: which letters they are, zbar guesses (it does not know ECI 26, which
// says UTF-8), and the tests must not.
inline std::vector<std::string> codes_in(const paint::Canvas& canvas) {
  std::vector<std::uint8_t> grey;
  for (int y = 0; y < canvas.height(); ++y)
    for (const std::uint32_t pixel : canvas.line(y)) grey.push_back(static_cast<std::uint8_t>(pixel >> 8));
  zbar::ImageScanner scanner;
  scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
  scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
  scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_BINARY, 1);
  zbar::Image image(static_cast<unsigned>(canvas.width()), static_cast<unsigned>(canvas.height()), "Y800",
                    grey.data(), grey.size());
  scanner.scan(image);
  std::vector<std::string> found;
  for (auto symbol = image.symbol_begin(); symbol != image.symbol_end(); ++symbol)
    found.push_back(symbol->get_data());
  return found;
}

}  // namespace wv::test
