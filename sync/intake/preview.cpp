// The same programs, in the same order, as a municipality runs them; only the place and the keys are for
// once.
#include "sync/intake/preview.h"

#include <stdlib.h>

#include <algorithm>

#include "sync/content/content_source.h"
#include "sync/edge/child.h"
#include "sync/edge/disk.h"
#include "sync/intake/rehearsal.h"
#include "sync/intake/words.h"

namespace wv::intake {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::Json;
using base::Result;

constexpr base::Millis patience{60'000};
constexpr std::size_t most_challenges = 12;

class PrivateFolder {
 public:
  static Result<PrivateFolder> make() {
    std::error_code error;
    auto name = (fs::temp_directory_path(error) / "wijkvenster-voorbeeld-XXXXXX").string();
    if (error || !::mkdtemp(name.data()))
      return base::fail(ErrorCode::Io,
                        "no temporary folder can be made in " + fs::path(name).parent_path().string());
    return PrivateFolder(name);
  }
  PrivateFolder(PrivateFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  PrivateFolder& operator=(PrivateFolder&&) = delete;
  ~PrivateFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  const fs::path& path() const { return path_; }

 private:
  explicit PrivateFolder(fs::path path) : path_(std::move(path)) {}
  fs::path path_;
};

// One part of the visit: what to tap from the attract screen on.
struct Stop {
  std::string name;  // of the picture
  std::string what;  // for who reads that it is missing
  std::vector<std::string> taps;
};

void add_challenges(const Json& agenda, std::vector<Stop>& stops, const std::string& tile) {
  const Json* challenges = agenda.find("opgaven");
  if (!challenges || !challenges->items()) return;
  for (const auto& challenge : *challenges->items()) {
    const Json* text = challenge.find("titel");
    const auto title = std::string(text ? text->text_or("nl", text->text() ? *text->text() : "") : "");
    // A label with a quotation mark cannot be said in a journey.
    if (title.empty() || title.find_first_of("\"\n") != title.npos || stops.size() >= most_challenges + 8)
      continue;
    stops.push_back({"opgave-" + slug(title), "the challenge \"" + title + "\"", {tile, title}});
  }
}

std::vector<Stop> stops_of(const Json& area) {
  const std::string tile = area.text_or("soort", "wijk") == "dorp" ? "Dorpsagenda" : "Wijkagenda";
  std::vector<Stop> stops = {{"begin", "the home screen", {}},
                             {"agenda", "the agenda", {tile}},
                             {"visie", "the vision", {tile, "Visie"}},
                             {"plannen", "the plans", {"Plannen"}},
                             {"activiteiten", "activities", {"Activiteiten"}},
                             {"nieuws", "news", {"Nieuws"}},
                             {"team", "the team", {"Uw gebiedsteam"}},
                             {"kaart", "the map", {"Kaart"}}};
  if (const Json* agendas = area.find("agendas"); agendas && agendas->items())
    for (const auto& agenda : *agendas->items()) add_challenges(agenda, stops, tile);
  return stops;
}

class SmallTown {
 public:
  SmallTown(const TownPrograms& programs, const fs::path& home)
      : programs_(programs), home_(home), repo_(home / "centraal"), state_(home / "kiosk") {}

  Result<> found(const fs::path& content, const std::string& area) {
    WV_CHECK(files_.make_folder(repo_));
    WV_CHECK(files_.make_folder(state_));
    WV_CHECK(files_.make_folder(shots()));
    WV_CHECK(central({"init"}));
    WV_CHECK(central({"publish", content.string()}));
    WV_TRY(const auto url, serve());
    WV_TRY(const auto root, central({"root-sha256"}));
    WV_TRY(const auto code, central({"kiosks", "add", "Voorbeeld", "--code-only"}));
    const std::string settings = "talen = [\"nl\"]\n[plek]\nnaam = \"Voorbeeld\"\ngebied = \"" + area +
                                 "\"\n[centraal]\nurl = \"" + url + "\"\nwortel_sha256 = \"" +
                                 first_line(root) + "\"\n";
    WV_CHECK(files_.write(state_ / "instellingen.toml", base::as_bytes(settings)));
    WV_CHECK(courier({"enrol", "--code", first_line(code)}));
    WV_CHECK(courier({"once"}));
    return {};
  }

  fs::path shots() const { return home_ / "beelden"; }

  // False: a tap found nothing.
  Result<bool> visit(const Stop& stop) {
    std::string journey = "finger down 540 900\nfinger up\n";
    for (const auto& label : stop.taps) journey += "tap \"" + label + "\"\n";
    journey += "shot " + stop.name + "\n";
    const auto script = home_ / "bezoek.journey";
    WV_CHECK(files_.write(script, base::as_bytes(journey)));
    WV_TRY(const auto ended, edge::run({.program = programs_.kiosk,
                                        .arguments = {"--state", state_.string(), "--headless", "--journey",
                                                      script.string(), "--shots", shots().string()},
                                        .within = patience}));
    if (ended.status > 1)
      return base::fail(ErrorCode::Io, "the kiosk could not play a visit: " + fit_line(ended.err, 300));
    return ended.status == 0;
  }

 private:
  static std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

  Result<std::string> ask(const fs::path& program, std::vector<std::string> arguments) {
    const auto what = program.filename().string() + " " + arguments[arguments.front() == "--state" ? 2 : 0];
    WV_TRY(const auto ended,
           edge::run({.program = program, .arguments = std::move(arguments), .within = patience}));
    if (ended.status == 0) return ended.out;
    return base::fail(ended.status == 1 ? ErrorCode::Invalid : ErrorCode::Io,
                      what + ": " + fit_text(ended.err, 2000));
  }
  Result<std::string> central(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--repo", repo_.string()});
    return ask(programs_.central, std::move(arguments));
  }
  Result<std::string> courier(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--state", state_.string()});
    return ask(programs_.courier, std::move(arguments));
  }

  Result<std::string> serve() {
    const auto port_file = home_ / "poort";
    WV_TRY(auto server,
           edge::Background::start({.program = programs_.central,
                                    .arguments = {"serve", "--repo", repo_.string(), "--listen",
                                                  "127.0.0.1:0", "--port-file", port_file.string()}},
                                   home_ / "centraal.log"));
    server_.emplace(std::move(server));
    if (!server_->brings(port_file, patience))
      return base::fail(ErrorCode::Unavailable, "the central for the preview did not start");
    WV_TRY(const auto port, files_.read(port_file));
    return "http://127.0.0.1:" + first_line(std::string(base::as_text(port))) + "/kiosk/v1";
  }

  const TownPrograms& programs_;
  const fs::path home_, repo_, state_;
  edge::Disk files_{edge::Disk::Access::OwnerOnly};
  std::optional<edge::Background> server_;
};

Result<Json> area_in(const base::Files& files, const fs::path& folder, std::string& area) {
  const auto content = content::read_content(files, folder);
  if (!content)
    return base::fail(ErrorCode::Invalid, "content with mistakes cannot be shown:" + told(content.error()));
  std::string all;
  const Json* found = nullptr;
  Json json;
  for (const auto& [target, bytes] : content->targets) {
    if (!target.starts_with("gebied/")) continue;
    const auto id = fs::path(target).stem().string();
    all += (all.empty() ? "" : ", ") + id;
    if (found || (!area.empty() && id != area)) continue;
    WV_TRY(json, base::parse_json(bytes, {16 << 20, 32}));
    found = &json;
    area = id;
  }
  if (!found)
    return base::fail(ErrorCode::Invalid, "there is no area \"" + area + "\"; choose one of " + all);
  return json;
}

}  // namespace

Result<TownPrograms> programs_beside(const fs::path& central) {
  const auto folder = central.parent_path();
  TownPrograms programs{central, folder / "wijkvenster-sync", folder / "wijkvenster"};
  std::error_code ignored;
  for (const auto& program : {programs.courier, programs.kiosk})
    if (!fs::exists(program, ignored))
      return base::fail(ErrorCode::Unavailable,
                        "a preview is made by the kiosk itself, and " + program.string() +
                            " is not installed. Install the kiosk's programs beside this one");
  return programs;
}

Result<Preview> preview(base::Files& files, const TownPrograms& programs, const fs::path& folder,
                        const std::string& area, const fs::path& shots) {
  std::string chosen = area;
  WV_TRY(const auto content, area_in(files, folder, chosen));
  WV_TRY(const auto home, PrivateFolder::make());
  SmallTown town(programs, home.path());
  WV_CHECK(town.found(fs::absolute(folder), chosen));
  WV_CHECK(files.make_folder(shots));
  Preview made;
  int number = 1;
  for (const auto& stop : stops_of(content)) {
    WV_TRY(const bool there, town.visit(stop));
    if (!there) {
      made.missing.push_back({stop.name, stop.what + " cannot be reached with this content", ""});
      continue;
    }
    WV_TRY(const auto bytes, files.read(town.shots() / (stop.name + ".png")));
    const std::string prefix = (number < 10 ? "0" : "") + std::to_string(number) + "-";
    ++number;
    made.pictures.push_back(shots / (prefix + stop.name + ".png"));
    WV_CHECK(files.write(made.pictures.back(), bytes));
  }
  if (made.pictures.empty()) return base::fail(ErrorCode::Io, "the kiosk made no pictures");
  return made;
}

}  // namespace wv::intake
