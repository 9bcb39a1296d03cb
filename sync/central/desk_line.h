// The line between a command and the server that holds the store: a UNIX socket beside the store's file.
//
// Only one process may write the store. So a command first tries the store's lock; whoever runs a server
// holds it, and then the command hands its request over this socket instead. Both ways end in the same Desk.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "sync/base/json.h"
#include "sync/base/time.h"
#include "sync/central/desk.h"
#include "sync/central/sql_store.h"

namespace wv::central {

// ideeen.db.balie; none with PostgreSQL, where commands go to the database themselves.
std::filesystem::path socket_of(const StorePlace& store);

// Asks the server at this socket. Unavailable: nobody answers there.
// AllFirst: the server never waits for who reads his screen page by page. AsTheyCome: for who writes them
// away at once and cannot hold them all; a reader that stops for seconds is cut off.
enum class RowPace { AllFirst, AsTheyCome };
Result<> ask_server(const std::filesystem::path& socket, const base::Json& request, const Desk::Row& row,
                    RowPace pace = RowPace::AllFirst);

// Answers one command after the other on a thread of its own. In between, when the desk says so, it publishes
// what changed in public.
class DeskServer {
 public:
  // Without a socket it only publishes.
  static Result<std::unique_ptr<DeskServer>> start(const std::filesystem::path& socket, Desk& desk,
                                                   std::function<void(const Result<std::size_t>&)> published);
  virtual ~DeskServer() = default;  // ends the thread and removes the socket
};

}  // namespace wv::central
