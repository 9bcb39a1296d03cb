// Opening hours as residents ask for them: now, today, and otherwise when again.
#include "kiosk/screens/opening_view.h"

#include <algorithm>

#include "sync/model/opening.h"

namespace wv::screens {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

base::Day plus(base::Day day, int count) {
  return base::Day(sys_days(day) + days(count));
}

const model::OpeningSpan* span_at(const std::vector<model::OpeningSpan>& spans, std::chrono::minutes at) {
  const auto found =
      std::ranges::find_if(spans, [&](const auto& span) { return span.from <= at && at < span.to; });
  return found == spans.end() ? nullptr : &*found;
}

const model::OpeningSpan* span_after(const std::vector<model::OpeningSpan>& spans, std::chrono::minutes at) {
  const auto found = std::ranges::find_if(spans, [&](const auto& span) { return span.from > at; });
  return found == spans.end() ? nullptr : &*found;
}

}  // namespace

Opening opening_now(const model::OpeningHours& hours, const base::LocalTime& now, const Wording& say) {
  const auto& today = model::spans_on(hours, now.day);
  if (const auto* span = span_at(today, now.since_midnight)) {
    return {say("opening.open-until", {{"time", say.clock(span->to)}}), true};
  }
  if (const auto* span = span_after(today, now.since_midnight)) {
    return {say("opening.opens-at", {{"time", say.clock(span->from)}}), false};
  }
  for (int ahead = 1; ahead <= 7; ++ahead) {
    const base::Day day = plus(now.day, ahead);
    const auto& spans = model::spans_on(hours, day);
    if (spans.empty()) continue;
    const std::string name = ahead == 1 ? say("date.tomorrow").text : say.weekday(day);
    return {say("opening.opens-day", {{"day", capital(name)}, {"time", say.clock(spans.front().from)}}),
            false};
  }
  return {say("opening.closed"), false};
}

Words opening_today(const model::OpeningHours& hours, const base::LocalTime& now, const Wording& say) {
  const auto& today = model::spans_on(hours, now.day);
  if (const auto* span = span_at(today, now.since_midnight)) {
    return say("attract.open-until", {{"time", say.clock(span->to)}});
  }
  if (const auto* span = span_after(today, now.since_midnight)) {
    return say("attract.open-from", {{"time", say.clock(span->from)}});
  }
  return opening_now(hours, now, say).text;
}

std::vector<Fact> opening_week(const model::OpeningHours& hours, const base::LocalTime& now,
                               const Wording& say) {
  std::vector<Fact> week;
  for (int ahead = 0; ahead < 7; ++ahead) {
    const base::Day day = plus(now.day, ahead);
    std::vector<std::string> spans;
    for (const auto& span : model::spans_on(hours, day)) spans.push_back(say.span(span.from, span.to));
    const std::string name = ahead == 0 ? say("date.today").text : say.weekday(day);
    week.push_back(
        {say.name(capital(name)), spans.empty() ? say("opening.closed") : say.name(say.list(spans))});
  }
  return week;
}

}  // namespace wv::screens
