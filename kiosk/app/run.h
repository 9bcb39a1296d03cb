// The things `wijkvenster` can be asked to do, each with its exit code.
#pragma once

#include <array>
#include <functional>

#include "kiosk/app/backstage.h"
#include "kiosk/app/options.h"
#include "kiosk/app/previews.h"
#include "kiosk/app/virtual_clock.h"
#include "sync/base/crash_note.h"
#include "sync/base/supervisor.h"

namespace wv::app {

// 10 to 12: staff asked for it on the screen; whoever started the program does it (README.md).
inline constexpr int exit_restart_program = 10, exit_restart_machine = 11, exit_power_off = 12;
inline constexpr int exit_well = 0, exit_found_wrong = 1, exit_unavailable = 69, exit_disk = 74;

// What a mode runs in. `clock` is the real one, or virtual in the modes that take a VirtualClock.
struct Setting {
  const Options& options;
  base::Files& files;
  base::Random& random;
  Sound sound;
  base::Supervisor& supervisor;
  std::function<std::unique_ptr<care::Display>()> panel;  // of the machine, for who fills its screen
  // From now on until the answer is destroyed: when the process dies of a fault, this note goes to that file.
  std::function<std::shared_ptr<void>(const std::filesystem::path& file, const base::CrashNote& note)>
      at_crash;
};

// A screen and what turns it, opened side by side: the one waits for the X server while the other reads
// files.
struct Opened {
  std::unique_ptr<paint::Presenter> presenter;
  std::unique_ptr<Backstage> backstage;
};
using OpenPresenter =
    std::function<base::Result<std::unique_ptr<paint::Presenter>>()>;  // on the calling thread
base::Result<Opened> open_side_by_side(const Setting& setting, const base::Clock& clock,
                                       const OpenPresenter& open);

int run_window(const Setting& setting, const base::Clock& clock);
int run_journey(const Setting& setting, VirtualClock& clock);
int run_tree(const Setting& setting, VirtualClock& clock);
int run_previews(const Setting& setting, VirtualClock& clock);
int run_contact_sheet(const Setting& setting, VirtualClock& clock);
int run_audit(const Setting& setting, VirtualClock& clock);
int run_bench(const Setting& setting, const base::Clock& clock);
int run_first_frame(const Setting& setting, const base::Clock& clock);
int run_check_config(const Setting& setting);
int run_hash_pin(const Setting& setting);
int run_safe_screen(const Setting& setting, const base::Clock& clock);
int run_help_sheet(const Setting& setting, const base::Clock& clock);
int run_paper_slips(const Setting& setting);

// Every preview that --only wants, after the house has done what some of them need.
std::vector<Preview> album_of(Backstage& backstage, const base::Clock& clock, const Options& options);
void keep_wanted(std::vector<Preview>& album, const Options& options);
// Those of --lang, else of the settings.
std::vector<model::Lang> languages_of(const Setting& setting, const Settings& settings);
struct NamedPanel {
  std::string name;
  ui::Panel panel;
};
// Upright and lying, as the panel of the settings.
std::array<NamedPanel, 2> panels_of(const Setting& setting, const Settings& settings);

// The exit code that tells the supervisor what staff asked for.
int exit_after(const std::optional<visit::Farewell>& farewell);
// Says it on standard error and returns the exit code that belongs to it.
int report(const base::Error& error);
// To --out, or to standard output.
int put_out(const Setting& setting, const std::string& text);

}  // namespace wv::app
