// A visit as one value: from the first touch to the clean Attract screen. Pure: time is handed in.
// The end of a visit assigns a fresh Visit{}, so nothing can be forgotten uncleared.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/visit/action.h"
#include "kiosk/visit/effect.h"

namespace wv::visit {

using base::Millis;

struct Rules {
  Millis ask_after = std::chrono::seconds(120);  // silence before "Bent u er nog?"; settings allow 60–300 s
  Millis grace = std::chrono::seconds(30);       // how long it asks; never under 20 s
  Millis veil_after = std::chrono::seconds(20);  // typed text blurs
  int volume = 3, loudest = 5;                   // of the voice, from 1; each visit begins with `volume`
  ReachHelp reach = ReachHelp::Helps;
  Millis hint_after{600};  // without a key, before similar ideas are looked for
};

// Where a visitor is, and what Back returns to.
struct Spot {
  Screen screen = Screen::Attract;
  model::AreaId area;      // empty: the kiosk's own
  model::AgendaId agenda;  // empty: the first of the area
  model::ChallengeId challenge;
  std::optional<model::ThemeId> filter;
  model::NewsId news;
  std::optional<model::PlanId> plan;          // of the timeline; none: all plans
  std::optional<model::ActionStatus> status;  // of the timeline; none: all
  EventFilter events;
  model::EventId event;  // of Screen::Activity, on `day`
  base::Day day{};
  IdeaFilter ideas;
  std::string idea;  // public id
  int scroll_px = 0;
  int aside_px = 0;
  bool operator==(const Spot&) const = default;
};

// The voice of a visit.
struct Reading {
  bool on = false;           // screens are read as they come
  std::optional<int> level;  // empty: what the rules begin with
  Pace pace = Pace::Normal;
  std::optional<Millis> since;  // speaking since then: listening counts as activity
  bool speaking() const { return since.has_value(); }
  bool operator==(const Reading&) const = default;
};

enum class Syncing { No, Asked, Busy, Done, Unheard };  // Asked: the courier has not begun yet
inline constexpr int touch_squares = 28, test_colours = 5;

// How it stands with settings that staff try out.
enum class Trial { No, Running, Refused, Kept, NotKept, Reverted };

enum class Sending { No, Busy };
enum class Leaving { No, StopIdea, StartAgain, EndVisit };
// Why a message would not arrive: each has its own friendly sentence.
enum class ContactProblem { Empty, NoAt, NoDomain, TooShort, TooLong, NoAreaCode };
enum class TypingTrouble { None, Full, WrongCharacter };  // why the last key did nothing

enum class Shift { Off, Once, Locked };
enum class KeyOffer { None, Variants, Layouts };

// How the keyboard stands. Layout and order stay as they were chosen; the rest follows the typing.
struct KeyState {
  KeyLayer layer = KeyLayer::Letters;
  Shift shift = Shift::Once;        // a sentence starts with a capital
  bool starts_sentence = true;      // why shift is on though nobody pressed it
  std::optional<KeyLayout> layout;  // nothing: that of the language of the screen
  KeyOrder order = KeyOrder::Usual;
  KeyOffer offer = KeyOffer::None;  // what stands over the keys, to choose from
  std::string letter;               // whose variants are offered
  bool operator==(const KeyState&) const = default;
};

struct Visit {
  Spot at;
  std::vector<Spot> back;
  Overlay overlay = Overlay::None;
  Leaving leaving = Leaving::No;  // what the visitor wanted when Overlay::ThrowAway came up

  model::Lang lang;  // empty: the default language of the municipality
  TextSize size = TextSize::Normal;
  Contrast contrast = Contrast::Light;
  bool reach = false;
  Reading reading;

  IdeaDraft draft;
  KeyState keys;
  TypingTrouble typing_trouble = TypingTrouble::None;
  int draft_part = 0;  // which code of a long text is on show
  Sending sending = Sending::No;
  std::optional<IdeaKept> kept;  // "Bewaard" is shown only when this is here
  std::optional<NotKeptReason> not_kept;

  std::optional<IdeasPage> ideas;  // the part of the list around what is in sight
  std::optional<IdeaLoaded> idea;  // the one on the screen; none: not looked up yet
  std::vector<std::string> supported;
  bool supporting = false;
  bool support_failed = false;
  std::optional<Millis> hint_at;  // when to look for ideas like the draft
  std::vector<SimilarIdea> similar;

  CodeMode code_mode = CodeMode::Characters;
  TypedText code;
  bool looking_up = false;
  std::optional<CodeAnswer> answer;

