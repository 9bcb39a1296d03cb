// What every view function is given, and the list of those functions. Private to the views.
#pragma once

#include "kiosk/screens/make_view.h"
#include "kiosk/screens/wording.h"

namespace wv::screens {

struct Scene {
  const visit::Visit& visit;
  const store::Content& content;
  const Strings& strings;
  const Surroundings& around;
  Wording say;

  const model::AreaContent* area() const { return content.area(visit.at.area); }
};

// The offered languages of which this kiosk has the texts.
std::vector<model::Lang> usable_languages(const Scene& scene);

AttractView attract_view(const Scene& scene);
HomeView home_view(const Scene& scene);
AgendaView agenda_view(const Scene& scene);
AreasView areas_view(const Scene& scene);
ChallengeView challenge_view(const Scene& scene);
IdeaWriteView idea_write_view(const Scene& scene);
IdeaContactView idea_contact_view(const Scene& scene);
IdeaCheckView idea_check_view(const Scene& scene);
IdeaThanksView idea_thanks_view(const Scene& scene);
CodeEntryView code_entry_view(const Scene& scene);
CodeResultView code_result_view(const Scene& scene);
ActivitiesView activities_view(const Scene& scene);
TeamView team_view(const Scene& scene);
HelpView help_view(const Scene& scene);
TextPageView house_rules_view(const Scene& scene);
TextPageView privacy_view(const Scene& scene);
VisionView vision_view(const Scene& scene);
PlanView plan_view(const Scene& scene);
NewsView news_view(const Scene& scene);
NewsItemView news_item_view(const Scene& scene);
SearchView search_view(const Scene& scene);
Frame frame_view(const Scene& scene);
std::optional<Layer> layer_view(const Scene& scene);

// Attract stays this long in one language.
inline constexpr base::Millis attract_slide = std::chrono::seconds(12);

}  // namespace wv::screens
