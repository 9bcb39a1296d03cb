// What answers people with a browser, beside the routes for kiosks. The central knows no page: main.cpp
// brings them.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "sync/central/desk.h"
#include "sync/central/exchange.h"

namespace wv::central {

inline constexpr std::string_view pages_path = "/beheer";

class Pages {
 public:
  virtual ~Pages() = default;
  // Called on the thread of the listener: returns at once, and answers from another thread.
  virtual void handle(const Request& request, Reply reply) = 0;
};

// What is used and not owned; all of it lives longer than the pages.
struct PagesWorld {
  Store& store;
  Repository& repository;
  Desk& desk;
  const base::Clock& clock;
  base::Random& random;  // thread-safe
  base::Files& files;
  const ErasureLedger& ledger;
  std::filesystem::path content;  // folder that staff may work on; empty: none
};

using OpenPages = std::function<Result<std::unique_ptr<Pages>>(const PagesWorld&)>;

}  // namespace wv::central
