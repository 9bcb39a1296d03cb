// What a visit does with touches, keys, silence and answers, as a visitor would tell it.
#include "kiosk/visit/visit.h"

#include "tests/support/catch.h"
#include "tests/support/visitor.h"

using namespace std::chrono_literals;
using namespace wv;
using namespace wv::visit;
using wv::test::Visitor;

namespace {

constexpr auto idea = "Een bankje bij de speeltuin";

Visitor a_writer(std::string_view text = idea) {
  Visitor visitor;
  visitor.begins().does(GiveIdea{}).types(text);
  return visitor;
}

Visitor a_sender() {
  Visitor visitor = a_writer();
  visitor.does(Open{Screen::IdeaWhere})
      .does(Open{Screen::IdeaContact})
      .does(Open{Screen::IdeaCheck})
      .does(SendIdea{});
  return visitor;
}

const IdeaKept kept{"K7QM3-TXB2F", {"linde", "fiets", "brug", "mei"}};

}  // namespace

TEST_CASE("any touch on the attract screen begins a visit and does nothing else") {
  Visitor visitor;
  visitor.does(OpenChallenge{model::ChallengeId{"x"}});
  CHECK(visitor.at() == Screen::Home);
  CHECK(visitor.asked.empty());
}

TEST_CASE("silence asks, then wipes everything") {
  Visitor visitor = a_writer();
  visitor.waits(119s);
  CHECK_FALSE(visitor.visit.asked_at);
  visitor.waits(1s);
  REQUIRE(visitor.visit.asked_at);
  CHECK(visitor.at() == Screen::IdeaWrite);
  visitor.waits(29s);
  CHECK(visitor.visit.draft.text.text() == idea);
  visitor.waits(1s);
  CHECK(visitor.visit == Visit{});
  CHECK(visitor.effect<VisitEnded>());
}

TEST_CASE("nobody gets less than twenty seconds to say that they are still there") {
  Visitor visitor = a_writer();
  visitor.rules.grace = 1s;
  visitor.waits(120s + 19s);
  CHECK(visitor.visit.asked_at);
  visitor.waits(1s);
  CHECK(visitor.visit == Visit{});
}

TEST_CASE("the touch that says still here only says that") {
  Visitor visitor = a_writer();
  visitor.waits(125s);
  visitor.does(StopIdea{});
  CHECK_FALSE(visitor.visit.asked_at);
  CHECK(visitor.at() == Screen::IdeaWrite);
  CHECK(visitor.visit.overlay == Overlay::None);
  CHECK(visitor.visit.draft.text.text() == idea);
  visitor.does(StopIdea{});  // and from then on touches count again
  CHECK(visitor.visit.overlay == Overlay::ThrowAway);
}

TEST_CASE("typing, scrolling and mere presence are activity, time and answers are not") {
  for (const Action& action :
       {Action{TypeText{"a"}}, Action{ScrollTo{40}}, Action{Touched{}}, Action{MoveCaret{Caret::Before}}}) {
    Visitor visitor = a_writer();
    visitor.waits(100s).does(action).waits(100s);
    CHECK_FALSE(visitor.visit.asked_at);
  }
  for (const Action& action : {Action{Tick{}}, Action{SyncEnded{}}, Action{CodeAnswer{}}}) {
    Visitor visitor = a_writer();
    visitor.waits(100s).does(action).waits(20s);
    CHECK(visitor.visit.asked_at);
  }
}

TEST_CASE("a visitor who needs time can say still here as often as needed") {
  Visitor visitor = a_writer();
  for (int i = 0; i < 25; ++i) visitor.waits(121s).does(Touched{});
  CHECK(visitor.visit.draft.text.text() == idea);
}

TEST_CASE("typed text veils itself after twenty seconds and shows again at a touch") {
  Visitor visitor = a_writer();
  visitor.waits(19s);
  CHECK_FALSE(visitor.visit.veiled);
  visitor.waits(1s);
  CHECK(visitor.visit.veiled);
  visitor.does(Touched{});
  CHECK_FALSE(visitor.visit.veiled);
  CHECK(visitor.visit.draft.text.text() == idea);
}

