// How previews are walked: what a visitor does, one action after the other, and the silence after it. Private
// to the previews.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "kiosk/app/previews.h"

namespace wv::app {

using Walk = std::vector<visit::Action>;

inline constexpr const char* idea_text =
    "Een bankje bij de speeltuin, zodat opa’s en oma’s ook kunnen blijven zitten.";

inline Walk operator+(Walk walk, const Walk& more) {
  walk.insert(walk.end(), more.begin(), more.end());
  return walk;
}

class Album {
 public:
  Album(base::Millis now, const visit::Rules& rules) : now_(now), rules_(rules) {}

  Preview& add(std::string name, const Walk& walk, base::Millis silence = base::Millis{0}) {
    visit::Visit state;
    for (const auto& action : walk)
      state = visit::step(std::move(state), action, now_ - silence, rules_).visit;
    // Silence comes in ticks, as in life: the question follows the veil.
    if (silence > base::Millis{0}) {
      for (auto at = now_ - silence; at <= now_; at += base::Millis{500})
        state = visit::step(std::move(state), visit::Tick{}, at, rules_).visit;
    }
    pages_.push_back({.name = std::move(name), .visit = std::move(state), .report = {}});
    return pages_.back();
  }
  std::vector<Preview> pages() && { return std::move(pages_); }

 private:
  base::Millis now_;
  const visit::Rules& rules_;
  std::vector<Preview> pages_;
};

// The challenge with most to show, and a theme, of what the content holds.
model::ChallengeId fullest_challenge(const store::Content& content);
std::optional<model::ThemeId> first_theme(const store::Content& content);

// previews_staff.cpp
void minding(Album& album, const Walk& home, base::Instant then, base::Millis now);
// previews_idea.cpp
void neighbours(Album& album, const store::Content& content, const Walk& home, base::Instant then);
void giving(Album& album, const store::Content& content, const Walk& home, const visit::Rules& rules);
void following(Album& album, const Walk& home, base::Instant then);

}  // namespace wv::app
