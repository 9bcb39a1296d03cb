// What an answer of another system means for whoever told it something.
#pragma once

#include "sync/base/http.h"
#include "sync/base/json.h"
#include "sync/relay/outbox.h"

namespace wv::relay {

// The answer when its status is one of 2xx and it came whole, else what went wrong. Never repeats what was
// sent.
std::expected<base::HttpResponse, Trouble> exchange(base::Http& http, const base::HttpRequest& request);
// The same, with the status 404 as an answer too.
std::expected<base::HttpResponse, Trouble> exchange_or_404(base::Http& http,
                                                           const base::HttpRequest& request);

base::HttpRequest json_request(std::string method, std::string url, const base::Json& body);

}  // namespace wv::relay
