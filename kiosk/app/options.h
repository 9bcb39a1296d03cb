// What was asked for on the command line.
#pragma once

#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/slips_pdf.h"
#include "kiosk/paint/geometry.h"
#include "kiosk/visit/action.h"
#include "sync/base/time.h"

namespace wv::app {

struct Options {
  enum class Mode {
    Window,
    Journey,
    Tree,
    Audit,
    Previews,
    ContactSheet,
    Bench,
    FirstFrame,
    CheckConfig,
    SafeScreen,
    HashPin,
    HelpSheet,
    PaperSlips
  };
  Mode mode = Mode::Window;
  std::filesystem::path state;
  std::filesystem::path config;  // empty: <state>/instellingen.toml
  std::filesystem::path share;
  paint::Size size{1080, 1920};
  std::optional<paint::Size> panel_mm;  // empty: from the configuration
  std::optional<int> floor_mm;          // lower edge above the floor; empty: from the configuration
  bool fullscreen = false;
  bool tree = false;              // print the tree when done
  std::filesystem::path journey;  // "-": standard input
  std::filesystem::path shots;
  std::vector<std::string> languages;  // of audit and pictures; empty: those of the configuration
  visit::TextSize letters = visit::TextSize::Normal;  // of pictures
  std::vector<std::string> only;                      // names of screens begin with one of these; empty: all
  bool thorough = false;                              // the audit: also what cannot differ
  bool json = false;                                  // the check of the settings: for programs
  std::filesystem::path out;                          // empty: standard output
  std::optional<base::Instant> clock;                 // where the virtual clock starts; empty: now
  std::filesystem::path framebuffer = "/sys/class/graphics/fb0";  // for which "Even geduld" is drawn
  SlipNumbers slips;                                              // to print
  std::filesystem::path transcript;                               // what a journey said aloud
};

// The options, or the exit code with which to end: --help, --version and mistakes have been answered already.
std::expected<Options, int> read_options(int count, char** arguments);

}  // namespace wv::app
