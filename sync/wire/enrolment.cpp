// The two halves of an enrolment, and the wish that begins one.
#include "sync/wire/enrolment.h"

#include "sync/base/encoding.h"
#include "sync/base/reference_code.h"
#include "sync/base/uuid.h"
#include "sync/model/check.h"
#include "sync/wire/message.h"

namespace wv::wire {
namespace {

std::string read_uuid(Members& members, std::string_view key) {
  std::string text = members.text(key, Need::Required);
  if (const auto node = members.find(key); node && !base::is_uuid(text)) node->say("must be a UUID");
  return text;
}

std::string read_code(Members& members) {
  const auto node = members.find("code", Need::Required);
  if (!node) return {};
  std::string code = node->text();
  const auto normal = base::normal_enrolment_code(code);
  if (!normal || *normal != code) node->say("must be a code of ten characters");
  return code;
}

Enrolment read_request(Members& members) {
  Enrolment enrolment;
  enrolment.code = read_code(members);
  if (const auto node = members.find("publiekeSleutel", Need::Required)) {
    const auto bytes = base::from_base64url(node->text());
    const auto key = bytes ? base::public_key_from(*bytes) : base::Result<base::PublicKey>{};
    if (bytes && key)
      enrolment.public_key = *key;
    else
      node->say("must be 32 bytes in base64url");
  }
  enrolment.software_version = short_text(members, "softwareVersie", 40);
  return enrolment;
}

EnrolmentWish read_wish(Members& members) {
  EnrolmentWish wish;
  wish.at = base::Instant{base::Millis{members.integer("op", Need::Required)}};
  wish.code = read_code(members);
  wish.anew = members.boolean("opnieuw");
  return wish;
}

Enrolled read_identity(Members& members) {
  Enrolled enrolled;
  enrolled.kiosk.value = read_uuid(members, "kioskId");
  enrolled.channel = members.text("kanaal", Need::Required);
  if (const auto node = members.find("kanaal"); node && !model::is_id(enrolled.channel))
    node->say("must be 1 to 64 of a-z, 0-9 and hyphen");
  enrolled.epoch = read_uuid(members, "epoch");
  return enrolled;
}

}  // namespace

base::Bytes to_bytes(const Enrolment& enrolment) {
  Json json =
      Json::object({{"code", enrolment.code}, {"publiekeSleutel", base::to_base64url(enrolment.public_key)}});
  put(json, "softwareVersie", enrolment.software_version);
  return message_bytes(json);
}

base::Result<Enrolment> read_enrolment(base::ByteView bytes) {
  return read_message(bytes, 4096, Unknown::Refused, read_request);
}

base::Bytes to_bytes(const Enrolled& enrolled) {
  return message_bytes(Json::object(
      {{"kioskId", enrolled.kiosk.value}, {"kanaal", enrolled.channel}, {"epoch", enrolled.epoch}}));
}

base::Result<Enrolled> read_enrolled(base::ByteView bytes) {
  return read_message(bytes, 4096, Unknown::Ignored, read_identity);
}

base::Bytes to_bytes(const EnrolmentWish& wish) {
  return message_bytes(Json::object(
      {{"op", wish.at.time_since_epoch().count()}, {"code", wish.code}, {"opnieuw", wish.anew}}));
}

base::Result<EnrolmentWish> read_enrolment_wish(base::ByteView bytes) {
  return read_message(bytes, 512, Unknown::Refused, read_wish);
}

}  // namespace wv::wire
