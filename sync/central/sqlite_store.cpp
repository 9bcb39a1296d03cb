// Joins the writing thread and a reading connection to what the rest of the central calls the store.
#include "sync/central/sqlite_store.h"

#include <sys/stat.h>

#include <atomic>
#include <fstream>
#include <future>
#include <mutex>

#include "sync/base/epoch.h"
#include "sync/base/json.h"
#include "sync/central/writer.h"

namespace wv::central {
namespace {

using base::ErrorCode;
using base::fail;
using db::Database;
using db::Statement;

using base::instant;

std::optional<std::int64_t> integer(const Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return row.integer(column);
}

KioskState state_from(std::string_view word) {
  for (const auto state : {KioskState::Waiting, KioskState::Active, KioskState::Blocked})
    if (state_word(state) == word) return state;
  return KioskState::Revoked;
}

constexpr std::string_view kiosk_columns =
    "SELECT "
    "id,naam,kanaal,staat,reden,publieke_sleutel,laatst_gezien,inhoud_versie,wachtende_ideeen,vrije_ruimte_"
    "mb,"
    "klok_afwijking_ms,software_versie,laatste_fout FROM kiosk ";

Kiosk kiosk_from(const Statement& row) {
  Kiosk kiosk{
      {row.text_copy(0)}, row.text_copy(1), row.text_copy(2), state_from(row.text(3)), row.text_copy(4)};
  if (const auto key = base::public_key_from(row.blob(5))) kiosk.public_key = *key;
  if (!row.is_null(6)) kiosk.last_seen = instant(row.integer(6));
  kiosk.content_version = integer(row, 7);
  kiosk.waiting_ideas = integer(row, 8);
  kiosk.free_mb = integer(row, 9);
  kiosk.clock_offset_ms = integer(row, 10);
  kiosk.software_version = row.text_copy(11);
  kiosk.last_error = row.text_copy(12);
  return kiosk;
}

model::Text text_from(std::string_view json_text) {
  model::Text text;
  const auto json = base::parse_json(json_text);
  if (json && json->members())
    for (const auto& [lang, words] : *json->members())
      if (words.text()) text.in[lang] = *words.text();
  return text;
}

class SqliteStore final : public Store {
 public:
  SqliteStore(std::filesystem::path file, std::unique_ptr<Books> books, System system, Writer::Open open,
              Database reader, Statement kiosk_by_id, StoreLimits limits)
      : file_(std::move(file)),
        limits_(limits),
        system_(std::move(system)),
        writer_(std::move(books), std::move(open), {limits.queue, limits.group}),
        reader_(std::move(reader)),
        kiosk_by_id_(std::move(kiosk_by_id)) {}

  void keep_idea(NewIdea idea, Done<KeptIdea> done) override {
    if (disk_is_full()) return done(fail(ErrorCode::Unavailable, "the disk of the store is nearly full"));
    submit<KeptIdea>([idea = std::move(idea)](Books& books) { return books.keep_idea(idea); },
                     [this, done = std::move(done)](Result<KeptIdea> kept) {
                       if (kept && kept->outcome == KeptIdea::Outcome::New) ++public_change_;
                       done(std::move(kept));
                     });
  }
  void keep_support(NewSupport support, Done<KeptSupport> done) override {
    if (disk_is_full()) return done(fail(ErrorCode::Unavailable, "the disk of the store is nearly full"));
    submit<KeptSupport>([support = std::move(support)](Books& books) { return books.keep_support(support); },
                        [this, done = std::move(done)](Result<KeptSupport> kept) {
                          if (kept && kept->outcome == KeptSupport::Outcome::New) ++public_change_;
                          done(std::move(kept));
                        });
  }
  void beat(Beat beat, Done<BeatOutcome> done) override {
    submit<BeatOutcome>([beat = std::move(beat)](Books& books) { return books.beat(beat); }, std::move(done));
  }
  void enrol(Enrolment enrolment, Done<Enrolled> done) override {
    submit<Enrolled>([enrolment = std::move(enrolment)](Books& books) { return books.enrol(enrolment); },
                     std::move(done));
  }

  Result<Kiosk> kiosk(const model::KioskId& id) override {
    const std::lock_guard lock(reading_);
    kiosk_by_id_.reset();
    WV_TRY(const bool there, kiosk_by_id_.bind(1, id.value).step());
    if (!there) return fail(ErrorCode::NotFound, "no kiosk " + id.value);
    auto kiosk = kiosk_from(kiosk_by_id_);
    kiosk_by_id_.reset();  // an open reading would keep the log file from being folded back
    return kiosk;
  }

