// What stands on a slip for an idea on paper.
#pragma once

#include "kiosk/screens/wording.h"

namespace wv::staff {

struct PaperSlip {
  screens::Words title, number;
  screens::Words idea, contact, privacy;  // what to write, and what is done with it
  screens::Words strip, strip_text;       // for who wrote it
};
PaperSlip paper_slip(const screens::Wording& say, int number);

}  // namespace wv::staff
