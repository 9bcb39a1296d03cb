// Somebody at the screen, for tests: acts, types and waits against a virtual clock.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/visit/visit.h"

namespace wv::test {

class Visitor {
 public:
  visit::Visit visit;
  visit::Rules rules;
  base::Millis now = std::chrono::hours(5);  // of the machine, so that zero is not by chance right
  visit::Effects asked;                      // effects of the last action

  Visitor& does(const visit::Action& action) {
    auto step = visit::step(std::move(visit), action, now, rules);
    visit = std::move(step.visit);
    asked = std::move(step.effects);
    return *this;
  }
  Visitor& types(std::string_view text) {
    while (!text.empty()) {  // character by character, as keys come
      std::size_t length = 1;
      while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) ++length;
      does(visit::TypeText{std::string(text.substr(0, length))});
      text.remove_prefix(length);
    }
    return *this;
  }
  // Lets time pass as the app does: a Tick whenever the visit asked to be woken.
  Visitor& waits(base::Millis time) {
    const base::Millis until = now + time;
    for (auto wake = visit::wake_at(visit, now, rules); wake && *wake <= until;
         wake = visit::wake_at(visit, now, rules)) {
      now = std::max(now, *wake);
      does(visit::Tick{});
    }
    now = until;
    return *this;
  }
  Visitor& begins() { return does(visit::BeginVisit{}); }
  visit::Screen at() const { return visit.at.screen; }

  template <class Wanted>
  const Wanted* effect() const {
    for (const auto& one : asked) {
      if (const auto* found = std::get_if<Wanted>(&one)) return found;
    }
    return nullptr;
  }
};

}  // namespace wv::test
