// One way to ask the central anything: checked, authorised, and with the clock set right once.
#include "sync/client/central.h"

#include "sync/wire/token.h"

namespace wv::client {
namespace {

using base::HttpRequest;
using base::HttpResponse;
using base::Result;

constexpr std::uint64_t max_json_answer = 256 << 10;

std::string_view host_and_port(std::string_view address) {
  address.remove_prefix(address.find("://") + 3);
  return address.substr(0, address.find('/'));
}

bool names_loopback(std::string_view address) {
  std::string_view host = host_and_port(address);
  if (host.starts_with("[::1]")) return host.size() == 5 || host[5] == ':';
  host = host.substr(0, host.find(':'));
  return host == "localhost" ||
         (host.starts_with("127.") && host.find_first_not_of("0123456789.") == host.npos);
}

std::string_view path_of(std::string_view address) {
  const auto host = host_and_port(address);
  return address.substr(static_cast<std::size_t>(host.data() + host.size() - address.data()));
}

}  // namespace

Result<std::string> normal_address(std::string_view address) {
  while (address.ends_with('/')) address.remove_suffix(1);
  const std::string shown = "'" + std::string(address) + "'";
  const bool https = address.starts_with("https://"), http = address.starts_with("http://");
  if ((!https && !http) || host_and_port(address).empty() ||
      address.find_first_of("?# @\t\r\n") != std::string_view::npos) {
    return base::fail(
        base::ErrorCode::Invalid,
        shown + " is not the address of a central, such as https://centraal.example.org/kiosk/v1");
  }
  if (http && !names_loopback(address)) {
    return base::fail(base::ErrorCode::Invalid,
                      shown + ": the address must begin with https:// (http:// only on this machine itself)");
  }
  return std::string(address);
}

Central::Central(World& world, RoundClock& clock, std::string address)
    : world_(world), clock_(clock), address_(std::move(address)) {}

Attempt<HttpResponse> Central::exchange(const HttpRequest& request, Body body) {
  auto response = world_.http.exchange(request);
  if (!response && body == Body::File && response.error().code == base::ErrorCode::Invalid) {
    return set_back(code::changed, response.error().message);  // longer than the metadata allows
  }
  if (!response) return std::unexpected(network_setback(response.error()));
  if (auto checked = check_answer(*response, body, clock_.now()); !checked) {
    return std::unexpected(std::move(checked).error());
  }
  return *std::move(response);
}

Attempt<HttpResponse> Central::get_file(std::string_view channel, std::string_view name,
                                        std::uint64_t max_bytes, base::Headers headers) {
  HttpRequest request;
  request.url = address_ + "/inhoud/" + std::string(channel) + "/" + std::string(name);
  request.headers = std::move(headers);
  request.max_body_bytes = max_bytes;
  request.deadline = std::chrono::minutes{10};  // slow is fine; a link that stalls is cut long before
  return exchange(request, Body::File);
}

Attempt<HttpResponse> Central::post(std::string_view path, base::Bytes body) {
  HttpRequest request;
  request.method = "POST";
  request.url = address_ + std::string(path);
  request.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
  request.body = std::move(body);
  request.max_body_bytes = max_json_answer;
  return exchange(request, Body::Json);
}

HttpRequest Central::authorised(std::string_view path, base::ByteView body, const Identity& identity) const {
  HttpRequest request;
  request.method = "PUT";
  request.url = address_ + std::string(path);
  request.body.assign(body.begin(), body.end());
  request.max_body_bytes = max_json_answer;
  const std::string full_path = std::string(path_of(address_)) + std::string(path);
  const wire::Request signed_for{"PUT", full_path, body};
  const std::string token =
      wire::make_token(identity.key, identity.kiosk, signed_for, clock_.central_now(), world_.random);
  request.headers = {{"Authorization", "Bearer " + token},
                     {"Content-Type", "application/json"},
                     {"Accept", "application/json"}};
  return request;
}

Attempt<HttpResponse> Central::put(std::string_view path, base::ByteView body, const Identity& identity) {
  WV_TRY(auto response, exchange(authorised(path, body, identity), Body::Json));
  if (response.status != 401 || clock_corrected_) return response;
  const auto date = parse_http_date(base::header(response.headers, "date"));
  if (!date) return response;
  clock_corrected_ = true;
  clock_.learn(*date);
  return exchange(authorised(path, body, identity), Body::Json);
}

}  // namespace wv::client