TEST_CASE("with nothing typed there is nothing to veil and no reason to wake") {
  Visitor visitor;
  CHECK_FALSE(wake_at(visitor.visit, visitor.now, visitor.rules));
  visitor.begins();
  CHECK(wake_at(visitor.visit, visitor.now, visitor.rules) == visitor.now + 120s);
  visitor.waits(60s);
  CHECK_FALSE(visitor.visit.veiled);
}

TEST_CASE("the countdown wakes once a second") {
  Visitor visitor;
  visitor.begins().waits(120s);
  REQUIRE(visitor.visit.asked_at);
  CHECK(seconds_left(visitor.visit, visitor.now, visitor.rules) == 30);
  CHECK(wake_at(visitor.visit, visitor.now, visitor.rules) == visitor.now + 1s);
  visitor.now += 1400ms;
  CHECK(seconds_left(visitor.visit, visitor.now, visitor.rules) == 29);
  CHECK(wake_at(visitor.visit, visitor.now, visitor.rules) == visitor.now + 600ms);
}

TEST_CASE("begin again forgets language, size, contrast and all that was read") {
  Visitor visitor;
  visitor.begins()
      .does(ChooseLanguage{"en"})
      .does(ChooseTextSize{TextSize::Largest})
      .does(ChooseContrast{Contrast::Dark});
  visitor.does(OpenArea{model::AreaId{"west"}}).does(StartAgain{});
  Visit fresh;
  fresh.at.screen = Screen::Home;
  fresh.last_active = visitor.now;
  CHECK(visitor.visit == fresh);
}

TEST_CASE("begin again asks before it throws text away") {
  Visitor visitor = a_writer();
  visitor.does(StartAgain{});
  CHECK(visitor.visit.overlay == Overlay::ThrowAway);
  visitor.does(CloseOverlay{});
  CHECK(visitor.visit.draft.text.text() == idea);
  visitor.does(StartAgain{}).does(ThrowAwayDraft{});
  CHECK(visitor.at() == Screen::Home);
  CHECK_FALSE(holds_typed_text(visitor.visit));
}

TEST_CASE("anything but yes keeps the text") {
  Visitor visitor = a_writer();
  visitor.does(StopIdea{}).does(Open{Screen::Help});
  CHECK(visitor.visit.overlay == Overlay::None);
  CHECK(visitor.at() == Screen::IdeaWrite);
  CHECK(visitor.visit.draft.text.text() == idea);
  visitor.does(ThrowAwayDraft{});  // a late yes to a question that no longer stands
  CHECK(visitor.visit.draft.text.text() == idea);
}

TEST_CASE("back returns to the same place of the same list") {
  Visitor visitor;
  visitor.begins().does(Open{Screen::Agenda}).does(FilterTheme{model::ThemeId{"groen"}}).does(ScrollTo{640});
  visitor.does(OpenChallenge{model::ChallengeId{"o-groen"}});
  CHECK(visitor.visit.at.scroll_px == 0);
  CHECK(visitor.visit.at.aside_px == 640);
  visitor.does(Back{});
  CHECK(visitor.at() == Screen::Agenda);
  CHECK(visitor.visit.at.scroll_px == 640);
  CHECK(visitor.visit.at.filter == model::ThemeId{"groen"});
  visitor.does(Back{});
  CHECK(visitor.at() == Screen::Home);
  CHECK_FALSE(can_go_back(visitor.visit));
  visitor.does(Back{});
  CHECK(visitor.at() == Screen::Home);
}

TEST_CASE("help in the middle of an idea loses nothing") {
  Visitor visitor = a_writer();
  visitor.does(Open{Screen::Help}).does(Back{});
  CHECK(visitor.at() == Screen::IdeaWrite);
  CHECK(visitor.visit.draft.text.text() == idea);
}

