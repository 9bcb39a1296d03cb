// Content as it should not be: a screen stays whole and can be read, however long, empty or half translated
// it is.
#include "kiosk/ui/audit.h"
#include "tests/support/drawing.h"
#include "tests/support/seeing.h"

using namespace wv;
using namespace wv::screens;
using namespace wv::visit;
using test::a_visitor;
using test::Visitor;

namespace {

// 400 characters of ordinary words, with a compound as long as Dutch has them.
std::string at_length() {
  std::string text;
  while (text.size() < 400) text += "Wijkbewonersparticipatieprocesbegeleiding met bomen en bankjes ";
  text.resize(399);
  return text + ".";
}

model::AreaContent overlong() {
  const auto endless = test::dutch(at_length());  // in Dutch only: everybody else gets it marked
  auto area = test::area_noord();
  auto& agenda = area.agendas.front();
  agenda.title = endless;
  agenda.source_url = "https://voorbeeld.example/" + std::string(300, 'a');
  agenda.vision = model::Vision{2025, 2035, endless, {endless, endless}};
  agenda.plans = {{model::PlanId{"p1"}, endless, {}}, {model::PlanId{"p2"}, endless, {}}};
  for (auto& challenge : agenda.challenges) challenge.title = endless;
  for (auto& action : agenda.actions) {
    action.title = endless;
    action.status_as_written = endless;
  }
  model::NewsItem item;
  item.id = model::NewsId{"n"};
  item.on = test::day(2026, 11, 1);
  item.title = endless;
  item.body = endless;
  item.react_until = test::day(2026, 12, 1);
  item.decision_body = item.decision_number = at_length();
  area.news = {item};
  return area;
}

store::Content content_of(model::AreaContent area) {
  auto content = test::a_town();
  content.areas[model::AreaId{"noord"}] = std::make_shared<const model::AreaContent>(area);
  area.id = model::AreaId{"west"};
  area.name = test::dutch("West");
  content.areas[area.id] = std::make_shared<const model::AreaContent>(area);
  return content;
}

std::vector<Visitor> readers() {
  SearchHit hit;
  hit.area = model::AreaId{"west"};
  hit.lang = "nl";
  hit.title = {at_length(), {{0, 41}, {350, 9999}}};  // a mark that runs out of the text
  hit.snippet = {at_length(), {{50, 55}, {44, 46}}};
  std::vector<Visitor> all;
  for (const Screen screen : {Screen::Home, Screen::Agenda, Screen::Vision, Screen::Plan, Screen::News})
    for (const auto* area : {"noord", "west"})
      all.push_back(a_visitor().does(OpenArea{model::AreaId{area}}).does(Open{screen}));
  all.push_back(a_visitor().does(OpenNews{model::NewsId{"n"}}));
  Visitor searcher = a_visitor().does(Open{Screen::Search});
  searcher.types("wijkbewonersparticipatieprocesbegeleiding bomen").does(LookUp{});
  searcher.does(SearchAnswer{true, {hit, hit}, false});
  all.push_back(searcher);
  all.push_back(searcher.does(TypeOn{}));
  return all;
}

void read_all(const store::Content& content) {
  test::Drawing drawing;
  for (const auto& panel : {test::portrait(), test::landscape()})
    for (const auto* lang : {"nl", "en"})
      for (const auto size : {TextSize::Normal, TextSize::Largest})
        for (Visitor reader : readers()) {
          reader.visit.lang = lang;
          reader.visit.size = size;
          const View view = test::see(reader, content);
          const auto found =
              ui::audit(drawing.view(view, panel), screens::metrics_of(view, panel), view.name);
          for (const auto& violation : found) {
            INFO(violation.detail << ": measured " << violation.measured << ", wanted " << violation.wanted);
            FAIL_CHECK(view.name << ' ' << lang << ", size " << static_cast<int>(size) << ", "
                                 << (panel.pixels.width > panel.pixels.height ? "lying" : "upright") << ", "
                                 << violation.node << ": " << violation.rule);
          }
        }
}

}  // namespace

TEST_CASE("titles of four hundred characters in one language are read whole on every screen") {
  read_all(content_of(overlong()));
}

TEST_CASE("an area without an agenda, a vision or news leaves every screen whole") {
  model::AreaContent bare;
  bare.id = model::AreaId{"noord"};
  bare.name = test::dutch("Noord");
  read_all(content_of(bare));
  auto empty = overlong();
  empty.agendas.front().vision = model::Vision{};
  empty.agendas.front().actions.clear();
  empty.news.clear();
  read_all(content_of(empty));
}

TEST_CASE("what is only there in Dutch says so on an English screen") {
  Visitor visitor = a_visitor().does(Open{Screen::Vision});
  visitor.visit.lang = "en";
  const auto view = test::page<VisionView>(test::see(visitor, content_of(overlong())));
  CHECK(view.subtitle.fallback);
  CHECK(view.summary.back().words.fallback);
  CHECK(view.ambitions.front().fallback);
}
