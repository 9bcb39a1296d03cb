// How a kiosk becomes known to the central: a one-time code and the public half of a key made on the kiosk.
#pragma once

#include "sync/base/crypto.h"
#include "sync/base/json.h"
#include "sync/model/idea.h"

namespace wv::wire {

struct Enrolment {
  std::string code;  // ten characters, normal form (base::normal_enrolment_code)
  base::PublicKey public_key{};
  std::string software_version;  // may be empty
};
struct Enrolled {
  model::KioskId kiosk;
  std::string channel;  // kanaal
  std::string epoch;
};

base::Bytes to_bytes(const Enrolment& enrolment);
base::Result<Enrolment> read_enrolment(base::ByteView bytes);  // strict: it comes from outside
base::Bytes to_bytes(const Enrolled& enrolled);
base::Result<Enrolled> read_enrolled(base::ByteView bytes);

}  // namespace wv::wire
