// The words as they stand in sync.db, and which of them belongs to an error from below.
#include "sync/client/notice.h"

#include <algorithm>

namespace wv::client {
namespace {

// The system and SQLite each have one sentence for a full disk, and staff can do something about that one.
bool is_full(const base::Error& error) {
  return error.message.find("No space left") != std::string::npos ||
         error.message.find("disk is full") != std::string::npos;
}

}  // namespace

std::string_view word(Subject subject) {
  switch (subject) {
    case Subject::Connection:
      return "verbinding";
    case Subject::Content:
      return "inhoud";
    case Subject::Delivery:
      return "aflevering";
    case Subject::Clock:
      return "klok";
    case Subject::Enrolment:
      return "aanmelding";
  }
  return "verbinding";
}

std::string_view word(Severity severity) {
  switch (severity) {
    case Severity::Ok:
      return "ok";
    case Severity::Attention:
      return "let-op";
    case Severity::Fault:
      return "fout";
  }
  return "fout";
}

bool is_hopeless(Code code) {
  return code.subject == Subject::Enrolment || code.subject == Subject::Clock || code == code::untrusted ||
         code == code::bad_address;
}

bool is_passing(Code code) {
  static constexpr Code passing[] = {
      code::offline, code::portal,    code::busy,    code::server_fault, code::not_fetched,
      code::changed, code::disk_full, code::storage, code::bad_receipt,  code::ideas_unreadable};
  return std::ranges::find(passing, code) != std::end(passing);
}

std::unexpected<Setback> storage_setback(const base::Error& error) {
  return set_back(is_full(error) ? code::disk_full : code::storage, error.message);
}

std::unexpected<Setback> stick_setback(const base::Error& error) {
  switch (error.code) {
    case base::ErrorCode::NotFound:
      return set_back(code::stick_missing, error.message);
    case base::ErrorCode::Denied:
      return set_back(code::stick_link, error.message);
    case base::ErrorCode::Unavailable:
      return set_back(code::stick_read_only, error.message);
    case base::ErrorCode::Invalid:
      return set_back(code::stick_odd, error.message);
    default:
      return set_back(is_full(error) ? code::stick_full : code::stick_broken, error.message);
  }
}

Setback network_setback(const base::Error& error) {
  switch (error.code) {
    case base::ErrorCode::Denied:
      if (error.message.find("clock") != std::string::npos) return {code::clock_wrong, error.message, {}};
      return {code::untrusted, error.message, {}};
    case base::ErrorCode::Invalid:
      return {code::portal, error.message, {}};
    default:
      return {code::offline, error.message, {}};
  }
}

}  // namespace wv::client