TEST_CASE("looking at another area asks for its content") {
  Visitor visitor;
  visitor.begins().does(OpenArea{model::AreaId{"west"}});
  REQUIRE(visitor.effect<LoadArea>());
  CHECK(visitor.effect<LoadArea>()->area == model::AreaId{"west"});
  CHECK(visitor.visit.at.area == model::AreaId{"west"});
}

TEST_CASE("a menu opens, closes at the second touch, and a choice shows at once") {
  Visitor visitor;
  visitor.begins().does(ShowOverlay{Overlay::TextSize});
  CHECK(visitor.visit.overlay == Overlay::TextSize);
  visitor.does(ChooseTextSize{TextSize::Large});
  CHECK(visitor.visit.overlay == Overlay::TextSize);
  CHECK(visitor.visit.size == TextSize::Large);
  visitor.does(ShowOverlay{Overlay::Contrast});
  CHECK(visitor.visit.overlay == Overlay::Contrast);
  visitor.does(ShowOverlay{Overlay::Contrast});
  CHECK(visitor.visit.overlay == Overlay::None);
  visitor.does(ShowOverlay{Overlay::Language}).does(Back{});
  CHECK(visitor.visit.overlay == Overlay::None);
  CHECK(visitor.at() == Screen::Home);
}

TEST_CASE("nobody can jump to a screen that must be earned") {
  std::vector<Screen> earned = {Screen::Readiness, Screen::IdeaThanks, Screen::CodeResult, Screen::IdeaCheck,
                                Screen::Pin,       Screen::Attract,    Screen::Challenge};
  for (int one = static_cast<int>(Screen::StaffHome); one <= static_cast<int>(Screen::StaffHelp); ++one)
    earned.push_back(static_cast<Screen>(one));
  for (const Screen screen : earned) {
    Visitor visitor;
    visitor.begins().does(Open{screen});
    CHECK(visitor.at() == Screen::Home);
  }
}

TEST_CASE("an idea without words goes no further") {
  Visitor visitor = a_writer("  \n ");
  visitor.does(Open{Screen::IdeaWhere}).does(Open{Screen::IdeaContact});
  CHECK(visitor.at() == Screen::IdeaWrite);
  CHECK(problem_of(visitor.visit.draft) == model::TextProblem::Empty);
}

TEST_CASE("an idea may run over its limit but cannot be sent then") {
  Visitor visitor = a_writer(std::string(1001, 'a'));
  CHECK(problem_of(visitor.visit.draft) == model::TextProblem::TooLong);
  visitor.does(Open{Screen::IdeaWhere}).does(Open{Screen::IdeaContact});
  CHECK(visitor.at() == Screen::IdeaWrite);
  visitor.does(Erase{}).does(Open{Screen::IdeaWhere}).does(Open{Screen::IdeaContact});
  CHECK(visitor.at() == Screen::IdeaContact);
  Visitor endless = a_writer(std::string(1300, 'a'));
  CHECK(endless.visit.draft.text.characters() == 1200);
  CHECK(endless.visit.typing_trouble == TypingTrouble::Full);
}

TEST_CASE("characters that cannot be sent are not taken, and the screen can say so") {
  for (const std::string& wrong :
       {std::string("\x01"), std::string("\x7f"), std::string("\xff\xfe"), std::string(1, '\0'),
        std::string("\xc2\x85"), std::string("\xed\xa0\x80")}) {
    Visitor visitor = a_writer();
    visitor.does(TypeText{wrong});
    CHECK(visitor.visit.draft.text.text() == idea);
    CHECK(visitor.visit.typing_trouble == TypingTrouble::WrongCharacter);
    visitor.does(TypeText{"."});
    CHECK(visitor.visit.typing_trouble == TypingTrouble::None);
  }
}

