// Behind the staff door: which way the pages lead, what each asks of the house, and what is left afterwards.
#include "kiosk/visit/visit.h"
#include "tests/support/catch.h"
#include "tests/support/visitor.h"

using namespace std::chrono_literals;
using namespace wv;
using namespace wv::visit;
using wv::test::Visitor;

namespace {

Visitor a_keeper(std::optional<Screen> room = {}) {
  Visitor visitor;
  visitor.begins().does(Open{Screen::Agenda}).does(OpenStaffDoor{}).does(PinAccepted{});
  if (room) visitor.does(Open{*room});
  return visitor;
}

}  // namespace

TEST_CASE("every page for staff leads back to where they came in, and from there to the public side") {
  for (int one = static_cast<int>(Screen::StaffHome) + 1; one <= static_cast<int>(Screen::StaffHelp); ++one) {
    const auto room = static_cast<Screen>(one);
    Visitor keeper = a_keeper(room);
    CHECK(keeper.at() == room);
    CHECK(keeper.visit.is_staff);
    keeper.does(Back{});
    if (room == Screen::StaffEnrolCode) {
      CHECK(keeper.at() == Screen::StaffEnrol);
      keeper.does(Back{});
    }
    if (room == Screen::StaffSlip) {
      CHECK(keeper.at() == Screen::StaffSlips);
      keeper.does(Back{});
    }
    if (room == Screen::TouchTest || room == Screen::ColourTest) {
      CHECK(keeper.at() == Screen::StaffTests);
      keeper.does(Back{});
    }
    if (room == Screen::StaffSetting) {
      CHECK(keeper.at() == Screen::StaffSettings);
      keeper.does(Back{});
    }
    CHECK(keeper.at() == Screen::StaffHome);
    keeper.does(Back{});
    CHECK(keeper.at() == Screen::Agenda);
    CHECK_FALSE(keeper.visit.is_staff);
    keeper.does(Open{room});
    CHECK(keeper.at() == Screen::Agenda);  // and in again only with a PIN
  }
}

TEST_CASE("what staff may do nobody else may, wherever they are") {
  for (const Action& action :
       {Action{ShowRelease{Release::Previous}}, Action{SeeTomorrow{}}, Action{AskSync{}},
        Action{AskEnrolment{}}, Action{SetHouseVolume{5}}, Action{TrySound{}},
        Action{AskFarewell{Farewell::PowerOff}}, Action{SayFarewell{}}, Action{TouchSquare{1}},
        Action{NextColour{}}, Action{ShowOverlay{Overlay::Farewell}},
        Action{OpenSetting{SettingGroup::Light}}, Action{TrySettings{{{"rust_na_s", 90}}}},
        Action{KeepSettings{}}, Action{RevertSettings{}}, Action{ConfirmTyped{}}, Action{NextSlip{}}}) {
    Visitor visitor;
    visitor.begins().does(action);
    CHECK(visitor.asked.empty());
    CHECK(visitor.visit.overlay == Overlay::None);
    CHECK(visitor.at() == Screen::Home);
    CHECK_FALSE(visitor.visit.tomorrow);
  }
}

TEST_CASE("a sync goes from asked to busy to done, and being silent is said") {
  Visitor keeper = a_keeper(Screen::StaffSync);
  keeper.does(AskSync{});
  CHECK(keeper.effect<SyncNow>());
  CHECK(keeper.visit.syncing == Syncing::Asked);
  keeper.does(SyncGoesOn{});
  CHECK(keeper.visit.syncing == Syncing::Busy);
  keeper.does(Back{}).does(SyncEnded{});  // on another page
  CHECK(keeper.visit.syncing == Syncing::Done);
  keeper.does(Open{Screen::StaffSync}).does(AskSync{}).does(SyncEnded{.heard = false});
  CHECK(keeper.visit.syncing == Syncing::Unheard);
  keeper.does(AskSync{});
  CHECK(keeper.effect<SyncNow>());
  keeper.does(Back{}).does(Back{}).does(SyncGoesOn{});
  CHECK(keeper.visit.syncing == Syncing::No);
}

TEST_CASE("an exchange with a stick is asked for on its own page, one thing at a time") {
  Visitor keeper = a_keeper(Screen::StaffStick);
  keeper.does(AskSync{});
  CHECK_FALSE(keeper.effect<SyncNow>());
  keeper.does(AskSync{Errand::Stick});
  REQUIRE(keeper.effect<SyncNow>());
  CHECK(keeper.effect<SyncNow>()->errand == Errand::Stick);
  CHECK(keeper.visit.syncing == Syncing::Asked);
  keeper.does(Open{Screen::StaffSync}).does(AskSync{});
  CHECK_FALSE(keeper.effect<SyncNow>());
}

