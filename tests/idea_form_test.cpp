// Geef uw idee as a resident and a helper live through it: where, taking the text along, typing for another,
// what is hidden, and what cannot be lost.
#include "kiosk/visit/visit.h"
#include "tests/support/catch.h"
#include "tests/support/visitor.h"

using namespace std::chrono_literals;
using namespace wv;
using namespace wv::visit;
using wv::test::Visitor;

namespace {

Visitor a_writer(std::string_view text = "Een bankje bij de speeltuin") {
  Visitor visitor;
  visitor.begins().does(GiveIdea{}).types(text);
  return visitor;
}
Visitor at_where() {
  return a_writer().does(Open{Screen::IdeaWhere});
}
Visitor at_check(std::string_view text = "Een bankje bij de speeltuin") {
  return a_writer(text)
      .does(Open{Screen::IdeaWhere})
      .does(Open{Screen::IdeaContact})
      .does(Open{Screen::IdeaCheck});
}

}  // namespace

TEST_CASE("the own area is chosen before anybody asked, and one may go on without choosing") {
  Visitor visitor = at_where();
  CHECK(visitor.visit.draft.area.empty());
  CHECK_FALSE(visitor.visit.draft.wijk);
  CHECK_FALSE(visitor.visit.draft.everywhere);
  visitor.does(Open{Screen::IdeaContact});
  CHECK(visitor.at() == Screen::IdeaContact);
}

TEST_CASE("an idea is about one wijk, one area or everywhere, whichever was said last") {
  Visitor visitor = at_where();
  visitor.does(ChooseWijk{model::WijkCode{"WK000103"}});
  CHECK(visitor.visit.draft.wijk == model::WijkCode{"WK000103"});
  visitor.does(ChooseEverywhere{});
  CHECK(visitor.visit.draft.everywhere);
  CHECK_FALSE(visitor.visit.draft.wijk);
  visitor.does(ChooseArea{model::AreaId{"west"}});
  CHECK(visitor.visit.draft.area == model::AreaId{"west"});
  CHECK_FALSE(visitor.visit.draft.everywhere);
  visitor.does(ChooseWijk{model::WijkCode{"WK000102"}}).does(ChooseArea{model::AreaId{"west"}});
  CHECK_FALSE(visitor.visit.draft.wijk);
}

TEST_CASE("a wijk chosen on a page that was opened from the form leads back to the form") {
  Visitor visitor = at_where();
  visitor.does(Open{Screen::Areas}).does(ChooseWijk{model::WijkCode{"WK000103"}});
  CHECK(visitor.at() == Screen::IdeaWhere);
  CHECK(visitor.visit.draft.wijk == model::WijkCode{"WK000103"});
  Visitor reader;
  reader.begins().does(Open{Screen::Areas}).does(ChooseWijk{model::WijkCode{"WK000103"}});
  CHECK(reader.at() == Screen::Areas);
  CHECK_FALSE(reader.visit.draft.wijk);
}

TEST_CASE("an idea given while reading about another area is about that area") {
  Visitor visitor;
  visitor.begins().does(OpenArea{model::AreaId{"west"}}).does(OpenChallenge{model::ChallengeId{"o-fiets"}});
  visitor.does(GiveIdea{model::ChallengeId{"o-fiets"}});
  CHECK(visitor.visit.draft.area == model::AreaId{"west"});
  CHECK(visitor.visit.draft.challenge_area == model::AreaId{"west"});
  visitor.types("Een stoplicht").does(Open{Screen::IdeaWhere}).does(ChooseEverywhere{});
  CHECK(visitor.visit.draft.challenge == model::ChallengeId{"o-fiets"});  // it still belongs to that plan
  CHECK(visitor.visit.draft.challenge_area == model::AreaId{"west"});
}

