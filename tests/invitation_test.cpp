// The line in the QR code of a new kiosk: what was put in comes out, and what is damaged is refused by name.
#include "sync/wire/invitation.h"

#include "tests/support/catch.h"

using namespace wv;
using wire::Invitation;

namespace {

const Invitation invitation{"7K3MZ90QTC", std::string(60, 'a') + "01ef",
                            "https://centraal.example.org/kiosk/v1"};

std::string complaint(const std::string& text) {
  const auto read = wire::read_invitation(text);
  REQUIRE_FALSE(read);
  CHECK(read.error().code == base::ErrorCode::Invalid);
  return read.error().message;
}

}  // namespace

TEST_CASE("an invitation comes out as it went in, and a person can read it") {
  const auto text = wire::to_text(invitation);
  CHECK(text == "wijkvenster:aanmelden/7K3MZ90QTC/" + std::string(60, 'a') +
                    "01ef/https://centraal.example.org/kiosk/v1");
  CHECK(wire::read_invitation(text) == invitation);
}

TEST_CASE("a hand scanner ends with Enter, and a hand that copies mistakes O for 0") {
  auto text = wire::to_text(invitation);
  CHECK(wire::read_invitation("  " + text + "\r\n") == invitation);
  text.replace(text.find("7K3MZ90QTC"), 10, "7k3mz9oqtc");
  CHECK(wire::read_invitation(text) == invitation);
}

TEST_CASE("a damaged invitation is refused at the place of the damage, and the code is not repeated") {
  const auto text = wire::to_text(invitation);
  CHECK(complaint("").find("begins with") != std::string::npos);
  CHECK(complaint("https://centraal.example.org").find("begins with") != std::string::npos);
  CHECK(complaint(text.substr(0, 26)).find("the code") != std::string::npos);
  CHECK(complaint(text.substr(0, 60)).find("hash of the root") != std::string::npos);
  auto changed = text;
  changed[50] = 'x';
  CHECK(complaint(changed).find("hash of the root") != std::string::npos);
  CHECK(complaint(text.substr(0, text.find("https"))).find("address") != std::string::npos);
  for (const auto* bad : {"ftp://x/", "https://", "https://a b", "https://a\tb", "https://\xc3\xa9"})
    CHECK(complaint(text.substr(0, text.find("https")) + bad).find("address") != std::string::npos);
  const auto long_address = "https://" + std::string(wire::max_central_address, 'a');
  CHECK_FALSE(wire::is_central_address(long_address));
  for (std::size_t i = 0; i < text.size(); ++i)
    if (const auto cut = wire::read_invitation(text.substr(0, i)); !cut)
      CHECK(cut.error().message.find("7K3MZ90QTC") == std::string::npos);
}
