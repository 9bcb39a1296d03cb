// Opens the release that sync.db points at and turns its documents into values.
#include "kiosk/store/shelf.h"

#include <charconv>

#include "kiosk/store/public_ideas.h"
#include "kiosk/store/search.h"

namespace wv::store {

using base::ErrorCode;
using base::fail;
using base::Result;
using db::Database;
using db::OpenMode;
using db::Statement;

namespace {

constexpr base::JsonLimits document_limits{.max_bytes = 16 << 20, .max_depth = 32};

struct Candidate {
  std::int64_t version = 0;
  std::string file;
};

Result<std::vector<Candidate>> candidates(const std::filesystem::path& folder) {
  WV_TRY(Database sync, Database::open(folder / "sync.db", OpenMode::Read));
  WV_TRY(Statement rows,
         sync.prepare("SELECT u.versie, u.bestand FROM actief a JOIN uitgave u "
                      "ON u.versie = a.versie OR u.versie = a.vorige ORDER BY u.versie = a.versie DESC"));
  std::vector<Candidate> found;
  for (;;) {
    WV_TRY(const bool row, rows.step());
    if (!row) return found;
    found.push_back({rows.integer(0), rows.text_copy(1)});
  }
}

Result<base::Bytes> blob_of(Database& release, std::string_view table, std::string_view name) {
  WV_TRY(Statement row, release.prepare("SELECT bytes FROM " + std::string(table) + " WHERE naam = ?"));
  row.bind(1, name);
  WV_TRY(const bool found, row.step());
  if (!found) return fail(ErrorCode::NotFound, std::string(name) + ": not in this release");
  return row.blob_copy(0);
}

template <class T>
Result<T> document(Database& release, const std::string& name, wire::Read<T> (*read)(const base::Json&)) {
  WV_TRY(const base::Bytes bytes, blob_of(release, "document", name));
  auto json = base::parse_json(bytes, document_limits);
  if (!json) return pass(json, name);
  auto value = read(*json);
  if (!value) return fail(ErrorCode::Corrupt, name + ": " + wire::summary(value.error()));
  return *std::move(value);
}

Result<std::optional<base::Instant>> meta_instant(Database& release, std::string_view key) {
  WV_TRY(Statement row, release.prepare("SELECT waarde FROM meta WHERE sleutel = ?"));
  row.bind(1, key);
  WV_TRY(const bool found, row.step());
  if (!found) return std::nullopt;
  WV_TRY(const base::Instant at, base::parse_rfc3339(row.text(0)));
  return at;
}

// Read without loading the areas. A document that is no JSON is a fault of loading that area, not of this.
std::set<model::AreaId> alliances_in(Database& release, const model::Municipality& municipality) {
  std::set<model::AreaId> found;
  auto row = release.prepare(
      "SELECT json_extract(CAST(bytes AS TEXT), '$.kernalliantie') FROM document WHERE naam = ?");
  if (!row) return found;
  for (const auto& area : municipality.areas) {
    row->reset();
    row->bind(1, wire::area_target(area.id));
    const auto is_there = row->step();
    if (is_there && *is_there && row->integer(0) == 1) found.insert(area.id);
  }
  return found;
}

// sync.db names files of this folder only; anything else is not ours to open.
bool is_release_name(std::string_view file) {
  return file.starts_with("inhoud-") && file.ends_with(".db") && file.find('/') == std::string_view::npos;
}

bool is_of(const ReleaseChoice& choice, const std::vector<Candidate>& found) {
  return found.size() == 2 && found[0].version == choice.while_active && found[1].version == choice.shown;
}

std::optional<Release> read_dates(const std::filesystem::path& folder, const Candidate& candidate) {
  if (!is_release_name(candidate.file)) return std::nullopt;
  auto file = Database::open(folder / candidate.file, OpenMode::Immutable);
  if (!file) return std::nullopt;
  return Release{candidate.version, meta_instant(*file, "gemaaktOp").value_or(std::nullopt),
                 meta_instant(*file, "geldigTot").value_or(std::nullopt)};
}

}  // namespace

std::string to_text(const ReleaseChoice& choice) {
  return base::to_text(base::Json::object({{"toon", choice.shown}, {"zolangActief", choice.while_active}})) +
         "\n";
}

Result<ReleaseChoice> read_release_choice(base::ByteView bytes) {
  WV_TRY(const auto json, base::parse_json(bytes, {.max_bytes = 4096, .max_depth = 4}));
  const ReleaseChoice choice{json.integer_or("toon", 0), json.integer_or("zolangActief", 0)};
  if (choice.shown <= 0 || choice.while_active <= 0)
    return fail(ErrorCode::Invalid, "toon, zolangActief: have to be versions of the content");
  return choice;
}

Shelf::Shelf(std::filesystem::path state_folder, model::AreaId own_area) : folder_(std::move(state_folder)) {
  content_.own_area = std::move(own_area);
}

Result<bool> Shelf::refresh() {
  WV_TRY(auto found, candidates(folder_));
  if (found.empty()) return fail(ErrorCode::NotFound, "no release has been activated yet");
  if (choice_ && is_of(*choice_, found)) std::swap(found[0], found[1]);
  if (found.front().version == content_.version) return false;
  auto taken = take(found.front().version, found.front().file);
  if (taken || content_.version != 0 || found.size() < 2) return taken;
  // A cold start with a damaged release: better the one before than an empty screen.
  return take(found[1].version, found[1].file);
}

Result<ReleaseChoice> Shelf::previous() const {
  WV_TRY(const auto found, candidates(folder_));
  if (found.size() < 2) return fail(ErrorCode::NotFound, "there is no release before this one");
  return ReleaseChoice{.shown = found[1].version, .while_active = found[0].version};
}

std::optional<Release> Shelf::other() const {
  const auto found = candidates(folder_);
  if (!found) return std::nullopt;
  for (const auto& one : *found)
    if (one.version != content_.version) return read_dates(folder_, one);
  return std::nullopt;
}

bool Shelf::is_taken_back() const {
  return choice_ && choice_->shown == content_.version;
}

Result<bool> Shelf::take(std::int64_t version, const std::string& file) {
  if (!is_release_name(file))
    return fail(ErrorCode::Corrupt, "sync.db names a release file that is none: " + file);
  WV_TRY(Database release, Database::open(folder_ / file, OpenMode::Immutable));
  Content content;
  content.version = version;
  content.own_area = content_.own_area;
  WV_TRY(content.made_at, meta_instant(release, "gemaaktOp"));
  WV_TRY(content.valid_until, meta_instant(release, "geldigTot"));
  WV_TRY(auto municipality,
         document(release, std::string(wire::municipality_target), wire::read_municipality));
  WV_TRY(auto keys, document(release, std::string(wire::keys_target), wire::read_keys));
  // An installation without plek.gebied still shows something: the first area.
  if (content.own_area.empty() && !municipality.areas.empty())
    content.own_area = municipality.areas.front().id;
  WV_TRY(auto own, document(release, wire::area_target(content.own_area), wire::read_area));
  content.alliances = alliances_in(release, municipality);
  content.municipality = std::make_shared<const model::Municipality>(std::move(municipality));
  content.areas[content.own_area] = std::make_shared<const model::AreaContent>(std::move(own));
  if (auto map = document(release, std::string(wire::map_target), wire::read_map)) {
    content.map = std::make_shared<const model::CityMap>(*std::move(map));
  }
  content.ideas = idea_counts(release).value_or(IdeaCounts{});
  content_ = std::move(content);
  keys_ = std::move(keys);
  release_ = std::move(release);
  return true;
}

Result<> Shelf::load_area(const model::AreaId& id) {
  if (content_.area(id)) return {};
  if (!release_) return fail(ErrorCode::NotFound, "no release has been activated yet");
  WV_TRY(auto area, document(*release_, wire::area_target(id), wire::read_area));
  content_.areas[id] = std::make_shared<const model::AreaContent>(std::move(area));
  return {};
}

Result<base::Bytes> Shelf::picture(std::string_view name) {
  if (!release_) return fail(ErrorCode::NotFound, "no release has been activated yet");
  return blob_of(*release_, "beeld", name);
}

visit::SearchAnswer Shelf::search(const visit::Search& wanted) {
  if (!release_) return {.available = false};
  auto from_here = wanted;
  if (from_here.area.empty()) from_here.area = content_.own_area;
  return store::search(*release_, from_here);
}

Result<std::optional<model::PublicHistory>> Shelf::history(std::string_view reference_hash) {
  if (!release_) return fail(ErrorCode::NotFound, "no release has been activated yet");
  WV_TRY(Statement row, release_->prepare("SELECT json FROM antwoord WHERE referentie_hash = ?"));
  row.bind(1, reference_hash);
  WV_TRY(const bool found, row.step());
  if (!found) return std::nullopt;
  WV_TRY(const base::Json json, base::parse_json(row.text(0), document_limits));
  auto history = wire::read_history(json);
  if (!history) return fail(ErrorCode::Corrupt, "antwoord: " + wire::summary(history.error()));
  return *std::move(history);
}

void Shelf::forget() {
  if (release_) (void)release_->reopen();
}

}  // namespace wv::store
