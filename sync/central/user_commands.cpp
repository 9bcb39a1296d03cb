// Accounts on the command line. The code is shown once, here, and stored nowhere.
#include "sync/central/user_commands.h"

#include <cstdio>

#include "sync/base/utf8.h"

namespace wv::central {
namespace {

using base::Json;

void print_line(const std::string& text) {
  std::printf("%s\n", text.c_str());
}

Result<> invite_user(const UserOptions& options, const AskUsers& ask, const char* question) {
  return ask(
      Json::object({{"vraag", question}, {"naam", options.name}, {"rol", options.role}}),
      [](const Json& row) {
        const std::string code(row.text_or("code", ""));
        print_line("Account   " + std::string(row.text_or("naam", "")));
        print_line("Code      " + code.substr(0, 5) + "-" + code.substr(5) + "   (once, within 24 hours)");
        print_line("Open /beheer/instellen on the address of the central, and type both there.");
        return true;
      });
}

Result<> list_users(const UserOptions& options, const AskUsers& ask) {
  Json all = Json::array();
  if (!options.json)
    print_line(base::padded("ACCOUNT", 28) + base::padded("ROLE", 12) + base::padded("STATE", 14) +
               "LAST SIGN-IN");
  WV_CHECK(ask(Json::object({{"vraag", "gebruikers"}}), [&](const Json& row) {
    if (options.json)
      all.push(row);
    else
      print_line(base::padded(row.text_or("naam", ""), 28) + base::padded(row.text_or("rol", ""), 12) +
                 base::padded(row.text_or("staat", ""), 14) +
                 std::string(row.text_or("laatstAangemeld", "-")));
    return true;
  }));
  if (options.json) print_line(base::to_pretty_text(all));
  return {};
}

}  // namespace

Result<> run_users(const UserOptions& options, const AskUsers& ask) {
  switch (options.verb) {
    case UserOptions::Verb::Add:
      return invite_user(options, ask, "gebruiker-toevoegen");
    case UserOptions::Verb::Reset:
      return invite_user(options, ask, "gebruiker-opnieuw");
    case UserOptions::Verb::List:
      return list_users(options, ask);
    case UserOptions::Verb::Disable:
      break;
  }
  WV_CHECK(ask(Json::object({{"vraag", "gebruiker-uit"}, {"naam", options.name}}),
               [](const Json&) { return true; }));
  print_line("Account " + options.name + " is out");
  return {};
}

}  // namespace wv::central
