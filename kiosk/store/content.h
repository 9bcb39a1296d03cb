// What the municipality published, opened for showing: a plain value that views read.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "sync/model/content.h"
#include "sync/model/idea.h"

namespace wv::store {

// How many moderated ideas there are of each kind. Area and theme are empty where the idea has none.
struct IdeaCount {
  model::AreaId area;
  model::ThemeId theme;
  model::IdeaStatus status = model::IdeaStatus::Published;
  std::int64_t count = 0;
};
using IdeaCounts = std::vector<IdeaCount>;

struct Content {
  std::int64_t version = 0;  // of the release; 0: there is none yet
  std::optional<base::Instant> made_at, valid_until;
  std::shared_ptr<const model::Municipality> municipality;                   // null: no release yet
  model::AreaId own_area;                                                    // from the settings
  std::map<model::AreaId, std::shared_ptr<const model::AreaContent>> areas;  // loaded so far; own area always
  std::shared_ptr<const model::CityMap> map;
  std::set<model::AreaId> alliances;  // areas with a Kernalliantie, loaded or not
  IdeaCounts ideas;                   // the ideas themselves are read when they are shown

  // The area asked for (empty: own), or nullptr when it is not loaded or does not exist.
  const model::AreaContent* area(const model::AreaId& id) const;
};

}  // namespace wv::store
