// Everything that can happen to a visit: what a finger or key asks for, what time brings, and how deeds
// ended. Screens hand these to the UI; the UI hands them back untouched; step() (visit.h) decides what they
// mean.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "kiosk/visit/found.h"
#include "kiosk/visit/typed_text.h"
#include "sync/base/json.h"
#include "sync/model/content.h"
#include "sync/model/idea.h"

namespace wv::visit {

enum class Screen {
  Attract,
  Home,
  Agenda,
  Areas,
  Challenge,
  IdeaWrite,
  IdeaWhere,
  IdeaContact,
  IdeaCheck,
  IdeaThanks,
  CodeEntry,
  CodeResult,
  Help,
  Activities,
  Activity,
  Map,
  Team,
  HouseRules,
  Privacy,
  Vision,
  Plan,
  News,
  NewsItem,
  Search,
  Pin,
  Readiness,
  Ideas,
  Idea,
  // Behind the PIN, as Readiness.
  StaffHome,
  StaffSync,
  StaffStick,
  StaffEnrol,
  StaffEnrolCode,
  StaffSlips,
  StaffSlip,
  StaffOutbox,
  StaffContent,
  StaffNetwork,
  StaffTests,
  TouchTest,
  ColourTest,
  StaffSound,
  StaffLog,
  StaffSettings,
  StaffSetting,
  StaffPower,
  StaffHelp
};
enum class Overlay {
  None,
  Language,
  TextSize,
  Contrast,
  ReadAloud,
  AllInReach,
  ThrowAway,
  Themes,
  Challenges,
  DraftToPhone,
  IdeaArea,
  Farewell
};
enum class TextSize { Small, Normal, Large, Largest };  // 5 / 7.3 / 9 / 11 mm capitals
enum class Contrast { Light, Dark, HighOnLight, HighOnDark };
enum class KeyLayer { Letters, Symbols, Accents };
enum class KeyLayout { Dutch, English, Papiamento, Turkish, Polish, Ukrainian, Arabic, Tigrinya };
enum class KeyOrder { Usual, Alphabet };                // as on other keyboards, or a b c
enum class ReachHelp { Helps, NotNeeded, Impossible };  // what reach mode can do, as this panel hangs
enum class Pace { Slowest, Slow, Normal, Fast };        // of the voice
enum class ContactChannel { None, Email, Phone };
enum class Farewell { RestartProgram, RestartMachine, PowerOff };  // how staff end what runs
enum class Release { Newest, Previous };                           // which content staff want on the screen
enum class CodeMode { Characters, Words };
// What staff set on the screen, page by page.
enum class SettingGroup { Place, Languages, Panel, Light, Sound, Silence, Week, Day, Closures };

// A key of the settings and what it shall be: as the files write it; null: as the files say.
struct SettingChange {
  std::string key;
  base::Json value;
  bool operator==(const SettingChange&) const = default;
};
using SettingChanges = std::vector<SettingChange>;  // that only make sense together

// Which activities are shown.
struct EventFilter {
  enum class When { Today, Week, All };
  enum class Price { Any, Free };
  When when = When::Week;
  Price price = Price::Any;
  std::optional<model::ThemeId> theme;
  bool operator==(const EventFilter&) const = default;
};

// Which of the moderated ideas are listed, newest first.
struct IdeaFilter {
  std::optional<model::AreaId> area = model::AreaId{};  // empty: the kiosk's own; none: everywhere
  std::optional<model::ThemeId> theme;
  std::optional<model::IdeaStatus> status;
  bool operator==(const IdeaFilter&) const = default;
};
// As much of an idea as a list shows.
struct IdeaRow {
  std::string id;  // public
  std::string text;
  base::Day on;
  model::IdeaStatus status = model::IdeaStatus::Published;
  std::optional<model::ThemeId> theme;
  std::int64_t supports = 0;
  bool operator==(const IdeaRow&) const = default;
};
struct SimilarIdea {
  std::string id;
  std::string text;
  bool operator==(const SimilarIdea&) const = default;
};

// clang-format off: one line an action

// Asked for by the visitor.
struct Touched { bool operator==(const Touched&) const = default; };            // presence: any touch, key, scroll, speech
struct BeginVisit { bool operator==(const BeginVisit&) const = default; };      // on Attract
struct StartAgain { bool operator==(const StartAgain&) const = default; };      // Begin opnieuw; asks first when text would be lost
struct EndVisit { bool operator==(const EndVisit&) const = default; };          // Klaar
struct Back { bool operator==(const Back&) const = default; };
struct Open { Screen screen; bool operator==(const Open&) const = default; };
struct OpenArea { model::AreaId area; bool operator==(const OpenArea&) const = default; };
struct OpenAgenda { model::AgendaId agenda; bool operator==(const OpenAgenda&) const = default; };
struct OpenChallenge { model::ChallengeId challenge; bool operator==(const OpenChallenge&) const = default; };
// One date of an activity.
struct OpenEvent { model::EventId event; base::Day day; bool operator==(const OpenEvent&) const = default; };
struct FilterEvents { EventFilter filter; bool operator==(const FilterEvents&) const = default; };
struct PointAtArea { model::AreaId area; bool operator==(const PointAtArea&) const = default; };  // on the map
struct FilterTheme { std::optional<model::ThemeId> theme; bool operator==(const FilterTheme&) const = default; };
struct ScrollTo { int px = 0; bool operator==(const ScrollTo&) const = default; };  // drawing clamps; remembered per screen
// A second list on the same screen (landscape: list left, detail right) keeps its place under its own slot.
struct ScrollAside { int px = 0; bool operator==(const ScrollAside&) const = default; };

// Reading on in an area, and searching in all of them. `index` is the place in the answer of the last search.
struct OwnArea { bool operator==(const OwnArea&) const = default; };             // from another area, the same screen here
struct OpenNews { model::NewsId news; bool operator==(const OpenNews&) const = default; };
struct FilterPlan { std::optional<model::PlanId> plan; bool operator==(const FilterPlan&) const = default; };
struct FilterStatus { std::optional<model::ActionStatus> status; bool operator==(const FilterStatus&) const = default; };
struct OpenFound { std::size_t index = 0; bool operator==(const OpenFound&) const = default; };
struct TypeOn { bool operator==(const TypeOn&) const = default; };               // the keyboard comes back over the results

struct ShowOverlay { Overlay overlay; bool operator==(const ShowOverlay&) const = default; };
struct CloseOverlay { bool operator==(const CloseOverlay&) const = default; };
struct ChooseLanguage { model::Lang lang; bool operator==(const ChooseLanguage&) const = default; };
struct ChooseTextSize { TextSize size; bool operator==(const ChooseTextSize&) const = default; };
struct ChooseContrast { Contrast contrast; bool operator==(const ChooseContrast&) const = default; };
struct ToggleReach { bool operator==(const ToggleReach&) const = default; };

// Reading aloud. From the first ReadAloud on, every screen is read as it comes, and the focus as it moves.
struct ReadAloud { bool operator==(const ReadAloud&) const = default; };        // Lees voor: begins; later its menu
struct ReadAgain { bool operator==(const ReadAgain&) const = default; };
struct Hush { bool operator==(const Hush&) const = default; };                  // Stop; what comes next is read again
struct StopReading { bool operator==(const StopReading&) const = default; };    // Voorlezen uit
struct SetVolume { int level = 0; bool operator==(const SetVolume&) const = default; };  // 1 to Rules::loudest
struct SetPace { Pace pace; bool operator==(const SetPace&) const = default; };

// Typing goes to the field of the current screen: idea text, contact, code or PIN.
struct TypeText { std::string text; bool operator==(const TypeText&) const = default; };
struct SwapLetter { std::string text; bool operator==(const SwapLetter&) const = default; };  // for the letter before the caret
struct Erase { bool operator==(const Erase&) const = default; };
struct EraseAll { bool operator==(const EraseAll&) const = default; };
struct Undo { bool operator==(const Undo&) const = default; };
struct Redo { bool operator==(const Redo&) const = default; };
struct MoveCaret { Caret where; bool operator==(const MoveCaret&) const = default; };
struct TouchText { std::size_t byte = 0; bool operator==(const TouchText&) const = default; };  // a finger in the text
struct SelectWord { bool operator==(const SelectWord&) const = default; };

// The keyboard itself.
struct ShowKeys { KeyLayer layer; bool operator==(const ShowKeys&) const = default; };
struct PressShift { bool operator==(const PressShift&) const = default; };      // once: one capital; twice: only capitals
struct OrderKeys { KeyOrder order; bool operator==(const OrderKeys&) const = default; };
struct ChooseLayout { KeyLayout layout; bool operator==(const ChooseLayout&) const = default; };
struct OfferLayouts { bool operator==(const OfferLayouts&) const = default; };  // again: takes the offer back
struct OfferVariants { std::string letter; bool operator==(const OfferVariants&) const = default; };  // types it, and offers its other forms

// Ideeën uit de buurt. SeeIdeas is asked for by drawing: rows `first` to `last` of the list are in sight.
struct FilterIdeas { IdeaFilter filter; bool operator==(const FilterIdeas&) const = default; };
struct SeeIdeas { std::int64_t first = 0, last = 0; bool operator==(const SeeIdeas&) const = default; };
struct OpenIdea { std::string idea; bool operator==(const OpenIdea&) const = default; };
struct GiveSupport { bool operator==(const GiveSupport&) const = default; };    // to the idea on the screen

struct GiveIdea { std::optional<model::ChallengeId> about; bool operator==(const GiveIdea&) const = default; };
struct LinkChallenge { std::optional<model::ChallengeId> challenge; bool operator==(const LinkChallenge&) const = default; };  // of the area that is on show; none: belongs to no plan
struct ChooseTheme { std::optional<model::ThemeId> theme; bool operator==(const ChooseTheme&) const = default; };
struct ChooseArea { model::AreaId area; bool operator==(const ChooseArea&) const = default; };  // all of it; empty: the kiosk's own
struct ChooseWijk { model::WijkCode wijk; bool operator==(const ChooseWijk&) const = default; };  // from the list, or from a map that was opened from it
struct ChooseEverywhere { bool operator==(const ChooseEverywhere&) const = default; };
struct ChooseChannel { ContactChannel channel; bool operator==(const ChooseChannel&) const = default; };
struct ChangeIdea { bool operator==(const ChangeIdea&) const = default; };      // from the check back to the words
struct LeaveAsIs { bool operator==(const LeaveAsIs&) const = default; };        // the answer to the hint about personal data
struct ToggleAssisted { bool operator==(const ToggleAssisted&) const = default; };  // somebody types for somebody else
struct ShowDraftPart { int part = 0; bool operator==(const ShowDraftPart&) const = default; };  // of a text in several codes
struct SendIdea { bool operator==(const SendIdea&) const = default; };
struct StopIdea { bool operator==(const StopIdea&) const = default; };          // Stop; asks first when text would be lost
struct ThrowAwayDraft { bool operator==(const ThrowAwayDraft&) const = default; };  // the answer "yes" of Overlay::ThrowAway
struct AnotherIdea { bool operator==(const AnotherIdea&) const = default; };
struct ChooseCodeMode { CodeMode mode; bool operator==(const ChooseCodeMode&) const = default; };
struct LookUp { bool operator==(const LookUp&) const = default; };

// The staff door: the UI sends OpenStaffDoor only after 3 s of holding the place's name.
struct OpenStaffDoor { bool operator==(const OpenStaffDoor&) const = default; };
// "Verder" after something that staff copy from paper: the first time it asks for it once more.
struct ConfirmTyped { bool operator==(const ConfirmTyped&) const = default; };
struct NextSlip { bool operator==(const NextSlip&) const = default; };          // after one was kept
struct TryPin { bool operator==(const TryPin&) const = default; };
enum class Errand { Sync, Stick, Enrol };  // what the courier is asked for: the network, a USB stick, a code
struct AskSync {
  Errand errand = Errand::Sync;
  bool operator==(const AskSync&) const = default;
};
// With the code that was typed. `anew`: staff saw that the kiosk is enrolled, and mean it.
struct AskEnrolment { bool anew = false; bool operator==(const AskEnrolment&) const = default; };
struct ShowRelease { Release release; bool operator==(const ShowRelease&) const = default; };
struct SeeTomorrow { bool operator==(const SeeTomorrow&) const = default; };    // the public screens, as on the next day
struct TouchSquare { int square = 0; bool operator==(const TouchSquare&) const = default; };
struct NextColour { bool operator==(const NextColour&) const = default; };
struct TrySound { bool operator==(const TrySound&) const = default; };          // a sentence, as loud as visits begin
struct SetHouseVolume { int level = 0; bool operator==(const SetHouseVolume&) const = default; };  // that visits begin with
struct OpenSetting {
  SettingGroup group;
  int weekday = 0;  // of SettingGroup::Day: 0 is Monday
  bool operator==(const OpenSetting&) const = default;
};
struct PointAtDays { base::Day first; int days = 1; bool operator==(const PointAtDays&) const = default; };  // a closure that is being chosen
// The kiosk is at once as it would be; it stays so only after KeepSettings.
struct TrySettings { SettingChanges changes; bool operator==(const TrySettings&) const = default; };
struct KeepSettings { bool operator==(const KeepSettings&) const = default; };
struct RevertSettings { bool operator==(const RevertSettings&) const = default; };
struct AskFarewell { Farewell how; bool operator==(const AskFarewell&) const = default; };  // asks first
struct SayFarewell { bool operator==(const SayFarewell&) const = default; };    // the answer "yes"

// Brought by time.
struct Tick { bool operator==(const Tick&) const = default; };                  // send at wake_at(visit, rules) or later

// How a deed ended: the answers to effects.
enum class NotKeptReason { DiskFull, TooMany, NoKey, Text, Fault };
struct IdeaKept {
  std::string code;                // XXXXX-XXXXX
  std::vector<std::string> words;  // four
  std::int64_t slip = 0;           // number of the paper slip it was typed from; 0: none
  bool operator==(const IdeaKept&) const = default;
};
struct IdeaNotKept { NotKeptReason reason; bool operator==(const IdeaNotKept&) const = default; };

struct SlipChecked {
  std::int64_t number = 0;
  std::optional<base::Instant> typed_at;  // somebody did it before
  bool operator==(const SlipChecked&) const = default;
};

struct CodeAnswer {
  enum class Kind {
    Mistyped,     // check bits or a word are wrong: no code at all
    Unknown,      // a real code, but nothing is known of it here
    Waiting,      // handed in on this kiosk, not yet at the municipality
    Sent,         // handed in on this kiosk and received, no public answer yet
    Found,        // `steps` says what happened
    Unavailable,  // no content on this kiosk, so nothing can be looked up
  };
  Kind kind = Kind::Unknown;
  std::vector<model::PublicAnswer> steps;  // oldest first; only with Found
  std::string goes_on_as;                  // public id of the idea it was merged with, if that is to be read here
};
bool operator==(const CodeAnswer& a, const CodeAnswer& b);

struct SearchAnswer {
  bool available = true;        // false: this release cannot be searched
  std::vector<SearchHit> hits;  // in the order in which they are shown
  bool more = false;            // there were more than are shown
  bool operator==(const SearchAnswer&) const = default;
};
struct IdeasPage {
  IdeaFilter filter;
  std::int64_t first = 0, total = 0;
  std::vector<IdeaRow> rows;
  bool operator==(const IdeasPage&) const = default;
};
struct IdeaLoaded {
  std::optional<model::PublicIdea> idea;  // none: it is not (any more) in the content
  bool operator==(const IdeaLoaded&) const = default;
};
struct IdeaSupported { std::string idea; bool operator==(const IdeaSupported&) const = default; };
struct IdeaNotSupported { std::string idea; bool operator==(const IdeaNotSupported&) const = default; };
struct SimilarIdeas {
  std::vector<SimilarIdea> ideas;  // most alike first
  bool operator==(const SimilarIdeas&) const = default;
};

struct PinAccepted { bool operator==(const PinAccepted&) const = default; };
struct PinRefused {
  int tries_left = 0;           // before the door locks
  base::Millis locked_until{};  // monotonic; 0: not locked
  bool no_pin_set = false;      // the configuration has no PIN: the door stays shut
  bool operator==(const PinRefused&) const = default;
};
struct SyncGoesOn { bool operator==(const SyncGoesOn&) const = default; };      // the courier is at it, and came further
struct SyncEnded {
  bool heard = true;  // false: the courier gave no sign
  bool operator==(const SyncEnded&) const = default;
};
struct SettingsTried { bool well = true; bool operator==(const SettingsTried&) const = default; };  // not well: they do not go with the others
struct SettingsKept { bool well = true; bool operator==(const SettingsKept&) const = default; };
struct ReleaseShown { bool well = true; bool operator==(const ReleaseShown&) const = default; };
struct SpeechBegan { bool operator==(const SpeechBegan&) const = default; };
struct SpeechEnded { bool operator==(const SpeechEnded&) const = default; };    // the last word was said

// clang-format on

using Action = std::variant<
    Touched, BeginVisit, StartAgain, EndVisit, Back, Open, OpenArea, OpenAgenda, OpenChallenge, OpenEvent,
    FilterEvents, PointAtArea, FilterTheme, ScrollTo, ScrollAside, ShowOverlay, CloseOverlay, ChooseLanguage,
    ChooseTextSize, ChooseContrast, ToggleReach, TypeText, SwapLetter, Erase, EraseAll, Undo, Redo, MoveCaret,
    TouchText, SelectWord, ShowKeys, PressShift, OrderKeys, ChooseLayout, OfferLayouts, OfferVariants,
    GiveIdea, LinkChallenge, ChooseTheme, ChooseArea, ChooseWijk, ChooseEverywhere, ChooseChannel, ChangeIdea,
    LeaveAsIs, ToggleAssisted, ShowDraftPart, SendIdea, StopIdea, ThrowAwayDraft, AnotherIdea, ChooseCodeMode,
    LookUp, OpenStaffDoor, TryPin, AskSync, Tick, IdeaKept, IdeaNotKept, CodeAnswer, PinAccepted, PinRefused,
    SyncEnded, OwnArea, OpenNews, FilterPlan, FilterStatus, OpenFound, TypeOn, SearchAnswer, ReadAloud,
    ReadAgain, Hush, StopReading, SetVolume, SetPace, SpeechBegan, SpeechEnded, FilterIdeas, SeeIdeas,
    OpenIdea, GiveSupport, IdeasPage, IdeaLoaded, IdeaSupported, IdeaNotSupported, SimilarIdeas, ShowRelease,
    SeeTomorrow, TouchSquare, NextColour, TrySound, SetHouseVolume, AskFarewell, SayFarewell, SyncGoesOn,
    ReleaseShown, OpenSetting, PointAtDays, TrySettings, KeepSettings, RevertSettings, SettingsTried,
    SettingsKept, AskEnrolment, ConfirmTyped, NextSlip, SlipChecked>;

// True for what a person did, false for time and for answers to effects.
bool is_by_visitor(const Action& action);

}  // namespace wv::visit
