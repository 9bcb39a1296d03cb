// Trust first, then bytes, then a file aside, then one transaction: whatever stops it, the screen keeps what
// it had.
#include "sync/client/fetch.h"

#include "sync/base/encoding.h"

namespace wv::client {
namespace {

namespace tuf = wire::tuf;
using base::Instant;

constexpr base::Millis look_after = std::chrono::days{7};
using Wanted = std::map<std::string, tuf::TargetFile>;

// The release that the screen shows now, if its file is sound.
struct Shown {
  std::optional<ReleaseReader> reader;
  std::int64_t version = 0, targets_version = 0;
};

class Fetch {
 public:
  Fetch(World& world, const Place& place, Store& store, Central& central, std::string_view channel)
      : world_(world),
        place_(place),
        store_(store),
        central_(central),
        channel_(channel),
        shelf_(store.database(), place),
        downloads_(world, place, central, channel_) {}

  Attempt<Fetched> run() {
    WV_TRY(Shown shown, look_at_shown());
    WV_KEEP(const auto etag, store_.fact(fact::timestamp_etag));
    WV_TRY(const Refreshed fresh,
           refresh_metadata(central_, store_, channel_, shown.reader ? etag.value_or("") : std::string()));
    world_.steps.reached(step::after_trust);
    const std::int64_t version = fresh.trust.snapshot()->version;
    if (shown.reader && shown.version == version && shown.targets_version == targets_version(fresh)) {
      if (!fresh.unchanged) WV_KEPT(store_.set(fact::timestamp_etag, fresh.timestamp_etag));
      clear_up();
      return Fetched::Unchanged;
    }
    WV_KEEP(const bool rejected, shelf_.is_rejected(version));
    if (rejected)
      return set_back(code::unusable, "release " + std::to_string(version) + " was refused before");
    WV_TRY(const Release release, collect(fresh, shown));
    WV_CHECK(check(release));
    WV_CHECK(put_on_shelf(release, fresh.timestamp_etag));
    return Fetched::Activated;
  }

 private:
  Instant now() const { return central_.clock().now(); }

  static std::int64_t targets_version(const Refreshed& fresh) {
    return fresh.trust.targets().at(std::string(tuf::targets_role)).version;
  }

  // A file that is gone or damaged counts as not shown: it is fetched again, reusing what is still good.
  Attempt<Shown> look_at_shown() {
    Shown shown;
    WV_KEEP(const auto active, shelf_.active());
    if (!active) return shown;
    auto reader = ReleaseReader::open(place_.release_file(active->version));
    if (!reader) return damaged(std::move(shown), reader.error());
    auto version = reader->meta("targetsVersie");
    if (!version) return damaged(std::move(shown), version.error());
    WV_KEEP(const auto checked_at, store_.number(fact::checked_at, 0));
    if (now() - Instant{base::Millis{checked_at}} > look_after) {
      if (auto sound = reader->verify(); !sound) return damaged(std::move(shown), sound.error());
      WV_KEPT(store_.set(fact::checked_at, now().time_since_epoch().count()));
    }
    shown.version = active->version;
    shown.targets_version = std::strtoll(version->c_str(), nullptr, 10);
    shown.reader = *std::move(reader);
    return shown;
  }

  Shown damaged(Shown shown, const base::Error& error) const {
    world_.log.warning("release-damaged", {{"reason", error.message}});
    return shown;
  }

  static Wanted wanted_files(const tuf::Trust& trust) {
    Wanted wanted;
    for (const auto& [target, file] : trust.files()) {
      if (is_document(target) || is_picture(target)) wanted.emplace(target, file);
    }
    return wanted;
  }