TEST_CASE("an idea can be linked to a plan and let go of it again") {
  Visitor visitor = a_writer();
  visitor.does(ShowOverlay{Overlay::Challenges}).does(LinkChallenge{model::ChallengeId{"o-groen"}});
  CHECK(visitor.visit.overlay == Overlay::None);
  CHECK(visitor.visit.draft.challenge == model::ChallengeId{"o-groen"});
  visitor.does(LinkChallenge{});
  CHECK_FALSE(visitor.visit.draft.challenge);
  CHECK(visitor.visit.draft.text.text() == "Een bankje bij de speeltuin");
}

TEST_CASE("the menus of the form come up in the form only") {
  Visitor visitor;
  visitor.begins();
  for (const Overlay overlay : {Overlay::Themes, Overlay::Challenges, Overlay::DraftToPhone})
    CHECK(visitor.does(ShowOverlay{overlay}).visit.overlay == Overlay::None);
  visitor.does(GiveIdea{}).does(ShowOverlay{Overlay::DraftToPhone});
  CHECK(visitor.visit.overlay == Overlay::None);  // nothing was written yet
}

TEST_CASE("from the check one goes straight back to the words, and every answer is still given") {
  Visitor visitor = at_where();
  visitor.does(ChooseWijk{model::WijkCode{"WK000103"}}).does(Open{Screen::IdeaContact});
  visitor.does(ChooseChannel{ContactChannel::Phone}).types("0612345678").does(Open{Screen::IdeaCheck});
  visitor.does(ChangeIdea{});
  CHECK(visitor.at() == Screen::IdeaWrite);
  visitor.types(" graag").does(Open{Screen::IdeaWhere});
  CHECK(visitor.visit.draft.wijk == model::WijkCode{"WK000103"});
  visitor.does(Open{Screen::IdeaContact});
  CHECK(visitor.visit.draft.contact.text() == "0612345678");
  visitor.does(Open{Screen::IdeaCheck}).does(SendIdea{});
  REQUIRE(visitor.effect<KeepIdea>());
  CHECK(visitor.effect<KeepIdea>()->draft.text.text() == "Een bankje bij de speeltuin graag");
  CHECK(visitor.visit.back.size() == 4);  // home, write, where, contact: no step twice
}

TEST_CASE("looking something up elsewhere loses no word") {
  Visitor visitor = at_where();
  visitor.does(Open{Screen::IdeaContact}).does(ChooseChannel{ContactChannel::Email}).types("buur@");
  visitor.does(Open{Screen::Help}).does(Back{});
  CHECK(visitor.at() == Screen::IdeaContact);
  CHECK(visitor.visit.draft.contact.text() == "buur@");
  visitor.does(Open{Screen::Home}).does(Open{Screen::Agenda}).does(Open{Screen::Home}).does(GiveIdea{});
  CHECK(visitor.at() == Screen::IdeaWrite);
  CHECK(visitor.visit.draft.text.text() == "Een bankje bij de speeltuin");
  CHECK(visitor.visit.draft.contact.text() == "buur@");
}

TEST_CASE("the hint about personal data is answered once, and asked anew about other words") {
  Visitor visitor = at_check("Bel 06-12345678");
  visitor.does(LeaveAsIs{});
  CHECK(visitor.visit.draft.personal_data_is_fine);
  visitor.does(Back{}).does(Open{Screen::IdeaCheck});
  CHECK(visitor.visit.draft.personal_data_is_fine);
  visitor.does(ChangeIdea{});
  CHECK(visitor.visit.draft.personal_data_is_fine);
  visitor.types("!");
  CHECK_FALSE(visitor.visit.draft.personal_data_is_fine);
}

TEST_CASE("the hint never stands in the way of sending") {
  Visitor visitor = at_check("Bel 06-12345678");
  visitor.does(SendIdea{});
  CHECK(visitor.effect<KeepIdea>());
}

