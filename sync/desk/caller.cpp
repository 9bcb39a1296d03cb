// Cookies and origins. What cannot be read counts as absent, and what is absent gives no right.
#include "sync/desk/caller.h"

namespace wv::desk {
namespace {

std::string_view cookie_name(const central::Request& request) {
  // __Host-: a browser takes it only over TLS, from this very host, for the whole of it.
  return came_by_tls(request) ? "__Host-wijkvenster" : "wijkvenster";
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace

bool came_by_tls(const central::Request& request) {
  return base::header(request.headers, "x-forwarded-proto") == "https";
}

bool is_safe_way(const central::Request& request) {
  if (came_by_tls(request)) return true;
  auto host = base::header(request.headers, "host");
  if (host.starts_with("[::1]")) return true;
  host = host.substr(0, host.find(':'));
  return host == "127.0.0.1" || host == "localhost";
}

bool is_from_this_site(const central::Request& request) {
  const auto host = base::header(request.headers, "host");
  const auto fetched = base::header(request.headers, "sec-fetch-site");
  if (!fetched.empty() && fetched != "same-origin") return false;
  const std::string expected = (came_by_tls(request) ? "https://" : "http://") + std::string(host);
  return !host.empty() && base::header(request.headers, "origin") == expected;
}

std::string session_token(const central::Request& request) {
  const auto name = cookie_name(request);
  auto cookies = base::header(request.headers, "cookie");
  while (!cookies.empty()) {
    const auto end = cookies.find(';');
    const auto one = trimmed(cookies.substr(0, end));
    if (one.starts_with(name) && one.substr(name.size()).starts_with('='))
      return std::string(one.substr(name.size() + 1));
    cookies = end == std::string_view::npos ? std::string_view{} : cookies.substr(end + 1);
  }
  return {};
}

std::string session_cookie(const central::Request& request, std::string_view token) {
  std::string cookie(cookie_name(request));
  ((cookie += '=') += token) += "; Path=/; HttpOnly; SameSite=Strict";
  if (came_by_tls(request)) cookie += "; Secure";
  if (token.empty()) cookie += "; Max-Age=0";
  return cookie;
}

}  // namespace wv::desk
