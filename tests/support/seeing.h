// Looks at what a visitor would see: the view of a visit in the small made-up town.
#pragma once

#include "tests/support/catch.h"
#include "tests/support/town.h"
#include "tests/support/visitor.h"

namespace wv::test {

inline const screens::Strings& strings() {
  static const screens::Strings loaded = strings_of(WV_BINARY_DIR);
  return loaded;
}

inline screens::View see(const Visitor& visitor, const store::Content& content = a_town(),
                         screens::Surroundings around = a_monday_afternoon()) {
  around.monotonic = visitor.now;
  if (const auto own = content.areas.find(content.own_area); own != content.areas.end())
    around.almanac = std::make_shared<const store::Almanac>(store::almanac_of(own->second, around.now.day));
  return screens::make_view(visitor.visit, content, strings(), around);
}

template <class Page>
Page page(const screens::View& view) {
  REQUIRE(std::holds_alternative<Page>(view.body));
  return std::get<Page>(view.body);
}

inline Visitor a_visitor() {
  Visitor visitor;
  visitor.begins();
  return visitor;
}

}  // namespace wv::test
