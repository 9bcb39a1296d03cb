// The moderated ideas of the release on show, read a page at a time: fifty thousand fit no memory of a kiosk.
#pragma once

#include "kiosk/store/content.h"
#include "kiosk/visit/effect.h"
#include "sync/db/database.h"

namespace wv::store {

// A release of before there were such rows counts as one without ideas. `own` stands for the empty area of a
// filter.
visit::IdeasPage ideas_page(db::Database& release, const visit::FetchIdeas& wanted, const model::AreaId& own);
base::Result<std::optional<model::PublicIdea>> public_idea(db::Database& release, std::string_view id);
base::Result<IdeaCounts> idea_counts(db::Database& release);

}  // namespace wv::store
