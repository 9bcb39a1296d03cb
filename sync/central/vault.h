// The private keys of a repository, each in a file that only its owner may read.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "sync/base/crypto.h"
#include "sync/base/world.h"
#include "sync/wire/content.h"

namespace wv::central {

// Offline: to be kept on a stick in a safe and brought here for `publish` (publicist) or a new root
// (root1-3); `contact` is only for who may read contact data. Online: what a running central needs.
enum class KeyName { Root1, Root2, Root3, Publisher, Snapshot, Timestamp, Feedback, Receipt };

class Vault {
 public:
  // `secret_files` writes with mode 0600 (edge::Disk with OwnerOnly).
  Vault(base::Files& secret_files, const std::filesystem::path& repo)
      : files_(secret_files), folder_(repo / "sleutels") {}

  base::Result<> save(KeyName name, const base::KeyPair& key);
  base::Result<base::KeyPair> load(KeyName name) const;  // NotFound tells which file to bring
  base::Result<> save_contact_key(const base::Secret& pem);

  // The document sleutels.json as it is published: all public.
  base::Result<> save_public(const wire::Keys& keys);
  base::Result<wire::Keys> load_public() const;

  // n.root.json as signed; 1 is the first. The newest is what `newest_root` names.
  base::Result<> save_root(std::int64_t version, base::ByteView bytes);
  base::Result<base::Bytes> load_root(std::int64_t version) const;
  base::Result<std::int64_t> newest_root() const;

  std::filesystem::path file_of(KeyName name) const;
  const std::filesystem::path& folder() const { return folder_; }

 private:
  base::Files& files_;
  std::filesystem::path folder_;
};

// Key id of an Ed25519 key as a JWK: its RFC 7638 thumbprint.
std::string thumbprint(const base::PublicKey& key);

}  // namespace wv::central
