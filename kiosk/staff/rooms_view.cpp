// Where staff come in: what there is to do, and how each thing stands now.
#include <algorithm>

#include "kiosk/staff/code_words.h"
#include "kiosk/staff/staff_views.h"

namespace wv::staff {
namespace {

using screens::ListRow;
using screens::Severity;
using screens::Tint;
using screens::Words;
using visit::Open;
using visit::Screen;

class Rooms {
 public:
  explicit Rooms(const screens::Scene& scene) : scene_(scene), say_(scene.say), facts_(facts_of(scene)) {}

  std::vector<ListRow> rows() {
    add("list-check", Tint::Brand, "staff.readiness", {}, Open{Screen::Readiness});
    rows_.back().badge = severity_badge(say_, worst_of(scene_));
    courier();
    add("usb", Tint::Sky, "staff.stick", {}, Open{Screen::StaffStick});
    outbox();
    add("document", Tint::Brand, "staff.slips", {}, Open{Screen::StaffSlips});
    content();
    network();
    add("touch", Tint::Brand, "staff.tests", {}, Open{Screen::StaffTests});
    add("volume-high", Tint::Brand, "staff.sound", volume(), Open{Screen::StaffSound});
    add("history-log", Tint::Neutral, "staff.log", {}, Open{Screen::StaffLog});
    enrolment();
    settings();
    add("phone", Tint::Sun, "staff.help", {}, Open{Screen::StaffHelp});
    add("power", Tint::Brick, "staff.power", {}, Open{Screen::StaffPower});
    add("logout", Tint::Neutral, "staff.leave", {}, visit::EndVisit{});
    return std::move(rows_);
  }

 private:
  void add(std::string icon, Tint tint, std::string_view title, Words subtitle, visit::Action action) {
    rows_.push_back({std::move(icon), tint, say_(title), std::move(subtitle), {}, std::move(action)});
  }

  void courier() {
    const bool syncs = visit::is_syncing(scene_.visit);
    add("sync", Tint::Sky, "staff.sync", syncs ? say_("report.round.running") : Words{},
        Open{Screen::StaffSync});
    if (syncs) return;
    const bool well = facts_.round && (!facts_.round->ended || facts_.round->outcome == "goed");
    rows_.back().badge = severity_badge(say_, well ? Severity::Ok : Severity::Attention);
  }

  void outbox() {
    add("outbox", Tint::Sky, "staff.outbox", say_.count("staff.outbox.waiting", facts_.ideas_waiting),
        Open{Screen::StaffOutbox});
    if (facts_.quarantine.empty()) return;
    const auto refused = static_cast<std::int64_t>(facts_.quarantine.size());
    rows_.back().badge = {say_.count("staff.outbox.refused", refused), Tint::Sun, "alert"};
  }

  void content() {
    Words made = say_("staff.content.none");
    if (facts_.content_version != 0) {
      const auto at = screens::local_at(facts_.content_made_at.value_or(base::Instant{}), scene_.around.now);
      made = say_("staff.content.made", {{"date", say_.full_date(at.day)}});
    }
    add("agenda", Tint::Brand, "staff.content", std::move(made), Open{Screen::StaffContent});
    if (facts_.is_taken_back) rows_.back().badge = {say_("staff.content.taken-back"), Tint::Sun, "rollback"};
  }

  void network() {
    add("wifi", Tint::Sky, "staff.network", {}, Open{Screen::StaffNetwork});
    const auto* said = message_about(facts_, "verbinding");
    rows_.back().badge =
        severity_badge(say_, said != nullptr ? severity_of(said->gravity) : Severity::Attention);
  }

  Words volume() const {
    const auto& rules = scene_.around.rules;
    return say_("read.volume.value", {{"level", std::to_string(rules.volume)},
                                      {"of", std::to_string(std::max(rules.loudest, 1))}});
  }

  void enrolment() {
    add("key", Tint::Sky, "staff.enrol", {}, Open{Screen::StaffEnrol});
    rows_.back().badge = facts_.enrolled ? screens::Badge{say_("sync.enrolled"), Tint::Brand, "check"}
                                         : screens::Badge{say_("staff.enrol.not-yet"), Tint::Sun, "alert"};
  }

  void settings() {
    add("settings", Tint::Neutral, "staff.settings", {}, Open{Screen::StaffSettings});
    if (facts_.settings.mistakes.empty()) return;
    const auto mistakes = static_cast<std::int64_t>(facts_.settings.mistakes.size());
    rows_.back().badge = {say_.count("staff.settings.mistakes", mistakes), Tint::Brick, "error"};
  }

  const screens::Scene& scene_;
  const screens::Wording& say_;
  const store::Report& facts_;
  std::vector<ListRow> rows_;
};

}  // namespace

screens::StaffHomeView rooms_view(const screens::Scene& scene) {
  screens::StaffHomeView view;
  view.title = scene.say("staff.title");
  view.subtitle = scene.say("staff.subtitle");
  view.rows = Rooms(scene).rows();
  return view;
}

}  // namespace wv::staff
