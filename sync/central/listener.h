// The network side of the central: HTTP/1.1 over TCP, where no client can make another one wait.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "sync/base/result.h"
#include "sync/central/exchange.h"
#include "sync/central/routes.h"

namespace wv::central {

struct ListenLimits {
  std::chrono::milliseconds whole_message{30'000};  // from the first wait to the last byte of a request
  std::chrono::milliseconds piece{30'000};          // for each 64 KiB of an answer to be taken
  std::chrono::milliseconds last_words{10'000};     // what is under way when the process is asked to stop
  std::uint32_t header_bytes = 16 << 10;
  std::uint64_t body_bytes = 64 << 10;
  // Staff paste whole calendars; so few at once that nobody can fill the memory with them.
  std::string large_forms;  // addresses that begin so; empty: none
  std::uint64_t large_form_bytes = 2 << 20;
  std::size_t large_forms_at_once = 8;
  std::size_t connections = 20'000;  // the next one hears 503
};

// Hands whole requests to a handler on its one thread and sends the answers, from whichever thread they come.
class Listener {
 public:
  using Handler = std::function<void(Request, Reply)>;
  using Refuse = std::function<Response(Routes::Refusal)>;

  // "127.0.0.1:8080", "[::1]:0"; port 0 takes a free one. Invalid: no such address. Unavailable: the port is
  // taken.
  static base::Result<std::unique_ptr<Listener>> bind(const std::string& address, Handler handler,
                                                      Refuse refuse, ListenLimits limits = {});
  virtual ~Listener() = default;
  virtual std::uint16_t port() const = 0;
  // Serves until stop() or, when asked for, SIGTERM or SIGINT. What was being answered is answered first.
  enum class Signals { Ignore, StopOnThem };
  virtual void run(Signals signals) = 0;
  virtual void stop() = 0;  // from any thread
  // While it runs, on its thread. One such work a listener; to be called before run().
  virtual void every(std::chrono::milliseconds pause, std::function<void()> work) = 0;
};

}  // namespace wv::central
