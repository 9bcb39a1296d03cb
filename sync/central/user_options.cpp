// The verbs for accounts of the desk pages; CLI11 only to declare them.
#include "sync/central/user_options.h"

#include <CLI/CLI.hpp>

namespace wv::central {

void declare_users(CLI::App& app, UserOptions& options, const std::function<void(CLI::App&)>& each) {
  using Verb = UserOptions::Verb;
  auto* users = app.add_subcommand("users", "Accounts for the desk pages under /beheer");
  users->require_subcommand(1);
  const auto declare = [&](const char* name, Verb verb, const char* what, const std::string& examples) {
    auto* sub = users->add_subcommand(name, what);
    sub->footer("Examples:\n" + examples);
    sub->parse_complete_callback([&options, verb] { options.verb = verb; });
    each(*sub);
    return sub;
  };
  const auto name_of = [&](CLI::App* sub) {
    sub->add_option("name", options.name, "Name of the account: a function, such as moderator-noord")
        ->required();
  };
  auto* add =
      declare("add", Verb::Add, "Invite somebody: print a one-time code (24 hours, once)",
              "  wijkvenster-central users add beheerder --role beheerder --repo /srv/wijkvenster\n"
              "Whoever gets the code opens /beheer/instellen, chooses a password and connects a phone.");
  name_of(add);
  add->add_option("--role", options.role, "What this account may do")
      ->check(CLI::IsMember({"lezer", "moderator", "publicist", "beheerder"}))
      ->capture_default_str();
  auto* list = declare("list", Verb::List, "Which accounts there are",
                       "  wijkvenster-central users list --json --repo /srv/wijkvenster");
  list->add_flag("--json", options.json, "JSON");
  name_of(declare("disable", Verb::Disable, "Show an account out at once, in every browser",
                  "  wijkvenster-central users disable moderator-noord --repo /srv/wijkvenster"));
  name_of(declare("reset", Verb::Reset, "Invite again: a new password and a new phone",
                  "  wijkvenster-central users reset moderator-noord --repo /srv/wijkvenster"));
}

}  // namespace wv::central
