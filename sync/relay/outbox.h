// What still has to leave, and how it leaves: at least once, once in effect, and whatever happens to one
// matter or one system, the others go on.
//
// There is no queue that could lose something: what is due follows from the archive and from one mark for
// each system and matter. A central that was restored from a copy asks the other side before it tells
// anything twice.
#pragma once

#include <optional>

#include "sync/base/log.h"
#include "sync/base/world.h"
#include "sync/relay/matter.h"

namespace wv::relay {

using base::Result;

enum class Interest { Ideas, IdeasAndKiosks };

class Outbox {
 public:
  virtual ~Outbox() = default;
  // Only one process at a time tells one system. False: another has the turn until later than `now`.
  virtual Result<bool> claim(const std::string& target, base::Instant now, base::Instant until) = 0;
  // What this system does not know in its newest state, as far as it is time to try, oldest first.
  virtual Result<std::vector<Due>> due(const std::string& target, Interest interest, base::Instant now,
                                       std::size_t most) = 0;
  virtual Result<> told(const std::string& target, const Due& due, const Mark& mark) = 0;
  virtual Result<> put_off(const std::string& target, const Due& due, base::Instant until,
                           const std::string& why) = 0;
};

// Why something was not taken. Invalid: never like this. Denied: this system takes nothing from us at all.
// Anything else: not now.
struct Trouble {
  base::Error error;
  std::optional<base::Millis> wait;  // as the other side asked
};

// One system that is told. Not to be shared between threads.
class Target {
 public:
  virtual ~Target() = default;
  virtual const std::string& name() const = 0;
  virtual Interest interest() const = 0;
  // Tells at least one step that is news to them, and says what they know now. Asked twice with the same it
  // does no harm.
  virtual std::expected<Mark, Trouble> tell(const Due& due) = 0;
};

struct Delivered {
  std::int64_t told = 0, put_off = 0;
  std::string last_trouble;
};

// One round. It ends early when the system seems down; what it did not get to is due in the next one. Fails
// only when the outbox itself does.
class Delivery {
 public:
  Delivery(Outbox& outbox, const base::Clock& clock, base::Random& random)
      : outbox_(outbox), clock_(clock), random_(random) {}
  Result<Delivered> run(Target& target);

 private:
  Result<bool> tell_all(Target& target, Due& due, Delivered& delivered, int& failures_in_a_row);

  Outbox& outbox_;
  const base::Clock& clock_;
  base::Random& random_;
};

// Between half of it and all of 30 s × 2^attempts, at most an hour.
base::Millis pause_after(std::int64_t attempts, base::Random& random);

}  // namespace wv::relay