  Result<OneTimeCode> open_code(const std::string& selector) override {
    const std::lock_guard lock(reading_);
    WV_TRY(auto row, reader_.prepare("SELECT hash,zout,geldig_tot FROM aanmeldcode WHERE kenmerk=?"));
    WV_TRY(const bool there, row.bind(1, selector).step());
    if (!there) return fail(ErrorCode::NotFound, "no such code");
    return OneTimeCode{selector, row.blob_copy(0), row.blob_copy(1), instant(row.integer(2))};
  }

  System system() override {
    const std::lock_guard lock(reading_);
    return system_;
  }

  Result<> add_kiosk(const Kiosk& kiosk, const OneTimeCode& code, Instant now) override {
    return wait([&](Books& books) { return books.add_kiosk(kiosk, code, now); });
  }

  Result<std::vector<Kiosk>> kiosks() override {
    const std::lock_guard lock(reading_);
    WV_TRY(auto rows, reader_.prepare(std::string(kiosk_columns) + "ORDER BY aangemaakt_op,naam"));
    std::vector<Kiosk> all;
    while (true) {
      WV_TRY(const bool there, rows.step());
      if (!there) return all;
      all.push_back(kiosk_from(rows));
    }
  }

  Result<> set_state(const model::KioskId& id, KioskState state, const std::string& reason,
                     Instant now) override {
    return wait([&](Books& books) { return books.set_state(id, state, reason, now); });
  }

  Result<> ideas(const std::function<bool(const IdeaRow&)>& each) override;

  Result<model::IdeaId> answer(const NewAnswer& answer) override {
    model::IdeaId id;
    WV_CHECK(wait([&](Books& books) -> Result<> {
      WV_TRY(id, books.answer(answer));
      return {};
    }));
    ++public_change_;
    return id;
  }

  Result<bool> has_merges() override {
    const std::lock_guard lock(reading_);
    WV_TRY(auto row, reader_.prepare("SELECT 1 FROM samenvoeging LIMIT 1"));
    return row.step();
  }
  Result<std::vector<Burst>> bursts() override;
  Result<std::int64_t> review_supports(const model::KioskId& kiosk, Review review, Instant now) override {
    std::int64_t changed = 0;
    WV_CHECK(wait([&](Books& books) -> Result<> {
      WV_TRY(changed, books.review_supports(kiosk, review, now));
      return {};
    }));
    ++public_change_;
    return changed;
  }

  Result<> erase(const model::IdeaId& idea, const std::string& reason, Instant now) override {
    WV_CHECK(wait([&](Books& books) { return books.erase(idea, reason, now); }));
    ++public_change_;
    return {};
  }

  std::int64_t public_change() override { return public_change_; }

  Result<> copy_to(const std::filesystem::path& file, Instant now) override {
    WV_CHECK(wait([&](Books& books) { return books.begin_copy(now); }));
    WV_TRY(auto view, Database::open(file_, db::OpenMode::Read));
    // SQLite makes the copy for everybody to read; it holds what residents wrote.
    const auto before = ::umask(0077);
    auto copied = view.copy_to(file);
    ::umask(before);
    return copied;
  }

  Result<> move_durable_mark(Instant until) override {
    WV_CHECK(wait([&](Books& books) { return books.move_durable_mark(until); }));
    const std::lock_guard lock(reading_);
    system_.durable_until = std::max(system_.durable_until, until);
    return {};
  }

 private:
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

  Result<> wait(Writer::Work work) {
    std::promise<Result<>> promise;
    auto outcome = promise.get_future();
    writer_.submit(std::move(work), [&promise](Result<> written) { promise.set_value(std::move(written)); });
    return outcome.get();
  }

  // Asking the file system costs a system call, so one idea in 64 asks for all of them.
  bool disk_is_full() {
    if ((asked_++ & 63) != 0) return full_;
    std::error_code error;
    const auto space = std::filesystem::space(std::filesystem::absolute(file_).parent_path(), error);
    full_ = !error && space.available < limits_.reserve_bytes;
    return full_;
  }

