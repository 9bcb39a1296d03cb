// Contact data can be opened by the holder of the offline key, by other software too, and by nobody else.
#include "sync/wire/sealed.h"

#include "sync/base/encoding.h"
#include "tests/support/example_content.h"
#include "tests/support/world.h"

using namespace wv;
using namespace wv::wire;
using base::ErrorCode;
using base::Secret;

namespace {

Secret private_key() {
  return Secret(test::read_source("tests/vectors/jose/private-key.pem"));
}
RsaPublicKey public_key() {
  return wire::read_keys(test::example_keys()).value().contact;
}

std::string sealed(std::string_view value, Channel channel = Channel::Email) {
  test::SeededRandom random(1);
  return seal({channel, Secret(value)}, public_key(), random).value();
}

std::string trimmed(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

}  // namespace

TEST_CASE("contact data comes back for the holder of the private key") {
  for (const char* value : {"bewoner@voorbeeld.nl", "06 - 12 34 56 78", "a\"b\\c", "ë"}) {
    const auto opened = open_sealed(sealed(value, Channel::Phone), private_key());
    REQUIRE(opened);
    CHECK(opened->value.view() == value);
    CHECK(opened->channel == Channel::Phone);
  }
}

TEST_CASE("an envelope made by another library (jose) opens here") {
  const auto opened =
      open_sealed(trimmed(test::read_source("tests/vectors/jose/contact.jwe")), private_key());
  REQUIRE(opened);
  CHECK(opened->channel == Channel::Email);
  CHECK(opened->value.view() == "bewoner@voorbeeld.nl");
}

TEST_CASE("the name of a key is its RFC 7638 thumbprint, as other software computes it") {
  const auto key = rsa_public_key(private_key());
  REQUIRE(key);
  CHECK(*key == public_key());
  CHECK(key->kid == trimmed(test::read_source("tests/vectors/jose/thumbprint.txt")));
  CHECK(sealed_kid(sealed("x")).value() == key->kid);
}

TEST_CASE("an envelope has the shape of RFC 7516 and fits the idea's field") {
  const std::string jwe = sealed(std::string(254, 'x'));
  CHECK(std::count(jwe.begin(), jwe.end(), '.') == 4);
  CHECK(jwe.size() <= 4096);
  const auto header = base::from_base64url(jwe.substr(0, jwe.find('.'))).value();
  CHECK(base::as_text(header) ==
        R"({"alg":"RSA-OAEP-256","enc":"A256GCM","kid":"Z9knJmNM52jMtr3p4KXEQqGq5UsifcaTW23-tgklytI"})");
}

TEST_CASE("the same words are never sealed the same way") {
  test::SeededRandom random(2);
  const Contact contact{Channel::Email, Secret("a@b.nl")};
  CHECK(seal(contact, public_key(), random).value() != seal(contact, public_key(), random).value());
}

TEST_CASE("an envelope that was changed anywhere does not open") {
  const std::string jwe = sealed("bewoner@voorbeeld.nl");
  const Secret key = private_key();
  for (std::size_t i = 0; i < jwe.size(); i += 7) {
    std::string changed = jwe;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    if (open_sealed(changed, key)) FAIL("byte " << i << " may be changed");
  }
  for (const char* text : {"", "....", "a.b.c.d.e", "a.b.c.d"}) CHECK_FALSE(open_sealed(text, key));
  CHECK_FALSE(open_sealed(std::string(9000, '.'), key));
}

TEST_CASE("an envelope for another municipality does not open") {
  const auto other = make_rsa_key_pair(2048);
  REQUIRE(other);
  const auto opened = open_sealed(sealed("x"), other->private_key_pem);
  REQUIRE_FALSE(opened);
  CHECK(opened.error().code == ErrorCode::Denied);
  test::SeededRandom random(3);
  const auto own = seal({Channel::Email, Secret("x")}, other->public_key, random);
  REQUIRE(own);
  CHECK(open_sealed(*own, other->private_key_pem)->value.view() == "x");
}

TEST_CASE("nothing, too much and control characters are not sealed") {
  test::SeededRandom random(4);
  for (const std::string& value :
       {std::string(), std::string(255, 'x'), std::string("a\nb"), std::string("\xff")})
    CHECK_FALSE(seal({Channel::Email, Secret(value)}, public_key(), random));
}

TEST_CASE("what is no key is refused, without asking anybody for a password") {
  CHECK_FALSE(open_sealed(sealed("x"), Secret("")));
  CHECK_FALSE(
      open_sealed(sealed("x"), Secret("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")));
  CHECK_FALSE(make_rsa_key_pair(1024));
  test::SeededRandom random(5);
  CHECK_FALSE(seal({Channel::Email, Secret("x")}, RsaPublicKey{"k", {}, {}}, random));
}
