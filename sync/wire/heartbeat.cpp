// Health up, steering down, and the time for a dead clock.
#include "sync/wire/heartbeat.h"

#include "sync/base/utf8.h"
#include "sync/wire/jws.h"
#include "sync/wire/message.h"
#include "sync/wire/self_test.h"

namespace wv::wire {
namespace {

using base::ErrorCode;
using base::fail;

constexpr Word<Order> orders[] = {{"synchroniseer", Order::Synchronise},
                                  {"stuurLogboek", Order::SendLog},
                                  {"stopInname", Order::StopIntake}};

std::int64_t read_count(Members& members, std::string_view key) {
  const auto node = members.find(key, Need::Required);
  if (!node) return 0;
  const std::int64_t number = node->integer();
  if (number < 0) node->say("cannot be less than 0");
  return number;
}

std::optional<std::int64_t> read_number(Members& members, std::string_view key) {
  const auto node = members.find(key);
  if (!node) return std::nullopt;
  return node->integer();
}

Heartbeat read_members(Members& members) {
  Heartbeat beat;
  beat.sequence = read_count(members, "volgnummer");
  beat.ticket = short_text(members, "bon", 64, Need::Required);
  beat.content_version = read_count(members, "inhoudVersie");
  beat.software_version = short_text(members, "softwareVersie", 40);
  beat.waiting_ideas = read_number(members, "wachtendeIdeeen");
  beat.free_mb = read_number(members, "vrijeRuimteMb");
  beat.clock_offset_ms = read_number(members, "klokAfwijkingMs");
  beat.last_error = short_text(members, "laatsteFout", 80);
  if (const auto node = members.find("zelftest")) {
    Members test(*node);
    beat.self_test = read_self_test(test);
  }
  return beat;
}

void put_number(Json& json, std::string_view key, const std::optional<std::int64_t>& number) {
  if (number) json.set(std::string(key), *number);
}

// An order of a later version is no reason to refuse the others.
std::vector<Order> read_orders(Members& members) {
  std::vector<Order> known;
  const auto node = members.find("opdrachten");
  if (!node) return known;
  for (const Json& item : node->items())
    for (const Word<Order>& order : orders)
      if (item.text() && *item.text() == order.word) known.push_back(order.value);
  return known;
}

// Whether one is good is for who opens it; here only text counts.
std::vector<std::string> read_commands(Members& members) {
  std::vector<std::string> commands;
  const auto node = members.find("getekendeOpdrachten");
  if (!node) return commands;
  for (const Json& item : node->items())
    if (item.text()) commands.push_back(*item.text());
  return commands;
}

HeartbeatAnswer read_steering(Members& members) {
  HeartbeatAnswer answer;
  answer.epoch = short_text(members, "epoch", 64, Need::Required);
  if (const auto until = members.find("duurzaamTot", Need::Required)) answer.durable_until = until->instant();
  answer.ticket = short_text(members, "bon", 64, Need::Required);
  if (const auto time = members.find("tijd", Need::Required)) answer.time = time->instant();
  answer.orders = read_orders(members);
  answer.commands = read_commands(members);
  return answer;
}

}  // namespace

base::Bytes to_bytes(const Heartbeat& beat) {
  Json json = Json::object(
      {{"volgnummer", beat.sequence}, {"bon", beat.ticket}, {"inhoudVersie", beat.content_version}});
  put(json, "softwareVersie", beat.software_version);
  put_number(json, "wachtendeIdeeen", beat.waiting_ideas);
  put_number(json, "vrijeRuimteMb", beat.free_mb);
  put_number(json, "klokAfwijkingMs", beat.clock_offset_ms);
  put(json, "laatsteFout", std::string(base::first_code_points(beat.last_error, 80)));
  if (beat.self_test) json.set("zelftest", to_json(*beat.self_test));
  return message_bytes(json);
}

base::Result<Heartbeat> read_heartbeat(base::ByteView bytes) {
  return read_message(bytes, 4096, Unknown::Ignored, read_members);
}

base::Bytes to_bytes(const HeartbeatAnswer& answer) {
  Json json = Json::object({{"epoch", answer.epoch},
                            {"duurzaamTot", base::to_rfc3339(answer.durable_until)},
                            {"bon", answer.ticket},
                            {"tijd", base::to_rfc3339(answer.time)}});
  json.set("opdrachten",
           array_of(answer.orders, [](Order order) { return Json(word_of<Order>(orders, order)); }));
  put_list(json, "getekendeOpdrachten", answer.commands, [](const std::string& jws) { return Json(jws); });
  return message_bytes(json);
}

base::Result<HeartbeatAnswer> read_heartbeat_answer(base::ByteView bytes) {
  return read_message(bytes, 16 * 1024, Unknown::Ignored, read_steering);
}

base::Bytes time_request(std::string_view nonce) {
  return message_bytes(Json::object({{"nonce", nonce}}));
}

base::Result<std::string> read_time_request(base::ByteView bytes) {
  return read_message(bytes, 1024, Unknown::Refused, [](Members& members) {
    std::string nonce = short_text(members, "nonce", 64, Need::Required);
    if (const auto node = members.find("nonce"); node && nonce.size() < 22)
      node->say("shorter than 22 characters");
    return nonce;
  });
}

base::Bytes time_statement(std::string_view nonce, base::Instant now, const base::KeyPair& key,
                           std::string_view kid) {
  const Json payload = Json::object({{"nonce", nonce}, {"tijd", base::to_rfc3339(now)}});
  return message_bytes(Json::object({{"verklaring", sign_jws(key, kid, {}, base::to_text(payload))}}));
}

base::Result<base::Instant> read_time_statement(base::ByteView bytes, std::string_view nonce,
                                                const base::PublicKey& key) {
  WV_TRY(const std::string compact, read_message(bytes, 8192, Unknown::Ignored, [](Members& members) {
           return members.text("verklaring", Need::Required);
         }));
  WV_TRY(const Jws jws, open_jws(compact, key));
  WV_TRY(const Json payload, base::parse_json(jws.payload, {4096, 4}));
  if (payload.text_or("nonce", "") != nonce)
    return fail(ErrorCode::Denied, "time statement: for another question");
  return base::parse_rfc3339(payload.text_or("tijd", ""));
}

}  // namespace wv::wire
