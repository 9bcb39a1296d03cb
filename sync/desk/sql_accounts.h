// Accounts, sessions and the journal in the tables of the central's store.
#pragma once

#include <memory>

#include "sync/central/store.h"
#include "sync/desk/accounts.h"
#include "sync/desk/journal.h"

namespace wv::desk {

std::unique_ptr<Accounts> open_accounts(central::Store& store);
std::unique_ptr<Journal> open_journal(central::Store& store);

}  // namespace wv::desk
