// The rules of the house that a compiler does not know: who may include whom, how long things are, what is
// banned.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace fs = std::filesystem;

namespace {

constexpr std::size_t max_file_lines = 400;
constexpr std::size_t max_function_lines = 60;

struct Source {
  std::string path;  // from the root of the tree
  std::vector<std::string> lines;
};

std::vector<Source> sources_in(const std::string& folder) {
  std::vector<Source> found;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(WV_SOURCE_DIR) / folder)) {
    const auto extension = entry.path().extension();
    if (extension != ".h" && extension != ".cpp") continue;
    std::ifstream in(entry.path());
    Source source{fs::relative(entry.path(), WV_SOURCE_DIR).generic_string(), {}};
    for (std::string line; std::getline(in, line);) source.lines.push_back(line);
    found.push_back(std::move(source));
  }
  std::ranges::sort(found, {}, &Source::path);
  return found;
}

std::vector<Source> product() {
  auto all = sources_in("sync");
  for (auto& source : sources_in("kiosk")) all.push_back(std::move(source));
  return all;
}

// "sync/wire/tuf.h" stands in the room "sync/wire".
std::string room_of(const std::string& path) {
  const auto first = path.find('/');
  const auto second = path.find('/', first + 1);
  return second == std::string::npos ? std::string() : path.substr(0, second);
}

std::optional<std::string> included(const std::string& line) {
  static const std::regex include(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
  std::smatch match;
  if (!std::regex_search(line, match, include)) return std::nullopt;
  return match[1];
}

// Which rooms a room may look into, itself aside. Written out, so that a new arrow is a decision and not an
// accident.
const std::map<std::string, std::set<std::string>>& allowed_rooms() {
  static const std::set<std::string> language = {"sync/base", "sync/model", "sync/wire"};
  static const std::map<std::string, std::set<std::string>> rooms = {
      {"sync/base", {}},
      {"sync/model", {"sync/base"}},
      {"sync/wire", {"sync/base", "sync/model"}},
      {"sync/db", {"sync/base"}},
      {"sync/edge", {"sync/base"}},
      {"sync/client", {"sync/base", "sync/model", "sync/wire", "sync/db"}},
      {"sync/agent",
       {"sync/base", "sync/model", "sync/wire", "sync/db", "sync/client", "sync/settings", "sync/edge"}},
      {"sync/content", {"sync/base", "sync/model", "sync/wire"}},
      {"sync/settings", {"sync/base", "sync/model", "sync/content"}},
      {"sync/intake", {"sync/base", "sync/model", "sync/wire", "sync/content", "sync/edge"}},
      {"sync/relay", {"sync/base", "sync/model", "sync/wire"}},
      {"sync/central",
       {"sync/base", "sync/model", "sync/wire", "sync/content", "sync/intake", "sync/db", "sync/relay",
        "sync/edge"}},
      {"sync/desk",
       {"sync/base", "sync/model", "sync/wire", "sync/content", "sync/intake", "sync/relay", "sync/edge",
        "sync/central"}},
      {"kiosk/store", {"sync/base", "sync/model", "sync/wire", "sync/db", "kiosk/visit"}},
      {"kiosk/visit", {"sync/base", "sync/model", "sync/wire"}},
      {"kiosk/care", {"sync/base", "sync/model"}},
      {"kiosk/text", {"sync/base"}},
      {"kiosk/paint", {"sync/base"}},
      {"kiosk/ui", {"sync/base", "sync/model", "kiosk/visit", "kiosk/text", "kiosk/paint"}},
      {"kiosk/speech", {"sync/base", "sync/model", "kiosk/visit", "kiosk/ui"}},
      {"kiosk/screens",
       {"sync/base", "sync/model", "kiosk/visit", "kiosk/store", "kiosk/ui", "kiosk/text", "kiosk/paint",
        "kiosk/staff", "kiosk/speech"}},
      {"kiosk/staff",
       {"sync/base", "sync/model", "kiosk/visit", "kiosk/store", "kiosk/ui", "kiosk/text", "kiosk/paint",
        "kiosk/screens"}},
      {"kiosk/app",
       {"sync/base", "sync/model", "sync/wire", "sync/db", "sync/settings", "kiosk/store", "kiosk/visit",
        "kiosk/care", "kiosk/text", "kiosk/paint", "kiosk/ui", "kiosk/screens", "kiosk/staff",
        "kiosk/speech"}},
  };
  return rooms;
}

bool may_include(const std::string& path, const std::string& header) {
  const auto from = room_of(path);
  const auto to = room_of(header);
  if (from == to || allowed_rooms().at(from).contains(to)) return true;
  // The places where programs are put together: the kiosk meets the real world, the central its pages.
  return (path == "kiosk/app/main.cpp" && to == "sync/edge") ||
         (path == "sync/central/main.cpp" && to == "sync/desk");
}

std::string place(const Source& source, std::size_t index) {
  return source.path + ":" + std::to_string(index + 1);
}

// With clang-format's layout a function starts on a line "…) … {" and ends on "}" at the same indent.
std::optional<std::size_t> function_end(const Source& source, std::size_t start) {
  static const std::regex opening(R"(^(\s*)[A-Za-z_~\[].*\).*\{$)");
  static const std::regex not_a_function(
      R"(^\s*(if|else|for|while|switch|namespace|class|struct|enum|do|try)\b)");
  std::smatch match;
  const auto& line = source.lines[start];
  if (!std::regex_search(line, match, opening) || std::regex_search(line, not_a_function))
    return std::nullopt;
  const std::string closing = match[1].str() + "}";
  for (auto end = start + 1; end < source.lines.size(); ++end)
    if (source.lines[end].starts_with(closing)) return end;
  return std::nullopt;
}

bool is_pure(const std::string& path) {
  static const std::set<std::string> pure = {"sync/base",   "sync/model", "sync/wire",
                                             "sync/client", "sync/relay", "kiosk/visit"};
  return pure.contains(room_of(path)) || path.ends_with("_view.cpp") || path.ends_with("_view.h");
}

std::vector<std::string> hits(const std::vector<Source>& sources, const std::regex& banned) {
  static const std::regex comment(R"(//.*$)");
  std::vector<std::string> found;
  for (const auto& source : sources)
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
      const auto code = std::regex_replace(source.lines[i], comment, "");
      if (std::regex_search(code, banned)) found.push_back(place(source, i) + ": " + source.lines[i]);
    }
  return found;
}

}  // namespace

