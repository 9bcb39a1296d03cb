// What a hint before sending finds in a text, and above all what it leaves alone.
#include "sync/model/personal_data.h"

#include <array>
#include <string>

#include "sync/model/personal_numbers.h"
#include "tests/support/catch.h"
#include "tests/support/dice.h"

using namespace wv::model;
using wv::test::Dice;

namespace {

// The kinds that are found, with what was found.
std::vector<std::pair<PersonalKind, std::string>> found(std::string_view text) {
  std::vector<std::pair<PersonalKind, std::string>> all;
  for (const auto& one : find_personal_data(text))
    all.emplace_back(one.kind, std::string(text.substr(one.begin, one.end - one.begin)));
  return all;
}

void finds(PersonalKind kind, std::string_view what,
           std::string_view before = "Bel mij: ", std::string_view after = ", graag.") {
  const std::string text = std::string(before) + std::string(what) + std::string(after);
  INFO(text);
  const auto all = found(text);
  REQUIRE(all.size() == 1);
  CHECK(all.front().first == kind);
  CHECK(all.front().second == what);
}

std::string digits(Dice& dice, int count) {
  std::string text;
  while (count-- > 0) text += static_cast<char>('0' + dice.whole(0, 9));
  return text;
}

}  // namespace

TEST_CASE("a telephone number is found in every way in which people write one") {
  for (const auto* number :
       {"0612345678",     "06-12345678",     "06 12345678",     "06 - 12345678",    "06-12 34 56 78",
        "06 12 34 56 78", "06-1234 5678",    "06.12.34.56.78",  "0135428111",       "013-5428111",
        "013 542 81 11",  "(013) 542 81 11", "(013)5428111",    "0416-123456",      "0416 12 34 56",
        "088-1234567",    "085 123 45 67",   "+31612345678",    "+31 6 12345678",   "+31 (0)6 12345678",
        "+31-13-5428111", "0031612345678",   "0031 6 12345678", "+32 475 12 34 56", "+90 532 123 4567",
        "+48 601 234 567"})
    finds(PersonalKind::Phone, number);
  finds(PersonalKind::Phone, "06-12345678", "‘", "’");
  finds(PersonalKind::Phone, "06-12345678", "", " of 2 keer bellen.");
  finds(PersonalKind::Phone, "+31 6 12345678", "", " 2 keer");
}

TEST_CASE("numbers of services are nobody's") {
  for (const auto* text :
       {"Bel 112.", "Bel 14 013.", "Bel 0800-1234.", "Bel 0900-1234567.", "Bel 0900 8844.", "Bel 116 123."})
    CHECK(found(text).empty());
}

TEST_CASE("an e-mail address is found, also at the end of a sentence") {
  for (const auto* address :
       {"buur@voorbeeld.nl", "an.de-boer+kiosk@post.voorbeeld.co.uk", "JAN@VOORBEELD.NL", "a1@b2.eu"}) {
    finds(PersonalKind::Email, address, "Mail naar ", ".");
    finds(PersonalKind::Email, address, "(", ")");
  }
  for (const auto* text : {"Volg @voorbeeld op het net.", "Prijs: 3 @ 5 euro", "a@b",
                           "kijk op www.voorbeeld.nl", "x@y..nl", "@"})
    CHECK(found(text).empty());
}

TEST_CASE("a citizen service number passes the eleven-test, any other nine digits do not count") {
  CHECK(passes_eleven_test("123456782"));
  CHECK(passes_eleven_test("249566758"));
  CHECK_FALSE(passes_eleven_test("123456789"));
  CHECK_FALSE(passes_eleven_test("000000000"));
  CHECK_FALSE(passes_eleven_test("12345678"));
  CHECK_FALSE(passes_eleven_test("12345678a"));
  finds(PersonalKind::CitizenNumber, "123456782", "Mijn bsn is ");
  finds(PersonalKind::CitizenNumber, "123 456 782", "Mijn bsn is ");
  finds(PersonalKind::CitizenNumber, "1234.56.782", "Mijn bsn is ");
  CHECK(found("Mijn nummer is 123456789.").empty());
  CHECK(found("Dat kost € 123.456.782.").empty());
  CHECK(found("Dat kost € 123456782.").empty());
  CHECK(found("code 1234567820").empty());
}

