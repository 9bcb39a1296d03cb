// The names of error codes as they stand in logs and JSON.
#include "sync/base/result.h"

namespace wv::base {

std::string_view name(ErrorCode code) {
  switch (code) {
    case ErrorCode::Invalid:
      return "invalid";
    case ErrorCode::NotFound:
      return "not_found";
    case ErrorCode::Unavailable:
      return "unavailable";
    case ErrorCode::Corrupt:
      return "corrupt";
    case ErrorCode::Denied:
      return "denied";
    case ErrorCode::Io:
      return "io";
  }
  return "invalid";
}

}  // namespace wv::base
