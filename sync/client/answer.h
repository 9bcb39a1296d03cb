// Is this really the central that answers, and what does it want? A portal or a proxy also says 200.
#pragma once

#include "sync/base/http.h"
#include "sync/client/notice.h"

namespace wv::client {

inline constexpr base::Millis longest_retry_after = std::chrono::hours{6};

// Seconds or an HTTP date (measured from the answer's own Date where it has one, else from `now`). Never
// negative, at most six hours; nothing when the header is absent or nonsense.
std::optional<base::Millis> retry_after(const base::HttpResponse& response, base::Instant now);
std::optional<base::Instant> parse_http_date(std::string_view text);  // IMF-fixdate

// What a body must be. Content files are bytes of any type, except what a portal would send.
enum class Body { Json, File };

// `portal` unless the answer carries API-Version 1.x and, with a body, the type it should have: problem+json
// for 4xx and 5xx. `offline` for a body that was cut (Json only: files are resumed). `busy` for 429 and 503,
// `server_fault` for other 5xx. Other statuses are for the caller.
Attempt<> check_answer(const base::HttpResponse& response, Body body, base::Instant now);

// "403 apparaat-ingetrokken": what the log and the staff screen may know of a refusal.
std::string describe_refusal(const base::HttpResponse& response);
std::string problem_type(const base::HttpResponse& response);  // empty when it names none

}  // namespace wv::client
