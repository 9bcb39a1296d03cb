// Where effects become deeds: the one place in which a visit reaches files. No pixels, no time of its own.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/settings.h"
#include "kiosk/staff/pin_gate.h"
#include "kiosk/store/idea_book.h"
#include "kiosk/store/intake.h"
#include "kiosk/store/report.h"
#include "kiosk/store/shelf.h"
#include "kiosk/store/similar.h"
#include "kiosk/visit/effect.h"
#include "sync/base/world.h"

namespace wv::app {

// What a house stands on; the references must outlive it.
struct Ground {
  base::Files& files;
  const base::Clock& clock;
  base::Random& random;
  std::filesystem::path state;  // --state: ideeen.db, sync.db, inhoud-*.db
  std::filesystem::path share;  // words, themes, fonts, strings
};

class House {
 public:
  // Opens or makes the idea book. Without sync.db or a release it opens too: the screen then waits for
  // content.
  static base::Result<std::unique_ptr<House>> open(const Ground& ground, LoadedSettings loaded);

  // Does it; the answer, if the visit waits for one.
  std::optional<visit::Action> perform(const visit::Effect& effect);
  // SyncEnded once the sync that was asked for is over, or after a minute of hearing nothing. Call while
  // next_poll() says so.
  std::optional<visit::Action> poll();
  std::optional<base::Millis> next_poll() const;  // monotonic

  // Takes a newer release into use. Not during a visit: a screen never mixes two publications.
  bool refresh();
  const store::Content& content() const { return shelf_.content(); }
  const Settings& settings() const { return loaded_.settings; }
  store::Report report();
  base::Result<base::Bytes> picture(std::string_view name) { return shelf_.picture(name); }

 private:
  House(const Ground& ground, LoadedSettings loaded, std::string words,
        std::vector<std::string_view> word_list, store::IdeaBook::Opened opened);
  void ask_for_sync();
  visit::Action page_of(const visit::FetchIdeas& wanted);
  visit::Action idea_of(const visit::LoadIdea& wanted);
  visit::Action similar_to(const visit::FindSimilar& wanted);
  void note(const base::Error& error);

  Ground ground_;
  LoadedSettings loaded_;
  std::string words_;  // the text that word_list_ points into
  std::vector<std::string_view> word_list_;
  store::IdeaBook book_;
  store::Shelf shelf_;
  std::optional<store::Similar> similar_;  // made when somebody first writes
  store::Intake intake_;
  staff::PinGate pin_;
  std::vector<std::string> trouble_;  // for the staff screen
  std::optional<base::Instant> asked_at_;
  std::optional<base::Millis> poll_at_, give_up_at_;
};

}  // namespace wv::app
