// From "versturen" to a durable row: checks, seals the contact, hashes the code, freezes the bytes, keeps
// them.
#pragma once

#include <deque>

#include "kiosk/store/content.h"
#include "kiosk/store/idea_book.h"
#include "kiosk/visit/effect.h"
#include "sync/base/reference_code.h"
#include "sync/base/world.h"
#include "sync/wire/content.h"

namespace wv::store {

// At most five ideas in ten minutes, whichever visitor hands them in: it outlives visits on purpose. Staff
// who type over paper slips are not visitors.
class Allowance {
 public:
  bool has_room(base::Millis monotonic);
  void take(base::Millis monotonic) { taken_.push_back(monotonic); }

 private:
  std::deque<base::Millis> taken_;
};

class Intake {
 public:
  // Borrows everything; `words` are the 4,096 of assets/words/nl.txt.
  Intake(IdeaBook& book, const base::Clock& clock, base::Random& random, base::WordList words)
      : book_(book), clock_(clock), random_(random), words_(words) {}

  // IdeaKept, and only after the idea is durable, or IdeaNotKept with the reason. Nothing typed is left
  // behind.
  visit::Action keep(const visit::IdeaDraft& draft, const Content& content, const wire::Keys* keys);
  // Whether the slip with this number can be typed over, or was already.
  visit::SlipChecked check(const visit::CheckSlip& wanted);
  // IdeaSupported, and only after it is durable, or IdeaNotSupported.
  visit::Action support(const visit::SupportIdea& wanted, const Content& content);

 private:
  IdeaBook& book_;
  const base::Clock& clock_;
  base::Random& random_;
  base::WordList words_;
  Allowance allowance_;
};

}  // namespace wv::store
