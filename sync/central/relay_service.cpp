// Round after round, until the server stops.
#include "sync/central/relay_service.h"

#include "sync/base/uuid.h"

namespace wv::central {

void relay_once(Targets& targets, relay::Outbox& outbox, Machine& machine) {
  for (auto& target : targets) {
    const auto delivered = relay::Delivery(outbox, machine.clock, machine.random).run(*target);
    if (!delivered)
      machine.log.warning("relay_failed", {{"system", target->name()}, {"why", delivered.error().message}});
    else if (delivered->put_off > 0)
      machine.log.warning("relay_put_off", {{"system", target->name()},
                                            {"told", delivered->told},
                                            {"put_off", delivered->put_off},
                                            {"why", delivered->last_trouble}});
    else if (delivered->told > 0)
      machine.log.info("relay_told", {{"system", target->name()}, {"told", delivered->told}});
  }
}

RelayService::RelayService(Targets targets, Store& store, Machine& machine, base::Millis pause)
    : targets_(std::move(targets)),
      outbox_(store, machine.clock, base::make_uuid4(machine.random)),
      machine_(machine),
      pause_(pause),
      thread_([this] { run(); }) {}

RelayService::~RelayService() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  stop_asked_.notify_all();
  thread_.join();
}

void RelayService::run() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    lock.unlock();
    relay_once(targets_, outbox_, machine_);
    lock.lock();
    stop_asked_.wait_for(lock, pause_, [this] { return stopping_; });
  }
}

}  // namespace wv::central
