// Everything a screen reads comes from this one file, so it is checked as the screen would read it.
#include "sync/client/release.h"

#include <algorithm>
#include <ranges>

#include "embedded/release_ideas_sql.h"
#include "embedded/release_sql.h"
#include "sync/base/encoding.h"
#include "sync/client/picture.h"
#include "sync/client/release_ideas.h"
#include "sync/client/search_index.h"

namespace wv::client {
namespace {

using base::ErrorCode;
using base::Result;
using db::Database;
using db::Statement;
using Files = std::map<std::string, ReleaseFile>;

constexpr base::JsonLimits document_limits{.max_bytes = 16 << 20, .max_depth = 32};

using Findings = std::vector<std::string>;

template <class T>
std::optional<T> read(const std::string& name, const base::Bytes& bytes,
                      wire::Read<T> (*reader)(const base::Json&), Findings& findings) {
  const auto json = base::parse_json(bytes, document_limits);
  if (!json) {
    findings.push_back(name + ": " + json.error().message);
    return std::nullopt;
  }
  auto value = reader(*json);
  if (!value) {
    findings.push_back(name + ": " + wire::summary(value.error()));
    return std::nullopt;
  }
  return *std::move(value);
}

// The document that must or may be there.
template <class T>
std::optional<T> find(const Files& documents, std::string_view name,
                      wire::Read<T> (*reader)(const base::Json&), Findings& findings) {
  const auto found = documents.find(std::string(name));
  if (found == documents.end()) return std::nullopt;
  return read(found->first, found->second.bytes, reader, findings);
}

void check_area(const Release& release, const model::Municipality& municipality,
                const model::AreaSummary& summary, Findings& findings) {
  const std::string name = wire::area_target(summary.id);
  if (!release.documents.contains(name)) {
    findings.push_back(name + ": missing");
    return;
  }
  const auto area = find(release.documents, name, wire::read_area, findings);
  if (!area) return;
  if (const auto problems = model::check_within(*area, municipality); !problems.empty()) {
    findings.push_back(name + ": " + wire::summary(problems));
  }
  if (area->id != summary.id) findings.push_back(name + ": is of another area");
  if (!area->picture.empty() && !release.pictures.contains(area->picture)) {
    findings.push_back(name + ": " + area->picture + " is missing");
  }
}

void check_documents(const Release& release, Findings& findings) {
  for (const auto required : {wire::municipality_target, wire::keys_target}) {
    if (!release.documents.contains(std::string(required)))
      findings.push_back(std::string(required) + ": missing");
  }
  (void)find(release.documents, wire::keys_target, wire::read_keys, findings);
  for (const auto& [name, file] : release.documents) {
    if (wire::is_answers(name)) (void)read(name, file.bytes, wire::read_answers, findings);
    if (wire::is_public_ideas(name)) (void)read(name, file.bytes, wire::read_public_ideas, findings);
  }
  const auto map = find(release.documents, wire::map_target, wire::read_map, findings);
  const auto municipality =
      find(release.documents, wire::municipality_target, wire::read_municipality, findings);
  if (!municipality) return;
  for (const auto& area : municipality->areas) check_area(release, *municipality, area, findings);
  if (map) {
    const auto problems = model::check_within(*map, *municipality);
    if (!problems.empty()) findings.push_back("kaart.json: " + wire::summary(problems));
  }
}

Result<> insert_files(Database& database, std::string_view sql, const Files& files) {
  WV_TRY(Statement insert, database.prepare(sql));
  for (const auto& [name, file] : files) {
    WV_CHECK(insert.bind_all(name, base::ByteView(file.sha256), file.bytes).run());
  }
  return {};
}

Result<> insert_answers(Database& database, const Files& documents) {
  WV_TRY(Statement insert,
         database.prepare("INSERT OR REPLACE INTO antwoord(referentie_hash,json) VALUES(?,?)"));
  for (const auto& [name, file] : documents) {
    if (!wire::is_answers(name)) continue;
    Findings findings;
    const auto answers = read(name, file.bytes, wire::read_answers, findings);
    if (!answers) continue;
    for (const auto& history : answers->histories) {
      WV_CHECK(insert.bind_all(history.reference_hash, base::to_text(wire::to_json(history))).run());
    }
  }
  return {};
}

Result<> insert_index(Database& database, const Files& documents) {
  Findings findings;
  const auto municipality = find(documents, wire::municipality_target, wire::read_municipality, findings);
  if (!municipality) return {};
  WV_TRY(auto index, SearchIndex::begin(database));
  for (const auto& summary : municipality->areas) {
    const auto area = find(documents, wire::area_target(summary.id), wire::read_area, findings);
    if (area) WV_CHECK(index.add(*area));
  }
  return index.finish();
}

// One document after the other: all of them at once need not fit in memory as values.
Result<> insert_ideas(Database& database, const Files& documents) {
  WV_TRY(IdeaRows rows, IdeaRows::begin(database));
  for (const auto& [name, file] : documents) {
    if (!wire::is_public_ideas(name)) continue;
    Findings findings;
    const auto ideas = read(name, file.bytes, wire::read_public_ideas, findings);
    if (ideas) WV_CHECK(rows.add(*ideas));
  }
  return rows.finish();
}

Result<> insert_meta(Database& database, const Release& release) {
  const std::pair<std::string_view, std::string> rows[] = {
      {"versie", std::to_string(release.version)},
      {"targetsVersie", std::to_string(release.targets_version)},
      {"geldigTot", base::to_rfc3339(release.valid_until)},
      {"gemaaktOp", base::to_rfc3339(release.made_at)},
  };
  for (const auto& [key, value] : rows) {
    WV_CHECK(database.run("INSERT INTO meta(sleutel,waarde) VALUES(?,?)", key, value));
  }
  return {};
}

Result<> verify_table(Database& database, const std::string& table) {
  WV_TRY(Statement select, database.prepare("SELECT naam, sha256, bytes FROM " + table));
  while (true) {
    WV_TRY(const bool found, select.step());
    if (!found) return {};
    if (!base::same_bytes(base::sha256(select.blob(2)), select.blob(1))) {
      return base::fail(ErrorCode::Corrupt, select.text_copy(0) + " is damaged on this disk");
    }
  }
}

}  // namespace

bool is_document(std::string_view target) {
  static constexpr std::string_view known[] = {wire::municipality_target, wire::map_target,
                                               wire::keys_target};
  return std::ranges::find(known, target) != std::end(known) || wire::is_answers(target) ||
         wire::is_public_ideas(target) || (target.starts_with("gebied/") && target.ends_with(".json"));
}

bool is_picture(std::string_view target) {
  return target.starts_with("beeld/") && target.ends_with(".png");
}

Result<> check_usable(const Release& release) {
  Findings findings;
  check_documents(release, findings);
  for (const auto& [name, file] : release.pictures) {
    if (auto checked = check_png(file.bytes); !checked)
      findings.push_back(name + ": " + checked.error().message);
  }
  if (findings.empty()) return {};
  std::string message;
  for (const auto& finding : findings | std::views::take(3))
    message += (message.empty() ? "" : "; ") + finding;
  if (findings.size() > 3) message += "; and " + std::to_string(findings.size() - 3) + " more";
  return base::fail(ErrorCode::Invalid, message);
}

Result<> write_release(const Release& release, const std::filesystem::path& file) {
  WV_TRY(auto database, Database::open(file, db::OpenMode::Own));
  const std::string_view steps[] = {embedded::release_sql, embedded::release_ideas_sql};
  WV_CHECK(database.migrate(steps));
  WV_TRY(auto transaction, db::Transaction::begin(database));
  WV_CHECK(insert_meta(database, release));
  WV_CHECK(
      insert_files(database, "INSERT INTO document(naam,sha256,bytes) VALUES(?,?,?)", release.documents));
  WV_CHECK(insert_files(database, "INSERT INTO beeld(naam,sha256,bytes) VALUES(?,?,?)", release.pictures));
  WV_CHECK(insert_answers(database, release.documents));
  WV_CHECK(insert_index(database, release.documents));
  WV_CHECK(insert_ideas(database, release.documents));
  return transaction.commit();
}

Result<ReleaseReader> ReleaseReader::open(const std::filesystem::path& file) {
  WV_TRY(auto database, Database::open(file, db::OpenMode::Immutable));
  return ReleaseReader(std::move(database));
}

Result<std::string> ReleaseReader::meta(std::string_view key) {
  WV_TRY(Statement select, database_.prepare("SELECT waarde FROM meta WHERE sleutel=?"));
  WV_TRY(const bool found, select.bind_all(key).step());
  if (!found) return base::fail(ErrorCode::NotFound, "the release does not say its " + std::string(key));
  return select.text_copy(0);
}

Result<std::optional<base::Bytes>> ReleaseReader::find(std::string_view target, const base::Digest& sha256) {
  const char* sql =
      is_picture(target) ? "SELECT bytes FROM beeld WHERE naam=?" : "SELECT bytes FROM document WHERE naam=?";
  WV_TRY(Statement select, database_.prepare(sql));
  WV_TRY(const bool found, select.bind_all(target).step());
  if (!found || base::sha256(select.blob(0)) != sha256) return std::nullopt;
  return select.blob_copy(0);
}

Result<wire::Keys> ReleaseReader::keys() {
  WV_TRY(Statement select, database_.prepare("SELECT bytes FROM document WHERE naam=?"));
  WV_TRY(const bool found, select.bind_all(wire::keys_target).step());
  if (!found) return base::fail(ErrorCode::NotFound, "the release has no sleutels.json");
  WV_TRY(const auto json, base::parse_json(select.blob(0), document_limits));
  const auto keys = wire::read_keys(json);
  if (!keys) return base::fail(ErrorCode::Corrupt, "sleutels.json: " + wire::summary(keys.error()));
  return *keys;
}

Result<> ReleaseReader::verify() {
  WV_CHECK(database_.integrity_check());
  WV_CHECK(verify_table(database_, "document"));
  return verify_table(database_, "beeld");
}

}  // namespace wv::client
