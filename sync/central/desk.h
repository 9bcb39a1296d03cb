// What the people of the municipality ask of the central, as JSON values, so that it makes no difference
// whether a command is carried out here or by the server that is running.
#pragma once

#include <functional>
#include <mutex>
#include <string>

#include "sync/base/json.h"
#include "sync/base/world.h"
#include "sync/central/repository.h"
#include "sync/central/store.h"

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
  };
  explicit Desk(Setup setup) : world_(std::move(setup)) {}

  // {"vraag": "kiosk-toevoegen", "naam": …, "kanaal": …}   → {"code", "kiosk", "kanaal"}
  // {"vraag": "kiosken"}                                   → a row for each kiosk
  // {"vraag": "kiosk-staat", "kiosk": id, "staat": "actief"|"ingetrokken", "reden": …}
  // {"vraag": "ideeen"}                                    → a row for each idea, in order of arrival
  // {"vraag": "antwoord", "idee": id | "referentieHash": … | "publiek": "i41", "status": word,
  //  "tekst": {"nl": …}, "met": {the other idea, named likewise}}  → {"idee", "gepubliceerd"}
  // {"vraag": "steun"}                                     → a row for each kiosk whose support waits
  // {"vraag": "steun-oordeel", "kiosk": id, "telt": bool}  → {"aantal"}
  // {"vraag": "voorbeelden", "ideeen": […]}                → {"aantal"}; see example_ideas.h
  // {"vraag": "wissen", "idee": id, "reden": …}
  // {"vraag": "terugkoppeling"}                            → {"kanaal", "gepubliceerd": bool} for each
  // channel
  // {"vraag": "kopie", "bestand": absolute path}           the copy is not verified yet
  // {"vraag": "duurzaam", "tot": ms, "epoch": …}           after it was
  Result<> ask(const base::Json& request, const Row& row);

  // Publishes answers and ideas if something changed, signs anew what grows old. How many channels were
  // written.
  Result<std::size_t> publish_feedback();

 private:
  Result<> add_kiosk(const base::Json& request, const Row& row);
  Result<> list_kiosks(const Row& row);
  Result<> set_state(const base::Json& request);
  Result<> list_ideas(const Row& row);
  Result<> answer(const base::Json& request, const Row& row);
  Result<> list_bursts(const Row& row);
  Result<> review(const base::Json& request, const Row& row);
  Result<> take_examples(const base::Json& request, const Row& row);
  Result<> erase(const base::Json& request);
  Result<> feedback(const Row& row);
  Result<> move_mark(const base::Json& request);
  Result<std::size_t> publish_now();
  Result<std::size_t> refresh_now();
  Result<std::string> channel_for(const base::Json& request) const;

  Setup world_;
  std::mutex one_at_a_time_;
  std::int64_t change_published_ = -1;  // Store::public_change() of what stands published; -1: not known
};

// What may be said in public about everything the store holds.
Result<Feedback> feedback_of(Store& store);

}  // namespace wv::central
