// What the screens behind the PIN say. Pure, as all views.
#pragma once

#include "kiosk/screens/scene.h"

namespace wv::staff {

screens::PinView pin_view(const screens::Scene& scene);
screens::ReadinessView readiness_view(const screens::Scene& scene);

}  // namespace wv::staff
