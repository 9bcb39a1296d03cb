// What came by stick goes through the routes of the network: there is no second way in.
#include <future>

#include "sync/base/encoding.h"
#include "sync/central/desk.h"
#include "sync/central/routes.h"
#include "sync/edge/lock.h"

namespace wv::central {
namespace {

using base::ErrorCode;
using base::fail;
using base::Json;

// A token says when it was made; how long a stick is on its way nobody knows. A request that comes twice is
// answered twice and kept once.
constexpr std::chrono::seconds any_time = std::chrono::years{100};

Result<Request> request_from(const Json& json) {
  WV_TRY(const auto body, base::from_base64url(json.text_or("lichaam", "")));
  Request request{std::string(json.text_or("methode", "PUT")),
                  std::string(json.text_or("pad", "")),
                  {{"content-type", "application/json"}},
                  std::string(base::as_text(body)),
                  "stick"};
  if (const auto token = json.text_or("token", ""); !token.empty())
    request.headers.emplace_back("authorization", "Bearer " + std::string(token));
  return request;
}

Json row_of(const Response& response) {
  const auto* body = std::get_if<std::string>(&response.body);
  return Json::object({{"status", response.status},
                       {"lichaam", body ? base::to_base64url(base::as_bytes(*body)) : std::string()}});
}

}  // namespace

Result<> Desk::answer_stick(const Json& request, const Row& row) {
  if (!world_.repository) return fail(ErrorCode::Invalid, "--repo is missing");
  const Json* list = request.find("verzoeken");
  if (!list || !list->items()) return fail(ErrorCode::Invalid, "no requests");
  WV_TRY(auto key, world_.repository->vault().load(KeyName::Receipt));
  const auto kid = thumbprint(key.public_key);
  const Signer signer{std::move(key), kid};
  const base::Log silent([](std::string_view) {});
  Workers ourselves(0);
  RouteLimits limits;
  limits.code_cost = world_.code_cost;
  limits.token_skew = any_time;
  Routes routes({world_.store, signer, world_.clock, world_.random, world_.log ? *world_.log : silent,
                 world_.repository->published(), ourselves, ourselves},
                limits);
  // All are handed over before the first is waited for, so that the store puts them on disk in one go.
  std::vector<std::future<Response>> answers;
  for (const Json& one : *list->items()) {
    auto answer = std::make_shared<std::promise<Response>>();
    answers.push_back(answer->get_future());
    auto asked = request_from(one);
    if (asked)
      routes.handle(*std::move(asked),
                    [answer](Response response) { answer->set_value(std::move(response)); });
    else
      answer->set_value({400, {}, std::string()});
  }
  bool listening = true;
  for (auto& answer : answers) {
    const auto response = answer.get();
    listening = listening && row(row_of(response));
  }
  return {};
}

Result<> Desk::prepare_stick(const Row& row) {
  if (!world_.repository) return fail(ErrorCode::Invalid, "--repo is missing");
  WV_CHECK(publish_now());
  WV_TRY(const auto channels, world_.repository->channels());
  const auto now = world_.clock.now();
  {
    WV_TRY(const auto lock, edge::FileLock::wait(world_.repository->lock_file()));
    for (const auto& channel : channels)
      WV_CHECK(world_.repository->refresh(channel, now, Repository::Renew::Always));
  }
  const auto system = world_.store.system();
  row(Json::object({{"epoch", system.epoch},
                    {"duurzaamTot", base::to_rfc3339(system.durable_until)},
                    {"tijd", base::to_rfc3339(now)}}));
  return {};
}

}  // namespace wv::central
