// A QR code inside a page.
#include "sync/desk/code_picture.h"

#include "sync/central/qr.h"

namespace wv::desk {

Html code_picture(std::string_view text, std::string label) {
  const auto drawn = central::qr_path(text);
  if (!drawn) return {};
  const auto side = std::to_string(drawn->side);
  return el("svg",
            {{"class", "qr"},
             {"role", "img"},
             {"aria-label", std::move(label)},
             {"viewBox", "0 0 " + side + " " + side}},
            {el("rect", {{"width", side}, {"height", side}, {"fill", "#fff"}}),
             el("path", {{"d", drawn->path}, {"fill", "#000"}})});
}

}  // namespace wv::desk
