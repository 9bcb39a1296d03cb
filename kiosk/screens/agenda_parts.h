// The list of challenges, which stands on two screens: the agenda itself, and beside a challenge in
// landscape.
#pragma once

#include "kiosk/screens/draw_parts.h"

namespace wv::screens {

enum class ListPlace { OwnScreen, BesideChallenge };
Part agenda_list(ui::Ui& ui, const AgendaView& view, ListPlace place);

}  // namespace wv::screens
