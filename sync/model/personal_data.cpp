// Looks at every place where a word begins, and asks each rule in turn whether its kind of thing starts
// there.
#include "sync/model/personal_data.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "sync/base/utf8.h"
#include "sync/model/ascii.h"
#include "sync/model/personal_numbers.h"

namespace wv::model {
namespace {

using End = std::optional<std::size_t>;  // where the thing ends, when there is one

// Letters and digits of any script; not the marks around them, such as ’ and €.
bool is_of_word(char32_t c) {
  if (c < 0x80) return is_letter(static_cast<char>(c)) || is_digit(static_cast<char>(c));
  return c >= 0xC0 && (c < 0x2000 || c > 0x20CF);
}
bool ends_word(std::string_view text, std::size_t at) {
  std::string_view rest = text.substr(std::min(at, text.size()));
  const auto next = base::next_code_point(rest);
  return !next || !is_of_word(*next);
}
bool starts_word(std::string_view text, std::size_t at) {
  std::size_t before = at;
  if (at == 0) return true;
  do {
    --before;
  } while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0U) == 0x80U);
  return ends_word(text, before);
}

// "1.000", "7,5" and "12:30" are one number, and so is what follows their mark.
constexpr std::string_view kInNumbers = ".,:/+-";
bool continues_number(std::string_view text, std::size_t at) {
  return at >= 2 && is_digit(text[at - 2]) && kInNumbers.contains(text[at - 1]);
}
// "12.30" goes on after "12"; "12." at the end of a sentence does not.
bool number_goes_on(std::string_view text, std::size_t at) {
  return at + 1 < text.size() && (text[at] == '.' || text[at] == ',' || text[at] == ':') &&
         is_digit(text[at + 1]);
}
bool is_money(std::string_view text, std::size_t at) {
  while (at > 0 && text[at - 1] == ' ') --at;
  return text.substr(0, at).ends_with("€");
}

// Digits in groups, as people write a number that they want to be readable.
struct Groups {
  std::string digits;
  std::vector<std::size_t> lengths;
  std::vector<std::string_view> separators;  // between them
  std::size_t end = 0;
};

std::string_view separator_at(std::string_view text, std::size_t at, std::string_view singles) {
  const auto rest = text.substr(at);
  if (rest.starts_with(" - ")) return rest.substr(0, 3);
  return !rest.empty() && singles.contains(rest.front()) ? rest.substr(0, 1) : std::string_view();
}

// The groups from `at` on that together have exactly `wanted` digits; the first may stand in brackets.
std::optional<Groups> groups_of(std::string_view text, std::size_t at, std::size_t wanted) {
  Groups groups;
  bool in_brackets = text[at] == '(';
  if (in_brackets) ++at;
  while (true) {
    const std::size_t begin = at;
    while (at < text.size() && is_digit(text[at])) groups.digits += text[at++];
    if (at == begin) return std::nullopt;
    groups.lengths.push_back(at - begin);
    groups.end = at;
    if (groups.digits.size() >= wanted) break;
    if (in_brackets && !text.substr(at).starts_with(')')) return std::nullopt;
    if (in_brackets) ++at;
    const auto separator = separator_at(text, at, " -./");
    if (separator.empty() && !in_brackets) return std::nullopt;
    in_brackets = false;
    groups.separators.push_back(separator);
    at += separator.size();
  }
  const bool whole =
      groups.digits.size() == wanted && ends_word(text, groups.end) && !number_goes_on(text, groups.end);
  return whole ? std::optional(groups) : std::nullopt;
}

// After the first hyphen people keep to one way of grouping; a date with a time behind it does not.
bool evenly_spaced(const Groups& groups) {
  return groups.separators.size() < 3 || std::all_of(
                                             groups.separators.begin() + 2, groups.separators.end(),
                                             [&](const auto& one) { return one == groups.separators[1]; });
}
bool is_date_and_hour(const Groups& groups) {
  if (groups.lengths.size() < 3 || groups.lengths[0] != 2 || groups.lengths[1] != 2) return false;
  const auto century = std::string_view(groups.digits).substr(4, 2);
  return groups.lengths[2] == 4 && (century == "19" || century == "20");
}

