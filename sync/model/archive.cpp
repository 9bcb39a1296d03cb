// Reads the extract of the Selectielijst that travels inside the program, and says which status ends in which
// result.
#include "sync/model/archive.h"

#include <map>

#include "embedded/selectielijst.h"
#include "sync/base/json.h"

namespace wv::model {
namespace {

using base::Json;

struct Extract {
  ArchiveList list;
  std::map<std::string, ArchiveResult, std::less<>> results;
};

Extract read_extract() {
  const Json json = base::parse_json(embedded::selectielijst).value();
  Extract extract{{std::string(json.text_or("naam", "")), std::string(json.text_or("bron", ""))}, {}};
  for (const Json& one : *json.find("resultaten")->items()) {
    ArchiveResult result{
        std::string(one.text_or("nummer", "")), std::string(one.text_or("naam", "")), {}, {}};
    if (const auto about = one.text_or("omschrijving", ""); !about.empty())
      result.name += ": " + std::string(about);
    if (const auto years = one.integer_or("jaren", 0); years > 0) result.years = static_cast<int>(years);
    result.term = one.text_or("bewaartermijn", "");
    extract.results.emplace(result.number, result);
  }
  return extract;
}

const Extract& extract() {
  static const Extract read = read_extract();
  return read;
}

std::string_view number_for(IdeaStatus status, IdeasCountAs count_as) {
  const bool initiative = count_as == IdeasCountAs::Initiatives;
  switch (status) {
    case IdeaStatus::Done:
      return initiative ? "6.1.9" : "6.1";
    case IdeaStatus::NotTaken:
      return initiative ? "6.2.3" : "6.2";
    case IdeaStatus::Referred:  // answered with where to go instead
      return "6.1.3";
    case IdeaStatus::NotShown:
    case IdeaStatus::Withdrawn:
    case IdeaStatus::Merged:  // its matter goes on with the other idea
      return "6.3";
    case IdeaStatus::Received:
    case IdeaStatus::InModeration:
    case IdeaStatus::Published:
    case IdeaStatus::InProgress:
    case IdeaStatus::OnAgenda:
    case IdeaStatus::BeingDone:
      break;
  }
  return {};
}

}  // namespace

const ArchiveList& archive_list() {
  return extract().list;
}

std::optional<ArchiveResult> archive_result(IdeaStatus status, IdeasCountAs count_as) {
  const auto found = extract().results.find(number_for(status, count_as));
  if (found == extract().results.end()) return std::nullopt;
  return found->second;
}

std::optional<base::Day> destroyed_from(const ArchiveResult& result, base::Day ended) {
  if (!result.years) return std::nullopt;
  const base::Day later = ended + std::chrono::years(*result.years);
  // A year after 29 February is 1 March.
  return later.ok() ? later : base::Day(later.year() / std::chrono::March / 1);
}

}  // namespace wv::model
