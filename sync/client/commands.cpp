// One row a command; each of its changes is one statement, so that a kill at any moment leaves it whole.
#include "sync/client/commands.h"

#include <algorithm>

#include "sync/base/epoch.h"
#include "sync/client/status.h"

namespace wv::client {

using base::Instant;
using base::millis;
using base::Result;
using db::Statement;
using wire::CommandOutcome;
using wire::Deed;

namespace {

constexpr std::string_view courier_deeds = "('synchroniseer','diagnose')";

bool is_png(base::ByteView bytes) {
  constexpr std::string_view signature = "\x89PNG\r\n\x1a\n";
  return base::as_text(bytes).starts_with(signature);
}

}  // namespace

Result<> Commands::take_up(std::span<const std::string> signed_commands, const model::KioskId& kiosk,
                           const wire::ReceiptKey& key, Instant now) {
  for (const auto& compact : signed_commands) {
    const auto command = wire::open_command(compact, kiosk, key, now);
    if (!command) {
      world_.log.warning("command_refused", {{"why", command.error().message}});
      continue;
    }
    WV_TRY(const bool is_new, remember(*command, now));
    if (!is_new) continue;
    world_.log.notice("command", {{"id", command->id},
                                  {"word", command->deed ? wire::deed_word(*command->deed) : "unknown"}});
    if (!command->deed) WV_CHECK(finish(command->id, CommandOutcome::Unknown));
  }
  return {};
}

// A central that was put back to an earlier day asks again for what was done: it is told, and nothing is done
// twice.
Result<bool> Commands::remember(const wire::Command& command, Instant now) {
  auto& database = store_.database();
  const auto until = command.until ? std::optional(millis(*command.until)) : std::nullopt;
  WV_CHECK(
      database.run("INSERT INTO opdracht(id,opdracht,tekst,laatste_dag,donker_tot,ontvangen,verloopt) "
                   "VALUES(?,?,?,?,?,?,?)"
                   " ON CONFLICT(id) DO NOTHING",
                   command.id, command.deed ? wire::deed_word(*command.deed) : std::string_view(),
                   command.notice, command.last_day ? base::to_iso_day(*command.last_day) : std::string(),
                   until, millis(now), millis(command.expires_at)));
  if (database.changes() > 0) return true;
  WV_CHECK(database.run("UPDATE opdracht SET gemeld=0 WHERE id=? AND uitkomst<>''", command.id));
  return false;
}

std::optional<wire::ScreenCommands> Commands::screen_file() const {
  const auto bytes = world_.files.read(place_.screen_commands_file());
  if (!bytes) return std::nullopt;
  auto commands = wire::read_screen_commands(*bytes);
  return commands ? std::optional(*std::move(commands)) : std::nullopt;
}

Result<> Commands::look_around(Instant now) {
  if (const auto screen = screen_file())
    for (const auto& one : screen->finished) WV_CHECK(finish(one.id, one.outcome));
  WV_CHECK(store_.database().run("UPDATE opdracht SET uitkomst=? WHERE uitkomst='' AND verloopt<=?",
                                 wire::outcome_word(CommandOutcome::Late), millis(now)));
  // The central sends none that expired, and one that was overheard is refused by its date.
  return store_.database().run("DELETE FROM opdracht WHERE gemeld=1 AND verloopt<?",
                               millis(now - wire::command_skew));
}

Result<std::vector<Commands::Open>> Commands::own_work() {
  WV_TRY(Statement rows, store_.database().prepare("SELECT id,opdracht FROM opdracht WHERE uitkomst='' AND"
                                                   " opdracht IN " +
                                                   std::string(courier_deeds) + " ORDER BY ontvangen,rowid"));
  std::vector<Open> open;
  while (true) {
    WV_TRY(const bool row, rows.step());
    if (!row) return open;
    if (const auto deed = wire::deed_from_word(rows.text(1))) open.push_back({rows.text_copy(0), *deed});
  }
}

Result<> Commands::finish(const std::string& id, CommandOutcome outcome) {
  const auto word = wire::outcome_word(outcome);
  WV_CHECK(store_.database().run("UPDATE opdracht SET uitkomst=? WHERE id=? AND uitkomst=''", word, id));
  if (store_.database().changes() > 0) world_.log.notice("command_finished", {{"id", id}, {"outcome", word}});
  return {};
}

Result<std::vector<Commands::Finished>> Commands::untold() {
  WV_TRY(Statement rows, store_.database().prepare("SELECT id,opdracht,uitkomst FROM opdracht WHERE"
                                                   " uitkomst<>'' AND gemeld=0 ORDER BY ontvangen,rowid"));
  std::vector<Finished> finished;
  while (true) {
    WV_TRY(const bool row, rows.step());
    if (!row) return finished;
    finished.push_back({rows.text_copy(0), rows.text_copy(1),
                        wire::outcome_from_word(rows.text(2)).value_or(CommandOutcome::Failed)});
  }
}

Result<bool> Commands::has_news() {
  WV_TRY(const auto finished, untold());
  if (!finished.empty()) return true;
  const auto screen = screen_file();
  if (!screen) return false;
  for (const auto& one : screen->finished) {
    WV_TRY(Statement row, store_.database().prepare("SELECT 1 FROM opdracht WHERE id=? AND uitkomst=''"));
    WV_TRY(const bool open, row.bind_all(one.id).step());
    if (open) return true;
  }
  return false;
}

// Made at the moment of telling: nothing of it is kept, and a second try tells how things are by then.
wire::CommandResult Commands::result_of(const Finished& finished, std::string_view software_version,
                                        Instant now) {
  wire::CommandResult result{finished.outcome, {}, {}};
  if (finished.outcome != CommandOutcome::Done) return result;
  if (finished.word == wire::deed_word(Deed::Diagnose)) {
    auto diagnosis = diagnose(world_.files, place_, software_version, now);
    if (diagnosis && base::to_text(*diagnosis).size() <= wire::most_diagnosis_bytes)
      result.diagnosis = *std::move(diagnosis);
    else
      result.outcome = CommandOutcome::Failed;
  }
  if (finished.word == wire::deed_word(Deed::Picture)) {
    auto picture = world_.files.read(place_.screen_picture_file());
    if (picture && is_png(*picture) && picture->size() <= wire::most_picture_bytes)
      result.picture = *std::move(picture);
    else
      result.outcome = CommandOutcome::Failed;
  }
  return result;
}

Attempt<> Commands::report(Central& central, const Identity& identity, std::string_view software_version,
                           Instant now) {
  WV_KEEP(const auto finished, untold());
  for (const auto& one : finished) {
    const auto result = result_of(one, software_version, now);
    WV_TRY(const auto answer, central.put("/kiosken/" + identity.kiosk.value + "/opdrachten/" + one.id,
                                          wire::to_bytes(result), identity));
    // Who this kiosk is was settled by the heartbeat of the same round.
    if (answer.status == 401 || answer.status == 403)
      return set_back(code::server_fault, "command: " + describe_refusal(answer));
    if (answer.status != 200)
      world_.log.warning("command_untold", {{"id", one.id}, {"why", describe_refusal(answer)}});
    WV_KEPT(store_.database().run("UPDATE opdracht SET gemeld=1 WHERE id=?", one.id));
  }
  return {};
}

}  // namespace wv::client
