// How staff read the steps of an idea, and which of them ask for words.
#pragma once

#include "sync/desk/html.h"
#include "sync/model/idea.h"

namespace wv::desk {

inline constexpr model::IdeaStatus every_status[] = {
    model::IdeaStatus::Received, model::IdeaStatus::InModeration, model::IdeaStatus::Published,
    model::IdeaStatus::NotShown, model::IdeaStatus::Referred,     model::IdeaStatus::InProgress,
    model::IdeaStatus::OnAgenda, model::IdeaStatus::BeingDone,    model::IdeaStatus::Done,
    model::IdeaStatus::NotTaken, model::IdeaStatus::Withdrawn,    model::IdeaStatus::Merged};

std::string status_label(model::IdeaStatus status);  // "In moderatie"
Html status_badge(model::IdeaStatus status);
// Whoever hears "no" hears why.
bool asks_for_reason(model::IdeaStatus status);

}  // namespace wv::desk
