// wijkvenster-central: builds the real world and hands it to one command.
#include <cstdio>

#include "sync/central/commands.h"
#include "sync/desk/desk_pages.h"
#include "sync/edge/clock.h"
#include "sync/edge/disk.h"
#include "sync/edge/killer.h"
#include "sync/edge/random.h"
#include "sync/edge/supervisor.h"

namespace {

// Tests end the program at a step that the environment names (see edge/killer.h).
class DeadlySteps final : public wv::central::Steps {
 public:
  explicit DeadlySteps(wv::edge::Killer& killer) : killer_(killer) {}
  void reached(std::string_view step) const override { killer_.reached(step); }

 private:
  wv::edge::Killer& killer_;
};

}  // namespace

int main(int argc, char** argv) {
  using namespace wv;
  const auto options = central::parse_options(argc, argv);
  if (!options) return options.error();
  const auto clock = edge::system_clock();
  if (!clock) {
    std::fprintf(stderr, "wijkvenster-central: %s\n", clock.error().message.c_str());
    return central::exit_io;
  }
  const auto killer = edge::Killer::from_environment(central::step::all);
  if (!killer) {
    std::fprintf(stderr, "wijkvenster-central: %s\n", killer.error().message.c_str());
    return central::exit_usage;
  }
  const DeadlySteps steps(**killer);
  edge::SystemRandom random;
  edge::Disk files;
  edge::Disk secret_files(edge::Disk::Access::OwnerOnly);
  const base::Log log([](std::string_view line) {
    std::fprintf(stderr, "%.*s\n", static_cast<int>(line.size()), line.data());
  });
  const auto supervisor = edge::systemd_supervisor(**clock);
  central::Machine machine{
      **clock, random,          files, secret_files, log, &desk::open_pages, &desk::ask_about_accounts,
      steps,   supervisor.get()};
  return central::run_command(*options, machine);
}
