// The envelope of an idea: made once on the kiosk, then frozen, because its hash is what the receipt
// acknowledges.
#pragma once

#include "sync/base/json.h"
#include "sync/model/idea.h"

namespace wv::wire {

inline constexpr std::size_t max_idea_bytes = 16 * 1024;

// The bytes of schema Idee. The id is not in it: it is in the address. `text` must have passed
// check_idea_text.
base::Bytes freeze(const model::Idea& idea);

// One entry for every wrong field, as the central's problem+json reports them.
struct FieldFault {
  std::string field;    // "tekst"
  std::string message;  // Dutch
};
struct IdeaFaults {
  bool too_large = false;
  std::vector<FieldFault> faults;
};
// Reads an envelope from outside; unknown fields and everything beyond the limits are refused, all at once.
std::expected<model::Idea, IdeaFaults> thaw(const model::IdeaId& id, base::ByteView bytes);

}  // namespace wv::wire
