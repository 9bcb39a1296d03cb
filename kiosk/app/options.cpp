// The command line of the screen program, with examples a person can copy.
#include "kiosk/app/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>

#include "kiosk/visit/visit.h"

namespace wv::app {

namespace {

constexpr int usage_error = 2;
constexpr std::array<std::string_view, 4> letter_sizes = {"small", "normal", "large", "largest"};

constexpr const char* examples = R"(
Examples:
  wijkvenster --state /var/lib/wijkvenster --fullscreen
      the kiosk, as it runs in a neighbourhood office
  wijkvenster --state build/demo/kiosk-noord --size 1920x1080 --panel-mm 476x268
      in a window, as if on a lying panel of 21.5 inch
  wijkvenster --state DIR --headless --journey visit.journey --shots shots
      plays a script in virtual time and writes its pictures; exit 1 at the first step that does not come true
  wijkvenster --state DIR --audit --out audit.json
      measures every screen in every language, text size and orientation, and every theme once, because no
      theme moves anything; exit 1 on a violation. --long: every theme in all of them
  wijkvenster --state DIR --previews shots
      a picture of every screen, without having to reach it
  wijkvenster --state DIR --contact-sheet sheets --lang ar,ti --letters largest
      all screens of a language side by side in one picture
  wijkvenster --check-config --config config/kiosk.toml
      every mistake in the settings of a kiosk and its layers, exit 1; or what counts and where it stands
  wijkvenster --state DIR --help-sheet hulp.pdf
      one page to print and hang beside the kiosk; --lang en: in English
  wijkvenster --state DIR --paper-slips briefjes.pdf --numbers 41-80
      slips to hand out, two on a page, for who would rather write; staff type them over behind the PIN
  wijkvenster --hash-pin
      asks for a PIN and prints the line for the settings

Steps of a journey, one a line, # starts a comment:
  tap "label"   hold "label" 3s   type "text"   key Up|Down|Left|Right|Select|Help   keys-to "label"
  expect "text"   expect-not "text"   expect-screen NAME   expect-exit 10   wait 90s
  finger down X Y   finger move X Y   finger up   lang en   shot NAME   sync
  speak-expect "text"   headphones in|out
and those of a journey that a failing program left behind (laatste-minuten.journey, without a word of what was typed):
  press ID   press-long ID   touch   letter

Exit: 0 well, 1 checked and found wrong, 2 usage, 69 unavailable, 74 disk.
Asked for by staff on the screen: 10 start the program again, 11 restart the machine, 12 switch it off.
)";

// "1080x1920" or "1-40": two numbers and what stands between them.
std::optional<std::pair<int, int>> pair_in(const std::string& text, char between) {
  std::pair<int, int> two;
  const char* end = text.data() + text.size();
  const auto [middle, first] = std::from_chars(text.data(), end, two.first);
  if (first != std::errc{} || middle == end || *middle != between) return std::nullopt;
  const auto [stop, second] = std::from_chars(middle + 1, end, two.second);
  return second == std::errc{} && stop == end ? std::optional(two) : std::nullopt;
}

std::optional<paint::Size> size_of(const std::string& text) {
  const auto two = pair_in(text, 'x');
  if (!two || two->first < 1 || two->second < 1) return std::nullopt;
  return paint::Size{two->first, two->second};
}

// Such as staff can type.
std::optional<SlipNumbers> numbers_of(const std::string& text) {
  const auto two = pair_in(text, '-');
  if (!two || two->first < 1 || two->second < two->first || two->second - two->first >= most_slips ||
      std::to_string(two->second).size() > visit::most_slip_digits)
    return std::nullopt;
  return SlipNumbers{two->first, two->second};
}

const CLI::Validator some_numbers(
    [](std::string& text) -> std::string {
      return numbers_of(text) ? ""
                              : "'" + text + "' are no numbers; write them as 1-40, from 1 to " +
                                    std::string(visit::most_slip_digits, '9') + " and at most " +
                                    std::to_string(most_slips) + " of them";
    },
    "FIRST-LAST");

CLI::Validator a_size(int least, int most) {
  return CLI::Validator(
      [=](std::string& text) -> std::string {
        const auto size = size_of(text);
        const bool fits = size && size->width >= least && size->height >= least && size->width <= most &&
                          size->height <= most;
        return fits ? ""
                    : "'" + text + "' is no size; write it as 1080x1920, each from " + std::to_string(least) +
                          " to " + std::to_string(most);
      },
      "WIDTHxHEIGHT");
}

struct Raw {
  std::string size = "1080x1920", panel_mm, clock;
  bool headless = false, audit = false, bench = false, first_frame = false, check_config = false,
       hash_pin = false, safe_screen = false;
  std::string previews, contact_sheet, help_sheet, paper_slips, numbers = "1-40", letters = "normal";
};

void describe(CLI::App& app, Options& options, Raw& raw) {
  app.add_option("--state", options.state, "folder with ideeen.db, sync.db and the content releases");
  app.add_option("--config", options.config,
                 "settings of this kiosk (default: instellingen.toml in the state folder)");
  app.add_option("--share", options.share,
                 "folder with fonts, themes, strings and words (default: beside the program)");
  app.add_option("--size", raw.size, "size of the window or picture in pixels")
      ->check(a_size(480, 8192))
      ->capture_default_str();
  app.add_option("--panel-mm", raw.panel_mm, "size of the panel in mm (default: from the settings)")
      ->check(a_size(50, 4000));
  app.add_option("--floor-mm", options.floor_mm,
                 "from the floor to the lower edge of the panel in mm (default: from the settings)")
      ->check(CLI::Range(0, 2500));
  app.add_flag("--fullscreen", options.fullscreen, "use the whole screen, without a mouse pointer");
  app.add_flag("--headless", raw.headless, "no window; needs --journey or --tree");
  app.add_option("--journey", options.journey, "play this script; - reads it from standard input");
  app.add_option("--shots", options.shots, "folder for the pictures of a journey");
  app.add_option("--transcript", options.transcript, "file for what a journey read aloud");
  app.add_flag("--tree", options.tree, "print the semantic tree of the (last) screen as JSON");
  app.add_flag("--audit", raw.audit, "measure every screen in every form");
  app.add_option("--previews", raw.previews, "write a picture of every screen to this folder");
  app.add_option("--contact-sheet", raw.contact_sheet,
                 "write one picture a language with all screens to this folder");
  app.add_option("--lang", options.languages, "only these languages of an audit or pictures, as nl,en")
      ->delimiter(',');
  app.add_option("--only", options.only,
                 "only the screens whose names begin so, of an audit or pictures, as staff,touch")
      ->delimiter(',');
  app.add_option("--letters", raw.letters, "size of the letters in pictures: small, normal, large, largest")
      ->check(CLI::IsMember(std::vector<std::string>(letter_sizes.begin(), letter_sizes.end())));
  app.add_flag("--long", options.thorough, "the audit of everything in everything");
  app.add_flag("--bench", raw.bench, "measure speed and memory, as JSON");
  app.add_flag("--first-frame", raw.first_frame, "open, draw once, print when, end (for --bench)")->group("");
  app.add_flag("--check-config", raw.check_config,
               "say what is wrong with the settings, or what counts and in which layer it stands");
  app.add_flag("--json", options.json, "--check-config as JSON");
  app.add_flag("--hash-pin", raw.hash_pin,
               "read a PIN from standard input and print what belongs in pin_hash");
  app.add_flag("--safe-screen", raw.safe_screen,
               "draw the picture that stands in for this program while it cannot run, and end");
  app.add_option("--framebuffer", options.framebuffer, "for which framebuffer: its folder in sysfs")
      ->capture_default_str();
  app.add_option("--help-sheet", raw.help_sheet,
                 "write what to do when the kiosk fails, and whom to call, as PDF to this file");
  app.add_option("--paper-slips", raw.paper_slips, "write slips for ideas on paper as PDF to this file");
  app.add_option("--numbers", raw.numbers, "of the slips; a number counts once a year")
      ->check(some_numbers)
      ->capture_default_str();
  app.add_option("--out", options.out, "file for the report (default: standard output)");
  app.add_option("--clock", raw.clock,
                 "moment at which virtual time starts, as 2026-11-23T13:00:00Z (default: now)");
}

Options::Mode mode_of(const Options& options, const Raw& raw) {
  using enum Options::Mode;
  if (raw.hash_pin) return HashPin;
  if (raw.check_config) return CheckConfig;
  if (raw.safe_screen) return SafeScreen;
  if (!raw.help_sheet.empty()) return HelpSheet;
  if (!raw.paper_slips.empty()) return PaperSlips;
  if (raw.audit) return Audit;
  if (!raw.previews.empty()) return Previews;
  if (!raw.contact_sheet.empty()) return ContactSheet;
  if (raw.bench) return Bench;
  if (raw.first_frame) return FirstFrame;
  if (!options.journey.empty()) return Journey;
  if (options.tree) return Tree;
  return Window;
}

void require_state(const Options& options) {
  const bool reads_one_file = options.mode == Options::Mode::CheckConfig && !options.config.empty();
  if (options.state.empty() && options.mode != Options::Mode::HashPin && !reads_one_file)
    throw CLI::RequiredError("--state");
}

void settle(Options& options, const Raw& raw, const std::filesystem::path& program) {
  options.mode = mode_of(options, raw);
  require_state(options);
  options.size = *size_of(raw.size);
  if (!raw.panel_mm.empty()) options.panel_mm = size_of(raw.panel_mm);
  if (!raw.previews.empty()) options.shots = raw.previews;
  if (!raw.contact_sheet.empty()) options.shots = raw.contact_sheet;
  if (!raw.help_sheet.empty()) options.out = raw.help_sheet;
  if (!raw.paper_slips.empty()) options.out = raw.paper_slips;
  options.slips = *numbers_of(raw.numbers);
  options.letters =
      static_cast<visit::TextSize>(std::ranges::find(letter_sizes, raw.letters) - letter_sizes.begin());
  if (options.config.empty()) options.config = options.state / "instellingen.toml";
  if (options.share.empty()) options.share = program.parent_path().parent_path() / "share" / "wijkvenster";
  if (raw.headless && options.mode == Options::Mode::Window)
    throw CLI::ValidationError("--headless", "needs something to do: --journey FILE or --tree");
  if (raw.clock.empty()) return;
  const auto clock = base::parse_rfc3339(raw.clock);
  if (!clock) throw CLI::ValidationError("--clock", clock.error().message);
  options.clock = *clock;
}

}  // namespace

std::expected<Options, int> read_options(int count, char** arguments) {
  CLI::App app{"Wijkvenster: the screen of a neighbourhood kiosk.", "wijkvenster"};
  app.footer(examples);
  app.set_version_flag("--version", std::string("wijkvenster ") + WV_VERSION);
  Options options;
  Raw raw;
  describe(app, options, raw);
  try {
    app.parse(count, arguments);
    std::error_code no_link;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", no_link);
    settle(options, raw, no_link ? std::filesystem::path(arguments[0]) : program);
  } catch (const CLI::ParseError& error) {
    return std::unexpected(app.exit(error) == 0 ? 0 : usage_error);
  }
  return options;
}

}  // namespace wv::app
