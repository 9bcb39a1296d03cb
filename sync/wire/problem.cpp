// problem+json out strictly, in leniently: other software answers too.
#include "sync/wire/problem.h"

#include "sync/wire/message.h"

namespace wv::wire {

base::Bytes to_bytes(const ProblemDetails& problem) {
  Json json = Json::object();
  put(json, "type", problem.type);
  json.set("status", problem.status);
  json.set("title", problem.title);
  json.set("detail", problem.detail);
  put(json, "instance", problem.instance);
  put_list(json, "fouten", problem.faults, [](const FieldFault& fault) {
    Json item = Json::object();
    put(item, "veld", fault.field);
    put(item, "melding", fault.message);
    return item;
  });
  return message_bytes(json);
}

base::Result<ProblemDetails> read_problem(base::ByteView bytes) {
  WV_TRY(const Json json, base::parse_json(bytes, {64 * 1024, 8}));
  if (!json.members()) return base::fail(base::ErrorCode::Invalid, "problem: no object");
  ProblemDetails problem;
  problem.type = json.text_or("type", "");
  const std::int64_t status = json.integer_or("status", 0);
  if (status >= 100 && status <= 599) problem.status = static_cast<int>(status);
  problem.title = json.text_or("title", "");
  problem.detail = json.text_or("detail", "");
  problem.instance = json.text_or("instance", "");
  const Json* faults = json.find("fouten");
  if (!faults || !faults->items()) return problem;
  for (const Json& fault : *faults->items())
    problem.faults.push_back(
        {std::string(fault.text_or("veld", "")), std::string(fault.text_or("melding", ""))});
  return problem;
}

}  // namespace wv::wire