TEST_CASE("saved is said only after the idea is durable") {
  Visitor visitor = a_sender();
  REQUIRE(visitor.effect<KeepIdea>());
  CHECK(visitor.effect<KeepIdea>()->draft.text.text() == idea);
  CHECK(visitor.at() == Screen::IdeaCheck);
  CHECK_FALSE(visitor.visit.kept);
  visitor.does(SendIdea{});  // an impatient second touch sends nothing twice
  CHECK(visitor.asked.empty());
  visitor.does(kept);
  CHECK(visitor.at() == Screen::IdeaThanks);
  CHECK(visitor.visit.kept == kept);
  CHECK(visitor.visit.draft == IdeaDraft{});
  CHECK_FALSE(can_go_back(visitor.visit));
}

TEST_CASE("an idea that could not be kept stays to be tried again") {
  Visitor visitor = a_sender();
  visitor.does(IdeaNotKept{NotKeptReason::DiskFull});
  CHECK(visitor.at() == Screen::IdeaCheck);
  CHECK(visitor.visit.not_kept == NotKeptReason::DiskFull);
  CHECK(visitor.visit.draft.text.text() == idea);
  visitor.does(SendIdea{});
  CHECK(visitor.effect<KeepIdea>());
}

TEST_CASE("an answer that comes after the visit ended reaches nobody") {
  Visitor visitor = a_sender();
  visitor.waits(10min);
  REQUIRE(visitor.visit == Visit{});
  visitor.does(kept);
  CHECK(visitor.visit == Visit{});
}

TEST_CASE("after thanks one more idea begins empty, and done ends the visit") {
  Visitor visitor = a_sender();
  visitor.does(kept).does(AnotherIdea{});
  CHECK(visitor.at() == Screen::IdeaWrite);
  CHECK_FALSE(visitor.visit.kept);
  visitor.does(Back{}).does(EndVisit{});
  CHECK(visitor.visit == Visit{});
}

TEST_CASE("an idea keeps its subject while it is being written, and only then") {
  Visitor visitor;
  visitor.begins().does(OpenArea{model::AreaId{"west"}}).does(GiveIdea{model::ChallengeId{"o-groen"}});
  CHECK(visitor.visit.draft.challenge == model::ChallengeId{"o-groen"});
  CHECK(visitor.visit.draft.area == model::AreaId{"west"});
  visitor.types("Een boom").does(Open{Screen::Home}).does(GiveIdea{});
  CHECK(visitor.visit.draft.challenge == model::ChallengeId{"o-groen"});
  visitor.does(EraseAll{}).does(Open{Screen::Home}).does(GiveIdea{});
  CHECK_FALSE(visitor.visit.draft.challenge);
  CHECK(visitor.visit.draft.area.empty());
}

TEST_CASE("contact is never required, and a half address does not go out") {
  Visitor visitor = a_writer();
  visitor.does(Open{Screen::IdeaWhere})
      .does(Open{Screen::IdeaContact})
      .does(ChooseChannel{ContactChannel::Email})
      .types("naam@");
  CHECK_FALSE(contact_is_plausible(visitor.visit.draft));
  visitor.does(Open{Screen::IdeaCheck});
  CHECK(visitor.at() == Screen::IdeaContact);
  visitor.types("voorbeeld.nl").does(Open{Screen::IdeaCheck});
  CHECK(visitor.at() == Screen::IdeaCheck);
  visitor.does(Back{}).does(ChooseChannel{ContactChannel::None});
  CHECK(visitor.visit.draft.contact.empty());
  visitor.does(Open{Screen::IdeaCheck});
  CHECK(visitor.at() == Screen::IdeaCheck);
}

TEST_CASE("a telephone number takes digits only") {
  Visitor visitor = a_writer();
  visitor.does(Open{Screen::IdeaWhere})
      .does(Open{Screen::IdeaContact})
      .does(ChooseChannel{ContactChannel::Phone})
      .types("06x12345678");
  CHECK(visitor.visit.draft.contact.text() == "0612345678");
  CHECK(contact_is_plausible(visitor.visit.draft));
}

