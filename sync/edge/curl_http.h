// HTTP as the internet has it: one exchange at a time over a connection that is kept.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "sync/base/http.h"

namespace wv::edge {

struct CurlOptions {
  std::filesystem::path ca_file;  // empty: the system's authorities; else only those in this PEM file
  std::string user_agent = "wijkvenster-sync";
  std::chrono::seconds connect_deadline{20};
  std::chrono::seconds stalled_after{30};  // slower than 500 bytes a second for so long is a dead link
};

// Not to be shared between threads. https only, http for loopback hosts alone (else Invalid).
// Never follows a redirect. gzip is asked for and undone; bytes are counted after that.
// Errors name the host and the reason, never a header or a body.
std::unique_ptr<base::Http> curl_http(CurlOptions options);

}  // namespace wv::edge
