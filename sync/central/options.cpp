// The command line of wijkvenster-central: CLI11 stays in this file.
#include "sync/central/options.h"

#include <CLI/CLI.hpp>
#include <cstdio>

#include "sync/central/keeping_commands.h"
#include "sync/central/kiosk_options.h"

namespace wv::central {
namespace {

using Verb = Options::Verb;

class Parser {
 public:
  Parser()
      : app_("The central of Wijkvenster: publishes content, takes in ideas, hands out answers.",
             "wijkvenster-central") {
    app_.set_version_flag("--version", program_version);
    app_.require_subcommand(1);
    app_.footer(
        "Examples:\n"
        "  wijkvenster-central init --repo /srv/wijkvenster\n"
        "  wijkvenster-central publish content/tilburg --repo /srv/wijkvenster\n"
        "  wijkvenster-central serve --repo /srv/wijkvenster --listen 127.0.0.1:8080\n"
        "`wijkvenster-central COMMAND --help` tells more and gives examples.\n"
        "Exit codes: 0 done, 1 checked and found wrong, 2 usage, 69 unavailable, 74 input/output, 75 try "
        "later.");
    publishing();
    serving();
    for (auto* sub : add_kiosk_commands(app_, options_)) both(sub);
    declare_orders(app_, options_.orders, [this](CLI::App& sub) {
      both(&sub);
      sub.callback([this] { options_.verb = Verb::Orders; });
    });
    both(add_retention_command(app_, options_));
    ideas();
    exports();
    declare_users(app_, options_.users, [this](CLI::App& sub) {
      both(&sub);
      sub.callback([this] { options_.verb = Verb::Users; });
    });
    relays();
    copies();
    add_intake_commands(app_, options_.intake, [this] { options_.verb = Verb::Intake; });
  }

  std::expected<Options, int> parse(int argc, const char* const* argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
      return std::unexpected(app_.exit(error) == 0 ? exit_fine : exit_usage);
    }
    if (json_) options_.form = Options::Form::Json;
    if (csv_) options_.form = Options::Form::Csv;
    if (local_) options_.copy = Options::Copy::OnlyCopies;
    return take_store();
  }

 private:
  CLI::App* command(CLI::App& parent, const char* name, Verb verb, const char* what, const char* examples) {
    auto* sub = parent.add_subcommand(name, what);
    sub->footer(std::string("Examples:\n") + examples);
    sub->callback([this, verb] { options_.verb = verb; });
    return sub;
  }
  CLI::Option* repo(CLI::App* sub) {
    return sub->add_option("--repo", options_.repo, "Folder with the keys and the published content")
        ->type_name("DIR");
  }
  void store(CLI::App* sub) {
    sub->add_option("--store", store_,
                    "Where kiosks, ideas and answers are kept (default: sqlite:DIR/ideeen.db)")
        ->type_name("sqlite:FILE|postgresql://USER@HOST/DATABASE");
    sub->add_option("--ledger", options_.ledger,
                    "Where erasures are noted, outside the store and its copies (default: beside the store)")
        ->type_name("FILE");
  }
  void both(CLI::App* sub) { repo(sub), store(sub); }

  void publishing() {
    auto* init =
        command(app_, "init", Verb::Init, "Make all keys and the first root (two of three, one year)",
                "  wijkvenster-central init --repo /srv/wijkvenster\n"
                "Then move DIR/sleutels/offline to a stick in a safe, and bring it back only to publish.");
    repo(init)->required();
    store(init);
    auto* renew = command(app_, "renew-root", Verb::RenewRoot,
                          "Sign the root anew for another year (needs root1 and root2)",
                          "  wijkvenster-central renew-root --repo /srv/wijkvenster");
    both(renew);
    auto* sha = command(app_, "root-sha256", Verb::RootSha256,
                        "Print what a kiosk must be told to trust this central",
                        "  wijkvenster-central root-sha256 --repo /srv/wijkvenster");
    both(sha);
    auto* publish = command(
        app_, "publish", Verb::Publish, "Check a folder of content and publish it (needs publicist.json)",
        "  wijkvenster-central publish content/tilburg --repo /srv/wijkvenster\n"
        "Mistakes are listed all at once as file:line: key: message; then nothing is published.");
    publish
        ->add_option("folder", options_.folder, "Folder with gemeente.toml, gebieden/, kaart/ and beelden/")
        ->required();
    both(publish);
    auto* answers =
        command(app_, "publish-answers", Verb::PublishAnswers, "Publish answers and moderated ideas now",
                "  wijkvenster-central publish-answers --repo /srv/wijkvenster\n"
                "A running server does this by itself, at most once a minute.");
    both(answers);
  }

