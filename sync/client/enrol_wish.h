// A code that staff typed on the screen: the courier takes it over, enrols, and brings the first content.
#pragma once

#include "sync/base/json.h"
#include "sync/client/round.h"

namespace wv::client {

struct EnrolmentOutcome {
  std::vector<Setback> setbacks;  // in the order met; empty: all went well
  bool enrolled = false;          // by this wish
  bool content_activated = false;
  std::string_view word() const;  // "goed" or the word of the first setback
};

// Honours the wish in place.enrolment_request_file(), once; nothing when there is none. Address and root come
// from `options` alone, as the settings gave them: whoever can type on the screen chooses no central, and no
// root is trusted because it happened to answer (`no_address` without both). The code stays in no fact,
// notice or log; its file is removed as soon as it was read, by whoever may. What came of it stands in
// fact::enrolment_report:
// {"begonnen": ms, "aangemeld": bool, "inhoud": bool, "geeindigd": ms, "uitkomst": word, "detail"}, without
// the last three while it runs. After a crash the same code may be typed again. Fails itself only when
// sync.db cannot be written.
base::Result<std::optional<EnrolmentOutcome>> enrol_as_wished(World& world, const Place& place, Store& store,
                                                              const RoundOptions& options);

}  // namespace wv::client
