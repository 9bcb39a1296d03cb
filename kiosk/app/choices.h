// What staff chose on the screen itself: it stands over the files of settings until they say something else.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "sync/base/json.h"
#include "sync/base/world.h"

namespace wv::app {

struct Choice {
  base::Json value;
  base::Json instead_of;  // what counted without it: once the files say something else, they count again
  bool operator==(const Choice&) const = default;
};
using Choices = std::map<std::string, Choice>;  // by key: "scherm.helderheid"

// The file of the choices, in the state folder.
std::filesystem::path choices_file(const std::filesystem::path& state);
// No file is no choice. Invalid: damaged; then nothing was chosen.
base::Result<Choices> read_choices(const base::Files& files, const std::filesystem::path& file);
base::Result<> write_choices(base::Files& files, const std::filesystem::path& file, const Choices& choices);

}  // namespace wv::app
