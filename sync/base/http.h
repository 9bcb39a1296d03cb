// One HTTP exchange as a value. Implemented by sync/edge with libcurl, by tests with scripted answers.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sync/base/world.h"

namespace wv::base {

using Headers = std::vector<std::pair<std::string, std::string>>;

struct HttpRequest {
  std::string method = "GET";
  std::string url;
  Headers headers;
  Bytes body;
  std::uint64_t max_body_bytes = 1 << 20;  // counted after decompression; more ends the exchange with Invalid
  std::chrono::seconds deadline{60};
};

struct HttpResponse {
  int status = 0;
  Headers headers;  // names in lower case
  Bytes body;
  bool complete = true;  // false: the body ended early; `body` is what came
};

// The value of a header, or empty.
std::string_view header(const Headers& headers, std::string_view lower_case_name);

class Http {
 public:
  virtual ~Http() = default;
  // Any status is a success here. Unavailable: no connection, time-out, cut before the headers.
  // Denied: TLS says this is not the central (or a clock problem: the message says which).
  // Redirects are never followed.
  virtual Result<HttpResponse> exchange(const HttpRequest& request) = 0;
};

}  // namespace wv::base
