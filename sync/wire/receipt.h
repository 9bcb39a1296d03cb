// The central's signed word that it has an idea. Nothing else is an acknowledgement.
#pragma once

#include "sync/base/crypto.h"
#include "sync/base/json.h"
#include "sync/model/idea.h"
#include "sync/wire/content.h"

namespace wv::wire {

enum class Acknowledged { Idea, Support };

struct Receipt {
  model::IdeaId idea;         // or of the support
  base::Digest sha256{};      // of the frozen bytes
  base::Instant received_at;  // whole seconds
  std::string epoch;          // UUID; changes when the central was restored from a backup
  std::string signature;      // compact JWS, header kid = kid of the receipt key
  Acknowledged what = Acknowledged::Idea;
};

Receipt make_receipt(const model::IdeaId& idea, const base::Digest& sha256, base::Instant received_at,
                     std::string_view epoch, const model::KioskId& kiosk, const base::KeyPair& key,
                     std::string_view kid, Acknowledged what = Acknowledged::Idea);
base::Bytes to_bytes(const Receipt& receipt);
// Reads the form only; further members are ignored.
base::Result<Receipt> read_receipt(base::ByteView bytes, Acknowledged what = Acknowledged::Idea);
// Denied: not signed by this key, or for another idea, other bytes, another kiosk; or body and signature
// differ.
base::Result<> verify_receipt(const Receipt& receipt, const model::IdeaId& idea, const base::Digest& sha256,
                              const model::KioskId& kiosk, const ReceiptKey& key);

}  // namespace wv::wire
