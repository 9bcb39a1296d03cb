// QR codes by qrcodegen, drawn as one path of squares.
#include "sync/desk/code_picture.h"

#include <qrcodegen/qrcodegen.hpp>

namespace wv::desk {

Html code_picture(std::string_view text, std::string label) {
  using qrcodegen::QrCode;
  const auto code = QrCode::encodeText(std::string(text).c_str(), QrCode::Ecc::MEDIUM);
  constexpr int quiet = 4;  // modules of white that a reader needs around it
  std::string path;
  for (int y = 0; y < code.getSize(); ++y)
    for (int x = 0; x < code.getSize(); ++x)
      if (code.getModule(x, y))
        path += "M" + std::to_string(x + quiet) + " " + std::to_string(y + quiet) + "h1v1h-1z";
  const auto side = std::to_string(code.getSize() + 2 * quiet);
  return el("svg",
            {{"class", "qr"},
             {"role", "img"},
             {"aria-label", std::move(label)},
             {"viewBox", "0 0 " + side + " " + side}},
            {el("rect", {{"width", side}, {"height", side}, {"fill", "#fff"}}),
             el("path", {{"d", path}, {"fill", "#000"}})});
}

}  // namespace wv::desk
