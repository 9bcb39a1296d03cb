// Housekeeping of a channel: a central that answers every day must not grow by a file a minute.
#include <charconv>
#include <set>

#include "sync/central/repository.h"

namespace wv::central {
namespace {

namespace fs = std::filesystem;
namespace tuf = wire::tuf;

// "1772330400.snapshot.json" → role and version. Roots stay for ever: clients walk along them.
std::optional<std::pair<std::string, std::int64_t>> role_of(std::string_view name) {
  std::int64_t version = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), version);
  if (error != std::errc() || !name.ends_with(".json")) return std::nullopt;
  auto role = name.substr(static_cast<std::size_t>(end - name.data()));
  if (role.size() < 7 || role[0] != '.') return std::nullopt;
  role = role.substr(1, role.size() - 6);
  if (role == tuf::root_role || role.find('.') != std::string_view::npos) return std::nullopt;
  return std::pair{std::string(role), version};
}

bool is_blob(std::string_view name) {
  return name.size() > 65 && name[64] == '.' &&
         name.substr(0, 64).find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

class Sweep {
 public:
  Sweep(base::Files& files, fs::path folder, Instant limit)
      : files_(files), folder_(std::move(folder)), limit_(limit) {}

  Result<std::size_t> run() {
    WV_TRY(const auto names, files_.list(folder_));
    for (const auto& name : names)
      if (const auto found = role_of(name)) versions_[found->first].insert(found->second);
    for (const auto& [role, versions] : versions_) WV_CHECK(sweep_role(role, versions));
    WV_CHECK(sweep_blobs("", names));
    for (const auto& part : {"gebied", "beeld", "terugkoppeling", "ideeen"})
      if (const auto inside = files_.list(folder_ / part))
        WV_CHECK(sweep_blobs(std::string(part) + "/", *inside));
    return removed_;
  }

 private:
  // A version was current until the next one came: its age counts from there.
  Result<> sweep_role(const std::string& role, const std::set<std::int64_t>& versions) {
    for (auto at = versions.begin(); at != versions.end(); ++at) {
      const auto file = folder_ / tuf::consistent_metadata_name(role, *at);
      const auto successor = std::next(at);
      if (successor != versions.end() && Instant(std::chrono::seconds(*successor)) < limit_) {
        WV_CHECK(remove(file));
        continue;
      }
      if (role == tuf::snapshot_role) continue;
      WV_TRY(const auto bytes, files_.read(file));
      WV_TRY(const auto metadata, tuf::parse_targets(bytes));
      for (const auto& [target, about] : metadata.body.files)
        named_.insert(tuf::consistent_target_path(target, about.sha256));
    }
    return {};
  }

  Result<> sweep_blobs(const std::string& part, const std::vector<std::string>& names) {
    for (const auto& name : names)
      if (is_blob(name) && !named_.contains(part + name)) WV_CHECK(remove(folder_ / (part + name)));
    return {};
  }

  Result<> remove(const fs::path& file) {
    ++removed_;
    return files_.remove(file);
  }

  base::Files& files_;
  const fs::path folder_;
  const Instant limit_;
  std::map<std::string, std::set<std::int64_t>> versions_;
  std::set<std::string> named_;
  std::size_t removed_ = 0;
};

}  // namespace

Result<std::size_t> sweep(base::Files& files, const fs::path& channel_folder, Instant now,
                          std::chrono::seconds keep) {
  return Sweep(files, channel_folder, now - keep).run();
}

}  // namespace wv::central
