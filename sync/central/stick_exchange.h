// What the central does with a USB stick: takes in what kiosks put on it, and puts on it what they are to
// get.
#pragma once

#include "sync/central/desk.h"
#include "sync/central/routes.h"

namespace wv::central {

struct StickReport {
  struct FromKiosk {
    model::KioskId kiosk;
    std::int64_t fresh = 0, known = 0, refused = 0;  // ideas and support
  };
  std::vector<FromKiosk> kiosks;
  std::int64_t enrolled = 0;
  std::size_t files = 0;  // of content that are on the stick now
  std::vector<std::string>
      faults;                 // what is not as it should be, and what to do; nothing of it stops the rest
  bool stick_failed = false;  // pulled out, full or not to be written: not all of it is done
};
base::Json to_json(const StickReport& report);

// Everything a stick exchange needs of this central.
struct StickWorld {
  base::Files& stick;  // paths relative to its root, never following a link
  base::Files& files;
  const Repository& repository;
  std::function<Result<>(const base::Json& request, const Desk::Row& row)> ask;  // the desk
};

// Receipts first, content last and its timestamp after everything that it names: a stick that is pulled out
// half-way holds what it held before, or more. Fails only when this central itself cannot.
Result<StickReport> exchange_with_stick(StickWorld world);

// The line for a new kiosk, so that it enrols without a network: wijkvenster/aanmelden.txt.
Result<> put_invitation_on(base::Files& stick, std::string_view invitation);

}  // namespace wv::central
