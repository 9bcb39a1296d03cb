// A report goes to standard output, as text or as JSON.
#include "sync/central/intake_command.h"

#include <cstdio>

#include "sync/edge/child.h"
#include "sync/intake/check.h"
#include "sync/intake/preview.h"

namespace wv::central {
namespace {

void print(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

base::Result<> import(const IntakeOptions& options, Machine& machine) {
  const intake::World world{machine.files, machine.clock.local(machine.clock.now()).day};
  WV_TRY(const auto report, intake::import_into(world, options.order));
  print(options.form == IntakeOptions::Form::Json ? base::to_pretty_text(report.json()) + "\n"
                                                  : report.text());
  return {};
}

base::Result<> check(const IntakeOptions& options, Machine& machine) {
  const auto checked = intake::check_folder(machine.files, options.order.folder);
  if (options.form == IntakeOptions::Form::Json) {
    print(base::to_pretty_text(checked.json()) + "\n");
  } else {
    for (const auto& mistake : checked.mistakes) print(mistake.text() + "\n");
    for (const auto& hint : checked.hints) print(hint.text() + "\n");
    print(std::to_string(checked.mistakes.size()) + " mistakes, " + std::to_string(checked.hints.size()) +
          " hints\n");
  }
  if (checked.mistakes.empty()) return {};
  return base::fail(base::ErrorCode::Invalid, "content with mistakes cannot be published");
}

base::Result<> preview(const IntakeOptions& options, Machine& machine) {
  WV_TRY(const auto programs, intake::programs_beside(edge::own_program()));
  WV_TRY(const auto made,
         intake::preview(machine.files, programs, options.order.folder, options.order.area, options.shots));
  base::Json all = base::Json::array();
  for (const auto& picture : made.pictures) all.push(picture.string());
  if (options.form == IntakeOptions::Form::Json)
    return print(base::to_pretty_text(all) + "\n"), base::Result<>();
  for (const auto& picture : made.pictures) print(picture.string() + "\n");
  for (const auto& note : made.missing) print(note.why + "\n");
  return {};
}

}  // namespace

base::Result<> run_intake(const IntakeOptions& options, Machine& machine) {
  switch (options.what) {
    case IntakeOptions::What::Import:
      return import(options, machine);
    case IntakeOptions::What::Check:
      return check(options, machine);
    case IntakeOptions::What::Preview:
      return preview(options, machine);
  }
  return {};
}

}  // namespace wv::central
