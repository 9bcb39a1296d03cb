// What a search found, as the visit remembers it until it ends.
#pragma once

#include <string>
#include <vector>

#include "sync/model/content.h"

namespace wv::visit {

struct Mark {  // bytes [begin, end) of a text
  std::size_t begin = 0, end = 0;
  bool operator==(const Mark&) const = default;
};
struct MarkedText {
  std::string text;
  std::vector<Mark> marks;  // the words that were searched for
  bool operator==(const MarkedText&) const = default;
};

struct SearchHit {
  enum class Kind { Challenge, Action, Event, News };
  Kind kind = Kind::Challenge;
  model::AreaId area;
  model::AgendaId agenda;        // of a challenge or action
  std::string id;                // its own, among its kind
  model::ChallengeId challenge;  // what a challenge or action opens
  model::Lang lang;              // of title and snippet
  MarkedText title, snippet;
  bool operator==(const SearchHit&) const = default;
};

}  // namespace wv::visit
