// Rare words say what a text is about; two of them together say it surely.
#include "kiosk/store/similar.h"

#include <algorithm>

#include "embedded/stop_words.h"
#include "sync/base/utf8.h"
#include "sync/wire/content.h"

namespace wv::store {

using base::Result;
using db::Database;
using db::Statement;

namespace {

constexpr std::size_t least_letters = 4;
constexpr std::size_t most_telling_words = 24;  // the longest of a long text
constexpr std::size_t most_rare_words = 5;      // ten pairs
constexpr std::size_t letters_that_say_it_alone = 6;
constexpr std::int64_t most_candidates = 16;

struct Term {
  std::string word;
  std::int64_t ideas = 0;  // that have a word which begins with it
};

std::set<std::string, std::less<>> read_stop_words(std::string_view text) {
  std::set<std::string, std::less<>> words;
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.starts_with('#')) continue;
    for (auto rest = line; !rest.empty();) {
      const auto word = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(rest.size(), word.size() + 1));
      words.emplace(word);
    }
  }
  return words;
}

bool is_number(std::string_view word) {
  return word.find_first_not_of("0123456789") == std::string_view::npos;
}

Result<std::int64_t> figure(Database& release, std::string_view sql) {
  WV_TRY(Statement select, release.prepare(sql));
  WV_CHECK(select.step());
  return select.integer(0);
}

// What is in none of the ideas finds nothing; what is in many says little.
Result<std::vector<Term>> rare_terms(Database& release, const std::vector<std::string>& words,
                                     std::int64_t ideas) {
  WV_TRY(Statement count, release.prepare("SELECT coalesce(sum(doc),0) FROM idea_terms WHERE term>=?1 AND "
                                          "term<?1||char(1114111)"));
  const std::int64_t many = std::max<std::int64_t>(20, ideas / 10);
  std::vector<Term> terms;
  for (const auto& word : words) {
    count.reset();
    count.bind(1, word);
    WV_CHECK(count.step());
    if (const auto found = count.integer(0); found > 0 && found <= many) terms.push_back({word, found});
  }
  std::ranges::stable_sort(terms, {}, &Term::ideas);
  if (terms.size() > most_rare_words) terms.resize(most_rare_words);
  return terms;
}

// A word and what it grows into: "bankje" finds "bankjes". Words hold letters and digits only.
std::string begins_with(const Term& term) {
  return "\"" + term.word + "\" *";
}

std::string any_two_of(const std::vector<Term>& terms) {
  std::string query;
  for (std::size_t i = 0; i < terms.size(); ++i)
    for (std::size_t j = i + 1; j < terms.size(); ++j)
      query +=
          (query.empty() ? "(" : " OR (") + begins_with(terms[i]) + " AND " + begins_with(terms[j]) + ")";
  return query;
}

Result<std::vector<visit::SimilarIdea>> ranked(Database& release, const std::string& query,
                                               const model::AreaId& area, std::size_t limit) {
  WV_TRY(Statement select,
         release.prepare("SELECT r.json FROM (SELECT rowid AS nr, rank AS score FROM idea_words "
                         "WHERE idea_words MATCH ?1 ORDER BY rank LIMIT ?2) JOIN idea_row r USING(nr) "
                         "ORDER BY r.gebied<>?3, score LIMIT ?4"));
  select.bind_all(query, most_candidates, area.value, limit);
  std::vector<visit::SimilarIdea> found;
  for (;;) {
    WV_TRY(const bool row, select.step());
    if (!row) return found;
    WV_TRY(const base::Json json, base::parse_json(select.text(0)));
    found.push_back({std::string(json.text_or("id", "")), std::string(json.text_or("tekst", ""))});
  }
}

Result<std::vector<visit::SimilarIdea>> search(Database& release, const std::vector<std::string>& words,
                                               const model::AreaId& area, std::size_t limit) {
  WV_TRY(const auto ideas, figure(release, "SELECT coalesce(sum(aantal),0) FROM idea_count"));
  WV_TRY(const auto terms, rare_terms(release, words, ideas));
  if (terms.empty()) return std::vector<visit::SimilarIdea>();
  if (terms.size() > 1) {
    WV_TRY(auto found, ranked(release, any_two_of(terms), area, limit));
    if (!found.empty()) return found;
  }
  const Term& rarest = terms.front();
  const bool says_enough = base::count_code_points(rarest.word) >= letters_that_say_it_alone &&
                           rarest.ideas <= std::max<std::int64_t>(3, ideas / 100);
  if (!says_enough) return std::vector<visit::SimilarIdea>();
  return ranked(release, begins_with(rarest), area, limit);
}

}  // namespace

Similar::Similar(Database splitter)
    : splitter_(std::move(splitter)), stop_words_(read_stop_words(embedded::stop_words)) {}

Result<Similar> Similar::open() {
  WV_TRY(Database splitter, Database::in_memory());
  WV_CHECK(
      splitter.run("CREATE VIRTUAL TABLE typed USING fts5(text, tokenize='unicode61 remove_diacritics 2');"
                   "CREATE VIRTUAL TABLE typed_terms USING fts5vocab(typed, 'row')"));
  return Similar(std::move(splitter));
}

// Nothing is committed: leaving the transaction takes the text out again.
Result<std::vector<std::string>> Similar::telling_words(std::string_view text) {
  WV_TRY(auto aside, db::Transaction::begin(splitter_));
  WV_CHECK(splitter_.run("INSERT INTO typed VALUES(?)", text));
  std::vector<std::string> words;
  {
    WV_TRY(Statement select, splitter_.prepare("SELECT term FROM typed_terms"));
    for (;;) {
      WV_TRY(const bool row, select.step());
      if (!row) break;
      const auto word = select.text(0);
      if (base::count_code_points(word) < least_letters || is_number(word) || stop_words_.contains(word))
        continue;
      words.emplace_back(word);
    }
  }
  std::ranges::stable_sort(words, std::greater{}, &std::string::size);
  if (words.size() > most_telling_words) words.resize(most_telling_words);
  return words;
}

std::vector<visit::SimilarIdea> Similar::similar_ideas(Database& release, std::string_view text,
                                                       const model::AreaId& area, std::size_t limit) {
  const auto words = telling_words(text);
  if (!words || words->empty()) return {};
  // A release without an index has nothing to say; neither is it worth a word on the screen.
  return search(release, *words, area, limit).value_or(std::vector<visit::SimilarIdea>());
}

}  // namespace wv::store
