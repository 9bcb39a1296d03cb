// The command line of wijkvenster-sync, and the only place where its real world is built.
#include <CLI/CLI.hpp>
#include <array>
#include <cstdio>

#include "sync/agent/commands.h"
#include "sync/agent/killer.h"
#include "sync/client/enrol.h"
#include "sync/client/status.h"
#include "sync/edge/clock.h"
#include "sync/edge/curl_http.h"
#include "sync/edge/disk.h"
#include "sync/edge/random.h"
#include "sync/edge/supervisor.h"
#include "sync/settings/connection.h"
#include "sync/wire/invitation.h"

namespace {

using namespace wv;
using agent::Exit;

struct Arguments {
  std::string state, config, code, url, root_sha256;
  std::string stick = "/run/wijkvenster/stick";  // where the package mounts it (config/kiosk)
  bool json = false, scan = false;
};

constexpr const char* examples = R"(Examples:
  wijkvenster-sync --state /var/lib/wijkvenster enrol --code 7K3MZ90QTC \
      --url https://centraal.example.org/kiosk/v1 --root-sha256 9f2c...
  wijkvenster-sync --state /var/lib/wijkvenster enrol --scan      (then scan or paste what `kiosks add --qr` gave)
  wijkvenster-sync --state /var/lib/wijkvenster once
  wijkvenster-sync --state /var/lib/wijkvenster run
  wijkvenster-sync --state /var/lib/wijkvenster status --json
  wijkvenster-sync --state /var/lib/wijkvenster stick /media/stick     (without a network; see stick --help)

The address and the root hash may also stand in DIR/instellingen.toml:
  [centraal]
  url = "https://centraal.example.org/kiosk/v1"
  wortel_sha256 = "9f2c..."

Exit codes: 0 done, 1 checked and found wrong, 2 usage or settings, 69 central not reached, 74 disk, 75 try later.)";

Exit complain(const base::Error& error) {
  std::fprintf(stderr, "wijkvenster-sync: %s\n", error.message.c_str());
  return agent::exit_for(error);
}

void add_stick(CLI::App& app, Arguments& arguments) {
  CLI::App* stick =
      app.add_subcommand("stick", "Without a network: content and receipts in, ideas out, by USB stick");
  stick->footer(R"(Examples:
  wijkvenster-sync --state /var/lib/wijkvenster stick /media/stick
  wijkvenster-sync --state /var/lib/wijkvenster stick /media/stick --json
Then bring the stick to the central (`wijkvenster-central stick DIR`) and back here for the receipts. A kiosk that is
not enrolled reads the invitation that `kiosks add --stick` wrote. Ideas travel sealed, and stay here until their
receipt came back. While wijkvenster-sync runs as a service, use 'USB-stick' on the staff screen.)");
  stick->add_option("folder", arguments.stick, "Where the stick is mounted")->required()->type_name("DIR");
  stick->add_flag("--json", arguments.json, "What was done, as JSON");
}

void add_commands(CLI::App& app, Arguments& arguments) {
  app.require_subcommand(1);
  app.footer(examples);
  app.set_version_flag("--version", "wijkvenster-sync " WV_VERSION);
  app.add_option("--state", arguments.state, "Folder of this kiosk's files")->required()->type_name("DIR");
  app.add_option("--config", arguments.config, "Settings (default: DIR/instellingen.toml)")
      ->type_name("FILE");
  CLI::App* enrol = app.add_subcommand("enrol", "Make this kiosk known to a central with a one-time code");
  auto* code = enrol->add_option("--code", arguments.code, "The ten characters that the central gave");
  enrol->add_flag("--scan", arguments.scan, "Read code, address and root as one line from standard input")
      ->excludes(code);
  enrol->add_option("--url", arguments.url, "Address of the central, up to and including /kiosk/v1");
  enrol->add_option("--root-sha256", arguments.root_sha256, "SHA-256 of the root to trust, 64 hex digits");
  app.add_subcommand("once", "One sync: content in, ideas out, and end");
  app.add_subcommand("run", "Sync every night and soon after each idea, until SIGTERM")
      ->add_option("--stick", arguments.stick,
                   "Where a USB stick is mounted, for when the screen asks for it")
      ->type_name("DIR")
      ->capture_default_str();
  add_stick(app, arguments);
  app.add_subcommand("status", "What is shown, what waits, and what is wrong")
      ->add_flag("--json", arguments.json, "As JSON");
  app.add_subcommand("verify", "Check every file against its hash; exit 1 when one is damaged");
}

