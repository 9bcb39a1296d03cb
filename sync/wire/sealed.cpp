// JWE (RFC 7516) with OpenSSL: the one file that includes it.
#include "sync/wire/sealed.h"

#include <openssl/bio.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <array>
#include <memory>

#include "sync/base/encoding.h"
#include "sync/wire/jwe.h"

namespace wv::wire {
namespace {

using base::Bytes;
using base::ByteView;
using base::ErrorCode;
using base::fail;
using base::Result;
using base::Secret;

template <auto release>
struct Release {
  template <class T>
  void operator()(T* thing) const {
    release(thing);
  }
};
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Release<EVP_PKEY_CTX_free>>;
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, Release<EVP_CIPHER_CTX_free>>;
using Number = std::unique_ptr<BIGNUM, Release<BN_free>>;
using Memory = std::unique_ptr<BIO, Release<BIO_free_all>>;
using ParameterBuilder = std::unique_ptr<OSSL_PARAM_BLD, Release<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Release<OSSL_PARAM_free>>;

constexpr std::size_t content_key_size = 32;
constexpr std::size_t nonce_size = 12;
constexpr std::size_t tag_size = 16;
constexpr int least_bits = 2048;
constexpr int most_bits = 8192;

std::unexpected<base::Error> not_opened() {
  return fail(ErrorCode::Denied, "the envelope was made for another key, or changed");
}

Number number(ByteView bytes) {
  return Number(BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr));
}

Result<Key> openssl_key(const RsaPublicKey& key) {
  const Number n = number(key.modulus), e = number(key.exponent);
  const ParameterBuilder builder(OSSL_PARAM_BLD_new());
  const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
  EVP_PKEY* made = nullptr;
  if (n && e && builder && context &&
      OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) == 1 &&
      OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) == 1) {
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    if (EVP_PKEY_fromdata_init(context.get()) == 1)
      EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY, parameters.get());
  }
  Key made_key(made);
  // OpenSSL also makes a key of size zero, and then "encrypts" by telling how little room it needs.
  if (!made || EVP_PKEY_get_bits(made) < least_bits) return fail(ErrorCode::Invalid, "no RSA public key");
  return made_key;
}

Result<Key> openssl_key(const Secret& pem) {
  const Memory memory(BIO_new_mem_buf(pem.view().data(), static_cast<int>(pem.size())));
  // Without a callback OpenSSL would ask for a password on the terminal.
  const auto no_password = [](char*, int, int, void*) { return -1; };
  Key key(PEM_read_bio_PrivateKey(memory.get(), nullptr, no_password, nullptr));
  if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA)
    return fail(ErrorCode::Invalid, "no RSA private key in PEM without a password");
  return key;
}

// RSA-OAEP-256: SHA-256 both for the label and inside MGF1.
bool use_oaep(EVP_PKEY_CTX* context) {
  return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_OAEP_PADDING) == 1 &&
         EVP_PKEY_CTX_set_rsa_oaep_md(context, EVP_sha256()) == 1 &&
         EVP_PKEY_CTX_set_rsa_mgf1_md(context, EVP_sha256()) == 1;
}

Result<Bytes> wrap(EVP_PKEY* key, ByteView content_key) {
  const KeyContext context(EVP_PKEY_CTX_new(key, nullptr));
  Bytes wrapped(static_cast<std::size_t>(EVP_PKEY_get_size(key)));
  std::size_t size = wrapped.size();
  if (!context || EVP_PKEY_encrypt_init(context.get()) != 1 || !use_oaep(context.get()) ||
      EVP_PKEY_encrypt(context.get(), wrapped.data(), &size, content_key.data(), content_key.size()) != 1)
    return fail(ErrorCode::Invalid, "the RSA key does not work");
  wrapped.resize(size);
  return wrapped;
}

Result<Secret> unwrap(EVP_PKEY* key, ByteView wrapped) {
  const KeyContext context(EVP_PKEY_CTX_new(key, nullptr));
  Secret content_key;
  content_key.resize(static_cast<std::size_t>(EVP_PKEY_get_size(key)));
  std::size_t size = content_key.size();
  if (!context || EVP_PKEY_decrypt_init(context.get()) != 1 || !use_oaep(context.get()) ||
      EVP_PKEY_decrypt(context.get(), content_key.writable().data(), &size, wrapped.data(), wrapped.size()) !=
          1 ||
      size != content_key_size)
    return not_opened();
  content_key.resize(size);
  return content_key;
}

struct Sealed {
  Bytes text, tag;
};

