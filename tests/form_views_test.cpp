// What the screens say on which something is typed: the idea, the contact, the code.
#include "tests/support/seeing.h"

using namespace std::chrono_literals;
using namespace wv;
using namespace wv::screens;
using namespace wv::visit;
using test::a_visitor;
using test::page;
using test::see;
using test::Visitor;

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
  CHECK(write.about.text == "Bij: Meer groen op de pleinen");
  REQUIRE(write.themes.size() == 4);
  CHECK(write.themes.back().label.text == "Iets anders");
  CHECK(write.themes.back().chosen);
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
  Visitor visitor = a_visitor().does(GiveIdea{}).types("Een bankje").does(Open{Screen::IdeaContact});
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
  CHECK_FALSE(contact.purpose.empty());
}

TEST_CASE("the check screen shows all of it, the house rules and what went wrong") {
  Visitor visitor = a_visitor()
                        .does(GiveIdea{})
                        .types("Een bankje")
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
  Visitor visitor = a_visitor().does(GiveIdea{}).types("Een bankje").does(Open{Screen::IdeaContact});
  visitor.does(ChooseChannel{ContactChannel::Email}).types("a@b.nl").waits(20s);
  CHECK(page<IdeaContactView>(see(visitor)).field->veiled);
  visitor.does(Open{Screen::IdeaCheck}).waits(20s);
  const auto check = page<IdeaCheckView>(see(visitor));
  CHECK(check.preview.veiled);
  for (const auto& fact : check.facts) CHECK(fact.value.text.find("a@b.nl") == std::string::npos);
}

TEST_CASE("thanks gives the code three ways and says what happens next") {
  Visitor visitor = a_visitor()
                        .does(GiveIdea{})
                        .types("Een bankje")
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
