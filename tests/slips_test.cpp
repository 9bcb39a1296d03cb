// Paper slips: what has to be typed twice, whose rights these are, and what is left of a slip given up.
#include "kiosk/visit/visit.h"
#include "tests/support/catch.h"
#include "tests/support/visitor.h"
#include "tests/support/world.h"

using namespace std::chrono_literals;
using namespace wv;
using namespace wv::visit;
using wv::test::Visitor;

namespace {

Visitor at_the_number() {
  Visitor staff;
  staff.begins().does(OpenStaffDoor{}).does(PinAccepted{});
  staff.does(Open{Screen::StaffSlips}).does(Open{Screen::StaffSlip});
  return staff;
}

// Slip 12, with the words on it.
Visitor at_the_contact() {
  Visitor staff = at_the_number();
  staff.does(TypeText{"12"}).does(ConfirmTyped{}).does(TypeText{"12"}).does(ConfirmTyped{});
  staff.does(SlipChecked{12, {}}).does(TypeText{"Een bankje"});
  staff.does(Open{Screen::IdeaWhere}).does(Open{Screen::IdeaContact});
  return staff;
}

Visitor& types_twice(Visitor& staff, const char* first, const char* second) {
  return staff.does(TypeText{first}).does(ConfirmTyped{}).does(TypeText{second}).does(ConfirmTyped{});
}

}  // namespace

TEST_CASE("a number of a slip counts when it was typed twice alike, also with a nought before it") {
  Visitor staff = at_the_number();
  staff.does(ConfirmTyped{});
  CHECK(staff.visit.slip_twice.first.empty());  // nothing is no number
  staff.does(TypeText{"0"}).does(ConfirmTyped{});
  CHECK(staff.visit.slip_twice.first.empty());
  staff.does(EraseAll{});
  types_twice(staff, "12", "21");
  CHECK(staff.visit.slip_twice.differed);
  CHECK(staff.visit.slip.empty());
  CHECK(staff.asked.empty());
  types_twice(staff, "12", "012");
  REQUIRE(staff.asked.size() == 1);
  CHECK(std::get<CheckSlip>(staff.asked.back()).number == 12);
}

TEST_CASE("from the second time Back leads to the first, and what was typed stands there again") {
  Visitor staff = at_the_number();
  staff.does(TypeText{"12"}).does(ConfirmTyped{}).does(TypeText{"9"}).does(Back{});
  CHECK(staff.at() == Screen::StaffSlip);
  CHECK(staff.visit.slip.text() == "12");
  staff.does(Back{});
  CHECK(staff.at() == Screen::StaffSlips);
  CHECK(staff.visit.slip.empty());
}

TEST_CASE("a slip that was typed over already is named, and another number can be typed") {
  Visitor staff = at_the_number();
  types_twice(staff, "12", "12");
  staff.does(SlipChecked{12, test::at("2026-11-03T10:00:00Z")});
  CHECK(staff.at() == Screen::StaffSlip);
  CHECK(staff.visit.slip_taken->number == 12);
  staff.does(TypeText{"1"});
  CHECK_FALSE(staff.visit.slip_taken);
}

TEST_CASE("what a visitor left half-written is not written over by a slip") {
  Visitor staff;
  staff.begins().does(GiveIdea{}).does(TypeText{"Half"}).does(OpenStaffDoor{}).does(PinAccepted{});
  staff.does(Open{Screen::StaffSlip});
  types_twice(staff, "12", "12").does(SlipChecked{12, {}});
  CHECK(staff.visit.draft.text.text() == "Half");
  CHECK(staff.visit.draft.slip == 0);
}

TEST_CASE("the contact on a slip is typed twice, and how its digits are grouped makes no difference") {
  Visitor staff = at_the_contact();
  staff.does(ChooseChannel{ContactChannel::Phone}).does(TypeText{"013-5550123"});
  staff.does(Open{Screen::IdeaCheck});
  CHECK(staff.at() == Screen::IdeaContact);  // once is not enough
  staff.does(ConfirmTyped{}).does(TypeText{"013 555 01 24"}).does(ConfirmTyped{});
  CHECK(staff.visit.draft.contact_twice.differed);
  types_twice(staff, "013-5550123", "(013) 555 01 23");
  CHECK(staff.at() == Screen::IdeaCheck);
  // One digit changed afterwards, and it is to be typed twice again.
  staff.does(Back{}).does(Erase{}).does(TypeText{"4"}).does(Open{Screen::IdeaCheck});
  CHECK(staff.at() == Screen::IdeaContact);
}

TEST_CASE("without contact a slip needs nothing twice but its number") {
  Visitor staff = at_the_contact();
  staff.does(Open{Screen::IdeaCheck}).does(SendIdea{});
  REQUIRE(staff.visit.sending == Sending::Busy);
  const auto& kept = std::get<KeepIdea>(staff.asked.back());
  CHECK(kept.draft.slip == 12);
  CHECK(kept.draft.assisted);
  staff.does(IdeaKept{"7K3MZ-90QTC", {"a", "b", "c", "d"}, 12}).does(NextSlip{});
  CHECK(staff.at() == Screen::StaffSlip);
  CHECK(staff.visit.is_staff);
}

TEST_CASE("nobody comes behind the staff door by an idea of their own") {
  Visitor visitor;
  visitor.begins().does(GiveIdea{}).does(TypeText{"Een bankje"}).does(Open{Screen::IdeaWhere});
  visitor.does(Open{Screen::IdeaContact}).does(ConfirmTyped{}).does(Open{Screen::IdeaCheck}).does(SendIdea{});
  visitor.does(IdeaKept{"7K3MZ-90QTC", {"a", "b", "c", "d"}, 0}).does(NextSlip{});
  CHECK(visitor.at() == Screen::IdeaThanks);
  CHECK_FALSE(visitor.visit.is_staff);
}

TEST_CASE("a slip that is given up leads back to the page of slips, with nothing of it left") {
  Visitor staff = at_the_contact();
  staff.does(Back{}).does(Back{}).does(Back{});
  CHECK(staff.visit.overlay == Overlay::ThrowAway);
  staff.does(ThrowAwayDraft{});
  CHECK(staff.at() == Screen::StaffSlips);
  CHECK(staff.visit.draft == IdeaDraft{});
  CHECK(staff.visit.is_staff);
}

TEST_CASE("a slip that staff walk away from is gone after two minutes, however long visitors may be silent") {
  Visitor staff = at_the_contact();
  staff.rules.ask_after = 300s;
  staff.waits(2min);
  CHECK(staff.at() == Screen::Attract);
  CHECK(staff.visit == Visit{});
}

TEST_CASE(
    "who goes on after a slip was kept is a visitor, and Stop leads them home and not behind the door") {
  Visitor staff = at_the_contact();
  staff.does(Open{Screen::IdeaCheck})
      .does(SendIdea{})
      .does(IdeaKept{"7K3MZ-90QTC", {"a", "b", "c", "d"}, 12});
  staff.does(Open{Screen::Help}).does(Open{Screen::Home}).does(GiveIdea{}).does(StopIdea{});
  CHECK(staff.at() == Screen::Home);
  CHECK_FALSE(staff.visit.is_staff);
}

TEST_CASE(
    "a slip that was given up before a word was typed makes nobody's next idea a slip, nor one with help") {
  Visitor staff = at_the_number();
  types_twice(staff, "12", "12").does(SlipChecked{12, {}});
  staff.does(Open{Screen::Help}).does(Open{Screen::Home}).does(GiveIdea{});
  CHECK(staff.visit.draft.slip == 0);
  CHECK_FALSE(staff.visit.draft.assisted);
}
