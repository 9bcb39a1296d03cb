// From "versturen" to a row, from a release to a screen, from a code to an answer: with real files.
#include "kiosk/store/courier.h"
#include "kiosk/store/intake.h"
#include "kiosk/store/lookup.h"
#include "kiosk/store/shelf.h"

#include <fstream>

#include "sync/edge/disk.h"
#include "sync/wire/idea.h"
#include "sync/wire/sealed.h"
#include "tests/support/catch.h"
#include "tests/support/state.h"

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using namespace wv;
using test::State;
using visit::CodeAnswer;
using visit::ContactChannel;
using visit::IdeaKept;
using visit::IdeaNotKept;
using visit::NotKeptReason;

namespace {

base::WordList words() {
  static const std::string text = test::read_source("assets/words/nl.txt");
  static const auto list = base::read_word_list(text);
  REQUIRE(list);
  return *list;
}

store::IdeaBook a_book(const fs::path& folder) {
  edge::Disk disk;
  auto opened = store::IdeaBook::open(folder, disk, test::at("2026-11-23T13:30:00Z"));
  REQUIRE(opened);
  return std::move(opened->book);
}

visit::IdeaDraft a_draft(std::string_view text = "Een bankje bij de speeltuin") {
  visit::IdeaDraft draft;
  REQUIRE(draft.text.insert(text, 2000));
  return draft;
}

bool refreshed(store::Shelf& shelf) {
  const auto taken = shelf.refresh();
  if (!taken) FAIL(taken.error().message);
  return *taken;
}

struct Desk {  // an intake with everything it needs
  State state;
  store::IdeaBook book = a_book(state.path());
  test::VirtualClock clock{test::at("2026-11-23T13:30:00Z")};
  test::SeededRandom random{7};
  store::Intake intake{book, clock, random, words()};
  wire::Keys keys = test::cheap_keys();
  store::Content content = test::a_town();

  visit::Action keep(const visit::IdeaDraft& draft) { return intake.keep(draft, content, &keys); }
  model::Idea kept_idea() {
    auto read = db::Database::open(state.path() / "ideeen.db", db::OpenMode::Read);
    auto row = read->prepare("SELECT id, bytes FROM idee ORDER BY volgnummer DESC");
    REQUIRE((row && row->step().value()));
    const auto idea = wire::thaw(model::IdeaId{row->text_copy(0)}, row->blob(1));
    REQUIRE(idea);
    return *idea;
  }
};

std::string bytes_on_disk(const fs::path& folder) {
  std::string all;
  for (const auto& entry : fs::directory_iterator(folder)) {
    std::ifstream in(entry.path(), std::ios::binary);
    all.append(std::istreambuf_iterator<char>(in), {});
  }
  return all;
}

visit::LookUpCode code(std::string_view typed, visit::CodeMode mode = visit::CodeMode::Characters) {
  visit::LookUpCode wanted{mode, {}};
  REQUIRE(wanted.code.insert(typed, 100));
  return wanted;
}

}  // namespace

TEST_CASE("an idea is on disk as the wire wants it before the code is shown") {
  Desk desk;
  auto draft = a_draft("  Een bankje bij de speeltuin \n");
  draft.theme = model::ThemeId{"groen"};
  draft.challenge = model::ChallengeId{"o-groen"};
  const auto answer = desk.keep(draft);
  REQUIRE(std::holds_alternative<IdeaKept>(answer));
  const auto& kept = std::get<IdeaKept>(answer);
  const auto idea = desk.kept_idea();
  CHECK(idea.text == "Een bankje bij de speeltuin");
  CHECK(idea.sequence == 1);
  CHECK(idea.area == model::AreaId{"noord"});
  CHECK(idea.wijk == model::WijkCode{"WK000101"});
  CHECK(idea.challenge == model::ChallengeId{"o-groen"});
  CHECK(idea.lang == "nl");
  CHECK(idea.entered_at == desk.clock.now());
  CHECK(idea.clock_is_certain);
  CHECK(idea.sealed_contact.empty());
  // The three forms of the code are one and the same, and its hash is what went along.
  const auto typed = base::parse_code(kept.code);
  REQUIRE(typed);
  REQUIRE(kept.words.size() == 4);
  CHECK(base::parse_words(kept.words[0] + " " + kept.words[1] + " " + kept.words[2] + " " + kept.words[3],
                          words()) == *typed);
  CHECK(wire::reference_hash(*typed, desk.keys) == idea.reference_hash);
}

