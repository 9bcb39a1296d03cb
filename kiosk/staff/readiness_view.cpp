// The readiness report: one line for each thing that must work, what it is, and what to do when it does not.
#include <algorithm>
#include <array>
#include <map>

#include "kiosk/staff/staff_views.h"

namespace wv::staff {
namespace {

using screens::Check;
using screens::Severity;
using screens::Words;
using store::Gravity;

constexpr std::uint64_t mebibyte = 1 << 20;
constexpr std::uint64_t little_disk = 500 * mebibyte, no_disk = 50 * mebibyte;

// The codes of the courier (sync/client/notice.h) in plain words.
constexpr std::array<std::pair<std::string_view, std::string_view>, 33> code_keys = {{
    {"verbonden", "sync.connected"},
    {"geen-verbinding", "sync.offline"},
    {"portaal", "sync.portal"},
    {"druk", "sync.busy"},
    {"centraal-faalt", "sync.server-fault"},
    {"niet-vertrouwd", "sync.untrusted"},
    {"adres-fout", "sync.bad-address"},
    {"actueel", "sync.up-to-date"},
    {"niet-opgehaald", "sync.not-fetched"},
    {"verlopen", "sync.expired"},
    {"geen-inhoud", "sync.no-content"},
    {"handtekening-fout", "sync.not-signed"},
    {"teruggedraaid", "sync.rolled-back"},
    {"bestand-gewijzigd", "sync.changed"},
    {"onbruikbaar", "sync.unusable"},
    {"schijf-vol", "sync.disk-full"},
    {"opslag-fout", "sync.storage"},
    {"alles-bezorgd", "sync.delivered"},
    {"wacht", "sync.waiting"},
    {"geweigerd", "sync.refused"},
    {"bewijs-ongeldig", "sync.bad-receipt"},
    {"ideeen-onleesbaar", "sync.ideas-unreadable"},
    {"goed", "sync.clock-good"},
    {"wijkt-af", "sync.clock-differs"},
    {"onbetrouwbaar", "sync.clock-wrong"},
    {"aangemeld", "sync.enrolled"},
    {"niet-aangemeld", "sync.not-enrolled"},
    {"code-geweigerd", "sync.code-refused"},
    {"wortel-onbekend", "sync.wrong-root"},
    {"inname-gestopt", "sync.stopped"},
    {"geblokkeerd", "sync.blocked"},
    {"ingetrokken", "sync.revoked"},
    {"sleutel-ontbreekt", "sync.key-missing"},
}};

class Report {
 public:
  explicit Report(const screens::Scene& scene)
      : scene_(scene), say_(scene.say), facts_(scene.around.report ? *scene.around.report : nothing_) {}

  std::vector<Check> checks() {
    screen();
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
    const std::string_view word = severity == Severity::Ok          ? "severity.ok"
                                  : severity == Severity::Attention ? "severity.attention"
                                                                    : "severity.fault";
    checks_.push_back(
        {std::move(icon), say_(title), std::move(value), std::move(hint), severity, say_(word)});
  }

  Words code_words(const std::string& code) const {
    const auto found = std::ranges::find(code_keys, std::string_view(code),
                                         &std::pair<std::string_view, std::string_view>::first);
    return found == code_keys.end() ? say_.name(code) : say_(found->second);
  }
  static Severity severity_of(Gravity gravity) {
    return gravity == Gravity::Ok          ? Severity::Ok
           : gravity == Gravity::Attention ? Severity::Attention
                                           : Severity::Fault;
  }
  const store::Message* find(std::string_view key) const {
    const auto found = std::ranges::find(facts_.messages, key, &store::Message::key);
    return found == facts_.messages.end() ? nullptr : &*found;
  }
  std::string moment(base::Instant at) const { return say_.moment(screens::local_at(at, scene_.around.now)); }

