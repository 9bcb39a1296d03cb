// Reading the four theme files of a kiosk, and a municipality's own in their place.
#include "kiosk/ui/themes.h"

#include <string>

#include "sync/base/files.h"

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

base::Result<> take_own_theme(Themes& themes, base::Files& files, const OwnTheme& own) {
  Theme& place = themes.all[static_cast<std::size_t>(own.contrast)];
  const auto load = [&](const std::filesystem::path& file) -> base::Result<Theme> {
    WV_TRY(const auto bytes, files.read(file));
    return load_theme(base::as_text(bytes), own.file.filename().string(), &place);
  };
  auto theme = load(own.file);
  if (theme) {
    place = *std::move(theme);
    const auto bytes = files.read(own.file);
    // Without the copy the kiosk looks just as well today.
    if (bytes) (void)base::write_if_different(files, own.last_good, *bytes);
    return {};
  }
  std::string why = theme.error().message;
  if (why.find(own.file.filename().string()) == std::string::npos) why = own.file.string() + ": " + why;
  const auto before = load(own.last_good);
  if (before) place = *before;
  return base::fail(base::ErrorCode::Invalid,
                    why + " (the theme in use is " + place.name + (before ? ", as it was before)" : ")"));
}

}  // namespace wv::ui
