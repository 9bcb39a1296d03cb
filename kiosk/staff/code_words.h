// The courier's codes and how heavy they weigh, in words: shared by the screens behind the PIN.
#pragma once

#include "kiosk/screens/scene.h"

namespace wv::staff {

// A code of the courier (sync/client/notice.h) in plain words; an unknown one as it is.
screens::Words code_words(const screens::Wording& say, const std::string& code);
screens::Severity severity_of(store::Gravity gravity);
screens::Words severity_words(const screens::Wording& say, screens::Severity severity);
screens::Badge severity_badge(const screens::Wording& say, screens::Severity severity);
// "23 november 2026, 3.00 uur", by the kiosk's own wall clock.
std::string moment_words(const screens::Scene& scene, base::Instant at);
// What a self-test found wrong, and what to do.
screens::Words self_test_words(const screens::Wording& say, std::string_view fault);
// A command of the municipality (sync/wire/command.h), and what came of it; empty: not yet.
screens::Words order_words(const screens::Wording& say, std::string_view word);
screens::Words order_outcome_words(const screens::Wording& say, std::string_view outcome);
// How the last round ended, or that it goes on.
screens::Words round_words(const screens::Scene& scene, const store::Round& round);
// What the house told, or a report that says nothing. As long-lived as `scene` and its surroundings.
const store::Report& facts_of(const screens::Scene& scene);
// The message of the courier about `key`, or nullptr.
const store::Message* message_about(const store::Report& report, std::string_view key);

}  // namespace wv::staff
