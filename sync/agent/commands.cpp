// Lock, open, do, and say in a few lines what came of it.
#include "sync/agent/commands.h"

#include <cstdio>
#include <optional>

#include "sync/agent/loop.h"
#include "sync/client/ideas.h"
#include "sync/edge/lock.h"
#include "sync/edge/stick.h"
#include "sync/wire/stick.h"

namespace wv::agent {
namespace {

using base::ErrorCode;
using base::Result;

void say(const std::string& line) {
  std::fprintf(stdout, "%s\n", line.c_str());
}
void complain(const std::string& line) {
  std::fprintf(stderr, "wijkvenster-sync: %s\n", line.c_str());
}

struct Opened {
  edge::FileLock lock;
  client::Store store;
};

Result<Opened> open(const Job& job) {
  WV_CHECK(job.world.files.make_folder(job.place.state));
  WV_TRY(auto lock, edge::FileLock::take(job.place.lock_file()));
  WV_TRY(auto store, client::Store::open(job.place.sync_file()));
  return Opened{std::move(lock), std::move(store)};
}

Exit fail_with(const base::Error& error) {
  complain(error.message);
  return exit_for(error);
}

bool is_held(const base::Error& error) {
  return error.code == ErrorCode::Unavailable;
}

Exit already_running(const client::Place& place) {
  say("Another wijkvenster-sync is at work in " + place.state.string() + "; leaving it to that one.");
  return Exit::Good;
}

void report(const client::Outcome& outcome) {
  if (outcome.content_activated) say("Content: a new release is shown.");
  if (outcome.ideas_confirmed > 0)
    say("Ideas: " + std::to_string(outcome.ideas_confirmed) + " received by the central.");
  if (outcome.ideas_refused > 0)
    say("Ideas: " + std::to_string(outcome.ideas_refused) + " refused; see status.");
  for (const auto& setback : outcome.setbacks) {
    complain(std::string(setback.code.word) + ": " + setback.detail);
  }
  if (outcome.setbacks.empty()) say("Done.");
}

void report(const client::StickOutcome& outcome) {
  if (outcome.enrolled) say("Enrolled with the invitation on the stick.");
  if (outcome.content_activated) say("Content: a new release is shown.");
  if (outcome.confirmed > 0)
    say("Receipts: " + std::to_string(outcome.confirmed) + " ideas and supports are with the central.");
  if (outcome.refused > 0) say("Ideas: " + std::to_string(outcome.refused) + " refused; see status.");
  if (outcome.carried > 0)
    say("On the stick for the central: " + std::to_string(outcome.carried) +
        " ideas and supports. They stay here too, until a receipt comes back.");
  for (const auto& setback : outcome.setbacks)
    complain(std::string(setback.code.word) + ": " + setback.detail);
  if (outcome.setbacks.empty()) say("Done. The stick can be taken out.");
}

// One line a file; false when it is not as it should be.
bool tell(const std::filesystem::path& file, const Result<>& checked) {
  say(file.filename().string() + ": " + (checked ? "sound" : checked.error().message));
  return checked.has_value();
}

Result<> check_ideas(const std::filesystem::path& file) {
  WV_TRY(auto database, db::Database::open(file, db::OpenMode::Read));
  WV_CHECK(database.integrity_check());
  WV_TRY(auto ideas, client::Ideas::open(file));
  WV_TRY(const auto list, ideas.list());
  for (const auto& known : list) {
    const auto frozen = ideas.read(known.idea, known.cargo);
    if (!frozen && frozen.error().code != ErrorCode::NotFound) return std::unexpected(frozen.error());
  }
  return {};
}

Result<> check_release(const std::filesystem::path& file) {
  WV_TRY(auto reader, client::ReleaseReader::open(file));
  return reader.verify();
}

}  // namespace

Exit exit_for(const base::Error& error) {
  switch (error.code) {
    case ErrorCode::Io:
      return Exit::Io;
    case ErrorCode::Unavailable:
      return Exit::TryLater;
    case ErrorCode::Invalid:
      return Exit::Usage;
    default:
      return Exit::FoundWrong;
  }
}

Exit exit_for(const client::Setback& setback) {
  namespace code = client::code;
  const client::Code what = setback.code;
  if (what == code::busy || what == code::server_fault) return Exit::TryLater;
  if (what == code::offline || what == code::portal || what == code::not_fetched) return Exit::Unavailable;
  if (what == code::enrolment_carried) return Exit::TryLater;
  if (what == code::stick_missing || what == code::stick_broken || what == code::stick_full ||
      what == code::stick_read_only)
    return Exit::Io;
  if (what == code::storage || what == code::disk_full || what == code::ideas_unreadable) return Exit::Io;
  if (what == code::bad_address || what == code::not_enrolled) return Exit::Usage;
  return Exit::FoundWrong;
}

Exit enrol(Job& job, const client::Invitation& invitation) {
  auto opened = open(job);
  if (!opened && is_held(opened.error())) {
    complain("another wijkvenster-sync is at work in " + job.place.state.string() + "; stop it first");
    return Exit::TryLater;
  }
  if (!opened) return fail_with(opened.error());
  const auto enrolled = client::enrol(job.world, job.place, opened->store, invitation);
  if (!enrolled) {
    complain(std::string(enrolled.error().code.word) + ": " + enrolled.error().detail);
    return exit_for(enrolled.error());
  }
  const auto kiosk = opened->store.fact(client::fact::kiosk);
  say("Enrolled as kiosk " + (kiosk ? kiosk->value_or("?") : "?") + ".");
  return Exit::Good;
}

Exit once(Job& job) {
  auto opened = open(job);
  if (!opened && is_held(opened.error())) return already_running(job.place);
  if (!opened) return fail_with(opened.error());
  const auto outcome = client::run_round(job.world, job.place, opened->store, job.options);
  if (!outcome) return fail_with(outcome.error());
  report(*outcome);
  return outcome->setbacks.empty() ? Exit::Good : exit_for(outcome->setbacks.front());
}

Result<client::StickOutcome> exchange_with_stick(Job& job, client::Store& store) {
  auto found = edge::Stick::open(job.stick, wire::stick::max_file_bytes);
  if (found) return client::run_stick_round(job.world, job.place, store, *found, job.options);
  client::StickOutcome outcome;
  outcome.setbacks.push_back(client::stick_setback(found.error()).error());
  const auto now = job.world.clock.now();
  WV_CHECK(store.set(client::fact::stick_report, base::to_text(client::to_json(outcome, now, now))));
  return outcome;
}

Exit stick(Job& job, Report form) {
  auto opened = open(job);
  if (!opened && is_held(opened.error())) {
    complain("another wijkvenster-sync is at work in " + job.place.state.string() +
             "; use 'USB-stick' on the staff screen, or stop it first");
    return Exit::TryLater;
  }
  if (!opened) return fail_with(opened.error());
  const auto began = job.world.clock.now();
  const auto outcome = exchange_with_stick(job, opened->store);
  if (!outcome) return fail_with(outcome.error());
  if (form == Report::Json)
    say(base::to_pretty_text(client::to_json(*outcome, began, job.world.clock.now())));
  else
    report(*outcome);
  return outcome->setbacks.empty() ? Exit::Good : exit_for(*outcome->worst());
}

Exit run(Job& job) {
  auto opened = open(job);
  if (!opened && is_held(opened.error())) return already_running(job.place);
  if (!opened) return fail_with(opened.error());
  const auto ended = run_loop(job, opened->store);
  return ended ? Exit::Good : fail_with(ended.error());
}

Exit verify(const client::Place& place) {
  auto database = db::Database::open(place.sync_file(), db::OpenMode::Read);
  if (!database) return fail_with(database.error());
  bool sound = tell(place.sync_file(), database->integrity_check());
  std::error_code ignored;
  if (std::filesystem::exists(place.ideas_file(), ignored)) {
    sound = tell(place.ideas_file(), check_ideas(place.ideas_file())) && sound;
  }
  const auto active = client::Shelf(*database, place).active();
  if (!active) return fail_with(active.error());
  if (*active)
    sound =
        tell(place.release_file((*active)->version), check_release(place.release_file((*active)->version))) &&
        sound;
  if (*active && (*active)->previous) {
    const auto previous = place.release_file(*(*active)->previous);
    sound = tell(previous, check_release(previous)) && sound;
  }
  return sound ? Exit::Good : Exit::FoundWrong;
}

}  // namespace wv::agent
