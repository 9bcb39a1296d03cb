// From a typed code to what is known of the idea: the signed answers first, then this kiosk's own book.
#pragma once

#include <filesystem>

#include "kiosk/store/idea_book.h"
#include "kiosk/store/shelf.h"
#include "kiosk/visit/effect.h"
#include "sync/base/reference_code.h"

namespace wv::store {

// Costs one argon2id (some hundredths of a second). Never fails: what cannot be read is Unavailable or
// Unknown.
visit::CodeAnswer look_up(const visit::LookUpCode& wanted, Shelf& shelf, IdeaBook& book, base::WordList words,
                          const std::filesystem::path& state_folder);

}  // namespace wv::store
