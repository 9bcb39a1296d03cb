// Looks for known words in short phrases; what is not known stays as it was written.
#include "sync/intake/agenda_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include "sync/base/utf8.h"
#include "sync/intake/words.h"

namespace wv::intake {
namespace {

using base::Day;
using base::Json;

struct Phrase {
  std::string_view words, status;
};
// In this order: "haalbaarheidsfase loopt" is not yet under way.
constexpr Phrase phrases[] = {
    {"gestopt", "gestopt"},
    {"vervallen", "gestopt"},
    {"geschrapt", "gestopt"},
    {"gaat niet door", "gestopt"},
    {"haalbaarheid", "gepland"},
    {"gepland", "gepland"},
    {"voorbereiding", "gepland"},
    {"nog niet", "gepland"},
    {"start in", "gepland"},
    {"uitgevoerd", "klaar"},
    {"klaar", "klaar"},
    {"afgerond", "klaar"},
    {"gereed", "klaar"},
    {"gerealiseerd", "klaar"},
    {"voltooid", "klaar"},
    {"uitvoering", "bezig"},
    {"bezig", "bezig"},
    {"loopt", "bezig"},
    {"lopend", "bezig"},
    {"gestart", "bezig"},
    {"gaande", "bezig"},
    {"doorlopend", "bezig"},
    {"idee", "idee"},
    {"verkenning", "idee"},
    {"onderzoek", "idee"},
};

std::string_view status_in(std::string_view part) {
  for (const auto& [words, status] : phrases)
    if (part.find(words) != part.npos) return status;
  return {};
}

// "trekker: wijkraad" gives what stands after the colon.
std::optional<std::string> labelled(std::string_view part, std::string_view label) {
  const auto colon = part.find(':');
  if (colon == part.npos || !folded(part.substr(0, colon)).starts_with(label)) return std::nullopt;
  return std::string(base::strip(part.substr(colon + 1)));
}

int quarter_in(std::string_view part) {
  constexpr std::array<std::array<std::string_view, 4>, 4> names = {
      {{"q1", "eerste kwartaal", "1e kwartaal", "kwartaal 1"},
       {"q2", "tweede kwartaal", "2e kwartaal", "kwartaal 2"},
       {"q3", "derde kwartaal", "3e kwartaal", "kwartaal 3"},
       {"q4", "vierde kwartaal", "4e kwartaal", "kwartaal 4"}}};
  for (std::size_t i = 0; i < names.size(); ++i)
    for (const auto name : names[i])
      if (part.find(name) != part.npos) return static_cast<int>(i) + 1;
  return 0;
}

std::string iso(int year, unsigned month, bool last_day) {
  const std::chrono::year y(year);
  const std::chrono::month m(month);
  return base::to_iso_day(last_day ? Day(y / m / std::chrono::last) : Day(y / m / std::chrono::day(1)));
}

std::optional<Json> period_in(std::string_view part) {
  const auto years = years_in(part);
  if (years.empty()) return std::nullopt;
  const int quarter = quarter_in(folded(part));
  const unsigned first = quarter > 0 ? static_cast<unsigned>(quarter) * 3 - 2 : 1;
  return Json::object(
      {{"van", iso(years.front(), first, false)},
       {"tot", iso(std::max(years.front(), years.back()), quarter > 0 ? first + 2 : 12, true)},
       {"nauwkeurigheid", quarter > 0 ? "kwartaal" : "jaar"},
       {"tekst", fit_line(part, 120)}});
}

void append(std::vector<std::string>& to, std::string_view names) {
  for (auto& name : parts_of(names, Parting::CommasAndAnd)) to.push_back(fit_line(name, 120));
}

// False: none of it is known.
bool read_brackets(std::string_view inside, ActionWords& words) {
  std::vector<std::string> unknown;
  std::vector<std::string>* list = nullptr;  // that a name after a comma goes on with
  bool any = false;
  for (const auto& part : parts_of(inside, Parting::Commas)) {
    const auto lower = folded(part);
    const auto lead = labelled(part, "trekker"), partner = labelled(part, "partner");
    if (lead || partner) {
      list = lead ? &words.leads : &words.partners;
      append(*list, lead ? *lead : *partner);
      any = true;
      continue;
    }
    const auto status = status_in(lower);
    auto period = period_in(part);
    if (!status.empty() && words.status.empty()) words.status = status;
    if (period && !words.period) words.period = std::move(period);
    if (!status.empty() || !years_in(part).empty()) {
      words.status_written += (words.status_written.empty() ? "" : ", ") + part;
      list = nullptr;
      any = true;
    } else if (list) {
      append(*list, part);
    } else {
      unknown.push_back(part);
    }
  }
  if (any)
    for (const auto& name : unknown) append(words.leads, name);
  return any;
}

std::optional<int> number_of(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

}  // namespace

std::vector<std::string> parts_of(std::string_view text, Parting parting) {
  std::vector<std::string> parts;
  std::string rest(text);
  if (parting == Parting::CommasAndAnd)
    for (const std::string_view word : {" en ", " & ", " / "})
      for (auto at = rest.find(word); at != rest.npos; at = rest.find(word))
        rest.replace(at, word.size(), ",");
  for (std::size_t begin = 0; begin <= rest.size();) {
    const auto end = std::min(rest.find_first_of(",;", begin), rest.size());
    if (const auto part = base::strip(std::string_view(rest).substr(begin, end - begin)); !part.empty())
      parts.emplace_back(part);
    begin = end + 1;
  }
  return parts;
}

std::vector<int> years_in(std::string_view text) {
  const auto is_digit = [&](std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
  };
  std::vector<int> years;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(i) || (i > 0 && is_digit(i - 1))) continue;
    if (!is_digit(i + 1) || !is_digit(i + 2) || !is_digit(i + 3) || is_digit(i + 4)) continue;
    const auto year = number_of(text.substr(i, 4));
    if (year && *year >= 1990 && *year <= 2100) years.push_back(*year);
  }
  return years;
}

