// The library makes the modules; here they become characters, a path, or pixels.
#include "sync/central/qr.h"

#include <png.h>

#include <algorithm>
#include <exception>
#include <qrcodegen/qrcodegen.hpp>

namespace wv::central {
namespace {

using base::ErrorCode;
using base::fail;
using qrcodegen::QrCode;

constexpr int quiet_zone = 4;  // modules of white around it (ISO/IEC 18004)
constexpr int pixels_a_module = 8;

base::Result<QrCode> modules_of(std::string_view text) {
  try {
    return QrCode::encodeText(std::string(text).c_str(), QrCode::Ecc::MEDIUM);
  } catch (const std::exception&) {
    return fail(ErrorCode::Invalid, "too long for a QR code: " + std::to_string(text.size()) + " bytes");
  }
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace

base::Result<std::string> qr_for_terminal(std::string_view text) {
  WV_TRY(const auto code, modules_of(text));
  const int last = code.getSize() + quiet_zone;
  std::string out;
  for (int y = -quiet_zone; y < last; y += 2) {
    out += "\x1b[30;107m";
    for (int x = -quiet_zone; x < last; ++x) {
      const bool above = code.getModule(x, y), below = code.getModule(x, y + 1);
      out += above ? (below ? "█" : "▀") : (below ? "▄" : " ");
    }
    out += "\x1b[0m\n";
  }
  return out;
}

base::Result<QrPath> qr_path(std::string_view text) {
  WV_TRY(const auto code, modules_of(text));
  QrPath drawn{code.getSize() + 2 * quiet_zone, {}};
  for (int y = 0; y < code.getSize(); ++y)
    for (int x = 0; x < code.getSize(); ++x)
      if (code.getModule(x, y))
        drawn.path +=
            "M" + std::to_string(x + quiet_zone) + "," + std::to_string(y + quiet_zone) + "h1v1h-1z";
  return drawn;
}

base::Result<std::string> qr_svg(std::string_view text, std::string_view label) {
  WV_TRY(const auto drawn, qr_path(text));
  const auto side = std::to_string(drawn.side);
  return R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 )" + side + " " + side +
         R"(" role="img" shape-rendering="crispEdges"><title>)" + escaped(label) +
         R"(</title><path fill="#fff" d="M0,0h)" + side + "v" + side + "H0z\"/><path fill=\"#000\" d=\"" +
         drawn.path + "\"/></svg>\n";
}

base::Result<base::Bytes> qr_png(std::string_view text) {
  WV_TRY(const auto code, modules_of(text));
  const int side = (code.getSize() + 2 * quiet_zone) * pixels_a_module;
  base::Bytes grey;
  for (int y = 0; y < side; ++y)
    for (int x = 0; x < side; ++x)
      grey.push_back(
          code.getModule(x / pixels_a_module - quiet_zone, y / pixels_a_module - quiet_zone) ? 0 : 255);
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = image.height = static_cast<png_uint_32>(side);
  image.format = PNG_FORMAT_GRAY;
  base::Bytes png(PNG_IMAGE_PNG_SIZE_MAX(image));
  png_alloc_size_t size = png.size();
  if (png_image_write_to_memory(&image, png.data(), &size, 0, grey.data(), 0, nullptr) == 0)
    return fail(ErrorCode::Io, "cannot make a PNG: " + std::string(image.message));
  png.resize(size);
  return png;
}

}  // namespace wv::central
