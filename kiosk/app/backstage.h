// Everything a wheel turns with, opened in one go from the files of an installation.
#pragma once

#include <filesystem>
#include <memory>

#include "kiosk/app/house.h"
#include "kiosk/app/options.h"
#include "kiosk/app/wheel.h"

namespace wv::app {

// All catalogues of an installation; the Dutch one has to be there.
base::Result<screens::Strings> load_strings(const base::Files& files, const std::filesystem::path& folder);

class Backstage {
 public:
  // The references must outlive it. An error names the file that is missing or wrong.
  static base::Result<std::unique_ptr<Backstage>> open(const Options& options, base::Files& files,
                                                       const base::Clock& clock, base::Random& random,
                                                       Sound sound);

  // A wheel that leaves the light to the picture, or to a display, which has to outlive it.
  Wheel wheel_for(paint::Presenter& presenter) { return wheel_for(presenter, picture_alone_); }
  Wheel wheel_for(paint::Presenter& presenter, care::Display& display);
  House& house() { return *house_; }
  const screens::Strings& strings() const { return strings_; }
  const ui::Themes& themes() const { return themes_; }
  text::Engine& engine() { return *engine_; }
  visit::Rules rules() const { return rules_; }

 private:
  Backstage(const base::Clock& clock, std::unique_ptr<House> house, screens::Strings strings,
            ui::Themes themes, std::unique_ptr<text::Engine> engine);

  const base::Clock& clock_;
  std::unique_ptr<House> house_;
  screens::Strings strings_;
  ui::Themes themes_;
  std::unique_ptr<text::Engine> engine_;
  visit::Rules rules_;
  care::PictureAlone picture_alone_;
};

}  // namespace wv::app