  void serving() {
    auto* serve = command(app_, "serve", Verb::Serve, "Answer the kiosks until SIGTERM or Ctrl-C",
                          "  wijkvenster-central serve --repo /srv/wijkvenster --listen 127.0.0.1:8080\n"
                          "Put nginx with TLS in front of it: the central itself speaks plain HTTP.");
    both(serve);
    add_ideas_count_as(serve, options_);
    serve->add_option("--listen", options_.listen, "Address and port; port 0 takes a free one")
        ->capture_default_str();
    serve->add_option("--content", options_.folder, "Folder of content that staff may work on at the desk")
        ->type_name("DIR");
    connections(serve);
    serve->add_option("--port-file", options_.port_file, "Write the port here once listening")
        ->type_name("FILE");
  }

  void ideas() {
    auto* ideas = command(
        app_, "ideas", Verb::Ideas, "Show the ideas that came in",
        "  wijkvenster-central ideas --repo /srv/wijkvenster\n"
        "  wijkvenster-central ideas --repo /srv/wijkvenster --csv > ideeen.csv\n"
        "  wijkvenster-central ideas --repo /srv/wijkvenster --status ontvangen      what waits for "
        "moderation\n"
        "  wijkvenster-central ideas --repo /srv/wijkvenster --json --open-contact /media/stick/contact.pem");
    auto* json = ideas->add_flag("--json", json_, "JSON");
    ideas->add_flag("--csv", csv_, "CSV for a spreadsheet")->excludes(json);
    ideas->add_option("--status", options_.status, "Only ideas with this status");
    ideas
        ->add_option("--open-contact", options_.contact_key,
                     "Open contact data with this private key, which stays here")
        ->type_name("PEMFILE");
    both(ideas);
    auto* answer = command(
        app_, "answer", Verb::Answer, "Answer an idea and publish the answer",
        "  wijkvenster-central answer 7K3MZ-90QTC --status 'in behandeling' --text 'We kijken ernaar.' "
        "--repo "
        "/srv/wijkvenster\n"
        "  wijkvenster-central answer i41 --status gepubliceerd --repo /srv/wijkvenster      everybody may "
        "read it\n"
        "  wijkvenster-central answer i41 --status 'niet getoond' --text 'Er staat een naam in.' --repo "
        "/srv/wijkvenster\n"
        "  wijkvenster-central answer i42 --merge-with i41 --repo /srv/wijkvenster           the same, said "
        "twice\n"
        "Statuses: in moderatie, gepubliceerd, niet getoond, doorverwezen, in behandeling, in agenda,\n"
        "in uitvoering, uitgevoerd, niet overgenomen, ingetrokken. Whoever gets 'no' reads why: niet "
        "getoond,\n"
        "doorverwezen and niet overgenomen need --text.");
    answer->add_option("code", options_.code, "The visitor's code, the public id (i41) or the id of the idea")
        ->required();
    auto* status = answer->add_option("--status", options_.status, "What became of it");
    answer
        ->add_option("--merge-with", options_.merge_with,
                     "The idea with which this one goes on: its code, public id or id")
        ->excludes(status);
    answer->add_option("--text", options_.text, "Public answer in Dutch (B1)");
    answer->add_option("--text-en", options_.text_en, "The same in English");
    both(answer);
    supports();
    auto* erase = command(
        app_, "erase", Verb::Erase, "Erase an idea on request; it never comes back",
        "  wijkvenster-central erase 019a5e3c-7d10-7c3a-9f0e-5b8f7c1d2e3f --reason 'verzoek bewoner' --repo "
        "/srv/wijkvenster");
    erase->add_option("idea", options_.code, "Id of the idea")->required();
    erase->add_option("--reason", options_.reason, "Why, for the log")->required();
    both(erase);
  }

  void supports() {
    auto* supports =
        app_.add_subcommand("supports", "Support that came in a burst and waits for a moderator");
    supports->require_subcommand(1);
    auto* list =
        command(*supports, "list", Verb::Supports, "Which kiosks sent more in an hour than neighbours do",
                "  wijkvenster-central supports list --repo /srv/wijkvenster");
    both(list);
    const auto verdict = [&](const char* name, Verb verb, const char* what) {
      auto* sub = command(*supports, name, verb, what,
                          "  wijkvenster-central supports list --repo /srv/wijkvenster      shows the id");
      sub->add_option("kiosk", options_.kiosk, "Its id")->required();
      both(sub);
    };
    verdict("count", Verb::SupportsCount, "It was real: count what waits from this kiosk");
    verdict("reject", Verb::SupportsReject, "It was not: never count what waits from this kiosk");
    auto* examples = command(
        app_, "example-ideas", Verb::ExampleIdeas, "For a demonstration: take in invented ideas from a file",
        "  wijkvenster-central example-ideas assets/content/voorbeeldideeen.toml --repo build/demo/centraal\n"
        "They are kept as coming from the kiosk 'voorbeeld'. Nothing happens when they are there already.");
    examples->add_option("file", options_.file, "TOML; the example file explains itself")->required();
    both(examples);
  }