TEST_CASE("an idea keeps the wijk it is about, and a wijk brings its own area with it") {
  Desk desk;
  auto draft = a_draft();
  draft.wijk = model::WijkCode{"WK000103"};
  draft.challenge = model::ChallengeId{"o-groen"};
  REQUIRE(std::holds_alternative<IdeaKept>(desk.keep(draft)));
  const auto idea = desk.kept_idea();
  CHECK(idea.wijk == model::WijkCode{"WK000103"});
  CHECK(idea.area == model::AreaId{"west"});
  CHECK(idea.challenge == model::ChallengeId{"o-groen"});
}

TEST_CASE("an area of several wijken leaves the wijk open") {
  Desk desk;
  auto draft = a_draft();
  draft.area = model::AreaId{"west"};
  REQUIRE(std::holds_alternative<IdeaKept>(desk.keep(draft)));
  CHECK(desk.kept_idea().area == model::AreaId{"west"});
  CHECK_FALSE(desk.kept_idea().wijk);
}

TEST_CASE("an idea about everywhere has no area, and one that somebody else typed says so") {
  Desk desk;
  auto draft = a_draft();
  draft.everywhere = true;
  draft.assisted = true;
  REQUIRE(std::holds_alternative<IdeaKept>(desk.keep(draft)));
  const auto idea = desk.kept_idea();
  CHECK_FALSE(idea.area);
  CHECK_FALSE(idea.wijk);
  CHECK(idea.assisted);
}

TEST_CASE("contact data reaches the disk only sealed to the municipality") {
  Desk desk;
  auto draft = a_draft();
  draft.channel = ContactChannel::Email;
  REQUIRE(draft.contact.insert(" bewoner@voorbeeld.nl", 254));
  REQUIRE(std::holds_alternative<IdeaKept>(desk.keep(draft)));
  CHECK(bytes_on_disk(desk.state.path()).find("bewoner@") == std::string::npos);
  const auto opened =
      wire::open_sealed(desk.kept_idea().sealed_contact, test::contact_keys().private_key_pem);
  REQUIRE(opened);
  CHECK(opened->channel == wire::Channel::Email);
  CHECK(opened->value.view() == "bewoner@voorbeeld.nl");
}

TEST_CASE("staff type over a whole pad of paper slips without waiting, each of them once") {
  Desk desk;
  for (int number = 1; number <= 8; ++number) {
    auto slip = a_draft();
    slip.slip = number;
    const auto kept = desk.keep(slip);
    REQUIRE(std::holds_alternative<IdeaKept>(kept));
    CHECK(std::get<IdeaKept>(kept).slip == number);
  }
  auto again = a_draft();
  again.slip = 3;
  CHECK(desk.keep(again) == visit::Action{IdeaNotKept{NotKeptReason::Fault}});
  CHECK(desk.book.count() == 8);
  for (int i = 0; i < 5; ++i)  // and visitors still have all of their room
    CHECK(std::holds_alternative<IdeaKept>(desk.keep(a_draft())));
}

TEST_CASE("a sixth idea within ten minutes waits, whoever brings it") {
  Desk desk;
  for (int i = 0; i < 5; ++i) {
    CHECK(std::holds_alternative<IdeaKept>(desk.keep(a_draft())));
    desk.clock.advance(1min);
  }
  CHECK(desk.keep(a_draft()) == visit::Action{IdeaNotKept{NotKeptReason::TooMany}});
  desk.clock.advance(5min);  // the first is ten minutes ago now
  CHECK(std::holds_alternative<IdeaKept>(desk.keep(a_draft())));
  CHECK(desk.keep(a_draft()) == visit::Action{IdeaNotKept{NotKeptReason::TooMany}});
  CHECK(desk.book.count() == 6);
}

TEST_CASE("a clock from before the content was made is marked as uncertain") {
  Desk desk;
  desk.clock.set_wall_clock(test::at("2019-01-01T00:00:00Z"));
  REQUIRE(std::holds_alternative<IdeaKept>(desk.keep(a_draft())));
  CHECK_FALSE(desk.kept_idea().clock_is_certain);
}

