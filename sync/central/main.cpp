// wijkvenster-central: builds the real world and hands it to one command.
#include <cstdio>

#include "sync/central/commands.h"
#include "sync/desk/desk_pages.h"
#include "sync/edge/clock.h"
#include "sync/edge/disk.h"
#include "sync/edge/random.h"

int main(int argc, char** argv) {
  using namespace wv;
  const auto options = central::parse_options(argc, argv);
  if (!options) return options.error();
  const auto clock = edge::system_clock();
  if (!clock) {
    std::fprintf(stderr, "wijkvenster-central: %s\n", clock.error().message.c_str());
    return central::exit_io;
  }
  edge::SystemRandom random;
  edge::Disk files;
  edge::Disk secret_files(edge::Disk::Access::OwnerOnly);
  const base::Log log([](std::string_view line) {
    std::fprintf(stderr, "%.*s\n", static_cast<int>(line.size()), line.data());
  });
  central::Machine machine{
      **clock, random, files, secret_files, log, &desk::open_pages, &desk::ask_about_accounts};
  return central::run_command(*options, machine);
}