  TypedText query;  // words to search for
  std::optional<Millis> search_at;
  bool searching = false;
  std::optional<SearchAnswer> found;
  bool reads_results = false;  // without the keyboard

  TypedText pin;
  std::optional<PinRefused> pin_refused;
  bool is_staff = false;
  TypedText enrolment_code;
  TypedText slip;  // number, as it is typed
  Twice slip_twice;
  std::optional<SlipChecked> slip_taken;  // that number was typed over before
  Syncing syncing = Syncing::No;
  Errand errand = Errand::Sync;                // what `syncing` is about
  bool release_failed = false;                 // the content that was wanted could not be taken into use
  std::uint32_t squares = 0;                   // a bit for each that was touched
  int colour = 0;                              // on the whole panel
  SettingGroup setting = SettingGroup::Place;  // of Screen::StaffSetting
  int weekday = 0;                             // of SettingGroup::Day
  std::optional<PointAtDays> closure;          // that is being chosen
  Trial trial = Trial::No;                     // of settings
  std::optional<Farewell> farewell;            // asked for, not yet confirmed
  bool tomorrow = false;                       // staff look at the public screens as on the next day

  Millis last_active{};            // monotonic
  std::optional<Millis> asked_at;  // "Bent u er nog?" stands over everything since then
  bool veiled = false;             // draw typed text unreadable

  bool operator==(const Visit&) const = default;
};

struct Step {
  Visit visit;
  Effects effects;
};

// `now` is monotonic. Give Tick at or after wake_at(); every other action may come at any time.
Step step(Visit visit, const Action& action, Millis now, const Rules& rules);

// When the visit next changes by silence alone (veil, question, each second of the countdown, end); none on
// Attract.
std::optional<Millis> wake_at(const Visit& visit, Millis now, const Rules& rules);

// Whole seconds until the visit ends, while "Bent u er nog?" stands; otherwise 0.
int seconds_left(const Visit& visit, Millis now, const Rules& rules);

// The field that typing goes to on this screen, or nullptr.
const TypedText* field_of(const Visit& visit);
// Most characters that field takes. An idea may run over its limit for a while, so that nobody loses half a
// sentence; it cannot be sent then.
std::size_t field_limit(const Visit& visit);
// Why the idea cannot be sent, or nothing.
std::optional<model::TextProblem> problem_of(const IdeaDraft& draft);
// What is wrong with the contact that is wanted, or nothing.
std::optional<ContactProblem> contact_problem(const IdeaDraft& draft);
bool contact_is_plausible(const IdeaDraft& draft);
bool code_is_complete(const Visit& visit);
bool enrolment_code_is_complete(const Visit& visit);
// The number in the field of Screen::StaffSlip; 0: none yet.
std::int64_t slip_number(const Visit& visit);
// Whether the contact can be taken as it is: of a slip only after it was typed twice.
bool contact_is_settled(const IdeaDraft& draft);
// Whether there is something to search for.
bool query_is_enough(const Visit& visit);
bool can_go_back(const Visit& visit);
int volume_of(const Visit& visit, const Rules& rules);
// Whether anything a visitor typed is in the visit.
bool holds_typed_text(const Visit& visit);
// Whether some of it is on the screen now: there the touch that lifts the veil does nothing else.
bool shows_typed_text(const Visit& visit);
// Whether a touch that means `action` would bring hidden words back and do nothing else.
bool only_unveils(const Visit& visit, const Action& action);

// No screen takes longer to read; a voice that goes on is a fault, and keeps no visit alive.
inline constexpr Millis longest_reading = std::chrono::minutes(10);
// Whether this visit has backed the idea on the screen.
bool supports_idea(const Visit& visit);

// The screens behind the staff door.
bool is_behind_door(Screen screen);
bool is_syncing(const Visit& visit);
// Whether staff type over a paper slip, on the screens of Geef uw idee.
bool is_typing_slip(const Visit& visit);
// Whether settings count that nobody has kept yet.
bool is_trying_settings(const Visit& visit);
// Settings that can be tried may be settings with which nobody can read or reach the screen: without a touch
// for so long the kept ones come back.
inline constexpr Millis trial_silence = std::chrono::seconds(30);
// Without a touch for so long they are left by themselves; the question comes before.
inline constexpr Millis staff_silence = std::chrono::minutes(2);

inline constexpr std::size_t idea_overrun = 200;
inline constexpr std::size_t least_query = 2, most_query = 60;  // characters
inline constexpr std::size_t least_pin = 4, most_pin = 8;
inline constexpr std::size_t most_slip_digits = 6;

}  // namespace wv::visit
