// Another program, kept on a short lead: it ends in time, stays within its memory, and never outlives us.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sync/base/result.h"
#include "sync/base/time.h"

namespace wv::edge {

struct Command {
  std::filesystem::path program;  // a path, not a name
  std::vector<std::string> arguments;
  base::Millis within{60'000};         // then it is killed
  std::size_t memory = 0;              // bytes of data it may have; 0: as much as it likes
  std::size_t most_output = 16 << 20;  // of each stream; more kills it
};

struct Ended {
  int status = 0;  // exit status; 128 and more: ended by a signal
  std::string out, err;
};

// Runs it to its end with `input` as standard input. Unavailable: it could not be started, took too long or
// said too much; its own failure is a status.
base::Result<Ended> run(const Command& command, std::string_view input = {});

// One that goes on until this is destroyed: asked to stop, and killed when it does not.
class Background {
 public:
  static base::Result<Background> start(const Command& command, const std::filesystem::path& log);
  ~Background();
  Background(Background&& other) noexcept : process_(std::exchange(other.process_, -1)) {}
  Background& operator=(Background&&) = delete;
  bool runs();  // false once it has ended by itself
  // Waits until it has written something in this file. False: it ended before, or took too long.
  bool brings(const std::filesystem::path& file, base::Millis within);

 private:
  explicit Background(pid_t process) : process_(process) {}
  pid_t process_ = -1;
};

// The program of this name in PATH.
std::optional<std::filesystem::path> find_program(std::string_view name);
// The program that this process runs.
std::filesystem::path own_program();

}  // namespace wv::edge
