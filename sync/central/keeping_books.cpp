// The part of the books about how long things are kept: what goes, and what may not come back.
#include "sync/base/json.h"
#include "sync/central/books.h"

namespace wv::central {
namespace {

using base::Json;

constexpr std::string_view contact_member = "contactVersleuteld";

// Nothing when there is no contact data in it.
std::optional<std::string> without_contact(base::ByteView frozen) {
  const auto json = base::parse_json(frozen);
  if (!json || !json->find(contact_member)) return std::nullopt;
  Json rest = Json::object();
  for (const auto& [key, value] : *json->members())
    if (key != contact_member) rest.set(key, value);
  return base::to_text(rest);
}

}  // namespace

Result<bool> Books::strip_contact(const model::IdeaId& idea, Instant now) {
  WV_TRY(const auto rows, sql_->query("SELECT bytes FROM idee WHERE id=$1", idea.value));
  if (rows.empty()) return base::fail(base::ErrorCode::NotFound, "no idea " + idea.value);
  const auto rest = without_contact(rows.front().blob(0));
  if (!rest) return false;
  const auto bytes = base::as_bytes(*rest);
  const auto hash = base::sha256(bytes);
  WV_CHECK(sql_->run("UPDATE idee SET bytes=$1,rest_sha256=$2 WHERE id=$3", bytes, base::ByteView(hash),
                     idea.value));
  erased_ = true;
  WV_CHECK(log("centraal", "contact-gewist " + idea.value, now));
  return true;
}

Result<bool> Books::erase_for_good(const model::IdeaId& idea, base::ByteView sha256, Instant erased_at,
                                   Instant now) {
  WV_TRY(const auto there, sql_->query("SELECT 1 FROM idee WHERE id=$1", idea.value));
  if (!there.empty()) {
    WV_CHECK(erase(idea, "wislijst", now));
    return true;
  }
  WV_CHECK(
      sql_->run("INSERT INTO grafsteen(idee,sha256,gewist_op,reden) VALUES($1,$2,$3,'wislijst') "
                "ON CONFLICT DO NOTHING",
                idea.value, sha256, erased_at.time_since_epoch().count()));
  return false;
}

Result<bool> Books::strip_for_good(const model::IdeaId& idea, Instant now) {
  WV_TRY(const auto there, sql_->query("SELECT 1 FROM idee WHERE id=$1", idea.value));
  if (!there.empty()) return strip_contact(idea, now);
  WV_CHECK(sql_->run("INSERT INTO contact_wissen(idee) VALUES($1) ON CONFLICT DO NOTHING", idea.value));
  memory_.strips_wait = true;
  return false;
}

// A kiosk offers again what was restored without it, as it froze it: with the contact data in it.
Result<> Books::strip_what_came_back(const model::IdeaId& idea, Instant now) {
  WV_TRY(const auto awaited, sql_->run("DELETE FROM contact_wissen WHERE idee=$1", idea.value));
  if (awaited == 0) return {};
  WV_TRY(const bool stripped, strip_contact(idea, now));
  (void)stripped;
  return {};
}

}  // namespace wv::central
