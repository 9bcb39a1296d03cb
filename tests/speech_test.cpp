// What a listener hears: order, roles, states, voices, and what nobody else may hear.
#include <sys/stat.h>

#include <fstream>
#include <iterator>
#include <thread>

#include "kiosk/speech/espeak.h"
#include "kiosk/speech/narrator.h"
#include "kiosk/speech/recorder.h"
#include "tests/support/catch.h"
#include "tests/support/world.h"

using namespace wv;
using speech::Ears;
using speech::Narrator;
using speech::Speech;
using speech::Utterance;
using ui::Node;
using ui::Role;

namespace {

const model::Lang dutch = "nl";
const speech::SpokenWords words{.button = "knop",
                                .option = "keuze",
                                .field = "tekstvak",
                                .picture = "afbeelding",
                                .code_picture = "QR-code",
                                .chosen = "gekozen",
                                .on = "aan",
                                .disabled = "niet beschikbaar",
                                .empty = "leeg",
                                .keyboard = "Toetsenbord.",
                                .at = "U bent bij:",
                                .erased = "gewist:",
                                .typed = "Hier staat uw tekst.",
                                .foreign_mark = "alleen in het Nederlands"};

Node a_node(std::string id, Role role, std::string label) {
  Node node;
  node.id = "home/" + id;
  node.role = role;
  node.label = std::move(label);
  node.rect = node.clip = {0, 0, 100, 100};
  node.parent = 0;
  if (role == Role::Button || role == Role::Option || role == Role::Key) node.action = visit::Touched{};
  return node;
}

Node drawing(Node node, std::string text, std::string lang = "nl") {
  const bool told = node.label.find(text) != std::string::npos || node.value.find(text) != std::string::npos;
  if (!told) node.value += (node.value.empty() ? "" : ", ") + text;
  ui::TextUse use;
  use.text = std::move(text);
  use.lang = std::move(lang);
  node.texts.push_back(std::move(use));
  return node;
}

ui::Tree a_screen(std::vector<Node> nodes, std::string title = "Wat wilt u doen?") {
  ui::Tree tree;
  Node root;
  root.id = "home";
  root.role = Role::Screen;
  root.label = std::move(title);
  tree.add(root);
  for (auto& node : nodes) tree.add(std::move(node));
  return tree;
}

std::string said(const Node& node, Ears ears = Ears::Everybody) {
  return speech::say_node(node, {words, dutch, ears}).text();
}

std::vector<std::string> lines(const Speech& speech) {
  std::vector<std::string> all;
  for (const auto& one : speech) all.push_back(one.text());
  return all;
}
using Lines = std::vector<std::string>;

// A listener at the idea form, with the keyboard under the arrows.
struct Listener {
  visit::Visit visit;
  ui::Hand hand{.pressed = {}, .focused = {}, .focus_shows = true};
  Narrator narrator;
  Ears ears = Ears::Everybody;
  Listener() {
    visit.at.screen = visit::Screen::IdeaWrite;
    visit.reading.on = true;
  }
  Lines hears(const ui::Tree& tree) {
    return lines(narrator.attend({visit, tree, hand, {words, dutch, ears}}));
  }
};

}  // namespace

TEST_CASE("a thing is said as label, role, state and what else stands on it") {
  auto tile =
      drawing(drawing(a_node("idea", Role::Button, "Geef uw idee"), "Geef uw idee"), "Uw naam hoeft niet.");
  CHECK(said(tile) == "Geef uw idee, knop. Uw naam hoeft niet.");
  auto chip = a_node("chip", Role::Option, "Groen");
  CHECK(said(chip) == "Groen, keuze.");
  chip.state.selected = true;
  CHECK(said(chip) == "Groen, gekozen.");
  auto next = a_node("next", Role::Button, "Verder");
  next.state.disabled = true;
  CHECK(said(next) == "Verder, knop, niet beschikbaar.");
  CHECK(said(a_node("line", Role::Decoration, "streep")).empty());
  CHECK(said(a_node("text", Role::Text, "Open tot 17.30 uur · Noord")) == "Open tot 17 uur 30, Noord.");
}