std::optional<Day> read_dutch_day(std::string_view written) {
  static constexpr std::array<std::string_view, 12> months = {
      "januari", "februari", "maart",     "april",   "mei",      "juni",
      "juli",    "augustus", "september", "oktober", "november", "december"};
  auto text = folded(written);
  if (const auto day = base::parse_iso_day(text)) return *day;
  std::ranges::replace(text, '-', ' ');
  std::vector<std::string> words;
  for (std::string_view rest = text; !rest.empty();) {
    const auto word = rest.substr(0, rest.find(' '));
    if (!word.empty()) words.emplace_back(word);
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
  }
  if (words.size() != 3) return std::nullopt;
  const auto named = std::ranges::find(months, words[1]);
  const auto month = named != months.end() ? std::optional<int>(static_cast<int>(named - months.begin()) + 1)
                                           : number_of(words[1]);
  const auto day = number_of(words[0]), year = number_of(words[2]);
  if (!day || !month || !year || *day < 1 || *month < 1) return std::nullopt;
  const Day found{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                  std::chrono::day(static_cast<unsigned>(*day))};
  return found.ok() ? std::optional(found) : std::nullopt;
}

ActionWords read_action_words(std::string_view written) {
  ActionWords words;
  auto text = base::strip(written);
  if (text.ends_with('.')) text.remove_suffix(1);
  const auto open = text.rfind('(');
  if (text.ends_with(')') && open != text.npos && !base::strip(text.substr(0, open)).empty() &&
      read_brackets(text.substr(open + 1, text.size() - open - 2), words)) {
    words.title = fit_line(text.substr(0, open), 200);
    words.status_written = fit_line(words.status_written, 120);
    return words;
  }
  words.title = fit_line(written, 200);
  return words;
}

}  // namespace wv::intake
