// The frame that never moves: where you are, whether it is open, what must be said about the content, and the
// bar.
#include "kiosk/screens/content_words.h"
#include "kiosk/screens/opening_view.h"
#include "kiosk/screens/scene.h"

namespace wv::screens {
namespace {

using visit::Overlay;
using visit::Screen;

std::vector<BarButton> bar(const Scene& scene) {
  const auto& say = scene.say;
  const auto& visit = scene.visit;
  const auto menu = [&](Overlay overlay) { return visit::ShowOverlay{overlay}; };
  const auto open = [&](Overlay overlay) { return visit.overlay == overlay; };
  return {
      {BarItem::Restart, "restart", say("bar.restart"), say("bar.restart.spoken"), visit::StartAgain{}},
      {BarItem::Back, "back", say("bar.back"), say("bar.back.spoken"), visit::Back{},
       visit::can_go_back(visit)},
      {BarItem::Language, "language", say("bar.language"), say("bar.language.spoken"),
       menu(Overlay::Language), true, open(Overlay::Language)},
      {BarItem::TextSize, "text-size", say("bar.size"), say("bar.size.spoken"), menu(Overlay::TextSize), true,
       open(Overlay::TextSize)},
      {BarItem::Contrast, "contrast", say("bar.contrast"), say("bar.contrast.spoken"),
       menu(Overlay::Contrast), true, open(Overlay::Contrast)},
      {BarItem::ReadAloud, "speak", say("bar.speak"), say("bar.speak.spoken"), visit::ReadAloud{},
       scene.around.can_read_aloud, visit.reading.on},
      {BarItem::Reach, "reach", say("bar.reach"), say("bar.reach.spoken"), visit::ToggleReach{},
       scene.around.rules.reach != visit::ReachHelp::Impossible, visit.reach},
      {BarItem::Help, "help", say("bar.help"), say("bar.help.spoken"), visit::Open{Screen::Help},
       visit.at.screen != Screen::Help},
  };
}

bool shows_content(Screen screen) {
  switch (screen) {
    case Screen::Home:
    case Screen::Agenda:
    case Screen::Areas:
    case Screen::Challenge:
    case Screen::Activities:
    case Screen::Activity:
    case Screen::Map:
    case Screen::Team:
    case Screen::Vision:
    case Screen::Plan:
    case Screen::News:
    case Screen::NewsItem:
    case Screen::Ideas:
    case Screen::Idea:
      return true;
    default:
      return false;
  }
}

// Only where the words on the screen are those of another area.
std::optional<Frame::Elsewhere> elsewhere(const Scene& scene) {
  const auto* area = scene.area();
  const auto* own = scene.content.area({});
  if (!shows_content(scene.visit.at.screen) || !area || !own || area == own) return std::nullopt;
  const auto& say = scene.say;
  return Frame::Elsewhere{
      say("elsewhere.text", {{"area", say.content(area->name).text}}),
      {say("elsewhere.own", {{"area", say.content(own->name).text}}), visit::OwnArea{}, true, {}, "here"}};
}

std::vector<Notice> notices(const Scene& scene) {
  std::vector<Notice> found;
  if (scene.visit.tomorrow)
    found.push_back({scene.say("staff.tomorrow", {{"date", scene.say.date(scene.around.now.day)}}), Tint::Sun,
                     "calendar-clock"});
  // Beside the other notes: what people come for is not pushed off the page.
  if (scene.visit.at.screen == Screen::Home && !scene.around.notice.empty())
    found.push_back({{scene.around.notice, "nl"}, Tint::Sky, "info"});
  if (!shows_content(scene.visit.at.screen)) return found;
  if (!scene.content.municipality) {
    found.push_back({scene.say("notice.no-content"), Tint::Brick, "alert"});
    return found;
  }
  if (scene.content.valid_until && *scene.content.valid_until < scene.around.instant) {
    const auto made = local_at(scene.content.made_at.value_or(*scene.content.valid_until), scene.around.now);
    found.push_back({scene.say("notice.old", {{"date", scene.say.full_date(made.day)}}), Tint::Sun, "clock"});
  }
  const auto* area = scene.area();
  const Words note = area && !area->official_note.empty()
                         ? scene.say.content(area->official_note)
                         : scene.say.content(scene.content.municipality->content_note);
  if (!note.empty()) found.push_back({note, Tint::Sky, "info"});
  return found;
}

}  // namespace

Frame frame_view(const Scene& scene) {
  Frame frame;
  frame.place = scene.say.name(scene.around.place_name);
  if (const auto* own = scene.content.area({})) {
    const std::string area = scene.say.content(own->name).text;
    const std::string city = scene.say.content(scene.content.municipality->name).text;
    frame.area = scene.say.name(area == city ? city : city + " · " + area);
    if (const auto* place = place_at(own, scene.around.place)) {
      frame.opening = opening_now(place->hours, scene.around.now, scene.say);
    }
  }
  frame.notices = notices(scene);
  frame.elsewhere = elsewhere(scene);
  frame.bar = bar(scene);
  frame.scroll_up = scene.say("scroll.up");
  frame.scroll_down = scene.say("scroll.down");
  frame.fallback_mark = scene.say("fallback.mark");
  return frame;
}

}  // namespace wv::screens
