// Previews are walked, not invented: the actions of a visitor through the real step(), with answers put in by
// hand.
#include "kiosk/app/previews.h"

#include <algorithm>

#include "sync/base/utf8.h"

namespace wv::app {

namespace {

using namespace visit;
using Walk = std::vector<Action>;

constexpr const char* idea_text =
    "Een bankje bij de speeltuin, zodat opa’s en oma’s ook kunnen blijven zitten.";

Walk operator+(Walk walk, const Walk& more) {
  walk.insert(walk.end(), more.begin(), more.end());
  return walk;
}

// The challenge with most to show: what fits it fits all.
model::ChallengeId fullest_challenge(const store::Content& content) {
  const auto* area = content.area({});
  if (!area) return {};
  model::ChallengeId fullest;
  std::ptrdiff_t most = -1;
  for (const auto& agenda : area->agendas)
    for (const auto& challenge : agenda.challenges) {
      const auto actions = std::ranges::count(agenda.actions, challenge.id, &model::Action::challenge);
      if (actions <= most) continue;
      most = actions;
      fullest = challenge.id;
    }
  return fullest;
}

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

std::optional<model::ThemeId> first_theme(const store::Content& content) {
  if (!content.municipality || content.municipality->themes.empty()) return std::nullopt;
  return content.municipality->themes.front().id;
}

class Album {
 public:
  Album(base::Millis now, const Rules& rules) : now_(now), rules_(rules) {}

  Preview& add(std::string name, const Walk& walk, base::Millis silence = base::Millis{0}) {
    Visit visit;
    for (const auto& action : walk) visit = step(std::move(visit), action, now_ - silence, rules_).visit;
    // Silence comes in ticks, as in life: the question follows the veil.
    if (silence > base::Millis{0}) {
      for (auto at = now_ - silence; at <= now_; at += base::Millis{500})
        visit = step(std::move(visit), Tick{}, at, rules_).visit;
    }
    pages_.push_back({.name = std::move(name), .visit = std::move(visit), .report = {}});
    return pages_.back();
  }
  std::vector<Preview> pages() && { return std::move(pages_); }

