// The envelope of "Steun dit idee": frozen on the kiosk like an idea, with nothing in it about who gave it.
#pragma once

#include "sync/base/json.h"
#include "sync/model/idea.h"

namespace wv::wire {

inline constexpr std::size_t max_support_bytes = 1024;

// The bytes of schema Steunbetuiging. The id is in the address.
base::Bytes freeze(const model::Support& support);
// Reads an envelope from outside; unknown fields are refused. Invalid with the place of the first fault.
base::Result<model::Support> thaw_support(const model::IdeaId& id, base::ByteView bytes);

}  // namespace wv::wire
