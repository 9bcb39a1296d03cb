// What another system should know: an idea with its history, a kiosk that needs somebody, or that an idea is
// gone.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "sync/model/idea.h"

namespace wv::relay {

struct IdeaMatter {
  model::Idea idea;
  std::int64_t number = 0;  // order of arrival; its public id is made of it
  std::string kiosk_name;
  base::Instant received_at;
  std::vector<model::PublicAnswer> history;  // oldest first, begins with Received
};

// Erased on request: whoever was told of it is told to forget it.
struct ErasedMatter {
  model::IdeaId id;
  std::int64_t number = 0;
};

struct KioskMatter {
  model::KioskId id;
  std::string name;
  std::string alerts;  // "stil,geblokkeerd"; empty: all is well
};

// How far one system knows a matter.
struct Mark {
  std::string remote;  // what it is called there (an idea), or which alerts they know (a kiosk)
  std::int64_t step =
      -1;  // the last step of the history they know, or how many alerts were told; -1: nothing
  bool operator==(const Mark&) const = default;
};

struct Due {
  std::string key;  // "idee:019a…", "kiosk:019a…"
  std::variant<IdeaMatter, ErasedMatter, KioskMatter> matter;
  Mark mark;
  std::int64_t attempts = 0;  // that failed since it last got further
};

}  // namespace wv::relay