 private:
  base::Millis now_;
  const Rules& rules_;
  std::vector<Preview> pages_;
};

void reading(Album& album, const store::Content& content, const Walk& home) {
  album.add("attract", {});
  album.add("home", home);
  album.add("home-without-content", home).without_content = true;
  album.add("agenda", home + Walk{Open{Screen::Agenda}});
  album.add("agenda-without-content", home + Walk{Open{Screen::Agenda}}).without_content = true;
  if (const auto theme = first_theme(content))
    album.add("agenda-filtered", home + Walk{Open{Screen::Agenda}, FilterTheme{theme}});
  album.add("areas", home + Walk{Open{Screen::Areas}});
  album.add("challenge", home + Walk{Open{Screen::Agenda}, OpenChallenge{fullest_challenge(content)}});
  album.add("challenge-gone", home + Walk{Open{Screen::Agenda}, OpenChallenge{{"bestaat-niet-meer"}}});
  album.add("help", home + Walk{Open{Screen::Help}});
  album.add("house-rules", home + Walk{Open{Screen::HouseRules}});
  album.add("privacy", home + Walk{Open{Screen::Privacy}});
  album.add("privacy-without-content", home + Walk{Open{Screen::Privacy}}).without_content = true;
  album.add("menu-language", home + Walk{ShowOverlay{Overlay::Language}});
  album.add("menu-text-size", home + Walk{ShowOverlay{Overlay::TextSize}});
  album.add("menu-contrast", home + Walk{ShowOverlay{Overlay::Contrast}});
  album.add("menu-all-in-reach", home + Walk{ShowOverlay{Overlay::AllInReach}});
  album.add("menu-read-aloud", home + Walk{ReadAloud{}, ReadAloud{}});
}

// An area of which nothing else is loaded counts as another one all the same.
model::AreaId another_area(const store::Content& content) {
  for (const auto& [id, area] : content.areas)
    if (id != content.own_area) return id;
  return {};
}

SearchAnswer some_hits(const store::Content& content) {
  const auto* area = content.area({});
  SearchAnswer answer;
  if (!area || area->agendas.empty()) return answer;
  const auto& agenda = area->agendas.front();
  const auto mark = [](std::string text) {
    const auto end = text.find(' ');
    return MarkedText{std::move(text), {{0, end}}};
  };
  const auto hit = [&](SearchHit::Kind kind, const model::Text& title, const model::Text& text) {
    answer.hits.push_back({kind,
                           area->id,
                           agenda.id,
                           std::to_string(answer.hits.size()),
                           {},
                           "nl",
                           mark(std::string(title.find("nl").text)),
                           {std::string(base::first_code_points(text.find("nl").text, 90)) + "…", {}}});
  };
  for (const auto& one : agenda.challenges) hit(SearchHit::Kind::Challenge, one.title, one.description);
  for (const auto& one : area->news) hit(SearchHit::Kind::News, one.title, one.body);
  for (const auto& one : area->events) hit(SearchHit::Kind::Event, one.title, one.description);
  return answer;
}

void reading_on(Album& album, const store::Content& content, const Walk& home) {
  const Walk plan = home + Walk{Open{Screen::Plan}};
  album.add("vision", home + Walk{Open{Screen::Vision}});
  album.add("vision-without-content", home + Walk{Open{Screen::Vision}}).without_content = true;
  album.add("plan", plan);
  album.add("plan-busy", plan + Walk{FilterStatus{model::ActionStatus::Busy}});
  if (const auto* area = content.area({});
      area && !area->agendas.empty() && !area->agendas.front().plans.empty())
    album.add("plan-of-a-year", plan + Walk{FilterPlan{area->agendas.front().plans.back().id}});
  album.add("plan-without-content", plan).without_content = true;
  const Walk news = home + Walk{Open{Screen::News}};
  album.add("news", news);
  if (const auto* area = content.area({}))
    for (const auto& item : area->news)
      album.add("news-item-" + item.id.value, news + Walk{OpenNews{item.id}});
  album.add("news-item-gone", news + Walk{OpenNews{{"bestaat-niet-meer"}}});
  const auto other = another_area(content);
  if (!other.empty()) {
    const Walk there = home + Walk{OpenArea{other}};
    album.add("agenda-elsewhere", there);
    album.add("vision-elsewhere", there + Walk{Open{Screen::Vision}});
    album.add("plan-elsewhere", there + Walk{Open{Screen::Plan}});
    album.add("news-elsewhere", there + Walk{Open{Screen::News}});
  }
}

void searching(Album& album, const store::Content& content, const Walk& home) {
  const Walk empty = home + Walk{Open{Screen::Search}};
  const Walk asked = empty + Walk{TypeText{"meer groen"}, LookUp{}};
  album.add("search", empty);
  album.add("search-one-letter", empty + Walk{TypeText{"b"}});
  album.add("search-typing", asked + Walk{some_hits(content), TypeOn{}});
  album.add("search-results", asked + Walk{some_hits(content)});
  album.add("search-nothing", asked + Walk{SearchAnswer{}, TypeOn{}});
  album.add("search-unavailable", asked + Walk{SearchAnswer{.available = false}});
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

// The activity with most to say, whenever it is.
const model::Event* fullest_event(const store::Content& content, bool cancelled) {
  const auto* area = content.area({});
  if (!area) return nullptr;
  const model::Event* fullest = nullptr;
  std::size_t most = 0;
  for (const auto& event : area->events) {
    const auto length = event.description.find("nl").text.size() + (event.rrule.empty() ? 1 : 200);
    if (event.cancelled != cancelled || length <= most) continue;
    most = length;
    fullest = &event;
  }
  return fullest;
}

void placing(Album& album, const store::Content& content, const Walk& home) {
  const Walk activities = home + Walk{Open{Screen::Activities}};
  using When = EventFilter::When;
  album.add("activities", activities);
  album.add("activities-today", activities + Walk{FilterEvents{{.when = When::Today}}});
  album.add("activities-all", activities + Walk{FilterEvents{{.when = When::All}}});
  album.add("activities-none",
            activities + Walk{FilterEvents{{.when = When::Today, .theme = model::ThemeId{"bestaat-niet"}}}});
  album.add("activities-without-content", activities).without_content = true;
  for (const auto& [name, cancelled] : {std::pair{"activity", false}, {"activity-cancelled", true}}) {
    if (const auto* event = fullest_event(content, cancelled))
      album.add(name, activities + Walk{OpenEvent{event->id, {}}});
  }
  album.add("activity-gone", activities + Walk{OpenEvent{model::EventId{"bestaat-niet"}, {}}});
  const Walk map = home + Walk{Open{Screen::Map}};
  album.add("map", map);
  if (content.municipality && !content.municipality->areas.empty())
    album.add("map-elsewhere", map + Walk{PointAtArea{content.municipality->areas.back().id}});
  album.add("map-without-outlines", map).without_map = true;
  album.add("map-without-content", map).without_content = true;
  album.add("team", home + Walk{Open{Screen::Team}});
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

store::Report healthy(base::Instant then) {
  store::Report report;
  report.enrolled = true;
  report.content_version = 1772330400;
  report.content_made_at = then;
  report.content_valid_until = then + std::chrono::hours(24 * 30);
  report.round = {then, then + std::chrono::seconds(2), "goed"};
  report.ideas_confirmed = 3;
  report.free_bytes = 21'000'000'000;
  report.has_sound = true;
  report.screen = "1080 × 1920, 268 × 476 mm";
  return report;
}

store::Report ailing(base::Instant then) {
  auto report = healthy(then);
  using store::Gravity;
  report.messages = {{"verbinding", Gravity::Fault, "portaal", then, "Het netwerk vraagt om in te loggen."},
                     {"inhoud", Gravity::Attention, "verlopen", then, ""},
                     {"aflevering", Gravity::Attention, "wacht", then, ""},
                     {"klok", Gravity::Attention, "wijkt-af", then, ""}};
  report.round->outcome = "portaal";
  report.ideas_waiting = 12;
  report.quarantine = {{"019a5e3c-7d10-7c3a-9f0e-5b8f7c1d2e3f", "tekst te lang"}};
  report.free_bytes = 40'000'000;
  report.has_sound = false;
  report.trouble = {"instellingen.toml:4: rust_na_s: 20 is te kort; kies 60 tot 300"};
  return report;
}

void minding(Album& album, const Walk& home, base::Instant then) {
  const Walk door = home + Walk{OpenStaffDoor{}};
  const Walk tried = door + Walk{TypeText{"1234"}, TryPin{}};
  album.add("pin", door);
  album.add("pin-typed", door + Walk{TypeText{"1234"}});
  album.add("pin-wrong", tried + Walk{PinRefused{3, {}, false}});
  album.add("pin-locked", tried + Walk{PinRefused{0, std::chrono::hours(1000), false}});
  album.add("pin-none", tried + Walk{PinRefused{0, {}, true}});
  const Walk inside = tried + Walk{PinAccepted{}};
  album.add("readiness", inside).report = healthy(then);
  album.add("readiness-troubled", inside).report = ailing(then);
  album.add("readiness-syncing", inside + Walk{AskSync{}}).report = healthy(then);
  auto& fresh = album.add("readiness-not-enrolled", inside);
  fresh.without_content = true;
}

}  // namespace

Effects wanted_by_previews(const store::Content& content) {
  if (!content.municipality) return {};
  for (const auto& area : content.municipality->areas)
    if (area.id != content.own_area) return {LoadArea{area.id}};
  return {};
}

std::vector<Preview> previews(const store::Content& content, base::Millis now, const Rules& rules) {
  const Walk home = {BeginVisit{}};
  const auto then = content.made_at.value_or(base::Instant{});
  Album album(now, rules);
  reading(album, content, home);
  reading_on(album, content, home);
  searching(album, content, home);
  placing(album, content, home);
  neighbours(album, content, home, then);
  giving(album, content, home, rules);
  following(album, home, then);
  minding(album, home, then);
  return std::move(album).pages();
}

}  // namespace wv::app
