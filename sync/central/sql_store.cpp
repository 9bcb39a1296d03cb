// Joins the writing thread and a reading connection to what the rest of the central calls the store.
#include "sync/central/sql_store.h"

#include <sys/stat.h>

#include <atomic>
#include <fstream>
#include <future>
#include <mutex>

#include "sync/base/epoch.h"
#include "sync/central/copy_tables.h"
#include "sync/central/sqlite_sql.h"
#include "sync/central/store_rows.h"
#include "sync/central/writer.h"

namespace wv::central {
namespace {

using base::ErrorCode;
using base::fail;

// What differs between the two databases.
struct Engine {
  std::function<Result<std::unique_ptr<Sql>>()> open_writer, open_reader;
  std::function<bool()> is_full;
  std::function<Result<>(const std::filesystem::path&)> copy_to;
};

class SqlStore final : public Store {
 public:
  SqlStore(Engine engine, std::unique_ptr<Books> books, const Writer::Open& open, StoreLimits limits,
           const Steps& steps)
      : engine_(std::move(engine)),
        steps_(steps),
        system_(books->system()),
        writer_(
            std::move(books), open, {limits.queue, limits.group},
            [this](const System& system) {
              const std::lock_guard lock(knowing_);
              system_ = system;
            },
            steps) {}

  void keep_idea(NewIdea idea, Done<KeptIdea> done) override {
    if (engine_.is_full()) return done(no_room());
    steps_.reached(step::idea_received);
    writer_.keep_idea(std::move(idea), std::move(done));
  }
  void keep_support(NewSupport support, Done<KeptSupport> done) override {
    if (engine_.is_full()) return done(no_room());
    submit<KeptSupport>([support = std::move(support)](Books& books) { return books.keep_support(support); },
                        std::move(done));
  }
  void beat(Beat beat, Done<BeatOutcome> done) override {
    submit<BeatOutcome>([beat = std::move(beat)](Books& books) { return books.beat(beat); }, std::move(done));
  }
  void enrol(Enrolment enrolment, Done<Enrolled> done) override {
    submit<Enrolled>([enrolment = std::move(enrolment)](Books& books) { return books.enrol(enrolment); },
                     std::move(done));
  }

  Result<Kiosk> kiosk(const model::KioskId& id) override {
    return read<Kiosk>([&](Sql& sql) { return kiosk_by_id(sql, id); });
  }
  Result<OneTimeCode> open_code(const std::string& selector) override {
    return read<OneTimeCode>([&](Sql& sql) { return code_by_selector(sql, selector); });
  }
  System system() override {
    const std::lock_guard lock(knowing_);
    return system_;
  }
  Result<std::vector<Kiosk>> kiosks() override {
    return read<std::vector<Kiosk>>([](Sql& sql) { return all_kiosks(sql); });
  }
  Result<bool> has_merges() override {
    return read<bool>([](Sql& sql) -> Result<bool> {
      WV_TRY(const auto rows, sql.query("SELECT 1 FROM samenvoeging LIMIT 1"));
      return !rows.empty();
    });
  }
  Result<std::vector<Burst>> bursts() override {
    return read<std::vector<Burst>>([](Sql& sql) { return bursts_of(sql); });
  }

  // On a connection of its own: a walk along all ideas keeps no kiosk waiting.
  Result<> ideas(const std::function<bool(const IdeaRow&)>& each) override {
    WV_TRY(const auto sql, engine_.open_reader());
    WV_CHECK(sql->begin_snapshot());
    auto walked = walk_ideas(*sql, each);
    sql->roll_back();
    return walked;
  }

