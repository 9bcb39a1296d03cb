// Everything that can happen to a visit: what a finger or key asks for, what time brings, and how deeds
// ended. Screens hand these to the UI; the UI hands them back untouched; step() (visit.h) decides what they
// mean.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "kiosk/visit/found.h"
#include "kiosk/visit/typed_text.h"
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
  IdeaContact,
  IdeaCheck,
  IdeaThanks,
  CodeEntry,
  CodeResult,
  Help,
  Activities,
  Team,
  HouseRules,
  Privacy,
  Vision,
  Plan,
  News,
  NewsItem,
  Search,
  Pin,
  Readiness
};
enum class Overlay { None, Language, TextSize, Contrast, ThrowAway };
enum class TextSize { Small, Normal, Large, Largest };  // 5 / 7.3 / 9 / 11 mm capitals
enum class Contrast { Light, Dark, HighOnLight, HighOnDark };
enum class KeyLayer { Letters, Symbols, Accents };
enum class KeyLayout { Dutch, English, Papiamento, Turkish, Polish, Ukrainian, Arabic, Tigrinya };
enum class KeyOrder { Usual, Alphabet };  // as on other keyboards, or a b c
enum class ContactChannel { None, Email, Phone };
enum class CodeMode { Characters, Words };

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

struct GiveIdea { std::optional<model::ChallengeId> about; bool operator==(const GiveIdea&) const = default; };
struct ChooseTheme { std::optional<model::ThemeId> theme; bool operator==(const ChooseTheme&) const = default; };
struct ChooseChannel { ContactChannel channel; bool operator==(const ChooseChannel&) const = default; };
struct SendIdea { bool operator==(const SendIdea&) const = default; };
struct StopIdea { bool operator==(const StopIdea&) const = default; };          // Stop; asks first when text would be lost
struct ThrowAwayDraft { bool operator==(const ThrowAwayDraft&) const = default; };  // the answer "yes" of Overlay::ThrowAway
struct AnotherIdea { bool operator==(const AnotherIdea&) const = default; };
struct ChooseCodeMode { CodeMode mode; bool operator==(const ChooseCodeMode&) const = default; };
struct LookUp { bool operator==(const LookUp&) const = default; };

// The staff door: the UI sends OpenStaffDoor only after 3 s of holding the place's name.
struct OpenStaffDoor { bool operator==(const OpenStaffDoor&) const = default; };
struct TryPin { bool operator==(const TryPin&) const = default; };
struct AskSync { bool operator==(const AskSync&) const = default; };

// Brought by time.
struct Tick { bool operator==(const Tick&) const = default; };                  // send at wake_at(visit, rules) or later

// How a deed ended: the answers to effects.
enum class NotKeptReason { DiskFull, TooMany, NoKey, Text, Fault };
struct IdeaKept {
  std::string code;                // XXXXX-XXXXX
  std::vector<std::string> words;  // four
  bool operator==(const IdeaKept&) const = default;
};
struct IdeaNotKept { NotKeptReason reason; bool operator==(const IdeaNotKept&) const = default; };

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
};
bool operator==(const CodeAnswer& a, const CodeAnswer& b);

struct SearchAnswer {
  bool available = true;        // false: this release cannot be searched
  std::vector<SearchHit> hits;  // in the order in which they are shown
  bool more = false;            // there were more than are shown
  bool operator==(const SearchAnswer&) const = default;
};

struct PinAccepted { bool operator==(const PinAccepted&) const = default; };
struct PinRefused {
  int tries_left = 0;           // before the door locks
  base::Millis locked_until{};  // monotonic; 0: not locked
  bool no_pin_set = false;      // the configuration has no PIN: the door stays shut
  bool operator==(const PinRefused&) const = default;
};
struct SyncEnded { bool operator==(const SyncEnded&) const = default; };

// clang-format on

using Action =
    std::variant<Touched, BeginVisit, StartAgain, EndVisit, Back, Open, OpenArea, OpenAgenda, OpenChallenge,
                 FilterTheme, ScrollTo, ScrollAside, ShowOverlay, CloseOverlay, ChooseLanguage,
                 ChooseTextSize, ChooseContrast, ToggleReach, TypeText, SwapLetter, Erase, EraseAll, Undo,
                 Redo, MoveCaret, TouchText, SelectWord, ShowKeys, PressShift, OrderKeys, ChooseLayout,
                 OfferLayouts, OfferVariants, GiveIdea, ChooseTheme, ChooseChannel, SendIdea, StopIdea,
                 ThrowAwayDraft, AnotherIdea, ChooseCodeMode, LookUp, OpenStaffDoor, TryPin, AskSync, Tick,
                 IdeaKept, IdeaNotKept, CodeAnswer, PinAccepted, PinRefused, SyncEnded, OwnArea, OpenNews,
                 FilterPlan, FilterStatus, OpenFound, TypeOn, SearchAnswer>;

// True for what a person did, false for time and for answers to effects.
bool is_by_visitor(const Action& action);

}  // namespace wv::visit
