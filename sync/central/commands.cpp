// The commands beside serve: each asks the desk, or works on the repository and on copies directly.
#include "sync/central/commands.h"

#include <unistd.h>

#include <cstdio>

#include "sync/base/utf8.h"
#include "sync/base/uuid.h"
#include "sync/central/answer_request.h"
#include "sync/central/asking.h"
#include "sync/central/backup.h"
#include "sync/central/desk_line.h"
#include "sync/central/export_command.h"
#include "sync/central/intake_command.h"
#include "sync/central/keeping_commands.h"
#include "sync/central/kiosk_commands.h"
#include "sync/central/order_commands.h"
#include "sync/central/print.h"
#include "sync/central/relay_command.h"
#include "sync/central/stick_command.h"
#include "sync/central/user_commands.h"
#include "sync/content/toml_source.h"
#include "sync/edge/lock.h"

namespace wv::central {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Json;
using base::Result;

void say(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fputc('\n', stdout);
}

// What goes on, for who waits; not for a script.
void progress(std::string_view text) {
  if (::isatty(STDERR_FILENO) == 1)
    std::fprintf(stderr, "  %.*s\n", static_cast<int>(text.size()), text.data());
}

class Commands {
 public:
  Commands(const Options& options, Machine& machine)
      : options_(options),
        machine_(machine),
        repository_(machine.files, machine.secret_files, options.repo, machine.steps) {}

  Result<> run() {
    using enum Options::Verb;
    switch (options_.verb) {
      case Init:
        return init();
      case RenewRoot:
        return renew_root();
      case RootSha256:
        return root_sha256();
      case Publish:
        return publish();
      case PublishAnswers:
        return publish_answers();
      case Serve:
        return serve(options_, machine_);
      case KiosksAdd:
        return add_kiosk(options_, machine_, repository_, asking_);
      case KiosksList:
        return list_kiosks(options_, asking_);
      case KiosksRevoke:
      case KiosksUnblock:
        return set_kiosk_state(options_, options_.verb == KiosksRevoke ? "ingetrokken" : "actief", asking_);
      case Alerts:
        return show_alerts(options_, asking_);
      case Retention:
        return show_retention(options_, asking_);
      case Ideas:
        return ideas();
      case Answer:
        return answer();
      case Supports:
      case SupportsCount:
      case SupportsReject:
        return supports();
      case ExampleIdeas:
        return example_ideas();
      case Export:
        return export_to(options_.exporting);
      case Users:
        return run_users(options_.users, asking_);
      case Orders:
        return run_orders(options_.orders, machine_, asking_);
      case RelayOnce:
      case RelayStatus:
        return options_.verb == RelayOnce ? relay_now(options_, machine_) : relay_status(options_, asking_);
      case Erase:
        return erase();
      case Backup:
        return backup();
      case Durable:
        return durable();
      case Restore:
        return restore_store();
      case Stick:
        return run_stick(options_, machine_, repository_, asking_);
      case Intake:
        return run_intake(options_.intake, machine_);
    }
    return {};
  }

  const content::Findings& findings() const { return findings_; }

 private:
  Result<> ask(const Json& request, const Desk::Row& row) { return asking_(request, row); }
  Result<edge::FileLock> lock_repository() {
    WV_CHECK(machine_.files.make_folder(options_.repo));
    return edge::FileLock::wait(repository_.lock_file());
  }

  Result<> init();
  Result<> renew_root();
  Result<> root_sha256();
  Result<> publish();
  Result<> publish_answers();
  Result<> ideas();
  Result<> answer();
  Result<> supports();
  Result<> list_supports();
  Result<> review(Review review);
  Result<> example_ideas();
  Result<> export_to(const ExportOptions& options);
  Result<> erase();
  Result<> backup();
  Result<> durable();
  Result<> restore_store();
  Result<> move_mark(const CopyReport& report);

