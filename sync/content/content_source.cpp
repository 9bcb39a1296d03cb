// Reads the author's folder with the same readers the kiosk will use, and looks at how the documents fit
// together.
#include "sync/content/content_source.h"

#include <algorithm>

#include "sync/base/json.h"
#include "sync/content/additions.h"
#include "sync/content/city_map.h"
#include "sync/wire/content.h"

namespace wv::content {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::Files;

constexpr std::size_t max_map_bytes = 64 << 20;
constexpr std::uint32_t max_picture_side = 4096;
constexpr std::size_t max_picture_bytes = 8 << 20;
constexpr std::string_view map_file = "kaart/wijken.rd.geojson";
constexpr std::string_view usual_source = "Wijkgrenzen: CBS en Kadaster (PDOK), CC BY 4.0";

class Reader {
 public:
  Reader(const Files& files, const fs::path& folder) : files_(files), folder_(folder) {}

  std::expected<Documents, Findings> read() {
    read_municipality();
    read_additions();
    read_areas();
    read_map();
    read_pictures();
    compare();
    if (!findings_.empty()) return std::unexpected(std::move(findings_));
    return std::move(documents_);
  }

 private:
  void find(const std::string& file, std::string message) {
    findings_.push_back({file, 0, "", std::move(message)});
  }
  void find_all(const TomlDocument& document, const model::Problems& problems) {
    for (const auto& problem : problems) findings_.push_back(locate(document, problem));
  }
  void find_all(const AreaSource& source, const model::Problems& problems) {
    for (const auto& problem : problems) findings_.push_back(source.locate(problem));
  }

  std::optional<base::Bytes> bytes_of(const std::string& file) {
    auto bytes = files_.read(folder_ / file);
    if (bytes) return std::move(*bytes);
    find(file, bytes.error().code == ErrorCode::NotFound ? "missing" : bytes.error().message);
    return std::nullopt;
  }

  std::optional<TomlDocument> toml(const std::string& file) {
    const auto bytes = bytes_of(file);
    if (!bytes) return std::nullopt;
    auto document = read_toml(file, base::as_text(*bytes));
    if (document) return std::move(*document);
    findings_.push_back(document.error());
    return std::nullopt;
  }

  std::vector<std::string> names_in(const std::string& part, std::string_view ending) {
    std::vector<std::string> names;
    const auto listed = files_.list(folder_ / part);
    if (!listed) return names;
    for (const auto& name : *listed)
      if (name.ends_with(ending) && !name.starts_with('.')) names.push_back(part + "/" + name);
    return names;
  }

  void keep(std::string_view target, const base::Json& json) {
    const auto text = base::to_text(json);
    documents_.targets[std::string(target)] = {text.begin(), text.end()};
  }

  void read_municipality() {
    municipality_source_ = toml("gemeente.toml");
    if (!municipality_source_) return;
    auto municipality = wire::read_municipality(municipality_source_->json);
    if (!municipality) return find_all(*municipality_source_, municipality.error());
    documents_.channel = municipality->id;
    keep(wire::municipality_target, wire::to_json(*municipality));
    municipality_ = std::move(*municipality);
  }

  void read_additions() {
    for (const auto& name : names_in("invoer", ".toml"))
      if (auto source = toml(name)) additions_.add(std::move(*source), findings_);
  }

  void read_areas() {
    const auto names = names_in("gebieden", ".toml");
    if (names.empty()) find("gebieden", "no area: expected at least one file gebieden/<id>.toml");
    std::vector<std::string> stems;
    for (const auto& name : names) {
      const auto& stem = stems.emplace_back(fs::path(name).stem());
      if (auto written = toml(name)) read_one(stem, additions_.join(std::move(*written), stem));
    }
    for (auto& finding : additions_.homeless(stems)) findings_.push_back(std::move(finding));
    documents_.areas = areas_.size();
  }