TEST_CASE("who types for somebody else says so, and it goes along with the idea") {
  Visitor visitor = at_check();
  visitor.does(ToggleAssisted{});
  CHECK(visitor.visit.draft.assisted);
  visitor.does(ToggleAssisted{});
  CHECK_FALSE(visitor.visit.draft.assisted);
  visitor.does(ToggleAssisted{}).does(SendIdea{}).does(ToggleAssisted{});
  CHECK(visitor.visit.draft.assisted);  // what was sent was sent
  Visitor next = at_check();
  next.does(ToggleAssisted{})
      .does(SendIdea{})
      .does(IdeaKept{"K7QM3-TXB2F", {"a", "b", "c", "d"}})
      .does(AnotherIdea{});
  CHECK_FALSE(next.visit.draft.assisted);
}

TEST_CASE("a hidden text cannot be sent, changed or erased: the first touch only brings it back") {
  for (const Action& action : {Action{SendIdea{}}, Action{ChangeIdea{}}, Action{Back{}}, Action{LeaveAsIs{}},
                               Action{Open{Screen::Help}}, Action{ToggleAssisted{}}}) {
    Visitor visitor = at_check();
    visitor.waits(21s);
    REQUIRE(visitor.visit.veiled);
    const IdeaDraft before = visitor.visit.draft;
    visitor.does(action);
    CHECK(visitor.at() == Screen::IdeaCheck);
    CHECK_FALSE(visitor.visit.veiled);
    CHECK(visitor.visit.draft == before);
    CHECK(visitor.asked.empty());
    visitor.does(SendIdea{});
    CHECK(visitor.effect<KeepIdea>());  // and from then on touches count again
  }
  for (const Action& action :
       {Action{TypeText{"x"}}, Action{EraseAll{}}, Action{Erase{}}, Action{Open{Screen::IdeaWhere}}}) {
    Visitor visitor = a_writer();
    visitor.waits(21s).does(action);
    CHECK(visitor.at() == Screen::IdeaWrite);
    CHECK(visitor.visit.draft.text.text() == "Een bankje bij de speeltuin");
  }
}

TEST_CASE("where nothing of it shows, a touch after a silence does what it says") {
  Visitor visitor = at_where();
  visitor.waits(21s).does(Open{Screen::IdeaContact});
  CHECK(visitor.at() == Screen::IdeaContact);
  visitor.waits(21s).does(ChooseChannel{ContactChannel::Email});
  CHECK(visitor.visit.draft.channel == ContactChannel::Email);
}

TEST_CASE("the next visitor who starts again does not get to read what is hidden") {
  Visitor visitor = a_writer();
  visitor.waits(21s).does(StartAgain{});
  CHECK(visitor.visit.overlay == Overlay::ThrowAway);
  CHECK(visitor.visit.veiled);
  visitor.does(ThrowAwayDraft{});
  CHECK(visitor.at() == Screen::Home);
  CHECK(visitor.visit.draft.text.empty());
}

TEST_CASE("a code and a PIN that are hidden come back with a touch that types nothing") {
  Visitor visitor;
  visitor.begins().does(Open{Screen::CodeEntry}).types("K7QM3").waits(21s);
  CHECK(visitor.visit.veiled);
  visitor.does(TypeText{"T"});
  CHECK(visitor.visit.code.text() == "K7QM3");
  visitor.does(TypeText{"T"});
  CHECK(visitor.visit.code.text() == "K7QM3T");
}

TEST_CASE("a half-written text goes to a phone from the words, the check and the question before it goes") {
  Visitor writer = a_writer();
  CHECK(writer.does(ShowOverlay{Overlay::DraftToPhone}).visit.overlay == Overlay::DraftToPhone);
  CHECK(writer.does(CloseOverlay{}).visit.draft.text.text() == "Een bankje bij de speeltuin");
  CHECK(at_check().does(ShowOverlay{Overlay::DraftToPhone}).visit.overlay == Overlay::DraftToPhone);
  Visitor leaver = a_writer();
  leaver.does(StopIdea{}).does(ShowOverlay{Overlay::DraftToPhone});
  CHECK(leaver.visit.overlay == Overlay::DraftToPhone);
  CHECK(leaver.visit.leaving == Leaving::No);
  leaver.does(ThrowAwayDraft{});
  CHECK_FALSE(leaver.visit.draft.text.empty());  // nobody asked that question
}