  void exports() {
    auto* out =
        command(app_, "export", Verb::Export,
                "Write ideas, kiosks or the log to a file for other systems and the archive",
                "  wijkvenster-central export ideas --format ods --out ideeen.ods --repo /srv/wijkvenster\n"
                "  wijkvenster-central export ideas --from 2026-01-01 --until 2026-03-31 --area noord --out "
                "q1.csv --repo "
                "/srv/wijkvenster\n"
                "  wijkvenster-central export ideas --format json --with-personal-data --contact-key "
                "/media/stick/contact.pem --repo /srv/wijkvenster\n"
                "Beside a CSV file comes FILE-metadata.json (CSV on the Web). Without --with-personal-data "
                "there is no\n"
                "contact data in it, and numbers of persons in texts are masked.");
    declare_export(*out, options_.exporting);
    both(out);
  }

  CLI::Option* connections(CLI::App* sub) {
    return sub
        ->add_option("--connections", options_.connections,
                     "Tell the systems in this file (config/koppelingen.toml explains it)")
        ->type_name("TOMLFILE");
  }

  void relays() {
    auto* relay = app_.add_subcommand("relay", "Other systems that are told of ideas and answers");
    relay->require_subcommand(1);
    auto* once =
        command(*relay, "once", Verb::RelayOnce, "Tell them now what they do not know yet",
                "  wijkvenster-central relay once --connections /etc/wijkvenster/koppelingen.toml --repo "
                "/srv/wijkvenster\n"
                "A server that runs with --connections does this by itself.");
    connections(once)->required();
    both(once);
    auto* status =
        command(*relay, "status", Verb::RelayStatus, "How far each system is, and what is in its way",
                "  wijkvenster-central relay status --repo /srv/wijkvenster");
    status->add_flag("--json", json_, "JSON");
    both(status);
  }

  void copies() {
    auto* backup = command(
        app_, "backup", Verb::Backup, "Copy the store, read the copy back, and let kiosks erase theirs",
        "  wijkvenster-central backup /mnt/elders/ideeen-2026-03-01.db --repo /srv/wijkvenster\n"
        "FILE must outlive this machine. If it does not, use --local, bring it away, then `durable FILE`.");
    backup->add_option("file", options_.file, "New file")->required();
    backup->add_flag("--local", local_, "Only copy: kiosks keep their ideas");
    both(backup);
    auto* durable = command(
        app_, "durable", Verb::Durable, "Read a copy back where it is kept, and let kiosks erase theirs",
        "  wijkvenster-central durable /mnt/elders/ideeen-2026-03-01.db --repo /srv/wijkvenster");
    durable->add_option("file", options_.file, "A copy made by backup")->required();
    both(durable);
    auto* restore = command(
        app_, "restore", Verb::Restore, "Put a copy in the place of the store (stop the server first)",
        "  wijkvenster-central restore /mnt/elders/ideeen-2026-03-01.db --repo /srv/wijkvenster\n"
        "The store that stood there is moved aside. Kiosks will offer their ideas again.");
    restore->add_option("file", options_.file, "A copy made by backup")->required();
    both(restore);
  }

  std::expected<Options, int> take_store() {
    if (options_.verb == Verb::Intake) return options_;
    if (store_.empty() && !options_.repo.empty()) store_ = "sqlite:" + options_.repo + "/ideeen.db";
    auto place = store_place(store_);
    if (place) options_.store = std::move(*place);
    if (options_.ledger.empty()) options_.ledger = usual_ledger(options_);
    const bool needs_ledger =
        options_.verb == Verb::Erase || options_.verb == Verb::Retention || options_.verb == Verb::Restore;
    const bool needs_repo = options_.verb == Verb::RootSha256 || options_.verb == Verb::Publish ||
                            options_.verb == Verb::RenewRoot || options_.verb == Verb::Serve ||
                            options_.verb == Verb::PublishAnswers;
    std::string wrong;
    if (store_.empty())
      wrong = "--repo or --store is missing";
    else if (!place)
      wrong = "--store: " + place.error().message;
    else if (needs_repo && options_.repo.empty())
      wrong = "--repo is missing";
    else if (needs_ledger && options_.ledger.empty())
      wrong = "--ledger is missing, or --repo, beside which it stands";
    if (options_.verb == Verb::Answer && options_.status.empty() && options_.merge_with.empty())
      wrong = "--status is missing, or --merge-with";
    if (const auto* missing = missing_for_kiosks(options_)) wrong = missing;
    if (wrong.empty()) return options_;
    std::fprintf(stderr, "wijkvenster-central: %s\nRun with --help for more information.\n", wrong.c_str());
    return std::unexpected(exit_usage);
  }

  CLI::App app_;
  Options options_;
  std::string store_;
  bool json_ = false, csv_ = false, local_ = false;
};

}  // namespace

std::expected<Options, int> parse_options(int argc, const char* const* argv) {
  return Parser().parse(argc, argv);
}

}  // namespace wv::central
