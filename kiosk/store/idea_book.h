// ideeen.db: the ideas that are on this kiosk. This process owns the file; wijkvenster-sync only reads it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/store/report.h"
#include "sync/base/world.h"
#include "sync/db/database.h"
#include "sync/model/idea.h"

namespace wv::store {

// A number is free again after so long: a place begins a new pad each year.
inline constexpr base::Millis slip_memory = std::chrono::days(365);

class IdeaBook {
 public:
  struct Opened;

  // Opens <folder>/ideeen.db, creating it when there is none. A damaged file is put aside as
  // ideeen.db.beschadigd-<moment>, what can be read of it is taken over, and `trouble` says so.
  // `number_floor`: no sequence number at or below it is given out (the highest that sync.db knows).
  // Io, Unavailable: the folder cannot be written or another process holds the file.
  static base::Result<Opened> open(const std::filesystem::path& folder, base::Files& files, base::Instant now,
                                   std::int64_t number_floor = 0);

  // Gives the next sequence number to `freeze` and keeps the bytes it returns. When this returns without an
  // error, idea and number survive a power cut. Io: disk full or failing; nothing is kept then.
  // `slip`: the number of the paper slip it was typed from, taken in the same transaction; 0: none. One that
  // was taken already is an error, and nothing is kept.
  using Freeze = std::function<base::Bytes(std::int64_t sequence)>;
  base::Result<std::int64_t> keep(const model::IdeaId& id, base::Instant now, const Freeze& freeze,
                                  std::int64_t slip = 0);

  // The same for support of an idea, with numbers from the same counter.
  base::Result<std::int64_t> keep_support(const model::IdeaId& id, base::Instant now, const Freeze& freeze);

  // Ideas and support; overwritten on disk; unknown ones are fine.
  base::Result<> erase(const std::vector<std::string>& ids);
  base::Result<std::int64_t> count();
  base::Result<std::vector<std::string>> ids();
  // When the idea was kept, if it is still here.
  base::Result<std::optional<base::Instant>> kept_at(std::string_view id);
  // When the slip with this number was typed over, if that was in the last year.
  base::Result<std::optional<base::Instant>> slip_typed_at(std::int64_t number, base::Instant now);
  base::Result<Slips> slips(base::Instant now);
  // Keeps nothing of what it holds in memory until it is asked again.
  base::Result<> forget() { return database_.reopen(); }
  // The idea whose frozen bytes hold this reference hash, if it is still here.
  base::Result<std::optional<std::string>> find_by_reference(std::string_view reference_hash);

 private:
  explicit IdeaBook(db::Database database) : database_(std::move(database)) {}
  static base::Result<IdeaBook> open_file(const std::filesystem::path& file);
  enum class Shelf { Ideas, Supports };
  base::Result<std::int64_t> keep_in(Shelf shelf, const model::IdeaId& id, base::Instant now,
                                     const Freeze& freeze, std::int64_t slip);
  base::Result<> take_slip(std::int64_t number, base::Instant now);
  base::Result<> salvage_slips(const std::filesystem::path& damaged);
  base::Result<> salvage(const std::filesystem::path& damaged, Shelf shelf, std::int64_t& rescued);
  base::Result<> raise_number(std::int64_t floor);

  db::Database database_;
};

struct IdeaBook::Opened {
  IdeaBook book;
  std::optional<std::string> trouble;  // for staff: what was damaged, where it is now, how much was rescued
};

}  // namespace wv::store
