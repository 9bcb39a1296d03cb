// The spellings of TUF metadata that its reader and its writer share.
#pragma once

#include "sync/wire/tuf.h"

namespace wv::wire::tuf {

inline constexpr std::string_view spec_version = "1.0.31";
inline constexpr std::string_view top_roles[] = {root_role, timestamp_role, snapshot_role, targets_role};

Json key_json(const base::PublicKey& key);

}  // namespace wv::wire::tuf
