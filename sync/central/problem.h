// Answers in the one shape that the Dutch API rules give them: version, security headers, problem+json.
#pragma once

#include <string>
#include <vector>

#include "sync/central/exchange.h"
#include "sync/wire/problem.h"

namespace wv::central {

inline constexpr std::string_view api_version = "1.0.0";

enum class Caching { Never, Revalidate, Forever };

// A response with API-Version, Date and the security headers, without a body.
Response bare(int status, base::Instant now, Caching caching = Caching::Never);
Response json(int status, base::ByteView body, base::Instant now);

struct Trouble {
  int status = 400;
  std::string type;    // empty: about:blank
  std::string title;   // Dutch
  std::string detail;  // Dutch; never holds what a visitor typed
  std::vector<wire::FieldFault> faults = {};
  std::chrono::seconds retry_after{0};
};
Response problem(const Trouble& trouble, base::Instant now);

Trouble not_found();
Trouble unavailable(std::chrono::seconds retry_after = std::chrono::seconds{30});

// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110)
std::string http_date(base::Instant at);

}  // namespace wv::central
