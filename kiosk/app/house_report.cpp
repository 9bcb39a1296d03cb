// What the house tells staff: facts of files, of the machine and of the settings.
#include "kiosk/app/house.h"

#include <algorithm>

#include "kiosk/app/setting_states.h"
#include "sync/base/utf8.h"
#include "sync/wire/self_test.h"

namespace wv::app {

namespace {

constexpr std::string_view self_test_file = "zelftest.json";
constexpr std::size_t most_mistakes = 20;  // more is not read
constexpr const char* network_cards = "/sys/class/net";

std::vector<store::SettingLine> lines_of(const Settings& settings) {
  using What = store::SettingLine::What;
  return {{What::Phone, settings.help_phone},
          {What::Helpdesk, settings.helpdesk.name},
          {What::HelpCall, settings.helpdesk.phone},
          {What::Central, settings.central.url}};
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
  report.slips = book_.slips(ground_.clock.now()).value_or(store::Slips{});
  report.other_release = shelf_.other();
  report.is_taken_back = shelf_.is_taken_back();
  report.settings = {loaded_.mistakes, wait_for_restart_, loaded_.is_last_good, lines_of(settings),
                     states_of(loaded_)};
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

Remote::News House::look_for_commands() {
  const auto news = remote_.look();
  if (!news) return note(news.error()), Remote::News{};
  for (const auto& word : news->words) diary_.note(ground_.clock.now(), store::LogLine::What::Ordered, word);
  return *news;
}

base::Result<> House::finish_command(const Remote::Due& command, wire::CommandOutcome outcome) {
  const auto done = remote_.finish(command.id, outcome);
  if (!done) return note(done.error()), done;
  diary_.note(ground_.clock.now(), store::LogLine::What::Ordered, std::string(wire::deed_word(command.deed)));
  return {};
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
  rules.volume = std::min(settings.sound.volume, settings.sound.loudest);
}

// A choice that is what the files say is no choice.
visit::Action House::try_settings(const visit::SettingChanges& changes) {
  if (!ground_.settings_again) return visit::SettingsTried{false};
  Settings untouched;
  const auto fields = setting_fields(untouched);
  auto choices = loaded_.choices;
  for (const auto& [key, value] : changes) {
    const auto field = std::ranges::find(fields, key, &settings::Field::path);
    if (field == fields.end()) return visit::SettingsTried{false};
    const auto& below = value_of(*field, loaded_.written);
    choices.erase(key);
    if (!value.is_null() && value != below) choices[key] = {value, below};
  }
  auto newer = ground_.settings_again(choices);
  for (const auto& [key, value] : changes)
    if (std::ranges::find(newer.refused, key) != newer.refused.end()) return visit::SettingsTried{false};
  take_settings(std::move(newer));
  return visit::SettingsTried{true};
}

visit::Action House::save_settings() {
  const auto kept = write_choices(ground_.files, choices_file(ground_.state), loaded_.choices);
  if (!kept) return note(kept.error()), visit::SettingsKept{false};
  std::vector<std::string> changed;
  for (const auto& [key, choice] : loaded_.choices)
    if (const auto before = kept_choices_.find(key);
        before == kept_choices_.end() || before->second != choice)
      changed.push_back(key);
  for (const auto& [key, choice] : kept_choices_)
    if (!loaded_.choices.contains(key)) changed.push_back(key);
  kept_choices_ = loaded_.choices;
  diary_.note(ground_.clock.now(), store::LogLine::What::SettingsChanged, base::joined(changed));
  return visit::SettingsKept{true};
}

void House::keep_volume(int level) {
  (void)try_settings({{"geluid.sterkte", level}});
  (void)save_settings();
}

void House::take_settings(LoadedSettings newer) {
  wait_for_restart_ = keep_until_restart(newer, begun_);
  loaded_ = std::move(newer);
  pin_.change_pin(loaded_.settings.pin_hash);
}

}  // namespace wv::app
