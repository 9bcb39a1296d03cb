// Sorts the answers: taken, not now, never like this, or never from us.
#include "sync/relay/exchange.h"

#include <charconv>

namespace wv::relay {
namespace {

using base::ErrorCode;
using base::HttpResponse;
using base::Json;

// Somebody who answers so slowly keeps all others of this system waiting.
constexpr std::chrono::seconds patience{10};

std::optional<base::Millis> wish_of(const HttpResponse& response) {
  const auto text = base::header(response.headers, "retry-after");
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (text.empty() || error != std::errc() || end != text.data() + text.size() || seconds < 0)
    return std::nullopt;
  return std::chrono::seconds{std::min<std::int64_t>(seconds, 86'400)};
}

// "inhoud (max_length)": which fields of a problem+json are wrong; their values and reasons may hold what was
// sent.
std::string wrong_fields(const HttpResponse& response) {
  const auto json = base::parse_json(response.body);
  const Json* params = json ? json->find("invalidParams") : nullptr;
  std::string fields;
  if (params && params->items())
    for (const Json& param : *params->items()) {
      const auto field = base::log_line(base::LogLevel::Info, param.text_or("name", "?"), {});
      fields.append(fields.empty() ? ": " : ", ").append(field.substr(3, 60));
    }
  return fields;
}

Trouble trouble_of(const HttpResponse& response) {
  const auto status = response.status;
  const std::string said = "it answers " + std::to_string(status);
  if (status == 401 || status == 403)
    return {{ErrorCode::Denied, said + ": check the token or the rights it gives"}, {}};
  if (status == 404 || status == 405 || (status >= 300 && status < 400))
    return {{ErrorCode::Denied, said + ": check the address"}, {}};
  if (status == 408 || status == 429 || status >= 500 || status < 200)
    return {{ErrorCode::Unavailable, said}, wish_of(response)};
  return {{ErrorCode::Invalid, said + wrong_fields(response)}, {}};
}

}  // namespace

std::expected<HttpResponse, Trouble> exchange_or_404(base::Http& http, const base::HttpRequest& request) {
  auto response = http.exchange(request);
  if (!response) {
    // A certificate or an address that is wrong is so for everything that goes there.
    const bool all =
        response.error().code == ErrorCode::Invalid || response.error().code == ErrorCode::Denied;
    return std::unexpected(
        Trouble{{all ? ErrorCode::Denied : ErrorCode::Unavailable, response.error().message}, {}});
  }
  if (response->status == 404 || (response->status >= 200 && response->status < 300 && response->complete))
    return std::move(*response);
  if (!response->complete)
    return std::unexpected(Trouble{{ErrorCode::Unavailable, "its answer broke off"}, {}});
  return std::unexpected(trouble_of(*response));
}

std::expected<HttpResponse, Trouble> exchange(base::Http& http, const base::HttpRequest& request) {
  auto response = exchange_or_404(http, request);
  if (response && response->status == 404) return std::unexpected(trouble_of(*response));
  return response;
}

base::HttpRequest json_request(std::string method, std::string url, const Json& body) {
  base::HttpRequest request;
  request.method = std::move(method);
  request.url = std::move(url);
  request.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
  const auto text = base::to_text(body);
  request.body.assign(text.begin(), text.end());
  request.deadline = patience;
  return request;
}

}  // namespace wv::relay
