// What a page of the desk is asked and what it answers, as values.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "sync/base/log.h"
#include "sync/central/desk.h"
#include "sync/central/repository.h"
#include "sync/desk/accounts.h"
#include "sync/desk/form.h"
#include "sync/desk/gate.h"
#include "sync/desk/html.h"

namespace wv::desk {

inline constexpr std::string_view site_path = "/beheer";

class Shelf;
class Journal;
class Workshop;

// What all pages use and none owns.
struct World {
  central::Store& store;
  central::Repository& repository;
  central::Desk& desk;       // carries out what a page decides; publishes nothing itself
  central::Desk& publisher;  // the one that publishes
  Accounts& accounts;
  Gate& gate;
  Shelf& shelf;
  Journal& journal;
  Workshop& workshop;
  const base::Files& files;
  const base::Clock& clock;
};

struct Page {
  int status = 200;
  std::string title;
  Html main;
  std::string redirect;  // set: the answer is 303 to this address
  struct Download {
    std::string type, file_name, body;
  };
  std::optional<Download> download;
  std::vector<std::string> scripts = {"desk.js"};
  bool signs_out = false;  // the browser forgets its cookie

  static Page go_to(std::string address) {
    Page page;
    page.redirect = std::move(address);
    return page;
  }
};

// One request of somebody who was let in.
struct Visit {
  const World& world;
  const Account& account;
  const base::Digest& session;
  const std::string& form_token;
  const Form& query;
  const Form& form;
  std::string id;  // what stands for {} in the address
  base::Instant now;

  bool may(Role role) const { return account.role >= role; }
  // Asks the desk in the name of this account.
  Result<std::vector<base::Json>> ask(base::Json request) const;
};

// A page that says what went wrong, and what to do.
Page trouble(int status, std::string title, const Html& what);
Page trouble_of(const base::Error& error);

}  // namespace wv::desk
