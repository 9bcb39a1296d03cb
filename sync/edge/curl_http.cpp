// The one file that knows libcurl: bounds on everything, and its many errors told as four kinds.
#include "sync/edge/curl_http.h"

#include <arpa/inet.h>
#include <curl/curl.h>

#include <algorithm>
#include <memory>

namespace wv::edge {
namespace {

using base::ErrorCode;
using base::HttpRequest;
using base::HttpResponse;
using base::Result;

constexpr std::size_t max_header_bytes = 64 * 1024;
constexpr long slowest_bytes_a_second = 500;

template <auto function>
struct Calls {
  template <class T>
  void operator()(T* pointer) const {
    function(pointer);
  }
};
using Easy = std::unique_ptr<CURL, Calls<curl_easy_cleanup>>;
using Url = std::unique_ptr<CURLU, Calls<curl_url_cleanup>>;
using List = std::unique_ptr<curl_slist, Calls<curl_slist_free_all>>;
using CurlText = std::unique_ptr<char, Calls<curl_free>>;

struct Endpoint {
  std::string scheme, host;
  bool loopback = false;
};

bool is_loopback(const std::string& host) {
  if (host == "localhost" || host == "[::1]") return true;
  in_addr address{};
  return ::inet_pton(AF_INET, host.c_str(), &address) == 1 && (ntohl(address.s_addr) >> 24) == 127;
}

std::string part(CURLU* url, CURLUPart which) {
  char* text = nullptr;
  if (curl_url_get(url, which, &text, 0) != CURLUE_OK) return {};
  CurlText owned(text);
  return text;
}

Result<Endpoint> check_url(const std::string& text) {
  Url url(curl_url());
  if (!url || curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) != CURLUE_OK) {
    return base::fail(ErrorCode::Invalid, "not an address: '" + text + "'");
  }
  Endpoint endpoint{part(url.get(), CURLUPART_SCHEME), part(url.get(), CURLUPART_HOST)};
  endpoint.loopback = is_loopback(endpoint.host);
  if (!part(url.get(), CURLUPART_USER).empty() || !part(url.get(), CURLUPART_PASSWORD).empty()) {
    return base::fail(ErrorCode::Invalid,
                      endpoint.host + ": an address may not hold a user name or password");
  }
  if (endpoint.scheme == "https" || (endpoint.scheme == "http" && endpoint.loopback)) return endpoint;
  return base::fail(
      ErrorCode::Invalid,
      endpoint.host + ": the address must begin with https:// (http:// only on this machine itself)");
}

// What is gathered while one answer comes in.
struct Incoming {
  HttpResponse response;
  std::uint64_t max_body_bytes = 0;
  std::size_t header_bytes = 0;
  bool headers_ended = false;
  bool body_too_large = false;
  bool headers_too_large = false;
};

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.back() == '\r' || text.back() == '\n' || text.back() == ' '))
    text.remove_suffix(1);
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  return text;
}

std::size_t on_header(char* data, std::size_t, std::size_t size, void* user) {
  auto& incoming = *static_cast<Incoming*>(user);
  const std::string_view line(data, size);
  incoming.header_bytes += size;
  if (incoming.header_bytes > max_header_bytes) {
    incoming.headers_too_large = true;
    return 0;
  }
  if (line.starts_with("HTTP/")) {  // a new block: what came before was a 1xx
    incoming.response.headers.clear();
    incoming.headers_ended = false;
    return size;
  }
  if (trim(line).empty()) incoming.headers_ended = true;
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return size;
  incoming.response.headers.emplace_back(lower(trim(line.substr(0, colon))), trim(line.substr(colon + 1)));
  return size;
}

std::size_t on_body(char* data, std::size_t, std::size_t size, void* user) {
  auto& incoming = *static_cast<Incoming*>(user);
  auto& body = incoming.response.body;
  if (size >
      incoming.max_body_bytes - body.size()) {  // MAXFILESIZE sees neither chunked nor compressed bodies
    incoming.body_too_large = true;
    return 0;
  }
  body.insert(body.end(), data, data + size);
  return size;
}

List header_list(const HttpRequest& request) {
  List list;
  const auto add = [&](const std::string& line) {
    curl_slist* longer = curl_slist_append(list.get(), line.c_str());
    if (longer != nullptr && !list) list.reset(longer);  // what comes later hangs behind the first
  };
  add("Expect:");  // no waiting round for small bodies
  for (const auto& [name, value] : request.headers) {
    std::string line = name;
    add(line.append(": ").append(value));
  }
  return list;
}

bool names_header(const HttpRequest& request, std::string_view lower_case_name) {
  return std::ranges::any_of(request.headers,
                             [&](const auto& h) { return lower(h.first) == lower_case_name; });
}

