// The SQL of commands from afar, beside that of books.cpp.
#include "sync/central/order_books.h"

#include "sync/base/epoch.h"

namespace wv::central {
namespace {

using base::ErrorCode;
using base::fail;
using base::instant;
using base::millis;

constexpr std::chrono::hours kept_for{90 * 24};
constexpr std::int64_t most_listed = 500;

constexpr std::string_view columns =
    "SELECT "
    "o.id,o.kiosk,o.opdracht,o.tekst,o.laatste_dag,o.donker_tot,o.gegeven_op,o.verloopt_op,o.wie,o.uitkomst,"
    "o.uitkomst_op,CASE WHEN o.bijlage IS NULL THEN 0 ELSE 1 END,k.naam FROM opdracht o JOIN kiosk k ON "
    "k.id=o.kiosk ";

GivenOrder order_from(const SqlRows::Row& row, Instant now) {
  GivenOrder order;
  auto& command = order.command;
  command.id = row.text_copy(0);
  command.kiosk.value = row.text_copy(1);
  command.deed = wire::deed_from_word(row.text(2));
  command.notice = row.text_copy(3);
  if (const auto day = base::parse_iso_day(row.text(4))) command.last_day = *day;
  if (!row.is_null(5)) command.until = instant(row.integer(5));
  command.issued_at = instant(row.integer(6));
  command.expires_at = instant(row.integer(7));
  order.who = row.text_copy(8);
  order.outcome = row.text_copy(9);
  if (!row.is_null(10)) order.finished_at = instant(row.integer(10));
  order.has_attachment = row.integer(11) != 0;
  order.kiosk_name = row.text_copy(12);
  if (order.outcome.empty() && command.expires_at <= now) order.outcome = "verlopen";
  return order;
}

std::string bytes_of(const wire::CommandResult& result) {
  if (result.diagnosis) return base::to_text(*result.diagnosis);
  return std::string(base::as_text(result.picture));
}

}  // namespace

Result<> give_order(Books& books, const wire::Command& command, const std::string& who) {
  auto& sql = books.sql();
  WV_TRY(const auto kiosks,
         sql.query("SELECT 1 FROM kiosk WHERE id=$1 AND staat='actief'", command.kiosk.value));
  if (kiosks.empty())
    return fail(ErrorCode::NotFound, "no kiosk " + command.kiosk.value + " that works; see `kiosks list`");
  WV_TRY(const auto open,
         sql.query("SELECT count(*) FROM opdracht WHERE kiosk=$1 AND uitkomst='' AND verloopt_op>$2",
                   command.kiosk.value, millis(command.issued_at)));
  if (open.front().integer(0) >= static_cast<std::int64_t>(wire::most_open_commands))
    return fail(ErrorCode::Invalid, "this kiosk has " + std::to_string(wire::most_open_commands) +
                                        " open commands already; withdraw one first");
  const auto until = command.until ? std::optional(millis(*command.until)) : std::nullopt;
  const auto word = std::string(wire::deed_word(command.deed.value()));
  WV_CHECK(sql.run(
      "INSERT INTO opdracht(id,kiosk,opdracht,tekst,laatste_dag,donker_tot,gegeven_op,verloopt_op,wie,"
      "uitkomst) VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9,'')",
      command.id, command.kiosk.value, word, command.notice,
      command.last_day ? base::to_iso_day(*command.last_day) : std::string(), until,
      millis(command.issued_at), millis(command.expires_at), who));
  return books.log(who, "opdracht-gegeven " + command.id + " " + word + " " + command.kiosk.value,
                   command.issued_at);
}

Result<> withdraw_order(Books& books, const std::string& id, const std::string& who, Instant now) {
  WV_TRY(const auto changed,
         books.sql().run("UPDATE opdracht SET uitkomst='ingetrokken',uitkomst_op=$1 WHERE id=$2 "
                         "AND uitkomst='' AND verloopt_op>$1",
                         millis(now), id));
  if (changed == 0) return fail(ErrorCode::NotFound, "no open command " + id);
  return books.log(who, "opdracht-ingetrokken " + id, now);
}

Result<> take_result(Books& books, const model::KioskId& kiosk, const std::string& id,
                     const wire::CommandResult& result, Instant now) {
  auto& sql = books.sql();
  WV_TRY(const auto found,
         sql.query("SELECT uitkomst,opdracht FROM opdracht WHERE id=$1 AND kiosk=$2", id, kiosk.value));
  if (found.empty()) return fail(ErrorCode::NotFound, "this kiosk was never asked " + id);
  if (wire::outcome_from_word(found.front().text(0))) return {};
  const auto deed = found.front().text_copy(1);
  const auto word = wire::outcome_word(result.outcome);
  const auto bytes = bytes_of(result);
  WV_CHECK(sql.run("UPDATE opdracht SET uitkomst=$1,uitkomst_op=$2 WHERE id=$3", word, millis(now), id));
  if (!bytes.empty()) {
    WV_CHECK(sql.run("UPDATE opdracht SET bijlage=NULL WHERE kiosk=$1 AND opdracht=$2", kiosk.value, deed));
    WV_CHECK(sql.run("UPDATE opdracht SET bijlage=$1 WHERE id=$2", base::as_bytes(bytes), id));
  }
  return books.log(kiosk.value, "opdracht-" + std::string(word) + " " + id + " " + deed, now);
}

Result<> close_orders(Books& books, Instant now) {
  auto& sql = books.sql();
  WV_TRY(const auto late,
         sql.query("SELECT id FROM opdracht WHERE uitkomst='' AND verloopt_op<=$1", millis(now)));
  for (std::size_t i = 0; i < late.size(); ++i) {
    const auto id = late[i].text_copy(0);
    WV_CHECK(sql.run("UPDATE opdracht SET uitkomst='verlopen',uitkomst_op=$1 WHERE id=$2", millis(now), id));
    WV_CHECK(books.log("centraal", "opdracht-verlopen " + id, now));
  }
  WV_CHECK(sql.run("DELETE FROM opdracht WHERE uitkomst<>'' AND verloopt_op<$1", millis(now - kept_for)));
  return {};
}

Result<std::vector<GivenOrder>> orders_of(Sql& sql, const model::KioskId& kiosk, Instant now) {
  WV_TRY(const auto rows,
         sql.query(
             std::string(columns) + "WHERE $1='' OR o.kiosk=$1 ORDER BY o.gegeven_op DESC,o.id DESC LIMIT $2",
             kiosk.value, most_listed));
  std::vector<GivenOrder> orders;
  for (std::size_t i = 0; i < rows.size(); ++i) orders.push_back(order_from(rows[i], now));
  return orders;
}

Result<std::vector<wire::Command>> open_orders(Sql& sql, const model::KioskId& kiosk, Instant now) {
  WV_TRY(const auto rows,
         sql.query(std::string(columns) + "WHERE o.kiosk=$1 AND o.uitkomst='' AND o.verloopt_op>$2 "
                                          "ORDER BY o.gegeven_op,o.id",
                   kiosk.value, millis(now)));
  std::vector<wire::Command> commands;
  for (std::size_t i = 0; i < rows.size(); ++i) commands.push_back(order_from(rows[i], now).command);
  return commands;
}

Result<Attachment> attachment_of(Sql& sql, const std::string& order) {
  WV_TRY(const auto rows, sql.query("SELECT opdracht,bijlage FROM opdracht WHERE id=$1", order));
  const auto deed = rows.empty() ? std::nullopt : wire::deed_from_word(rows.front().text(0));
  if (!deed || rows.front().is_null(1))
    return fail(ErrorCode::NotFound, "no picture or diagnosis came of " + order);
  return Attachment{*deed, rows.front().blob_copy(1)};
}

}  // namespace wv::central
