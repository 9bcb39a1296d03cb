// Ideas in all their states: giving one, following one, and those of the neighbours.
#include <algorithm>

#include "kiosk/app/album.h"

namespace wv::app {

using namespace visit;

namespace {

// Where most can be chosen, and one of what is there.
model::AreaId largest_area(const store::Content& content) {
  if (!content.municipality || content.municipality->areas.empty()) return {};
  return std::ranges::max(content.municipality->areas, {},
                          [](const auto& area) { return area.wijken.size(); })
      .id;
}
model::WijkCode some_wijk(const store::Content& content) {
  const auto* area = content.area({});
  return area && !area->wijken.empty() ? area->wijken.back() : model::WijkCode{};
}

// As long as a text can get.
std::string long_text() {
  std::string text;
  while (text.size() < 1100) text += "Een bankje bij de speeltuin is fijn voor iedereen. ";
  return text;
}

// Every layer, every layout, and what stands over the keys; a field with something selected.
void keys(Album& album, const Walk& typed) {
  const std::string at = "idea-write-keys-";
  album.add(at + "capitals", typed + Walk{PressShift{}, PressShift{}});
  album.add(at + "symbols", typed + Walk{ShowKeys{KeyLayer::Symbols}});
  album.add(at + "accents", typed + Walk{ShowKeys{KeyLayer::Accents}});
  album.add(at + "alphabet", typed + Walk{OrderKeys{KeyOrder::Alphabet}});
  album.add(at + "variants", typed + Walk{OfferVariants{"e"}});
  album.add(at + "layouts", typed + Walk{ChooseLayout{KeyLayout::Polish}, OfferLayouts{}});
  album.add(at + "selected", typed + Walk{MoveCaret{Caret::Before}, MoveCaret{Caret::Before}, SelectWord{}});
  for (const auto& [name, layout, text] : {std::tuple{"turkish", KeyLayout::Turkish, "Yeşil bir park"},
                                           {"polish", KeyLayout::Polish, "Więcej zieleni"},
                                           {"ukrainian", KeyLayout::Ukrainian, "Більше дерев"},
                                           {"arabic", KeyLayout::Arabic, "المزيد من الأشجار"},
                                           {"tigrinya", KeyLayout::Tigrinya, "ሰላም ለ"}}) {
    const Walk layout_walk = typed + Walk{EraseAll{}, ChooseLayout{layout}, TypeText{text}};
    album.add(at + name, layout_walk);
    album.add(at + name + "-alphabet", layout_walk + Walk{OrderKeys{KeyOrder::Alphabet}});
    album.add(at + name + "-accents", layout_walk + Walk{ShowKeys{KeyLayer::Accents}});
  }
}

IdeaRow listed(int number, std::string text, model::IdeaStatus status, std::int64_t supports,
               const std::optional<model::ThemeId>& theme, base::Day day) {
  return {"i" + std::to_string(number), std::move(text), day, status, theme, supports};
}

// As many statuses as there are, a long text, a short one and one in two paragraphs.
IdeasPage some_ideas(const store::Content& content, const IdeaFilter& filter, base::Day day) {
  using enum model::IdeaStatus;
  const auto theme = first_theme(content);
  IdeasPage page{filter, 0, 6, {}};
  page.rows = {
      listed(
          46,
          "Een bankje bij de speeltuin, zodat opa’s en oma’s ook kunnen blijven zitten. Nu staan ze de hele "
          "middag, of ze gaan weer naar huis. Graag een bankje met een leuning, in de schaduw van de bomen.",
          Published, 12, theme, day),
      listed(44, "Meer bloemen langs de singel.", InProgress, 3, theme, day),
      listed(41, "Een fietspad zonder hobbels.\nVooral bij het spoor.", OnAgenda, 1204, {}, day),
      listed(37, "Samen eten op donderdag in het wijkhuis.", BeingDone, 0, theme, day),
      listed(30, "Een kast om boeken te ruilen.", Done, 41, {}, day),
      listed(12, "Een zwembad op het plein.", NotTaken, 1, theme, day)};
  return page;
}

model::PublicIdea an_answered_idea(const store::Content& content, base::Day day) {
  using enum model::IdeaStatus;
  model::PublicIdea idea;
  idea.id = "i46";
  idea.text =
      "Een bankje bij de speeltuin, zodat opa’s en oma’s ook kunnen blijven zitten. Nu staan ze de hele "
      "middag, of "
      "ze gaan weer naar huis.";
  idea.on = day;
  idea.status = InProgress;
  idea.theme = first_theme(content);
  idea.area = content.own_area;
  idea.challenge = fullest_challenge(content);
  idea.supports = 12;
  idea.answer = {{{"nl", "Dank u wel. We kijken in het voorjaar samen met u waar een bankje past."}}};
  idea.answered_on = day;
  idea.steps = {{Published, day}, {InProgress, day}};
  return idea;
}

}  // namespace

void neighbours(Album& album, const store::Content& content, const Walk& home, base::Instant then) {
  const base::Day day(std::chrono::floor<std::chrono::days>(then));
  const Walk list = home + Walk{Open{Screen::Ideas}};
  album.add("ideas", list + Walk{some_ideas(content, {}, day)});
  album.add("ideas-empty", list + Walk{IdeasPage{}});
  album.add("ideas-without-content", list + Walk{IdeasPage{}}).without_content = true;
  const IdeaFilter done{.status = model::IdeaStatus::Done};
  album.add("ideas-filtered-empty", list + Walk{FilterIdeas{done}, IdeasPage{done, 0, 0, {}}});
  album.add("ideas-areas", list + Walk{some_ideas(content, {}, day), ShowOverlay{Overlay::IdeaArea}});
  const auto idea = an_answered_idea(content, day);
  const Walk open = list + Walk{some_ideas(content, {}, day), OpenIdea{idea.id}, IdeaLoaded{idea}};
  album.add("idea", open);
  album.add("idea-supported", open + Walk{GiveSupport{}, IdeaSupported{idea.id}});
  album.add("idea-not-supported", open + Walk{GiveSupport{}, IdeaNotSupported{idea.id}});
  album.add("idea-gone", list + Walk{OpenIdea{"i9"}, IdeaLoaded{}});
  album.add("idea-write-similar",
            home + Walk{GiveIdea{}, TypeText{idea_text}, SimilarIdeas{{{idea.id, idea.text}}}});
}

void giving(Album& album, const store::Content& content, const Walk& home, const Rules& rules) {
  const Walk write = home + Walk{GiveIdea{}};
  const Walk typed = write + Walk{TypeText{idea_text}};
  album.add("idea-write-empty", write);
  album.add("idea-write", typed + Walk{ChooseTheme{first_theme(content)}});
  album.add("idea-write-about-challenge",
            home + Walk{GiveIdea{fullest_challenge(content)}, TypeText{idea_text}});
  album.add("idea-write-full", write + Walk{TypeText{std::string(990, 'a')}, TypeText{" en nog w"}});
  keys(album, typed);
  album.add("idea-write-veiled", typed, rules.veil_after + base::Millis{1000});
  album.add("still-there", typed, rules.ask_after + base::Millis{2000});
  album.add("throw-away", typed + Walk{StartAgain{}});
  album.add("idea-write-themes", typed + Walk{ShowOverlay{Overlay::Themes}});
  album.add("idea-write-challenges", typed + Walk{ShowOverlay{Overlay::Challenges}});
  album.add("draft-to-phone", typed + Walk{ShowOverlay{Overlay::DraftToPhone}});
  album.add("draft-to-phone-long", write + Walk{TypeText{long_text()}, ShowOverlay{Overlay::DraftToPhone}});
  album.add("draft-to-phone-veiled", typed + Walk{ShowOverlay{Overlay::DraftToPhone}},
            rules.veil_after + base::Millis{1000});
  const Walk where = typed + Walk{Open{Screen::IdeaWhere}};
  album.add("idea-where", where);
  album.add("idea-where-wijk", where + Walk{ChooseWijk{some_wijk(content)}});
  album.add("idea-where-largest-area", where + Walk{ChooseArea{largest_area(content)}});
  album.add("idea-where-everywhere", where + Walk{ChooseEverywhere{}});
  const Walk contact = where + Walk{Open{Screen::IdeaContact}};
  album.add("idea-contact", contact);
  album.add("idea-contact-email",
            contact + Walk{ChooseChannel{ContactChannel::Email}, TypeText{"buur@voorbeeld.nl"}});
  album.add("idea-contact-email-incomplete",
            contact + Walk{ChooseChannel{ContactChannel::Email}, TypeText{"buur@"}});
  album.add("idea-contact-phone",
            contact + Walk{ChooseChannel{ContactChannel::Phone}, TypeText{"0612345678"}});
  const Walk check = contact + Walk{Open{Screen::IdeaCheck}};
  album.add("idea-check", check);
  album.add("idea-check-all", home + Walk{GiveIdea{fullest_challenge(content)}, TypeText{idea_text},
                                          ChooseTheme{first_theme(content)}, Open{Screen::IdeaWhere},
                                          ChooseWijk{some_wijk(content)}, Open{Screen::IdeaContact},
                                          ChooseChannel{ContactChannel::Phone}, TypeText{"0612345678"},
                                          Open{Screen::IdeaCheck}});
  album.add("idea-check-personal",
            write + Walk{TypeText{"Bel mij over het bankje: 06-12345678 of buur@voorbeeld.nl."},
                         Open{Screen::IdeaWhere}, Open{Screen::IdeaContact}, Open{Screen::IdeaCheck}});
  album.add("idea-check-assisted", check + Walk{ToggleAssisted{}});
  album.add("idea-check-veiled", check, rules.veil_after + base::Millis{1000});
  album.add("idea-check-busy", check + Walk{SendIdea{}});
  for (const auto& [name, reason] : {std::pair{"disk-full", NotKeptReason::DiskFull},
                                     {"too-many", NotKeptReason::TooMany},
                                     {"no-key", NotKeptReason::NoKey},
                                     {"fault", NotKeptReason::Fault}})
    album.add(std::string("idea-check-") + name, check + Walk{SendIdea{}, IdeaNotKept{reason}});
  album.add("idea-thanks",
            check + Walk{SendIdea{}, IdeaKept{"K7QM3-TXB2F", {"linde", "fiets", "brug", "mei"}}});
}

void following(Album& album, const Walk& home, base::Instant then) {
  const Walk entry = home + Walk{Open{Screen::CodeEntry}};
  const Walk asked = entry + Walk{TypeText{"K7QM3TXB2F"}, LookUp{}};
  using Kind = CodeAnswer::Kind;
  album.add("code-entry", entry);
  album.add("code-entry-half", entry + Walk{TypeText{"K7QM3"}});
  album.add("code-entry-words", entry + Walk{ChooseCodeMode{CodeMode::Words}, TypeText{"linde fiets"}});
  album.add("code-entry-mistyped", asked + Walk{CodeAnswer{Kind::Mistyped, {}}});
  for (const auto& [name, kind] : {std::pair{"unknown", Kind::Unknown},
                                   {"waiting", Kind::Waiting},
                                   {"sent", Kind::Sent},
                                   {"unavailable", Kind::Unavailable}})
    album.add(std::string("code-result-") + name, asked + Walk{CodeAnswer{kind, {}}});
  const model::Text words{
      {{"nl", "Dank u wel. We kijken in het voorjaar samen met u waar een bankje past."}}};
  CodeAnswer found{Kind::Found, {}};
  using enum model::IdeaStatus;
  for (const auto status : {Received, InModeration, Published, InProgress})
    found.steps.push_back({status, then, status == InProgress ? words : model::Text{}});
  album.add("code-result-found", asked + Walk{found});
  for (const auto& [name, status] :
       {std::pair{"not-shown", NotShown}, {"withdrawn", Withdrawn}, {"referred", Referred}}) {
    CodeAnswer told{Kind::Found, {}};
    told.steps = {{Received, then, {}, {}},
                  {status,
                   then,
                   {{{"nl",
                      "In uw idee staat de naam van een buurman. Wilt u het zonder die naam "
                      "nog een keer geven?"}}},
                   {}}};
    album.add(std::string("code-result-") + name, asked + Walk{told});
  }
  CodeAnswer merged{Kind::Found, {}, "i46"};
  merged.steps = {{Received, then, {}, {}}, {Merged, then, {}, "i46"}, {InProgress, then, words, {}}};
  album.add("code-result-merged", asked + Walk{merged});
}

}  // namespace wv::app
