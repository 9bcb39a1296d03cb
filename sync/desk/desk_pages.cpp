// Puts the parts of the desk together, on threads of their own.
#include "sync/desk/desk_pages.h"

#include "sync/central/problem.h"
#include "sync/central/workers.h"
#include "sync/desk/journal.h"
#include "sync/desk/shelf.h"
#include "sync/desk/site.h"
#include "sync/desk/sql_accounts.h"
#include "sync/desk/workshop.h"

namespace wv::desk {
namespace {

using base::ErrorCode;
using base::fail;
using base::Json;

constexpr unsigned page_threads = 2;  // of their own: no page and no password ever makes a kiosk wait
constexpr std::size_t most_waiting = 64;

class DeskPages final : public central::Pages {
 public:
  explicit DeskPages(const central::PagesWorld& world)
      : clock_(world.clock),
        accounts_(open_accounts(world.store)),
        journal_(open_journal(world.store)),
        gate_(*accounts_, world.clock, world.random),
        shelf_(world.store),
        // Its answers are published by the round of the server: within a minute, and at most once in one.
        writing_desk_({.store = world.store,
                       .repository = nullptr,
                       .clock = world.clock,
                       .random = world.random,
                       .ledger = &world.ledger}),
        workshop_({world.files, world.content, world.repository, world.clock}),
        site_({world.store, world.repository, writing_desk_, world.desk, *accounts_, gate_, shelf_, *journal_,
               workshop_, world.files, world.clock}),
        workers_(page_threads, most_waiting) {}

  void handle(const central::Request& request, central::Reply reply) override {
    const bool taken = workers_.offer([this, request, reply] { reply(site_.handle(request)); });
    if (!taken) reply(central::problem(central::unavailable(), clock_.now()));
  }

 private:
  const base::Clock& clock_;
  std::unique_ptr<Accounts> accounts_;
  std::unique_ptr<Journal> journal_;
  Gate gate_;
  Shelf shelf_;
  central::Desk writing_desk_;
  Workshop workshop_;
  Site site_;
  central::Workers workers_;  // last: its threads are gone before what they use
};

Json row_of(const Account& account) {
  return Json::object(
      {{"naam", account.name},
       {"rol", role_word(account.role)},
       {"staat", state_word(account.state)},
       {"laatstAangemeld", account.last_sign_in ? Json(base::to_rfc3339(*account.last_sign_in)) : Json()}});
}

Result<std::string> new_code(Gate& gate, const std::string& what, const std::string& name,
                             const Json& request) {
  if (what == "gebruiker-opnieuw") return gate.invite_again(name);
  const auto role = role_from_word(request.text_or("rol", ""));
  if (!role)
    return fail(ErrorCode::Invalid, "unknown role; use one of: lezer, moderator, publicist, beheerder");
  return gate.invite(name, *role);
}

}  // namespace

Result<std::unique_ptr<central::Pages>> open_pages(const central::PagesWorld& world) {
  return std::make_unique<DeskPages>(world);
}

Result<> ask_about_accounts(const central::Desk::Setup& world, const Json& request,
                            const central::Desk::Row& row) {
  const auto accounts = open_accounts(world.store);
  const auto journal = open_journal(world.store);
  Gate gate(*accounts, world.clock, world.random);
  const std::string what(request.text_or("vraag", "")), name(request.text_or("naam", ""));
  if (what == "gebruikers") {
    WV_TRY(const auto all, accounts->all());
    for (const auto& account : all)
      if (!row(row_of(account))) break;
    return {};
  }
  const auto now = world.clock.now();
  if (what == "gebruiker-uit") {
    WV_CHECK(gate.disable(name));
    return journal->note("opdrachtregel", "account-uit " + name, now);
  }
  if (what != "gebruiker-toevoegen" && what != "gebruiker-opnieuw")
    return fail(ErrorCode::Invalid, "this central does not know the command '" + what + "'");
  WV_TRY(const auto code, new_code(gate, what, name, request));
  WV_CHECK(journal->note("opdrachtregel", "account-uitgenodigd " + name, now));
  row(Json::object({{"naam", name}, {"code", code}}));
  return {};
}

}  // namespace wv::desk
