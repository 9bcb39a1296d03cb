// The first page: what waits, and how things go, in numbers and drawings that also stand in tables.
#include "sync/central/alerts.h"
#include "sync/desk/chart.h"
#include "sync/desk/names.h"
#include "sync/desk/pages.h"
#include "sync/desk/parts.h"
#include "sync/desk/shelf.h"

namespace wv::desk {
namespace {

constexpr std::size_t most_bars = 10;

enum class Tone { Calm, Urgent };

struct Words {
  std::string one, many;
};

Html figure(std::size_t count, const Words& words, std::string address, Tone tone) {
  return el(
      "li", {},
      {el("a", {{"href", std::move(address)}, {"class", tone == Tone::Urgent && count > 0 ? "look" : "calm"}},
          {el("strong", {}, {std::to_string(count)}),
           Html(" ") + Html(count == 1 ? words.one : words.many)})});
}

std::size_t kiosks_to_look_at(const std::vector<central::Kiosk>& kiosks, base::Instant now) {
  return static_cast<std::size_t>(std::ranges::count_if(kiosks, [&](const central::Kiosk& kiosk) {
    if (kiosk.state == central::KioskState::Blocked) return true;
    if (kiosk.state != central::KioskState::Active) return false;
    return !kiosk.last_error.empty() || !kiosk.self_test_faults.empty() || !kiosk.last_seen ||
           now - *kiosk.last_seen > central::AlertLimits{}.silent;
  }));
}

std::vector<Bar> weeks(const IdeaNumbers& numbers, base::Instant now) {
  std::vector<Bar> bars;
  for (std::size_t i = 0; i < numbers.by_week.size(); ++i) {
    const auto back = std::chrono::weeks(numbers.by_week.size() - 1 - i);
    const base::Day day{std::chrono::floor<std::chrono::days>(now - back)};
    bars.push_back({std::to_string(unsigned(day.day())) + "/" + std::to_string(unsigned(day.month())),
                    numbers.by_week[i]});
  }
  return bars;
}

template <class NameOf>
std::vector<Bar> most_first(const std::map<std::string, std::size_t>& counts, NameOf name_of) {
  std::vector<Bar> bars;
  for (const auto& [id, count] : counts) bars.push_back({name_of(id), count});
  std::ranges::stable_sort(bars, std::greater{}, &Bar::value);
  if (bars.size() > most_bars) bars.resize(most_bars);
  return bars;
}

}  // namespace

Page overview(const Visit& visit) {
  const auto numbers = visit.world.shelf.numbers(visit.now);
  if (!numbers) return trouble_of(numbers.error());
  const auto kiosks = visit.world.store.kiosks();
  if (!kiosks) return trouble_of(kiosks.error());
  const auto names = published_names(visit.world.files, visit.world.repository.published());
  Page page;
  page.title = "Overzicht";
  page.main = heading(page.title);
  page.main +=
      el("ul", {{"class", "numbers"}},
         {figure(numbers->to_do, {"idee wacht op u", "ideeën wachten op u"}, "/beheer/ideeen", Tone::Urgent),
          figure(numbers->too_long, {"wacht te lang", "wachten te lang"}, "/beheer/ideeen?wacht=lang",
                 Tone::Urgent),
          figure(numbers->this_week, {"kwam deze week", "kwamen deze week"}, "/beheer/ideeen?status=alle",
                 Tone::Calm),
          figure(kiosks_to_look_at(*kiosks, visit.now), {"kiosk vraagt aandacht", "kiosken vragen aandacht"},
                 "/beheer/kiosken", Tone::Urgent)});
  page.main += columns_chart("Ideeën per week", weeks(*numbers, visit.now));
  page.main += el("div", {{"class", "grid"}},
                  {bars_chart("Ideeën per thema",
                              most_first(numbers->by_theme, [&](const auto& id) { return names.theme(id); })),
                   bars_chart("Ideeën per gebied",
                              most_first(numbers->by_area, [&](const auto& id) { return names.area(id); }))});
  return page;
}

Page sign_out(const Visit& visit) {
  if (const auto done = visit.world.gate.sign_out({visit.account, visit.form_token, visit.session}); !done)
    return trouble_of(done.error());
  auto page = Page::go_to("/beheer/aanmelden");
  page.signs_out = true;
  return page;
}

}  // namespace wv::desk
