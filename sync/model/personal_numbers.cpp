// The eleven-test, the check of an IBAN and the series of number plates.
#include "sync/model/personal_numbers.h"

#include <algorithm>
#include <array>
#include <string>

#include "sync/model/ascii.h"

namespace wv::model {
namespace {

struct Country {
  std::string_view code;
  std::size_t length;
};
// Of the SWIFT IBAN registry: the euro area and the countries that residents have roots in.
constexpr std::array<Country, 28> kCountries = {
    {{"AT", 20}, {"BE", 16}, {"BG", 22}, {"CH", 21}, {"CY", 28}, {"CZ", 24}, {"DE", 22},
     {"DK", 18}, {"EE", 20}, {"ES", 24}, {"FI", 18}, {"FR", 27}, {"GB", 22}, {"GR", 27},
     {"HU", 28}, {"IE", 22}, {"IT", 27}, {"LT", 20}, {"LU", 20}, {"LV", 21}, {"NL", 18},
     {"NO", 15}, {"PL", 28}, {"PT", 25}, {"RO", 24}, {"SE", 24}, {"TR", 26}, {"UA", 29}}};

}  // namespace

std::size_t bank_account_length(std::string_view country) {
  const auto found = std::ranges::find(kCountries, country, &Country::code);
  return found == kCountries.end() ? 0 : found->length;
}

bool passes_eleven_test(std::string_view nine) {
  if (nine.size() != 9 || !std::ranges::all_of(nine, is_digit) || nine == "000000000") return false;
  int sum = 0;
  for (int i = 0; i < 9; ++i) sum += (nine[static_cast<std::size_t>(i)] - '0') * (i == 8 ? -1 : 9 - i);
  return sum % 11 == 0;
}

bool is_bank_account(std::string_view iban) {
  if (iban.size() < 4 || !is_digit(iban[2]) || !is_digit(iban[3])) return false;
  if (iban.size() != bank_account_length(std::string{to_upper(iban[0]), to_upper(iban[1])})) return false;
  int rest = 0;  // ISO 7064 mod 97-10: the first four go to the end, letters count from 10
  for (std::size_t i = 0; i < iban.size(); ++i) {
    const char c = to_upper(iban[(i + 4) % iban.size()]);
    if (!is_digit(c) && !is_letter(c)) return false;
    rest = is_digit(c) ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
  }
  return rest == 1;
}

int plate_series(std::string_view plate) {
  constexpr std::array<std::string_view, 14> kSeries = {
      "XX-99-99", "99-99-XX", "99-XX-99", "XX-99-XX", "XX-XX-99", "99-XX-XX", "99-XXX-9",
      "9-XXX-99", "XX-999-X", "X-999-XX", "XXX-99-X", "X-99-XXX", "9-XX-999", "999-XX-9"};
  std::string shape, letters;
  for (const char c : plate) {
    shape += is_digit(c) ? '9' : is_letter(c) ? 'X' : c;
    if (is_letter(c)) letters += c;
  }
  const auto found = std::ranges::find(kSeries, shape);
  if (found == kSeries.end()) return 0;
  const int series = static_cast<int>(found - kSeries.begin()) + 1;
  // The oldest series and those that look like a figure with a unit only in capitals: "10-en-12" is Dutch.
  if ((series < 4 || series > 12) && std::ranges::any_of(letters, is_lower)) return 0;
  if (series < 4) {
    constexpr std::array<std::string_view, 7> kDays = {"MA", "DI", "WO", "DO", "VR", "ZA", "ZO"};
    return std::ranges::find(kDays, letters) == kDays.end() ? series : 0;
  }
  // From series 4 on: no vowels (trailers begin with O), no C and no Q.
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char c = to_upper(letters[i]);
    const bool trailer = i == 0 && c == 'O' && is_letter(plate[0]);
    if (!trailer && std::string_view("AEIOUCQ").find(c) != std::string_view::npos) return 0;
  }
  return series;
}

}  // namespace wv::model
