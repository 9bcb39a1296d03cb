// How long the archive keeps an idea: the result that the Selectielijst 2020 of the Dutch municipalities
// gives it.
//
// A proposal for the archivist, who decides whether an idea at a kiosk is an "initiatief van burgers"
// (6.1.9, 6.2.3: kept for ever) or an ordinary request (6.1: five years, 6.2: one year).
#pragma once

#include <optional>
#include <string>

#include "sync/base/result.h"
#include "sync/base/time.h"
#include "sync/model/idea.h"

namespace wv::model {

struct ArchiveResult {
  std::string number;        // "6.1.9"
  std::string name;          // "Ingewilligd: Initiatief van burgers"
  std::optional<int> years;  // after which it is destroyed; absent: kept for ever
  std::string term;          // the same as ISO 8601 writes it, "P1Y"; may be empty
};

struct ArchiveList {
  std::string name, source;
};
const ArchiveList& archive_list();

enum class IdeasCountAs { Initiatives, Requests };

// Nothing as long as somebody is still working on the idea.
std::optional<ArchiveResult> archive_result(IdeaStatus status,
                                            IdeasCountAs count_as = IdeasCountAs::Initiatives);
// The first day on which it may be destroyed; nothing when it is kept for ever.
std::optional<base::Day> destroyed_from(const ArchiveResult& result, base::Day ended);

}  // namespace wv::model
