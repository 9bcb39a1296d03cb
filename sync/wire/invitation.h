// Everything that a kiosk needs to enrol, in one line that fits a QR code: whom to ask, with which code, and
// what to trust.
//
//   wijkvenster:aanmelden/7K3MZ90QTC/9f2c…(64 hex digits)/https://centraal.example.org/kiosk/v1
//
// Fields of a fixed length first, the address as the rest, so that nothing is escaped and a person can read
// it.
#pragma once

#include <string>
#include <string_view>

#include "sync/base/result.h"

namespace wv::wire {

struct Invitation {
  std::string code;         // ten characters, normal form: good once, for a day
  std::string root_sha256;  // 64 lower-case hex digits
  std::string address;      // of the central, up to and including /kiosk/v1
  bool operator==(const Invitation&) const = default;
};

inline constexpr std::size_t max_central_address =
    200;  // with the rest of it a code that a phone still reads
// https://, or http:// for a central on the same machine; printable, without a space.
bool is_central_address(std::string_view address);

std::string to_text(const Invitation& invitation);
// As a scanner types it: white space around it is forgiven, nothing else. Invalid says which part is wrong,
// and never repeats the code.
base::Result<Invitation> read_invitation(std::string_view text);

}  // namespace wv::wire
