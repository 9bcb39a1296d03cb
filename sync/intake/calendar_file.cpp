// Lines go to libical one at a time, so that depth is bounded before it builds anything and lines can be
// told.
#include "sync/intake/calendar_file.h"

#include <libical/ical.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include "sync/intake/calendar_series.h"
#include "sync/intake/words.h"

namespace wv::intake {
namespace {

using base::ErrorCode;

constexpr std::size_t longest_line = 128 << 10;
constexpr int deepest = 8;  // VCALENDAR, VTIMEZONE or VEVENT, VALARM

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
struct FreeParser {
  void operator()(icalparser* parser) const { icalparser_free(parser); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

// What libical asks its lines from. It takes time by the square of a line's length, so pictures in a line end
// early.
class Source {
 public:
  explicit Source(std::string_view text) : rest_(text) {}
  // Of the line that libical handed out last: it has begun one more, to see whether that goes on.
  int line() const { return begun_ - 1; }

  // At most `size` bytes with the line feed, as fgets would.
  char* next(char* into, std::size_t size) {
    if (rest_.empty() || size < 2) return nullptr;
    if (!in_middle_) ++begun_;
    if (!in_middle_ && !goes_on()) length_ = 0;
    const bool too_long = length_ > longest_line;
    if (too_long) skip();
    const auto feed = rest_.find('\n');
    const auto count = too_long ? 0 : std::min(feed == rest_.npos ? rest_.size() : feed + 1, size - 1);
    rest_.copy(into, count);
    rest_.remove_prefix(count);
    length_ += count;
    in_middle_ = !too_long && into[count - 1] != '\n';
    if (too_long) into[0] = '\n';
    into[too_long ? 1 : count] = '\0';
    return into;
  }

 private:
  bool goes_on() const { return rest_.starts_with(' ') || rest_.starts_with('\t'); }
  void skip() {
    const auto to_next = [&] { rest_.remove_prefix(std::min(rest_.find('\n'), rest_.size() - 1) + 1); };
    for (to_next(); goes_on(); to_next()) ++begun_;
  }

  std::string_view rest_;
  int begun_ = 0;
  std::size_t length_ = 0;  // of the unfolded line so far
  bool in_middle_ = false;  // of a line of the file
};

struct Parsed {
  std::vector<Component> roots;
  std::vector<int> event_lines;  // where each VEVENT begins
};

class FileReader {
 public:
  explicit FileReader(std::string_view text) : source_(text) {}

  base::Result<Parsed> read() {
    const std::unique_ptr<icalparser, FreeParser> parser(icalparser_new());
    icalparser_set_gen_data(parser.get(), &source_);
    const auto give = [](char* into, std::size_t size, void* from) {
      return static_cast<Source*>(from)->next(into, size);
    };
    while (char* line = icalparser_get_line(parser.get(), give)) {
      const std::string_view text(line);
      const bool fits = count(text);
      if (fits)
        if (icalcomponent* whole = icalparser_add_line(parser.get(), line)) parsed_.roots.emplace_back(whole);
      icalmemory_free_buffer(line);
      if (!fits) return too_deep();
    }
    if (depth_ != 0)
      return base::fail(ErrorCode::Invalid,
                        "the file stops in the middle (an END is missing). Export or fetch it again");
    if (parsed_.roots.empty())
      return base::fail(ErrorCode::Invalid, "this is no iCalendar file: it has no BEGIN:VCALENDAR");
    return std::move(parsed_);
  }

 private:
  bool count(std::string_view line) {
    const auto folded_line = folded(line.substr(0, 64));
    if (folded_line.starts_with("begin:") && ++depth_ > deepest) return false;
    if (folded_line == "begin:vevent") parsed_.event_lines.push_back(source_.line());
    if (folded_line.starts_with("end:")) depth_ = std::max(0, depth_ - 1);
    return true;
  }
  base::Result<Parsed> too_deep() const {
    return base::fail(ErrorCode::Invalid, "line " + std::to_string(source_.line()) +
                                              ": parts lie deeper in each other than in any calendar");
  }

  Source source_;
  Parsed parsed_;
  int depth_ = 0;
};

std::string text_of(const char* text) {
  return text ? text : "";
}

template <class Take>
void each(icalcomponent* in, icalproperty_kind kind, Take take) {
  for (auto* property = icalcomponent_get_first_property(in, kind); property;
       property = icalcomponent_get_next_property(in, kind))
    take(property);
}

std::string organiser_of(icalproperty* property) {
  if (const auto* name = icalproperty_get_first_parameter(property, ICAL_CN_PARAMETER))
    return text_of(icalparameter_get_cn(name));
  return {};
}

void read_words(icalcomponent* event, CalendarEntry& entry) {
  entry.uid = text_of(icalcomponent_get_uid(event));
  entry.title = text_of(icalcomponent_get_summary(event));
  entry.description = text_of(icalcomponent_get_description(event));
  entry.location = text_of(icalcomponent_get_location(event));
  each(event, ICAL_ORGANIZER_PROPERTY, [&](icalproperty* p) { entry.organiser = organiser_of(p); });
  each(event, ICAL_CATEGORIES_PROPERTY,
       [&](icalproperty* p) { entry.categories.push_back(text_of(icalproperty_get_categories(p))); });
  each(event, ICAL_GEO_PROPERTY, [&](icalproperty* p) {
    const auto geo = icalproperty_get_geo(p);
    if (std::isfinite(geo.lat) && std::isfinite(geo.lon)) entry.position = {geo.lat, geo.lon};
  });
  entry.cancelled = icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED;
  each(event, ICAL_CLASS_PROPERTY, [&](icalproperty* p) {
    const auto kind = icalproperty_get_class(p);
    entry.is_private = kind == ICAL_CLASS_PRIVATE || kind == ICAL_CLASS_CONFIDENTIAL;
  });
  each(event, ICAL_SEQUENCE_PROPERTY,
       [&](icalproperty* p) { entry.version.first = icalproperty_get_sequence(p); });
  for (const auto kind : {ICAL_DTSTAMP_PROPERTY, ICAL_LASTMODIFIED_PROPERTY})
    each(event, kind,
         [&](icalproperty* p) { entry.version.second = text_of(icalproperty_get_value_as_string(p)); });
}

class Collector {
 public:
  Collector(const Parsed& parsed, base::Day today) : parsed_(parsed), today_(today) {}

  Calendar collect() {
    for (const auto& root : parsed_.roots) collect(root.get());
    for (const auto& [kind, count] : others_)
      calendar_.warnings.push_back(
          {kind, std::to_string(count) + " passed over: only VEVENT is an activity", ""});
    return std::move(calendar_);
  }

 private:
  void collect(icalcomponent* root) {
    complain("the calendar", root);
    drop_strange_zones(root);
    const bool all_cancelled = icalcomponent_get_method(root) == ICAL_METHOD_CANCEL;
    if (icalcomponent_isa(root) == ICAL_VEVENT_COMPONENT) return event(root, all_cancelled);
    for (auto* part = icalcomponent_get_first_component(root, ICAL_ANY_COMPONENT); part;
         part = icalcomponent_get_next_component(root, ICAL_ANY_COMPONENT)) {
      const auto kind = icalcomponent_isa(part);
      if (kind == ICAL_VEVENT_COMPONENT)
        event(part, all_cancelled);
      else if (kind != ICAL_VTIMEZONE_COMPONENT)
        ++others_[text_of(icalcomponent_kind_to_string(kind))];
    }
  }

  void event(icalcomponent* component, bool cancelled) {
    CalendarEntry entry;
    entry.line = seen_ < parsed_.event_lines.size() ? parsed_.event_lines[seen_] : 0;
    ++seen_;
    read_words(component, entry);
    entry.cancelled = entry.cancelled || cancelled;
    complain(where(entry), component);
    read_times(component, today_, entry, calendar_.warnings);
    calendar_.entries.push_back(std::move(entry));
  }

  // libical keeps what it could not read as a property with its complaint.
  void complain(const std::string& place, icalcomponent* component) {
    each(component, ICAL_XLICERROR_PROPERTY, [&](icalproperty* p) {
      calendar_.warnings.push_back({place, fit_line(text_of(icalproperty_get_xlicerror(p)), 200), ""});
    });
  }

  void drop_strange_zones(icalcomponent* root) {
    std::vector<icalcomponent*> strange;
    for (auto* zone = icalcomponent_get_first_component(root, ICAL_VTIMEZONE_COMPONENT); zone;
         zone = icalcomponent_get_next_component(root, ICAL_VTIMEZONE_COMPONENT))
      if (!is_sensible_zone(zone)) strange.push_back(zone);
    for (auto* zone : strange) {
      icalcomponent_remove_component(root, zone);
      icalcomponent_free(zone);
    }
    if (!strange.empty())
      calendar_.warnings.push_back({"VTIMEZONE", "a time zone with impossible rules is passed over", ""});
  }

  const Parsed& parsed_;
  const base::Day today_;
  Calendar calendar_;
  std::map<std::string, int> others_;
  std::size_t seen_ = 0;
};

}  // namespace

std::string where(const CalendarEntry& entry) {
  std::string place = "line " + std::to_string(entry.line);
  if (!entry.title.empty()) place += ", \"" + fit_line(entry.title, 60) + "\"";
  if (!entry.uid.empty()) place += ", UID " + fit_line(entry.uid, 120);
  return place;
}

base::Result<Calendar> read_calendar(std::string_view text, base::Day today) {
  if (!icaltimezone_get_builtin_timezone("Europe/Amsterdam"))
    return base::fail(ErrorCode::Unavailable, "this machine does not know Dutch time; install tzdata");
  icalerror_set_errors_are_fatal(0);
  WV_TRY(const auto parsed, FileReader(text).read());
  return Collector(parsed, today).collect();
}

}  // namespace wv::intake
