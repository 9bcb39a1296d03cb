// Reading the four theme files of a kiosk.
#include "kiosk/ui/themes.h"

#include <string>

namespace wv::ui {

base::Result<Themes> load_themes(const base::Files& files, const std::filesystem::path& folder) {
  // In the order of visit::Contrast.
  constexpr std::array<const char*, 4> kNames = {"light", "dark", "contrast-light", "contrast-dark"};
  Themes themes;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    const std::filesystem::path file = folder / (std::string(kNames[i]) + ".tokens.json");
    auto bytes = files.read(file);
    if (!bytes) return base::pass(bytes, file.string());
    WV_TRY(themes.all[i], load_theme(base::as_text(*bytes), file.string()));
  }
  return themes;
}

}  // namespace wv::ui
