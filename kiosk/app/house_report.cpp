// What the house tells staff: facts of files, of the machine and of the settings.
#include "kiosk/app/house.h"

#include <algorithm>

#include "kiosk/app/volume_choice.h"
#include "sync/base/utf8.h"
#include "sync/wire/self_test.h"

namespace wv::app {

namespace {

constexpr std::string_view volume_file = "geluid-keuze.json";
constexpr std::string_view self_test_file = "zelftest.json";
constexpr std::size_t most_mistakes = 20;  // more is not read
constexpr const char* network_cards = "/sys/class/net";

std::vector<store::SettingLine> lines_of(const Settings& settings, int volume, const std::string& area) {
  using What = store::SettingLine::What;
  const auto number = [](int value, const char* unit) { return std::to_string(value) + unit; };
  const auto& panel = settings.panel;
  return {{What::Place, settings.place.name},
          {What::Area, settings.place.area.empty() ? area : settings.place.area.value},
          {What::Languages, base::joined(settings.languages)},
          {What::Idle, number(static_cast<int>(settings.idle.count()), " s")},
          {What::Phone, settings.help_phone},
          {What::Panel, number(panel.width_mm, " × ") + number(panel.height_mm, " mm")},
          {What::Floor, number(panel.above_floor_mm, " mm")},
          {What::Light, number(settings.light.open, " %")},
          {What::Dimmed, number(settings.light.closed, " %")},
          {What::Volume, std::to_string(volume)},
          {What::Loudest, std::to_string(settings.sound.loudest)},
          {What::Helpdesk, settings.helpdesk.name},
          {What::HelpCall, settings.helpdesk.phone},
          {What::Central, settings.central.url},
          {What::Keyboard, settings.usb_keyboards == Settings::Keyboards::ShutOut ? "dicht" : "open"}};
}

// The screen has no network; that a cable hangs loose it can see all the same.
std::vector<store::Link> links_of(const base::Files& files) {
  std::vector<store::Link> links;
  const auto names = files.list(network_cards);
  if (!names) return links;
  for (const auto& name : *names) {
    if (name == "lo") continue;
    const auto state = files.read(std::filesystem::path(network_cards) / name / "operstate");
    links.push_back({name, state && base::as_text(*state).starts_with("up")});
  }
  return links;
}

}  // namespace

store::Report House::report() {
  const auto& settings = loaded_.settings;
  auto report = store::read_report(ground_.state, book_, shelf_.content());
  report.other_release = shelf_.other();
  report.is_taken_back = shelf_.is_taken_back();
  report.settings = {loaded_.mistakes, wait_for_restart_, loaded_.is_last_good,
                     lines_of(settings, volume_, shelf_.content().own_area.value)};
  if (report.settings.mistakes.size() > most_mistakes) report.settings.mistakes.resize(most_mistakes);
  report.log = diary_.lines();
  report.links = links_of(ground_.files);
  report.central = settings.central.url;
  report.knows_root = !settings.central.root_sha256.empty();
  report.helpdesk_name = settings.helpdesk.name;
  report.helpdesk_phone = settings.helpdesk.phone;
  if (const auto free = ground_.files.free_bytes(ground_.state)) report.free_bytes = *free;
  report.self_test = last_self_test();
  report.has_sound = ground_.sound.outlet.present();
  report.trouble.insert(report.trouble.end(), trouble_.begin(), trouble_.end());
  report.trouble.insert(report.trouble.end(), content_trouble_.begin(), content_trouble_.end());
  return report;
}

void House::keep_self_test(const model::SelfTest& test) {
  const auto kept = ground_.files.write(ground_.state / self_test_file, wire::to_bytes(test));
  if (!kept) note(kept.error());
}

// One that cannot be read is no test; the next night writes another.
std::optional<model::SelfTest> House::last_self_test() {
  const auto bytes = ground_.files.read(ground_.state / self_test_file);
  if (!bytes) return std::nullopt;
  auto test = wire::read_self_test(*bytes);
  if (test) return *std::move(test);
  note(base::Error(test.error()).context(std::string(self_test_file)));
  return std::nullopt;
}

void House::set_rules(visit::Rules& rules) const {
  const auto& settings = loaded_.settings;
  rules.ask_after = settings.idle;
  rules.loudest = settings.sound.loudest;
  rules.volume = std::min(volume_, settings.sound.loudest);
}

int House::chosen_volume() {
  const int wanted = loaded_.settings.sound.volume;
  const auto bytes = ground_.files.read(ground_.state / volume_file);
  if (!bytes) return wanted;
  const auto choice = read_volume_choice(*bytes);
  if (choice) return choice->instead_of == wanted ? choice->level : wanted;
  note(base::Error(choice.error()).context(std::string(volume_file)));
  return wanted;
}

void House::keep_volume(int level) {
  volume_ = level;
  const auto text = to_text(VolumeChoice{level, loaded_.settings.sound.volume});
  const auto kept = ground_.files.write(ground_.state / volume_file, base::as_bytes(text));
  if (!kept) note(kept.error());
}

}  // namespace wv::app
