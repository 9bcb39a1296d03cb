// The desk as a web site without a network: who asks, whether they may, which page answers.
#pragma once

#include <span>

#include "sync/central/exchange.h"
#include "sync/desk/page.h"

namespace wv::desk {

// An address of the site. {} stands for one piece of it.
struct Address {
  std::string_view method, path;
  Role least;
  Page (*answer)(const Visit&);
};

// Thread-safe.
class Site {
 public:
  explicit Site(const World& world) : world_(world) {}
  central::Response handle(const central::Request& request) const;
  static std::span<const Address> addresses();  // all that ask for somebody who was let in

 private:
  World world_;
};

}  // namespace wv::desk