TEST_CASE("a text that cannot be sent is not kept, and neither is one without a key to seal with") {
  Desk desk;
  CHECK(desk.keep(a_draft("   ")) == visit::Action{IdeaNotKept{NotKeptReason::Text}});
  CHECK(desk.keep(a_draft(std::string(1001, 'x'))) == visit::Action{IdeaNotKept{NotKeptReason::Text}});
  CHECK(desk.keep(a_draft("een \x01")) == visit::Action{IdeaNotKept{NotKeptReason::Text}});
  CHECK(desk.intake.keep(a_draft(), desk.content, nullptr) ==
        visit::Action{IdeaNotKept{NotKeptReason::NoKey}});
  CHECK(desk.book.count() == 0);
}

TEST_CASE("the shelf shows the active release and takes a newer one when asked") {
  State state;
  store::Shelf shelf(state.path(), model::AreaId{"noord"});
  CHECK(shelf.refresh().error().code == base::ErrorCode::NotFound);
  CHECK(shelf.content().municipality == nullptr);
  state.release(10);
  CHECK(refreshed(shelf));
  CHECK(shelf.content().version == 10);
  CHECK(shelf.content().area({})->name == test::dutch("Noord"));
  CHECK(shelf.content().made_at == test::at("2026-11-22T02:00:00Z"));
  REQUIRE(shelf.keys());
  CHECK(*shelf.keys() == test::cheap_keys());
  CHECK_FALSE(refreshed(shelf));
  state.release(11, "Nieuw-Noord");
  CHECK(shelf.content().area({})->name == test::dutch("Noord"));
  CHECK(refreshed(shelf));
  CHECK(shelf.content().area({})->name == test::dutch("Nieuw-Noord"));
}

TEST_CASE("other areas are read when somebody looks there") {
  State state;
  state.release(10);
  store::Shelf shelf(state.path(), model::AreaId{"noord"});
  refreshed(shelf);
  CHECK(shelf.content().area(model::AreaId{"west"}) == nullptr);
  REQUIRE(shelf.load_area(model::AreaId{"west"}));
  CHECK(shelf.content().area(model::AreaId{"west"}) != nullptr);
  CHECK(shelf.load_area(model::AreaId{"nergens"}).error().code == base::ErrorCode::NotFound);
  CHECK(shelf.picture("beeld/noord.png").value().size() == 4);
  CHECK(shelf.picture("beeld/weg.png").error().code == base::ErrorCode::NotFound);
}

TEST_CASE("a release that cannot be read leaves the old one on the shelf") {
  State state;
  state.release(10);
  store::Shelf shelf(state.path(), model::AreaId{"noord"});
  refreshed(shelf);
  std::ofstream(state.path() / "inhoud-11.db") << std::string(9000, 'x');
  state.activate(11, "inhoud-11.db");
  CHECK_FALSE(shelf.refresh());
  CHECK(shelf.content().version == 10);
  CHECK(shelf.load_area(model::AreaId{"west"}));
  store::Shelf cold(state.path(), model::AreaId{"noord"});  // a restart finds the one before
  CHECK(refreshed(cold));
  CHECK(cold.content().version == 10);
}

TEST_CASE("sync.db cannot send the screen to a file that is no release") {
  State state;
  state.activate(12, "../inhoud-12.db");
  store::Shelf shelf(state.path(), model::AreaId{"noord"});
  CHECK(shelf.refresh().error().code == base::ErrorCode::Corrupt);
}

