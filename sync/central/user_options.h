// What was asked of `users` on the command line, as a value.
#pragma once

#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace wv::central {

struct UserOptions {
  enum class Verb { Add, List, Disable, Reset } verb = Verb::List;
  std::string name, role = "moderator";
  bool json = false;
};

// Declares `users` with its verbs under `app`; `each` does for every verb what all commands have in common.
void declare_users(CLI::App& app, UserOptions& options, const std::function<void(CLI::App&)>& each);

}  // namespace wv::central
