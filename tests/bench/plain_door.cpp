// The central without its signatures: what listener and store do alone, to compare with peers that sign
// nothing.
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "sync/base/uuid.h"
#include "sync/central/listener.h"
#include "sync/central/problem.h"
#include "sync/central/sql_store.h"
#include "sync/edge/clock.h"
#include "sync/edge/random.h"
#include "sync/wire/idea.h"
#include "sync/wire/receipt.h"
#include "sync/wire/token.h"

using namespace wv;

namespace {

constexpr std::string_view ideas = "/kiosk/v1/ideeen/";

class Door {
 public:
  Door(central::Store& store, const base::Clock& clock) : store_(store), clock_(clock) {}

  void take(const central::Request& request, const central::Reply& reply) {
    auto token = base::header(request.headers, "authorization");
    token.remove_prefix(std::min<std::size_t>(token.size(), 7));
    const auto claimed = wire::token_kiosk(token);
    if (!request.target.starts_with(ideas) || !claimed) return refuse(reply);
    const auto kiosk = store_.kiosk(*claimed);
    const auto bytes = base::as_bytes(request.body);
    const auto idea = wire::thaw({request.target.substr(ideas.size())}, bytes);
    if (!kiosk || !idea) return refuse(reply);
    const auto digest = base::sha256(bytes);
    store_.keep_idea({idea->id,
                      kiosk->id,
                      idea->sequence,
                      idea->reference_hash,
                      digest,
                      {bytes.begin(), bytes.end()},
                      clock_.now()},
                     [this, reply, digest, id = idea->id](const base::Result<central::KeptIdea>& kept) {
                       if (!kept) return refuse(reply);
                       const wire::Receipt receipt{id, digest, kept->received_at, store_.system().epoch, "-"};
                       reply(central::json(201, wire::to_bytes(receipt), clock_.now()));
                     });
  }
  void refuse(const central::Reply& reply) const {
    reply(central::problem(central::not_found(), clock_.now()));
  }

 private:
  central::Store& store_;
  const base::Clock& clock_;
};

}  // namespace

int main(int count, char** arguments) {
  if (count != 3 && count != 4)
    return std::fputs("Usage: plain_door STORE PORT_FILE [IDEAS_IN_A_COMMIT]\n", stderr), 2;
  central::StoreLimits limits;
  if (count == 4) limits.group = std::strtoul(arguments[3], nullptr, 10);
  const auto clock = edge::system_clock();
  edge::SystemRandom random;
  std::unique_ptr<Door> door;
  auto listener = central::Listener::bind(
      "127.0.0.1:0",
      [&](const central::Request& request, const central::Reply& reply) { door->take(request, reply); },
      [&](central::Routes::Refusal) { return central::problem(central::unavailable(), (*clock)->now()); });
  const auto place = central::store_place(arguments[1]);
  if (!place) return std::fputs("plain_door: no such kind of store\n", stderr), 2;
  const auto store = central::open_store(*place, base::make_uuid4(random), limits);
  if (!listener || !store) return std::fputs("plain_door: no store or no port\n", stderr), 69;
  door = std::make_unique<Door>(**store, **clock);
  std::ofstream(arguments[2]) << (*listener)->port() << '\n';
  (*listener)->run(central::Listener::Signals::StopOnThem);
}
