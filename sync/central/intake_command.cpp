// A report goes to standard output, as text or as JSON.
#include "sync/central/intake_command.h"

#include <cstdio>

namespace wv::central {

base::Result<> run_intake(const IntakeOptions& options, Machine& machine) {
  const intake::World world{machine.files, machine.clock.local(machine.clock.now()).day};
  WV_TRY(const auto report, intake::import_into(world, options.order));
  const bool json = options.form == IntakeOptions::Form::Json;
  const auto text = json ? base::to_pretty_text(report.json()) + "\n" : report.text();
  std::fputs(text.c_str(), stdout);
  return {};
}

}  // namespace wv::central