TEST_CASE("a code is typed with the forgiveness of the base rule, handed over once, and stays nowhere") {
  Visitor keeper = a_keeper(Screen::StaffEnrol);
  keeper.does(AskEnrolment{});
  CHECK_FALSE(keeper.effect<EnrolKiosk>());
  keeper.does(Open{Screen::StaffEnrolCode}).types("7k3-mz");
  CHECK(keeper.visit.enrolment_code.text() == "7K3MZ");
  keeper.types("U");
  CHECK(keeper.visit.typing_trouble == TypingTrouble::WrongCharacter);
  keeper.does(AskEnrolment{});
  CHECK_FALSE(keeper.effect<EnrolKiosk>());  // not yet ten
  keeper.types("9oqtc");
  CHECK(keeper.visit.enrolment_code.text() == "7K3MZ90QTC");
  keeper.types("A");
  CHECK(keeper.visit.typing_trouble == TypingTrouble::Full);
  keeper.does(AskEnrolment{.anew = true});
  REQUIRE(keeper.effect<EnrolKiosk>());
  CHECK(keeper.effect<EnrolKiosk>()->code.text() == "7K3MZ90QTC");
  CHECK(keeper.effect<EnrolKiosk>()->anew);
  CHECK(keeper.at() == Screen::StaffEnrol);
  CHECK(keeper.visit.enrolment_code == TypedText{});
  CHECK(keeper.visit.syncing == Syncing::Asked);
  keeper.does(Open{Screen::StaffEnrolCode}).types("7K3MZ90QTC").does(AskEnrolment{});
  CHECK_FALSE(keeper.effect<EnrolKiosk>());  // one thing at a time
  keeper.does(SyncEnded{}).does(AskEnrolment{});
  CHECK(keeper.effect<EnrolKiosk>());
}

TEST_CASE("a code that staff leave half typed veils itself, and is gone when they go") {
  Visitor keeper = a_keeper(Screen::StaffEnrolCode);
  keeper.types("7K3MZ").waits(21s);
  CHECK(keeper.visit.veiled);
  keeper.does(Back{});  // only lifts the veil
  CHECK(keeper.at() == Screen::StaffEnrolCode);
  keeper.does(Back{}).does(Open{Screen::StaffEnrolCode});
  CHECK(keeper.visit.enrolment_code.empty());
  keeper.types("7K3MZ").waits(121s);
  CHECK(keeper.visit == Visit{});
}

TEST_CASE("after another release nothing that was read of the first is left") {
  Visitor keeper = a_keeper(Screen::StaffContent);
  REQUIRE_FALSE(keeper.visit.back.empty());
  keeper.does(ShowRelease{Release::Previous});
  REQUIRE(keeper.effect<ChooseRelease>());
  CHECK(keeper.effect<ChooseRelease>()->release == Release::Previous);
  keeper.does(ReleaseShown{.well = false});
  CHECK(keeper.visit.release_failed);
  CHECK_FALSE(keeper.visit.back.empty());
  keeper.does(ShowRelease{Release::Previous}).does(ReleaseShown{});
  CHECK_FALSE(keeper.visit.release_failed);
  CHECK(keeper.visit.back.empty());
}

TEST_CASE("tomorrow is looked at from the public side, without rights, and ends with the visit") {
  Visitor keeper = a_keeper(Screen::StaffContent);
  keeper.does(SeeTomorrow{});
  CHECK(keeper.at() == Screen::Home);
  CHECK(keeper.visit.tomorrow);
  CHECK_FALSE(keeper.visit.is_staff);
  keeper.does(Open{Screen::Activities});
  CHECK(keeper.visit.tomorrow);
  keeper.does(OpenStaffDoor{}).does(PinAccepted{});
  CHECK_FALSE(keeper.visit.tomorrow);  // who minds the kiosk is in the present
  keeper.does(Open{Screen::StaffContent}).does(SeeTomorrow{}).does(StartAgain{});
  CHECK_FALSE(keeper.visit.tomorrow);
}

TEST_CASE("squares stay touched until the test is left") {
  Visitor keeper = a_keeper(Screen::TouchTest);
  for (const int square : {0, 5, 5, touch_squares - 1, touch_squares, -1}) keeper.does(TouchSquare{square});
  CHECK(keeper.visit.squares == ((1U << 0) | (1U << 5) | (1U << (touch_squares - 1))));
  keeper.does(Back{}).does(Open{Screen::TouchTest});
  CHECK(keeper.visit.squares == 0);
}