TEST_CASE("the code of a long text is turned over page by page and starts at its first") {
  Visitor visitor = a_writer();
  visitor.does(ShowDraftPart{1});
  CHECK(visitor.visit.draft_part == 0);
  visitor.does(ShowOverlay{Overlay::DraftToPhone}).does(ShowDraftPart{1});
  CHECK(visitor.visit.draft_part == 1);
  CHECK(visitor.visit.overlay == Overlay::DraftToPhone);
  visitor.does(ShowDraftPart{-1});
  CHECK(visitor.visit.draft_part == 0);
  visitor.does(ShowDraftPart{1}).does(CloseOverlay{}).does(ShowOverlay{Overlay::DraftToPhone});
  CHECK(visitor.visit.draft_part == 0);
}

TEST_CASE("a code left alone hides itself, and one touch shows it again to the phone that was fetched") {
  Visitor visitor = a_writer();
  visitor.does(ShowOverlay{Overlay::DraftToPhone}).waits(21s);
  CHECK(visitor.visit.veiled);
  visitor.does(CloseOverlay{});
  CHECK(visitor.visit.overlay == Overlay::DraftToPhone);
  CHECK_FALSE(visitor.visit.veiled);
  visitor.waits(151s);
  CHECK(visitor.visit == Visit{});
}

TEST_CASE("an address that nobody could write to says what is missing") {
  const auto problem = [](ContactChannel channel, std::string_view typed) {
    Visitor visitor = at_where();
    visitor.does(Open{Screen::IdeaContact}).does(ChooseChannel{channel}).types(typed);
    return contact_problem(visitor.visit.draft);
  };
  using enum ContactProblem;
  constexpr auto email = ContactChannel::Email;
  constexpr auto phone = ContactChannel::Phone;
  CHECK_FALSE(problem(ContactChannel::None, ""));
  CHECK(problem(email, "") == Empty);
  CHECK(problem(email, "buur.voorbeeld.nl") == NoAt);
  for (const auto* typed : {"buur@", "buur@voorbeeld", "buur@voorbeeld.", "buur@voorbeeld.n", "@voorbeeld.nl",
                            "buur@@voorbeeld.nl", "buur@voorbeeld..nl", ".buur@voorbeeld.nl", "buur@.nl"})
    CHECK(problem(email, typed) == NoDomain);
  for (const auto* typed : {"buur@voorbeeld.nl", "a@b.eu", "an.de-boer+kiosk@post.voorbeeld.co.uk"})
    CHECK_FALSE(problem(email, typed));
  CHECK(problem(phone, "") == Empty);
  CHECK(problem(phone, "06") == TooShort);
  CHECK(problem(phone, "061234567") == TooShort);
  CHECK(problem(phone, "06123456789") == TooLong);
  CHECK(problem(phone, "5428111") == NoAreaCode);
  CHECK(problem(phone, "54") == TooShort);
  for (const auto* typed : {"0612345678", "013-542 81 11", "(013) 5428111", "+31 6 12345678", "0031612345678",
                            "+90 532 123 4567"})
    CHECK_FALSE(problem(phone, typed));
}

TEST_CASE("a finger is told beforehand whether it would only bring the words back") {
  Visitor visitor = a_writer();
  CHECK_FALSE(only_unveils(visitor.visit, SendIdea{}));
  visitor.waits(21s);
  CHECK(only_unveils(visitor.visit, EraseAll{}));
  CHECK(only_unveils(visitor.visit, Touched{}));
  CHECK_FALSE(only_unveils(visitor.visit, StartAgain{}));
  CHECK_FALSE(only_unveils(visitor.visit, StopIdea{}));
}