Result<Sealed> encrypt(const Secret& content_key, ByteView nonce, std::string_view header,
                       const Secret& plain) {
  const CipherContext context(EVP_CIPHER_CTX_new());
  Sealed sealed{Bytes(plain.size()), Bytes(tag_size)};
  int size = 0;
  const ByteView aad = base::as_bytes(header);
  if (!context ||
      EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, content_key.bytes().data(),
                         nonce.data()) != 1 ||
      EVP_EncryptUpdate(context.get(), nullptr, &size, aad.data(), static_cast<int>(aad.size())) != 1 ||
      EVP_EncryptUpdate(context.get(), sealed.text.data(), &size, plain.bytes().data(),
                        static_cast<int>(plain.size())) != 1 ||
      EVP_EncryptFinal_ex(context.get(), sealed.text.data() + size, &size) != 1 ||
      EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, static_cast<int>(tag_size),
                          sealed.tag.data()) != 1)
    return fail(ErrorCode::Unavailable, "OpenSSL could not encrypt");
  return sealed;
}

Result<Secret> decrypt(const Secret& content_key, const Jwe& jwe) {
  const CipherContext context(EVP_CIPHER_CTX_new());
  Secret plain;
  plain.resize(jwe.text.size());
  Bytes tag = jwe.tag;
  int size = 0;
  const ByteView aad = base::as_bytes(jwe.header_text);
  if (!context ||
      EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, content_key.bytes().data(),
                         jwe.nonce.data()) != 1 ||
      EVP_DecryptUpdate(context.get(), nullptr, &size, aad.data(), static_cast<int>(aad.size())) != 1 ||
      EVP_DecryptUpdate(context.get(), plain.writable().data(), &size, jwe.text.data(),
                        static_cast<int>(jwe.text.size())) != 1 ||
      EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, static_cast<int>(tag.size()), tag.data()) !=
          1 ||
      EVP_DecryptFinal_ex(context.get(), plain.writable().data() + size, &size) != 1)
    return not_opened();
  return plain;
}

Bytes number_of(EVP_PKEY* key, const char* name) {
  BIGNUM* found = nullptr;
  EVP_PKEY_get_bn_param(key, name, &found);
  const Number value(found);
  Bytes bytes(value ? static_cast<std::size_t>(BN_num_bytes(value.get())) : 0);
  if (value) BN_bn2bin(value.get(), bytes.data());
  return bytes;
}

RsaPublicKey public_half(EVP_PKEY* key) {
  RsaPublicKey half{{}, number_of(key, OSSL_PKEY_PARAM_RSA_N), number_of(key, OSSL_PKEY_PARAM_RSA_E)};
  half.kid = thumbprint(half);
  return half;
}

}  // namespace

Result<std::string> seal(const Contact& contact, const RsaPublicKey& key, base::Random& random) {
  WV_TRY(const Secret plain, contact_plaintext(contact));
  WV_TRY(const Key rsa, openssl_key(key));
  Secret content_key;
  content_key.resize(content_key_size);
  random.fill(content_key.writable());
  std::array<std::uint8_t, nonce_size> nonce{};
  random.fill(nonce);
  Jwe jwe;
  jwe.header_text = jwe_header(key.kid);
  jwe.nonce.assign(nonce.begin(), nonce.end());
  WV_TRY(jwe.wrapped_key, wrap(rsa.get(), content_key.bytes()));
  WV_TRY(Sealed sealed, encrypt(content_key, nonce, jwe.header_text, plain));
  jwe.text = std::move(sealed.text);
  jwe.tag = std::move(sealed.tag);
  return compact(jwe);
}

Result<Contact> open_sealed(std::string_view text, const Secret& private_key_pem) {
  WV_TRY(const Jwe jwe, take_apart(text));
  WV_TRY(const Key key, openssl_key(private_key_pem));
  if (jwe.nonce.size() != nonce_size || jwe.tag.size() != tag_size) return not_opened();
  WV_TRY(const Secret content_key, unwrap(key.get(), jwe.wrapped_key));
  WV_TRY(const Secret plain, decrypt(content_key, jwe));
  return read_contact(plain);
}

Result<RsaPublicKey> rsa_public_key(const Secret& private_key_pem) {
  WV_TRY(const Key key, openssl_key(private_key_pem));
  return public_half(key.get());
}

Result<RsaKeyPair> make_rsa_key_pair(int bits) {
  if (bits < least_bits || bits > most_bits)
    return fail(ErrorCode::Invalid, "an RSA key here has 2048 to 8192 bits");
  const Key key(EVP_RSA_gen(static_cast<unsigned>(bits)));
  const Memory memory(BIO_new(BIO_s_secmem()));
  char* pem = nullptr;
  if (!key || !memory ||
      PEM_write_bio_PKCS8PrivateKey(memory.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
    return fail(ErrorCode::Unavailable, "OpenSSL could not make an RSA key");
  const long size = BIO_get_mem_data(memory.get(), &pem);
  return RsaKeyPair{Secret(std::string_view(pem, static_cast<std::size_t>(size))), public_half(key.get())};
}

}  // namespace wv::wire
