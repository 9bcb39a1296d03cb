// What is signed is repeated in the body for people and for logs; the signature decides.
#include "sync/wire/receipt.h"

#include "sync/base/encoding.h"
#include "sync/base/uuid.h"
#include "sync/wire/jws.h"
#include "sync/wire/message.h"

namespace wv::wire {
namespace {

using base::ErrorCode;
using base::fail;

// A receipt for the one can never pass for a receipt for the other.
std::string id_key(Acknowledged what) {
  return what == Acknowledged::Idea ? "ideeId" : "steunbetuigingId";
}

Json body(const Receipt& receipt) {
  return Json::object({{id_key(receipt.what), receipt.idea.value},
                       {"sha256", base::to_hex(receipt.sha256)},
                       {"ontvangenOp", base::to_rfc3339(receipt.received_at)},
                       {"epoch", receipt.epoch}});
}

Json signed_body(const Receipt& receipt, const model::KioskId& kiosk) {
  return body(receipt).set("kioskId", kiosk.value);
}

std::string read_uuid(Members& members, std::string_view key) {
  const auto node = members.find(key, Need::Required);
  if (!node) return {};
  std::string text = node->text();
  if (!base::is_uuid(text)) node->say("must be a UUID");
  return text;
}

Receipt read_members(Members& members, Acknowledged what) {
  Receipt receipt;
  receipt.what = what;
  receipt.idea.value = read_uuid(members, id_key(what));
  receipt.sha256 = read_digest(members);
  if (const auto at = members.find("ontvangenOp", Need::Required)) receipt.received_at = at->instant();
  receipt.epoch = read_uuid(members, "epoch");
  receipt.signature = members.text("handtekening", Need::Required);
  return receipt;
}

}  // namespace

Receipt make_receipt(const model::IdeaId& idea, const base::Digest& sha256, base::Instant received_at,
                     std::string_view epoch, const model::KioskId& kiosk, const base::KeyPair& key,
                     std::string_view kid, Acknowledged what) {
  Receipt receipt{idea, sha256, std::chrono::floor<std::chrono::seconds>(received_at), std::string(epoch),
                  {},   what};
  receipt.signature = sign_jws(key, kid, {}, base::to_text(signed_body(receipt, kiosk)));
  return receipt;
}

base::Bytes to_bytes(const Receipt& receipt) {
  return message_bytes(body(receipt).set("handtekening", receipt.signature));
}

base::Result<Receipt> read_receipt(base::ByteView bytes, Acknowledged what) {
  return read_message(bytes, 32 * 1024, Unknown::Ignored,
                      [what](Members& members) { return read_members(members, what); });
}

base::Result<> verify_receipt(const Receipt& receipt, const model::IdeaId& idea, const base::Digest& sha256,
                              const model::KioskId& kiosk, const ReceiptKey& key) {
  if (receipt.idea != idea) return fail(ErrorCode::Denied, "receipt: for another idea");
  if (receipt.sha256 != sha256) return fail(ErrorCode::Denied, "receipt: for other bytes");
  WV_TRY(const Jws jws, open_jws(receipt.signature, key.key));
  if (jws.kid != key.kid) return fail(ErrorCode::Denied, "receipt: signed under another key name");
  WV_TRY(const Json signed_json, base::parse_json(jws.payload, {4096, 4}));
  if (!(signed_json == signed_body(receipt, kiosk)))
    return fail(ErrorCode::Denied, "receipt: body and signature say different things");
  return {};
}

}  // namespace wv::wire
