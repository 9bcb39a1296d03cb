// How the values of the content look and read on a screen: tints, badges, pictograms.
#pragma once

#include "kiosk/screens/views.h"
#include "kiosk/screens/wording.h"
#include "kiosk/store/content.h"

namespace wv::screens {

Tint tint_of(std::string_view colour);  // "brand", "sun", "sky", "brick"; else Neutral
const model::Theme* theme_of(const store::Content& content, const model::ThemeId& id);
Badge origin_badge(const std::vector<model::Origin>& origins, const Wording& say);
Badge status_badge(model::ActionStatus status, const Wording& say);
Words status_title(model::IdeaStatus status, const Wording& say);

// The agenda of the spot: the one asked for, else the first; nullptr without content.
const model::Agenda* agenda_at(const model::AreaContent* area, const model::AgendaId& id);
// One for each agenda of an area that has several; else none.
std::vector<Chip> agenda_chips(const model::AreaContent& area, const model::Agenda& chosen,
                               const Wording& say);
// The challenge with the agenda it stands in, wherever in the area it is.
struct FoundChallenge {
  const model::Agenda* agenda = nullptr;
  const model::Challenge* challenge = nullptr;
};
FoundChallenge challenge_at(const model::AreaContent* area, const model::ChallengeId& id);

// The area that a wijk belongs to, and the area with this id (empty: the kiosk's own); nullptr when unknown.
const model::AreaSummary* area_of(const store::Content& content, const model::WijkCode& wijk);
const model::AreaSummary* summary_of(const store::Content& content, const model::AreaId& id);
// As the map names it; empty when there is no map.
std::string wijk_name(const store::Content& content, const model::WijkCode& wijk);

// Main actions of a challenge (no sub-actions), how many there are and how many are done.
struct Progress {
  int done = 0, total = 0;
};
Progress progress_of(const model::Agenda& agenda, const model::ChallengeId& challenge);
Words progress_words(Progress progress, const Wording& say);

// The place of this kiosk: whose opening hours are shown. nullptr without content.
const model::Place* place_at(const model::AreaContent* area, const model::PlaceId& id);

}  // namespace wv::screens
