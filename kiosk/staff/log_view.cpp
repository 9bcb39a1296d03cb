// What happened lately, newest first: what the screen did, and what the courier last said.
#include <algorithm>
#include <array>

#include "kiosk/staff/code_words.h"
#include "kiosk/staff/staff_views.h"

namespace wv::staff {
namespace {

using screens::Words;
using Happened = store::LogLine::What;

constexpr std::size_t most_lines = 40;

// In the order of LogLine::What.
constexpr std::array<std::string_view, 21> happened_keys = {
    "staff.log.started",     "staff.log.content",      "staff.log.sync-asked", "staff.log.sync-good",
    "staff.log.sync-failed", "staff.log.sync-unheard", "staff.log.idea-kept",  "staff.log.idea-not-kept",
    "staff.log.supported",   "staff.log.staff-in",     "staff.log.pin-wrong",  "staff.log.pin-locked",
    "staff.log.taken-back",  "staff.log.newest",       "staff.log.settings",   "staff.log.ending",
    "staff.log.ordered",     "staff.log.enrol-asked",  "staff.log.enrol-good", "staff.log.enrol-failed",
    "staff.log.trouble"};
static_assert(happened_keys.size() == static_cast<std::size_t>(Happened::Trouble) + 1);

struct Line {
  base::Instant at;
  Words words;
};

Words words_of(const screens::Scene& scene, const store::LogLine& line) {
  auto words = scene.say(happened_keys[static_cast<std::size_t>(line.what)]);
  if (line.what == Happened::SyncFailed || line.what == Happened::EnrolFailed) {
    words.text += ": " + code_words(scene.say, line.detail).text;
  } else if (line.what == Happened::Ordered) {
    words.text += ": " + order_words(scene.say, line.detail).text;
  } else if (!line.detail.empty()) {
    words.text += ": " + scene.say.isolated(line.detail);
  }
  return words;
}

std::vector<Line> lines_of(const screens::Scene& scene, const store::Report& facts) {
  std::vector<Line> lines;
  for (const auto& line : facts.log) lines.push_back({line.at, words_of(scene, line)});
  for (const auto& message : facts.messages)
    lines.push_back({message.since, code_words(scene.say, message.code)});
  std::ranges::stable_sort(lines, std::ranges::greater{}, &Line::at);
  if (lines.size() > most_lines) lines.resize(most_lines);
  return lines;
}

}  // namespace

screens::StaffPageView log_view(const screens::Scene& scene) {
  const auto& say = scene.say;
  const auto& facts = facts_of(scene);
  screens::StaffPageView view;
  view.title = say("staff.log");
  view.subtitle = say("staff.log.subtitle");
  view.lines_title = say("staff.log.lines");
  for (const auto& line : lines_of(scene, facts))
    view.lines.push_back({say.name(moment_words(scene, line.at)), line.words});
  if (view.lines.empty()) view.notice = screens::Notice{say("staff.log.empty"), screens::Tint::Sky, "info"};
  return view;
}

}  // namespace wv::staff
