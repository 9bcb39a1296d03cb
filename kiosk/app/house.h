// Where effects become deeds: the one place in which a visit reaches files. No pixels, no time of its own.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/diary.h"
#include "kiosk/app/remote.h"
#include "kiosk/app/settings.h"
#include "kiosk/screens/city.h"
#include "kiosk/speech/speaker.h"
#include "kiosk/speech/transcript.h"
#include "kiosk/staff/pin_gate.h"
#include "kiosk/store/calendar.h"
#include "kiosk/store/courier.h"
#include "kiosk/store/idea_book.h"
#include "kiosk/store/intake.h"
#include "kiosk/store/report.h"
#include "kiosk/store/shelf.h"
#include "kiosk/store/similar.h"
#include "kiosk/visit/effect.h"
#include "kiosk/visit/visit.h"
#include "sync/base/world.h"

namespace wv::app {

// The voice, and where it sounds.
struct Sound {
  speech::Speaker& speaker;
  speech::Outlet& outlet;
};

// What a house stands on; the references must outlive it.
struct Ground {
  base::Files& files;
  const base::Clock& clock;
  base::Random& random;
  Sound sound;
  std::filesystem::path state;  // --state: ideeen.db, sync.db, inhoud-*.db
  std::filesystem::path share;  // words, themes, fonts, strings
  // As the files are now, with these choices over them; empty: they never change, and nothing can be chosen.
  std::function<LoadedSettings(const Choices&)> settings_again;
};

class House {
 public:
  // Opens or makes the idea book. Without sync.db or a release it opens too: the screen then waits for
  // content.
  static base::Result<std::unique_ptr<House>> open(const Ground& ground, LoadedSettings loaded);

  // Does it; the answer, if the visit waits for one.
  std::optional<visit::Action> perform(const visit::Effect& effect);
  // SpeechBegan, or nothing: then there is no sound, and from now on can_speak() says so.
  std::optional<visit::Action> speak(const speech::Speech& speech, const speech::Delivery& delivery);
  bool can_speak() const { return has_sound_; }
  speech::Ears ears();  // asks the socket: only when something is about to be said

  // SyncGoesOn and SyncEnded about the sync that was asked for; unheard after a minute of nothing.
  // SpeechEnded after the last word. Call while next_poll() says so.
  std::optional<visit::Action> poll();
  std::optional<base::Millis> next_poll() const;  // monotonic

  // Takes a newer release into use. Not during a visit: a screen never mixes two publications.
  bool refresh();
  // Takes changed settings into use, as far as that goes without a restart; looks at most once a minute. Not
  // during a visit. With mistakes everything stays as it is, and the report names them.
  bool renew_settings();
  const store::Content& content() const { return shelf_.content(); }
  // What the content comes to on a day, reckoned once for each release and day.
  std::shared_ptr<const store::Almanac> almanac(base::Day today);
  // The map, cut for drawing when it is first asked for.
  std::shared_ptr<const screens::City> city();
  const Settings& settings() const { return loaded_.settings; }
  store::Report report();
  // What the municipality asks of the screen from afar; each that is done is a line of the diary.
  Remote::News look_for_commands();
  base::Result<> finish_command(const Remote::Due& command, wire::CommandOutcome outcome);
  Remote& remote() { return remote_; }
  // For the report and for the courier, who tells the central.
  void keep_self_test(const model::SelfTest& test);
  // What settings and staff say about visits.
  void set_rules(visit::Rules& rules) const;
  base::Result<base::Bytes> picture(std::string_view name) { return shelf_.picture(name); }
  // A line for the staff screen that stays until the next release: something in this one cannot be shown.
  void note_content(const std::string& what);

 private:
  House(const Ground& ground, LoadedSettings loaded, std::string words, store::IdeaBook::Opened opened);
  staff::Moment now() const;
  staff::GateMemory gate_memory();
  visit::Action check_pin(const visit::TypedText& pin);
  std::optional<visit::Action> done(const visit::Effect& effect);
  void write_down_sync(const std::optional<store::Round>& round);
  std::optional<model::SelfTest> last_self_test();
  visit::Action try_settings(const visit::SettingChanges& changes);
  visit::Action save_settings();
  void keep_volume(int level);
  void take_settings(LoadedSettings newer);
  void take_up_release_choice();
  visit::Action choose(visit::Release release);
  base::Result<> take_back();
  base::Result<> take_newest();
  void ask_for_sync(visit::Errand errand);
  void ask_for_enrolment(const visit::EnrolKiosk& wanted);
  void follow_courier(visit::Errand errand);
  void remove_code();
  std::optional<visit::Action> poll_sync(base::Millis now);
  void hush();
  std::optional<visit::Action> poll_voice(base::Millis now);
  visit::Action page_of(const visit::FetchIdeas& wanted);
  visit::Action idea_of(const visit::LoadIdea& wanted);
  visit::Action similar_to(const visit::FindSimilar& wanted);
  void note(const base::Error& error);
  void look_over_content();
  void forget_visit();

  Ground ground_;
  LoadedSettings begun_;  // what a restart would have to change
  LoadedSettings loaded_;
  std::vector<std::string> wait_for_restart_;  // keys
  Choices kept_choices_;                       // those of `loaded_` may be on trial
  base::Millis settings_due_{};
  std::string words_;  // the text that word_list_ points into
  std::vector<std::string_view> word_list_;
  store::IdeaBook book_;
  store::Shelf shelf_;
  std::optional<store::Similar> similar_;  // made when somebody first writes
  store::Intake intake_;
  Diary diary_;
  Remote remote_;
  std::vector<std::string> trouble_;          // for the staff screen
  std::vector<std::string> content_trouble_;  // the same, about the release on show
  staff::PinGate pin_;
  std::shared_ptr<const store::Almanac> almanac_;
  std::shared_ptr<const screens::City> city_;
  std::int64_t city_version_ = 0;
  std::optional<base::Instant> asked_at_;
  visit::Errand errand_ = visit::Errand::Sync;
  std::optional<store::Progress> progress_;  // of the sync that was asked for, as last told
  std::optional<base::Millis> poll_at_, give_up_at_;
  std::optional<base::Millis> listen_at_;  // while it speaks
  base::Millis speech_began_{}, least_speech_{};
  bool has_sound_ = false;
};

}  // namespace wv::app