TEST_CASE("a code finds the public answer, by characters and by words, offline") {
  Desk desk;
  desk.state.release(10);
  store::Shelf shelf(desk.state.path(), model::AreaId{"noord"});
  refreshed(shelf);
  const auto kept = std::get<IdeaKept>(desk.keep(a_draft()));
  const auto look = [&](const visit::LookUpCode& wanted) {
    return store::look_up(wanted, shelf, desk.book, words(), desk.state.path());
  };
  CHECK(look(code(kept.code)).kind == CodeAnswer::Kind::Waiting);
  const std::string id = desk.book.ids().value().front();
  desk.state.delivery(id, "klaar");
  CHECK(look(code(kept.code)).kind == CodeAnswer::Kind::Waiting);
  desk.state.delivery(id, "bevestigd");
  CHECK(look(code(kept.code)).kind == CodeAnswer::Kind::Sent);
  desk.state.answer(10, desk.kept_idea().reference_hash, "Het bankje komt er.");
  refreshed(shelf);
  store::Shelf reopened(desk.state.path(), model::AreaId{"noord"});
  refreshed(reopened);
  for (const auto& wanted :
       {code(kept.code), code(kept.words[0] + " " + kept.words[1] + " " + kept.words[2] + " " + kept.words[3],
                              visit::CodeMode::Words)}) {
    const auto answer = store::look_up(wanted, reopened, desk.book, words(), desk.state.path());
    CHECK(answer.kind == CodeAnswer::Kind::Found);
    REQUIRE(answer.steps.size() == 1);
    CHECK(answer.steps[0].text == test::dutch("Het bankje komt er."));
  }
}

TEST_CASE("a mistyped code, an unknown one and a kiosk without content are told apart") {
  Desk desk;
  store::Shelf shelf(desk.state.path(), model::AreaId{"noord"});
  test::SeededRandom other(99);
  const std::string real = base::code_for_screen(base::make_code(other));
  const auto look = [&](const visit::LookUpCode& wanted) {
    return store::look_up(wanted, shelf, desk.book, words(), desk.state.path()).kind;
  };
  CHECK(look(code(real)) == CodeAnswer::Kind::Unavailable);
  desk.state.release(10);
  refreshed(shelf);
  CHECK(look(code(real)) == CodeAnswer::Kind::Unknown);
  CHECK(look(code("0000000000")) != CodeAnswer::Kind::Found);
  std::string wrong = real;
  wrong.back() = wrong.back() == '0' ? '1' : '0';
  CHECK(look(code(wrong)) == CodeAnswer::Kind::Mistyped);
  CHECK(look(code("een twee", visit::CodeMode::Words)) == CodeAnswer::Kind::Mistyped);
}

TEST_CASE("what is durable at the central is erased here, and nothing else") {
  Desk desk;
  for (int i = 0; i < 4; ++i) REQUIRE(std::holds_alternative<IdeaKept>(desk.keep(a_draft())));
  const auto ids = desk.book.ids().value();
  desk.state.delivery(ids[0], "wissen", 1);
  desk.state.delivery(ids[1], "bevestigd", 2);
  desk.state.delivery(ids[2], "afgewezen", 3);
  auto report = store::read_report(desk.state.path(), desk.book, desk.content);
  CHECK(report.ideas_waiting == 1);
  CHECK(report.ideas_confirmed == 2);
  REQUIRE(report.quarantine.size() == 1);
  CHECK(report.quarantine[0].reason == "tekst: te lang");
  CHECK(store::erase_delivered(desk.state.path(), desk.book) == 1);
  CHECK(desk.book.ids().value() == std::vector<std::string>{ids[1], ids[2], ids[3]});
  CHECK(store::erase_delivered(desk.state.path(), desk.book) == 0);
  CHECK(store::highest_sequence(desk.state.path()) == 3);
}

TEST_CASE("the report tells what sync said, and works before there is any sync") {
  State state;
  auto book = a_book(state.path());
  REQUIRE(state.sync().run("INSERT INTO melding VALUES('verbinding', 'let-op', 'portaal', 5, 'HTTP 200')"));
  REQUIRE(state.sync().run("INSERT INTO ronde VALUES(1, 1000, 2000, 'portaal')"));
  REQUIRE(state.sync().run("INSERT INTO apparaat VALUES('kioskId', 'k')"));
  auto report = store::read_report(state.path(), book, test::a_town());
  REQUIRE(report.messages.size() == 1);
  CHECK(report.messages[0].code == "portaal");
  CHECK(report.messages[0].gravity == store::Gravity::Attention);
  REQUIRE(report.round);
  CHECK(report.round->outcome == "portaal");
  CHECK(report.enrolled);
  CHECK(report.content_version == 7);
  CHECK(report.trouble.empty());

  test::TemporaryFolder empty;
  auto lonely = a_book(empty.path());
  report = store::read_report(empty.path(), lonely, store::Content{});
  CHECK(report.trouble.empty());
  CHECK_FALSE(report.enrolled);
  CHECK_FALSE(report.round);
}
