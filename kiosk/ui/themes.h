// The four themes of a kiosk, one for each choice of contrast.
#pragma once

#include <array>
#include <filesystem>

#include "kiosk/ui/theme.h"
#include "kiosk/visit/action.h"
#include "sync/base/world.h"

namespace wv::ui {

struct Themes {
  std::array<Theme, 4> all;
  const Theme& of(visit::Contrast contrast) const { return all[static_cast<std::size_t>(contrast)]; }
};

// Reads light, dark, contrast-light and contrast-dark.tokens.json from `folder` (share/wijkvenster/themes).
// One that is missing or refused fails all: the message names the file and each failing pair.
base::Result<Themes> load_themes(const base::Files& files, const std::filesystem::path& folder);

// A municipality's own file in the place of one of the four; what it leaves out stays as it was. When it is
// right a copy is kept as `last_good`; when it is refused, that copy is used, and without one the theme stays
// what it was. The message, for staff, names the file, each failing pair and the theme that is in use.
struct OwnTheme {
  visit::Contrast contrast;
  std::filesystem::path file, last_good;
};
base::Result<> take_own_theme(Themes& themes, base::Files& files, const OwnTheme& own);

}  // namespace wv::ui
