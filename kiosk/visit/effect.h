// What a visit asks the house to do. The app performs them in one place and answers with an Action.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "kiosk/visit/action.h"

namespace wv::visit {

// What staff copy from paper, where one wrong digit loses somebody: it counts when it was typed twice alike.
struct Twice {
  TypedText first;        // as it was typed before; empty: it is typed for the first time
  bool differed = false;  // the two were not alike: again from the beginning
  bool sure = false;
  bool operator==(const Twice&) const = default;
};

// What the resident pressed send on. Text and contact wipe themselves.
struct IdeaDraft {
  TypedText text;
  std::optional<model::ThemeId> theme;
  std::optional<model::ChallengeId> challenge;
  model::AreaId challenge_area;         // where that challenge stands; empty: the kiosk's own
  model::AreaId area;                   // which the idea is about; empty: the kiosk's own
  std::optional<model::WijkCode> wijk;  // more precisely; may lie in another area than `area`
  bool everywhere = false;              // about all of the municipality: then neither of both counts
  model::Lang lang;                     // empty: the default language
  ContactChannel channel = ContactChannel::None;
  TypedText contact;
  bool assisted = false;               // somebody else typed
  bool personal_data_is_fine = false;  // the hint was read and the words stay as they are
  std::int64_t slip = 0;               // number of the paper slip that staff type over; 0: none
  Twice contact_twice;                 // of a slip
  bool operator==(const IdeaDraft&) const = default;
};

// clang-format off: one line an effect
struct KeepIdea { IdeaDraft draft; bool operator==(const KeepIdea&) const = default; };           // → IdeaKept | IdeaNotKept
struct CheckSlip { std::int64_t number = 0; bool operator==(const CheckSlip&) const = default; };  // → SlipChecked
struct LookUpCode { CodeMode mode; TypedText code; bool operator==(const LookUpCode&) const = default; };  // → CodeAnswer
struct CheckPin { TypedText pin; bool operator==(const CheckPin&) const = default; };             // → PinAccepted | PinRefused
struct SyncNow {  // → SyncEnded
  Errand errand = Errand::Sync;
  bool operator==(const SyncNow&) const = default;
};
// The code goes to the courier and nowhere else.
struct EnrolKiosk { TypedText code; bool anew = false; bool operator==(const EnrolKiosk&) const = default; };  // → SyncEnded
struct LoadArea { model::AreaId area; bool operator==(const LoadArea&) const = default; };        // fills Content; no answer
struct Search { TypedText words; model::Lang lang; model::AreaId area; bool operator==(const Search&) const = default; };  // → SearchAnswer
struct ReadPage { bool operator==(const ReadPage&) const = default; };    // the whole screen, from its title on → SpeechBegan
struct BeSilent { bool operator==(const BeSilent&) const = default; };    // stop in the middle of a word
struct FetchIdeas {
  IdeaFilter filter;
  std::int64_t first = 0, count = 0;
  bool operator==(const FetchIdeas&) const = default;
};                                                                                                // → IdeasPage
struct LoadIdea { std::string idea; bool operator==(const LoadIdea&) const = default; };          // → IdeaLoaded
struct SupportIdea { std::string idea; bool operator==(const SupportIdea&) const = default; };    // → IdeaSupported | IdeaNotSupported
// The draft is looked up among the moderated ideas on this kiosk; it goes nowhere else.
struct FindSimilar { TypedText text; model::AreaId area; bool operator==(const FindSimilar&) const = default; };  // → SimilarIdeas
struct ChooseRelease { Release release; bool operator==(const ChooseRelease&) const = default; };  // → ReleaseShown
struct SaySample { bool operator==(const SaySample&) const = default; };  // no answer but those of the voice
struct KeepVolume { int level = 0; bool operator==(const KeepVolume&) const = default; };         // no answer
struct ChangeSettings { SettingChanges changes; bool operator==(const ChangeSettings&) const = default; };  // for the time being → SettingsTried
struct SaveSettings { bool operator==(const SaveSettings&) const = default; };                    // as they are now → SettingsKept
struct RestoreSettings { bool operator==(const RestoreSettings&) const = default; };              // as they were kept; no answer
struct EndProgram { Farewell how; bool operator==(const EndProgram&) const = default; };          // nothing comes after
struct VisitEnded { bool operator==(const VisitEnded&) const = default; };  // wipe caches, take a new release into use

// clang-format on

using Effect =
    std::variant<KeepIdea, CheckSlip, LookUpCode, CheckPin, SyncNow, LoadArea, Search, ReadPage, BeSilent,
                 VisitEnded, FetchIdeas, LoadIdea, SupportIdea, FindSimilar, ChooseRelease, SaySample,
                 KeepVolume, ChangeSettings, SaveSettings, RestoreSettings, EndProgram, EnrolKiosk>;
using Effects = std::vector<Effect>;

}  // namespace wv::visit
