// The SQL of the outbox.
#include "sync/central/sql_outbox.h"

#include "sync/base/epoch.h"
#include "sync/central/alerts.h"
#include "sync/central/books.h"
#include "sync/central/store_rows.h"
#include "sync/central/words.h"
#include "sync/wire/idea.h"

namespace wv::central {
namespace {

using base::Json;
using base::millis;
using relay::Due;
using relay::Mark;

constexpr std::string_view due_ideas =
    "SELECT i.id,i.nummer,coalesce(k.naam,''),i.bytes,i.ontvangen_op,coalesce(o.kenmerk,''),"
    "coalesce(o.stap,-1),coalesce(o.pogingen,0) FROM idee i LEFT JOIN kiosk k ON k.id=i.kiosk "
    "LEFT JOIN overdracht o ON o.doel=$1 AND o.sleutel='idee:'||i.id "
    "WHERE coalesce(o.volgende,0)<=$2 AND coalesce(o.stap,-1)<(SELECT count(*) FROM antwoord a WHERE "
    "a.idee=i.id) ORDER BY i.nummer LIMIT $3";

// Their number tells that they are gone: it is never given out again.
constexpr std::string_view due_erased =
    "SELECT sleutel,nummer,kenmerk,stap,pogingen FROM overdracht o WHERE doel=$1 AND volgende<=$2 AND "
    "nummer>0 "
    "AND NOT EXISTS(SELECT 1 FROM idee i WHERE i.nummer=o.nummer) ORDER BY nummer LIMIT $3";

constexpr std::string_view keep_mark =
    "INSERT INTO overdracht(doel,sleutel,nummer,kenmerk,stap,pogingen,volgende,fout) "
    "VALUES($1,$2,$3,$4,$5,$6,$7,$8) ON CONFLICT(doel,sleutel) DO UPDATE SET kenmerk=excluded.kenmerk,"
    "stap=excluded.stap,pogingen=excluded.pogingen,volgende=excluded.volgende,fout=excluded.fout";

std::int64_t number_of(const Due& due) {
  if (const auto* idea = std::get_if<relay::IdeaMatter>(&due.matter)) return idea->number;
  if (const auto* erased = std::get_if<relay::ErasedMatter>(&due.matter)) return erased->number;
  return 0;
}

Result<std::vector<model::PublicAnswer>> history_since(Sql& sql, const std::string& idea, Instant received) {
  std::vector<model::PublicAnswer> history = {{model::IdeaStatus::Received, received, {}, {}}};
  WV_TRY(const auto rows, sql.query("SELECT staat,tekst,op FROM antwoord WHERE idee=$1 ORDER BY stap", idea));
  for (std::size_t i = 0; i < rows.size(); ++i)
    history.push_back({model::status_from_word(rows[i].text(0)).value_or(model::IdeaStatus::InModeration),
                       base::instant(rows[i].integer(2)),
                       words_from(rows[i].text(1)),
                       {}});
  return history;
}

Result<std::vector<Due>> ideas_due(Sql& sql, const std::string& target, Instant now, std::size_t most) {
  WV_TRY(const auto rows, sql.query(due_ideas, target, millis(now), most));
  std::vector<Due> found;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto row = rows[i];
    relay::IdeaMatter matter;
    // What the central took in can be read; if it ever cannot, the rest of the row still goes.
    if (auto idea = wire::thaw({row.text_copy(0)}, row.blob(3))) matter.idea = std::move(*idea);
    matter.idea.id = {row.text_copy(0)};
    matter.number = row.integer(1);
    matter.kiosk_name = row.text(2);
    matter.received_at = base::instant(row.integer(4));
    WV_TRY(matter.history, history_since(sql, matter.idea.id.value, matter.received_at));
    found.push_back({"idee:" + matter.idea.id.value, std::move(matter),
                     Mark{row.text_copy(5), row.integer(6)}, row.integer(7)});
  }
  return found;
}

Result<> add_erased(Sql& sql, const std::string& target, Instant now, std::size_t most,
                    std::vector<Due>& found) {
  WV_TRY(const auto rows, sql.query(due_erased, target, millis(now), most));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto key = rows[i].text_copy(0);
    found.push_back({key, relay::ErasedMatter{{key.substr(key.find(':') + 1)}, rows[i].integer(1)},
                     Mark{rows[i].text_copy(2), rows[i].integer(3)}, rows[i].integer(4)});
  }
  return {};
}

