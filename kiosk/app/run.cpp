// The everyday modes: the window, a journey, the tree, a check of the settings.
#include "kiosk/app/run.h"

#include <malloc.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <future>
#include <iostream>
#include <iterator>

#include "kiosk/app/journey.h"
#include "kiosk/app/player.h"
#include "kiosk/app/safe_screen.h"
#include "kiosk/app/settings_summary.h"
#include "sync/base/crypto.h"

namespace wv::app {

namespace {

constexpr std::string_view last_minutes = "laatste-minuten.journey";

base::Result<std::string> script_of(const Setting& setting) {
  if (setting.options.journey == "-")
    return std::string(std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>());
  WV_TRY(const auto bytes, setting.files.read(setting.options.journey));
  return std::string(base::as_text(bytes));
}

// Runs the sync program that stands beside this one.
base::Result<> sync_once(const Options& options) {
  std::error_code error;
  const auto own = std::filesystem::read_symlink("/proc/self/exe", error);
  std::string program = (own.parent_path() / "wijkvenster-sync").string();
  std::string state = "--state", folder = options.state.string(), once = "once";
  char* arguments[] = {program.data(), state.data(), folder.data(), once.data(), nullptr};
  pid_t child = 0;
  if (posix_spawn(&child, program.c_str(), nullptr, nullptr, arguments, environ) != 0)
    return base::fail(base::ErrorCode::Unavailable, program + " could not be started");
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
  return base::fail(base::ErrorCode::Unavailable, "wijkvenster-sync once ended with an error");
}

base::Result<> leave_safe(const Setting& setting, Backstage& backstage, const base::Clock& clock) {
  return leave_safe_screen(backstage, setting.files, clock,
                           {setting.options.state, setting.options.framebuffer});
}

}  // namespace

int report(const base::Error& error) {
  std::cerr << "wijkvenster: " << error.message << "\n";
  switch (error.code) {
    case base::ErrorCode::Io:
      return exit_disk;
    case base::ErrorCode::Invalid:
      return exit_found_wrong;
    default:
      return exit_unavailable;
  }
}

int put_out(const Setting& setting, const std::string& text) {
  if (setting.options.out.empty()) {
    std::cout << text << "\n";
    return exit_well;
  }
  const auto written = setting.files.write(setting.options.out, base::as_bytes(text + "\n"));
  return written ? exit_well : report(written.error());
}

base::Result<Opened> open_side_by_side(const Setting& setting, const base::Clock& clock,
                                       const OpenPresenter& open) {
  mallopt(M_ARENA_MAX, 1);  // the one moment with two threads is no reason to keep two heaps for three years
  auto reading = std::async(std::launch::async, [&] {
    return Backstage::open(setting.options, setting.files, clock, setting.random, setting.sound);
  });
  auto presenter = open();
  auto backstage = reading.get();
  if (!presenter) return std::unexpected(presenter.error());
  if (!backstage) return std::unexpected(backstage.error());
  return Opened{std::move(*presenter), std::move(*backstage)};
}

int run_safe_screen(const Setting& setting, const base::Clock& clock) {
  auto backstage = Backstage::open(setting.options, setting.files, clock, setting.random, setting.sound);
  if (!backstage) return report(backstage.error());
  const auto left = leave_safe(setting, **backstage, clock);
  return left ? exit_well : report(left.error());
}

int run_window(const Setting& setting, const base::Clock& clock) {
  const auto mode = setting.options.fullscreen ? paint::WindowMode::Fullscreen : paint::WindowMode::Window;
  const auto opened = open_side_by_side(setting, clock, [&] {
    return paint::open_window({.size = setting.options.size, .mode = mode}, clock);
  });
  if (!opened) return report(opened.error());
  // A window on somebody's desk has no business with the panel.
  const auto panel = setting.options.fullscreen ? setting.panel() : std::make_unique<care::PictureAlone>();
  auto wheel = opened->backstage->wheel_for(*opened->presenter, *panel);
  const auto at_crash = setting.at_crash(setting.options.state / last_minutes, wheel.trail());
  std::span<const paint::Event> events;
  auto patience = wheel.turn(events);
  setting.supervisor.ready();  // somebody can see something
  // What it leaves behind is for the day on which it fails; that it could not is no reason to fail today.
  if (setting.options.fullscreen)
    if (const auto left = leave_safe(setting, *opened->backstage, clock); !left) (void)report(left.error());
  while (!wheel.quit()) {
    setting.supervisor.alive();
    events = opened->presenter->wait(base::shorter(patience, setting.supervisor.patience()));
    patience = wheel.turn(events);
  }
  return exit_after(wheel.farewell());
}

int exit_after(const std::optional<visit::Farewell>& farewell) {
  if (!farewell) return exit_well;
  switch (*farewell) {
    case visit::Farewell::RestartProgram:
      return exit_restart_program;
    case visit::Farewell::RestartMachine:
      return exit_restart_machine;
    case visit::Farewell::PowerOff:
      return exit_power_off;
  }
  return exit_well;
}

int run_journey(const Setting& setting, VirtualClock& clock) {
  const auto script = script_of(setting);
  if (!script) return report(script.error());
  const auto steps = read_journey(
      *script, setting.options.journey == "-" ? "standard input" : setting.options.journey.string());
  if (!steps) return report(steps.error());
  speech::Recorder voice(clock);
  speech::PaperOutlet outlet;
  auto backstage = Backstage::open(setting.options, setting.files, clock, setting.random, {voice, outlet});
  if (!backstage) return report(backstage.error());
  const auto presenter = paint::open_memory(setting.options.size);
  auto wheel = (*backstage)->wheel_for(*presenter);
  Player player({wheel, *presenter, clock, setting.files, voice, outlet, setting.options.shots,
                 [&] { return sync_once(setting.options); }});
  const auto played = player.play(*steps);
  if (const auto& file = setting.options.transcript; !file.empty()) {
    const auto written = setting.files.write(file, base::as_bytes(voice.transcript()));
    if (!written) return report(written.error());
  }
  if (!played) return report(played.error());
  return setting.options.tree ? put_out(setting, wheel.tree().to_json()) : exit_well;
}

int run_tree(const Setting& setting, VirtualClock& clock) {
  auto backstage = Backstage::open(setting.options, setting.files, clock, setting.random, setting.sound);
  if (!backstage) return report(backstage.error());
  const auto presenter = paint::open_memory(setting.options.size);
  auto wheel = (*backstage)->wheel_for(*presenter);
  wheel.turn({});
  return put_out(setting, wheel.tree().to_json());
}

int run_hash_pin(const Setting& setting) {
  if (isatty(STDIN_FILENO)) std::cerr << "PIN, 4 to 8 digits: ";
  std::string pin;
  std::getline(std::cin, pin);
  const bool fits =
      pin.size() >= 4 && pin.size() <= 8 && pin.find_first_not_of("0123456789") == std::string::npos;
  if (!fits) return report({base::ErrorCode::Invalid, "a PIN has 4 to 8 digits"});
  const auto hash = base::hash_password(base::Secret(pin), setting.random);
  if (!hash) return report(hash.error());
  std::cout << *hash << "\n";
  return exit_well;
}

int run_check_config(const Setting& setting) {
  const auto& file = setting.options.config;
  const auto written = read_settings(setting.files, file, file);
  if (written.missing) return report({base::ErrorCode::NotFound, file.string() + ": there is no such file"});
  const int exit = written.mistakes.empty() ? exit_well : exit_found_wrong;
  if (setting.options.json) {
    const int put = put_out(setting, base::to_pretty_text(settings_as_json(file.string(), written)));
    return put == exit_well ? exit : put;
  }
  for (const auto& mistake : written.mistakes) std::cerr << mistake.text() << "\n";
  return exit == exit_well ? put_out(setting, settings_for_people(file.string(), written)) : exit;
}

}  // namespace wv::app