  void message(std::string icon, std::string_view title, std::string_view key) {
    const auto* found = find(key);
    if (!found) return add(std::move(icon), title, say_("report.never"), Severity::Attention);
    add(std::move(icon), title, code_words(found->code), severity_of(found->gravity),
        say_.name(found->detail));
  }

  void screen() {
    const Words size = say_.name(facts_.screen);
    if (!facts_.out_of_reach) return add("screen", "report.screen", size, Severity::Ok);
    add("screen", "report.screen", size, Severity::Attention, say_("report.screen.too-high"));
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
    const bool old = facts_.content_valid_until && *facts_.content_valid_until < scene_.around.instant;
    const auto* said = find("inhoud");
    Severity severity = said ? severity_of(said->gravity) : Severity::Ok;
    if (old && severity == Severity::Ok) severity = Severity::Attention;
    Words hint = old                        ? say_("report.content.old")
                 : severity != Severity::Ok ? code_words(said->code)
                                            : Words{};
    add("agenda", "report.content", std::move(value), severity, std::move(hint));
  }

  void round() {
    if (scene_.visit.syncing) return add("sync", "report.round", say_("report.round.running"), Severity::Ok);
    if (!facts_.round) return add("sync", "report.round", say_("report.never"), Severity::Attention);
    const bool good = facts_.round->outcome == "goed";
    const Words outcome = !facts_.round->ended ? say_("report.round.running")
                          : good               ? say_("report.round.good")
                                               : code_words(facts_.round->outcome);
    const Words value =
        say_("report.round.value", {{"moment", moment(facts_.round->began)}, {"outcome", outcome.text}});
    add("sync", "report.round", value, good || !facts_.round->ended ? Severity::Ok : Severity::Attention);
  }

  void clock() {
    const auto* said = find("klok");
    add("clock", "report.clock", say_.name(say_.moment(scene_.around.now)),
        said ? severity_of(said->gravity) : Severity::Ok,
        said && said->gravity != Gravity::Ok ? code_words(said->code) : Words{});
  }

  void queue() {
    const auto* said = find("aflevering");
    const Severity severity = said ? severity_of(said->gravity) : Severity::Ok;
    add("outbox", "report.queue", say_.count("report.queue.value", facts_.ideas_waiting), severity,
        severity != Severity::Ok ? code_words(said->code) : Words{});
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
    const auto& [mistakes, wait_for_restart, last_good_counts] = facts_.settings;
    if (!mistakes.empty())
      add("settings", "report.settings",
          say_(last_good_counts ? "report.settings.last-good" : "report.settings.standard"), Severity::Fault,
          say_.name(mistakes.front()));
    for (std::size_t i = 1; i < mistakes.size(); ++i)
      add("alert", "report.trouble", say_.name(mistakes[i]), Severity::Fault);
    std::string keys;
    for (const auto& key : wait_for_restart) keys += (keys.empty() ? "" : ", ") + key;
    if (!keys.empty())
      add("settings", "report.settings", say_("report.settings.restart", {{"keys", keys}}),
          Severity::Attention);
  }

  const store::Report nothing_{};
  const screens::Scene& scene_;
  const screens::Wording& say_;
  const store::Report& facts_;
  std::vector<Check> checks_;
};

}  // namespace

screens::ReadinessView readiness_view(const screens::Scene& scene) {
  screens::ReadinessView view;
  view.title = scene.say("readiness.title");
  view.checks = Report(scene).checks();
  const auto worst = std::ranges::max_element(view.checks, {}, &Check::severity);
  view.subtitle = worst->severity == Severity::Ok          ? scene.say("readiness.ok")
                  : worst->severity == Severity::Attention ? scene.say("readiness.attention")
                                                           : scene.say("readiness.fault");
  view.busy = scene.visit.syncing;
  view.sync = {view.busy ? scene.say("readiness.syncing") : scene.say("readiness.sync"),
               visit::AskSync{},
               !view.busy,
               {},
               "sync"};
  view.close = {scene.say("readiness.close"), visit::Back{}};
  return view;
}

}  // namespace wv::staff