TEST_CASE("a sentence starts with a capital by itself") {
  Visitor visitor;
  visitor.begins().does(GiveIdea{});
  CHECK(visitor.visit.keys.shift == Shift::Once);
  visitor.types("E");
  CHECK(visitor.visit.keys.shift == Shift::Off);
  visitor.types("en bank. ");
  CHECK(visitor.visit.keys.shift == Shift::Once);
  visitor.does(ShowKeys{KeyLayer::Symbols}).types("12");
  CHECK(visitor.visit.keys.layer == KeyLayer::Symbols);
  visitor.does(ShowKeys{KeyLayer::Accents}).types("é");
  CHECK(visitor.visit.keys.layer == KeyLayer::Letters);
}

TEST_CASE("a code forgives small letters, look-alikes, hyphens and spaces") {
  Visitor visitor;
  visitor.begins().does(Open{Screen::CodeEntry}).types("k7qm3-txb2");
  CHECK(visitor.visit.code.text() == "K7QM3TXB2");
  visitor.does(LookUp{});
  CHECK(visitor.asked.empty());
  visitor.types("o").types("9");
  CHECK(visitor.visit.code.text() == "K7QM3TXB20");
  visitor.does(LookUp{});
  REQUIRE(visitor.effect<LookUpCode>());
  visitor.does(CodeAnswer{CodeAnswer::Kind::Mistyped, {}});
  CHECK(visitor.at() == Screen::CodeEntry);
  visitor.does(Erase{});
  CHECK_FALSE(visitor.visit.answer);
  visitor.types("1").does(LookUp{}).does(CodeAnswer{CodeAnswer::Kind::Waiting, {}});
  CHECK(visitor.at() == Screen::CodeResult);
  visitor.does(Back{});
  CHECK(visitor.visit.code.characters() == 10);
}

TEST_CASE("the staff door opens to the right PIN only and shuts behind who leaves") {
  Visitor visitor;
  visitor.begins().does(OpenStaffDoor{}).types("123").does(TryPin{});
  CHECK(visitor.asked.empty());
  visitor.types("4").does(TryPin{});
  REQUIRE(visitor.effect<CheckPin>());
  CHECK(visitor.effect<CheckPin>()->pin.text() == "1234");
  CHECK(visitor.visit.pin.empty());
  visitor.does(PinRefused{.tries_left = 4});
  CHECK(visitor.at() == Screen::Pin);
  visitor.does(PinAccepted{}).does(AskSync{});
  CHECK(visitor.at() == Screen::StaffHome);
  CHECK(visitor.asked.empty());  // only where it says what comes of it
  visitor.does(Open{Screen::Readiness}).does(AskSync{});
  CHECK(visitor.effect<SyncNow>());
  visitor.does(AskSync{});
  CHECK(visitor.asked.empty());
  visitor.does(Back{});
  CHECK(visitor.at() == Screen::StaffHome);
  visitor.does(Back{});
  CHECK(visitor.at() == Screen::Home);
  CHECK_FALSE(visitor.visit.is_staff);
  visitor.does(PinAccepted{});  // too late
  CHECK(visitor.at() == Screen::Home);
}

TEST_CASE("behind the door two minutes of silence end everything, also where visitors are given five") {
  Visitor visitor;
  visitor.rules.ask_after = 300s;
  visitor.begins().does(OpenStaffDoor{}).does(PinAccepted{});
  visitor.waits(89s);
  CHECK_FALSE(visitor.visit.asked_at);
  visitor.waits(1s);
  CHECK(visitor.visit.asked_at);
  visitor.waits(29s);
  CHECK(visitor.visit.is_staff);
  visitor.waits(1s);
  CHECK(visitor.visit == Visit{});
  CHECK(visitor.effect<VisitEnded>());
}

TEST_CASE("back passes over steps that have lost their ground") {
  Visitor visitor = a_writer();
  visitor.does(Open{Screen::IdeaWhere})
      .does(Open{Screen::IdeaContact})
      .does(Open{Screen::IdeaCheck})
      .does(GiveIdea{})
      .does(EraseAll{});
  visitor.does(Back{});
  CHECK(visitor.at() == Screen::IdeaWrite);
  visitor.does(Back{});
  CHECK(visitor.at() == Screen::Home);
}

