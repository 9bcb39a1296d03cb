// A code for a phone's camera.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/element.h"

namespace wv::ui {

// Dark modules of a QR code, row by row, without the quiet zone. Empty when the text is too long for one.
class QrModules {
 public:
  static QrModules of(std::string_view text);
  int side() const { return side_; }
  bool dark(int x, int y) const { return bits_[static_cast<std::size_t>(y * side_ + x)]; }

 private:
  int side_ = 0;
  std::vector<bool> bits_;
};

// Always dark on white with its quiet zone, in every theme: scanners want that. A square of at most `side`
// px.
// What is in it stands in the tree.
Part qr(Ui& ui, std::string name, std::string_view label, std::string_view text, float side);

// The same for what a visitor typed: the tree holds only the label, because it may be read aloud.
Part private_qr(Ui& ui, std::string name, std::string_view label, std::string_view text, float side);

}  // namespace wv::ui
