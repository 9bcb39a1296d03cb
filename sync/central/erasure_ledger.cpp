// {"wat":"idee","idee":"019a5e3c-…","sha256":"9f2c…","op":"2026-03-01T10:04:11Z"}
#include "sync/central/erasure_ledger.h"

#include <algorithm>

#include "sync/base/encoding.h"
#include "sync/base/json.h"
#include "sync/base/uuid.h"
#include "sync/edge/append.h"

namespace wv::central {
namespace {

using base::Json;
using Entry = ErasureLedger::Entry;
using What = ErasureLedger::What;

constexpr std::string_view whole_idea = "idee", contact_only = "contact";

std::optional<Entry> entry_from(std::string_view line) {
  const auto json = base::parse_json(line);
  if (!json) return std::nullopt;
  const auto what = json->text_or("wat", "");
  const auto id = json->text_or("idee", "");
  const auto sha256 = base::from_hex(json->text_or("sha256", ""));
  const auto at = base::parse_rfc3339(json->text_or("op", ""));
  Entry entry{what == whole_idea ? What::Idea : What::Contact, {std::string(id)}, {}, {}};
  if ((what != whole_idea && what != contact_only) || !base::is_uuid7(id) || !at || !sha256 ||
      sha256->size() != entry.sha256.size())
    return std::nullopt;
  std::ranges::copy(*sha256, entry.sha256.begin());
  entry.at = *at;
  return entry;
}

}  // namespace

Result<> ErasureLedger::note(const Entry& entry) const {
  const Json line = Json::object({{"wat", entry.what == What::Idea ? whole_idea : contact_only},
                                  {"idee", entry.idea.value},
                                  {"sha256", base::to_hex(entry.sha256)},
                                  {"op", base::to_rfc3339(entry.at)}});
  return edge::append_line(file_, base::to_text(line));
}

Result<std::vector<Entry>> ErasureLedger::entries() const {
  std::vector<Entry> found;
  const auto bytes = files_.read(file_);
  if (!bytes && bytes.error().code == base::ErrorCode::NotFound) return found;
  if (!bytes) return std::unexpected(bytes.error());
  std::string_view rest = base::as_text(*bytes);
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const auto end = rest.find('\n');
    const auto line = rest.substr(0, end);
    auto entry = entry_from(line);
    if (!entry && line.ends_with('}'))
      return base::fail(
          base::ErrorCode::Corrupt,
          file_.string() + ":" + std::to_string(number) +
              ": this line of the erasure ledger cannot be read; put back a good copy of the file");
    if (entry) found.push_back(std::move(*entry));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  }
  return found;
}

}  // namespace wv::central
