// Moments as a colleague would say them.
#include <array>
#include <cstdio>

#include "sync/desk/parts.h"

namespace wv::desk {
namespace {

constexpr std::array<std::string_view, 12> month_names = {"januari",   "februari", "maart",    "april",
                                                          "mei",       "juni",     "juli",     "augustus",
                                                          "september", "oktober",  "november", "december"};

std::string counted(std::int64_t count, std::string_view one, std::string_view more) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : more) + " geleden";
}

}  // namespace

std::string day_words(base::Day day) {
  return std::to_string(unsigned(day.day())) + " " + std::string(month_names[unsigned(day.month()) - 1]) +
         " " + std::to_string(int(day.year()));
}

Html moment(const base::Clock& clock, base::Instant at) {
  const auto local = clock.local(at);
  const auto minutes = local.since_midnight.count();
  std::array<char, 8> time{};
  std::snprintf(time.data(), time.size(), "%02d:%02d", int(minutes / 60 % 24), int(minutes % 60));
  return el("time", {{"datetime", base::to_rfc3339(at)}}, {day_words(local.day) + ", " + time.data()});
}

std::string how_long_ago(base::Instant then, base::Instant now) {
  const auto minutes = std::chrono::floor<std::chrono::minutes>(now - then).count();
  if (minutes < 1) return "zojuist";
  if (minutes < 60) return counted(minutes, "minuut", "minuten");
  if (minutes < 48 * 60) return counted(minutes / 60, "uur", "uur");
  return counted(minutes / 60 / 24, "dag", "dagen");
}

}  // namespace wv::desk
