// No answer is made up: 202 says that the central has not seen it yet, and nothing more.
#include "sync/client/stick_http.h"

#include <algorithm>

#include "sync/wire/problem.h"

namespace wv::client {
namespace {

namespace stick = wire::stick;
using base::HttpRequest;
using base::HttpResponse;

constexpr std::string_view content_path = "/inhoud/";
constexpr std::size_t overhead = 100;  // of each request that goes along

HttpResponse respond(int status, base::Bytes body, std::string_view type) {
  return {status, {{"api-version", "1.0.0"}, {"content-type", std::string(type)}}, std::move(body), true};
}

HttpResponse respond(int status, base::Bytes body) {
  return respond(status, std::move(body), status < 400 ? "application/json" : wire::problem_media_type);
}

std::string path_of(std::string_view url) {
  const auto host = url.find("://");
  const auto path = host == url.npos ? url.npos : url.find('/', host + 3);
  return std::string(path == url.npos ? url : url.substr(path));
}

std::string_view token_of(const HttpRequest& request) {
  constexpr std::string_view bearer = "Bearer ";
  for (const auto& [name, value] : request.headers)
    if (name == "Authorization" && value.starts_with(bearer))
      return std::string_view(value).substr(bearer.size());
  return {};
}

}  // namespace

void StickHttp::bring(std::vector<stick::Answered> answers) {
  answers_ = std::move(answers);
}

base::Result<HttpResponse> StickHttp::exchange(const HttpRequest& request) {
  if (request.method != "GET") return post(request);
  const std::string path = path_of(request.url);
  const auto content = path.find(content_path);
  if (content == path.npos) return respond(404, {});
  return serve(std::string_view(path).substr(content + content_path.size()), request.max_body_bytes);
}

base::Result<HttpResponse> StickHttp::serve(std::string_view name, std::uint64_t max_bytes) {
  auto bytes = stick_.read(std::filesystem::path(stick::folder) / stick::content / name);
  if (!bytes && bytes.error().code == base::ErrorCode::NotFound) return respond(404, {});
  if (!bytes) {
    if (!trouble_) trouble_ = bytes.error();
    return std::unexpected(std::move(bytes).error());
  }
  if (bytes->size() > max_bytes)
    return base::fail(base::ErrorCode::Invalid,
                      std::string(name) + " on the stick is longer than was signed");
  return respond(200, *std::move(bytes), "application/octet-stream");
}

HttpResponse StickHttp::post(const HttpRequest& request) {
  const std::string path = path_of(request.url);
  const auto hash = base::sha256(request.body);
  const auto answer = std::ranges::find_if(
      answers_, [&](const stick::Answered& one) { return one.path == path && one.sha256 == hash; });
  if (answer != answers_.end()) return respond(answer->status, answer->body);
  const std::size_t size = request.body.size() + token_of(request).size() + path.size() + overhead;
  if (bytes_taken_ + size <= stick::max_ideas_bytes) {
    bytes_taken_ += size;
    taken_along_.push_back({path, std::string(token_of(request)), request.body});
  }
  return respond(202, {});
}

}  // namespace wv::client
