// Counts and looks up; it does not parse Dutch. A wrong hint costs a glance, a missed one costs nothing new.
#include "sync/intake/plain_language.h"

#include <algorithm>
#include <map>

#include "embedded/officialese.h"
#include "sync/base/utf8.h"
#include "sync/content/toml_source.h"
#include "sync/intake/words.h"

namespace wv::intake {
namespace {

constexpr std::size_t long_sentence = 15, very_long_sentence = 20;  // words
constexpr std::size_t long_word = 20;                               // letters
constexpr std::size_t longest_excerpt = 90;

struct Token {
  std::size_t offset = 0;
  std::string_view word;  // as written
  std::string folded;     // in lower case
};

using Officialese = std::map<std::string, std::string, std::less<>>;

const Officialese& officialese() {
  static const Officialese words = [] {
    Officialese read;
    const auto document = content::read_toml("ambtelijk.toml", embedded::officialese);
    const auto* list = document ? document->json.find("woorden") : nullptr;
    if (list && list->members())
      for (const auto& [word, plain] : *list->members())
        if (plain.text()) read.emplace(word, *plain.text());
    return read;
  }();
  return words;
}

bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9');
}

// Hyphens, apostrophes and the points of abbreviations belong to a word when letters stand on both sides.
bool joins(std::string_view text, std::size_t at) {
  constexpr std::string_view inside = "-'.";
  return inside.find(text[at]) != inside.npos && at > 0 && is_letter(text[at - 1]) && at + 1 < text.size() &&
         is_letter(text[at + 1]);
}

std::vector<Token> words_of(std::string_view sentence, std::size_t base_offset) {
  std::vector<Token> words;
  for (std::size_t i = 0; i < sentence.size();) {
    if (!is_letter(sentence[i])) {
      ++i;
      continue;
    }
    const auto begin = i;
    while (i < sentence.size() && (is_letter(sentence[i]) || joins(sentence, i))) ++i;
    // "o.a." keeps its last point.
    auto word = sentence.substr(begin, i - begin);
    if (word.find('.') != word.npos && i < sentence.size() && sentence[i] == '.')
      word = sentence.substr(begin, ++i - begin);
    words.push_back({base_offset + begin, word, folded(word)});
  }
  return words;
}

// A sentence ends at a line feed, or at . ! ? before a blank and what may begin the next one.
std::size_t end_of_sentence(std::string_view text, std::size_t from) {
  for (auto i = from; i < text.size(); ++i) {
    if (text[i] == '\n') return i + 1;
    const bool stop = text[i] == '.' || text[i] == '!' || text[i] == '?';
    if (!stop || i + 1 >= text.size() || text[i + 1] != ' ') continue;
    const char next = i + 2 < text.size() ? text[i + 2] : ' ';
    if (!(next >= 'a' && next <= 'z')) return i + 1;
  }
  return text.size();
}

bool is_form_of_worden(std::string_view word) {
  static constexpr std::string_view forms[] = {"word", "wordt", "worden", "werd", "werden", "geworden"};
  return std::ranges::find(forms, word) != std::end(forms);
}

// "gemaakt", "uitgevoerd", "besproken"; words that only look like it are named.
bool looks_like_participle(std::string_view word) {
  static constexpr std::string_view others[] = {
      "geld",       "gebied",   "geluid",    "gezond",     "gebouwen", "gebieden", "gezinnen",
      "gevaarlijk", "genoeg",   "gemeenten", "gesprekken", "geen",     "gewoon",   "gewone",
      "gegevens",   "gevolgen", "bewegend",  "goed",       "getal",    "gebeurt",  "genot"};
  static constexpr std::string_view before[] = {"aan",    "af",   "achter", "bij",   "binnen", "door", "in",
                                                "los",    "mee",  "na",     "om",    "op",     "open", "over",
                                                "plaats", "rond", "samen",  "terug", "toe",    "uit",  "vast",
                                                "voor",   "weg",  "goed",   "klaar"};
  if (word.size() < 6 || std::ranges::find(others, word) != std::end(others)) return false;
  const bool ends = word.ends_with("d") || word.ends_with("t") || word.ends_with("en");
  if (!ends) return false;
  if (word.starts_with("ge") || word.starts_with("be") || word.starts_with("ver") || word.starts_with("ont"))
    return true;
  return std::ranges::any_of(before, [&](auto part) {
    return word.starts_with(part) && word.substr(part.size()).starts_with("ge");
  });
}

class Sentence {
 public:
  Sentence(std::string_view text, std::size_t begin, std::size_t end, std::vector<Hint>& hints)
      : text_(text), words_(words_of(text.substr(begin, end - begin), begin)), hints_(hints) {}

  void judge() {
    length();
    for (std::size_t i = 0; i < words_.size(); ++i) {
      officialese_at(i);
      long_word_at(i);
    }
    passive();
  }

 private:
  void hint(Hint::Kind kind, std::size_t first, std::size_t last, std::string message) {
    const auto begin = words_[first].offset;
    const auto end = words_[last].offset + words_[last].word.size();
    hints_.push_back(
        {kind, begin, fit_line(text_.substr(begin, end - begin), longest_excerpt), std::move(message)});
  }

  void length() {
    const auto count = words_.size();
    if (count <= long_sentence) return;
    hint(Hint::Kind::LongSentence, 0, count - 1,
         "Deze zin heeft " + std::to_string(count) + " woorden. " +
             (count > very_long_sentence ? "Maak er twee of drie zinnen van."
                                         : "Kan het korter, met hooguit 15?"));
  }

  // The longest expression that begins here.
  void officialese_at(std::size_t first) {
    std::string expression;
    const std::pair<const std::string, std::string>* found = nullptr;
    std::size_t last = first;
    for (std::size_t i = first; i < words_.size() && i < first + 5; ++i) {
      expression += (i > first ? " " : "") + words_[i].folded;
      if (const auto it = officialese().find(expression); it != officialese().end()) {
        found = &*it;
        last = i;
      }
    }
    if (found) hint(Hint::Kind::Officialese, first, last, "Schrijf gewoner: " + found->second + ".");
  }

  void long_word_at(std::size_t at) {
    const auto& word = words_[at].word;
    if (base::count_code_points(word) < long_word || word.find('.') != word.npos) return;
    hint(Hint::Kind::LongWord, at, at, "Dit woord is lang. Zeg het met kortere woorden, of leg het uit.");
  }

  void passive() {
    const auto becomes =
        std::ranges::find_if(words_, [](const Token& t) { return is_form_of_worden(t.folded); });
    if (becomes == words_.end()) return;
    const auto done =
        std::ranges::find_if(words_, [](const Token& t) { return looks_like_participle(t.folded); });
    if (done == words_.end() || done == becomes) return;
    const auto [first, last] = std::minmax({becomes - words_.begin(), done - words_.begin()});
    hint(Hint::Kind::Passive, static_cast<std::size_t>(first), static_cast<std::size_t>(last),
         "Zeg wie het doet: \"wij doen …\" in plaats van \"er wordt … gedaan\".");
  }

  std::string_view text_;
  std::vector<Token> words_;
  std::vector<Hint>& hints_;
};

}  // namespace

std::vector<Hint> plain_language(std::string_view text) {
  std::vector<Hint> hints;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = end_of_sentence(text, begin);
    Sentence(text, begin, end, hints).judge();
    begin = end;
  }
  std::ranges::stable_sort(hints, {}, &Hint::offset);
  return hints;
}

}  // namespace wv::intake
