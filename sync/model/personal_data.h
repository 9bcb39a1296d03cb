// What in a resident's text could lead to a person. It gives a hint before sending; it never refuses a text.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace wv::model {

enum class PersonalKind { Phone, Email, CitizenNumber, NumberPlate, BankAccount };

struct PersonalData {
  PersonalKind kind = PersonalKind::Phone;
  std::size_t begin = 0, end = 0;  // bytes of the text
  bool operator==(const PersonalData&) const = default;
};

// In the order of the text. Rather silent than wrong: years, dates, times, prices, house numbers, postcodes
// and the numbers of services (112, 14 013, 0800, 0900) are nobody's.
std::vector<PersonalData> find_personal_data(std::string_view text);

}  // namespace wv::model
