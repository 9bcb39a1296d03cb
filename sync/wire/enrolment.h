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

// What staff typed on the screen, on its way to the courier: aanmeld-verzoek in the state folder.
struct EnrolmentWish {
  base::Instant at;   // when it was asked: the same wish is honoured once
  std::string code;   // ten characters, normal form; secret for as long as it works
  bool anew = false;  // also when the kiosk is enrolled: it then goes on as another kiosk of the same central
};

base::Bytes to_bytes(const Enrolment& enrolment);
base::Result<Enrolment> read_enrolment(base::ByteView bytes);  // strict: it comes from outside
base::Bytes to_bytes(const Enrolled& enrolled);
base::Result<Enrolled> read_enrolled(base::ByteView bytes);

base::Bytes to_bytes(const EnrolmentWish& wish);
// Invalid never repeats the code.
base::Result<EnrolmentWish> read_enrolment_wish(base::ByteView bytes);

}  // namespace wv::wire