  Result<> add_kiosk(const Kiosk& kiosk, const OneTimeCode& code, Instant now) override {
    return change([&](Books& books) { return books.add_kiosk(kiosk, code, now); });
  }
  Result<> set_state(const model::KioskId& id, KioskState state, const std::string& reason,
                     Instant now) override {
    return change([&](Books& books) { return books.set_state(id, state, reason, now); });
  }
  Result<model::IdeaId> answer(const NewAnswer& answer) override {
    model::IdeaId id;
    WV_CHECK(change([&](Books& books) -> Result<> {
      WV_TRY(id, books.answer(answer));
      return {};
    }));
    return id;
  }
  Result<std::int64_t> review_supports(const model::KioskId& kiosk, Review review, Instant now) override {
    std::int64_t changed = 0;
    WV_CHECK(change([&](Books& books) -> Result<> {
      WV_TRY(changed, books.review_supports(kiosk, review, now));
      return {};
    }));
    return changed;
  }
  Result<> erase(const model::IdeaId& idea, const std::string& reason, Instant now) override {
    return change([&](Books& books) { return books.erase(idea, reason, now); });
  }
  Result<> copy_to(const std::filesystem::path& file, Instant now) override {
    WV_CHECK(change([&](Books& books) { return books.begin_copy(now); }));
    // The copy is made for its owner only; it holds what residents wrote.
    const auto before = ::umask(0077);
    auto copied = engine_.copy_to(file);
    ::umask(before);
    return copied;
  }
  Result<> move_durable_mark(Instant until) override {
    return change([&](Books& books) { return books.move_durable_mark(until); });
  }

  Result<> change(const std::function<Result<>(Books&)>& work) override {
    std::promise<Result<>> promise;
    auto outcome = promise.get_future();
    writer_.submit(work, [&promise](Result<> written) { promise.set_value(std::move(written)); });
    return outcome.get();
  }

  // A connection that got lost since the last question is no reason to say no: the next one asks again.
  Result<> look(const std::function<Result<>(Sql&)>& work) override {
    const std::lock_guard lock(reading_);
    for (int tries_left = 1;; --tries_left) {
      if (!reader_) {
        WV_TRY(reader_, engine_.open_reader());
      }
      auto done = work(*reader_);
      if (done || done.error().code != ErrorCode::Unavailable) return done;
      reader_.reset();
      if (tries_left == 0) return done;
    }
  }

  std::int64_t public_change() override {
    const auto now = read<std::int64_t>([](Sql& sql) -> Result<std::int64_t> {
      WV_TRY(const auto rows, sql.query("SELECT wijziging FROM stelsel"));
      return rows.front().integer(0);
    });
    if (now) public_change_ = *now;
    return public_change_;
  }

 private:
  static std::unexpected<base::Error> no_room() {
    return fail(ErrorCode::Unavailable, "the disk of the store is nearly full");
  }

  template <class T, class Work>
  Result<T> read(Work work) {
    T value{};
    WV_CHECK(look([&](Sql& sql) -> Result<> {
      WV_TRY(value, work(sql));
      return {};
    }));
    return value;
  }

  // The task's value waits in memory until the commit that makes it true.
  template <class T, class Work>
  void submit(Work work, Done<T> done) {
    auto value = std::make_shared<T>();
    writer_.submit(
        [work = std::move(work), value](Books& books) -> Result<> {
          WV_TRY(*value, work(books));
          return {};
        },
        [done = std::move(done), value](Result<> written) {
          if (!written) return done(std::unexpected(std::move(written).error()));
          done(std::move(*value));
        });
  }

  const Engine engine_;
  const Steps& steps_;
  std::mutex knowing_;
  System system_;
  std::mutex reading_;
  std::atomic<std::int64_t> public_change_{0};
  // Its thread ends before anything above goes; the reader below goes first, so that SQLite's writing
  // connection is the last one to close and folds the write-ahead log back into the file.
  Writer writer_;
  std::unique_ptr<Sql> reader_;
};

Result<std::unique_ptr<Store>> open_with(Engine engine, const std::string& fresh_epoch, StoreLimits limits,
                                         const Steps& steps) {
  const Writer::Open open = [open_writer = engine.open_writer,
                             fresh_epoch]() -> Result<std::unique_ptr<Books>> {
    WV_TRY(auto sql, open_writer());
    WV_CHECK(prepare_tables(*sql, fresh_epoch));
    WV_TRY(auto books, Books::open(std::move(sql)));
    return std::make_unique<Books>(std::move(books));
  };
  WV_TRY(auto books, open());
  return std::make_unique<SqlStore>(std::move(engine), std::move(books), open, limits, steps);
}

// An empty file is a new database; what SQLite puts beside it gets the same permissions.
Result<> make_private(const std::filesystem::path& file) {
  std::error_code error;
  if (std::filesystem::exists(file, error)) return {};
  if (!std::ofstream(file)) return fail(ErrorCode::Io, "cannot make " + file.string());
  std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write,
                               error);
  if (error) return fail(ErrorCode::Io, "protect " + file.string() + ": " + error.message());
  return {};
}

// Asking the file system costs a system call, so one idea in 64 asks for all of them.
class Room {
 public:
  Room(std::filesystem::path folder, std::uint64_t reserve) : folder_(std::move(folder)), reserve_(reserve) {}
  bool is_full() {
    if ((asked_++ & 63) != 0) return full_;
    std::error_code error;
    const auto space = std::filesystem::space(folder_, error);
    full_ = !error && space.available < reserve_;
    return full_;
  }

