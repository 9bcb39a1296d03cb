// pandoc runs in its sandbox (no files, no network), with little memory and time: a document is somebody
// else's.
#include "sync/intake/pandoc.h"

#include "sync/edge/child.h"
#include "sync/intake/words.h"

namespace wv::intake {
namespace {

using base::ErrorCode;

constexpr std::size_t most_memory = 768 << 20;
constexpr base::Millis most_time{30'000};
constexpr base::JsonLimits tree_limits{32 << 20, 160};

}  // namespace

base::Result<base::Json> read_with_pandoc(std::string_view document, const std::string& format) {
  const auto program = edge::find_program("pandoc");
  if (!program)
    return base::fail(
        ErrorCode::Unavailable,
        "reading documents needs the program pandoc (2.15 or later), which is not installed here. Install "
        "it, or import the agenda as CSV");
  edge::Command command{.program = *program, .arguments = {"--sandbox", "--from", format, "--to", "json"}};
  command.within = most_time;
  command.memory = most_memory;
  command.most_output = tree_limits.max_bytes;
  auto ended = edge::run(command, document);
  if (!ended)
    return base::fail(ErrorCode::Invalid,
                      ended.error().message + ". Is it one agenda, and not a whole book?");
  // What GHC says when its memory ends is of no use to who handed over a document.
  if (ended->status != 0 && ended->err.find("bytes of memory") != std::string::npos)
    return base::fail(ErrorCode::Invalid,
                      "there is more in it than a document holds (over 768 MiB once unpacked)");
  if (ended->status != 0)
    return base::fail(ErrorCode::Invalid, "pandoc cannot read it: " +
                                              fit_line(ended->err.empty() ? "it gave up" : ended->err, 300));
  auto tree = base::parse_json(ended->out, tree_limits);
  if (!tree)
    return base::fail(ErrorCode::Invalid,
                      "its lists or tables lie too deep in each other: " + tree.error().message);
  return tree;
}

}  // namespace wv::intake
