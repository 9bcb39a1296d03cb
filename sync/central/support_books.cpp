// The part of the books about support and about ideas that are the same: what counts, what waits for a
// moderator.
#include "sync/base/epoch.h"
#include "sync/central/books.h"

namespace wv::central {

using base::ByteView;
using base::ErrorCode;
using base::fail;

namespace {

constexpr std::int64_t hour_ms = 3'600'000;

std::int64_t since_1970(Instant at) {
  return at.time_since_epoch().count();
}

}  // namespace

Result<KeptSupport> Books::keep_support(const NewSupport& support) {
  using Outcome = KeptSupport::Outcome;
  WV_TRY(const auto known,
         sql_->query("SELECT sha256,ontvangen_op FROM steun WHERE id=$1", support.support.id.value));
  if (!known.empty()) {
    const bool same = base::same_bytes(known.front().blob(0), support.sha256);
    return KeptSupport{same ? Outcome::Same : Outcome::Different, base::instant(known.front().integer(1))};
  }
  const auto number = number_of_public_id(support.support.idea);
  WV_TRY(const auto idea, sql_->query("SELECT 1 FROM idee WHERE nummer=$1", number));
  if (!number || idea.empty()) return KeptSupport{Outcome::NoSuchIdea, support.now};
  const auto received = stamp(support.now);
  WV_CHECK(sql_->run("INSERT INTO steun VALUES($1,$2,$3,$4,$5,$6,'telt')", support.support.id.value,
                     support.kiosk.value, number, ByteView(support.sha256),
                     since_1970(support.support.given_at), received));
  note_public_change();
  WV_CHECK(hold_burst(support));
  return KeptSupport{Outcome::New, base::instant(received)};
}

// Counted by the moment at which it was given: at night everything comes in at once.
Result<> Books::hold_burst(const NewSupport& support) {
  const auto until = since_1970(support.support.given_at);
  WV_TRY(const auto count,
         sql_->query("SELECT count(*) FROM steun WHERE kiosk=$1 AND gegeven_op>$2 AND gegeven_op<=$3 "
                     "AND staat<>'afgewezen'",
                     support.kiosk.value, until - hour_ms, until));
  const auto in_an_hour = count.front().integer(0);
  if (in_an_hour <= most_supports_an_hour) return {};
  WV_CHECK(sql_->run(
      "UPDATE steun SET staat='wacht' WHERE kiosk=$1 AND gegeven_op>$2 AND gegeven_op<=$3 AND staat='telt'",
      support.kiosk.value, until - hour_ms, until));
  if (in_an_hour > most_supports_an_hour + 1) return {};  // written down once
  return log("centraal", "steun-wacht " + support.kiosk.value + ": te veel in een uur", support.now);
}

Result<std::int64_t> Books::review_supports(const model::KioskId& kiosk, Review review, Instant now) {
  const std::string_view state = review == Review::Count ? "telt" : "afgewezen";
  WV_TRY(const auto changed,
         sql_->run("UPDATE steun SET staat=$1 WHERE kiosk=$2 AND staat='wacht'", state, kiosk.value));
  if (changed == 0)
    return fail(ErrorCode::NotFound, "no support of kiosk " + kiosk.value + " waits for review");
  note_public_change();
  WV_CHECK(log("moderatie", "steun-" + std::string(state) + " " + kiosk.value, now));
  return changed;
}

Result<std::string> Books::find_idea(const IdeaName& name) {
  WV_TRY(const auto found,
         sql_->query("SELECT id FROM idee WHERE id=$1 OR ($2<>'' AND referentie_hash=$2) OR "
                     "nummer=$3 ORDER BY nummer DESC LIMIT 1",
                     name.id, name.reference_hash, number_of_public_id(name.public_id)));
  if (found.empty()) return fail(ErrorCode::NotFound, "no idea belongs to this code");
  return found.front().text_copy(0);
}

Result<> Books::note_merge(const std::string& idea, const std::optional<IdeaName>& with) {
  if (!with) {
    WV_CHECK(sql_->run("DELETE FROM samenvoeging WHERE idee=$1", idea));
    return {};
  }
  WV_TRY(const auto other, find_idea(*with));
  if (other == idea) return fail(ErrorCode::Invalid, "an idea cannot be merged with itself");
  WV_TRY(const auto merged, sql_->query("SELECT EXISTS(SELECT 1 FROM samenvoeging WHERE idee=$1),"
                                        "EXISTS(SELECT 1 FROM samenvoeging WHERE met=$2)",
                                        other, idea));
  if (merged.front().integer(0) != 0)
    return fail(ErrorCode::Invalid, "that idea was merged itself; name the one it goes on with");
  if (merged.front().integer(1) != 0)
    return fail(ErrorCode::Invalid, "others were merged with this idea; merge the other way round");
  WV_CHECK(
      sql_->run("INSERT INTO samenvoeging(idee,met) VALUES($1,$2) ON CONFLICT(idee) DO UPDATE SET met=$2",
                idea, other));
  return {};
}

}  // namespace wv::central
