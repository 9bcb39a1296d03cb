// What a kiosk is told when something is not right: the refusals of the contract (openapi.json), in Dutch.
#pragma once

#include "sync/central/problem.h"
#include "sync/central/routes.h"

namespace wv::central {

inline constexpr std::chrono::seconds soon{5};

Trouble wrong_method();
Trouble not_json();
Trouble packed();
// 400; `why` is ours and repeats nothing of what was sent
Trouble unreadable(std::string_view why);
Trouble unknown_device(std::string_view detail, std::string_view type = "token-ongeldig");
Trouble too_often(std::chrono::seconds wait);
Trouble wrong_code();
Trouble dead_code();
Trouble other_bytes();
Trouble sequence_twice();
Trouble other_support();
Trouble no_such_idea();
Trouble not_its_own();
Trouble stale_ticket();
Trouble stopped(KioskState state);
Trouble trouble_of(Routes::Refusal refusal);

}  // namespace wv::central
