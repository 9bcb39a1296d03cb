// What a USB stick carries where there is no network: the requests and answers of the wire, byte for byte, so
// that everything they promise holds there too.
//
//   wijkvenster/inhoud/…                        the central's published files, as it serves them
//   wijkvenster/kiosk-<id>/ideeen.verzegeld     what the kiosk would PUT, sealed to the central
//   wijkvenster/kiosk-<id>/ontvangst.ondertekend   what the central answered, signed
//   wijkvenster/aanmelden.txt                   an invitation (invitation.h)
//   wijkvenster/aanmelding-<key>/verzoek.json   what a new kiosk would POST, and antwoord.json beside it
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sync/base/crypto.h"
#include "sync/model/idea.h"
#include "sync/wire/content.h"

namespace wv::wire::stick {

inline constexpr std::string_view folder = "wijkvenster";
inline constexpr std::string_view kiosk_prefix = "kiosk-", enrolment_prefix = "aanmelding-";
inline constexpr std::string_view content = "inhoud";
inline constexpr std::string_view ideas = "ideeen.verzegeld", receipts = "ontvangst.ondertekend";
inline constexpr std::string_view invitation = "aanmelden.txt";
inline constexpr std::string_view enrolment = "verzoek.json", enrolment_answer = "antwoord.json";

// The largest file that is read at all, the largest with ideas or receipts, and what of ideas goes out in one
// time: the others go the next time.
inline constexpr std::size_t max_file_bytes = 64u << 20, max_message_bytes = 24u << 20,
                             max_ideas_bytes = 8u << 20;

std::filesystem::path folder_of(const model::KioskId& kiosk);
std::filesystem::path enrolment_folder_of(const base::PublicKey& key);

struct Carried {
  std::string path;   // "/kiosk/v1/ideeen/019a…"
  std::string token;  // the device's signature over path and body (token.h)
  base::Bytes body;
  bool operator==(const Carried&) const = default;
};
struct Outgoing {
  model::KioskId kiosk;
  std::vector<Carried> requests;
};
// A lost stick tells its finder nothing. `central` is the key of the receipts, which the kiosk trusts
// already.
base::Result<base::Bytes> seal(const Outgoing& outgoing, const base::PublicKey& central);
// Corrupt: cut off, changed, or for another central. Invalid: not of this form. Who made it is known only
// when each token has been verified.
base::Result<Outgoing> open(base::ByteView bytes, const base::KeyPair& central);

struct Answered {
  std::string path;
  base::Digest sha256{};  // of the body that is answered
  int status = 0;
  base::Bytes body;
  bool operator==(const Answered&) const = default;
};
struct Incoming {
  model::KioskId kiosk;
  std::string epoch;
  base::Instant durable_until, time;  // as in the answer to a heartbeat; whole seconds
  std::vector<Answered> answers;
};
// A line with the signature, then the answers: nothing is taken apart that was not signed.
base::Bytes sign(const Incoming& incoming, const base::KeyPair& key, std::string_view kid);
// Denied: signed by another central, or for another kiosk. Invalid: cut off or not of this form.
base::Result<Incoming> read(base::ByteView bytes, const model::KioskId& kiosk, const ReceiptKey& key);

// The answer to an enrolment. Nothing is signed: as on the wire, it is the root hash that a new kiosk trusts.
base::Bytes to_bytes(const Answered& answered);
base::Result<Answered> read_answered(base::ByteView bytes);

}  // namespace wv::wire::stick
