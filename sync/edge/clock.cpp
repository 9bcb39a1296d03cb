// localtime_r is the one place of the C library that knows summer time of every zone.
#include "sync/edge/clock.h"

#include <cstdlib>
#include <ctime>
#include <filesystem>

namespace wv::edge {
namespace {

using namespace std::chrono;

class SystemClock final : public base::Clock {
 public:
  base::Instant now() const override { return floor<milliseconds>(system_clock::now()); }
  base::Millis monotonic() const override {
    return duration_cast<base::Millis>(steady_clock::now().time_since_epoch());
  }
  base::LocalTime local(base::Instant at) const override {
    const std::time_t seconds_since_epoch = floor<seconds>(at).time_since_epoch().count();
    std::tm parts{};
    localtime_r(&seconds_since_epoch, &parts);
    base::LocalTime local;
    local.day = base::Day{year{parts.tm_year + 1900}, month{static_cast<unsigned>(parts.tm_mon + 1)},
                          day{static_cast<unsigned>(parts.tm_mday)}};
    local.since_midnight = hours{parts.tm_hour} + minutes{parts.tm_min};
    local.utc_offset = duration_cast<minutes>(seconds{parts.tm_gmtoff});
    return local;
  }
};

// glibc takes an unknown zone for UTC without a word; a kiosk that is an hour off would be found by
// residents.
bool zone_exists(const std::string& zone) {
  if (zone == "UTC") return true;
  if (zone.empty() || zone.front() == '/' || zone.find("..") != std::string::npos) return false;
  std::error_code ignored;
  return std::filesystem::is_regular_file("/usr/share/zoneinfo/" + zone, ignored);
}

}  // namespace

base::Result<std::unique_ptr<base::Clock>> system_clock(const std::string& zone) {
  if (!zone_exists(zone)) {
    return base::fail(base::ErrorCode::Invalid,
                      "time zone '" + zone + "' is not known to this system (is tzdata installed?)");
  }
  ::setenv("TZ", zone.c_str(), 1);
  ::tzset();
  return std::make_unique<SystemClock>();
}

}  // namespace wv::edge
