// What the desk does about how long things are kept: it looks at every idea, and erases what is due.
#include <map>

#include "sync/central/books.h"
#include "sync/central/desk.h"
#include "sync/central/order_books.h"
#include "sync/central/retention.h"

namespace wv::central {
namespace {

using base::Json;
using What = ErasureLedger::What;

constexpr std::chrono::hours a_day{24};

struct Due {
  IdeaRow idea;
  Deadlines deadlines;
  Duty duty = Duty::Keep;
};

struct LastStep {
  model::IdeaStatus status = model::IdeaStatus::Received;
  Instant at;
};
LastStep last_step(const IdeaRow& idea) {
  return {idea.history.back().status, idea.history.back().at};
}

// A kiosk may deliver late, and its clock may be wrong: the earlier moment is the one that residents count
// from.
Handled handled(const IdeaRow& idea, const LastStep& step) {
  Handled out{step.status, idea.received_at, step.at, false};
  const auto json = base::parse_json(idea.bytes);
  if (!json) return out;
  out.has_contact = !json->text_or("contactVersleuteld", "").empty();
  const auto given = base::parse_rfc3339(json->text_or("ingevoerdOp", ""));
  const bool* certain = json->find("klokZeker") ? json->find("klokZeker")->boolean() : nullptr;
  if (given && (!certain || *certain)) out.given_at = std::min(out.given_at, *given);
  return out;
}

// What is merged goes on with another idea, and is kept as long as that one.
Result<std::map<std::int64_t, LastStep>> last_steps(Store& store) {
  std::map<std::int64_t, LastStep> steps;
  WV_TRY(const bool any, store.has_merges());
  if (!any) return steps;
  WV_CHECK(store.ideas([&](const IdeaRow& idea) { return steps[idea.number] = last_step(idea), true; }));
  return steps;
}

Result<std::vector<Due>> all_due(Store& store, IdeasCountAs count_as, Instant now) {
  WV_TRY(const auto steps, last_steps(store));
  std::vector<Due> found;
  WV_CHECK(store.ideas([&](const IdeaRow& idea) {
    const auto other = steps.find(idea.merged_with);
    const auto deadlines =
        deadlines_of(handled(idea, other == steps.end() ? last_step(idea) : other->second), count_as);
    const auto duty = duty_at(deadlines, now);
    if (duty != Duty::Keep) found.push_back({idea, deadlines, duty});
    return true;
  }));
  return found;
}

Json moment(const std::optional<Instant>& at) {
  return at ? Json(base::to_rfc3339(*at)) : Json();
}

Json row_of(const Due& due) {
  return Json::object({{"ideeId", due.idea.id.value},
                       {"publiekId", public_id(due.idea.number)},
                       {"status", model::status_word(due.idea.history.back().status)},
                       {"resultaat", due.deadlines.result ? due.deadlines.result->number : ""},
                       {"plicht", duty_word(due.duty)},
                       {"contactTot", moment(due.deadlines.contact_until)},
                       {"wissenOp", moment(due.deadlines.erase_at)}});
}

}  // namespace

Result<> Desk::note_erasure(What what, const model::IdeaId& idea) {
  if (!world_.ledger) return {};
  ErasureLedger::Entry entry{what, idea, {}, world_.clock.now()};
  WV_CHECK(world_.store.look([&](Sql& sql) -> Result<> {
    WV_TRY(const auto rows, sql.query("SELECT sha256 FROM idee WHERE id=$1", idea.value));
    if (rows.empty()) return base::fail(base::ErrorCode::NotFound, "no idea " + idea.value);
    std::ranges::copy(rows.front().blob(0), entry.sha256.begin());
    return {};
  }));
  WV_CHECK(world_.ledger->note(entry));
  world_.steps.reached(step::erasure_noted);
  return {};
}

Result<> Desk::erase_noted(const model::IdeaId& idea, const std::string& reason) {
  WV_CHECK(note_erasure(What::Idea, idea));
  WV_CHECK(world_.store.erase(idea, reason, world_.clock.now()));
  world_.steps.reached(step::erased);
  return {};
}

Result<> Desk::strip_noted(const model::IdeaId& idea) {
  WV_CHECK(note_erasure(What::Contact, idea));
  return world_.store.change([&](Books& books) -> Result<> {
    WV_TRY(const bool stripped, books.strip_contact(idea, world_.clock.now()));
    (void)stripped;
    return {};
  });
}

Result<> Desk::retention(const Json& request, const Row& row) {
  const auto yes = [&](std::string_view key) {
    const bool* value = request.find(key) ? request.find(key)->boolean() : nullptr;
    return value && *value;
  };
  const auto count_as = yes("alsVerzoek") ? IdeasCountAs::Requests : IdeasCountAs::Initiatives;
  WV_TRY(const auto due, all_due(world_.store, count_as, world_.clock.now()));
  bool changed = false;
  for (const auto& one : due) {
    if (!row(row_of(one))) break;
    if (!yes("uitvoeren") || one.duty == Duty::HandOver) continue;
    const auto done = one.duty == Duty::Erase
                          ? erase_noted(one.idea.id, "bewaartermijn " + one.deadlines.result->number)
                          : strip_noted(one.idea.id);
    // Another process on the same database was faster.
    if (!done && done.error().code != base::ErrorCode::NotFound) return done;
    changed = changed || one.duty == Duty::Erase;
  }
  if (changed && world_.repository) WV_CHECK(publish_soon());
  return {};
}

Result<std::size_t> Desk::keep_daily() {
  const std::lock_guard lock(one_at_a_time_);
  const auto now = world_.clock.monotonic();
  if (last_keeping_ && now - *last_keeping_ < a_day) return std::size_t{0};
  last_keeping_ = now;
  WV_CHECK(world_.store.change([&](Books& books) { return close_orders(books, world_.clock.now()); }));
  Json request = Json::object({{"uitvoeren", true}});
  if (world_.count_as == IdeasCountAs::Requests) request.set("alsVerzoek", true);
  std::size_t done = 0;
  WV_CHECK(retention(request, [&](const Json& row) {
    if (row.text_or("plicht", "") != duty_word(Duty::HandOver)) ++done;
    return true;
  }));
  return done;
}

Result<std::size_t> Desk::finish_erasures() {
  const std::lock_guard lock(one_at_a_time_);
  if (!world_.ledger) return std::size_t{0};
  WV_TRY(const auto entries, world_.ledger->entries());
  std::size_t finished = 0;
  for (const auto& entry : entries) {
    bool there = false;
    WV_CHECK(world_.store.look([&](Sql& sql) -> Result<> {
      WV_TRY(const auto rows, sql.query("SELECT 1 FROM idee WHERE id=$1 AND ($2=0 OR rest_sha256 IS NULL)",
                                        entry.idea.value, entry.what == What::Contact ? 1 : 0));
      there = !rows.empty();
      return {};
    }));
    if (!there) continue;
    WV_CHECK(world_.store.change([&](Books& books) -> Result<> {
      WV_TRY(const bool done, entry.what == What::Idea ? books.erase_for_good(entry.idea, entry.sha256,
                                                                              entry.at, world_.clock.now())
                                                       : books.strip_contact(entry.idea, world_.clock.now()));
      finished += done ? 1 : 0;
      return {};
    }));
  }
  return finished;
}

}  // namespace wv::central