 private:
  const std::filesystem::path folder_;
  const std::uint64_t reserve_;
  std::atomic<std::uint64_t> asked_{0};
  std::atomic<bool> full_{false};
};

Result<Engine> sqlite_engine(const std::filesystem::path& file, StoreLimits limits) {
  WV_CHECK(make_private(file));
  const auto room =
      std::make_shared<Room>(std::filesystem::absolute(file).parent_path(), limits.reserve_bytes);
  const auto copy = [file](const std::filesystem::path& to) -> Result<> {
    WV_TRY(auto view, db::Database::open(file, db::OpenMode::Read));
    return view.copy_to(to);
  };
  return Engine{[file] { return open_sqlite(file, db::OpenMode::OwnShared); },
                [file] { return open_sqlite(file, db::OpenMode::Read); }, [room] { return room->is_full(); },
                copy};
}

Engine postgres_engine(const PostgresPlace& place) {
  const auto open = [place] { return open_postgres(place); };
  const auto copy = [place](const std::filesystem::path& to) -> Result<> {
    WV_TRY(const auto from, open_postgres(place));
    WV_CHECK(from->begin_snapshot());
    auto copied = copy_to_sqlite(*from, to);
    from->roll_back();
    return copied;
  };
  return {open, open, [] { return false; }, copy};
}

bool has_password(std::string_view address) {
  const auto rest = address.substr(address.find("//") + 2);
  const auto user = rest.substr(0, rest.find('@'));
  return user.size() < rest.size() && user.find_first_of("/?") == std::string_view::npos &&
         user.find(':') != std::string_view::npos;
}

}  // namespace

Result<StorePlace> store_place(std::string_view text) {
  constexpr std::string_view sqlite = "sqlite:";
  if (text.starts_with(sqlite) && text.size() > sqlite.size())
    return StorePlace{text.substr(sqlite.size()), {}};
  if (!text.starts_with("postgresql://") && !text.starts_with("postgres://"))
    return fail(ErrorCode::Invalid, "expected sqlite:FILE or postgresql://USER@HOST/DATABASE");
  // Everybody on the machine can read the arguments of a program.
  if (has_password(text) || text.find("password=") != std::string_view::npos)
    return fail(ErrorCode::Invalid,
                "no password in the address: put it in ~/.pgpass, or in the file PGPASSFILE names");
  return StorePlace{{}, PostgresPlace{std::string(text)}};
}

Result<StoreHold> StoreHold::take(const StorePlace& place, base::Millis patience) {
  if (place.postgres) return StoreHold({});
  WV_TRY(auto lock, edge::FileLock::take_within(std::filesystem::path(place.file) += ".slot", patience));
  return StoreHold(std::move(lock));
}

Result<std::unique_ptr<Store>> open_store(const StorePlace& place, const std::string& fresh_epoch,
                                          StoreLimits limits, const Steps& steps) {
  if (place.postgres) return open_with(postgres_engine(*place.postgres), fresh_epoch, limits, steps);
  WV_TRY(auto engine, sqlite_engine(place.file, limits));
  return open_with(std::move(engine), fresh_epoch, limits, steps);
}

}  // namespace wv::central
