// The pages for who is not let in yet: signing in, and setting up an account with a one-time code.
#pragma once

#include "sync/central/exchange.h"
#include "sync/desk/page.h"

namespace wv::desk {

struct DoorAnswer {
  Page page;
  std::string token;  // set: somebody came in
};

// Paths /beheer/aanmelden and /beheer/instellen. `form` is empty for GET.
DoorAnswer answer_at_the_door(const World& world, const central::Request& request, std::string_view path,
                              const Form& form);
bool is_door(std::string_view path);

}  // namespace wv::desk
