// ideeen.db as the courier sees it: to read from, never to write to. The screen owns it.
#pragma once

#include "sync/base/crypto.h"
#include "sync/client/ledger.h"

namespace wv::client {

struct FrozenIdea {
  base::Bytes bytes;
  base::Digest sha256{};
};

class Ideas {
 public:
  // NotFound: the screen has not made it yet.
  static base::Result<Ideas> open(const std::filesystem::path& file);
  base::Result<std::vector<Known>> list();  // ideas and support, oldest first
  // NotFound: erased meanwhile. Corrupt: the bytes are not those of the hash beside them.
  base::Result<FrozenIdea> read(const model::IdeaId& idea, Cargo cargo);

 private:
  base::Result<bool> holds_supports();
  explicit Ideas(db::Database database) : database_(std::move(database)) {}
  db::Database database_;
};

}  // namespace wv::client
