// The list of challenges, which stands on two screens: the agenda itself, and beside a challenge in
// landscape.
#pragma once

#include "kiosk/screens/draw_parts.h"

namespace wv::screens {

Part agenda_list(ui::Ui& ui, const AgendaView& view, ui::Type title);

}  // namespace wv::screens
