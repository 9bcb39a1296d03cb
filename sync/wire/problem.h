// problem+json (RFC 9457) as the Dutch API rules want it: one shape for every refusal.
#pragma once

#include <string>
#include <vector>

#include "sync/base/json.h"
#include "sync/wire/idea.h"

namespace wv::wire {

inline constexpr std::string_view problem_media_type = "application/problem+json";

struct ProblemDetails {
  std::string type;  // "apparaat-ingetrokken": relative reference, empty for about:blank
  int status = 0;
  std::string title;     // Dutch, the same for each problem of this type
  std::string detail;    // Dutch, about this occurrence; never holds what a visitor typed
  std::string instance;  // may be empty
  std::vector<FieldFault> faults;
};

base::Bytes to_bytes(const ProblemDetails& problem);
// What another server answered. Lenient: fields that are missing or of another type stay empty.
base::Result<ProblemDetails> read_problem(base::ByteView bytes);

// The types that a kiosk reacts to.
inline constexpr std::string_view kiosk_revoked = "apparaat-ingetrokken";
inline constexpr std::string_view kiosk_blocked = "apparaat-geblokkeerd";
inline constexpr std::string_view code_blocked = "code-geblokkeerd";  // 429: too often tried, for good
inline constexpr std::string_view other_bytes = "ander-idee-onder-dit-nummer";  // 409
inline constexpr std::string_view clock_differs = "klok-wijkt-af";              // 401

}  // namespace wv::wire
