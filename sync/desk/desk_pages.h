// What the program's main brings into the central: the pages, and the questions about accounts.
#pragma once

#include "sync/central/pages.h"

namespace wv::desk {

base::Result<std::unique_ptr<central::Pages>> open_pages(const central::PagesWorld& world);

// {"vraag": "gebruiker-toevoegen", "naam", "rol"} → {"code", "naam", "rol"}
// {"vraag": "gebruikers"}                         → a row for each account
// {"vraag": "gebruiker-uit", "naam"}
// {"vraag": "gebruiker-opnieuw", "naam"}          → {"code", "naam", "rol"}
base::Result<> ask_about_accounts(const central::Desk::Setup& world, const base::Json& request,
                                  const central::Desk::Row& row);

}  // namespace wv::desk
