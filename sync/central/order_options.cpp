// The verbs for commands from afar; CLI11 only to declare them.
#include "sync/central/order_options.h"

#include <CLI/CLI.hpp>

namespace wv::central {
namespace {

using Verb = OrderOptions::Verb;

constexpr const char* examples_of_give =
    "Examples:\n"
    "  wijkvenster-central orders give 019a… synchroniseer --repo /srv/wijkvenster\n"
    "  wijkvenster-central orders give 019a… boodschap --text 'Morgen is het wijkcentrum dicht.' \\\n"
    "      --through 2026-03-05 --repo /srv/wijkvenster\n"
    "  wijkvenster-central orders give 019a… boodschap --repo /srv/wijkvenster      takes the notice away\n"
    "  wijkvenster-central orders give 019a… donker --through 2026-03-05 --repo /srv/wijkvenster\n"
    "Commands: synchroniseer (look for content again), herstart (the screen program), donker, licht (the "
    "panel,\n"
    "while nobody visits), boodschap (at most 200 characters, plain Dutch), beeld (a picture of the screen "
    "as it\n"
    "waits for visitors, drawn for the purpose), diagnose. A kiosk asks once a night, and soon after each "
    "idea.";

void declare_give(CLI::App* give, OrderOptions& options) {
  give->add_option("kiosk", options.kiosk, "Its id (see kiosks list)")->required();
  give->add_option("command", options.word, "What it is to do")
      ->required()
      ->check(
          CLI::IsMember({"synchroniseer", "herstart", "donker", "licht", "boodschap", "beeld", "diagnose"}));
  give->add_option("--text", options.text, "Words of a notice, on one line");
  auto* through = give->add_option("--through", options.through, "Last day of a notice or of darkness")
                      ->type_name("YYYY-MM-DD");
  give->add_option("--until", options.until,
                   "Moment at which darkness ends, such as 2026-03-05T07:00:00+01:00")
      ->type_name("TIME")
      ->excludes(through);
  give->add_option("--valid-hours", options.hours, "For so long the kiosk may take it up")
      ->check(CLI::Range(1, 744))
      ->capture_default_str();
}

}  // namespace

void declare_orders(CLI::App& app, OrderOptions& options, const std::function<void(CLI::App&)>& each) {
  auto* orders = app.add_subcommand("orders", "Commands for kiosks, from afar");
  orders->require_subcommand(1);
  const auto declare = [&](const char* name, Verb verb, const char* what, const char* footer) {
    auto* sub = orders->add_subcommand(name, what);
    sub->footer(footer);
    sub->parse_complete_callback([&options, verb] { options.verb = verb; });
    each(*sub);
    return sub;
  };
  declare_give(declare("give", Verb::Give, "Give a kiosk a command", examples_of_give), options);
  auto* list = declare("list", Verb::List, "What was asked, and what came of it",
                       "Examples:\n  wijkvenster-central orders list --repo /srv/wijkvenster\n"
                       "  wijkvenster-central orders list 019a… --json --repo /srv/wijkvenster");
  list->add_option("kiosk", options.kiosk, "Only of this kiosk");
  list->add_flag("--json", options.json, "JSON");
  auto* withdraw = declare("withdraw", Verb::Withdraw, "Take back one that no kiosk has answered",
                           "Examples:\n  wijkvenster-central orders withdraw 019b… --repo /srv/wijkvenster\n"
                           "A kiosk that took it up already carries it out all the same.");
  withdraw->add_option("order", options.order, "Its id (see orders list)")->required();
  auto* fetch =
      declare("fetch", Verb::Fetch, "Write the picture or the diagnosis that came back to a file",
              "Examples:\n  wijkvenster-central orders fetch 019b… --out kiosk.png --repo /srv/wijkvenster");
  fetch->add_option("order", options.order, "Its id (see orders list)")->required();
  fetch->add_option("--out", options.out, "New file")->required()->type_name("FILE");
}

}  // namespace wv::central
