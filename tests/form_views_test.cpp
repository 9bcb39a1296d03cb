// What the screens say on which something is typed: the idea, the contact, the code.
#include "tests/support/seeing.h"

using namespace std::chrono_literals;
using namespace wv;
using namespace wv::screens;
using namespace wv::visit;
using test::a_town;
using test::a_visitor;
using test::page;
using test::see;
using test::Visitor;

namespace {

// The town with more themes, or with a short word about privacy.
store::Content the_town_with(int themes, const model::Text& privacy = {}) {
  auto town = a_town();
  auto municipality = test::the_municipality();
  for (int i = 3; i < themes; ++i)
    municipality.themes.push_back(
        {model::ThemeId{"t" + std::to_string(i)}, test::dutch("Thema " + std::to_string(i)), "tree", "sun"});
  municipality.privacy_short = privacy;
  town.municipality = std::make_shared<const model::Municipality>(std::move(municipality));
  return town;
}

}  // namespace

TEST_CASE("the write screen says what is missing and how much room there is") {
  Visitor visitor = a_visitor().does(GiveIdea{});
  auto write = page<IdeaWriteView>(see(visitor));
  CHECK_FALSE(write.next.enabled);
  CHECK(write.next.why_not.text == "Schrijf eerst uw idee op.");
  CHECK(write.field.remaining.text == "nog 1000 tekens");
  write = page<IdeaWriteView>(see(visitor.types("Een bankje")));
  CHECK(write.next.enabled);
  CHECK(write.field.text == "Een bankje");
  CHECK(write.field.remaining.text == "nog 990 tekens");
  write = page<IdeaWriteView>(see(visitor.types(std::string(991, 'x'))));
  CHECK_FALSE(write.next.enabled);
  CHECK(write.next.why_not.text == "Uw idee is te lang. Haal 1 teken weg.");
  CHECK(write.field.remaining.text == "1 teken te veel");
  write = page<IdeaWriteView>(see(visitor.does(TypeText{"\x01"})));
  CHECK(write.field.problem.text == "Dit teken kunnen wij hier niet gebruiken.");
}

TEST_CASE("an idea about a challenge says so, and themes of the neighbourhood come first") {
  const auto write = page<IdeaWriteView>(see(a_visitor().does(GiveIdea{model::ChallengeId{"o-groen"}})));
  CHECK(write.about.text == "Hoort bij: Meer groen op de pleinen");
  CHECK(write.unlink.action == Action{LinkChallenge{}});
  CHECK(write.link.label.empty());
  REQUIRE(write.themes.size() == 3);
  CHECK(write.themes[2].label.text == "Sport");
}

TEST_CASE("the code keypad has exactly the letters a code can have") {
  const auto entry = page<CodeEntryView>(see(a_visitor().does(Open{Screen::CodeEntry})));
  std::string caps;
  for (const auto& row : entry.keyboard.rows) {
    for (const auto& key : row) caps += key.kind == Key::Kind::Letter ? key.cap : "";
  }
  CHECK(caps == "0123456789ABCDEFGHJKMNPQRSTVWXYZ");
}

TEST_CASE("purpose and retention are said before anything can be typed") {
  Visitor visitor = a_visitor()
                        .does(GiveIdea{})
                        .types("Een bankje")
                        .does(Open{Screen::IdeaWhere})
                        .does(Open{Screen::IdeaContact});
  auto contact = page<IdeaContactView>(see(visitor));
  CHECK(contact.title.text == "Wilt u persoonlijk antwoord? (niet verplicht)");
  CHECK_FALSE(contact.purpose.empty());
  CHECK(contact.retention.text == "Wij wissen uw gegevens na vier weken.");
  CHECK_FALSE(contact.field);
  CHECK_FALSE(contact.keyboard);
  CHECK(contact.next.enabled);
  contact = page<IdeaContactView>(see(visitor.does(contact.channels[1].action)));
  REQUIRE(contact.field);
  CHECK_FALSE(contact.next.enabled);
  CHECK(contact.next.why_not.text == "Vul uw e-mailadres in of kies ‘Nee, alleen de code’.");
  contact = page<IdeaContactView>(see(visitor.types("naam@")));
  CHECK(contact.next.why_not.text == "Dit e-mailadres is nog niet compleet.");
  CHECK(contact.purpose.empty());  // said before; now the keyboard needs the room
}

