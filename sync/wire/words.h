// The Dutch words that stand for fixed choices in content, for reading and for writing.
#pragma once

#include <array>

#include "sync/wire/reader.h"

namespace wv::wire::words {

using model::ActionStatus;
using model::AgendaStatus;
using model::AreaKind;
using model::Origin;
using Precision = model::Period::Precision;

inline constexpr Word<AreaKind> area_kind[] = {{"wijk", AreaKind::Wijk}, {"dorp", AreaKind::Dorp}};
inline constexpr Word<AgendaStatus> agenda_status[] = {{"concept", AgendaStatus::Draft},
                                                       {"vastgesteld", AgendaStatus::Adopted},
                                                       {"bijgesteld", AgendaStatus::Revised},
                                                       {"vervallen", AgendaStatus::Expired}};
inline constexpr Word<ActionStatus> action_status[] = {{"idee", ActionStatus::Idea},
                                                       {"gepland", ActionStatus::Planned},
                                                       {"bezig", ActionStatus::Busy},
                                                       {"klaar", ActionStatus::Done},
                                                       {"gestopt", ActionStatus::Stopped}};
inline constexpr Word<Origin> origin[] = {
    {"inwoners", Origin::Residents}, {"gemeente", Origin::Municipality}, {"partner", Origin::Partner}};
inline constexpr Word<Precision> precision[] = {{"dag", Precision::ToDay},
                                                {"maand", Precision::ToMonth},
                                                {"kwartaal", Precision::ToQuarter},
                                                {"jaar", Precision::ToYear}};
inline constexpr Word<std::string_view> colour[] = {
    {"merk", "brand"}, {"zon", "sun"}, {"lucht", "sky"}, {"steen", "brick"}};
inline constexpr std::array<std::string_view, 7> weekday = {"ma", "di", "wo", "do", "vr", "za", "zo"};

}  // namespace wv::wire::words
