// What was asked of `orders` on the command line, as a value.
#pragma once

#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace wv::central {

struct OrderOptions {
  enum class Verb { Give, List, Withdraw, Fetch } verb = Verb::List;
  std::string kiosk, word, text, through, until;
  int hours = 72;     // for which it may be taken up
  std::string order;  // its id
  std::string out;    // file of a picture or a diagnosis
  bool json = false;
};

// Declares `orders` with its verbs under `app`; `each` does for every verb what all commands have in common.
void declare_orders(CLI::App& app, OrderOptions& options, const std::function<void(CLI::App&)>& each);

}  // namespace wv::central
