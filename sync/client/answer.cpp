// Reading the outside of an answer before anybody reads its inside.
#include "sync/client/answer.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "sync/wire/problem.h"

namespace wv::client {
namespace {

using base::HttpResponse;
using base::Instant;
using base::Millis;

template <class Number>
std::optional<Number> number(std::string_view digits) {
  Number value{};
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::string media_type(const HttpResponse& response) {
  const auto value = base::header(response.headers, "content-type");
  std::string type(value.substr(0, value.find(';')));
  while (!type.empty() && type.back() == ' ') type.pop_back();
  std::ranges::transform(type, type.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return type;
}

bool speaks_our_version(const HttpResponse& response) {
  return base::header(response.headers, "api-version").starts_with("1.");
}

bool has_expected_type(const HttpResponse& response, Body body) {
  if (response.status == 204 || response.status == 304) return true;
  const std::string type = media_type(response);
  if (response.status >= 400) return type == wire::problem_media_type;
  return body == Body::Json ? type == "application/json" : !type.empty() && type != "text/html";
}

Setback busy_or_broken(const HttpResponse& response, Instant now) {
  const bool come_back = response.status == 429 || response.status == 503;
  return {come_back ? code::busy : code::server_fault, "HTTP " + describe_refusal(response),
          retry_after(response, now)};
}

constexpr int network_login_required = 511;

}  // namespace

std::optional<Instant> parse_http_date(std::string_view text) {
  // "Sun, 06 Nov 1994 08:49:37 GMT"
  static constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  if (text.size() != 29 || !text.ends_with(" GMT")) return std::nullopt;
  const auto month = std::ranges::find(months, text.substr(8, 3));
  const auto day = number<unsigned>(text.substr(5, 2));
  const auto year = number<int>(text.substr(12, 4));
  const auto hour = number<int>(text.substr(17, 2)), minute = number<int>(text.substr(20, 2)),
             second = number<int>(text.substr(23, 2));
  if (month == months.end() || !day || !year || !hour || !minute || !second) return std::nullopt;
  const base::Day date{std::chrono::year{*year},
                       std::chrono::month{static_cast<unsigned>(month - months.begin()) + 1},
                       std::chrono::day{*day}};
  if (!date.ok() || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
  return std::chrono::sys_days(date) + std::chrono::hours{*hour} + std::chrono::minutes{*minute} +
         std::chrono::seconds{*second};
}

std::optional<Millis> retry_after(const HttpResponse& response, Instant now) {
  const std::string_view value = base::header(response.headers, "retry-after");
  if (value.empty()) return std::nullopt;
  if (std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; })) {
    const auto seconds = number<std::int64_t>(value);  // too many digits for 64 bits is a long time as well
    if (!seconds || *seconds > longest_retry_after / std::chrono::seconds{1}) return longest_retry_after;
    return std::chrono::seconds{*seconds};
  }
  const auto moment = parse_http_date(value);
  if (!moment) return std::nullopt;
  const auto date = parse_http_date(base::header(response.headers, "date"));
  return std::clamp(*moment - date.value_or(now), Millis{0}, longest_retry_after);
}

Attempt<> check_answer(const HttpResponse& response, Body body, Instant now) {
  const std::string seen = "HTTP " + std::to_string(response.status) + " " + media_type(response);
  if (response.status >= 500 && response.status != network_login_required) {
    return std::unexpected(busy_or_broken(response, now));
  }
  if (response.status == 429) return std::unexpected(busy_or_broken(response, now));
  const bool redirect = response.status >= 300 && response.status < 400 && response.status != 304;
  if (redirect || response.status == network_login_required || !speaks_our_version(response) ||
      !has_expected_type(response, body)) {
    return set_back(code::portal, "something answers, but not the central: " + seen);
  }
  if (body == Body::Json && !response.complete)
    return set_back(code::offline, "the answer broke off: " + seen);
  return {};
}

std::string problem_type(const HttpResponse& response) {
  const auto problem = wire::read_problem(response.body);
  return problem ? problem->type : std::string();
}

std::string describe_refusal(const HttpResponse& response) {
  std::string text = std::to_string(response.status);
  const auto problem = wire::read_problem(response.body);
  if (!problem) return text;
  text += " " + (problem->type.empty() ? problem->title : problem->type);
  for (const auto& fault : problem->faults)
    text += (&fault == &problem->faults.front() ? ": " : ", ") + fault.field;
  if (text.size() > 200) text.resize(200);
  return text;
}

}  // namespace wv::client
