// What the benchmarks need made beforehand: enrolled kiosks in a store, and requests that are signed already.
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "sync/base/uuid.h"
#include "sync/central/sql_store.h"
#include "sync/edge/clock.h"
#include "sync/edge/random.h"
#include "tests/bench/crowd.h"

using namespace wv;

namespace {

int usage() {
  std::fputs(
      "Usage: crowd enrol STORE KEYS COUNT        adds COUNT enrolled kiosks to the store of a central\n"
      "       crowd ideas KEYS COUNT FIRST >FILE  COUNT signed PUTs, valid for five minutes; prints their "
      "length\n"
      "                                           to stderr; numbers of kiosks begin at FIRST\n",
      stderr);
  return 2;
}

base::Result<> enrol(char** arguments, const base::Clock& clock, base::Random& random) {
  WV_TRY(const auto place, central::store_place(arguments[2]));
  WV_TRY(const auto store, central::open_store(place, base::make_uuid4(random)));
  return bench::enrol_crowd(*store, arguments[3], std::strtoul(arguments[4], nullptr, 10), clock.now(),
                            random);
}

base::Result<> ideas(char** arguments, const base::Clock& clock, base::Random& random) {
  WV_TRY(const auto crowd, bench::read_crowd(arguments[2]));
  const auto count = std::strtoul(arguments[3], nullptr, 10);
  const auto first = std::strtoul(arguments[4], nullptr, 10);
  std::size_t length = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto sequence = static_cast<std::int64_t>(first + i / crowd.size());
    const auto request = bench::idea_request(crowd[i % crowd.size()], sequence, clock.now(), random);
    length = request.size();
    if (std::fwrite(request.data(), 1, length, stdout) != length)
      return base::fail(base::ErrorCode::Io, "cannot write the requests");
  }
  std::fprintf(stderr, "%zu\n", length);
  return {};
}

}  // namespace

int main(int count, char** arguments) {
  const std::string_view verb = count == 5 ? arguments[1] : "";
  if (verb != "enrol" && verb != "ideas") return usage();
  const auto clock = edge::system_clock();
  edge::SystemRandom random;
  const auto done = verb == "enrol" ? enrol(arguments, **clock, random) : ideas(arguments, **clock, random);
  if (done) return 0;
  std::fprintf(stderr, "crowd: %s\n", done.error().message.c_str());
  return 1;
}
