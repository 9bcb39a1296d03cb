// The part of the books about support and about ideas that are the same: what counts, what waits for a
// moderator.
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
  WV_TRY(auto known, database_.prepare("SELECT sha256,ontvangen_op FROM steun WHERE id=?"));
  WV_TRY(const bool there, known.bind(1, support.support.id.value).step());
  if (there) {
    const bool same = base::same_bytes(known.blob(0), support.sha256);
    return KeptSupport{same ? Outcome::Same : Outcome::Different, Instant(base::Millis(known.integer(1)))};
  }
  const auto number = number_of_public_id(support.support.idea);
  WV_TRY(auto idea, database_.prepare("SELECT 1 FROM idee WHERE nummer=?"));
  WV_TRY(const bool exists, idea.bind(1, number).step());
  if (!number || !exists) return KeptSupport{Outcome::NoSuchIdea, support.now};
  idea.reset();
  const auto received = stamp(support.now);
  WV_CHECK(database_.run("INSERT INTO steun VALUES(?,?,?,?,?,?,'telt')", support.support.id.value,
                         support.kiosk.value, number, ByteView(support.sha256),
                         since_1970(support.support.given_at), received));
  WV_CHECK(hold_burst(support));
  return KeptSupport{Outcome::New, Instant(base::Millis(received))};
}

// Counted by the moment at which it was given: at night everything comes in at once.
Result<> Books::hold_burst(const NewSupport& support) {
  const auto until = since_1970(support.support.given_at);
  WV_TRY(auto count, database_.prepare("SELECT count(*),sum(staat='telt') FROM steun WHERE kiosk=? AND "
                                       "gegeven_op>? AND gegeven_op<=? AND staat<>'afgewezen'"));
  WV_CHECK(count.bind_all(support.kiosk.value, until - hour_ms, until).step());
  const auto in_an_hour = count.integer(0);
  count.reset();
  if (in_an_hour <= most_supports_an_hour) return {};
  WV_CHECK(database_.run(
      "UPDATE steun SET staat='wacht' WHERE kiosk=? AND gegeven_op>? AND gegeven_op<=? AND staat='telt'",
      support.kiosk.value, until - hour_ms, until));
  if (in_an_hour > most_supports_an_hour + 1) return {};  // written down once
  return log("centraal", "steun-wacht " + support.kiosk.value + ": te veel in een uur", support.now);
}

Result<std::int64_t> Books::review_supports(const model::KioskId& kiosk, Review review, Instant now) {
  const std::string_view state = review == Review::Count ? "telt" : "afgewezen";
  WV_CHECK(database_.run("UPDATE steun SET staat=? WHERE kiosk=? AND staat='wacht'", state, kiosk.value));
  const auto changed = database_.changes();
  if (changed == 0)
    return fail(ErrorCode::NotFound, "no support of kiosk " + kiosk.value + " waits for review");
  WV_CHECK(log("moderatie", "steun-" + std::string(state) + " " + kiosk.value, now));
  return changed;
}

Result<std::string> Books::find_idea(const IdeaName& name) {
  WV_TRY(auto row, database_.prepare("SELECT id FROM idee WHERE id=?1 OR (?2<>'' AND referentie_hash=?2) OR "
                                     "nummer=?3 ORDER BY nummer DESC LIMIT 1"));
  WV_TRY(const bool there,
         row.bind_all(name.id, name.reference_hash, number_of_public_id(name.public_id)).step());
  if (!there) return fail(ErrorCode::NotFound, "no idea belongs to this code");
  return row.text_copy(0);
}

Result<> Books::note_merge(const std::string& idea, const std::optional<IdeaName>& with) {
  if (!with) return database_.run("DELETE FROM samenvoeging WHERE idee=?", idea);
  WV_TRY(const auto other, find_idea(*with));
  if (other == idea) return fail(ErrorCode::Invalid, "an idea cannot be merged with itself");
  WV_TRY(auto row, database_.prepare("SELECT EXISTS(SELECT 1 FROM samenvoeging WHERE idee=?1),"
                                     "EXISTS(SELECT 1 FROM samenvoeging WHERE met=?2)"));
  WV_CHECK(row.bind_all(other, idea).step());
  const bool target_is_merged = row.integer(0) != 0, idea_has_others = row.integer(1) != 0;
  row.reset();
  if (target_is_merged)
    return fail(ErrorCode::Invalid, "that idea was merged itself; name the one it goes on with");
  if (idea_has_others)
    return fail(ErrorCode::Invalid, "others were merged with this idea; merge the other way round");
  return database_.run("INSERT OR REPLACE INTO samenvoeging VALUES(?,?)", idea, other);
}

}  // namespace wv::central
