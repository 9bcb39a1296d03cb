// The readiness report: one line for each thing that must work, what it is, and what to do when it does not.
#include <algorithm>
#include <map>

#include "kiosk/staff/code_words.h"
#include "kiosk/staff/staff_views.h"
#include "sync/base/utf8.h"

namespace wv::staff {
namespace {

using screens::Check;
using screens::Severity;
using screens::Words;
using store::Gravity;

constexpr std::uint64_t mebibyte = 1 << 20;
constexpr std::uint64_t little_disk = 500 * mebibyte, no_disk = 50 * mebibyte;

class Report {
 public:
  explicit Report(const screens::Scene& scene) : scene_(scene), say_(scene.say), facts_(facts_of(scene)) {}

  std::vector<Check> checks() {
    screen();
    lamp();
    self_test();
    sound();
    content();
    round();
    message("wifi", "report.network", "verbinding");
    clock();
    message("key", "report.enrolment", "aanmelding");
    queue();
    quarantine();
    disk();
    settings();
    for (const auto& trouble : facts_.trouble)
      add("alert", "report.trouble", say_.name(trouble), Severity::Fault);
    return std::move(checks_);
  }

 private:
  void add(std::string icon, std::string_view title, Words value, Severity severity, Words hint = {}) {
    checks_.push_back({std::move(icon), say_(title), std::move(value), std::move(hint), severity,
                       severity_words(say_, severity)});
  }

  void message(std::string icon, std::string_view title, std::string_view key) {
    const auto* found = message_about(facts_, key);
    if (!found) return add(std::move(icon), title, say_("report.never"), Severity::Attention);
    add(std::move(icon), title, code_words(say_, found->code), severity_of(found->gravity),
        say_.name(found->detail));
  }

  void screen() {
    const Words size = say_.name(facts_.screen);
    if (!facts_.out_of_reach) return add("screen", "report.screen", size, Severity::Ok);
    add("screen", "report.screen", size, Severity::Attention, say_("report.screen.too-high"));
  }

  void lamp() {
    if (!facts_.lamp) return;
    const auto [backlight, power] = *facts_.lamp;
    add("contrast", "staff.lamp",
        say_(backlight && power ? "staff.lamp.both"
             : backlight        ? "staff.lamp.backlight"
             : power            ? "staff.lamp.power"
                                : "staff.lamp.picture"),
        Severity::Ok);
  }

  void self_test() {
    if (!facts_.self_test) return;
    const auto& [at, faults] = *facts_.self_test;
    const auto moment = moment_words(scene_, at);
    if (faults.empty())
      return add("check", "staff.self-test", say_("staff.self-test.good", {{"moment", moment}}),
                 Severity::Ok);
    std::string hint;
    for (const auto& fault : faults) hint += (hint.empty() ? "" : " ") + self_test_words(say_, fault).text;
    add("check", "staff.self-test", say_("staff.self-test.wrong", {{"moment", moment}}), Severity::Fault,
        say_.name(hint));
  }

  void sound() {
    if (!facts_.has_sound) return;
    if (*facts_.has_sound) return add("speak", "report.sound", say_("report.sound.good"), Severity::Ok);
    add("speak-off", "report.sound", say_("report.sound.none"), Severity::Attention,
        say_("report.sound.hint"));
  }

  void content() {
    if (facts_.content_version == 0) {
      return add("agenda", "report.content", say_("sync.no-content"), Severity::Fault,
                 say_("report.content.hint"));
    }
    const auto made = screens::local_at(facts_.content_made_at.value_or(base::Instant{}), scene_.around.now);
    Words value = say_("report.content.value", {{"version", std::to_string(facts_.content_version)},
                                                {"date", say_.full_date(made.day)},
                                                {"ago", say_.ago(made.day, scene_.around.now.day).text}});
    if (facts_.is_taken_back)
      return add("agenda", "report.content", std::move(value), Severity::Attention,
                 say_("staff.content.taken-back-hint"));
    const bool old = facts_.content_valid_until && *facts_.content_valid_until < scene_.around.instant;
    const auto* said = message_about(facts_, "inhoud");
    Severity severity = said ? severity_of(said->gravity) : Severity::Ok;
    if (old && severity == Severity::Ok) severity = Severity::Attention;
    Words hint = old                        ? say_("report.content.old")
                 : severity != Severity::Ok ? code_words(say_, said->code)
                                            : Words{};
    add("agenda", "report.content", std::move(value), severity, std::move(hint));
  }

