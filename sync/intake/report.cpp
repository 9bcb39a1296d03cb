// A report that a person reads to the end, also when a thousand lines of a file were wrong.
#include "sync/intake/reading.h"

namespace wv::intake {
namespace {

constexpr std::size_t most_lines = 40;

base::Json notes_json(const std::vector<Note>& notes) {
  base::Json all = base::Json::array();
  for (const auto& note : notes)
    all.push(base::Json::object({{"where", note.where}, {"why", note.why}, {"whatToDo", note.what_to_do}}));
  return all;
}

std::string notes_text(const std::vector<Note>& notes) {
  std::string out;
  for (std::size_t i = 0; i < notes.size() && i < most_lines; ++i) {
    out += "  " + notes[i].where + ": " + notes[i].why;
    if (!notes[i].what_to_do.empty()) out += ". " + notes[i].what_to_do;
    out += "\n";
  }
  if (notes.size() > most_lines) out += "  and " + std::to_string(notes.size() - most_lines) + " more\n";
  return out;
}

}  // namespace

base::Json Report::json() const {
  return base::Json::object({{"file", file},
                             {"written", written},
                             {"understood", understood},
                             {"new", fresh},
                             {"gone", gone},
                             {"leftOut", notes_json(left_out)},
                             {"warnings", notes_json(warnings)}});
}

std::string Report::text() const {
  std::string out = std::to_string(understood) + " understood (" + std::to_string(fresh) + " new, " +
                    std::to_string(gone) + " no longer there)" +
                    (written ? ", written to " : "; a dry run, so not written to ") + file + "\n";
  if (!left_out.empty()) out += std::to_string(left_out.size()) + " left out:\n" + notes_text(left_out);
  if (!warnings.empty()) out += "Please look at:\n" + notes_text(warnings);
  return out;
}

}  // namespace wv::intake
