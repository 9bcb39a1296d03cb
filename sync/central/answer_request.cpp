// One idea can be named in three ways: by its code, its public id or its own id.
#include "sync/central/answer_request.h"

#include "sync/base/reference_code.h"
#include "sync/base/uuid.h"
#include "sync/central/store.h"

namespace wv::central {
namespace {

using base::ErrorCode;
using base::fail;
using base::Json;

Result<std::string> hash_of_code(const std::string& typed, const Options& options, const Vault& vault) {
  WV_TRY(auto code, base::parse_code(typed));
  if (options.repo.empty())
    return fail(ErrorCode::Invalid, "--repo is missing: a code is looked up with the salt in it");
  WV_TRY(const auto keys, vault.load_public());
  auto hash = wire::reference_hash(code, keys);
  base::wipe(code);
  return hash;
}

Result<> name_idea(Json& request, const std::string& typed, const Options& options, const Vault& vault) {
  if (base::is_uuid(typed)) {
    request.set("idee", typed);
  } else if (number_of_public_id(typed)) {
    request.set("publiek", typed);
  } else {
    auto hash = hash_of_code(typed, options, vault);
    if (!hash) return base::pass(hash, "answer");
    request.set("referentieHash", *hash);
  }
  return {};
}

}  // namespace

Result<Json> answer_request(const Options& options, const Vault& vault) {
  const auto merged = model::status_word(model::IdeaStatus::Merged);
  Json request =
      Json::object({{"vraag", "antwoord"},
                    {"status", options.merge_with.empty() ? std::string_view(options.status) : merged}});
  Json text = Json::object();
  if (!options.text.empty()) text.set("nl", options.text);
  if (!options.text_en.empty()) text.set("en", options.text_en);
  request.set("tekst", std::move(text));
  WV_CHECK(name_idea(request, options.code, options, vault));
  if (options.merge_with.empty()) return request;
  Json other = Json::object();
  WV_CHECK(name_idea(other, options.merge_with, options, vault));
  request.set("met", std::move(other));
  return request;
}

}  // namespace wv::central
