// The central's HTTP interface without a network: a request as a value in, an answer as a value out
// (openapi.json).
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "sync/base/crypto.h"
#include "sync/base/log.h"
#include "sync/base/world.h"
#include "sync/central/exchange.h"
#include "sync/central/store.h"
#include "sync/central/workers.h"

namespace wv::central {

inline constexpr std::string_view base_path = "/kiosk/v1";

// Who signs receipts and time statements.
struct Signer {
  base::KeyPair key;
  std::string kid;
};

// Counted in the memory of one process: a restart fills every bucket, and n processes on one database let a
// kiosk send n times as much. That is enough against what it is for: a kiosk that is broken or in wrong hands
// and would fill the disk.
struct RouteLimits {
  int ideas_at_once = 15'000;  // a kiosk that was offline for a month must get rid of its queue in one night
  int ideas_per_hour = 600;    // what it earns back
  int wrong_codes = 5;         // from one address, in `wrong_codes_within`
  std::chrono::seconds wrong_codes_within{600};
  base::Argon2Cost code_cost{3, 8192};
  std::chrono::seconds token_skew{60};  // how far the clock of a kiosk may be off
};

// What is used and not owned; all of it lives longer than the routes and the answers they still owe.
struct World {
  Store& store;
  const Signer& signer;
  const base::Clock& clock;
  base::Random& random;  // thread-safe, as is the log's sink: the workers call both
  const base::Log& log;
  std::filesystem::path published;  // DIR/openbaar
  Workers& workers;
  Workers&
      enrolments;  // one thread: a code costs argon2, and wrong ones are counted before the next is tried
};

// One thread calls and never waits: published content is answered at once, the rest by the workers, who check
// what a kiosk signed and sign what it gets.
class Routes {
 public:
  Routes(World world, RouteLimits limits = {});
  ~Routes();
  void handle(Request request, const Reply& reply);

  // Refusals that the listener finds before there is a whole request, in the same words and with the same
  // headers.
  enum class Refusal { Malformed, HeaderTooLarge, BodyTooLarge, TooSlow, TooBusy };
  Response refuse(Refusal refusal) const;

 private:
  class Handlers;
  std::unique_ptr<Handlers> handlers_;
};

}  // namespace wv::central