// Nummerplan telefoon- en ISDN-diensten: ten digits; 01 to 05 and 07 are places, 06 followed by 1 to 5 or 8
// is mobile, 084, 085, 087, 088 and 091 are bound to no place. 0800, 090x and 14 xxx are services.
bool is_subscriber(std::string_view ten) {
  if (ten[0] != '0') return false;
  const char second = ten[1], third = ten[2];
  if (second == '6') return (third >= '1' && third <= '5') || third == '8';
  if (second == '8') return third == '4' || third == '5' || third == '7' || third == '8';
  if (second == '9') return third == '1';
  return (second >= '1' && second <= '5') || second == '7';
}

// 06-12345678, 013-542 81 11, 0416-12 34 56, 0612345678: the first group is the area code.
bool is_grouped_like_phone(const Groups& groups) {
  const std::size_t first = groups.lengths.front();
  const bool by_place = first == 3 || first == 4 || first == 10;
  const bool by_mobile = first == 2 && groups.digits[1] == '6';
  return (by_place || by_mobile) && evenly_spaced(groups) && !is_date_and_hour(groups);
}

End dutch_phone(std::string_view text, std::size_t at) {
  const auto groups = groups_of(text, at, 10);
  if (!groups || !is_subscriber(groups->digits) || !is_grouped_like_phone(*groups)) return std::nullopt;
  return groups->end;
}

// E.164: a plus (or 00), a country code that never begins with 0, fifteen digits at most. +31 has nine after
// it, with or without "(0)"; in +1 no area begins with 0 or 1. Elsewhere, from nine on, it is a subscriber.
bool is_international(std::string_view digits) {
  if (digits.empty() || digits.front() == '0') return false;
  if (digits.starts_with("31")) return digits.size() == 11;
  if (digits.front() == '1') return digits.size() == 11 && digits[1] >= '2';
  return digits.size() >= 9 && digits.size() <= 15;
}
End foreign_phone(std::string_view text, std::size_t at) {
  const auto prefix = text.substr(at);
  if (!prefix.starts_with('+') && !prefix.starts_with("00")) return std::nullopt;
  at += prefix.starts_with('+') ? 1 : 2;
  std::string digits;
  std::size_t end = at, joined = at;
  while (at < text.size() && digits.size() < (digits.starts_with("31") ? 11U : 16U)) {
    if (is_digit(text[at])) {
      digits += text[at];
      end = joined = ++at;
    } else if (text.substr(at).starts_with("(0)")) {
      joined = at += 3;
    } else if (const auto separator = separator_at(text, at, " -");
               !separator.empty() && at == joined && !digits.empty()) {
      at += separator.size();
    } else {
      break;
    }
  }
  return is_international(digits) && ends_word(text, end) && !number_goes_on(text, end) ? End(end)
                                                                                        : std::nullopt;
}

End phone(std::string_view text, std::size_t at) {
  if (continues_number(text, at) || is_money(text, at)) return std::nullopt;
  if (text[at] == '0' || text[at] == '(')
    if (const auto end = dutch_phone(text, at)) return end;
  return foreign_phone(text, at);
}

// The characters that the HTML standard takes for a valid e-mail address (which keeps to RFC 5321), with a
// domain of two labels or more and letters at its end.
bool fits_mailbox(char c) {
  return is_letter(c) || is_digit(c) ||
         std::string_view(".!#$%&'*+/=?^_`{|}~-").find(c) != std::string_view::npos;
}
End email(std::string_view text, std::size_t at) {
  std::size_t i = at;
  while (i < text.size() && fits_mailbox(text[i])) ++i;
  if (i == at || i >= text.size() || text[i] != '@') return std::nullopt;
  const std::size_t host = ++i;
  while (i < text.size() && (is_letter(text[i]) || is_digit(text[i]) || text[i] == '-' || text[i] == '.'))
    ++i;
  while (i > host && (text[i - 1] == '.' || text[i - 1] == '-')) --i;  // the end of a sentence
  const auto name = text.substr(host, i - host);
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || name.find("..") != std::string_view::npos)
    return std::nullopt;
  const auto last = name.substr(dot + 1);
  return last.size() >= 2 && std::ranges::all_of(last, is_letter) ? End(i) : std::nullopt;
}