TEST_CASE("of nine digits at random one in eleven passes, and one wrong digit never does") {
  Dice dice(11);
  int passed = 0;
  for (int i = 0; i < 22'000; ++i) {
    const std::string number = digits(dice, 9);
    if (!passes_eleven_test(number)) continue;
    ++passed;
    std::string wrong = number;
    auto& one = wrong[static_cast<std::size_t>(dice.whole(0, 8))];
    one = one == '9' ? '0' : static_cast<char>(one + 1);
    CHECK_FALSE(passes_eleven_test(wrong));
  }
  CHECK(passed > 1'800);
  CHECK(passed < 2'200);
}

TEST_CASE("plates of all fourteen series are told apart") {
  constexpr std::array<std::string_view, 14> plates = {
      "ND-12-34", "12-34-ND", "12-ND-34", "ND-12-FG", "ND-FG-12", "12-ND-FG", "12-NDF-3",
      "1-NDF-23", "ND-123-F", "N-123-DF", "NDF-12-G", "N-12-DFG", "1-ND-234", "123-ND-4"};
  for (std::size_t i = 0; i < plates.size(); ++i) {
    CHECK(plate_series(plates[i]) == static_cast<int>(i) + 1);
    finds(PersonalKind::NumberPlate, plates[i], "De auto met ");
  }
  finds(PersonalKind::NumberPlate, "12-ndf-3", "De auto met ");
  finds(PersonalKind::NumberPlate, "12NDF3", "De auto met ");
  finds(PersonalKind::NumberPlate, "12ndf3", "De auto met ");
  finds(PersonalKind::NumberPlate, "NDFG12", "De auto met ");
  finds(PersonalKind::NumberPlate, "1 NDF 23", "De auto met ");
  CHECK(plate_series("OH-12-ND") == 4);  // a trailer
  CHECK(plate_series("NO-12-ND") == 0);
  CHECK(plate_series("CD-12-34") == 1);
  CHECK(plate_series("12-CB-FG") == 0);
}

TEST_CASE("an account number is found when its country, its length and its check agree") {
  for (const auto* account :
       {"NL91ABNA0417164300", "NL91 ABNA 0417 1643 00", "nl91 abna 0417 1643 00", "BE68 5390 0754 7034",
        "DE89370400440532013000", "TR33 0006 1005 1978 6457 8413 26"})
    finds(PersonalKind::BankAccount, account, "Maak het over op ");
  finds(PersonalKind::BankAccount, "NL91 ABNA 0417 1643 00", "", " graag vandaag");
  CHECK_FALSE(is_bank_account("NL92ABNA0417164300"));
  CHECK_FALSE(is_bank_account("NL91ABNA041716430"));
  CHECK_FALSE(is_bank_account("XX91ABNA0417164300"));
  CHECK(found("Nl 2030 is het plan 12").empty());
}

TEST_CASE("what people write about a neighbourhood is left alone") {
  for (const auto* text : {"Al sinds 1998 staat hier een bankje. In 2024-2025 ging het stuk.",
                           "Op 01-02-2026 om 10:30 uur.",
                           "Op 06-12-2026 10.30 uur komt Sinterklaas.",
                           "06-12-26 10.30 tot 12.30",
                           "06.12.2026 10.30-12.30",
                           "Van 06 12 2026 10 uur tot 12 uur.",
                           "Elke ma-vr 10-12 uur, za-zo 9-12-13.",
                           "Open van 09.00-17.00 uur.",
                           "Dat kost € 1.250.000,00 of € 0,50.",
                           "Een bank van € 1.234.567.890",
                           "5038 AB 12-3",
                           "5038AB",
                           "Postcode 5038 AB, nummer 1234-B",
                           "Heuvelring 122-01, 2e en 3e etage",
                           "Tussen 10-en-12 uur.",
                           "30-km-zone",
                           "2-km-300",
                           "De N261 en de A58",
                           "WK085542",
                           "Bus 2 en 3 om 7:05, 7:35, 8:05",
                           "12-14-16",
                           "1-2-3-4-5-6-7-8-9-10",
                           "Nummer 12345678901234567890",
                           "een tegel van 30x30x4,5 cm",
                           "Van 20260101 tot 20261231.",
                           "0,1 0,2 0,3 0,4 0,5",
                           "100.000.000 keer",
                           "+10 graden",
                           "+100 000 euro",
                           "10-12-ZO",
                           "ZO-10-12",
                           "covid19 en 4x4",
                           "3 2 1 start",
                           "(013)",
                           "(",
                           "+",
                           "00",
                           "0",
                           "06-",
                           "NL91"})
    if (!found(text).empty()) FAIL_CHECK(text);
}

TEST_CASE("no date, time, price, postcode or house number is ever taken for a person's") {
  Dice dice(7);
  const auto number = [&](int from, int to) { return std::to_string(dice.whole(from, to)); };
  const auto two = [&](int from, int to) {
    const std::string text = number(from, to);
    return text.size() == 1 ? "0" + text : text;
  };
  constexpr std::string_view marks = "-./";
  for (int i = 0; i < 20'000; ++i) {
    const std::string mark(1, marks[static_cast<std::size_t>(dice.whole(0, 2))]);
    const std::string year = number(1900, 2099);
    const std::string date = two(1, 31) + mark + two(1, 12) + mark + (dice.one_in(2) ? year : year.substr(2));
    const std::string time = two(0, 23) + (dice.one_in(2) ? "." : ":") + two(0, 59);
    const std::string thousands = number(1, 999) + "." + number(100, 999);
    const std::string letters = {static_cast<char>(dice.whole('A', 'Z')),
                                 static_cast<char>(dice.whole('A', 'Z'))};
    const std::string postcode = number(1000, 9999) + (dice.one_in(2) ? " " : "") + letters;
    const std::string house =
        number(1, 999) + (dice.one_in(2) ? "-" + number(1, 99) : std::string(1, letters[0]));
    const std::string text = "Op " + date + " " + time + "-" + two(0, 23) + "." + two(0, 59) + " uur, € " +
                             thousands + "," + two(0, 99) + " of " + thousands + "." + number(100, 999) +
                             " euro, in " + year + "-" + number(1900, 2099) + ", Heuvel " + house + ", " +
                             postcode + ".";
    if (!find_personal_data(text).empty()) FAIL_CHECK(text);
  }
}

TEST_CASE("whatever the bytes, what is found lies in the text, in order and apart") {
  Dice dice(3);
  constexpr std::string_view likely = "0123456789 -.+()@abNLXYé€/:";
  for (int i = 0; i < 4'000; ++i) {
    std::string text;
    const int length = dice.whole(0, 60);
    for (int k = 0; k < length; ++k)
      text += dice.one_in(12)
                  ? static_cast<char>(dice.byte())
                  : likely[static_cast<std::size_t>(dice.whole(0, static_cast<int>(likely.size()) - 1))];
    std::size_t last = 0;
    for (const auto& one : find_personal_data(text)) {
      CHECK(one.begin >= last);
      CHECK(one.end > one.begin);
      CHECK(one.end <= text.size());
      last = one.end;
    }
  }
}
