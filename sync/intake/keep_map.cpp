// The map is one file for all areas, so it is tried and replaced as a whole.
#include "sync/intake/keep_map.h"

#include <optional>
#include <set>

#include "sync/intake/rehearsal.h"

namespace wv::intake {
namespace {

using base::ErrorCode;
using base::Json;

std::set<std::string> codes_in(const Json& geojson) {
  std::set<std::string> codes;
  if (const Json* features = geojson.find("features"); features && features->items())
    for (const auto& feature : *features->items())
      if (const Json* properties = feature.find("properties"))
        codes.emplace(properties->text_or("statcode", properties->text_or("wijkcode", "")));
  return codes;
}

std::size_t count_missing(const std::set<std::string>& from, const std::set<std::string>& in) {
  std::size_t count = 0;
  for (const auto& code : from) count += in.contains(code) ? 0 : 1;
  return count;
}

base::Result<> allow(const std::optional<base::Bytes>& old, const std::string& text, const Keeping& keeping) {
  const bool same = !old || base::as_text(*old) == text;
  if (same || keeping.edited == Keeping::Edited::MayBeReplaced || keeping.mode == Keeping::Mode::DryRun)
    return {};
  return base::fail(ErrorCode::Invalid,
                    std::string(map_file_name) +
                        " is another map already, so it is left as it is. With --replace it is "
                        "kept beside the new one, as " +
                        map_file_name + ".vorige");
}

}  // namespace

base::Result<Report> keep_map(base::Files& files, const Keeping& keeping, MapReading reading) {
  const auto file = keeping.folder / map_file_name;
  const auto text = base::to_text(reading.geojson) + "\n";
  std::optional<base::Bytes> old;
  if (auto bytes = files.read(file)) old = std::move(*bytes);
  const auto before = findings_of(files, keeping.folder);
  content::Findings stop;
  std::set<std::string> known;
  for (const auto& finding : before) known.insert(finding.text());
  for (const auto& finding : findings_of(Rehearsal(files, file, text), keeping.folder))
    if (finding.file == map_file_name || !known.contains(finding.text())) stop.push_back(finding);
  if (!stop.empty())
    return base::fail(
        ErrorCode::Invalid,
        keeping.source + ": this map does not fit the content; nothing was written:" + told(stop));
  WV_CHECK(allow(old, text, keeping));
  Report report;
  report.file = map_file_name;
  report.understood = reading.wijken;
  const auto parsed = old ? base::parse_json(*old, {largest_map, 32}) : base::Result<Json>(Json());
  const auto earlier = parsed ? codes_in(*parsed) : std::set<std::string>{};
  const auto now = codes_in(reading.geojson);
  report.fresh = count_missing(now, earlier);
  report.gone = count_missing(earlier, now);
  report.left_out = std::move(reading.left_out);
  report.warnings = std::move(reading.warnings);
  if (keeping.mode == Keeping::Mode::DryRun) return report;
  WV_CHECK(files.make_folder(file.parent_path()));
  if (old && base::as_text(*old) != text)
    WV_CHECK(files.write(std::filesystem::path(file) += ".vorige", *old));
  WV_CHECK(files.write(file, base::as_bytes(text)));
  report.written = true;
  return report;
}

}  // namespace wv::intake