TEST_CASE("staff who look at help come back to the public side, not behind the door") {
  Visitor visitor;
  visitor.begins().does(OpenStaffDoor{}).does(PinAccepted{}).does(Open{Screen::Help}).does(Back{});
  CHECK(visitor.at() == Screen::Home);
  CHECK_FALSE(visitor.visit.is_staff);
}

TEST_CASE("the way back has an end, however long somebody wanders") {
  Visitor visitor;
  visitor.begins();
  for (int i = 0; i < 500; ++i)
    visitor.does(Open{Screen::Agenda}).does(OpenChallenge{}).does(Open{Screen::Areas});
  CHECK(visitor.visit.back.size() <= 24);
}

TEST_CASE("read aloud begins with the page, and its menu comes at the second touch") {
  Visitor visitor;
  visitor.begins().does(ReadAloud{});
  CHECK(visitor.effect<ReadPage>());
  CHECK(visitor.visit.overlay == Overlay::None);
  visitor.does(ReadAloud{});
  CHECK_FALSE(visitor.effect<ReadPage>());
  CHECK(visitor.visit.overlay == Overlay::ReadAloud);
  visitor.does(SetVolume{5}).does(SetPace{Pace::Slow});
  CHECK(visitor.visit.overlay == Overlay::ReadAloud);
  visitor.does(ReadAgain{});
  CHECK(visitor.effect<ReadPage>());
  CHECK(visitor.visit.overlay == Overlay::None);
}

TEST_CASE("whatever the visitor does, the voice stops in the middle of its word") {
  Visitor visitor;
  visitor.begins().does(ReadAloud{}).does(SpeechBegan{});
  REQUIRE(visitor.visit.reading.speaking());
  visitor.does(Touched{});
  CHECK(visitor.effect<BeSilent>());
  CHECK_FALSE(visitor.visit.reading.speaking());
  visitor.does(Touched{});
  CHECK_FALSE(visitor.effect<BeSilent>());  // once is enough
}

TEST_CASE("who listens is there: silence counts from the last word") {
  Visitor visitor;
  visitor.begins().does(ReadAloud{}).does(SpeechBegan{});
  visitor.waits(200s);
  CHECK_FALSE(visitor.visit.asked_at);
  visitor.does(SpeechEnded{}).waits(119s);
  CHECK_FALSE(visitor.visit.asked_at);
  visitor.waits(1s);
  CHECK(visitor.visit.asked_at);
}

TEST_CASE("listening does not keep typed text in sight") {
  Visitor visitor = a_writer();
  visitor.does(ReadAloud{}).does(SpeechBegan{}).waits(20s);
  CHECK(visitor.visit.veiled);
}

TEST_CASE("a voice that never ends keeps no visit alive") {
  Visitor visitor;
  visitor.begins().does(ReadAloud{}).does(SpeechBegan{});
  visitor.waits(longest_reading);
  CHECK(visitor.effect<BeSilent>());
  visitor.waits(120s + 30s);
  CHECK(visitor.visit == Visit{});
}

TEST_CASE("how loud and how fast it reads is forgotten at the end of a visit") {
  Visitor visitor;
  visitor.rules.volume = 2;
  visitor.rules.loudest = 4;
  visitor.begins().does(ReadAloud{});
  CHECK(volume_of(visitor.visit, visitor.rules) == 2);
  visitor.does(SetVolume{5}).does(SetPace{Pace::Slowest});
  CHECK(volume_of(visitor.visit, visitor.rules) == 4);  // never louder than this place allows
  visitor.does(StartAgain{});
  CHECK_FALSE(visitor.visit.reading.on);
  CHECK(volume_of(visitor.visit, visitor.rules) == 2);
  CHECK(visitor.visit.reading.pace == Pace::Normal);
}

TEST_CASE("the question whether text may go stays, and is read") {
  Visitor visitor = a_writer();
  visitor.does(StartAgain{}).does(ReadAloud{});
  CHECK(visitor.visit.overlay == Overlay::ThrowAway);
  CHECK(visitor.effect<ReadPage>());
}
