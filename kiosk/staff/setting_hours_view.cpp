// The hours of this kiosk: a week of days, the parts of one day, and the days on which it stays dark.
#include <algorithm>

#include "kiosk/staff/setting_parts.h"
#include "sync/model/opening.h"

namespace wv::staff {
namespace {

using base::Json;
using screens::StaffCard;
using screens::Tint;
using screens::Words;
using std::chrono::minutes;
using Spans = std::vector<model::OpeningSpan>;

constexpr minutes quarter{15}, midnight{24 * 60};
constexpr model::OpeningSpan usual{minutes{9 * 60}, minutes{17 * 60}};
constexpr std::size_t most_spans = 3;  // as many as fit a page; more can be written in the file
constexpr int longest_closure = 60;    // days; longer ones can be written in the file

// None: as the place says.
std::optional<Spans> spans_of(const SettingBook& book, int weekday) {
  const auto* items = book.of(key::weekdays[static_cast<std::size_t>(weekday)]).value.items();
  if (!items) return std::nullopt;
  Spans spans;
  for (const auto& item : *items)
    if (const auto span = item.text() ? model::read_span(*item.text()) : std::nullopt) spans.push_back(*span);
  return spans;
}

visit::TrySettings as_change(int weekday, const Spans& spans) {
  Json list = Json::array();
  for (const auto& span : spans) list.push(model::to_text(span));
  return {{{key::weekdays[static_cast<std::size_t>(weekday)], std::move(list)}}};
}

Words day_words(const screens::Scene& scene, const std::optional<Spans>& spans) {
  const auto& say = scene.say;
  if (!spans) return say("staff.setting.day.place");
  if (spans->empty()) return say("staff.setting.day.closed");
  std::vector<std::string> parts;
  for (const auto& span : *spans) parts.push_back(say.span(span.from, span.to));
  return say.name(say.list(parts));
}

// One end of a part of the day; it moves by quarters and never over its neighbours.
screens::Dial end_dial(const screens::Scene& scene, const Spans& spans, std::size_t index, bool is_begin) {
  const auto& say = scene.say;
  const int weekday = scene.visit.weekday;
  const auto& span = spans[index];
  const minutes now = is_begin ? span.from : span.to;
  const minutes least = !is_begin ? span.from + quarter : index == 0 ? minutes{0} : spans[index - 1].to;
  const minutes most = is_begin                   ? span.to - quarter
                       : index + 1 < spans.size() ? spans[index + 1].from
                                                  : midnight;
  const auto moved = [&](minutes by) {
    Spans wanted = spans;
    (is_begin ? wanted[index].from : wanted[index].to) = std::clamp(now + by, least, std::max(least, most));
    return as_change(weekday, wanted);
  };
  return {.label = say("staff.setting.value"),
          .value = say.name(say.clock(now)),
          .less = {say("staff.setting.earlier"), moved(-quarter), now > least, {}, "minus"},
          .more = {say("staff.setting.later"), moved(quarter), now < most, {}, "plus"}};
}

StaffCard end_card(const screens::Scene& scene, const Spans& spans, std::size_t index, bool is_begin) {
  StaffCard card{is_begin ? "clock" : "clock-fast", Tint::Sky,
                 scene.say(is_begin ? "staff.setting.from" : "staff.setting.to")};
  card.dial = end_dial(scene, spans, index, is_begin);
  if (is_begin || spans.size() < 2) return card;
  Spans without = spans;
  without.erase(without.begin() + static_cast<std::ptrdiff_t>(index));
  card.buttons = {
      {scene.say("staff.setting.part.less"), as_change(scene.visit.weekday, without), true, {}, ""}};
  return card;
}

std::optional<model::OpeningSpan> room_for_more(const Spans& spans) {
  if (spans.size() >= most_spans) return std::nullopt;
  const minutes from = spans.empty() ? usual.from : spans.back().to + 2 * quarter;
  if (from + 2 * quarter > midnight) return std::nullopt;
  return model::OpeningSpan{from, spans.empty() ? usual.to : from + 2 * quarter};
}

// With one more closure, without the one at `skip`.
visit::TrySettings closures_change(const Json& now, std::optional<std::size_t> skip,
                                   std::optional<Json> more = {}) {
  Json list = Json::array();
  if (const auto* items = now.items())
    for (std::size_t i = 0; i < items->size(); ++i)
      if (i != skip) list.push((*items)[i]);
  if (more) list.push(*std::move(more));
  return {{{key::closures, std::move(list)}}};
}

}  // namespace

void week_page(const screens::Scene& scene, screens::StaffPageView& view) {
  const SettingBook book(scene);
  for (int weekday = 0; weekday < 7; ++weekday)
    view.rows.push_back({"calendar-clock",
                         Tint::Sky,
                         scene.say.name(screens::capital(scene.say.weekday(some_day(weekday)))),
                         day_words(scene, spans_of(book, weekday)),
                         {},
                         visit::OpenSetting{visit::SettingGroup::Day, weekday}});
}

void day_page(const screens::Scene& scene, screens::StaffPageView& view) {
  const auto& say = scene.say;
  const SettingBook book(scene);
  const int weekday = scene.visit.weekday;
  view.title = say.name(screens::capital(say.weekday(some_day(weekday))));
  const auto spans = spans_of(book, weekday);
  const bool closed = spans && spans->empty();
  view.rows = {option_row(say, say("staff.setting.day.open"), {}, spans && !closed,
                          as_change(weekday, closed || !spans ? Spans{usual} : *spans).changes),
               option_row(say, say("staff.setting.day.closed"), {}, closed, as_change(weekday, {}).changes)};
  if (!spans) return;
  for (std::size_t i = 0; i < spans->size(); ++i) {
    view.cards.push_back(end_card(scene, *spans, i, true));
    view.cards.push_back(end_card(scene, *spans, i, false));
  }
  if (const auto more = closed ? std::nullopt : room_for_more(*spans)) {
    Spans wanted = *spans;
    wanted.push_back(*more);
    view.rows.push_back({"plus",
                         Tint::Neutral,
                         say("staff.setting.part.more"),
                         say.name(say.span(more->from, more->to)),
                         {},
                         as_change(weekday, wanted)});
  }
}

void closures_page(const screens::Scene& scene, screens::StaffPageView& view) {
  const auto& say = scene.say;
  const SettingBook book(scene);
  const auto today = scene.around.now.day;
  const auto& now = book.of(key::closures).value;
  const auto picked = scene.visit.closure.value_or(visit::PointAtDays{today, 1});
  const auto first = std::max(picked.first, today);
  const auto until = base::Day{std::chrono::sys_days(first) + std::chrono::days{picked.days - 1}};
  const auto point = [&](int days_on, int days) {
    return visit::PointAtDays{base::Day{std::chrono::sys_days(first) + std::chrono::days{days_on}}, days};
  };
  StaffCard begin{"calendar", Tint::Sky, say("staff.setting.closure.first")};
  begin.dial = screens::Dial{
      .label = say("staff.setting.value"),
      .value = say.name(say.date(first)),
      .less = {say("staff.setting.day.earlier"), point(-1, picked.days), first > today, {}, "minus"},
      .more = {say("staff.setting.day.later"), point(1, picked.days), true, {}, "plus"}};
  begin.buttons = {{say("staff.setting.week.earlier"), point(-7, picked.days), first > today, {}, ""},
                   {say("staff.setting.week.later"), point(7, picked.days), true, {}, ""}};
  StaffCard length{"calendar-cancel", Tint::Brick, say("staff.setting.closure.days")};
  length.dial = screens::Dial{
      .label = say("staff.setting.value"),
      .value = say.count("staff.setting.days", picked.days),
      .less = {say("staff.setting.less"), point(0, picked.days - 1), picked.days > 1, {}, "minus"},
      .more = {
          say("staff.setting.more"), point(0, picked.days + 1), picked.days < longest_closure, {}, "plus"}};
  Json closure = Json::object({{"van", base::to_iso_day(first)}, {"tot", base::to_iso_day(until)}});
  length.buttons = {
      {say("staff.setting.closure.add"), closures_change(now, {}, std::move(closure)), true, {}, ""}};
  view.cards = {std::move(begin), std::move(length)};
  const auto* items = now.items();
  for (std::size_t i = 0; items && i < items->size(); ++i) {
    const auto from = base::parse_iso_day((*items)[i].text_or("van", ""));
    const auto to = base::parse_iso_day((*items)[i].text_or("tot", (*items)[i].text_or("van", "")));
    if (!from || !to) continue;
    const auto days = (std::chrono::sys_days(*to) - std::chrono::sys_days(*from)).count() + 1;
    view.rows.push_back({"delete",
                         Tint::Brick,
                         say.name(screens::capital(say.date(*from))),
                         say.count("staff.setting.closure.remove", days),
                         {},
                         closures_change(now, i)});
  }
  if (!view.rows.empty()) view.rows_title = say("staff.setting.closures.rows");
}

}  // namespace wv::staff