TEST_CASE("every room looks only into the rooms it may lean on") {
  std::vector<std::string> wrong;
  for (const auto& source : product())
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
      const auto header = included(source.lines[i]);
      if (!header || (!header->starts_with("sync/") && !header->starts_with("kiosk/"))) continue;
      if (!may_include(source.path, *header)) wrong.push_back(place(source, i) + " includes " + *header);
    }
  CHECK(wrong == std::vector<std::string>{});
}

TEST_CASE("every room says at its door what it is for") {
  for (const auto& [room, _] : allowed_rooms()) {
    INFO(room);
    std::ifstream readme(fs::path(WV_SOURCE_DIR) / room / "README.md");
    CHECK(readme.good());
    const auto lines = std::count(std::istreambuf_iterator<char>(readme), {}, '\n');
    CHECK(lines >= 3);
    CHECK(lines <= 20);
  }
}

TEST_CASE("a file fits in one sitting and opens by saying why it exists") {
  for (const auto& source : product()) {
    INFO(source.path << " has " << source.lines.size() << " lines");
    CHECK(source.lines.size() <= max_file_lines);
    CHECK((!source.lines.empty() && source.lines[0].starts_with("// ")));
  }
}

TEST_CASE("a function fits on a screen") {
  for (const auto& source : product())
    for (std::size_t i = 0; i < source.lines.size(); ++i)
      if (const auto end = function_end(source, i); end && *end - i + 1 > max_function_lines)
        FAIL_CHECK(place(source, i) << " is " << *end - i + 1 << " lines long: " << source.lines[i]);
}

TEST_CASE("pure rooms touch no clock, thread, file, socket, window, network or database") {
  static const std::regex headers(
      R"(#\s*include\s*<(SDL|imgui|curl/|sqlite3\.h|thread|mutex|condition_variable|future|fstream|sys/|unistd\.h|fcntl\.h|random|boost/|ft2build))");
  std::vector<Source> pure;
  for (auto& source : product())
    if (is_pure(source.path)) pure.push_back(std::move(source));
  REQUIRE(pure.size() > 10);
  CHECK(hits(pure, headers) == std::vector<std::string>{});
}

TEST_CASE("time and chance come from outside, nobody sleeps, nothing static changes") {
  static const std::regex banned(
      R"(system_clock::now|steady_clock::now|\bgettimeofday\(|\bclock_gettime\(|\brandom_device\b|\bmt19937|\brand\(\)|sleep_for|sleep_until|\busleep\(|\bSDL_Delay\()");
  std::vector<Source> inner;
  for (auto& source : product()) {
    const auto room = room_of(source.path);
    if (room != "sync/edge" && source.path.find("bench") == std::string::npos)
      inner.push_back(std::move(source));
  }
  CHECK(hits(inner, banned) == std::vector<std::string>{});
  static const std::regex mutable_static(
      R"(^\s*static (?!const|constexpr|_assert|inline const|std::string_view name)[A-Za-z_:<>]+[ &*]+[a-z_]+( =|\{|;))");
  CHECK(hits(inner, mutable_static) == std::vector<std::string>{});
}

TEST_CASE("an external library is met in few files") {
  const std::map<std::string, std::size_t> limits = {{"sqlite3.h", 4},    {"curl/curl.h", 2}, {"SDL.h", 4},
                                                     {"SDL2/SDL.h", 4},   {"sodium.h", 4},    {"hb.h", 4},
                                                     {"toml++/toml.h", 4}};
  std::map<std::string, std::set<std::string>> met;
  for (const auto& source : product())
    for (const auto& line : source.lines)
      if (const auto header = included(line); header && limits.contains(*header))
        met[*header].insert(source.path);
  for (const auto& [header, files] : met) {
    INFO(header << " is included by " << files.size() << " files");
    CHECK(files.size() <= limits.at(header));
  }
}

TEST_CASE("the project stands on its own: no path of a machine, no reference outside the tree") {
  static const std::regex outside(R"(\.\./shared|/work/|/home/[a-z]+/)");
  auto all = product();
  for (auto& source : sources_in("tests"))
    if (source.path != "tests/tidy_test.cpp") all.push_back(std::move(source));
  CHECK(hits(all, outside) == std::vector<std::string>{});
}
