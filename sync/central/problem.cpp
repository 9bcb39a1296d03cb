// Headers and problem+json that every answer of the central shares.
#include "sync/central/problem.h"

#include <array>
#include <cstdio>

namespace wv::central {
namespace {

std::string_view cache_control(Caching caching) {
  switch (caching) {
    case Caching::Never:
      return "no-store";
    case Caching::Revalidate:
      return "no-cache";
    case Caching::Forever:
      return "public, max-age=31536000, immutable";
  }
  return "no-store";
}

}  // namespace

Response bare(int status, base::Instant now, Caching caching) {
  Response response{status, {}, std::string()};
  response.headers = {{"API-Version", std::string(api_version)},
                      {"Date", http_date(now)},
                      {"Cache-Control", std::string(cache_control(caching))},
                      {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
                      {"Referrer-Policy", "no-referrer"},
                      {"Strict-Transport-Security", "max-age=31536000"},
                      {"X-Content-Type-Options", "nosniff"},
                      {"X-Frame-Options", "DENY"}};
  return response;
}

Response json(int status, base::ByteView body, base::Instant now) {
  Response response = bare(status, now);
  response.headers.emplace_back("Content-Type", "application/json");
  response.body = std::string(base::as_text(body));
  return response;
}

Response problem(const Trouble& trouble, base::Instant now) {
  Response response = bare(trouble.status, now);
  response.headers.emplace_back("Content-Type", std::string(wire::problem_media_type));
  if (trouble.retry_after.count() > 0)
    response.headers.emplace_back("Retry-After", std::to_string(trouble.retry_after.count()));
  if (trouble.status == 401) response.headers.emplace_back("WWW-Authenticate", "Bearer");
  const auto body = wire::to_bytes(
      wire::ProblemDetails{trouble.type, trouble.status, trouble.title, trouble.detail, {}, trouble.faults});
  response.body = std::string(base::as_text(body));
  return response;
}

Trouble not_found() {
  return {404, "", "Niet gevonden", "Op dit adres is niets te vinden."};
}

Trouble unavailable(std::chrono::seconds retry_after) {
  return {503,
          "",
          "Nu niet beschikbaar",
          "Het centrale systeem kan dit nu niet verwerken. Probeer het later opnieuw.",
          {},
          retry_after};
}

std::string http_date(base::Instant at) {
  using namespace std::chrono;
  static constexpr std::array<const char*, 7> days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array<const char*, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = floor<std::chrono::days>(at);
  const year_month_day date(day);
  const hh_mm_ss time(floor<seconds>(at - day));
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT",
                days[weekday(day).c_encoding()], unsigned(date.day()), months[unsigned(date.month()) - 1],
                int(date.year()), int(time.hours().count()), int(time.minutes().count()),
                int(time.seconds().count()));
  return text.data();
}

}  // namespace wv::central
