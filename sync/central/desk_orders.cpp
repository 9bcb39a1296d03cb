// What the desk does about commands from afar: it checks them as a kiosk will, and keeps them.
#include "sync/base/encoding.h"
#include "sync/base/utf8.h"
#include "sync/base/uuid.h"
#include "sync/central/desk.h"
#include "sync/central/order_books.h"

namespace wv::central {
namespace {

using base::ErrorCode;
using base::fail;
using base::Json;

// Kiosks ask at night; one that was switched off over the weekend asks after it.
constexpr std::int64_t usual_life_hours = 72;

Json optional_moment(const std::optional<Instant>& at) {
  return at ? Json(base::to_rfc3339(*at)) : Json();
}

Json row_of(const GivenOrder& order) {
  const auto& command = order.command;
  return Json::object({{"opdrachtId", command.id},
                       {"kioskId", command.kiosk.value},
                       {"kiosk", order.kiosk_name},
                       {"opdracht", command.deed ? wire::deed_word(*command.deed) : std::string_view()},
                       {"tekst", command.notice},
                       {"laatsteDag", command.last_day ? Json(base::to_iso_day(*command.last_day)) : Json()},
                       {"donkerTot", optional_moment(command.until)},
                       {"gegevenOp", base::to_rfc3339(command.issued_at)},
                       {"geldigTot", base::to_rfc3339(command.expires_at)},
                       {"wie", order.who},
                       {"uitkomst", order.outcome},
                       {"uitkomstOp", optional_moment(order.finished_at)},
                       {"bijlage", order.has_attachment}});
}

// The moment at which the day after this one begins, at the place of this machine.
Instant end_of(base::Day day, const base::Clock& clock) {
  const Instant utc = std::chrono::sys_days(day) + std::chrono::hours(24);
  return utc - clock.local(utc).utc_offset;
}

// "laatsteDag": of a notice as it is, of darkness its end. "tot": a moment, for darkness alone.
Result<> read_end(const Json& request, const base::Clock& clock, wire::Command& command) {
  if (const auto until = request.text_or("tot", ""); !until.empty()) {
    WV_TRY(command.until, base::parse_rfc3339(until));
  }
  const auto text = request.text_or("laatsteDag", "");
  if (text.empty()) return {};
  WV_TRY(const auto day, base::parse_iso_day(text));
  if (end_of(day, clock) <= clock.now()) return fail(ErrorCode::Invalid, "that day is over already");
  if (command.deed != wire::Deed::Dark)
    command.last_day = day;
  else if (!command.until)
    command.until = end_of(day, clock);
  return {};
}

}  // namespace

Result<> Desk::give_order(const Json& request, const Row& row) {
  wire::Command command;
  command.kiosk.value = request.text_or("kiosk", "");
  command.deed = wire::deed_from_word(request.text_or("opdracht", ""));
  if (!command.deed)
    return fail(
        ErrorCode::Invalid,
        "unknown command; use one of: synchroniseer, herstart, donker, licht, boodschap, beeld, diagnose");
  // Of two in one second the id says which came first.
  command.id = base::make_uuid7(world_.clock.now(), world_.random);
  command.issued_at = std::chrono::floor<std::chrono::seconds>(world_.clock.now());
  command.notice = base::strip(request.text_or("tekst", ""));
  WV_CHECK(read_end(request, world_.clock, command));
  const auto hours = request.integer_or("geldigUren", usual_life_hours);
  if (hours < 1 || std::chrono::hours(hours) > wire::longest_command_life)
    return fail(ErrorCode::Invalid, "a command is valid for 1 to 744 hours");
  command.expires_at = command.issued_at + std::chrono::hours(hours);
  if (command.until) command.expires_at = std::min(command.expires_at, *command.until);
  if (command.last_day)
    command.expires_at = std::min(command.expires_at, end_of(*command.last_day, world_.clock));
  WV_CHECK(wire::check(command));
  const std::string who(request.text_or("wie", "beheer"));
  WV_CHECK(world_.store.change([&](Books& books) { return central::give_order(books, command, who); }));
  row(Json::object({{"opdrachtId", command.id}, {"geldigTot", base::to_rfc3339(command.expires_at)}}));
  return {};
}

Result<> Desk::list_orders(const Json& request, const Row& row) {
  const model::KioskId kiosk{std::string(request.text_or("kiosk", ""))};
  std::vector<GivenOrder> orders;
  WV_CHECK(world_.store.look([&](Sql& sql) -> Result<> {
    WV_TRY(orders, orders_of(sql, kiosk, world_.clock.now()));
    return {};
  }));
  for (const auto& order : orders)
    if (!row(row_of(order))) break;
  return {};
}

Result<> Desk::withdraw_order(const Json& request) {
  const std::string id(request.text_or("opdracht", "")), who(request.text_or("wie", "beheer"));
  return world_.store.change(
      [&](Books& books) { return central::withdraw_order(books, id, who, world_.clock.now()); });
}

Result<> Desk::show_attachment(const Json& request, const Row& row) {
  const std::string id(request.text_or("opdracht", ""));
  Attachment attachment;
  WV_CHECK(world_.store.look([&](Sql& sql) -> Result<> {
    WV_TRY(attachment, attachment_of(sql, id));
    return {};
  }));
  const bool picture = attachment.deed == wire::Deed::Picture;
  row(Json::object({{picture ? "beeld" : "diagnose", base::to_base64url(attachment.bytes)}}));
  return {};
}

}  // namespace wv::central