Result<> add_kiosks(Sql& sql, const std::string& target, Instant now, std::vector<relay::KioskMatter> kiosks,
                    std::vector<Due>& found) {
  for (auto& kiosk : kiosks) {
    const auto key = "kiosk:" + kiosk.id.value;
    WV_TRY(const auto rows,
           sql.query("SELECT kenmerk,stap,pogingen,volgende FROM overdracht WHERE doel=$1 AND sleutel=$2",
                     target, key));
    Due due{key, std::move(kiosk), {}, 0};
    if (!rows.empty()) {
      due.mark = {rows.front().text_copy(0), rows.front().integer(1)};
      due.attempts = rows.front().integer(2);
      if (rows.front().integer(3) > millis(now)) continue;
    }
    if (std::get<relay::KioskMatter>(due.matter).alerts != due.mark.remote) found.push_back(std::move(due));
  }
  return {};
}

}  // namespace

SqlOutbox::SqlOutbox(Store& store, const base::Clock& clock, std::string holder, KioskWatch kiosks)
    : store_(store), clock_(clock), holder_(std::move(holder)), kiosks_(std::move(kiosks)) {}

Result<bool> SqlOutbox::claim(const std::string& target, Instant now, Instant until) {
  std::int64_t ours = 0;
  WV_CHECK(store_.change([&](Books& books) -> Result<> {
    WV_TRY(ours, books.sql().run("INSERT INTO overdracht_beurt(doel,wie,tot) VALUES($1,$2,$3) "
                                 "ON CONFLICT(doel) DO UPDATE SET wie=excluded.wie,tot=excluded.tot "
                                 "WHERE overdracht_beurt.wie=excluded.wie OR overdracht_beurt.tot<=$4",
                                 target, holder_, millis(until), millis(now)));
    return {};
  }));
  return ours > 0;
}

Result<std::vector<Due>> SqlOutbox::due(const std::string& target, relay::Interest interest, Instant now,
                                        std::size_t most) {
  std::vector<Due> found;
  const auto looked = store_.look([&](Sql& sql) -> Result<> {
    WV_TRY(found, ideas_due(sql, target, now, most));
    WV_CHECK(add_erased(sql, target, now, most, found));
    if (interest == relay::Interest::Ideas) return {};
    WV_TRY(auto kiosks, kiosks_(sql, now));
    return add_kiosks(sql, target, now, std::move(kiosks), found);
  });
  if (!looked) return std::unexpected(looked.error());
  return found;
}

Result<> SqlOutbox::told(const std::string& target, const Due& due, const Mark& mark) {
  const bool erased = std::holds_alternative<relay::ErasedMatter>(due.matter);
  return store_.change([&](Books& books) -> Result<> {
    if (erased || (due.mark.step < 0 && number_of(due) > 0))
      WV_CHECK(books.log("koppeling " + target, (erased ? "daar gewist " : "overgedragen ") + due.key,
                         clock_.now()));
    if (erased) {
      WV_CHECK(books.sql().run("DELETE FROM overdracht WHERE doel=$1 AND sleutel=$2", target, due.key));
      return {};
    }
    WV_CHECK(books.sql().run(keep_mark, target, due.key, number_of(due), mark.remote, mark.step, 0, 0,
                             std::string_view()));
    return {};
  });
}

Result<> SqlOutbox::put_off(const std::string& target, const Due& due, Instant until,
                            const std::string& why) {
  return store_.change([&](Books& books) -> Result<> {
    WV_CHECK(books.sql().run(keep_mark, target, due.key, number_of(due), due.mark.remote, due.mark.step,
                             due.attempts + 1, millis(until), why));
    return {};
  });
}

Result<std::vector<relay::KioskMatter>> SqlOutbox::kiosks_with_alerts(Sql& sql, Instant now) {
  WV_TRY(const auto kiosks, all_kiosks(sql));
  std::map<std::string, std::string> alerts;
  for (const auto& alert : alerts_of(kiosks, {}, {}, now)) {
    if (alert.kind == AlertKind::NeverSeen) continue;
    auto& words = alerts[alert.kiosk.value];
    words.append(words.empty() ? "" : ",").append(kind_word(alert.kind));
  }
  std::vector<relay::KioskMatter> found;
  for (const auto& kiosk : kiosks) found.push_back({kiosk.id, kiosk.name, alerts[kiosk.id.value]});
  return found;
}

Result<> relay_standing(Store& store, const std::function<bool(const Json&)>& row) {
  return store.look([&](Sql& sql) -> Result<> {
    WV_TRY(const auto rows, sql.query("SELECT doel,CAST(sum(CASE WHEN stap>=0 THEN 1 ELSE 0 END) AS INTEGER),"
                                      "CAST(sum(CASE WHEN fout<>'' THEN 1 ELSE 0 END) AS INTEGER),max(fout) "
                                      "FROM overdracht GROUP BY doel ORDER BY doel"));
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (!row(Json::object({{"naam", rows[i].text(0)},
                             {"verteld", rows[i].integer(1)},
                             {"wacht", rows[i].integer(2)},
                             {"fout", rows[i].text(3)}})))
        break;
    return {};
  });
}

}  // namespace wv::central
