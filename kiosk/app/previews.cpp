// Previews are walked, not invented: the actions of a visitor through the real step(), with answers put in by
// hand.
#include "kiosk/app/previews.h"

#include <algorithm>

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
    pages_.push_back({std::move(name), std::move(visit), false, {}});
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
  album.add("activities", home + Walk{Open{Screen::Activities}});
  album.add("team", home + Walk{Open{Screen::Team}});
  album.add("menu-language", home + Walk{ShowOverlay{Overlay::Language}});
  album.add("menu-text-size", home + Walk{ShowOverlay{Overlay::TextSize}});
  album.add("menu-contrast", home + Walk{ShowOverlay{Overlay::Contrast}});
}

void giving(Album& album, const store::Content& content, const Walk& home, const Rules& rules) {
  const Walk write = home + Walk{GiveIdea{}};
  const Walk typed = write + Walk{TypeText{idea_text}};
  album.add("idea-write-empty", write);
  album.add("idea-write", typed + Walk{ChooseTheme{first_theme(content)}});
  album.add("idea-write-about-challenge",
            home + Walk{GiveIdea{fullest_challenge(content)}, TypeText{idea_text}});
  album.add("idea-write-full", write + Walk{TypeText{std::string(990, 'a')}, TypeText{" en nog w"}});
  for (const auto& [name, layer] : {std::pair{"lower", KeyLayer::Lower},
                                    {"upper", KeyLayer::Upper},
                                    {"symbols", KeyLayer::Symbols},
                                    {"accents", KeyLayer::Accents}})
    album.add(std::string("idea-write-keys-") + name, typed + Walk{ShowKeys{layer}});
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

std::vector<Preview> previews(const store::Content& content, base::Millis now, const Rules& rules) {
  const Walk home = {BeginVisit{}};
  const auto then = content.made_at.value_or(base::Instant{});
  Album album(now, rules);
  reading(album, content, home);
  giving(album, content, home, rules);
  following(album, home, then);
  minding(album, home, then);
  return std::move(album).pages();
}

}  // namespace wv::app
