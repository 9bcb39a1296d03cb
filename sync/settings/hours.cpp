// Refuses hours and days that a calendar does not have, or that are surely a slip of the pen.
#include "sync/settings/hours.h"

#include <algorithm>
#include <array>

#include "sync/base/time.h"
#include "sync/base/utf8.h"
#include "sync/settings/reader.h"

namespace wv::settings {
namespace {

using base::Json;
using std::chrono::minutes;

constexpr std::size_t most_spans = 6, most_closures = 100, longest_reason = 60;
constexpr std::chrono::days longest_closure{366};
constexpr int sunday = 6;

bool in_clock_change(minutes at) {
  return at >= minutes{120} && at < minutes{180};
}

// Takes `span` in, or says why not.
std::string add_span(std::vector<model::OpeningSpan>& spans, const Json& item, int weekday) {
  const auto span = item.text() ? model::read_span(*item.text()) : std::nullopt;
  if (!span) return "must be written as \"09:00-12:30\", from 00:00 to 24:00";
  if (span->from >= span->to) return "must end after it begins; hours past midnight belong to the next day";
  if (!spans.empty() && span->from < spans.back().to) return "begins before the one in front of it ends";
  if (weekday == sunday && (in_clock_change(span->from) || in_clock_change(span->to)))
    return "from 02:00 to 03:00 on a Sunday the clock may change, so that hour comes twice or not at all; "
           "choose another";
  spans.push_back(*span);
  return {};
}

class ClosureReader {
 public:
  explicit ClosureReader(Wrongs& wrongs) : wrongs_(wrongs) {}

  model::Closure read(const Json& item, const std::string& at) {
    model::Closure closure;
    at_ = at;
    if (!item.members()) return say("", "must be a table with \"van\", \"tot\" and \"reden\""), closure;
    names(item);
    const Json* from = item.find("van");
    if (!from) return say("", "needs a first day, such as van = 2026-12-25"), closure;
    if (!day(*from, "van", closure.from)) return closure;
    closure.until = closure.from;
    if (const auto* until = item.find("tot"))
      if (day(*until, "tot", closure.until)) length(closure);
    if (const auto* why = item.find("reden")) reason(*why, closure.reason);
    return closure;
  }

 private:
  void say(const std::string& key, std::string message) {
    wrongs_.push_back({key.empty() ? at_ : base::pointer_to(at_, key), std::move(message)});
  }

  void names(const Json& item) {
    static const std::vector<std::string> known = {"reden", "tot", "van"};
    for (const auto& member : *item.members())
      if (std::ranges::find(known, member.key) == known.end())
        say(member.key, unknown_key(member.key, known));
  }

  bool day(const Json& value, const std::string& key, model::Day& into) {
    const auto read =
        value.text() ? base::parse_iso_day(*value.text()) : base::fail(base::ErrorCode::Invalid, "");
    const bool fits =
        read && read->year() >= std::chrono::year{2020} && read->year() < std::chrono::year{2100};
    if (!fits) return say(key, "must be a day that exists, such as 2026-12-25"), false;
    into = *read;
    return true;
  }

  void length(const model::Closure& closure) {
    const auto days = std::chrono::sys_days(closure.until) - std::chrono::sys_days(closure.from);
    if (days < std::chrono::days{0}) return say("tot", "must not be before \"van\"");
    if (days >= longest_closure) say("tot", "must be within a year after \"van\"");
  }

  void reason(const Json& value, std::string& into) {
    for (const auto& why : text("reden", into, longest_reason).take(value)) say("reden", why.message);
  }

  Wrongs& wrongs_;
  std::string at_;
};

}  // namespace

Field day_hours(std::string path, DayHours& into, int weekday) {
  const auto take = [&into, weekday](const Json& value) -> Wrongs {
    const auto* items = value.items();
    if (!items) return {{"", "must be a list such as [\"09:00-12:30\", \"13:30-17:00\"]; [] is closed"}};
    if (items->size() > most_spans)
      return {{"", "must hold at most " + std::to_string(most_spans) + " spans"}};
    std::vector<model::OpeningSpan> spans;
    for (std::size_t i = 0; i < items->size(); ++i)
      if (auto why = add_span(spans, (*items)[i], weekday); !why.empty())
        return {{base::pointer_to("", i), std::move(why)}};
    into = std::move(spans);
    return {};
  };
  return {std::move(path), {Rule::Kind::Spans, 0, most_spans, "", {}}, Json(), take};
}

Field closures(std::string path, std::vector<model::Closure>& into) {
  const auto take = [&into](const Json& value) -> Wrongs {
    const auto* items = value.items();
    if (!items) return {{"", "must be a list of tables: [[gesloten]]"}};
    if (items->empty()) return into.clear(), Wrongs{};
    if (items->size() + into.size() > most_closures)
      return {{"", "must hold at most " + std::to_string(most_closures) + " closures, all layers together"}};
    Wrongs wrongs;
    std::vector<model::Closure> found;
    ClosureReader reader(wrongs);
    for (std::size_t i = 0; i < items->size(); ++i)
      found.push_back(reader.read((*items)[i], base::pointer_to("", i)));
    if (wrongs.empty()) into.insert(into.end(), found.begin(), found.end());
    return wrongs;
  };
  Field field{std::move(path), {Rule::Kind::Closures, 0, most_closures, "", {}}, Json::array(), take};
  field.layers = Field::Layers::Add;
  return field;
}

}  // namespace wv::settings
