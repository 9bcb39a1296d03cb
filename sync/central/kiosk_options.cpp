// CLI11 once more: options.cpp has everything else.
#include "sync/central/kiosk_options.h"

#include <CLI/CLI.hpp>

namespace wv::central {
namespace {

using KioskVerb = Options::Verb;

CLI::App* verb(CLI::App& parent, Options& options, const char* name, KioskVerb which, const char* what,
               const char* examples) {
  auto* sub = parent.add_subcommand(name, what);
  sub->footer(std::string("Examples:\n") + examples);
  sub->callback([&options, which] { options.verb = which; });
  return sub;
}

void json_flag(CLI::App* sub, Options& options, const char* what) {
  sub->add_flag_callback("--json", [&options] { options.form = Options::Form::Json; }, what);
}

CLI::App* add_command(CLI::App& kiosks, Options& options) {
  auto* add = verb(
      kiosks, options, "add", KioskVerb::KiosksAdd, "Print a one-time code for a kiosk (24 hours, once)",
      "  wijkvenster-central kiosks add 'Wijkcentrum De Ypelaer' --repo /srv/wijkvenster\n"
      "  wijkvenster-central kiosks add 'Wijkcentrum De Ypelaer' --repo /srv/wijkvenster --qr \\\n"
      "      --url https://centraal.example.org/kiosk/v1\n"
      "The QR code holds code, address and root in one line of text, which is printed too. Whoever installs\n"
      "the kiosk takes it along on a phone or on paper; on the kiosk, `wijkvenster-sync enrol --scan` reads "
      "it\n"
      "from a hand scanner, or pasted. With --stick the same line goes on a USB stick, for a kiosk without a "
      "network.\n"
      "Again with the same name gives a new code, as long as the kiosk has not used one.");
  add->add_option("name", options.name, "Where it stands, for people")->required();
  add->add_option("--channel", options.channel, "Which content it shows (default: the only one there is)");
  add->add_flag_callback(
      "--code-only", [&options] { options.add_output = Options::AddOutput::CodeOnly; },
      "Print nothing but the code");
  add->add_option("--url", options.url, "Address at which kiosks reach this central, for the QR code");
  add->add_flag_callback(
      "--qr", [&options] { options.qr = Options::Qr::OnTerminal; }, "Show the invitation as a QR code here");
  add->add_option("--qr-svg", options.qr_svg, "Write it as SVG (readable by its owner only: it is a secret)")
      ->type_name("FILE");
  add->add_option("--qr-png", options.qr_png, "Write it as PNG")->type_name("FILE");
  add->add_option("--stick", options.stick, "Put the invitation on the USB stick that is mounted here")
      ->type_name("DIR");
  return add;
}

CLI::App* state_command(CLI::App& kiosks, Options& options, const char* name, KioskVerb which,
                        const char* what, const char* examples) {
  auto* sub = verb(kiosks, options, name, which, what, examples);
  sub->add_option("kiosk", options.kiosk, "Its id (see kiosks list)")->required();
  sub->add_option("--reason", options.reason, "Why, for the log");
  return sub;
}

template <class Value>
void limit(CLI::App* sub, const char* name, Value& value, const char* what) {
  sub->add_option(name, value, what)->capture_default_str()->check(CLI::PositiveNumber);
}

void hours(CLI::App* sub, const char* name, std::chrono::hours& value, const char* what) {
  sub->add_option_function<std::int64_t>(
         name, [&value](std::int64_t count) { value = std::chrono::hours(count); }, what)
      ->type_name("HOURS")
      ->default_str(std::to_string(value.count()))
      ->check(CLI::Range(1, 24 * 365));
}

CLI::App* alerts_command(CLI::App& parent, Options& options) {
  auto* sub = verb(parent, options, "alerts", KioskVerb::Alerts,
                   "What needs a look today: silent kiosks, old content, queues",
                   "  wijkvenster-central alerts --repo /srv/wijkvenster\n"
                   "  wijkvenster-central alerts --repo /srv/wijkvenster --json --silent-hours 12\n"
                   "Exit code 0: nothing to look at; 1: there is something. So a timer can mail it.");
  json_flag(sub, options, "JSON, with the sentences for the pages in Dutch");
  auto& limits = options.alert_limits;
  hours(sub, "--silent-hours", limits.silent, "A kiosk may be silent for so long");
  hours(sub, "--content-hours", limits.old_content, "It may lack what was published for so long");
  limit(sub, "--waiting-ideas", limits.waiting_ideas, "So many ideas waiting on a kiosk are too many");
  limit(sub, "--growing-beats", limits.growing_beats, "Its queue may grow in so many heartbeats in a row");
  limit(sub, "--clock-ms", limits.clock_ms, "Its clock may be off by so many milliseconds");
  limit(sub, "--free-mb", limits.free_mb, "It should have so many megabytes free");
  return sub;
}

CLI::App* stick_command(CLI::App& parent, Options& options) {
  auto* sub = verb(
      parent, options, "stick", KioskVerb::Stick, "Exchange with kiosks without a network, by USB stick",
      "  wijkvenster-central stick /media/stick --repo /srv/wijkvenster\n"
      "Takes in what kiosks put on the stick (ideas and support, sealed and signed), and puts receipts, the\n"
      "published content and the answers on it, in one go. On the kiosk staff press 'USB-stick', or run\n"
      "`wijkvenster-sync stick /media/stick`. The same stick can go round all kiosks, as often as you like: "
      "what\n"
      "comes twice is kept once. Bring it within three days: after that kiosks take no content from it.\n"
      "Exit code 1: something on the stick was not as it should be; the lines say what, and the rest was "
      "done.");
  sub->add_option("folder", options.stick, "Where the stick is mounted")->required()->type_name("DIR");
  json_flag(sub, options, "What was done, as JSON");
  return sub;
}

}  // namespace

std::vector<CLI::App*> add_kiosk_commands(CLI::App& parent, Options& options) {
  auto* kiosks = parent.add_subcommand("kiosks", "Kiosks that may speak to this central");
  kiosks->require_subcommand(1);
  auto* list =
      verb(*kiosks, options, "list", KioskVerb::KiosksList, "Which kiosks there are and how they are",
           "  wijkvenster-central kiosks list --repo /srv/wijkvenster\n"
           "  wijkvenster-central kiosks list --repo /srv/wijkvenster --json");
  json_flag(list, options, "JSON");
  auto* revoke = state_command(
      *kiosks, options, "revoke", KioskVerb::KiosksRevoke, "Stop taking anything from a kiosk, for good",
      "  wijkvenster-central kiosks revoke 019a5e3c-7d10-7c3a-9f0e-5b8f7c1d2e3f --reason "
      "gestolen --repo /srv/wijkvenster");
  auto* unblock = state_command(
      *kiosks, options, "unblock", KioskVerb::KiosksUnblock,
      "Trust a kiosk again that was blocked as a clone",
      "  wijkvenster-central kiosks unblock 019a5e3c-7d10-7c3a-9f0e-5b8f7c1d2e3f --repo /srv/wijkvenster");
  return {add_command(*kiosks, options), list, revoke, unblock, alerts_command(parent, options),
          stick_command(parent, options)};
}

const char* missing_for_kiosks(const Options& options) {
  const bool wants_code = options.qr != Options::Qr::Nowhere || !options.qr_svg.empty() ||
                          !options.qr_png.empty() || !options.stick.empty();
  if (options.verb == Options::Verb::Stick)
    return options.repo.empty() ? "--repo is missing: its keys open what is on the stick" : nullptr;
  if (!wants_code) return nullptr;
  if (options.url.empty()) return "--url is missing: the invitation holds the address of this central";
  if (options.repo.empty()) return "--repo is missing: the invitation holds the hash of its root";
  return nullptr;
}

}  // namespace wv::central