TEST_CASE("the check screen shows all of it, the house rules and what went wrong") {
  Visitor visitor = a_visitor()
                        .does(GiveIdea{})
                        .types("Een bankje")
                        .does(Open{Screen::IdeaWhere})
                        .does(Open{Screen::IdeaContact})
                        .does(Open{Screen::IdeaCheck});
  auto check = page<IdeaCheckView>(see(visitor));
  CHECK(check.preview.text == "Een bankje");
  CHECK(check.rules.text == "Houd het prettig.");
  CHECK(check.send.enabled);
  check = page<IdeaCheckView>(see(visitor.does(SendIdea{})));
  CHECK(check.busy);
  CHECK_FALSE(check.send.enabled);
  check = page<IdeaCheckView>(see(visitor.does(IdeaNotKept{NotKeptReason::TooMany})));
  CHECK(check.problem.text.starts_with("Er zijn net veel ideeën verstuurd."));
  CHECK(check.send.enabled);
}

TEST_CASE("typed text is veiled on every screen that holds it") {
  Visitor visitor = a_visitor()
                        .does(GiveIdea{})
                        .types("Een bankje")
                        .does(Open{Screen::IdeaWhere})
                        .does(Open{Screen::IdeaContact});
  visitor.does(ChooseChannel{ContactChannel::Email}).types("a@b.nl").waits(20s);
  CHECK(page<IdeaContactView>(see(visitor)).field->veiled);
  visitor.does(Touched{}).does(Open{Screen::IdeaCheck}).waits(20s);
  const auto check = page<IdeaCheckView>(see(visitor));
  CHECK(check.preview.veiled);
  for (const auto& fact : check.facts) CHECK(fact.value.text.find("a@b.nl") == std::string::npos);
}

TEST_CASE("thanks gives the code three ways and says what happens next") {
  Visitor visitor = a_visitor()
                        .does(GiveIdea{})
                        .types("Een bankje")
                        .does(Open{Screen::IdeaWhere})
                        .does(Open{Screen::IdeaContact})
                        .does(Open{Screen::IdeaCheck});
  visitor.does(SendIdea{}).does(IdeaKept{"K7QM3-TXB2F", {"linde", "fiets", "brug", "mei"}});
  const auto thanks = page<IdeaThanksView>(see(visitor));
  CHECK(thanks.title.text == "Bewaard. Dank u wel.");
  CHECK(thanks.code == "K7QM3-TXB2F");
  CHECK(thanks.code_spoken.text == "K 7 Q M 3 , T X B 2 F");
  CHECK(thanks.words == std::vector<std::string>{"linde", "fiets", "brug", "mei"});
  CHECK(thanks.qr.find("K7QM3-TXB2F") != std::string::npos);
  CHECK(thanks.qr.find("linde fiets brug mei") != std::string::npos);
  REQUIRE(thanks.next.size() == 3);
  CHECK(thanks.next[0].done);
  CHECK(thanks.next[1].text.text == "Binnen 2 weken.");
}

TEST_CASE("an answer shows the newest words large and the steps with their days") {
  Visitor visitor = a_visitor().does(Open{Screen::CodeEntry}).types("K7QM3TXB2F").does(LookUp{});
  CodeAnswer answer{CodeAnswer::Kind::Found, {}};
  answer.steps = {
      {model::IdeaStatus::Received, base::Instant(std::chrono::sys_days(test::day(2026, 11, 3))), {}},
      {model::IdeaStatus::InProgress, base::Instant(std::chrono::sys_days(test::day(2026, 11, 10))),
       test::dutch("Goed plan.")},
      {model::IdeaStatus::OnAgenda, base::Instant(std::chrono::sys_days(test::day(2026, 11, 17))),
       test::dutch("Het bankje komt er.")}};
  const auto result = page<CodeResultView>(see(visitor.does(answer)));
  CHECK(result.answer.text == "Het bankje komt er.");
  REQUIRE(result.steps.size() == 3);
  CHECK(result.steps[0].title.text == "Ontvangen");
  CHECK(result.steps[0].text.text == "Dinsdag 3 november");
  CHECK(result.steps[1].text.text == "Dinsdag 10 november. Goed plan.");
  CHECK(result.steps[2].text.text == "Dinsdag 17 november");
}

