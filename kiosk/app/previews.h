// Every state that a visitor or staff can meet, by name, without having to reach it: for the audit, for
// goldens, for eyes.
#pragma once

#include <string>
#include <vector>

#include "kiosk/store/content.h"
#include "kiosk/store/report.h"
#include "kiosk/visit/visit.h"

namespace wv::app {

struct Preview {
  std::string name;  // "idea-write-veiled"
  visit::Visit visit;
  bool without_content = false;  // as on a kiosk that never synced
  bool without_map = false;      // the municipality published none
  std::string notice = {};       // of the municipality
  store::Report report;          // what the readiness screen reads
};

// What has to be done before, as on any visit: another area is read from the release when somebody goes
// there.
visit::Effects wanted_by_previews(const store::Content& content);

// Made from what the content holds: the longest challenge, the area with most agendas. `now` is monotonic.
std::vector<Preview> previews(const store::Content& content, base::Millis now, const visit::Rules& rules);

}  // namespace wv::app