TEST_CASE("hours are said as people say them") {
  CHECK(speech::pronounced("9.00 tot 12.30 uur", "nl") == "9 uur tot 12 uur 30");
  CHECK(speech::pronounced("23.000 inwoners, 14.5 hectare", "nl") == "23.000 inwoners, 14.5 hectare");
  CHECK(speech::pronounced("9.00 am", "en") == "9.00 am");
}

TEST_CASE("a screen is read from its title on, in reading order, each thing once") {
  const auto tree =
      a_screen({a_node("header/place", Role::Text, "Wijkpunt Noord"),
                a_node("body/title", Role::Heading, "Wat wilt u doen?"),
                a_node("body/idea", Role::Button, "Geef uw idee"), a_node("body/line", Role::Decoration, "x"),
                a_node("body/key-0", Role::Key, "q"), a_node("body/key-1", Role::Key, "w")});
  CHECK(lines(speech::say_page(tree, {words, dutch})) ==
        Lines{"Wat wilt u doen?", "Geef uw idee, knop.", "Toetsenbord."});
}

TEST_CASE("nobody is read to for longer than they listen") {
  std::vector<Node> many;
  for (int i = 0; i < 500; ++i)
    many.push_back(
        a_node(std::to_string(i), Role::Text, "Dit is regel " + std::to_string(i) + " van een lange lijst"));
  std::size_t bytes = 0;
  for (const auto& line : lines(speech::say_page(a_screen(std::move(many)), {words, dutch})))
    bytes += line.size();
  CHECK(bytes <= speech::most_spoken + 100);
  CHECK(bytes > speech::most_spoken - 100);
}

TEST_CASE("a Dutch text on an English screen is read by the Dutch voice, without saying so each time") {
  auto card = a_node("card", Role::Button, "More benches");
  card = drawing(drawing(std::move(card), "More benches", "en"), "Meer banken in het park", "nl");
  card = drawing(std::move(card), "alleen in het Nederlands", "en");
  const model::Lang english = "en";
  const auto utterance = speech::say_node(card, {words, english});
  REQUIRE(utterance.runs.size() == 2);
  CHECK(utterance.runs[0] == speech::Run{"More benches, knop.", "en"});
  CHECK(utterance.runs[1] == speech::Run{"Meer banken in het park.", "nl"});
}

TEST_CASE("a code is said letter by letter, with a breath in the middle") {
  CHECK(speech::pronounced("K7QM3-TXB2F", "nl") == "K, 7, Q, M, 3. T, X, B, 2, F");
  CHECK(speech::pronounced("uw code K7QM3-TXB2F, en BSN", "en") ==
        "uw code K, 7, Q, M, 3. T, X, B, 2, F, en BSN");
  CHECK(speech::pronounced("Besluit 12345-6", "nl") == "Besluit 12345-6");
}

TEST_CASE("the label above a field is the name of the field, and said once") {
  auto label = a_node("label", Role::Text, "Dit is uw idee");
  auto field = a_node("field", Role::TextField, "Dit is uw idee");
  field.value = "Een bankje";
  CHECK(lines(speech::say_page(a_screen({label, field}), {words, dutch}))[1] ==
        "Dit is uw idee, tekstvak. Een bankje.");
}

TEST_CASE("typed text is never said where others can hear it") {
  auto field = a_node("field", Role::TextField, "Uw idee");
  field.value = "Een bankje";
  field.typed_bytes = field.value.size();
  field = drawing(drawing(std::move(field), "Een bankje"), "nog 990 tekens");
  CHECK(said(field) == "Uw idee, tekstvak. Hier staat uw tekst. nog 990 tekens.");
  CHECK(said(field, Ears::Headphones) == "Uw idee, tekstvak. Een bankje. nog 990 tekens.");
  auto slots = a_node("code", Role::TextField, "Code");
  slots.value = "K7QM3";
  slots.typed_bytes = 5;
  for (const char* letter : {"K", "7", "Q", "M", "3"}) slots = drawing(std::move(slots), letter);
  slots.value = "K7QM3";
  CHECK(said(slots) == "Code, tekstvak. Hier staat uw tekst.");
}