  Attempt<Release> collect(const Refreshed& fresh, Shown& shown) {
    const Wanted wanted = wanted_files(fresh.trust);
    Release release{fresh.trust.snapshot()->version,
                    targets_version(fresh),
                    fresh.trust.expires().value_or(now()),
                    now(),
                    {},
                    {}};
    std::set<base::Digest> digests;
    for (const auto& [target, file] : wanted) digests.insert(file.sha256);
    WV_KEPT(downloads_.keep_only(digests));
    WV_CHECK(make_room(wanted));
    for (const auto& [target, file] : wanted) {
      WV_TRY(base::Bytes bytes, get(target, file, shown));
      auto& shelf = is_picture(target) ? release.pictures : release.documents;
      shelf.emplace(target, ReleaseFile{file.sha256, std::move(bytes)});
    }
    return release;
  }

  // Twice, for the download folder and for the release, and never the room that ideas need.
  Attempt<> make_room(const Wanted& wanted) {
    std::uint64_t total = 0;
    for (const auto& [target, file] : wanted) {
      if (file.length > max_release_bytes - total)
        return set_back(code::unusable, target + ": the release is too large");
      total += file.length;
    }
    WV_KEEP(const std::uint64_t available, world_.files.free_bytes(place_.state));
    if (available >= 2 * total + reserve_bytes) return {};
    return set_back(code::disk_full, std::to_string((2 * total + reserve_bytes) >> 20) + " MiB needed, " +
                                         std::to_string(available >> 20) + " MiB free");
  }

  Attempt<base::Bytes> get(const std::string& target, const tuf::TargetFile& file, Shown& shown) {
    if (shown.reader) {
      auto known = shown.reader->find(target, file.sha256);
      if (known && *known) return **std::move(known);
    }
    return downloads_.get(target, file);
  }

  Attempt<> check(const Release& release) {
    auto usable = check_usable(release);
    if (usable) return {};
    WV_KEPT(shelf_.reject(release.version, now()));
    WV_KEPT(downloads_.keep_only({}));
    return set_back(code::unusable, usable.error().message);
  }

  Attempt<> put_on_shelf(const Release& release, std::string_view etag) {
    const auto file = place_.release_file(release.version);
    auto aside = file;
    aside += ".nieuw";
    auto journal = aside;
    journal += "-journal";
    WV_KEPT(world_.files.remove(aside));  // what a crash left would be added to
    WV_KEPT(world_.files.remove(journal));
    WV_KEPT(write_release(release, aside));
    WV_KEEP(auto written, ReleaseReader::open(aside));
    WV_KEPT(written.verify());
    world_.steps.reached(step::release_written);
    WV_KEPT(world_.files.rename(aside, file));
    world_.steps.reached(step::release_renamed);
    WV_KEPT(shelf_.activate(release.version, etag, now(), world_.steps));
    world_.steps.reached(step::after_activate);
    WV_KEPT(store_.set(fact::checked_at, now().time_since_epoch().count()));
    clear_up();
    return {};
  }

  // Older releases and what was downloaded, also when a crash kept an earlier round from it. Nobody needs
  // these any more, and a disk that fails here is reported by whoever writes next.
  void clear_up() {
    (void)shelf_.tidy(world_.files);
    (void)downloads_.keep_only({});
  }

  World& world_;
  const Place& place_;
  Store& store_;
  Central& central_;
  std::string channel_;
  Shelf shelf_;
  Downloads downloads_;
};

}  // namespace

Attempt<Fetched> fetch_content(World& world, const Place& place, Store& store, Central& central,
                               std::string_view channel) {
  return Fetch(world, place, store, central, channel).run();
}

Attempt<std::optional<ReleaseReader>> shown_release(Store& store, const Place& place) {
  WV_KEEP(const auto active, Shelf(store.database(), place).active());
  if (!active) return std::nullopt;
  auto reader = ReleaseReader::open(place.release_file(active->version));
  if (!reader) return std::nullopt;
  return *std::move(reader);
}

Attempt<wire::ReceiptKey> receipt_key(Store& store, const Place& place) {
  WV_TRY(auto reader, shown_release(store, place));
  if (!reader) return set_back(code::no_content, "without content there is no key to check receipts with");
  const auto keys = reader->keys();
  if (!keys) return set_back(code::unusable, keys.error().message);
  return keys->receipt;
}

}  // namespace wv::client
