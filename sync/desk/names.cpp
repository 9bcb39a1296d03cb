// Reads gemeente.json out of what is published: timestamp, snapshot and targets say which file it is.
#include "sync/desk/names.h"

#include "sync/wire/content.h"
#include "sync/wire/tuf.h"

namespace wv::desk {
namespace {

namespace fs = std::filesystem;
namespace tuf = wire::tuf;
using base::Result;

Result<model::Municipality> published_municipality(const base::Files& files, const fs::path& channel) {
  WV_TRY(const auto stamp_bytes, files.read(channel / "timestamp.json"));
  WV_TRY(const auto stamp, tuf::parse_timestamp(stamp_bytes));
  const auto metadata = [&](std::string_view role, std::int64_t version) {
    return files.read(channel / tuf::consistent_metadata_name(role, version));
  };
  WV_TRY(const auto snapshot_bytes, metadata(tuf::snapshot_role, stamp.body.snapshot.version));
  WV_TRY(const auto snapshot, tuf::parse_snapshot(snapshot_bytes));
  const auto file = snapshot.body.files.find("targets.json");
  if (file == snapshot.body.files.end()) return base::fail(base::ErrorCode::NotFound, "no targets");
  WV_TRY(const auto targets_bytes, metadata(tuf::targets_role, file->second.version));
  WV_TRY(const auto targets, tuf::parse_targets(targets_bytes));
  const std::string name(wire::municipality_target);
  const auto target = targets.body.files.find(name);
  if (target == targets.body.files.end()) return base::fail(base::ErrorCode::NotFound, name);
  WV_TRY(const auto bytes, files.read(channel / tuf::consistent_target_path(name, target->second.sha256)));
  WV_TRY(const auto json, base::parse_json(bytes, wire::content_limits));
  auto municipality = wire::read_municipality(json);
  if (!municipality) return base::fail(base::ErrorCode::Corrupt, wire::summary(municipality.error()));
  return std::move(*municipality);
}

std::string dutch(const model::Text& text) {
  const auto nl = text.in.find("nl");
  return nl == text.in.end() ? std::string() : nl->second;
}

std::string named(const std::map<std::string, std::string>& names, const std::string& id) {
  if (id.empty()) return "niet gezegd";
  const auto found = names.find(id);
  return found == names.end() || found->second.empty() ? id : found->second;
}

}  // namespace

std::string Names::area(const std::string& id) const {
  return named(areas, id);
}
std::string Names::theme(const std::string& id) const {
  return named(themes, id);
}

Names published_names(const base::Files& files, const fs::path& published) {
  Names names;
  const auto channels = files.list(published);
  if (!channels) return names;
  for (const auto& channel : *channels) {
    const auto municipality = published_municipality(files, published / channel);
    if (!municipality) continue;
    for (const auto& area : municipality->areas) names.areas[area.id.value] = dutch(area.name);
    for (const auto& theme : municipality->themes) names.themes[theme.id.value] = dutch(theme.name);
  }
  return names;
}

}  // namespace wv::desk
