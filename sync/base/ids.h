// Identifiers that cannot be mistaken for one another.
#pragma once

#include <compare>
#include <functional>
#include <string>

namespace wv::base {

template <class Tag>
struct Id {
  std::string value;
  bool empty() const { return value.empty(); }
  auto operator<=>(const Id&) const = default;
};

}  // namespace wv::base

template <class Tag>
struct std::hash<wv::base::Id<Tag>> {
  std::size_t operator()(const wv::base::Id<Tag>& id) const { return std::hash<std::string>{}(id.value); }
};
