// The commands that fill a folder of content; they need neither repository nor store.
#include "sync/central/intake_options.h"

#include <CLI/CLI.hpp>

namespace wv::central {
namespace {

using intake::Kind;

class Adder {
 public:
  Adder(IntakeOptions& options, std::function<void()> chosen)
      : options_(options), chosen_(std::move(chosen)) {}

  void add(CLI::App& app) {
    auto* import = app.add_subcommand("import", "Take content from another program into a folder of content");
    import->require_subcommand(1);
    import->footer(
        "What comes in is checked by the kiosk's own readers and kept in a file of its own, "
        "DIR/invoer/NAME.toml.\n"
        "The same source again replaces that file. What people wrote in DIR is never touched.\n"
        "Exit code 1: nothing could be kept, and nothing changed.\n"
        "Examples:\n"
        "  wijkvenster-central import ics buurthuis.ics --into content/tilburg --area noord");
    one(*import, "ics", Kind::Calendar, "Activities from a calendar (iCalendar, RFC 5545)",
        "  wijkvenster-central import ics buurthuis.ics --into content/tilburg --area noord\n"
        "  wijkvenster-central import ics buurthuis.ics --into content/tilburg --area noord \\\n"
        "      --theme 'Sport en bewegen=sport' --dry-run");
    one(*import, "feed", Kind::Feed, "News from a website (RSS 2.0 or Atom)",
        "  wijkvenster-central import feed nieuws.xml --into content/tilburg --area noord");
    auto* agenda =
        one(*import, "agenda", Kind::Agenda, "An agenda from a document (.md, .docx, .odt) or a table (.csv)",
            "  wijkvenster-central import agenda wijkagenda-noord.docx --into content/tilburg --area noord\n"
            "  wijkvenster-central import agenda acties.csv --into content/tilburg --area noord --title "
            "'Wijkagenda Noord'\n"
            "Headings: the title, Visie, Kernopgaven with a heading for each, Beschrijving, Acties with "
            "bullets:\n"
            "  - Honderd bomen planten (in uitvoering, trekker: wijkraad; eind 2026)\n"
            "Lines: Thema: groen; Herkomst: inwoners; Wijkwethouder: …; Vastgesteld: 18 maart 2025; "
            "Inwoners: 23.000 (2022).\n"
            "Columns of a table: opgave, actie, beschrijving, thema, herkomst, status, trekker, partners, "
            "periode, onderdeel van.\n"
            "Documents are read by the program pandoc, which has to be installed.");
    agenda->add_option("--title", options_.order.title, "Title of the agenda, when the file does not say it");
    auto* map = one(
        *import, "geojson", Kind::Map, "The map of the wijken (GeoJSON in WGS84 or in EPSG:28992)",
        "  wijkvenster-central import geojson wijken.geojson --into content/tilburg\n"
        "  wijkvenster-central import geojson wijken.geojson --into content/tilburg --replace \\\n"
        "      --source 'CBS en Kadaster, CC BY 4.0' --year 2025\n"
        "Wijken of other municipalities are passed over. The map that stood there stays beside the new one.");
    map->add_option("--source", options_.order.attribution, "Where it comes from, as the screen says it");
    map->add_option("--year", options_.order.year, "Year of the CBS codes, when the file does not say it")
        ->check(CLI::Range(1990, 2100));
    check(app);
    preview(app);
  }

 private:
  CLI::App* one(CLI::App& import, const char* name, Kind kind, const char* what, const char* examples) {
    auto* sub = import.add_subcommand(name, what);
    sub->footer(std::string("Examples:\n") + examples);
    sub->add_option("file", options_.order.source, "What was exported or fetched")->required();
    sub->add_option("--into", options_.order.folder, "Folder with gemeente.toml and gebieden/")
        ->required()
        ->type_name("DIR");
    sub->add_option("--area", options_.order.area, "The area it is about (default: the only one there is)");
    sub->add_option("--name", options_.order.name,
                    "Name of the file in invoer/ (default: kind and name of FILE)");
    sub->add_option("--theme", options_.themes,
                    "Which theme a word of the source is; may be given more than once")
        ->type_name("WORD=ID")
        ->allow_extra_args(false);
    sub->add_flag_callback(
        "--replace", [&options = options_] { options.order.edited = intake::Keeping::Edited::MayBeReplaced; },
        "Replace the file in invoer/ also when somebody changed it by hand");
    sub->add_flag_callback(
        "--dry-run", [&options = options_] { options.order.mode = intake::Keeping::Mode::DryRun; },
        "Only report; write nothing");
    sub->add_flag_callback(
        "--json", [&options = options_] { options.form = IntakeOptions::Form::Json; }, "The report as JSON");
    sub->callback([kind, chosen = chosen_, &options = options_] {
      options.order.kind = kind;
      for (const auto& theme : options.themes) {
        const auto equals = theme.rfind('=');
        if (equals == std::string::npos)
          throw CLI::ValidationError("--theme", "expected WORD=ID, got " + theme);
        options.order.themes[theme.substr(0, equals)] = theme.substr(equals + 1);
      }
      chosen();
    });
    return sub;
  }

  void check(CLI::App& app) {
    auto* sub = app.add_subcommand(
        "check", "Read a folder of content as publishing would, with hints for plain Dutch");
    sub->footer(
        "Mistakes keep content from being published: exit code 1. Hints on hard words and long sentences "
        "never do.\n"
        "Examples:\n"
        "  wijkvenster-central check content/tilburg\n"
        "  wijkvenster-central check content/tilburg --json");
    sub->add_option("folder", options_.order.folder, "Folder with gemeente.toml and gebieden/")->required();
    sub->add_flag_callback(
        "--json", [&options = options_] { options.form = IntakeOptions::Form::Json; },
        "Mistakes and hints as JSON");
    sub->callback([chosen = chosen_, &options = options_] {
      options.what = IntakeOptions::What::Check;
      chosen();
    });
  }

  void preview(CLI::App& app) {
    auto* sub = app.add_subcommand("preview", "Pictures of what the kiosk will show of a folder of content");
    sub->footer(
        "Nothing is published: a kiosk beside this program visits a central that is there for the moment.\n"
        "Examples:\n"
        "  wijkvenster-central preview content/tilburg --shots /tmp/voorbeeld --area noord");
    sub->add_option("folder", options_.order.folder, "Folder with gemeente.toml and gebieden/")->required();
    sub->add_option("--shots", options_.shots, "Where the pictures go (PNG)")
        ->required()
        ->type_name("FOLDER");
    sub->add_option("--area", options_.order.area, "Of which area (default: the first)");
    sub->add_flag_callback(
        "--json", [&options = options_] { options.form = IntakeOptions::Form::Json; },
        "The names of the pictures as JSON");
    sub->callback([chosen = chosen_, &options = options_] {
      options.what = IntakeOptions::What::Preview;
      chosen();
    });
  }

  IntakeOptions& options_;
  std::function<void()> chosen_;
};

}  // namespace

void add_intake_commands(CLI::App& app, IntakeOptions& options, std::function<void()> chosen) {
  Adder(options, std::move(chosen)).add(app);
}

}  // namespace wv::central