  const Options& options_;
  Machine& machine_;
  Repository repository_;
  const AskDesk asking_ = [this](const Json& request, const Desk::Row& row) {
    return ask_desk(options_, machine_, repository_, request, row);
  };
  content::Findings findings_;
};

Result<> Commands::init() {
  WV_TRY(const auto lock, lock_repository());
  progress("making keys");
  WV_CHECK(repository_.init(machine_.random, machine_.clock.now()));
  WV_TRY(const auto sha256, repository_.root_sha256());
  say("Keys made in " + repository_.vault().folder().string());
  say("Root      " + sha256);
  say("Now move " + (repository_.vault().folder() / "offline").string() + " to a stick in a safe.");
  return {};
}

Result<> Commands::renew_root() {
  WV_TRY(const auto lock, lock_repository());
  WV_TRY(const auto version, repository_.renew_root(machine_.clock.now()));
  WV_TRY(const auto sha256, repository_.root_sha256());
  say("Root " + std::to_string(version) + " signed and published, " + sha256);
  return {};
}

Result<> Commands::root_sha256() {
  WV_TRY(const auto sha256, repository_.root_sha256());
  say(sha256);
  return {};
}

Result<> Commands::publish() {
  progress("reading " + options_.folder);
  auto documents = content::read_content(machine_.files, options_.folder);
  if (!documents) {
    findings_ = std::move(documents.error());
    return fail(ErrorCode::Invalid,
                std::to_string(findings_.size()) + (findings_.size() == 1 ? " mistake" : " mistakes") +
                    " in the content; nothing was published, and what was published before stands");
  }
  progress("signing " + std::to_string(documents->targets.size()) + " documents");
  WV_TRY(const auto lock, lock_repository());
  WV_TRY(const auto released, repository_.publish(*documents, {}, machine_.clock.now()));
  say("Published " + released.channel + ": " + std::to_string(documents->areas) + " areas, " +
      std::to_string(documents->pictures) + " pictures, version " + std::to_string(released.targets_version) +
      " (" + std::to_string(released.new_blobs) + " new files)");
  return {};
}

Result<> Commands::publish_answers() {
  return ask(Json::object({{"vraag", "terugkoppeling"}}), [](const Json& row) {
    const auto channels = row.integer_or("kanalen", 0);
    say(channels == 0 ? "Nothing changed since the last time"
                      : "Published in " + std::to_string(channels) + " channels");
    return true;
  });
}

Result<> Commands::export_to(const ExportOptions& options) {
  const auto pace = options.out == "-" ? RowPace::AllFirst : RowPace::AsTheyCome;
  const AskDesk asking = [this, pace](const Json& request, const Desk::Row& row) {
    return ask_desk(options_, machine_, repository_, request, row, pace);
  };
  WV_TRY(const auto told, export_rows(options, machine_, asking));
  if (!told.empty()) say(told);
  return {};
}

Result<> Commands::ideas() {
  if (options_.form == Options::Form::Csv)
    return export_to(export_of_ideas(options_.status, options_.contact_key));
  base::Secret key;
  if (!options_.contact_key.empty()) {
    WV_TRY(auto pem, machine_.files.read(options_.contact_key));
    key = base::Secret(std::span<const std::uint8_t>(pem));
    base::wipe(pem);
  }
  std::size_t count = 0;
  WV_CHECK(ask(Json::object({{"vraag", "ideeen"}}), [&](const Json& row) {
    if (!options_.status.empty() && row.text_or("status", "") != options_.status) return true;
    Json idea = row;
    if (!key.empty()) open_contact(idea, key);
    if (options_.form == Options::Form::Json)
      std::fputs(((count == 0 ? "[\n" : ",\n") + base::to_pretty_text(idea)).c_str(), stdout);
    else
      std::fputs(idea_lines(idea).c_str(), stdout);
    ++count;
    return std::ferror(stdout) == 0;
  }));
  if (options_.form == Options::Form::Json) std::fputs(count == 0 ? "[]\n" : "\n]\n", stdout);
  if (options_.form == Options::Form::Table) say(count == 1 ? "1 idea" : std::to_string(count) + " ideas");
  return {};
}

Result<> Commands::answer() {
  WV_TRY(const auto request, answer_request(options_, repository_.vault()));
  return ask(request, [](const Json& row) {
    const auto yes = [&](std::string_view key) {
      const bool* value = row.find(key) ? row.find(key)->boolean() : nullptr;
      return value && *value;
    };
    say("Idea " + std::string(row.text_or("idee", "")) + " is now '" +
        std::string(row.text_or("status", "")) + "'" +
        (yes("gepubliceerd")      ? ", and the answer is published"
         : yes("binnenEenMinuut") ? ", and the answer is published within a minute"
                                  : ""));
    return true;
  });
}

Result<> Commands::supports() {
  if (options_.verb == Options::Verb::Supports) return list_supports();
  return review(options_.verb == Options::Verb::SupportsCount ? Review::Count : Review::Reject);
}

Result<> Commands::list_supports() {
  std::size_t bursts = 0;
  WV_CHECK(ask(Json::object({{"vraag", "steun"}}),
               [&](const Json& row) { return say(burst_line(row)), ++bursts > 0; }));
  if (bursts == 0) say("No support waits for a moderator");
  return {};
}

Result<> Commands::review(Review review) {
  const bool counts = review == Review::Count;
  return ask(Json::object({{"vraag", "steun-oordeel"}, {"kiosk", options_.kiosk}, {"telt", counts}}),
             [&](const Json& row) {
               const auto count = std::to_string(row.integer_or("aantal", 0));
               return say(count + (counts ? " times support counted" : " times support rejected")), true;
             });
}

Result<> Commands::example_ideas() {
  WV_TRY(const auto bytes, machine_.files.read(options_.file));
  auto document = content::read_toml(options_.file, base::as_text(bytes));
  if (!document) return fail(ErrorCode::Invalid, document.error().text());
  const Json* ideas = document->json.find("ideeen");
  return ask(Json::object({{"vraag", "voorbeelden"}, {"ideeen", ideas ? *ideas : Json::array()}}),
             [](const Json& row) {
               const auto count = std::to_string(row.integer_or("aantal", 0));
               return say(count + " example ideas taken in (0: they were there already)"), true;
             });
}

Result<> Commands::erase() {
  WV_CHECK(ask(Json::object({{"vraag", "wissen"}, {"idee", options_.code}, {"reden", options_.reason}}),
               [](const Json&) { return true; }));
  say("Idea " + options_.code + " is erased and will not come back");
  return {};
}

Result<> Commands::backup() {
  const auto file = fs::absolute(options_.file);
  const auto aside = fs::path(file) += ".nieuw";
  std::error_code ignored;
  if (fs::exists(file, ignored))
    return fail(ErrorCode::Invalid, file.string() + " exists already; name a new file");
  fs::remove(aside, ignored);
  progress("copying");
  WV_CHECK(
      ask(Json::object({{"vraag", "kopie"}, {"bestand", aside.string()}}), [](const Json&) { return true; }));
  machine_.steps.reached(step::copy_made);
  progress("reading the copy back");
  auto report = verify_copy(aside);
  if (!report) {
    fs::remove(aside, ignored);
    return base::pass(report, "the copy is not good and was thrown away");
  }
  machine_.steps.reached(step::copy_verified);
  WV_CHECK(machine_.secret_files.rename(aside, file));
  machine_.steps.reached(step::copy_named);
  say("Copied " + std::to_string(report->ideas) + " ideas to " + file.string() + " and read them back");
  say("Keep " + options_.ledger.string() + " too, apart from the copy: it says what may never come back");
  if (options_.copy == Options::Copy::OnlyCopies) return {};
  return move_mark(*report);
}

Result<> Commands::durable() {
  progress("reading the copy");
  auto report = verify_copy(fs::absolute(options_.file));
  if (!report) return base::pass(report, "the copy is not good");
  say(std::to_string(report->ideas) + " ideas are whole");
  return move_mark(*report);
}

Result<> Commands::move_mark(const CopyReport& report) {
  WV_CHECK(
      ask(Json::object({{"vraag", "duurzaam"},
                        {"tot", static_cast<std::int64_t>(report.complete_until.time_since_epoch().count())},
                        {"epoch", report.epoch}}),
          [](const Json&) { return true; }));
  say("Durable up to " + base::to_rfc3339(report.complete_until) + ": kiosks may erase what came in before");
  return {};
}

Result<> Commands::restore_store() {
  auto hold = StoreHold::take(options_.store);
  if (!hold) return base::pass(hold, "stop the server first");
  WV_TRY(const auto erased, ErasureLedger(machine_.files, options_.ledger).entries());
  if (erased.empty())
    say("No erasure ledger in " + options_.ledger.string() +
        ": if anything was erased since this copy, put the ledger there and restore again");
  progress("reading the copy");
  WV_TRY(const auto restored,
         restore(machine_.secret_files, fs::absolute(options_.file), options_.store,
                 base::make_uuid4(machine_.random), machine_.clock.now(), erased, machine_.steps));
  say("Restored " + std::to_string(restored.copy.ideas) + " ideas, complete up to " +
      base::to_rfc3339(restored.copy.complete_until));
  if (restored.erased_again > 0)
    say("Erased again on earlier request: " + std::to_string(restored.erased_again));
  if (!restored.earlier_store.empty()) say("What stood there before: " + restored.earlier_store);
  say("Kiosks offer their ideas again at their next sync.");
  return {};
}

int exit_code(const base::Error& error, Options::Verb verb) {
  switch (error.code) {
    case ErrorCode::Unavailable:
      return verb == Options::Verb::Serve ? exit_unavailable : exit_later;
    case ErrorCode::Io:
      return exit_io;
    default:
      return exit_wrong;
  }
}

}  // namespace

int run_command(const Options& options, Machine& machine) {
  Commands commands(options, machine);
  const auto done = commands.run();
  std::fflush(stdout);
  for (const auto& finding : commands.findings()) std::fprintf(stderr, "%s\n", finding.text().c_str());
  if (done) return std::ferror(stdout) == 0 ? exit_fine : exit_io;
  std::fprintf(stderr, "wijkvenster-central: %s\n", done.error().message.c_str());
  return exit_code(done.error(), options.verb);
}

}  // namespace wv::central
