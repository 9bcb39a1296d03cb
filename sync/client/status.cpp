// sync.db and the shown release as one JSON document; the text for people is made of the same document.
#include "sync/client/status.h"

#include "sync/client/ledger.h"
#include "sync/client/release.h"
#include "sync/client/shelf.h"
#include "sync/wire/self_test.h"

namespace wv::client {
namespace {

using base::Instant;
using base::Json;
using base::Result;
using db::Database;
using db::Statement;

std::string moment(std::int64_t millis) {
  return base::to_rfc3339(Instant{base::Millis{millis}});
}

Result<Json> read_device(Database& database) {
  Json device = Json::object();
  // Only what may be seen by anybody at the console; the bon is left out.
  WV_TRY(Statement select,
         database.prepare("SELECT sleutel, waarde FROM apparaat WHERE sleutel IN"
                          " ('kioskId','kanaal','centraal','epoch','wortelSha256') ORDER BY sleutel"));
  while (true) {
    WV_TRY(const bool found, select.step());
    if (!found) return device;
    device.set(select.text_copy(0), select.text_copy(1));
  }
}

Result<Json> read_notices(Database& database) {
  Json notices = Json::array();
  WV_TRY(Statement select,
         database.prepare("SELECT sleutel, ernst, code, sinds, detail FROM melding ORDER BY sleutel"));
  while (true) {
    WV_TRY(const bool found, select.step());
    if (!found) return notices;
    notices.push(Json::object({{"sleutel", select.text_copy(0)},
                               {"ernst", select.text_copy(1)},
                               {"code", select.text_copy(2)},
                               {"sinds", moment(select.integer(3))},
                               {"detail", select.text_copy(4)}}));
  }
}

Result<Json> read_round(Database& database) {
  WV_TRY(Statement select, database.prepare("SELECT begonnen, geeindigd, uitkomst FROM ronde"));
  WV_TRY(const bool found, select.step());
  if (!found) return Json();
  Json round = Json::object({{"begonnen", moment(select.integer(0))}});
  if (!select.is_null(1)) round.set("geeindigd", moment(select.integer(1)));
  if (!select.is_null(2)) round.set("uitkomst", select.text_copy(2));
  return round;
}

Result<Json> read_rounds(Database& database) {
  Json rounds = Json::array();
  WV_TRY(Statement select,
         database.prepare("SELECT begonnen, geeindigd, uitkomst FROM ronde_eerder ORDER BY begonnen DESC"));
  while (true) {
    WV_TRY(const bool found, select.step());
    if (!found) return rounds;
    rounds.push(Json::object({{"begonnen", moment(select.integer(0))},
                              {"geeindigd", moment(select.integer(1))},
                              {"uitkomst", select.text_copy(2)}}));
  }
}

// Which, and what came of it; not the words of a notice, which the central knows.
Result<Json> read_commands(Database& database) {
  Json commands = Json::array();
  WV_TRY(Statement select,
         database.prepare("SELECT id, opdracht, uitkomst FROM opdracht ORDER BY ontvangen, rowid"));
  while (true) {
    WV_TRY(const bool found, select.step());
    if (!found) return commands;
    commands.push(Json::object(
        {{"id", select.text_copy(0)}, {"opdracht", select.text_copy(1)}, {"uitkomst", select.text_copy(2)}}));
  }
}

Result<Json> read_content(Database& database, const Place& place) {
  WV_TRY(const auto active, Shelf(database, place).active());
  if (!active) return Json();
  Json content = Json::object({{"versie", active->version}});
  if (active->previous) content.set("vorige", *active->previous);
  auto reader = ReleaseReader::open(place.release_file(active->version));
  if (!reader) return content.set("fout", reader.error().message);
  for (const char* key : {"targetsVersie", "geldigTot", "gemaaktOp"}) {
    const auto value = reader->meta(key);
    if (value) content.set(key, *value);
  }
  return content;
}

}  // namespace

Result<Json> read_status(const Place& place) {
  WV_TRY(auto database, Database::open(place.sync_file(), db::OpenMode::Read));
  WV_TRY(Json status, read_device(database));
  WV_TRY(Json content, read_content(database, place));
  WV_TRY(const auto counts, Ledger(database).counts());
  WV_TRY(Json notices, read_notices(database));
  WV_TRY(Json round, read_round(database));
  status.set("inhoud", std::move(content));
  status.set("ideeen", Json::object({{"wachtend", counts.waiting},
                                     {"bevestigd", counts.confirmed},
                                     {"geweigerd", counts.refused}}));
  status.set("meldingen", std::move(notices));
  status.set("ronde", std::move(round));
  return status;
}

Result<Json> diagnose(const base::Files& files, const Place& place, std::string_view software_version,
                      Instant now) {
  WV_TRY(Json all, read_status(place));
  WV_TRY(auto database, Database::open(place.sync_file(), db::OpenMode::Read));
  WV_TRY(Json rounds, read_rounds(database));
  WV_TRY(Json commands, read_commands(database));
  all.set("gemaaktOp", base::to_rfc3339(now));
  all.set("softwareVersie", software_version);
  if (const auto free = files.free_bytes(place.state))
    all.set("vrijeRuimteMb", static_cast<std::int64_t>(*free >> 20));
  all.set("rondes", std::move(rounds));
  all.set("opdrachten", std::move(commands));
  if (const auto bytes = files.read(place.self_test_file()))
    if (const auto test = wire::read_self_test(*bytes)) all.set("zelftest", wire::to_json(*test));
  return all;
}

std::string status_for_people(const Json& status) {
  std::string text = "kiosk     " + std::string(status.text_or("kioskId", "not enrolled")) + "\n";
  text += "central   " + std::string(status.text_or("centraal", "-")) + "\n";
  const Json* content = status.find("inhoud");
  const bool shown = content != nullptr && content->find("versie") != nullptr;
  text += "content   " +
          (shown ? std::to_string(content->integer_or("versie", 0)) + ", valid until " +
                       std::string(content->text_or("geldigTot", "?"))
                 : std::string("none")) +
          "\n";
  if (const Json* ideas = status.find("ideeen")) {
    text += "ideas     " + std::to_string(ideas->integer_or("wachtend", 0)) + " waiting, " +
            std::to_string(ideas->integer_or("bevestigd", 0)) + " received, " +
            std::to_string(ideas->integer_or("geweigerd", 0)) + " refused\n";
  }
  const Json* round = status.find("ronde");
  if (round != nullptr && !round->is_null()) {
    text += "last sync " + std::string(round->text_or("geeindigd", "still running")) + ": " +
            std::string(round->text_or("uitkomst", "-")) + "\n";
  }
  const Json* notices = status.find("meldingen");
  if (notices == nullptr || notices->items() == nullptr) return text;
  for (const Json& notice : *notices->items()) {
    text += std::string(notice.text_or("ernst", "")) + "\t" + std::string(notice.text_or("sleutel", "")) +
            ": " + std::string(notice.text_or("code", "")) + " since " +
            std::string(notice.text_or("sinds", ""));
    const auto detail = notice.text_or("detail", "");
    text += (detail.empty() ? "" : " (" + std::string(detail) + ")") + "\n";
  }
  return text;
}

}  // namespace wv::client
