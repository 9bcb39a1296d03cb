// The QR code of an invitation, in each of its forms, read back by a reader of somebody else (zbar).
#include "sync/central/qr.h"

#include <png.h>
#include <zbar.h>

#include "tests/support/central.h"

using namespace wv;
using namespace wv::test;

namespace {

const std::string invitation =
    "wijkvenster:aanmelden/7K3MZ90QTC/" + std::string(64, 'b') + "/https://centraal.example.org/kiosk/v1";

struct Grey {
  unsigned width = 0, height = 0;
  std::vector<std::uint8_t> pixels;
};

std::vector<std::string> scanned(Grey picture) {
  zbar::ImageScanner scanner;
  zbar::Image image(picture.width, picture.height, "Y800", picture.pixels.data(), picture.pixels.size());
  scanner.scan(image);
  std::vector<std::string> found;
  for (auto symbol = image.symbol_begin(); symbol != image.symbol_end(); ++symbol)
    found.push_back(symbol->get_data());
  return found;
}

// A terminal that shows black on white: every character is two modules, one above the other.
Grey terminal(const std::string& text) {
  std::vector<std::string> lines;  // '#' dark, '.' light
  std::string above, below;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = std::string_view(text).substr(i);
    const auto take = [&](std::string_view what) {
      const bool is_it = rest.starts_with(what);
      if (is_it) i += what.size();
      return is_it;
    };
    if (take("\x1b[30;107m") || take("\x1b[0m")) continue;
    if (take("█"))
      above += '#', below += '#';
    else if (take("▀"))
      above += '#', below += '.';
    else if (take("▄"))
      above += '.', below += '#';
    else if (take(" "))
      above += '.', below += '.';
    else if (take("\n"))
      lines.push_back(std::exchange(above, {})), lines.push_back(std::exchange(below, {}));
    else
      FAIL("a character that no terminal line of a QR code has, at " << i);
  }
  constexpr unsigned scale = 4;
  Grey picture{
      static_cast<unsigned>(lines.front().size()) * scale, static_cast<unsigned>(lines.size()) * scale, {}};
  for (const auto& line : lines)
    for (unsigned again = 0; again < scale; ++again)
      for (const char c : line) picture.pixels.insert(picture.pixels.end(), scale, c == '#' ? 0 : 255);
  return picture;
}

Grey decoded(const base::Bytes& png) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  REQUIRE(png_image_begin_read_from_memory(&image, png.data(), png.size()) != 0);
  image.format = PNG_FORMAT_GRAY;
  Grey picture{image.width, image.height, std::vector<std::uint8_t>(PNG_IMAGE_SIZE(image))};
  REQUIRE(png_image_finish_read(&image, nullptr, picture.pixels.data(), 0, nullptr) != 0);
  return picture;
}

}  // namespace

TEST_CASE("a phone reads the invitation from the terminal and from the picture") {
  CHECK(scanned(terminal(must(central::qr_for_terminal(invitation)))) == std::vector{invitation});
  CHECK(scanned(decoded(must(central::qr_png(invitation)))) == std::vector{invitation});
}

TEST_CASE("the code for a page is one element that carries no script and escapes its label") {
  const auto svg = must(central::qr_svg(invitation, "Wijkhuis <\"T\" & co>"));
  CHECK(svg.starts_with("<svg "));
  CHECK(svg.ends_with("</svg>\n"));
  CHECK(svg.find("<title>Wijkhuis &lt;&quot;T&quot; &amp; co&gt;</title>") != std::string::npos);
  CHECK(svg.find("style") == std::string::npos);
  CHECK(svg.find("7K3MZ90QTC") == std::string::npos);  // the code is in the modules, not in the words
}

TEST_CASE("a text that fits no code is refused and not cut") {
  const auto refused = central::qr_svg(std::string(4000, 'x'), "");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.find("4000") != std::string::npos);
}

TEST_CASE(
    "the desk invites a kiosk with its code, the root and the address, and refuses a wrong address first") {
  Central central;
  must(central.repository.init(central.random, central.clock.now()));
  const auto invite = [&](const std::string& address) {
    std::string text;
    const auto asked = central.desk->ask(
        Json::object(
            {{"vraag", "kiosk-toevoegen"}, {"naam", "Wijkhuis"}, {"kanaal", "mini"}, {"adres", address}}),
        [&](const Json& row) {
          text = row.text_or("uitnodiging", "");
          return true;
        });
    return asked ? text : "refused";
  };
  CHECK(invite("centraal.example.org") == "refused");
  CHECK(must(central.store->kiosks()).empty());
  CHECK(invite("").empty());
  const auto read = must(wire::read_invitation(invite("https://centraal.example.org/kiosk/v1")));
  CHECK(read.root_sha256 == must(central.repository.root_sha256()));
  CHECK(read.address == "https://centraal.example.org/kiosk/v1");
  // The code in it is good.
  const auto key = base::make_key_pair(central.random);
  CHECK(central.post("/aanmeldingen", enrolment_body(read.code, key)).status == 201);
}
