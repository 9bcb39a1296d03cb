// What identifiers, local times and repetition rules look like.
#include <algorithm>
#include <set>

#include "sync/base/time.h"
#include "sync/model/ascii.h"
#include "sync/model/check.h"

namespace wv::model {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

// True when every part between `separator` passes, and there is at least one.
template <class Accept>
bool each_part(std::string_view text, char separator, Accept accept) {
  while (true) {
    const std::size_t end = text.find(separator);
    if (!accept(text.substr(0, end))) return false;
    if (end == std::string_view::npos) return true;
    text.remove_prefix(end + 1);
  }
}

bool is_count(std::string_view text) {
  return text.size() <= 3 && all_digits(text) && text.find_first_not_of('0') != std::string_view::npos;
}

bool is_signed_number(std::string_view text) {
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) text.remove_prefix(1);
  return is_count(text);
}

bool is_weekday(std::string_view text) {
  static constexpr std::string_view days = "MO TU WE TH FR SA SU";
  return text.size() == 2 && text.find(' ') == std::string_view::npos &&
         days.find(text) != std::string_view::npos;
}

// "TU", "1MO", "-1FR"
bool is_numbered_weekday(std::string_view text) {
  if (text.size() < 2 || !is_weekday(text.substr(text.size() - 2))) return false;
  text.remove_suffix(2);
  return text.empty() || is_signed_number(text);
}

// "20261231", "20261231T220000Z"
bool is_basic_time(std::string_view text) {
  if (text.ends_with('Z')) text.remove_suffix(1);
  if (text.size() == 15) return all_digits(text.substr(0, 8)) && text[8] == 'T' && all_digits(text.substr(9));
  return text.size() == 8 && all_digits(text);
}

bool is_rule_part(std::string_view name, std::string_view value) {
  if (name == "FREQ") return value == "DAILY" || value == "WEEKLY" || value == "MONTHLY" || value == "YEARLY";
  if (name == "UNTIL") return is_basic_time(value);
  if (name == "COUNT" || name == "INTERVAL") return is_count(value);
  if (name == "WKST") return is_weekday(value);
  if (name == "BYDAY") return each_part(value, ',', is_numbered_weekday);
  if (name == "BYMONTH" || name == "BYMONTHDAY" || name == "BYSETPOS" || name == "BYWEEKNO" ||
      name == "BYYEARDAY")
    return each_part(value, ',', is_signed_number);
  return false;
}

}  // namespace

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-';
  });
}

bool is_wijk_code(std::string_view text) {
  return text.size() == 8 && text.starts_with("WK") && all_digits(text.substr(2));
}

bool is_local_time(std::string_view text) {
  return text.size() == 16 && text[10] == 'T' && base::parse_rfc3339(std::string(text) + ":00Z").has_value();
}

bool is_rrule(std::string_view text) {
  std::set<std::string_view> seen;
  const bool well_formed = text.size() <= 200 && each_part(text, ';', [&](std::string_view part) {
                             const std::size_t equals = part.find('=');
                             if (equals == std::string_view::npos) return false;
                             const std::string_view name = part.substr(0, equals);
                             return seen.insert(name).second && is_rule_part(name, part.substr(equals + 1));
                           });
  return well_formed && seen.contains("FREQ") && !(seen.contains("UNTIL") && seen.contains("COUNT"));
}

}  // namespace wv::model
