// Numbers that belong to one person or one car: the rules by which each can be told from any other number.
#pragma once

#include <cstddef>
#include <string_view>

namespace wv::model {

// The eleven-test of the burgerservicenummer: nine digits, weights 9 to 2 and -1, a sum that 11 divides
// (Logisch Ontwerp BSN, 11-proef).
bool passes_eleven_test(std::string_view nine_digits);
// ISO 13616 with the length that the country has in the SWIFT IBAN registry; without spaces, any case.
bool is_bank_account(std::string_view iban);
// Which of the fourteen series of Dutch number plates a plate with its hyphens belongs to, or 0
// (RDW, "Uitleg over de cijfers en letters op de kentekenplaat"; 11 to 14: Staatscourant 2014, 9002).
int plate_series(std::string_view plate);
// How long an account number of this country is ("NL"), or 0.
std::size_t bank_account_length(std::string_view country);

}  // namespace wv::model
