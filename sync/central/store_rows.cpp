// The questions that only read, with the same words for both databases.
#include "sync/central/store_rows.h"

#include "sync/base/epoch.h"
#include "sync/central/words.h"

namespace wv::central {
namespace {

using base::ErrorCode;
using base::fail;
using base::instant;

constexpr std::int64_t ideas_in_a_piece = 500;

std::optional<std::int64_t> integer(const SqlRows::Row& row, std::size_t column) {
  if (row.is_null(column)) return std::nullopt;
  return row.integer(column);
}

KioskState state_from(std::string_view word) {
  for (const auto state : {KioskState::Waiting, KioskState::Active, KioskState::Blocked})
    if (state_word(state) == word) return state;
  return KioskState::Revoked;
}

constexpr std::string_view one_kiosk =
    "SELECT id,naam,kanaal,staat,reden,publieke_sleutel,laatst_gezien,inhoud_versie,wachtende_ideeen,"
    "vrije_ruimte_mb,klok_afwijking_ms,software_versie,laatste_fout,rij_groeit,zelftest_op,zelftest_fouten "
    "FROM kiosk WHERE id=$1";
constexpr std::string_view every_kiosk =
    "SELECT id,naam,kanaal,staat,reden,publieke_sleutel,laatst_gezien,inhoud_versie,wachtende_ideeen,"
    "vrije_ruimte_mb,klok_afwijking_ms,software_versie,laatste_fout,rij_groeit,zelftest_op,zelftest_fouten "
    "FROM kiosk ORDER BY "
    "aangemaakt_op,naam";

Kiosk kiosk_from(const SqlRows::Row& row) {
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
  kiosk.queue_growth = row.integer(13);
  if (!row.is_null(14)) kiosk.self_tested = instant(row.integer(14));
  kiosk.self_test_faults = row.text_copy(15);
  return kiosk;
}

// A piece of the ideas by number, to which the rows of other tables are added.
class Piece {
 public:
  explicit Piece(const SqlRows& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) add(rows[i]);
  }
  void add_answers(const SqlRows& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      IdeaRow* idea = find(rows[i].integer(0));
      const auto status = model::status_from_word(rows[i].text(1));
      if (!idea || !status) continue;
      idea->history.push_back({*status, instant(rows[i].integer(3)), words_from(rows[i].text(2)), {}});
      if (*status == model::IdeaStatus::Merged && idea->merged_with != 0)
        idea->history.back().merged_with = public_id(idea->merged_with);
    }
  }
  void add_supports(const SqlRows& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (IdeaRow* idea = find(rows[i].integer(0)))
        idea->supports.push_back({rows[i].text_copy(1), rows[i].integer(2), rows[i].integer(3)});
  }
  const std::vector<IdeaRow>& ideas() const { return ideas_; }

 private:
  void add(const SqlRows::Row& row) {
    IdeaRow idea{{row.text_copy(0)}, row.integer(1),   {row.text_copy(2)},      row.text_copy(3),
                 row.text_copy(4),   row.blob_copy(5), instant(row.integer(6)), {}};
    idea.history = {{model::IdeaStatus::Received, idea.received_at, {}}};
    idea.merged_with = row.integer(7);
    ideas_.push_back(std::move(idea));
  }
  IdeaRow* find(std::int64_t number) {
    const auto found = std::ranges::lower_bound(ideas_, number, {}, &IdeaRow::number);
    return found != ideas_.end() && found->number == number ? &*found : nullptr;
  }

  std::vector<IdeaRow> ideas_;  // by number
};

Result<Piece> piece_after(Sql& sql, std::int64_t after) {
  WV_TRY(const auto rows,
         sql.query("SELECT i.id,i.nummer,i.kiosk,coalesce(k.naam,''),coalesce(i.referentie_hash,''),i.bytes,"
                   "i.ontvangen_op,coalesce((SELECT o.nummer FROM samenvoeging s JOIN idee o ON o.id=s.met "
                   "WHERE s.idee=i.id),0) FROM idee i LEFT JOIN kiosk k ON k.id=i.kiosk WHERE i.nummer>$1 "
                   "ORDER BY i.nummer LIMIT $2",
                   after, ideas_in_a_piece));
  Piece piece(rows);
  if (piece.ideas().empty()) return piece;
  const auto last = piece.ideas().back().number;
  WV_TRY(const auto answers,
         sql.query("SELECT i.nummer,a.staat,a.tekst,a.op FROM antwoord a JOIN idee i ON i.id=a.idee "
                   "WHERE i.nummer>$1 AND i.nummer<=$2 ORDER BY i.nummer,a.stap",
                   after, last));
  piece.add_answers(answers);
  WV_TRY(const auto supports,
         sql.query("SELECT s.idee,coalesce(max(k.naam),''),count(*) FILTER (WHERE s.staat='telt'),"
                   "count(*) FILTER (WHERE s.staat='wacht') FROM steun s LEFT JOIN kiosk k ON k.id=s.kiosk "
                   "WHERE s.idee>$1 AND s.idee<=$2 AND s.staat<>'afgewezen' GROUP BY s.idee,s.kiosk "
                   "ORDER BY s.idee,s.kiosk",
                   after, last));
  piece.add_supports(supports);
  return piece;
}

}  // namespace

Result<Kiosk> kiosk_by_id(Sql& sql, const model::KioskId& id) {
  WV_TRY(const auto rows, sql.query(one_kiosk, id.value));
  if (rows.empty()) return fail(ErrorCode::NotFound, "no kiosk " + id.value);
  return kiosk_from(rows.front());
}

Result<std::vector<Kiosk>> all_kiosks(Sql& sql) {
  WV_TRY(const auto rows, sql.query(every_kiosk));
  std::vector<Kiosk> kiosks;
  for (std::size_t i = 0; i < rows.size(); ++i) kiosks.push_back(kiosk_from(rows[i]));
  return kiosks;
}

Result<OneTimeCode> code_by_selector(Sql& sql, const std::string& selector) {
  WV_TRY(const auto rows,
         sql.query("SELECT hash,zout,geldig_tot FROM aanmeldcode WHERE kenmerk=$1", selector));
  if (rows.empty()) return fail(ErrorCode::NotFound, "no such code");
  const auto row = rows.front();
  return OneTimeCode{selector, row.blob_copy(0), row.blob_copy(1), instant(row.integer(2))};
}

Result<std::vector<Burst>> bursts_of(Sql& sql) {
  WV_TRY(const auto rows, sql.query("SELECT s.kiosk,coalesce(max(k.naam),''),count(*),count(DISTINCT s.idee),"
                                    "min(s.gegeven_op),max(s.gegeven_op) FROM steun s LEFT JOIN kiosk k ON "
                                    "k.id=s.kiosk WHERE s.staat='wacht' GROUP BY s.kiosk ORDER BY 5"));
  std::vector<Burst> found;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto row = rows[i];
    found.push_back({{row.text_copy(0)},
                     row.text_copy(1),
                     row.integer(2),
                     row.integer(3),
                     instant(row.integer(4)),
                     instant(row.integer(5))});
  }
  return found;
}

Result<> walk_ideas(Sql& sql, const std::function<bool(const IdeaRow&)>& each) {
  for (std::int64_t after = 0;;) {
    WV_TRY(const auto piece, piece_after(sql, after));
    if (piece.ideas().empty()) return {};
    for (const auto& idea : piece.ideas())
      if (!each(idea)) return {};
    after = piece.ideas().back().number;
  }
}

}  // namespace wv::central
