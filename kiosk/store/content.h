// What the municipality published, opened for showing: a plain value that views read.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>

#include "sync/model/content.h"

namespace wv::store {

struct Content {
  std::int64_t version = 0;  // of the release; 0: there is none yet
  std::optional<base::Instant> made_at, valid_until;
  std::shared_ptr<const model::Municipality> municipality;                   // null: no release yet
  model::AreaId own_area;                                                    // from the settings
  std::map<model::AreaId, std::shared_ptr<const model::AreaContent>> areas;  // loaded so far; own area always
  std::shared_ptr<const model::CityMap> map;
  std::set<model::AreaId> alliances;  // areas with a Kernalliantie, loaded or not

  // The area asked for (empty: own), or nullptr when it is not loaded or does not exist.
  const model::AreaContent* area(const model::AreaId& id) const;
};

}  // namespace wv::store