// Nine digits at a stretch, or grouped as 123 456 782 and 1234.56.782; 123.456.782 is an amount.
End citizen_number(std::string_view text, std::size_t at) {
  if (!is_digit(text[at]) || continues_number(text, at) || is_money(text, at)) return std::nullopt;
  const auto groups = groups_of(text, at, 9);
  if (!groups || !passes_eleven_test(groups->digits)) return std::nullopt;
  const auto& lengths = groups->lengths;
  const bool spaced = lengths == std::vector<std::size_t>{3, 3, 3} && groups->separators[0] == " ";
  const bool dotted = lengths == std::vector<std::size_t>{4, 2, 3};
  if (lengths.size() > 1 && ((!spaced && !dotted) || groups->separators[0] != groups->separators[1]))
    return std::nullopt;
  return groups->end;
}

End bank_account(std::string_view text, std::size_t at) {
  if (at + 4 > text.size() || !is_letter(text[at])) return std::nullopt;
  const std::size_t wanted = bank_account_length(std::string{to_upper(text[at]), to_upper(text[at + 1])});
  std::string plain;
  std::size_t i = at;
  while (i < text.size() && plain.size() < wanted) {
    if (is_letter(text[i]) || is_digit(text[i])) {
      plain += text[i++];
    } else if ((text[i] == ' ' || text[i] == '.' || text[i] == '-') && i > at && text[i - 1] != text[i]) {
      ++i;
    } else {
      break;
    }
  }
  return ends_word(text, i) && is_bank_account(plain) ? End(i) : std::nullopt;
}

// Without hyphens only what can hardly be anything else: a postcode looks like series 2, a figure with its
// unit like series 3, 13 and 14. Three consonants together are rarer than two, so these may be small.
bool is_plain_plate(std::string_view six, bool spaced, std::size_t first, std::size_t second) {
  const auto part = [&](std::size_t from, std::size_t to) {
    return std::string(six.substr(from, to - from));
  };
  const int series = plate_series(part(0, first) + "-" + part(first, second) + "-" + part(second, 6));
  const bool three_letters = series == 7 || series == 8 || series == 11 || series == 12;
  const bool capitals = std::ranges::none_of(six, is_lower);
  return spaced ? three_letters && capitals : three_letters || (series >= 4 && series <= 10 && capitals);
}

End number_plate(std::string_view text, std::size_t at) {
  if (continues_number(text, at)) return std::nullopt;
  constexpr std::size_t with_hyphens = 8;
  if (const auto plate = text.substr(at, with_hyphens);
      plate_series(plate) > 0 && ends_word(text, at + with_hyphens))
    return at + with_hyphens;
  std::string six;
  std::vector<std::size_t> spaces;
  std::size_t i = at;
  for (; i < text.size() && six.size() < 6; ++i) {
    if (is_letter(text[i]) || is_digit(text[i])) {
      six += text[i];
    } else if (text[i] == ' ' && !six.empty()) {
      spaces.push_back(six.size());
    } else {
      return std::nullopt;
    }
  }
  if (six.size() < 6 || !ends_word(text, i)) return std::nullopt;
  constexpr std::array<std::pair<std::size_t, std::size_t>, 5> parts = {
      {{1, 3}, {1, 4}, {2, 4}, {2, 5}, {3, 5}}};
  for (const auto& [first, second] : parts) {
    const bool spaced = spaces == std::vector{first, second};
    if ((spaced || spaces.empty()) && is_plain_plate(six, spaced, first, second)) return i;
  }
  return std::nullopt;
}

}  // namespace

std::vector<PersonalData> find_personal_data(std::string_view text) {
  struct Rule {
    PersonalKind kind;
    End (*find)(std::string_view, std::size_t);
  };
  constexpr std::array<Rule, 5> kRules = {{{PersonalKind::Email, email},
                                           {PersonalKind::BankAccount, bank_account},
                                           {PersonalKind::Phone, phone},
                                           {PersonalKind::CitizenNumber, citizen_number},
                                           {PersonalKind::NumberPlate, number_plate}}};
  std::vector<PersonalData> found;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at + 1;
    const bool starts = starts_word(text, at);
    for (const Rule& rule : kRules) {
      const auto end = starts ? rule.find(text, at) : std::nullopt;
      if (!end) continue;
      found.push_back({rule.kind, at, *end});
      next = *end;
      break;
    }
    at = next;
  }
  return found;
}

}  // namespace wv::model
