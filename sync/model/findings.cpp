// The rules that hold for every value of a kind.
#include "sync/model/findings.h"

#include <algorithm>

#include "sync/base/utf8.h"

namespace wv::model {
namespace {

enum class LineFeeds { Fine, Refused };

std::string characters_message(std::size_t most) {
  return "longer than " + std::to_string(most) + " characters";
}

// What is wrong with these words, or empty.
std::string fault_of(std::string_view words, std::size_t most, LineFeeds feeds) {
  if (!base::is_utf8(words)) return "not UTF-8";
  for (std::string_view rest = words; const auto c = base::next_code_point(rest);)
    if (base::is_control(*c) && !(*c == '\n' && feeds == LineFeeds::Fine)) return "has a control character";
  if (base::strip(words).empty()) return "empty: leave it out or fill it in";
  if (base::count_code_points(words) > most) return characters_message(most);
  return {};
}

bool is_language(std::string_view lang) {
  return lang.size() >= 2 && lang.size() <= 3 &&
         std::all_of(lang.begin(), lang.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

void Findings::id(const At& at, std::string_view id) {
  expect(is_id(id), at, "an identifier is 1 to 64 of a-z, 0-9 and hyphen");
}

void Findings::new_id(const At& at, std::string_view new_id, std::set<std::string>& taken) {
  id(at, new_id);
  if (!taken.insert(std::string(new_id)).second) say(at, "\"" + std::string(new_id) + "\" is already in use");
}

void Findings::language(const At& at, std::string_view lang) {
  expect(is_language(lang), at, "a language is two or three letters: nl, en, pap");
}

void Findings::text(const At& at, const Text& text, std::size_t most, Presence presence) {
  texts_.push_back({at, &text});
  if (text.empty()) {
    expect(presence == Presence::Optional, at, "missing");
    return;
  }
  expect(text.in.contains("nl"), at, "Dutch (nl) is missing");
  for (const auto& [lang, words] : text.in) {
    const At place = text.in.size() == 1 && lang == "nl" ? at : at / lang;
    language(place, lang);
    if (std::string fault = fault_of(words, most, LineFeeds::Fine); !fault.empty())
      say(place, std::move(fault));
  }
}

void Findings::line(const At& at, std::string_view line, std::size_t most, Presence presence) {
  if (line.empty()) {
    expect(presence == Presence::Optional, at, "missing");
  } else if (std::string fault = fault_of(line, most, LineFeeds::Refused); !fault.empty()) {
    say(at, std::move(fault));
  }
}

void Findings::lines(const At& at, const std::vector<std::string>& lines, std::size_t most) {
  count(at, lines.size(), 0, 100);
  for (std::size_t i = 0; i < lines.size(); ++i) line(at / i, lines[i], most, Presence::Required);
}

void Findings::number(const At& at, std::int64_t number, std::int64_t least, std::int64_t most) {
  if (number < least || number > most)
    say(at, "must be from " + std::to_string(least) + " to " + std::to_string(most));
}

void Findings::count(const At& at, std::size_t count, std::size_t least, std::size_t most) {
  if (count < least || count > most)
    say(at, "must have " + std::to_string(least) + " to " + std::to_string(most) + " items");
}

void Findings::day(const At& at, Day day) {
  using namespace std::chrono;
  expect(day.ok() && day.year() >= year{1990} && day.year() <= year{2100}, at, "a day from 1990 to 2100");
}

void Findings::wijken(const At& at, const std::vector<WijkCode>& wijken) {
  std::set<std::string> taken;
  for (std::size_t i = 0; i < wijken.size(); ++i) {
    expect(is_wijk_code(wijken[i].value), at / i, "a CBS code is WK and six digits");
    expect(taken.insert(wijken[i].value).second, at / i, "there twice");
  }
}

void check_period(Findings& findings, const At& at, const Period& period) {
  findings.day(at / "van", period.from);
  findings.day(at / "tot", period.to);
  findings.expect(!(period.to < period.from), at / "tot", "before the start (van)");
  findings.text(at / "tekst", period.as_written, 120);
}

}  // namespace wv::model
