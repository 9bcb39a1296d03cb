// The settings as staff see them on the screen: what each is now and what it may be.
#pragma once

#include "kiosk/app/settings.h"
#include "kiosk/store/report.h"

namespace wv::app {

// All keys but the PIN's. Empty settings give the standard values.
std::vector<store::SettingState> states_of(const LoadedSettings& loaded);

}  // namespace wv::app