TEST_CASE("a touch leads from colour to colour, and from the last one back") {
  Visitor keeper = a_keeper(Screen::ColourTest);
  for (int shown = 0; shown < test_colours; ++shown) {
    CHECK(keeper.at() == Screen::ColourTest);
    CHECK(keeper.visit.colour == shown);
    keeper.does(NextColour{});
  }
  CHECK(keeper.at() == Screen::StaffTests);
  CHECK(keeper.visit.colour == 0);
}

TEST_CASE("the volume of the place stays within what the settings allow, and is heard at once") {
  Visitor keeper = a_keeper(Screen::StaffSound);
  keeper.rules.loudest = 4;
  keeper.does(SetHouseVolume{9});
  REQUIRE(keeper.effect<KeepVolume>());
  CHECK(keeper.effect<KeepVolume>()->level == 4);
  CHECK(keeper.effect<SaySample>());
  keeper.does(SetHouseVolume{-3});
  CHECK(keeper.effect<KeepVolume>()->level == 1);
}

TEST_CASE("nothing ends without a yes") {
  for (const auto how : {Farewell::RestartProgram, Farewell::RestartMachine, Farewell::PowerOff}) {
    Visitor keeper = a_keeper(Screen::StaffPower);
    keeper.does(SayFarewell{});
    CHECK(keeper.asked.empty());
    keeper.does(AskFarewell{how});
    CHECK(keeper.asked.empty());
    CHECK(keeper.visit.overlay == Overlay::Farewell);
    keeper.does(Back{});  // anything but yes means no
    CHECK(keeper.at() == Screen::StaffPower);
    CHECK(keeper.visit.overlay == Overlay::None);
    keeper.does(SayFarewell{});
    CHECK(keeper.asked.empty());
    keeper.does(AskFarewell{how}).does(SayFarewell{});
    REQUIRE(keeper.effect<EndProgram>());
    CHECK(keeper.effect<EndProgram>()->how == how);
  }
}

TEST_CASE("a question that nobody answers ends with the visit, and nothing is switched off") {
  Visitor keeper = a_keeper(Screen::StaffPower);
  keeper.does(AskFarewell{Farewell::PowerOff});
  keeper.waits(119s);
  CHECK(keeper.visit.asked_at);
  keeper.waits(1s);
  CHECK(keeper.visit == Visit{});
  CHECK_FALSE(keeper.effect<EndProgram>());
}

TEST_CASE("settings on trial come back by silence, by leaving, and by asking for it") {
  const auto trying = [] {
    Visitor keeper = a_keeper(Screen::StaffSettings);
    keeper.does(OpenSetting{SettingGroup::Light}).does(TrySettings{{{"scherm.helderheid", 40}}});
    CHECK(keeper.effect<ChangeSettings>());
    keeper.does(SettingsTried{});
    CHECK(is_trying_settings(keeper.visit));
    return keeper;
  };
  Visitor keeper = trying();
  keeper.waits(30s);
  CHECK(keeper.effect<RestoreSettings>());
  CHECK(keeper.visit.trial == Trial::Reverted);
  CHECK(keeper.at() == Screen::StaffSetting);
  for (const Action& leaves :
       {Action{Back{}}, Action{EndVisit{}}, Action{RevertSettings{}}, Action{StartAgain{}}}) {
    keeper = trying();
    keeper.does(leaves);
    CHECK(keeper.effect<RestoreSettings>());
    CHECK_FALSE(is_trying_settings(keeper.visit));
  }
}

TEST_CASE("settings that were kept do not come back, and a disk that is full gives the old ones back") {
  Visitor keeper = a_keeper(Screen::StaffSettings);
  keeper.does(OpenSetting{SettingGroup::Light}).does(KeepSettings{});
  CHECK_FALSE(keeper.effect<SaveSettings>());  // nothing was tried
  keeper.does(TrySettings{}).does(SettingsTried{}).does(KeepSettings{});
  CHECK(keeper.effect<SaveSettings>());
  keeper.does(SettingsKept{}).does(Back{});
  CHECK_FALSE(keeper.effect<RestoreSettings>());
  keeper.does(OpenSetting{SettingGroup::Light})
      .does(TrySettings{})
      .does(SettingsTried{})
      .does(KeepSettings{});
  keeper.does(SettingsKept{false});
  CHECK(keeper.effect<RestoreSettings>());
  CHECK(keeper.visit.trial == Trial::NotKept);
}

TEST_CASE("a setting that is refused leaves an earlier one on trial") {
  Visitor keeper = a_keeper(Screen::StaffSettings);
  keeper.does(OpenSetting{SettingGroup::Light}).does(TrySettings{}).does(SettingsTried{false});
  CHECK(keeper.visit.trial == Trial::Refused);
  keeper.does(TrySettings{}).does(SettingsTried{}).does(TrySettings{}).does(SettingsTried{false});
  CHECK(is_trying_settings(keeper.visit));
}