  void read_one(const std::string& stem, AreaSource source) {
    auto area = wire::read_area(source.document.json);
    if (!area) return find_all(source, area.error());
    if (stem != area->id.value)
      findings_.push_back(source.locate({"/id", "must be the name of the file: " + stem}));
    keep(wire::area_target(area->id), wire::to_json(*area));
    areas_.emplace_back(std::move(source), std::move(*area));
  }

  void read_map() {
    const std::string file(map_file);
    const auto bytes = bytes_of(file);
    if (!bytes) return;
    const auto json = base::parse_json(*bytes, {max_map_bytes, 32});
    if (!json) return find(file, json.error().message);
    auto map = read_city_map(file, *json, json->text_or("bron", usual_source));
    if (!map) {
      findings_.insert(findings_.end(), map.error().begin(), map.error().end());
      return;
    }
    for (const auto& problem : model::check(*map))
      findings_.push_back({file, 0, key_of(problem.pointer), problem.message});
    keep(wire::map_target, wire::to_json(*map));
    map_ = std::move(*map);
  }

  void read_pictures() {
    for (const auto& name : names_in("beelden", ".png")) {
      auto bytes = bytes_of(name);
      if (!bytes) continue;
      const auto id = fs::path(name).stem().string();
      const auto size = png_size(*bytes);
      if (!model::is_id(id)) find(name, "the name may only hold a-z, 0-9 and hyphens");
      if (!size) find(name, size.error().message);
      if (size && (size->first > max_picture_side || size->second > max_picture_side))
        find(name, "larger than 4096 pixels on a side");
      if (bytes->size() > max_picture_bytes) find(name, "larger than 8 MiB");
      documents_.targets["beeld/" + id + ".png"] = std::move(*bytes);
      ++documents_.pictures;
    }
  }

  void compare() {
    if (!municipality_) return;
    for (const auto& [source, area] : areas_) {
      find_all(source, model::check_within(area, *municipality_));
      if (!area.picture.empty() && !documents_.targets.contains(area.picture))
        findings_.push_back(source.locate(
            {"/beeld", "no such picture: expected beelden/" + fs::path(area.picture).filename().string()}));
    }
    for (std::size_t i = 0; i < municipality_->areas.size(); ++i) {
      const auto& id = municipality_->areas[i].id;
      const bool written = std::ranges::any_of(
          names_in("gebieden", ".toml"), [&](const auto& name) { return fs::path(name).stem() == id.value; });
      if (!written)
        findings_.push_back(
            locate(*municipality_source_,
                   {base::pointer_to("/gebieden", i), "its file gebieden/" + id.value + ".toml is missing"}));
    }
    if (map_)
      for (const auto& problem : model::check_within(*map_, *municipality_))
        findings_.push_back({std::string(map_file), 0, key_of(problem.pointer), problem.message});
  }

  const Files& files_;
  const fs::path folder_;
  Documents documents_;
  Findings findings_;
  std::optional<TomlDocument> municipality_source_;
  std::optional<model::Municipality> municipality_;
  Additions additions_;
  std::vector<std::pair<AreaSource, model::AreaContent>> areas_;
  std::optional<model::CityMap> map_;
};

std::uint32_t big_endian(base::ByteView bytes) {
  return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 | std::uint32_t{bytes[2]} << 8 |
         bytes[3];
}

}  // namespace

base::Result<std::pair<std::uint32_t, std::uint32_t>> png_size(base::ByteView bytes) {
  constexpr std::string_view begins("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
  constexpr std::string_view ends("\0\0\0\0IEND\xae\x42\x60\x82", 12);
  const auto text = base::as_text(bytes);
  if (bytes.size() < 45 || !text.starts_with(begins) || !text.ends_with(ends))
    return base::fail(ErrorCode::Corrupt, "is no whole PNG picture");
  return std::pair{big_endian(bytes.subspan(16, 4)), big_endian(bytes.subspan(20, 4))};
}

std::expected<Documents, Findings> read_content(const Files& files, const fs::path& folder) {
  return Reader(files, folder).read();
}

}  // namespace wv::content
