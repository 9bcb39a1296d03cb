// Bodies travel as base64url: they were frozen as bytes, and stay so.
#include "sync/wire/stick.h"

#include <algorithm>

#include "sync/base/encoding.h"
#include "sync/wire/jws.h"
#include "sync/wire/message.h"

namespace wv::wire::stick {
namespace {

using base::ErrorCode;
using base::fail;

constexpr std::string_view kind = "wijkvenster-ontvangst";

base::Bytes read_bytes(Members& members, std::string_view key) {
  const auto node = members.find(key, Need::Required);
  if (!node) return {};
  auto bytes = base::from_base64url(node->text());
  if (!bytes) node->say("must be base64url");
  return bytes.value_or(base::Bytes());
}

Json json_of(const Answered& answered) {
  return Json::object({{"pad", answered.path},
                       {"sha256", base::to_hex(answered.sha256)},
                       {"status", answered.status},
                       {"lichaam", base::to_base64url(answered.body)}});
}

Answered read_members(Members& members) {
  Answered answered;
  answered.path = short_text(members, "pad", 500, Need::Required);
  answered.sha256 = read_digest(members);
  answered.status =
      static_cast<int>(std::clamp<std::int64_t>(members.integer("status", Need::Required), 0, 999));
  answered.body = read_bytes(members, "lichaam");
  return answered;
}

Carried read_carried(const Node& node) {
  Members members(node);
  Carried carried;
  carried.path = short_text(members, "pad", 500, Need::Required);
  carried.token = short_text(members, "token", 4096, Need::Required);
  carried.body = read_bytes(members, "lichaam");
  return carried;
}

// What is signed of the answers: their hash, and what must be believed before they are looked at.
Json standing_of(const Incoming& incoming, std::string_view answers) {
  return Json::object({{"kioskId", incoming.kiosk.value},
                       {"epoch", incoming.epoch},
                       {"duurzaamTot", base::to_rfc3339(incoming.durable_until)},
                       {"tijd", base::to_rfc3339(incoming.time)},
                       {"sha256", base::to_hex(base::sha256(answers))}});
}

base::Result<std::vector<Answered>> read_answers(std::string_view text) {
  WV_TRY(const Json json, base::parse_json(text, {max_message_bytes, 8}));
  Problems problems;
  std::vector<Answered> answers;
  const Node list{&json, "", &problems};
  for (const Json& one : list.items()) {
    Members members({&one, "", &problems});
    answers.push_back(read_members(members));
  }
  if (!problems.empty()) return fail(ErrorCode::Invalid, problems.front().message);
  return answers;
}

}  // namespace

std::filesystem::path folder_of(const model::KioskId& kiosk) {
  return std::filesystem::path(folder) / (std::string(kiosk_prefix) + kiosk.value);
}

std::filesystem::path enrolment_folder_of(const base::PublicKey& key) {
  return std::filesystem::path(folder) /
         (std::string(enrolment_prefix) + base::to_hex(base::sha256(key)).substr(0, 16));
}

base::Result<base::Bytes> seal(const Outgoing& outgoing, const base::PublicKey& central) {
  const Json json = Json::object({{"kioskId", outgoing.kiosk.value},
                                  {"verzoeken", array_of(outgoing.requests, [](const Carried& carried) {
                                     return Json::object({{"pad", carried.path},
                                                          {"token", carried.token},
                                                          {"lichaam", base::to_base64url(carried.body)}});
                                   })}});
  return base::seal(central, message_bytes(json));
}

base::Result<Outgoing> open(base::ByteView bytes, const base::KeyPair& central) {
  WV_TRY(const auto opened, base::open_sealed(central, bytes));
  return read_message(opened, max_message_bytes, Unknown::Ignored, [](Members& members) {
    Outgoing outgoing;
    outgoing.kiosk.value = short_text(members, "kioskId", 64, Need::Required);
    outgoing.requests = members.list("verzoeken", Need::Required, read_carried);
    return outgoing;
  });
}

base::Bytes sign(const Incoming& incoming, const base::KeyPair& key, std::string_view kid) {
  const std::string answers = base::to_text(array_of(incoming.answers, json_of));
  const std::string signature = sign_jws(key, kid, kind, base::to_text(standing_of(incoming, answers)));
  const std::string both = signature + "\n" + answers;
  return {both.begin(), both.end()};
}

base::Result<Incoming> read(base::ByteView bytes, const model::KioskId& kiosk, const ReceiptKey& key) {
  const auto text = base::as_text(bytes);
  const auto line_end = text.find('\n');
  if (line_end == text.npos || bytes.size() > max_message_bytes)
    return fail(ErrorCode::Invalid, "cut off, or too long");
  const auto answers = text.substr(line_end + 1);
  WV_TRY(const Jws jws, open_jws(text.substr(0, line_end), key.key));
  if (jws.kid != key.kid || jws.typ != kind) return fail(ErrorCode::Denied, "signed for something else");
  const auto hash = base::to_hex(base::sha256(answers));
  WV_TRY(auto incoming,
         read_message(base::as_bytes(jws.payload), 4096, Unknown::Ignored, [&](Members& members) {
           Incoming said;
           said.kiosk.value = members.text("kioskId", Need::Required);
           said.epoch = members.text("epoch", Need::Required);
           if (const auto at = members.find("duurzaamTot", Need::Required))
             said.durable_until = at->instant();
           if (const auto at = members.find("tijd", Need::Required)) said.time = at->instant();
           const auto node = members.find("sha256", Need::Required);
           if (node && node->text() != hash) node->say("the answers are not those that were signed");
           return said;
         }));
  if (incoming.kiosk != kiosk) return fail(ErrorCode::Denied, "for another kiosk");
  WV_TRY(incoming.answers, read_answers(answers));
  return incoming;
}

base::Bytes to_bytes(const Answered& answered) {
  return message_bytes(json_of(answered));
}

base::Result<Answered> read_answered(base::ByteView bytes) {
  return read_message(bytes, 256 * 1024, Unknown::Ignored, read_members);
}

}  // namespace wv::wire::stick
