// Starts everything a kiosk needs, says where it listens, and takes it down without dropping what was
// promised.
#include "sync/central/serve.h"

#include <sys/resource.h>

#include "sync/base/uuid.h"
#include "sync/central/alerts.h"
#include "sync/central/desk_line.h"
#include "sync/central/listener.h"
#include "sync/central/relay_service.h"
#include "sync/central/routes.h"

namespace wv::central {
namespace {

using base::Result;

constexpr base::Millis publications_apart{60'000};
constexpr base::Millis relay_pause{15'000};

// A herd of kiosks at night is more connections than a shell allows by default.
void allow_many_connections() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  (void)::setrlimit(RLIMIT_NOFILE, &limit);
}

void report_publication(const base::Log& log, const Result<std::size_t>& published) {
  if (!published) log.warning("publication_failed", {{"why", published.error().message}});
  if (published && *published > 0) log.info("feedback_published", {{"channels", *published}});
}

void report_keeping(const base::Log& log, std::string_view event, const Result<std::size_t>& done) {
  if (!done) log.warning("keeping_failed", {{"why", done.error().message}});
  if (done && *done > 0) log.notice(event, {{"ideas", *done}});
}

void warn_of_old_content(const base::Log& log, const Repository& repository, Instant now) {
  const auto channels = repository.channels();
  if (!channels) return;
  for (const auto& channel : *channels) {
    const auto standing = repository.standing(channel);
    if (standing && standing->ends - now < AlertLimits{}.ends_soon)
      log.warning("content_expires", {{"channel", channel}, {"at", base::to_rfc3339(standing->ends)}});
  }
}

bool is_for_pages(std::string_view target) {
  if (!target.starts_with(pages_path)) return false;
  const auto rest = target.substr(pages_path.size());
  return rest.empty() || rest[0] == '/' || rest[0] == '?';
}

Result<std::unique_ptr<RelayService>> start_relay(const Options& options, Store& store, Machine& machine) {
  if (options.connections.empty()) return nullptr;
  WV_TRY(auto targets, open_connections(machine.files, options.connections, machine.clock));
  return std::make_unique<RelayService>(std::move(targets), store, machine, relay_pause);
}

// It listens on the thread that would be stuck; what waits for the disk has a time limit of its own.
void be_watched(base::Supervisor& supervisor, Listener& listener) {
  supervisor.ready();
  supervisor.alive();
  if (const auto patience = supervisor.patience())
    listener.every(*patience / 2, [&supervisor] { supervisor.alive(); });
}

// Whoever waits for it may come: a script that reads the port, and systemd.
Result<> announce(const Options& options, Machine& machine, Listener& listener) {
  if (!options.port_file.empty()) {
    const auto port = std::to_string(listener.port()) + "\n";
    WV_CHECK(machine.files.write(options.port_file, base::as_bytes(port)));
  }
  machine.log.notice("listening", {{"address", options.listen}, {"port", listener.port()}});
  if (machine.supervisor) be_watched(*machine.supervisor, listener);
  return {};
}

}  // namespace

Result<> serve(const Options& options, Machine& machine) {
  allow_many_connections();
  WV_TRY(const auto hold, StoreHold::take(options.store));
  Repository repository(machine.files, machine.secret_files, options.repo, machine.steps);
  auto receipt_key = repository.vault().load(KeyName::Receipt);
  if (!receipt_key) return base::pass(receipt_key, "serve");
  const auto kid = thumbprint(receipt_key->public_key);
  const Signer signer{std::move(*receipt_key), kid};

  // The listener is made first and goes last: the store may still be answering when everything else is gone.
  std::unique_ptr<Routes> routes;
  Pages* pages = nullptr;
  const auto handle = [&](Request request, const Reply& reply) {
    if (pages && is_for_pages(request.target)) return pages->handle(request, reply);
    routes->handle(std::move(request), reply);
  };
  const auto refuse = [&routes](Routes::Refusal refusal) { return routes->refuse(refusal); };
  ListenLimits limits;
  if (machine.open_pages) limits.large_forms = std::string(pages_path) + "/inhoud/";
  WV_TRY(const auto listener, Listener::bind(options.listen, handle, refuse, limits));
  Workers workers(std::max(2U, std::thread::hardware_concurrency())), enrolments(1, 256);
  WV_TRY(const auto store, open_store(options.store, base::make_uuid4(machine.random), {}, machine.steps));
  routes = std::make_unique<Routes>(World{*store, signer, machine.clock, machine.random, machine.log,
                                          repository.published(), workers, enrolments});
  const ErasureLedger ledger(machine.files, options.ledger);
  Desk desk({.store = *store,
             .repository = &repository,
             .clock = machine.clock,
             .random = machine.random,
             .more = machine.more_questions,
             .publications_apart = publications_apart,
             .count_as = options.count_as,
             .ledger = &ledger,
             .steps = machine.steps,
             .log = &machine.log});
  std::unique_ptr<Pages> opened;  // gone before what it uses
  if (machine.open_pages) {
    WV_TRY(opened, machine.open_pages({*store, repository, desk, machine.clock, machine.random, machine.files,
                                       ledger, options.folder}));
    pages = opened.get();
  }
  report_keeping(machine.log, "erasures_finished", desk.finish_erasures());
  report_publication(machine.log, desk.publish_feedback());
  warn_of_old_content(machine.log, repository, machine.clock.now());
  WV_TRY(const auto desk_server,
         DeskServer::start(socket_of(options.store), desk, [&](const Result<std::size_t>& published) {
           report_publication(machine.log, published);
           report_keeping(machine.log, "kept_long_enough", desk.keep_daily());
         }));
  WV_TRY(const auto relay, start_relay(options, *store, machine));
  WV_CHECK(announce(options, machine, *listener));
  listener->run(Listener::Signals::StopOnThem);
  enrolments.stop();  // nobody asks the store any more; what it still finishes, it answers itself
  workers.stop();
  machine.log.notice("stopped");
  return {};
}

}  // namespace wv::central
