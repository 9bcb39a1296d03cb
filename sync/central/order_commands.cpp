// Prints for people, or as JSON for a script.
#include "sync/central/order_commands.h"

#include <cstdio>

#include "sync/base/encoding.h"
#include "sync/base/utf8.h"

namespace wv::central {
namespace {

using base::Json;

void put_line(const std::string& text) {
  std::printf("%s\n", text.c_str());
}

Result<> give(const OrderOptions& options, const AskDesk& ask) {
  return ask(Json::object({{"vraag", "opdracht-geven"},
                           {"kiosk", options.kiosk},
                           {"opdracht", options.word},
                           {"tekst", options.text},
                           {"laatsteDag", options.through},
                           {"tot", options.until},
                           {"geldigUren", options.hours}}),
             [](const Json& row) {
               put_line("Order     " + std::string(row.text_or("opdrachtId", "")));
               put_line("Waits for the kiosk to ask, until " + std::string(row.text_or("geldigTot", "")));
               return true;
             });
}

std::string order_line(const Json& row) {
  const auto outcome = row.text_or("uitkomst", "");
  return base::padded(row.text_or("opdrachtId", ""), 38) + base::padded(row.text_or("opdracht", ""), 15) +
         base::padded(outcome.empty() ? "open" : outcome, 13) +
         base::padded(row.text_or("gegevenOp", ""), 22) + base::padded(row.text_or("wie", ""), 20) +
         std::string(row.text_or("kiosk", ""));
}

Result<> list(const OrderOptions& options, const AskDesk& ask) {
  Json all = Json::array();
  if (!options.json)
    put_line(base::padded("ORDER", 38) + base::padded("COMMAND", 15) + base::padded("OUTCOME", 13) +
             base::padded("GIVEN", 22) + base::padded("BY", 20) + "KIOSK");
  WV_CHECK(ask(Json::object({{"vraag", "opdrachten"}, {"kiosk", options.kiosk}}), [&](const Json& row) {
    if (options.json)
      all.push(row);
    else
      put_line(order_line(row));
    return true;
  }));
  if (options.json) put_line(base::to_pretty_text(all));
  return {};
}

Result<> fetch(const OrderOptions& options, Machine& machine, const AskDesk& ask) {
  base::Bytes bytes;
  bool readable = false;
  WV_CHECK(
      ask(Json::object({{"vraag", "opdracht-bijlage"}, {"opdracht", options.order}}), [&](const Json& row) {
        auto read = base::from_base64url(row.text_or("beeld", row.text_or("diagnose", "")));
        readable = read.has_value();
        if (readable) bytes = *std::move(read);
        return true;
      }));
  if (!readable) return base::fail(base::ErrorCode::Corrupt, "what the kiosk sent cannot be read");
  WV_CHECK(machine.files.write(options.out, bytes));
  put_line("Written to " + options.out);
  return {};
}

}  // namespace

Result<> run_orders(const OrderOptions& options, Machine& machine, const AskDesk& ask) {
  switch (options.verb) {
    case OrderOptions::Verb::Give:
      return give(options, ask);
    case OrderOptions::Verb::List:
      return list(options, ask);
    case OrderOptions::Verb::Fetch:
      return fetch(options, machine, ask);
    case OrderOptions::Verb::Withdraw:
      break;
  }
  WV_CHECK(ask(Json::object({{"vraag", "opdracht-intrekken"}, {"opdracht", options.order}}),
               [](const Json&) { return true; }));
  put_line("Withdrawn");
  return {};
}

}  // namespace wv::central