  const std::filesystem::path file_;
  const StoreLimits limits_;
  std::mutex reading_;
  System system_;
  std::atomic<std::int64_t> public_change_{0};
  std::atomic<std::uint64_t> asked_{0};
  std::atomic<bool> full_{false};
  // Its thread ends before anything above goes; the readers below go first, so that the writing connection is
  // the last one to close and folds the write-ahead log back into the file.
  Writer writer_;
  Database reader_;
  Statement kiosk_by_id_;
};

Result<std::vector<model::PublicAnswer>> history_of(Statement& answers, const IdeaRow& idea) {
  std::vector<model::PublicAnswer> history = {{model::IdeaStatus::Received, idea.received_at, {}}};
  answers.reset();
  answers.bind(1, idea.id.value);
  while (true) {
    WV_TRY(const bool there, answers.step());
    if (!there) return history;
    const auto status = model::status_from_word(answers.text(0));
    if (!status) continue;
    history.push_back({*status, instant(answers.integer(2)), text_from(answers.text(1)), {}});
    if (*status == model::IdeaStatus::Merged && idea.merged_with != 0)
      history.back().merged_with = public_id(idea.merged_with);
  }
}

Result<std::vector<IdeaRow::FromKiosk>> supports_of(Statement& supports, const IdeaRow& idea) {
  std::vector<IdeaRow::FromKiosk> found;
  supports.reset();
  supports.bind(1, idea.number);
  while (true) {
    WV_TRY(const bool there, supports.step());
    if (!there) return found;
    found.push_back({supports.text_copy(0), supports.integer(1), supports.integer(2)});
  }
}

Result<> SqliteStore::ideas(const std::function<bool(const IdeaRow&)>& each) {
  WV_TRY(auto view, Database::open(file_, db::OpenMode::Read));
  WV_TRY(auto snapshot, db::Transaction::begin_read(view));
  WV_TRY(auto answers, view.prepare("SELECT staat,tekst,op FROM antwoord WHERE idee=? ORDER BY stap"));
  WV_TRY(
      auto rows,
      view.prepare("SELECT i.id,i.nummer,i.kiosk,coalesce(k.naam,''),coalesce(i.referentie_hash,''),i.bytes,"
                   "i.ontvangen_op,coalesce((SELECT o.nummer FROM samenvoeging s JOIN idee o ON o.id=s.met "
                   "WHERE s.idee=i.id),0) FROM idee i LEFT JOIN kiosk k ON k.id=i.kiosk ORDER BY i.nummer"));
  WV_TRY(auto supports,
         view.prepare("SELECT coalesce(max(k.naam),''),sum(s.staat='telt'),sum(s.staat='wacht') FROM steun s "
                      "LEFT JOIN kiosk k ON k.id=s.kiosk WHERE s.idee=? AND s.staat<>'afgewezen' "
                      "GROUP BY s.kiosk"));
  while (true) {
    WV_TRY(const bool there, rows.step());
    if (!there) return {};
    IdeaRow idea{{rows.text_copy(0)}, rows.integer(1),   {rows.text_copy(2)},      rows.text_copy(3),
                 rows.text_copy(4),   rows.blob_copy(5), instant(rows.integer(6)), {}};
    idea.merged_with = rows.integer(7);
    WV_TRY(idea.supports, supports_of(supports, idea));
    WV_TRY(idea.history, history_of(answers, idea));
    if (!each(idea)) return {};
  }
}

Result<std::vector<Burst>> SqliteStore::bursts() {
  const std::lock_guard lock(reading_);
  WV_TRY(auto rows, reader_.prepare("SELECT s.kiosk,coalesce(max(k.naam),''),count(*),count(DISTINCT s.idee),"
                                    "min(s.gegeven_op),max(s.gegeven_op) FROM steun s LEFT JOIN kiosk k ON "
                                    "k.id=s.kiosk WHERE s.staat='wacht' GROUP BY s.kiosk ORDER BY 5"));
  std::vector<Burst> found;
  while (true) {
    WV_TRY(const bool there, rows.step());
    if (!there) return found;
    found.push_back({{rows.text_copy(0)},
                     rows.text_copy(1),
                     rows.integer(2),
                     rows.integer(3),
                     instant(rows.integer(4)),
                     instant(rows.integer(5))});
  }
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

}  // namespace

Result<std::unique_ptr<Store>> open_sqlite_store(const std::filesystem::path& file,
                                                 const std::string& fresh_epoch, StoreLimits limits) {
  const Writer::Open open = [file, fresh_epoch]() -> Result<std::unique_ptr<Books>> {
    WV_TRY(auto books, Books::open(file, fresh_epoch));
    return std::make_unique<Books>(std::move(books));
  };
  WV_CHECK(make_private(file));
  WV_TRY(auto books, open());
  WV_TRY(auto system, books->system());
  WV_TRY(auto reader, Database::open(file, db::OpenMode::Read));
  WV_TRY(auto kiosk_by_id, reader.prepare(std::string(kiosk_columns) + "WHERE id=?"));
  return std::make_unique<SqliteStore>(file, std::move(books), std::move(system), open, std::move(reader),
                                       std::move(kiosk_by_id), limits);
}

}  // namespace wv::central
