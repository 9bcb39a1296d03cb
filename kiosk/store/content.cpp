// Which of the loaded areas a spot means.
#include "kiosk/store/content.h"

namespace wv::store {

const model::AreaContent* Content::area(const model::AreaId& id) const {
  const auto found = areas.find(id.empty() ? own_area : id);
  return found == areas.end() ? nullptr : found->second.get();
}

}  // namespace wv::store
