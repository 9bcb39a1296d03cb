// Thousands of visitors who do anything at any time: whatever they did, silence leaves a clean screen behind.
#include <array>

#include "kiosk/visit/visit.h"
#include "tests/support/catch.h"
#include "tests/support/dice.h"
#include "tests/support/visitor.h"

using namespace std::chrono_literals;
using namespace wv;
using namespace wv::visit;
using wv::test::Visitor;

namespace {

std::size_t roll(test::Dice& dice, std::size_t sides) {
  return static_cast<std::size_t>(dice.whole(0, static_cast<int>(sides) - 1));
}

Action any_key(test::Dice& dice) {
  switch (roll(dice, 4)) {
    case 0:
      return PressShift{};
    case 1:
      return OrderKeys{static_cast<KeyOrder>(roll(dice, 2))};
    case 2:
      return ChooseLayout{static_cast<KeyLayout>(roll(dice, 8))};
    default:
      return OfferLayouts{};
  }
}

Action any_minding(test::Dice& dice) {
  switch (roll(dice, 8)) {
    case 0:
      return ShowRelease{static_cast<Release>(roll(dice, 2))};
    case 1:
      return SeeTomorrow{};
    case 2:
      return TouchSquare{static_cast<int>(roll(dice, 40)) - 5};
    case 3:
      return NextColour{};
    case 4:
      return SetHouseVolume{static_cast<int>(roll(dice, 9)) - 2};
    case 5:
      return AskFarewell{static_cast<Farewell>(roll(dice, 3))};
    case 6:
      return SayFarewell{};
    default:
      return TrySound{};
  }
}

Action any_action(test::Dice& dice) {
  static const std::array<std::string, 12> keys = {"a", "E",    " ",    ".", "\n", "é",
                                                   "5", "\x02", "\xff", "@", "K",  "een heel stuk tekst"};
  const auto screen = [&] {
    return static_cast<Screen>(roll(dice, static_cast<std::size_t>(Screen::StaffHelp) + 1));
  };
  switch (roll(dice, 80)) {
    case 0:
      return Touched{};
    case 1:
      return BeginVisit{};
    case 2:
      return StartAgain{};
    case 3:
      return EndVisit{};
    case 4:
    case 5:
    case 6:
      return Back{};
    case 7:
    case 8:
    case 9:
      return Open{screen()};
    case 10:
      return OpenArea{model::AreaId{roll(dice, 2) ? "west" : ""}};
    case 11:
      return OpenAgenda{model::AgendaId{"noord"}};
    case 12:
      return OpenChallenge{model::ChallengeId{"o-groen"}};
    case 13:
      return FilterTheme{model::ThemeId{"groen"}};
    case 14:
      return ScrollTo{static_cast<int>(roll(dice, 4000)) - 500};
    case 15:
      return ScrollAside{static_cast<int>(roll(dice, 4000))};
    case 16:
      return ShowOverlay{static_cast<Overlay>(roll(dice, static_cast<std::size_t>(Overlay::Farewell) + 1))};
    case 17:
      return CloseOverlay{};
    case 18:
      return ChooseLanguage{"en"};
    case 19:
      return ChooseTextSize{static_cast<TextSize>(roll(dice, 4))};
    case 20:
      return ChooseContrast{static_cast<Contrast>(roll(dice, 4))};
    case 21:
      return ToggleReach{};
    case 22:
    case 23:
    case 24:
    case 25:
    case 26:
    case 27:
      return TypeText{keys[roll(dice, keys.size())]};
    case 28:
      return Erase{};
    case 29:
      return EraseAll{};
    case 30:
      return Undo{};
    case 31:
      return MoveCaret{static_cast<Caret>(roll(dice, 4))};
    case 32:
      return TouchText{roll(dice, 50)};
    case 33:
      return ShowKeys{static_cast<KeyLayer>(roll(dice, 3))};
    case 34:
      return GiveIdea{model::ChallengeId{"o-groen"}};
    case 35:
      return ChooseTheme{model::ThemeId{"groen"}};
    case 36:
      return ChooseChannel{static_cast<ContactChannel>(roll(dice, 3))};
    case 37:
      return SendIdea{};
    case 38:
      return StopIdea{};
    case 39:
      return ThrowAwayDraft{};
    case 40:
      return AnotherIdea{};
    case 41:
      return ChooseCodeMode{static_cast<CodeMode>(roll(dice, 2))};
    case 42:
      return LookUp{};
    case 43:
      return OpenStaffDoor{};
    case 44:
      return TryPin{};
    case 45:
      return OwnArea{};
    case 46:
      return OpenNews{model::NewsId{"n-lampen"}};
    case 47:
      return FilterPlan{model::PlanId{"plan-2026"}};
    case 48:
      return FilterStatus{static_cast<model::ActionStatus>(roll(dice, 5))};
    case 49:
      return OpenFound{roll(dice, 3)};
    case 50:
      return TypeOn{};
    case 51:
      return Open{Screen::Search};
    case 52:
      return any_key(dice);
    case 53:
    case 54:
      return OfferVariants{keys[roll(dice, keys.size())]};
    case 55:
      return SwapLetter{keys[roll(dice, keys.size())]};
    case 56:
      return SelectWord{};
    case 57:
      return Redo{};
    case 58:
      return TouchText{roll(dice, 20)};
    case 59:
      return ReadAloud{};
    case 60:
      return ReadAgain{};
    case 61:
      return Hush{};
    case 62:
      return StopReading{};
    case 63:
      return SetVolume{static_cast<int>(roll(dice, 9)) - 2};
    case 64:
      return SetPace{static_cast<Pace>(roll(dice, 4))};
    case 65:
      return LinkChallenge{model::ChallengeId{"o-fiets"}};
    case 66:
      return ChooseArea{model::AreaId{"west"}};
    case 67:
      return ChooseWijk{model::WijkCode{"WK000103"}};
    case 68:
      return ChooseEverywhere{};
    case 69:
      return ChangeIdea{};
    case 70:
      return LeaveAsIs{};
    case 71:
      return ToggleAssisted{};
    case 72:
      return ShowDraftPart{static_cast<int>(roll(dice, 5)) - 1};
    case 73:
      return FilterIdeas{{.theme = model::ThemeId{"groen"}}};
    case 74:
      return SeeIdeas{static_cast<std::int64_t>(roll(dice, 400)), 400};
    case 75:
      return OpenIdea{roll(dice, 2) ? "i7" : "i8"};
    case 76:
      return GiveSupport{};
    case 79:
      return AskEnrolment{roll(dice, 2) == 0};
    case 77:
      return any_minding(dice);
    default:
      return AskSync{};
  }
}

Action any_room(test::Dice& dice) {
  const auto first = static_cast<std::size_t>(Screen::StaffHome);
  return Open{
      static_cast<Screen>(first + roll(dice, static_cast<std::size_t>(Screen::StaffHelp) - first + 1))};
}

// Somebody who wants to get somewhere; without them the walk would never see the end of a form.
Action next_action(const Visitor& visitor, test::Dice& dice) {
  const bool first = dice.one_in(2);
  switch (visitor.at()) {
    case Screen::Home:
      return first ? Action{GiveIdea{}} : Action{Open{Screen::CodeEntry}};
    case Screen::IdeaWrite:
      return first ? Action{TypeText{"Een bankje"}} : Action{Open{Screen::IdeaWhere}};
    case Screen::IdeaWhere:
      return Open{Screen::IdeaContact};
    case Screen::IdeaContact:
      return first ? Action{ChooseChannel{ContactChannel::None}} : Action{Open{Screen::IdeaCheck}};
    case Screen::IdeaCheck:
      return SendIdea{};
    case Screen::CodeEntry:
      return first ? Action{TypeText{"K7QM3TXB2F"}} : Action{LookUp{}};
    case Screen::Pin:
      return first ? Action{TypeText{"2580"}} : Action{TryPin{}};
    case Screen::StaffHome:
      return any_room(dice);
    default:
      return is_behind_door(visitor.at()) && first ? any_minding(dice) : any_action(dice);
  }
}

// What the house would answer, or something it should not answer at all.
std::optional<Action> answer(const Visitor& visitor, test::Dice& dice) {
  if (visitor.effect<KeepIdea>()) {
    return roll(dice, 2) ? Action{IdeaKept{"K7QM3-TXB2F", {"a", "b", "c", "d"}}}
                         : Action{IdeaNotKept{NotKeptReason::TooMany}};
  }
  if (const auto* fetch = visitor.effect<FetchIdeas>())
    return IdeasPage{fetch->filter, fetch->first, 300, std::vector<IdeaRow>(96)};
  if (const auto* load = visitor.effect<LoadIdea>()) {
    model::PublicIdea idea;
    idea.id = load->idea;
    return roll(dice, 2) ? Action{IdeaLoaded{idea}} : Action{IdeaLoaded{}};
  }
  if (const auto* support = visitor.effect<SupportIdea>())
    return roll(dice, 2) ? Action{IdeaSupported{support->idea}} : Action{IdeaNotSupported{support->idea}};
  if (visitor.effect<FindSimilar>()) return SimilarIdeas{{{"i7", "Een bankje"}}};
  if (visitor.effect<LookUpCode>()) return CodeAnswer{static_cast<CodeAnswer::Kind>(roll(dice, 6)), {}};
  if (visitor.effect<CheckPin>())
    return roll(dice, 2) ? Action{PinAccepted{}} : Action{PinRefused{.tries_left = 3}};
  if (visitor.effect<SyncNow>())
    return roll(dice, 2) ? Action{SyncGoesOn{}} : Action{SyncEnded{dice.one_in(2)}};
  if (visitor.effect<ChooseRelease>()) return ReleaseShown{dice.one_in(2)};
  if (roll(dice, 40) == 0) return Action{SyncEnded{}};
  if (visitor.effect<ReadPage>()) return SpeechBegan{};
  if (roll(dice, 20) == 0) return Action{SpeechEnded{}};
  if (roll(dice, 40) == 0) return Action{SpeechBegan{}};
  if (visitor.effect<Search>()) {
    SearchHit hit;
    hit.kind = static_cast<SearchHit::Kind>(roll(dice, 4));
    return SearchAnswer{dice.one_in(2), {hit, hit}, dice.one_in(2)};
  }
  if (roll(dice, 40) == 0) return Action{IdeaKept{"STRAY-STRAY", {}}};
  if (roll(dice, 40) == 0) return Action{PinAccepted{}};
  return std::nullopt;
}

void check_promises(const Visitor& visitor) {
  const Visit& visit = visitor.visit;
  if (visit.at.screen == Screen::Attract) REQUIRE(visit == Visit{});
  REQUIRE(visit.is_staff == is_behind_door(visit.at.screen));
  if (!visit.is_staff) REQUIRE(visit.syncing == Syncing::No);
  if (visit.overlay == Overlay::Farewell) REQUIRE(visit.farewell);
  if (visit.at.screen == Screen::IdeaThanks) REQUIRE(visit.kept);
  if (visit.at.screen != Screen::Pin) REQUIRE(visit.pin.empty());
  if (visit.at.screen == Screen::IdeaCheck) REQUIRE_FALSE(problem_of(visit.draft));
  if (visit.overlay == Overlay::DraftToPhone) REQUIRE_FALSE(visit.draft.text.empty());
  REQUIRE(visit.back.size() <= 24);
  REQUIRE(visit.at.scroll_px >= 0);
  for (const auto& effect : visitor.asked) {
    if (const auto* search = std::get_if<Search>(&effect)) REQUIRE(search->words.characters() >= least_query);
    if (const auto* keep = std::get_if<KeepIdea>(&effect)) {
      REQUIRE_FALSE(problem_of(keep->draft));
      REQUIRE(contact_is_plausible(keep->draft));
    }
  }
}

}  // namespace

