// What the screens behind the PIN say. Pure, as all views.
#pragma once

#include "kiosk/screens/scene.h"

namespace wv::staff {

screens::PinView pin_view(const screens::Scene& scene);
screens::ReadinessView readiness_view(const screens::Scene& scene);
screens::Severity worst_of(const screens::Scene& scene);  // of the readiness report
screens::StaffHomeView rooms_view(const screens::Scene& scene);
// The page of the screen the visit is at; it has the way back to StaffHome.
screens::StaffPageView page_view(const screens::Scene& scene);

screens::StaffPageView sync_view(const screens::Scene& scene);
screens::StaffPageView stick_view(const screens::Scene& scene);
screens::StaffPageView enrol_view(const screens::Scene& scene);
screens::CodeEntryView enrol_code_view(const screens::Scene& scene);
screens::StaffPageView slips_view(const screens::Scene& scene);
screens::IdeaContactView slip_number_view(const screens::Scene& scene);
screens::StaffPageView outbox_view(const screens::Scene& scene);
screens::StaffPageView content_view(const screens::Scene& scene);
screens::StaffPageView tests_view(const screens::Scene& scene);
screens::StaffPageView sound_view(const screens::Scene& scene);
screens::StaffPageView network_view(const screens::Scene& scene);
screens::StaffPageView log_view(const screens::Scene& scene);
screens::StaffPageView settings_view(const screens::Scene& scene);
screens::StaffPageView setting_view(const screens::Scene& scene);  // one page of them
screens::StaffPageView help_sheet_view(const screens::Scene& scene);
screens::StaffPageView power_view(const screens::Scene& scene);

screens::TouchTestView touch_test_view(const screens::Scene& scene);
screens::ColourTestView colour_test_view(const screens::Scene& scene);
// How far the courier is with what staff asked for, as the page of that errand sees it.
visit::Syncing progress_of(const screens::Scene& scene, visit::Errand errand);
// What came of an errand that staff asked for, or nullptr before it ended: `last` may be of an earlier one.
template <class Outcome>
const Outcome* result_of(const screens::Scene& scene, visit::Errand errand,
                         const std::optional<Outcome>& last) {
  return progress_of(scene, errand) == visit::Syncing::Done && last ? &*last : nullptr;
}
// The question before the program ends; none when nobody asked for that.
std::optional<screens::ConfirmLayer> farewell_layer(const screens::Scene& scene);
// What is said to hear whether it can be heard.
screens::Words sound_sample(const screens::Wording& say);

}  // namespace wv::staff
