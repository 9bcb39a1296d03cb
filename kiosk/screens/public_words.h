// How a moderated idea reads: its status in words that fit everybody's idea, its theme, where it is from.
#pragma once

#include "kiosk/screens/content_words.h"
#include "kiosk/visit/visit.h"

namespace wv::screens {

// The statuses an idea can have in public, in the order of its life.
const std::vector<model::IdeaStatus>& public_statuses();
Badge idea_badge(model::IdeaStatus status, const Wording& say);
Words supports_words(std::int64_t supports, const Wording& say);
// The area a filter means; nullptr: everywhere.
const model::AreaSummary* area_of(const store::Content& content, const visit::IdeaFilter& filter);
// How many ideas the content counts that pass this filter.
std::int64_t count_ideas(const store::Content& content, const visit::IdeaFilter& filter);
// The beginning of a text on one line, cut between words.
std::string beginning(std::string_view text, std::size_t most);

}  // namespace wv::screens
