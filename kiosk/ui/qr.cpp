// Encoding and drawing QR codes, on whole pixels.
#include "kiosk/ui/qr.h"

#include <qrcodegen/qrcodegen.hpp>

#include <algorithm>
#include <cmath>
#include <exception>

namespace wv::ui {
namespace {

constexpr int kQuiet = 4;  // modules of white around it (ISO/IEC 18004)
constexpr Colour kDark{0, 0, 0, 255};
constexpr Colour kWhite{255, 255, 255, 255};

class Qr : public Element {
 public:
  // `told` is what the tree says is in it.
  Qr(std::string name, std::string_view label, std::string_view text, std::string_view told, float side)
      : name_(std::move(name)), label_(label), told_(told), side_(side), modules_(QrModules::of(text)) {}
  float height(Ui&, float) override { return drawn_side(); }
  float natural_width(Ui&) override { return drawn_side(); }
  float least_width(Ui&) override { return drawn_side(); }
  void draw(Ui& ui, Rect rect) override {
    const float side = drawn_side();
    const Rect square{std::round(rect.x), std::round(rect.y), side, side};
    Pen pen = ui.enter({.name = name_, .role = Role::Qr, .label = label_, .value = told_, .rect = square});
    pen.fill(square, kWhite, ui.metrics().unit(12));
    const float module = module_px();
    const float edge = module * kQuiet;
    for (int y = 0; y < modules_.side(); ++y) {
      for (int x = 0; x < modules_.side();) {
        int run = 0;
        while (x + run < modules_.side() && dark(ui, x + run, y)) ++run;
        if (run > 0) {
          pen.fill(
              {square.x + edge + static_cast<float>(x) * module,
               square.y + edge + static_cast<float>(y) * module, static_cast<float>(run) * module, module},
              kDark);
        }
        x += run + 1;
      }
    }
  }

 private:
  // A mirrored screen must not mirror the code.
  bool dark(const Ui& ui, int x, int y) const {
    return modules_.dark(ui.mirrored() ? modules_.side() - 1 - x : x, y);
  }
  float module_px() const {
    return std::max(1.0F, std::floor(side_ / static_cast<float>(modules_.side() + 2 * kQuiet)));
  }
  float drawn_side() const {
    return modules_.side() == 0 ? 0 : module_px() * static_cast<float>(modules_.side() + 2 * kQuiet);
  }

  std::string name_;
  std::string_view label_, told_;
  float side_;
  QrModules modules_;
};

// A reader has to guess the letters of a code that does not name them, and some guess Japanese: text that is
// more than ASCII says that it is UTF-8 (ECI 26).
qrcodegen::QrCode code_of(std::string_view text) {
  using qrcodegen::QrCode;
  using qrcodegen::QrSegment;
  const bool ascii = std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  if (ascii) return QrCode::encodeText(std::string(text).c_str(), QrCode::Ecc::MEDIUM);
  constexpr long utf8 = 26;
  return QrCode::encodeSegments({QrSegment::makeEci(utf8), QrSegment::makeBytes({text.begin(), text.end()})},
                                QrCode::Ecc::MEDIUM);
}

}  // namespace

QrModules QrModules::of(std::string_view text) {
  QrModules modules;
  try {
    const auto code = code_of(text);
    modules.side_ = code.getSize();
    for (int y = 0; y < modules.side_; ++y) {
      for (int x = 0; x < modules.side_; ++x) modules.bits_.push_back(code.getModule(x, y));
    }
  } catch (const std::exception&) {
    modules = {};  // too long for any QR code: nothing is drawn, the words beside it still say everything
  }
  return modules;
}

Part qr(Ui&, std::string name, std::string_view label, std::string_view text, float side) {
  return make<Qr>(std::move(name), label, text, text, side);
}

Part private_qr(Ui&, std::string name, std::string_view label, std::string_view text, float side) {
  return make<Qr>(std::move(name), label, text, std::string_view(), side);
}

}  // namespace wv::ui
