// Reading sync.db: every question opens, asks and closes, so that the courier never waits for the screen.
#include "kiosk/store/courier.h"

#include <map>

#include "sync/base/json.h"

namespace wv::store {

using base::ErrorCode;
using base::Result;
using db::Database;
using db::OpenMode;
using db::Statement;

namespace {

Result<std::optional<Database>> open_sync(const std::filesystem::path& folder) {
  auto sync = Database::open(folder / "sync.db", OpenMode::Read);
  if (sync) return std::optional(*std::move(sync));
  if (sync.error().code == ErrorCode::NotFound) return std::nullopt;
  return pass(sync, "read sync.db");
}

base::Instant instant(std::int64_t ms) {
  return base::Instant(base::Millis(ms));
}

Gravity gravity_of(std::string_view word) {
  return word == "ok" ? Gravity::Ok : word == "let-op" ? Gravity::Attention : Gravity::Fault;
}

Result<> read_messages(Database& sync, Report& report) {
  WV_TRY(Statement rows,
         sync.prepare("SELECT sleutel, ernst, code, sinds, detail FROM melding ORDER BY sleutel"));
  for (;;) {
    WV_TRY(const bool row, rows.step());
    if (!row) return {};
    report.messages.push_back({rows.text_copy(0), gravity_of(rows.text(1)), rows.text_copy(2),
                               instant(rows.integer(3)), rows.text_copy(4)});
  }
}

Result<std::optional<Round>> read_round(Database& sync) {
  WV_TRY(Statement row, sync.prepare("SELECT begonnen, geeindigd, uitkomst FROM ronde"));
  WV_TRY(const bool found, row.step());
  if (!found) return std::nullopt;
  Round round{instant(row.integer(0)), std::nullopt, row.text_copy(2)};
  if (!row.is_null(1)) round.ended = instant(row.integer(1));
  return round;
}

Result<std::string> read_fact(Database& sync, std::string_view key) {
  WV_TRY(Statement row, sync.prepare("SELECT waarde FROM apparaat WHERE sleutel = ?"));
  row.bind(1, key);
  WV_TRY(const bool found, row.step());
  return found ? row.text_copy(0) : std::string();
}

// A report that the courier leaves; nothing when it never did.
Result<std::optional<base::Json>> read_said(Database& sync, std::string_view key) {
  WV_TRY(const auto text, read_fact(sync, key));
  if (text.empty()) return std::nullopt;
  WV_TRY(auto said, base::parse_json(text));
  return said;
}

bool is_set(const base::Json& said, std::string_view key) {
  const auto* value = said.find(key);
  return value != nullptr && value->boolean() != nullptr && *value->boolean();
}

Round round_in(const base::Json& said) {
  Round round{instant(said.integer_or("begonnen", 0)), std::nullopt,
              std::string(said.text_or("uitkomst", ""))};
  if (said.find("geeindigd") != nullptr) round.ended = instant(said.integer_or("geeindigd", 0));
  return round;
}

// sync/client/stick_round.h
Result<std::optional<StickExchange>> read_stick(Database& sync) {
  WV_TRY(const auto said, read_said(sync, "stick"));
  if (!said) return std::nullopt;
  return StickExchange{round_in(*said),
                       said->integer_or("mee", 0),
                       said->integer_or("bevestigd", 0),
                       said->integer_or("geweigerd", 0),
                       is_set(*said, "aangemeld"),
                       is_set(*said, "inhoud")};
}

// sync/client/enrol_wish.h
Result<std::optional<Enrolment>> read_typed_enrolment(Database& sync) {
  WV_TRY(const auto said, read_said(sync, "aanmelding"));
  if (!said) return std::nullopt;
  return Enrolment{round_in(*said), is_set(*said, "aangemeld"), is_set(*said, "inhoud")};
}

Result<> read_deliveries(Database& sync, IdeaBook& book, Report& report) {
  WV_TRY(Statement rows, sync.prepare("SELECT idee, staat, coalesce(fout, '') FROM levering"));
  std::map<std::string, std::pair<std::string, std::string>> known;
  for (;;) {
    WV_TRY(const bool row, rows.step());
    if (!row) break;
    known[rows.text_copy(0)] = {rows.text_copy(1), rows.text_copy(2)};
  }
  WV_TRY(const auto ids, book.ids());
  for (const auto& id : ids) {
    const auto found = known.find(id);
    if (found == known.end() || found->second.first == "klaar") {
      ++report.ideas_waiting;
    } else if (found->second.first == "afgewezen") {
      report.quarantine.push_back({id, found->second.second, book.kept_at(id).value_or(std::nullopt)});
    } else {
      ++report.ideas_confirmed;
    }
  }
  return {};
}

Result<> read_enrolment(Database& sync, Report& report) {
  WV_TRY(report.identity.kiosk, read_fact(sync, "kioskId"));
  WV_TRY(report.identity.channel, read_fact(sync, "kanaal"));
  WV_TRY(report.identity.central, read_fact(sync, "centraal"));
  report.enrolled = !report.identity.kiosk.empty();
  WV_TRY(report.enrolment, read_typed_enrolment(sync));
  return {};
}

// A courier from before there were commands has no table for them.
Result<bool> knows_commands(Database& sync) {
  WV_TRY(Statement row, sync.prepare("SELECT 1 FROM sqlite_schema WHERE type='table' AND name='opdracht'"));
  return row.step();
}

Result<> read_orders(Database& sync, Report& report) {
  WV_TRY(const bool any, knows_commands(sync));
  if (!any) return {};
  WV_TRY(Statement rows, sync.prepare("SELECT ontvangen, opdracht, uitkomst FROM opdracht"
                                      " ORDER BY ontvangen DESC, rowid DESC LIMIT 8"));
  for (;;) {
    WV_TRY(const bool row, rows.step());
    if (!row) return {};
    report.orders.push_back({instant(rows.integer(0)), rows.text_copy(1), rows.text_copy(2)});
  }
}

wire::Command command_from(Statement& row) {
  wire::Command command;
  command.id = row.text_copy(0);
  command.deed = wire::deed_from_word(row.text(1));
  command.notice = row.text_copy(2);
  if (const auto day = base::parse_iso_day(row.text(3))) command.last_day = *day;
  if (!row.is_null(4)) command.until = instant(row.integer(4));
  return command;
}

Result<> read_all(const std::filesystem::path& folder, IdeaBook& book, Report& report) {
  WV_TRY(auto sync, open_sync(folder));
  if (!sync) {
    WV_TRY(report.ideas_waiting, book.count());
    return {};
  }
  WV_CHECK(read_messages(*sync, report));
  WV_TRY(report.round, read_round(*sync));
  WV_TRY(report.stick, read_stick(*sync));
  WV_CHECK(read_enrolment(*sync, report));
  WV_CHECK(read_orders(*sync, report));
  return read_deliveries(*sync, book, report);
}

}  // namespace

Result<std::vector<std::string>> erasable_ideas(const std::filesystem::path& state_folder) {
  WV_TRY(auto sync, open_sync(state_folder));
  std::vector<std::string> ids;
  if (!sync) return ids;
  WV_TRY(Statement rows, sync->prepare("SELECT idee FROM levering WHERE staat = 'wissen'"));
  for (;;) {
    WV_TRY(const bool row, rows.step());
    if (!row) return ids;
    ids.push_back(rows.text_copy(0));
  }
}

Result<std::int64_t> erase_delivered(const std::filesystem::path& state_folder, IdeaBook& book) {
  WV_TRY(const auto ids, erasable_ideas(state_folder));
  if (ids.empty()) return 0;
  WV_TRY(const std::int64_t before, book.count());
  WV_CHECK(book.erase(ids));
  WV_TRY(const std::int64_t after, book.count());
  return before - after;
}

Result<std::int64_t> highest_sequence(const std::filesystem::path& state_folder) {
  WV_TRY(auto sync, open_sync(state_folder));
  if (!sync) return 0;
  WV_TRY(Statement row, sync->prepare("SELECT coalesce(max(volgnummer), 0) FROM levering"));
  WV_TRY(const bool found, row.step());
  return found ? row.integer(0) : 0;
}

Result<std::optional<std::string>> delivery_state(const std::filesystem::path& state_folder,
                                                  std::string_view idea) {
  WV_TRY(auto sync, open_sync(state_folder));
  if (!sync) return std::nullopt;
  WV_TRY(Statement row, sync->prepare("SELECT staat FROM levering WHERE idee = ?"));
  row.bind(1, idea);
  WV_TRY(const bool found, row.step());
  return found ? std::optional(row.text_copy(0)) : std::nullopt;
}

Result<std::vector<wire::Command>> screen_commands(const std::filesystem::path& state_folder,
                                                   base::Instant now) {
  std::vector<wire::Command> open;
  WV_TRY(auto sync, open_sync(state_folder));
  if (!sync) return open;
  WV_TRY(const bool any, knows_commands(*sync));
  if (!any) return open;
  WV_TRY(
      Statement rows,
      sync->prepare("SELECT id, opdracht, tekst, laatste_dag, donker_tot FROM opdracht WHERE uitkomst = ''"
                    " AND verloopt > ? AND opdracht IN ('herstart', 'donker', 'licht', 'boodschap', 'beeld')"
                    " ORDER BY ontvangen, rowid"));
  rows.bind(1, now.time_since_epoch().count());
  for (;;) {
    WV_TRY(const bool row, rows.step());
    if (!row) return open;
    open.push_back(command_from(rows));
  }
}

Result<Progress> progress(const std::filesystem::path& state_folder) {
  WV_TRY(auto sync, open_sync(state_folder));
  Progress now;
  if (!sync) return now;
  WV_TRY(now.round, read_round(*sync));
  WV_TRY(now.stick, read_stick(*sync));
  WV_TRY(now.enrolment, read_typed_enrolment(*sync));
  WV_TRY(Statement row, sync->prepare("SELECT (SELECT count(*) FROM levering WHERE staat = 'klaar'),"
                                      " coalesce((SELECT versie FROM actief), 0)"));
  WV_TRY(const bool found, row.step());
  if (found) now.waiting = row.integer(0), now.version = row.integer(1);
  return now;
}

Report read_report(const std::filesystem::path& state_folder, IdeaBook& book, const Content& shown) {
  Report report;
  report.content_version = shown.version;
  report.content_made_at = shown.made_at;
  report.content_valid_until = shown.valid_until;
  if (const auto read = read_all(state_folder, book, report); !read)
    report.trouble.push_back(read.error().message);
  return report;
}

}  // namespace wv::store