TEST_CASE("a new screen is read whole and ends with where the keys are") {
  Listener listener;
  listener.hand.focused = "home/idea";
  const auto tree =
      a_screen({a_node("idea", Role::Button, "Geef uw idee"), a_node("map", Role::Button, "Kaart")});
  CHECK(listener.hears(tree) ==
        Lines{"Wat wilt u doen?", "Geef uw idee, knop.", "Kaart, knop.", "U bent bij: Geef uw idee, knop."});
  CHECK(listener.hears(tree).empty());
  listener.hand.focused = "home/map";
  CHECK(listener.hears(tree) == Lines{"Kaart, knop."});
}

TEST_CASE("a choice that is made is said to be made") {
  Listener listener;
  listener.hand.focused = "home/green";
  auto chip = a_node("green", Role::Option, "Groen");
  (void)listener.hears(a_screen({chip}));
  chip.state.selected = true;
  CHECK(listener.hears(a_screen({chip})) == Lines{"Groen, gekozen."});
}

TEST_CASE("letters are echoed through headphones, and whole words at the space") {
  Listener listener;
  listener.ears = Ears::Headphones;
  listener.hand.focused = "home/key";
  const auto tree = a_screen({a_node("key", Role::Key, "e")});
  (void)listener.hears(tree);
  const auto types = [&](std::string_view text) {
    listener.visit.draft.text.insert(text, 100);
    return listener.hears(tree);
  };
  CHECK(types("e") == Lines{"e"});
  CHECK(types("en") == Lines{"en"});
  CHECK(types(" ") == Lines{"een"});
  listener.visit.draft.text.erase();
  listener.visit.draft.text.erase();
  CHECK(listener.hears(tree) == Lines{"gewist: n "});
}

TEST_CASE("without headphones typing is silent, the keys under the arrows are not") {
  Listener listener;
  const auto tree = a_screen({a_node("key", Role::Key, "e"), a_node("space", Role::Key, "spatie")});
  listener.hand.focused = "home/key";
  (void)listener.hears(tree);
  listener.visit.draft.text.insert("e", 100);
  CHECK(listener.hears(tree).empty());
  listener.hand.focused = "home/space";
  CHECK(listener.hears(tree) == Lines{"spatie."});
  listener.hand = {.pressed = {}, .focused = "home/key", .focus_shows = false};  // a finger typed it
  CHECK(listener.hears(tree).empty());
}

TEST_CASE("the digits of a PIN are not read to the waiting room") {
  Listener listener;
  listener.visit.at.screen = visit::Screen::Pin;
  const auto tree = a_screen({a_node("one", Role::Key, "1"), a_node("two", Role::Key, "2")});
  listener.hand.focused = "home/one";
  (void)listener.hears(tree);
  listener.hand.focused = "home/two";
  CHECK(listener.hears(tree).empty());
}

TEST_CASE("a message is said as soon as it appears, and once") {
  Listener listener;
  (void)listener.hears(a_screen({}));
  const auto tree = a_screen({a_node("problem", Role::Notice, "De schijf is vol.")});
  CHECK(listener.hears(tree) == Lines{"De schijf is vol."});
  CHECK(listener.hears(tree).empty());
}

TEST_CASE("who types what a field does not take hears why, not what is in it") {
  Listener listener;
  auto field = a_node("field", Role::TextField, "Uw idee");
  field.value = "Een bankje";
  field.typed_bytes = field.value.size();
  field = drawing(drawing(std::move(field), "Een bankje"), "Dat teken kan hier niet.");
  (void)listener.hears(a_screen({field}));
  listener.visit.typing_trouble = visit::TypingTrouble::WrongCharacter;
  CHECK(listener.hears(a_screen({field})) == Lines{"Dat teken kan hier niet."});
}

TEST_CASE("over a question only the question is read") {
  Listener listener;
  auto panel = a_node("panel", Role::Dialog, "Bent u er nog?");
  auto title = a_node("panel/title", Role::Heading, "Bent u er nog?");
  auto stay = a_node("panel/stay", Role::Button, "Ja, ik ben er nog");
  for (auto* node : {&panel, &title, &stay}) node->layer = ui::Layer::Dialog;
  const auto tree = a_screen({a_node("idea", Role::Button, "Geef uw idee"), panel, title, stay});
  CHECK(listener.hears(tree) == Lines{"Bent u er nog?", "Ja, ik ben er nog, knop."});
}

