// Reads journey scripts: a word, then what it needs.
#include "kiosk/app/journey.h"

#include <array>
#include <charconv>
#include <functional>
#include <optional>

namespace wv::app {

namespace {

constexpr std::string_view blank = " \t\r";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::string_view next_word(std::string_view& rest) {
  rest = trimmed(rest);
  const auto end = std::min(rest.find_first_of(blank), rest.size());
  const auto word = rest.substr(0, end);
  rest = trimmed(rest.substr(end));
  return word;
}

// "…" with \" and \\ inside.
std::optional<std::string> next_quoted(std::string_view& rest) {
  rest = trimmed(rest);
  if (rest.empty() || rest.front() != '"') return std::nullopt;
  std::string text;
  for (std::size_t i = 1; i < rest.size(); ++i) {
    if (rest[i] == '"') {
      rest = trimmed(rest.substr(i + 1));
      return text;
    }
    if (rest[i] == '\\' && i + 1 < rest.size()) ++i;
    text += rest[i];
  }
  return std::nullopt;
}

template <class Number>
std::optional<Number> number(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// "90s", "250ms", "5m".
std::optional<base::Millis> duration(std::string_view text) {
  const auto unit = text.find_first_not_of("0123456789");
  if (unit == std::string_view::npos) return std::nullopt;
  const auto count = number<int>(text.substr(0, unit));
  const auto name = text.substr(unit);
  if (!count) return std::nullopt;
  if (name == "ms") return std::chrono::milliseconds(*count);
  if (name == "s") return std::chrono::seconds(*count);
  if (name == "m") return std::chrono::minutes(*count);
  return std::nullopt;
}

using Read = std::optional<Doing>;

template <class Quoted>
Read quoted(std::string_view& rest) {
  if (auto text = next_quoted(rest)) return Quoted{*std::move(text)};
  return std::nullopt;
}

template <class Named>
Read named(std::string_view& rest) {
  const auto word = next_word(rest);
  if (word.empty()) return std::nullopt;
  return Named{std::string(word)};
}

Read hold(std::string_view& rest) {
  auto label = next_quoted(rest);
  const auto time = duration(next_word(rest));
  if (!label || !time) return std::nullopt;
  return Hold{*std::move(label), *time};
}

Read wait(std::string_view& rest) {
  if (const auto time = duration(next_word(rest))) return Wait{*time};
  return std::nullopt;
}

Read key(std::string_view& rest) {
  const auto word = next_word(rest);
  for (const auto& known : named_keys)
    if (word == known.name) return PressKey{known};
  return std::nullopt;
}

template <bool is_long>
Read press(std::string_view& rest) {
  const auto id = next_word(rest);
  if (id.empty()) return std::nullopt;
  return Press{std::string(id), is_long};
}

template <class Bare>
Read bare(std::string_view&) {
  return Bare{};
}

Read finger(std::string_view& rest) {
  const auto what = next_word(rest);
  if (what == "up") return FingerUp{};
  const auto x = number<float>(next_word(rest));
  const auto y = number<float>(next_word(rest));
  if (!x || !y) return std::nullopt;
  if (what == "down") return FingerDown{*x, *y};
  if (what == "move") return FingerMove{*x, *y};
  return std::nullopt;
}

Read headphones(std::string_view& rest) {
  const auto word = next_word(rest);
  if (word == "in") return Headphones{true};
  if (word == "out") return Headphones{false};
  return std::nullopt;
}

Read exit_code(std::string_view& rest) {
  if (const auto code = number<int>(next_word(rest))) return ExpectExit{*code};
  return std::nullopt;
}

struct Grammar {
  std::string_view word;
  std::string_view form;
  Read (*read)(std::string_view& rest);
};

constexpr std::array<Grammar, 20> grammar = {{
    {"tap", "tap \"label\"", quoted<Tap>},
    {"hold", "hold \"label\" 3s", hold},
    {"type", "type \"text\"", quoted<Type>},
    {"key", "key Up|Down|Left|Right|Select|Help", key},
    {"keys-to", "keys-to \"label\"", quoted<KeysTo>},
    {"expect", "expect \"text\"", quoted<Expect>},
    {"expect-not", "expect-not \"text\"", quoted<ExpectNot>},
    {"expect-screen", "expect-screen NAME", named<ExpectScreen>},
    {"expect-exit", "expect-exit 10", exit_code},
    {"wait", "wait 90s (or 250ms, 5m)", wait},
    {"finger", "finger down X Y, finger move X Y or finger up", finger},
    {"lang", "lang nl", named<ChooseLang>},
    {"shot", "shot NAME", named<Shot>},
    {"speak-expect", "speak-expect \"text\"", quoted<SpeakExpect>},
    {"headphones", "headphones in or headphones out", headphones},
    {"sync", "sync", bare<SyncOnce>},
    {"press", "press ID", press<false>},
    {"press-long", "press-long ID", press<true>},
    {"touch", "touch", bare<Touch>},
    {"letter", "letter", bare<Letter>},
}};

base::Result<Doing> read_step(std::string_view line) {
  auto rest = line;
  const auto word = next_word(rest);
  for (const auto& rule : grammar) {
    if (rule.word != word) continue;
    auto doing = rule.read(rest);
    if (doing && rest.empty()) return *std::move(doing);
    return base::fail(base::ErrorCode::Invalid, "this step is written as: " + std::string(rule.form));
  }
  std::string known;
  for (const auto& rule : grammar) known += (known.empty() ? "" : ", ") + std::string(rule.word);
  return base::fail(base::ErrorCode::Invalid,
                    "no step is called '" + std::string(word) + "'; there are " + known);
}

}  // namespace

base::Result<std::vector<JourneyStep>> read_journey(std::string_view script, std::string_view name) {
  std::vector<JourneyStep> steps;
  std::string wrong;
  int number_of_line = 0;
  while (!script.empty()) {
    const auto end = std::min(script.find('\n'), script.size());
    const auto line = trimmed(script.substr(0, end));
    script.remove_prefix(std::min(end + 1, script.size()));
    ++number_of_line;
    if (line.empty() || line.front() == '#') continue;
    if (auto doing = read_step(line))
      steps.push_back({number_of_line, std::string(line), *std::move(doing)});
    else
      wrong += (wrong.empty() ? "" : "\n") + std::string(name) + ":" + std::to_string(number_of_line) + ": " +
               doing.error().message;
  }
  if (!wrong.empty()) return base::fail(base::ErrorCode::Invalid, std::move(wrong));
  return steps;
}

}  // namespace wv::app
