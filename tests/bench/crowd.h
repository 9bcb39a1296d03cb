// Many kiosks that exist only as keys: put into a store past the enrolment, which costs argon2 each and is
// not what the benchmarks ask about.
#pragma once

#include <filesystem>
#include <vector>

#include "sync/base/crypto.h"
#include "sync/central/store.h"

namespace wv::bench {

struct Kiosk {
  model::KioskId id;
  base::KeyPair key;
};
using Crowd = std::vector<Kiosk>;

// Adds `count` enrolled kiosks to the store and keeps their identities in `keys`, for the owner's eyes only.
base::Result<> enrol_crowd(central::Store& store, const std::filesystem::path& keys, std::size_t count,
                           base::Instant now, base::Random& random);
base::Result<Crowd> read_crowd(const std::filesystem::path& keys);

// An envelope of about 600 bytes, always of the same length.
std::string idea_body(std::int64_t sequence);
// The whole request as it goes over the wire, always of the same length.
std::string idea_request(const Kiosk& kiosk, std::int64_t sequence, base::Instant now, base::Random& random);

}  // namespace wv::bench
