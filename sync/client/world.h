// All that the courier needs of the outside world, handed in once by main().
#pragma once

#include <filesystem>
#include <string>

#include "sync/base/http.h"
#include "sync/base/log.h"
#include "sync/client/steps.h"

namespace wv::client {

struct World {
  base::Http& http;
  base::Files& files;
  base::Files& secrets;  // as files, readable by this user alone
  base::Clock& clock;
  base::Random& random;
  Steps& steps;
  const base::Log& log;
};

// Where one kiosk keeps its things.
struct Place {
  std::filesystem::path state;
  std::filesystem::path sync_file() const { return state / "sync.db"; }
  std::filesystem::path ideas_file() const { return state / "ideeen.db"; }
  std::filesystem::path key_file() const { return state / "apparaat.sleutel"; }
  std::filesystem::path lock_file() const { return state / "vergrendeling"; }
  std::filesystem::path request_file() const { return state / "sync-verzoek"; }     // written by the screen
  std::filesystem::path self_test_file() const { return state / "zelftest.json"; }  // the same
  std::filesystem::path stick_request_file() const { return state / "stick-verzoek"; }  // the same
  // The same: what it keeps of commands from afar, and the picture that was asked of it.
  std::filesystem::path screen_commands_file() const { return state / "opdrachten-scherm.json"; }
  std::filesystem::path screen_picture_file() const { return state / "opdracht-beeld.png"; }
  // The same, with a secret in it: the screen removes it at the first sign of having been read.
  std::filesystem::path enrolment_request_file() const { return state / "aanmeld-verzoek"; }
  // Made for another identity, until that one counts.
  std::filesystem::path next_key_file() const { return state / "apparaat.sleutel.nieuw"; }
  std::filesystem::path download_folder() const { return state / "ophalen"; }
  std::filesystem::path release_file(std::int64_t version) const {
    return state / ("inhoud-" + std::to_string(version) + ".db");
  }
};

}  // namespace wv::client
