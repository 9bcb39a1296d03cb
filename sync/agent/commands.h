// What wijkvenster-sync can be asked to do; each answers with the exit code of the process.
#pragma once

#include <string>

#include "sync/base/supervisor.h"
#include "sync/client/enrol.h"
#include "sync/client/round.h"
#include "sync/client/stick_round.h"

namespace wv::agent {

// The exit codes that every program of this house shares.
enum class Exit { Good = 0, FoundWrong = 1, Usage = 2, Unavailable = 69, Io = 74, TryLater = 75 };
Exit exit_for(const client::Setback& setback);
Exit exit_for(const base::Error& error);

struct Job {
  client::World& world;
  client::Place place;
  client::RoundOptions options;
  base::Supervisor& supervisor;
  std::filesystem::path stick;  // where a USB stick is mounted when there is one
};

Exit enrol(Job& job, const client::Invitation& invitation);
// One round. Another process at work in the same folder is no failure: it does the same.
Exit once(Job& job);
// One exchange with the USB stick of the job.
enum class Report { Lines, Json };
Exit stick(Job& job, Report report);
// The same for whoever holds the lock and the store; also a stick that is not there gives an outcome.
base::Result<client::StickOutcome> exchange_with_stick(Job& job, client::Store& store);
// Rounds in their rhythm, and an exchange with the stick when the screen asks for one, until SIGTERM or
// SIGINT.
Exit run(Job& job);
// Every file against what it should be: databases, hashes of ideas, hashes of content. Changes nothing.
Exit verify(const client::Place& place);

}  // namespace wv::agent
