// --bench: what a visitor feels and what the machine pays, as one JSON report. Never a test: machines differ.
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "kiosk/app/bench_search.h"
#include "kiosk/app/run.h"
#include "kiosk/paint/bench.h"
#include "kiosk/text/bench.h"

namespace wv::app {

namespace {

using Json = nlohmann::ordered_json;

constexpr int start_runs = 15;
constexpr std::chrono::seconds idle_time{20};

std::int64_t nanoseconds() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

double milliseconds(std::int64_t from, std::int64_t to) {
  return static_cast<double>(to - from) / 1e6;
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  return values[values.size() / 2];
}

bool has_display() {
  return std::getenv("DISPLAY") || std::getenv("WAYLAND_DISPLAY");
}

base::Result<std::unique_ptr<paint::Presenter>> open_presenter(const Options& options,
                                                               const base::Clock& clock) {
  if (has_display()) return paint::open_window({.size = options.size}, clock);
  return paint::open_memory(options.size);
}

// Proportional set size in KiB, as the kernel counts shared pages fairly.
long pss_kib() {
  std::ifstream in("/proc/self/smaps_rollup");
  for (std::string line; std::getline(in, line);)
    if (line.starts_with("Pss:")) return std::stol(line.substr(4));
  return -1;
}

// From the moment before exec to the first frame handed over, as the child saw it on the same clock.
double start_once(const Options& options) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) return -1;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  std::vector<std::string> words = {
      "wijkvenster",
      "--state",
      options.state.string(),
      "--share",
      options.share.string(),
      "--size",
      std::to_string(options.size.width) + "x" + std::to_string(options.size.height),
      "--first-frame"};
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t child = 0;
  const auto before = nanoseconds();
  const int failed = posix_spawn(&child, "/proc/self/exe", &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  std::string said(64, '\0');
  const auto length = failed ? 0 : read(ends[0], said.data(), said.size());
  close(ends[0]);
  if (!failed) waitpid(child, nullptr, 0);
  return length > 0 ? milliseconds(before, std::stoll(said)) : -1;
}

Json starts(const Options& options) {
  std::vector<double> times;
  for (int i = 0; i < start_runs; ++i) times.push_back(start_once(options));
  return {{"runs", start_runs}, {"median_ms", median(times)}, {"worst_ms", std::ranges::max(times)}};
}

Json paint_rows() {
  Json rows = Json::array();
  for (const auto& row : paint::bench(nanoseconds))
    rows.push_back({{"name", row.name},
                    {"median_ms", row.median_ms},
                    {"p99_ms", row.p99_ms},
                    {"screen_share", row.screen_share}});
  return rows;
}

Json text_rows(const Options& options) {
  Json rows = Json::array();
  const auto rows_or =
      text::bench({.share = options.share}, [] { return std::chrono::nanoseconds(nanoseconds()); });
  if (!rows_or) return {{"error", rows_or.error().message}};
  for (const auto& row : *rows_or)
    rows.push_back({{"name", row.name}, {"value", row.value}, {"unit", row.unit}});
  return rows;
}

Json search_rows(const Options& options) {
  const auto bench = bench_search(options.state, nanoseconds);
  if (!bench) return {{"error", bench.error().message}};
  Json rows = Json::array();
  for (const auto& time : bench->times)
    rows.push_back({{"typed", time.typed},
                    {"hits", time.hits},
                    {"more", time.more},
                    {"median_ms", time.median_ms},
                    {"worst_ms", time.worst_ms}});
  return {{"items", bench->items}, {"release_mb", bench->megabytes}, {"searches", rows}};
}

// Real screens: what each action costs from the action to the pixels handed over.
template <class Prepare, class Act>
Json timed(Wheel& wheel, int runs, Prepare prepare, Act act) {
  std::vector<double> times;
  for (int i = 0; i < runs; ++i) {
    prepare(i);
    wheel.turn({});
    const auto before = nanoseconds();
    act(i);
    wheel.turn({});
    times.push_back(milliseconds(before, nanoseconds()));
  }
  auto sorted = times;
  std::ranges::sort(sorted);
  return {{"median_ms", median(times)}, {"p99_ms", sorted[sorted.size() * 99 / 100]}};
}

Json screens(Wheel& wheel) {
  const auto nothing = [](int) {};
  wheel.act(visit::BeginVisit{});
  Json rows;
  rows["text_size_change"] = timed(wheel, 16, nothing, [&](int i) {
    wheel.act(visit::ChooseTextSize{static_cast<visit::TextSize>(i % 4)});
  });
  rows["theme_change"] = timed(wheel, 16, nothing, [&](int i) {
    wheel.act(visit::ChooseContrast{static_cast<visit::Contrast>(i % 4)});
  });
  rows["language_change"] =
      timed(wheel, 16, nothing, [&](int i) { wheel.act(visit::ChooseLanguage{i % 2 ? "nl" : "en"}); });
  wheel.act(visit::ChooseTextSize{visit::TextSize::Normal});
  wheel.act(visit::ChooseContrast{visit::Contrast::Light});
  rows["open_agenda"] = timed(
      wheel, 16,
      [&](int) {
        wheel.act(visit::StartAgain{});
        wheel.turn({});
        wheel.act(visit::BeginVisit{});
      },
      [&](int) { wheel.act(visit::Open{visit::Screen::Agenda}); });
  rows["scroll_agenda_40px"] =
      timed(wheel, 60, nothing, [&](int i) { wheel.act(visit::ScrollTo{(i % 10) * 40}); });
  wheel.act(visit::StartAgain{});
  wheel.turn({});
  rows["open_map"] = timed(
      wheel, 16,
      [&](int) {
        wheel.act(visit::StartAgain{});
        wheel.turn({});
      },
      [&](int) { wheel.act(visit::Open{visit::Screen::Map}); });
  const std::array<const char*, 2> areas = {"reeshof", "noord"};
  rows["point_at_area"] = timed(wheel, 16, nothing, [&](int i) {
    wheel.act(visit::PointAtArea{model::AreaId{areas[static_cast<std::size_t>(i) % areas.size()]}});
  });
  wheel.act(visit::StartAgain{});
  wheel.turn({});
  wheel.act(visit::BeginVisit{});
  wheel.turn({});
  return rows;
}

// With as many ideas as the release holds; fifty thousand is what is promised.
Json ideas(Wheel& wheel, House& house) {
  static const std::array<std::string_view, 4> drafts = {
      "Graag een bankje bij de speeltuin", "Kan er een zebrapad voor de school komen?",
      "Meer verlichting langs het fietspad, en een prullenbak",
      "Een moestuin met de buren, samen met een boekenkast en een picknicktafel naast de kerk"};
  const auto nothing = [](int) {};
  const auto everywhere = visit::FilterIdeas{{.area = std::nullopt}};
  Json rows;
  rows["open"] = timed(
      wheel, 32,
      [&](int) {
        wheel.act(visit::StartAgain{});
        wheel.turn({});
      },
      [&](int) {
        wheel.act(visit::Open{visit::Screen::Ideas});
        wheel.act(everywhere);
      });
  const auto& page = wheel.visit().ideas;
  rows["count"] = page ? page->total : 0;
  rows["scroll_40px"] = timed(wheel, 600, nothing, [&](int i) { wheel.act(visit::ScrollTo{i * 40}); });
  rows["jump"] =
      timed(wheel, 60, nothing, [&](int i) { wheel.act(visit::ScrollTo{(i * 7919 % 60) * 200'000}); });
  rows["similar"] = timed(wheel, 60, nothing, [&](int i) {
    visit::FindSimilar find;
    (void)find.text.insert(drafts[static_cast<std::size_t>(i) % drafts.size()], 1000);
    (void)house.perform(find);
  });
  wheel.act(visit::StartAgain{});
  wheel.turn({});
  return rows;
}

double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// Nobody touches a screen on which nothing changes. Voluntary context switches are the wake-ups.
Json idle(Wheel& wheel, paint::Presenter& presenter) {
  if (!has_display()) return "needs a display";
  rusage before{}, after{};
  getrusage(RUSAGE_SELF, &before);
  const auto cpu = cpu_seconds();
  const auto frames = wheel.frames();
  const auto end = std::chrono::steady_clock::now() + idle_time;
  std::span<const paint::Event> events;
  while (std::chrono::steady_clock::now() < end) {
    const auto left =
        std::chrono::duration_cast<base::Millis>(end - std::chrono::steady_clock::now()) + base::Millis{1};
    events = presenter.wait(std::min(wheel.turn(events).value_or(left), left));
  }
  getrusage(RUSAGE_SELF, &after);
  const auto seconds = static_cast<double>(idle_time.count());
  return {{"screen", wheel.view().name},
          {"seconds", seconds},
          {"cpu_percent", 100 * (cpu_seconds() - cpu) / seconds},
          {"wake_ups_per_second", static_cast<double>(after.ru_nvcsw - before.ru_nvcsw) / seconds},
          {"frames", wheel.frames() - frames}};
}

}  // namespace

int run_bench(const Setting& setting, const base::Clock& clock) {
  Json all;
  all["version"] = WV_VERSION;
  all["size"] =
      std::to_string(setting.options.size.width) + "x" + std::to_string(setting.options.size.height);
  std::cerr << "starting " << start_runs << " times\n";
  all["first_frame"] = starts(setting.options);
  auto presenter = open_presenter(setting.options, clock);
  if (!presenter) return report(presenter.error());
  auto backstage = Backstage::open(setting.options, setting.files, clock, setting.random, setting.sound);
  if (!backstage) return report(backstage.error());
  auto wheel = (*backstage)->wheel_for(**presenter);
  all["presenter"] = (*presenter)->describe();
  wheel.turn({});
  std::cerr << "timing screens\n";
  all["screens"] = screens(wheel);
  all["ideas"] = ideas(wheel, (*backstage)->house());
  const auto pss_mib = [] { return static_cast<double>(pss_kib()) / 1024; };
  all["pss_mib"]["in_a_visit_to_every_screen"] = pss_mib();
  std::cerr << "searching in ten thousand items\n";
  all["search"] = search_rows(setting.options);
  std::cerr << "doing nothing for " << idle_time.count() << " s\n";
  all["idle"] = idle(wheel, **presenter);
  wheel.act(visit::EndVisit{});
  wheel.turn({});
  all["pss_mib"]["after_it"] = pss_mib();
  std::cerr << "timing pixels and text\n";
  all["paint"] = paint_rows();
  all["text"] = text_rows(setting.options);
  return put_out(setting, all.dump(2));
}

int run_first_frame(const Setting& setting, const base::Clock& clock) {
  const auto opened =
      open_side_by_side(setting, clock, [&] { return open_presenter(setting.options, clock); });
  if (!opened) return report(opened.error());
  auto wheel = opened->backstage->wheel_for(*opened->presenter);
  wheel.turn({});
  std::cout << nanoseconds() << std::endl;
  return exit_well;
}

}  // namespace wv::app