TEST_CASE("every other outcome of a code is said in its own words") {
  const auto outcome = [](CodeAnswer::Kind kind) {
    Visitor visitor = a_visitor()
                          .does(Open{Screen::CodeEntry})
                          .types("K7QM3TXB2F")
                          .does(LookUp{})
                          .does(CodeAnswer{kind, {}});
    return see(visitor);
  };
  CHECK(page<CodeEntryView>(outcome(CodeAnswer::Kind::Mistyped))
            .field.problem.text.starts_with("Deze code klopt niet."));
  CHECK(page<CodeResultView>(outcome(CodeAnswer::Kind::Unknown)).title.text ==
        "Wij vinden dit idee nog niet");
  CHECK(page<CodeResultView>(outcome(CodeAnswer::Kind::Unavailable)).title.text == "Dit lukt nu niet");
  CHECK_FALSE(page<CodeResultView>(outcome(CodeAnswer::Kind::Waiting)).steps[1].done);
  CHECK(page<CodeResultView>(outcome(CodeAnswer::Kind::Sent)).steps[1].done);
}

TEST_CASE(
    "a theme that is not among the likely ones is one touch further, and a second touch lets go of it") {
  auto town = the_town_with(6);
  Visitor visitor = a_visitor().does(GiveIdea{});
  auto write = page<IdeaWriteView>(see(visitor, town));
  REQUIRE(write.themes.size() == 4);
  CHECK(write.themes.back().label.text == "Iets anders");
  const auto view = see(visitor.does(write.themes.back().action), town);
  const auto& menu = std::get<MenuLayer>(*view.layer);
  CHECK(menu.options.size() == 7);
  CHECK(menu.options.front().chosen);
  write = page<IdeaWriteView>(see(visitor.does(menu.options.back().action), town));
  REQUIRE(write.themes.size() == 5);
  CHECK(write.themes[3].chosen);
  write = page<IdeaWriteView>(see(visitor.does(write.themes[3].action), town));
  CHECK(write.themes.size() == 4);
  CHECK_FALSE(visitor.visit.draft.theme);
}

TEST_CASE("the plans of the area can be chosen from, and none is chosen for anybody") {
  Visitor visitor = a_visitor().does(GiveIdea{});
  const auto view = see(visitor.does(page<IdeaWriteView>(see(visitor)).link.action));
  const auto& menu = std::get<MenuLayer>(*view.layer);
  REQUIRE(menu.options.size() == 3);
  CHECK(menu.options[0].chosen);
  CHECK(menu.options[2].label.text == "Veilig oversteken");
  CHECK(page<IdeaWriteView>(see(visitor.does(menu.options[2].action))).about.text ==
        "Hoort bij: Veilig oversteken");
}

TEST_CASE("where an idea is about starts with the own area and names its wijken from the map") {
  auto town = a_town();
  town.map = std::make_shared<const model::CityMap>(model::CityMap{
      2025,
      "CBS",
      {{model::WijkCode{"WK000102"}, "De Reit", {}}, {model::WijkCode{"WK000103"}, "Het Zand", {}}}});
  Visitor visitor = a_visitor().does(GiveIdea{}).types("Een bankje").does(Open{Screen::IdeaWhere});
  auto where = page<IdeaWhereView>(see(visitor, town));
  CHECK(where.steps.spoken.text == "Stap 2 van 4");
  REQUIRE(where.near.size() == 1);  // the map does not know the wijk of Noord
  CHECK(where.near[0].label.text == "Overal in Noord");
  CHECK(where.near[0].chosen);
  REQUIRE(where.far.size() == 2);
  CHECK(where.far[0].label.text == "Overal in Voorbeeldstad");
  where = page<IdeaWhereView>(see(visitor.does(where.far[1].action), town));
  REQUIRE(where.near.size() == 3);
  CHECK(where.near[0].chosen);
  CHECK(where.far[1].label.text == "Noord");  // the way back
  where = page<IdeaWhereView>(see(visitor.does(where.near[2].action), town));
  CHECK(where.near[2].chosen);
  CHECK_FALSE(where.near[0].chosen);
  visitor.does(Open{Screen::IdeaContact}).does(Open{Screen::IdeaCheck});
  CHECK(page<IdeaCheckView>(see(visitor, town)).facts[0].value.text == "Het Zand, West");
  visitor.does(Back{}).does(Back{}).does(where.far[0].action).does(Open{Screen::IdeaContact});
  CHECK(page<IdeaCheckView>(see(visitor.does(Open{Screen::IdeaCheck}), town)).facts[0].value.text ==
        "Overal in Voorbeeldstad");
}

