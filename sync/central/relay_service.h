// Tells other systems, again and again, on a thread of its own: a slow one keeps no kiosk waiting.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "sync/central/connections.h"
#include "sync/central/serve.h"
#include "sync/central/sql_outbox.h"

namespace wv::central {

// One round for each system. What went wrong is in the log; the others go on.
void relay_once(Targets& targets, relay::Outbox& outbox, Machine& machine);

class RelayService {
 public:
  RelayService(Targets targets, Store& store, Machine& machine, base::Millis pause);
  ~RelayService();  // waits for the exchange under way
  RelayService(const RelayService&) = delete;
  RelayService& operator=(const RelayService&) = delete;

 private:
  void run();

  Targets targets_;
  SqlOutbox outbox_;
  Machine& machine_;
  const base::Millis pause_;
  std::mutex mutex_;
  std::condition_variable stop_asked_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace wv::central
