// What the people of the municipality ask of the central, as JSON values, so that it makes no difference
// whether a command is carried out here or by the server that is running.
#pragma once

#include <functional>
#include <mutex>
#include <string>

#include "sync/base/json.h"
#include "sync/base/log.h"
#include "sync/base/world.h"
#include "sync/central/erasure_ledger.h"
#include "sync/central/pace.h"
#include "sync/central/repository.h"
#include "sync/central/retention.h"
#include "sync/central/store.h"
#include "sync/wire/invitation.h"

namespace wv::central {

// Thread-safe: one request at a time.
class Desk {
 public:
  // Each row of the answer, in order. False: nobody listens any more.
  using Row = std::function<bool(const base::Json&)>;

  struct Setup;
  // Asked when this desk does not know the question: main.cpp brings what other rooms can answer.
  using MoreQuestions = std::function<Result<>(const Setup&, const base::Json& request, const Row&)>;

  struct Setup {
    Store& store;
    Repository* repository;  // null: commands that publish say that --repo is missing
    const base::Clock& clock;
    base::Random& random;
    static constexpr base::Argon2Cost cost_of_codes{3, 8192};  // as RouteLimits::code_cost
    base::Argon2Cost code_cost = cost_of_codes;
    MoreQuestions more = {};
    base::Millis publications_apart{0};  // 0: at once, for a process that ends after it
    IdeasCountAs count_as = IdeasCountAs::Initiatives;
    const ErasureLedger* ledger = nullptr;  // null: what is erased is remembered by the store alone
    const Steps& steps = no_steps;
    const base::Log* log = nullptr;  // null: what is refused is told to nobody but who asks
  };
  explicit Desk(Setup setup) : world_(std::move(setup)), pace_(world_.publications_apart) {}

  // {"vraag": "kiosk-toevoegen", "naam": …, "kanaal": …, "adres": …}
  //   → {"code", "naam", "kanaal", "geldigTot"}, and with the address of this central "uitnodiging": the line
  //   that its QR code holds (wire/invitation.h)
  // {"vraag": "kiosken"}                                   → a row for each kiosk
  // {"vraag": "meldingen", limits: see alerts.h}           → a row for each thing to look at
  // {"vraag": "kiosk-staat", "kiosk": id, "staat": "actief"|"ingetrokken", "reden": …}
  // {"vraag": "ideeen"}                                    → a row for each idea, in order of arrival
  // {"vraag": "antwoord", "idee": id | "referentieHash": … | "publiek": "i41", "status": word,
  //  "tekst": {"nl": …}, "met": {the other idea, named likewise}}  → {"idee", "gepubliceerd",
  //  "binnenEenMinuut"}
  // {"vraag": "steun"}                                     → a row for each kiosk whose support waits
  // {"vraag": "steun-oordeel", "kiosk": id, "telt": bool}  → {"aantal"}
  // {"vraag": "voorbeelden", "ideeen": […]}                → {"aantal"}; see example_ideas.h
  // {"vraag": "wissen", "idee": id, "reden": …}
  // {"vraag": "bewaartermijnen", "uitvoeren": bool, "alsVerzoek": bool}
  //   → a row for each idea of which something is due, or that is for the archive, as it was before
  // {"vraag": "terugkoppeling"}                            → {"kanaal", "gepubliceerd": bool} for each
  // channel
  // {"vraag": "logboek"}                                   → a row for each line of the log, oldest first
  // {"vraag": "opdracht-geven", "kiosk": id, "opdracht": word, "tekst": …, "laatsteDag": day, "tot": moment,
  //  "geldigUren": 72, "wie": …}                           → {"opdrachtId", "geldigTot"}
  // {"vraag": "opdrachten", "kiosk": id or nothing}        → a row for each command from afar, newest first
  // {"vraag": "opdracht-intrekken", "opdracht": id, "wie": …}
  // {"vraag": "opdracht-bijlage", "opdracht": id}          → {"beeld" or "diagnose": base64url}
  // {"vraag": "koppelingen"}                               → a row for each system that was told something
  // {"vraag": "stick", "verzoeken": [{"methode", "pad", "token", "lichaam": base64url}]}: what a stick
  // brought,
  //   answered as over the network → {"status", "lichaam"} for each, in their order
  // {"vraag": "stick-stand"}  publishes what changed, for days to come → {"epoch", "duurzaamTot", "tijd"}
  // {"vraag": "kopie", "bestand": absolute path}           the copy is not verified yet
  // {"vraag": "duurzaam", "tot": ms, "epoch": …}           after it was
  Result<> ask(const base::Json& request, const Row& row);

  // Publishes answers and ideas if something changed, signs anew what grows old; nothing too soon after the
  // last time. How many channels were written.
  Result<std::size_t> publish_feedback();
  base::Millis until_next_publication();
  // Once a day, however often it is called: erases what has been kept for long enough. How many ideas.
  Result<std::size_t> keep_daily();
  // What the ledger says is erased, and the store still holds: a kill came between the two. How many ideas.
  Result<std::size_t> finish_erasures();

 private:
  Result<> add_kiosk(const base::Json& request, const Row& row);
  Result<> list_kiosks(const Row& row);
  Result<> list_alerts(const base::Json& request, const Row& row);
  Result<> set_state(const base::Json& request);
  Result<> list_ideas(const Row& row);
  Result<> answer(const base::Json& request, const Row& row);
  Result<> list_bursts(const Row& row);
  Result<> review(const base::Json& request, const Row& row);
  Result<> take_examples(const base::Json& request, const Row& row);
  Result<> erase(const base::Json& request);
  Result<> feedback(const Row& row);
  Result<> retention(const base::Json& request, const Row& row);
  Result<> answer_stick(const base::Json& request, const Row& row);
  Result<> prepare_stick(const Row& row);
  Result<> give_order(const base::Json& request, const Row& row);
  Result<> list_orders(const base::Json& request, const Row& row);
  Result<> withdraw_order(const base::Json& request);
  Result<> show_attachment(const base::Json& request, const Row& row);
  Result<> note_erasure(ErasureLedger::What what, const model::IdeaId& idea);
  Result<> erase_noted(const model::IdeaId& idea, const std::string& reason);
  Result<> strip_noted(const model::IdeaId& idea);
  Result<> move_mark(const base::Json& request);
  Result<std::size_t> publish_now();
  // Now, or by the round when the last publication was just before. 0: not yet.
  Result<std::size_t> publish_soon();
  Result<std::size_t> write_feedback();
  Result<std::size_t> refresh_now();
  // The invitation but for its code; empty when no address is given.
  Result<std::optional<wire::Invitation>> invitation_for(const base::Json& request) const;
  Result<std::string> channel_for(const base::Json& request) const;

  Setup world_;
  std::mutex one_at_a_time_;
  Pace pace_;
  std::optional<base::Millis> last_keeping_;
  std::int64_t change_published_ = -1;  // Store::public_change() of what stands published; -1: not known
};

// What may be said in public about everything the store holds.
Result<Feedback> feedback_of(Store& store);

}  // namespace wv::central