TEST_CASE("from anywhere, silence ends in a clean attract screen") {
  int thanked = 0, staffed = 0, looked_up = 0, ended = 0;
  for (std::uint32_t seed = 1; seed <= 400; ++seed) {
    INFO("seed " << seed);
    test::Dice dice(seed);
    Visitor visitor;
    for (int i = 0; i < 75; ++i) {
      visitor.does(dice.one_in(2) ? next_action(visitor, dice) : any_action(dice));
      check_promises(visitor);
      if (const auto reply = answer(visitor, dice)) visitor.does(*reply);
      check_promises(visitor);
      if (roll(dice, 12) == 0) visitor.waits(base::Millis(roll(dice, 160'000)));
      check_promises(visitor);
      thanked += visitor.at() == Screen::IdeaThanks;
      staffed += visitor.at() == Screen::StaffPower;
      looked_up += visitor.at() == Screen::CodeResult;
    }
    // Also a voice that never tells that it is done.
    visitor.waits(visitor.rules.ask_after + visitor.rules.grace + longest_reading);
    REQUIRE(visitor.visit == Visit{});
    REQUIRE_FALSE(wake_at(visitor.visit, visitor.now, visitor.rules));
    ++ended;
  }
  CHECK(ended == 400);  // 30,000 actions
  // The walk is worth something only if it gets around.
  CHECK(thanked > 0);
  CHECK(staffed > 0);
  CHECK(looked_up > 0);
}

TEST_CASE("from anywhere, begin again and yes lead to a fresh home") {
  for (std::uint32_t seed = 1001; seed <= 1200; ++seed) {
    INFO("seed " << seed);
    test::Dice dice(seed);
    Visitor visitor;
    for (int i = 0; i < 60; ++i) {
      visitor.does(dice.one_in(2) ? next_action(visitor, dice) : any_action(dice));
      if (const auto reply = answer(visitor, dice)) visitor.does(*reply);
    }
    visitor.does(Touched{}).does(CloseOverlay{}).does(StartAgain{}).does(ThrowAwayDraft{});
    Visit fresh;
    fresh.at.screen = Screen::Home;
    fresh.last_active = visitor.now;
    REQUIRE(visitor.visit == fresh);
  }
}
