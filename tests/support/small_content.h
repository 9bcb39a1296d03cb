// The smallest municipality that a kiosk can show: one area, one agenda, one picture.
#pragma once

#include "sync/base/encoding.h"
#include "sync/wire/content.h"
#include "tests/support/tuf_repository.h"

namespace wv::test {

inline base::Bytes bytes_of(std::string_view text) {
  return base::Bytes(text.begin(), text.end());
}

inline const base::Bytes& a_grey_dot() {
  static const base::Bytes png{
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00,
      0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3a, 0x7e, 0x9b, 0x55, 0x00,
      0x00, 0x00, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0x68, 0x00, 0x00, 0x00, 0x82, 0x00, 0x81,
      0x77, 0xcd, 0x72, 0xb6, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82};
  return png;
}

inline base::Bytes a_municipality() {
  return bytes_of(R"({"id":"voorbeeld","code":"GM0855","naam":"Voorbeeldstad","talen":["nl"],
    "themas":[{"id":"groen","naam":"Groen","pictogram":"tree","kleur":"merk"}],
    "gebieden":[{"id":"noord","naam":"Noord","wijken":["WK085531"]}],
    "huisregels":"Blijf vriendelijk.","privacy":"Wij bewaren uw idee een jaar."})");
}

inline base::Bytes an_area(std::string_view profile = "Noord is groen en ruim.") {
  return bytes_of(
      R"({"id":"noord","soort":"wijk","naam":"Noord","wijken":["WK085531"],"beeld":"beeld/noord.png",
    "team":{"naam":"Gebiedsteam Noord"},"agendas":[{"id":"noord","titel":"Wijkagenda Noord","profiel":")" +
      std::string(profile) + R"(","status":"concept"}]})");
}

inline base::Bytes some_keys(const base::PublicKey& receipt_key) {
  wire::Keys keys;
  keys.contact = {"contact-1", base::Bytes(256, 0xc1), {1, 0, 1}};
  keys.receipt = {"ontvangst-1", receipt_key};
  return bytes_of(base::to_text(wire::to_json(keys)));
}

inline base::Bytes some_answers(std::string_view status = "ontvangen") {
  return bytes_of(R"({"antwoorden":[{"referentieHash":"AAAAAAAAAAAAAAAAAAAAAA","stappen":[{"status":")" +
                  std::string(status) + R"(","op":"2026-03-01T10:00:00Z","tekst":{"nl":"Dank u wel."}}]}]})");
}

inline base::Bytes no_ideas() {
  return bytes_of(R"({"ideeen":[]})");
}

inline Targets content_of_publisher(const base::PublicKey& receipt_key,
                                    std::string_view profile = "Noord is groen.") {
  return {{"gemeente.json", a_municipality()},
          {"gebied/noord.json", an_area(profile)},
          {"sleutels.json", some_keys(receipt_key)},
          {"beeld/noord.png", a_grey_dot()}};
}

inline Targets content_of_central(std::string_view status = "ontvangen") {
  return {{"terugkoppeling/antwoorden.json", some_answers(status)}, {"ideeen/ideeen.json", no_ideas()}};
}

}  // namespace wv::test
