// A note to a file when this process dies of a fault: a bad access, an assertion, a supervisor that lost its
// patience (SIGABRT).
#pragma once

#include <filesystem>

#include "sync/base/crash_note.h"

namespace wv::edge {

// One in a process, and from then on until its end. The file is replaced; it is for its owner alone, and a
// link in its place is not followed. The fault itself goes on its way: the exit status is what it would have
// been.
class LastWords {
 public:
  // `note` must outlive this. Takes the memory that the dying process will need.
  LastWords(const std::filesystem::path& file, const base::CrashNote& note);
  LastWords(const LastWords&) = delete;
  LastWords& operator=(const LastWords&) = delete;
  ~LastWords();
};

}  // namespace wv::edge