// Who enrols is there to mend a mistake; at night nobody is.
base::Result<settings::Connection> read_settings(const base::Files& files, const Arguments& arguments,
                                                 const CLI::App& app) {
  const std::filesystem::path state = arguments.state;
  const auto file =
      arguments.config.empty() ? state / "instellingen.toml" : std::filesystem::path(arguments.config);
  auto found = app.got_subcommand("enrol")
                   ? settings::read_connection(files, file, file)
                   : settings::read_connection_or_last_good(files, file, state / "instellingen.goed.toml");
  if (found.missing && !arguments.config.empty())
    return base::fail(base::ErrorCode::Invalid, file.string() + ": there is no such file");
  std::string mistakes;
  for (const auto& mistake : found.mistakes) mistakes += (mistakes.empty() ? "" : "\n") + mistake.text();
  if (!mistakes.empty() && !found.is_last_good) return base::fail(base::ErrorCode::Invalid, mistakes);
  if (found.is_last_good)
    complain({base::ErrorCode::Invalid, mistakes + "\ngoing on with the last settings that were right"});
  return std::move(found.connection);
}

Exit show_status(const client::Place& place, const Arguments& arguments) {
  const auto status = client::read_status(place);
  if (!status) return complain(status.error());
  const std::string text =
      arguments.json ? base::to_pretty_text(*status) + "\n" : client::status_for_people(*status);
  std::fputs(text.c_str(), stdout);
  return Exit::Good;
}

// A hand scanner types as a keyboard does, and ends with Enter. Nothing longer than an invitation is read.
base::Result<client::Invitation> scanned_invitation() {
  std::array<char, 512> line{};
  if (std::fgets(line.data(), line.size(), stdin) == nullptr)
    return base::fail(base::ErrorCode::Invalid, "enrol --scan: nothing came in on standard input");
  WV_TRY(auto read, wire::read_invitation(line.data()));
  return client::Invitation{std::move(read.code), std::move(read.address), std::move(read.root_sha256),
                            WV_VERSION};
}

Exit enrol(agent::Job& job, const Arguments& arguments, const settings::Connection& settings) {
  if (arguments.scan) {
    const auto scanned = scanned_invitation();
    return scanned ? agent::enrol(job, *scanned) : complain(scanned.error());
  }
  if (arguments.code.empty()) return complain({base::ErrorCode::Invalid, "enrol needs --code or --scan"});
  client::Invitation invitation{arguments.code, arguments.url.empty() ? settings.url : arguments.url,
                                arguments.root_sha256.empty() ? settings.root_sha256 : arguments.root_sha256,
                                WV_VERSION};
  if (invitation.address.empty() || invitation.root_sha256.empty()) {
    return complain(
        {base::ErrorCode::Invalid,
         "enrol needs the address and the root hash of the central: --url and --root-sha256, or [centraal] "
         "in instellingen.toml; or all of it at once with --scan"});
  }
  return agent::enrol(job, invitation);
}

// A round may last for hours on a slow line, but no exchange longer than ten minutes.
class WatchedHttp final : public base::Http {
 public:
  WatchedHttp(base::Http& http, base::Supervisor& supervisor) : http_(http), supervisor_(supervisor) {}
  base::Result<base::HttpResponse> exchange(const base::HttpRequest& request) override {
    supervisor_.alive();
    return http_.exchange(request);
  }

 private:
  base::Http& http_;
  base::Supervisor& supervisor_;
};

// What speaks to the network and writes files.
Exit work(const CLI::App& app, const Arguments& arguments, edge::Disk& files, const client::Place& place) {
  const auto settings = read_settings(files, arguments, app);
  if (!settings) return complain(settings.error());
  const auto clock = edge::system_clock();
  if (!clock) return complain(clock.error());
  const auto steps = agent::make_steps();
  if (!steps) return complain(steps.error());
  edge::Disk secrets(edge::Disk::Access::OwnerOnly);
  edge::SystemRandom random;
  const auto http =
      edge::curl_http({.ca_file = settings->ca_file, .user_agent = "wijkvenster-sync/" WV_VERSION});
  const base::Log log([](std::string_view line) {
    std::fprintf(stderr, "%.*s\n", static_cast<int>(line.size()), line.data());
  });
  const auto supervisor = edge::systemd_supervisor(**clock);
  WatchedHttp watched(*http, *supervisor);
  client::World world{watched, files, secrets, **clock, random, **steps, log};
  const base::Instant built{std::chrono::seconds{WV_BUILT_AT}};
  agent::Job job{
      world, place, {settings->url, WV_VERSION, built, settings->root_sha256}, *supervisor, arguments.stick};
  if (app.got_subcommand("enrol")) return enrol(job, arguments, *settings);
  if (app.got_subcommand("stick"))
    return agent::stick(job, arguments.json ? agent::Report::Json : agent::Report::Lines);
  return app.got_subcommand("once") ? agent::once(job) : agent::run(job);
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments;
  CLI::App app("Brings content to a kiosk and takes ideas to the central.", "wijkvenster-sync");
  add_commands(app, arguments);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : static_cast<int>(Exit::Usage);
  }
  const client::Place place{arguments.state};
  edge::Disk files;
  Exit exit = Exit::Good;
  if (app.got_subcommand("status")) {
    exit = show_status(place, arguments);
  } else if (app.got_subcommand("verify")) {
    exit = agent::verify(place);
  } else {
    exit = work(app, arguments, files, place);
  }
  return static_cast<int>(exit);
}
