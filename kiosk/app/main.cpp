// wijkvenster: builds the real world and hands it to whatever was asked for.
#include <sys/prctl.h>
#include <sys/resource.h>

#include <cstdlib>
#include <iostream>

#include "kiosk/app/run.h"
#include "kiosk/care/machine_display.h"
#include "kiosk/speech/alsa.h"
#include "kiosk/speech/espeak.h"
#include "sync/db/database.h"
#include "sync/edge/clock.h"
#include "sync/edge/disk.h"
#include "sync/edge/last_words.h"
#include "sync/edge/random.h"
#include "sync/edge/supervisor.h"

namespace {

// What a visitor typed must not end up in a core dump.
void leave_no_core() {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
}

int run(const wv::app::Setting& setting, const wv::base::Clock& clock) {
  using Mode = wv::app::Options::Mode;
  const auto mode = setting.options.mode;
  if (mode != Mode::Bench) leave_no_core();  // --bench reads its own memory figures
  wv::app::VirtualClock virtual_clock(setting.options.clock.value_or(clock.now()), clock);
  switch (mode) {
    case Mode::Window:
      return wv::app::run_window(setting, clock);
    case Mode::Journey:
      return wv::app::run_journey(setting, virtual_clock);
    case Mode::Tree:
      return wv::app::run_tree(setting, virtual_clock);
    case Mode::Previews:
      return wv::app::run_previews(setting, virtual_clock);
    case Mode::ContactSheet:
      return wv::app::run_contact_sheet(setting, virtual_clock);
    case Mode::Audit:
      return wv::app::run_audit(setting, virtual_clock);
    case Mode::Bench:
      return wv::app::run_bench(setting, clock);
    case Mode::FirstFrame:
      return wv::app::run_first_frame(setting, clock);
    case Mode::CheckConfig:
      return wv::app::run_check_config(setting);
    case Mode::SafeScreen:
      return wv::app::run_safe_screen(setting, clock);
    case Mode::HashPin:
      return wv::app::run_hash_pin(setting);
    case Mode::HelpSheet:
      return wv::app::run_help_sheet(setting, clock);
    case Mode::PaperSlips:
      return wv::app::run_paper_slips(setting);
  }
  return wv::app::exit_well;
}

}  // namespace

int main(int count, char** arguments) {
  if (const auto wiped = wv::db::Database::wipe_memory(); !wiped) return wv::app::report(wiped.error());
  const auto options = wv::app::read_options(count, arguments);
  if (!options) return options.error();
  const auto clock = wv::edge::system_clock();
  if (!clock) return wv::app::report(clock.error());
  wv::edge::Disk disk;  // the courier, another user of the same group, reads what is asked of it; the umask
                        // keeps others out
  wv::edge::SystemRandom random;
  wv::speech::EspeakSpeaker voice;
  wv::speech::AlsaOutlet outlet;
  const auto supervisor = wv::edge::systemd_supervisor(**clock);
  const auto panel = [] {
    const char* x = std::getenv("DISPLAY");
    return wv::care::machine_display({.x = x ? x : ""});
  };
  const auto at_crash = [](const std::filesystem::path& file, const wv::base::CrashNote& note) {
    return std::make_shared<wv::edge::LastWords>(file, note);
  };
  return run({*options, disk, random, {voice, outlet}, *supervisor, panel, at_crash}, **clock);
}