TEST_CASE("a kiosk without content has a form that does not fall over") {
  Visitor visitor = a_visitor().does(GiveIdea{}).types("Een bankje").does(Open{Screen::IdeaWhere});
  const auto where = page<IdeaWhereView>(see(visitor, store::Content{}));
  CHECK(where.near.empty());
  CHECK(where.far.empty());
  CHECK(where.next.enabled);
}

TEST_CASE("a short word about privacy stays beside the keyboard, with the way to all of it") {
  auto town = the_town_with(0, test::dutch("Wij wissen ze na een maand."));
  Visitor visitor = a_visitor().does(GiveIdea{}).types("Een bankje").does(Open{Screen::IdeaWhere});
  visitor.does(Open{Screen::IdeaContact});
  auto contact = page<IdeaContactView>(see(visitor, town));
  CHECK(contact.retention.text == "Wij wissen ze na een maand.");
  CHECK_FALSE(contact.privacy.label.empty());
  CHECK_FALSE(contact.field);
  contact = page<IdeaContactView>(see(visitor.does(contact.channels[2].action), town));
  CHECK(contact.retention.text == "Wij wissen ze na een maand.");
  CHECK(contact.field);
}

TEST_CASE("what could lead to a person is named once, never shown, and asked about with two ways on") {
  Visitor visitor = a_visitor().does(GiveIdea{});
  visitor.types("Bel 06-12345678 of 013-5428111, mail a@b.nl").does(Open{Screen::IdeaWhere});
  visitor.does(Open{Screen::IdeaContact}).does(Open{Screen::IdeaCheck});
  auto check = page<IdeaCheckView>(see(visitor));
  REQUIRE(check.hint);
  CHECK(check.hint->text.text ==
        "Er staat een telefoonnummer en een e-mailadres in uw idee. Andere mensen kunnen dat lezen. Wilt u "
        "dat?");
  CHECK(check.send.enabled);
  check = page<IdeaCheckView>(see(visitor.does(check.hint->leave.action)));
  CHECK_FALSE(check.hint);
  visitor.does(ChangeIdea{}).does(EraseAll{}).types("Een bankje bij nummer 12").does(Open{Screen::IdeaWhere});
  visitor.does(Open{Screen::IdeaContact}).does(Open{Screen::IdeaCheck});
  CHECK_FALSE(page<IdeaCheckView>(see(visitor)).hint);
}

TEST_CASE("when somebody else typed, the screen asks the resident to read and to press") {
  Visitor visitor = a_visitor().does(GiveIdea{}).types("Een bankje").does(Open{Screen::IdeaWhere});
  visitor.does(Open{Screen::IdeaContact}).does(Open{Screen::IdeaCheck});
  auto check = page<IdeaCheckView>(see(visitor));
  CHECK(check.hand_over.empty());
  CHECK_FALSE(check.assisted->on);
  check = page<IdeaCheckView>(see(visitor.does(check.assisted->action)));
  CHECK(check.assisted->on);
  CHECK(check.hand_over.text.find("bewoner") != std::string::npos);
}

TEST_CASE(
    "the text on its way to a phone is in the code and nowhere else, and hides like all that was typed") {
  Visitor visitor = a_visitor().does(GiveIdea{}).types("Een bankje");
  visitor.does(ShowOverlay{Overlay::DraftToPhone});
  auto view = see(visitor);
  auto draft = std::get<DraftLayer>(*view.layer);
  CHECK(draft.qr == "Een bankje");
  CHECK(draft.part.empty());
  CHECK_FALSE(draft.veiled);
  view = see(visitor.waits(21s));
  CHECK(std::get<DraftLayer>(*view.layer).veiled);
}

TEST_CASE("a text longer than one code is told so, and its codes together are the text") {
  Visitor visitor = a_visitor().does(GiveIdea{});
  std::string text;
  for (int i = 0; i < 110; ++i) text += "bankje nr ";
  visitor.types(text).does(ShowOverlay{Overlay::DraftToPhone});
  std::string together;
  auto view = see(visitor);
  auto draft = std::get<DraftLayer>(*view.layer);
  CHECK(draft.part.text == "Uw tekst is lang. Dit is code 1 van 2.");
  CHECK_FALSE(draft.previous.enabled);
  together += draft.qr;
  view = see(visitor.does(draft.next.action));
  draft = std::get<DraftLayer>(*view.layer);
  CHECK(draft.part.text == "Uw tekst is lang. Dit is code 2 van 2.");
  CHECK_FALSE(draft.next.enabled);
  CHECK(together + draft.qr == text);
}
