// Errors carry their place in front, so that a log line tells the whole path.
#include "sync/base/result.h"

#include "tests/support/catch.h"

using namespace wv::base;

TEST_CASE("an error that travels up collects the places it came through") {
  auto error = Error{ErrorCode::Unavailable, "connection refused"}.context("timestamp.json").context("fetch");
  CHECK(error.message == "fetch: timestamp.json: connection refused");
  CHECK(error.code == ErrorCode::Unavailable);
}