  void round() {
    if (visit::is_syncing(scene_.visit))
      return add("sync", "report.round", say_("report.round.running"), Severity::Ok);
    if (!facts_.round) return add("sync", "report.round", say_("report.never"), Severity::Attention);
    const bool good = facts_.round->outcome == "goed";
    const Words value = say_("report.round.value", {{"moment", moment_words(scene_, facts_.round->began)},
                                                    {"outcome", round_words(scene_, *facts_.round).text}});
    add("sync", "report.round", value, good || !facts_.round->ended ? Severity::Ok : Severity::Attention);
  }

  void clock() {
    const auto* said = message_about(facts_, "klok");
    add("clock", "report.clock", say_.name(say_.moment(scene_.around.now)),
        said ? severity_of(said->gravity) : Severity::Ok,
        said && said->gravity != Gravity::Ok ? code_words(say_, said->code) : Words{});
  }

  void queue() {
    const auto* said = message_about(facts_, "aflevering");
    const Severity severity = said ? severity_of(said->gravity) : Severity::Ok;
    add("outbox", "report.queue", say_.count("report.queue.value", facts_.ideas_waiting), severity,
        severity != Severity::Ok ? code_words(say_, said->code) : Words{});
  }

  void quarantine() {
    if (facts_.quarantine.empty())
      return add("quarantine", "report.quarantine", say_("report.quarantine.none"), Severity::Ok);
    std::map<std::string, int> reasons;
    for (const auto& refused : facts_.quarantine) ++reasons[refused.reason];
    std::string hint;
    for (const auto& [reason, count] : reasons) {
      hint += (hint.empty() ? "" : "; ") + std::to_string(count) + " × " + reason;
    }
    add("quarantine", "report.quarantine",
        say_.count("report.quarantine.value", static_cast<std::int64_t>(facts_.quarantine.size())),
        Severity::Attention, say_.name(hint));
  }

  void disk() {
    if (!facts_.free_bytes)
      return add("disk", "report.disk", say_("report.disk.unknown"), Severity::Attention);
    const auto free = *facts_.free_bytes;
    const Severity severity = free < no_disk       ? Severity::Fault
                              : free < little_disk ? Severity::Attention
                                                   : Severity::Ok;
    add("disk", "report.disk",
        say_("report.disk.value", {{"mb", say_.number(static_cast<std::int64_t>(free / mebibyte))}}),
        severity, severity == Severity::Ok ? Words{} : say_("report.disk.hint"));
  }

  // The first mistake stands with what follows from it; the others have lines of their own.
  void settings() {
    const auto& settings = facts_.settings;
    const auto& mistakes = settings.mistakes;
    if (!mistakes.empty())
      add("settings", "report.settings",
          say_(settings.last_good_counts ? "report.settings.last-good" : "report.settings.standard"),
          Severity::Fault, say_.name(mistakes.front()));
    for (std::size_t i = 1; i < mistakes.size(); ++i)
      add("alert", "report.trouble", say_.name(mistakes[i]), Severity::Fault);
    if (!settings.wait_for_restart.empty())
      add("settings", "report.settings",
          say_("report.settings.restart", {{"keys", base::joined(settings.wait_for_restart)}}),
          Severity::Attention);
  }

  const screens::Scene& scene_;
  const screens::Wording& say_;
  const store::Report& facts_;
  std::vector<Check> checks_;
};

}  // namespace

Severity worst_of(const screens::Scene& scene) {
  const auto checks = Report(scene).checks();
  return std::ranges::max_element(checks, {}, &Check::severity)->severity;
}

screens::ReadinessView readiness_view(const screens::Scene& scene) {
  screens::ReadinessView view;
  view.title = scene.say("readiness.title");
  view.checks = Report(scene).checks();
  const auto worst = std::ranges::max_element(view.checks, {}, &Check::severity)->severity;
  view.subtitle = worst == Severity::Ok          ? scene.say("readiness.ok")
                  : worst == Severity::Attention ? scene.say("readiness.attention")
                                                 : scene.say("readiness.fault");
  view.busy = visit::is_syncing(scene.visit);
  view.sync = {view.busy ? scene.say("readiness.syncing") : scene.say("readiness.sync"),
               visit::AskSync{},
               !view.busy,
               {},
               "sync"};
  view.close = {scene.say("staff.back"), visit::Back{}, true, {}, "back"};
  return view;
}

}  // namespace wv::staff