TEST_CASE("nothing is said while reading is off, and in a language without a voice") {
  Listener listener;
  listener.visit.reading.on = false;
  CHECK(listener.hears(a_screen({})).empty());
  listener.visit.reading.on = true;
  const model::Lang tigrinya = "ti";
  CHECK(listener.narrator.attend({listener.visit, a_screen({}, "ሰላም"), listener.hand, {words, tigrinya}})
            .empty());
}

TEST_CASE("the recording voice takes as long as a real one") {
  test::VirtualClock clock(test::at("2026-11-23T13:00:00Z"));
  speech::Recorder voice(clock);
  REQUIRE(voice.say({{{{"Geef uw idee, knop.", "nl"}}}}, {}));
  CHECK(voice.speaking());
  clock.advance(std::chrono::seconds(3));
  CHECK_FALSE(voice.speaking());
}

TEST_CASE("the voice gets markup in which no visitor can write commands") {
  CHECK(speech::to_ssml({{{{"Jan & <b>Piet</b>\x01", "nl"}, {"hello", "en"}, {"ሰላም", "ti"}}}}) ==
        "<speak><voice xml:lang=\"nl\">Jan &amp; &lt;b&gt;Piet&lt;/b&gt; </voice>"
        "<voice xml:lang=\"en-gb\">hello</voice><break time=\"250ms\"/></speak>");
}

namespace {

// A program in the place of espeak-ng, which writes down what it was given.
std::string a_program(const test::TemporaryFolder& folder, const std::string& body) {
  const auto file = folder.path() / "voice";
  std::ofstream(file) << "#!/bin/sh\n" << body;
  ::chmod(file.c_str(), 0700);
  return file.string();
}

std::string read_file(const std::string& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

void until_silent(speech::EspeakSpeaker& voice) {
  while (voice.speaking()) std::this_thread::yield();
}

}  // namespace

TEST_CASE("text goes to the voice over its standard input, never as an argument") {
  const test::TemporaryFolder folder;
  const auto file = [&](const char* name) { return (folder.path() / name).string(); };
  speech::EspeakSpeaker voice(
      {a_program(folder, "echo \"$@\" >" + file("arguments") + "\ncat >" + file("text") + "\n")});
  REQUIRE(voice.say({{{{"mijn geheim", "nl"}}}}, {4, visit::Pace::Slow}));
  until_silent(voice);
  CHECK(read_file(file("arguments")) == "-m --stdin -a 130 -s 130\n");
  CHECK(read_file(file("text")).find("mijn geheim") != std::string::npos);
}

TEST_CASE("the voice is silenced at once, and a child that is gone does no harm") {
  const test::TemporaryFolder folder;
  speech::EspeakSpeaker slow({a_program(folder, "exec tail -f /dev/null\n")});
  REQUIRE(slow.say({{{{"een", "nl"}}}}, {}));
  CHECK(slow.speaking());
  slow.hush();
  CHECK_FALSE(slow.speaking());
  speech::EspeakSpeaker gone({"/bin/true"});
  for (int i = 0; i < 20; ++i) (void)gone.say({{{{"een", "nl"}}}}, {});
  until_silent(gone);
  speech::EspeakSpeaker missing({"/nergens/espeak-ng"});
  const auto answer = missing.say({{{{"een", "nl"}}}}, {});
  REQUIRE_FALSE(answer);
  CHECK(answer.error().code == base::ErrorCode::Unavailable);
  CHECK(answer.error().message.find("/nergens/espeak-ng") != std::string::npos);
}

TEST_CASE("every voice that is promised is there") {
  for (const auto* lang : {"nl", "en", "tr", "pl", "uk", "ar", "pap"}) {
    INFO(lang);
    REQUIRE(speech::voice_of(lang));
    // Exits with an error when it does not know the voice.
    const std::string command = "espeak-ng -q -v " + std::string(*speech::voice_of(lang)) + " </dev/null";
    CHECK(std::system(command.c_str()) == 0);
  }
  CHECK_FALSE(speech::voice_of("ti"));
}