class CurlHttp final : public base::Http {
 public:
  explicit CurlHttp(CurlOptions options) : options_(std::move(options)) {
    curl_global_init(CURL_GLOBAL_DEFAULT);
    easy_.reset(curl_easy_init());
  }
  ~CurlHttp() override {
    easy_.reset();
    curl_global_cleanup();
  }

  Result<HttpResponse> exchange(const HttpRequest& request) override {
    WV_TRY(const Endpoint endpoint, check_url(request.url));
    // A range counts bytes of the file itself, so it is never asked for compressed.
    const bool gzip = !names_header(request, "range") && !names_header(request, "accept-encoding");
    auto [code, incoming] = perform(request, endpoint, gzip);
    if (code == CURLE_BAD_CONTENT_ENCODING && gzip && request.method == "GET") {
      std::tie(code, incoming) = perform(request, endpoint, false);
    }
    return judge(code, std::move(incoming), endpoint);
  }

 private:
  std::pair<CURLcode, Incoming> perform(const HttpRequest& request, const Endpoint& endpoint, bool gzip) {
    Incoming incoming;
    incoming.max_body_bytes = request.max_body_bytes;
    if (!easy_) return {CURLE_OUT_OF_MEMORY, std::move(incoming)};
    CURL* easy = easy_.get();
    curl_easy_reset(easy);  // options only; the connection is kept
    error_[0] = 0;
    const List headers = header_list(request);
    set_limits(easy, request, endpoint);
    set_tls(easy);
    curl_easy_setopt(easy, CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers.get());
    if (gzip) curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "gzip");
    set_method(easy, request);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, on_header);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &incoming);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &incoming);
    const CURLcode code = curl_easy_perform(easy);
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    incoming.response.status = static_cast<int>(status);
    return {code, std::move(incoming)};
  }

  void set_limits(CURL* easy, const HttpRequest& request, const Endpoint& endpoint) {
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, endpoint.scheme.c_str());
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, error_);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, options_.user_agent.c_str());
    curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, static_cast<long>(options_.connect_deadline.count()));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT, static_cast<long>(request.deadline.count()));
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, slowest_bytes_a_second);
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, static_cast<long>(options_.stalled_after.count()));
    if (endpoint.loopback) curl_easy_setopt(easy, CURLOPT_PROXY, "");
  }

  void set_tls(CURL* easy) {
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    if (options_.ca_file.empty()) return;
    curl_easy_setopt(easy, CURLOPT_CAINFO, options_.ca_file.c_str());
    curl_easy_setopt(easy, CURLOPT_CAPATH, nullptr);
  }

  static void set_method(CURL* easy, const HttpRequest& request) {
    if (request.method == "GET") return;
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    curl_easy_setopt(easy, CURLOPT_POSTFIELDS,
                     request.body.empty() ? "" : reinterpret_cast<const char*>(request.body.data()));
    curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request.method.c_str());
  }

  Result<HttpResponse> judge(CURLcode code, Incoming incoming, const Endpoint& endpoint) {
    if (code == CURLE_OK) return std::move(incoming.response);
    if (incoming.body_too_large) {
      return base::fail(ErrorCode::Invalid, endpoint.host + ": the answer is larger than allowed");
    }
    if (incoming.headers_too_large) {
      return base::fail(ErrorCode::Unavailable, endpoint.host + ": the answer has too many headers");
    }
    const std::string why = endpoint.host + ": " + (error_[0] != 0 ? error_ : curl_easy_strerror(code));
    switch (code) {
      case CURLE_PEER_FAILED_VERIFICATION:
      case CURLE_SSL_ISSUER_ERROR:
      case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
        return base::fail(ErrorCode::Denied, why + tls_hint());
      case CURLE_SSL_CACERT_BADFILE:
      case CURLE_URL_MALFORMAT:
        return base::fail(ErrorCode::Invalid, why);
      case CURLE_BAD_CONTENT_ENCODING:
        return base::fail(ErrorCode::Corrupt, why);
      default:
        break;
    }
    if (!incoming.headers_ended) return base::fail(ErrorCode::Unavailable, why);
    incoming.response.complete = false;
    return std::move(incoming.response);
  }

  // OpenSSL's results 9 and 10 mean "not yet valid" and "expired": here that is nearly always the kiosk's
  // clock.
  std::string tls_hint() {
    long result = 0;
    curl_easy_getinfo(easy_.get(), CURLINFO_SSL_VERIFYRESULT, &result);
    if (result == 9 || result == 10) return " (check the clock of this kiosk)";
    return " (this is not the central, or something reads along)";
  }

  CurlOptions options_;
  Easy easy_;
  char error_[CURL_ERROR_SIZE] = {};
};

}  // namespace

std::unique_ptr<base::Http> curl_http(CurlOptions options) {
  return std::make_unique<CurlHttp>(std::move(options));
}

}  // namespace wv::edge
