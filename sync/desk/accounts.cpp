// The words for roles, and what may be the name of an account.
#include "sync/desk/accounts.h"

#include <algorithm>

namespace wv::desk {

std::string_view role_word(Role role) {
  switch (role) {
    case Role::Reader:
      return "lezer";
    case Role::Moderator:
      return "moderator";
    case Role::Publisher:
      return "publicist";
    case Role::Administrator:
      return "beheerder";
  }
  return "lezer";
}

std::optional<Role> role_from_word(std::string_view word) {
  for (const auto role : all_roles)
    if (role_word(role) == word) return role;
  return std::nullopt;
}

std::string_view state_word(Account::State state) {
  switch (state) {
    case Account::State::Invited:
      return "uitgenodigd";
    case Account::State::Active:
      return "actief";
    case Account::State::Disabled:
      break;
  }
  return "uit";
}

bool is_account_name(std::string_view name) {
  return name.size() >= 3 && name.size() <= 40 && !name.starts_with('-') &&
         std::ranges::all_of(
             name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

}  // namespace wv::desk
