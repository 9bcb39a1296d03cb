// The order is that of the release, so SQLite can stop as soon as there is enough: ranking every hit of a
// common word would take longer than a frame lasts.
#include "kiosk/store/search.h"

#include <algorithm>
#include <set>

#include "kiosk/visit/visit.h"
#include "sync/base/secret.h"
#include "sync/base/utf8.h"

namespace wv::store {
namespace {

using base::Result;
using db::Database;
using db::Statement;
using visit::SearchAnswer;
using visit::SearchHit;

// What a visitor typed, in memory that wipes itself.
using Expression = std::basic_string<char, std::char_traits<char>, base::WipingAllocator<char>>;

constexpr std::size_t most_words = 8;
constexpr std::size_t most_rows = 400;  // of one question; items in all their languages stay below it
constexpr char mark_begin = '\x02', mark_end = '\x03';

struct Rows {
  std::int64_t from, to;
};
constexpr Rows everywhere{1, std::numeric_limits<std::int64_t>::max()};

// "groen ban" → "groen" * "ban" *: quoted, so that no sign in a word means anything to FTS5.
Expression expression_of(std::string_view typed) {
  Expression expression;
  std::size_t words = 0;
  while (!typed.empty() && words < most_words) {
    const auto end = std::min(typed.find_first_of(" \n"), typed.size());
    const auto word = typed.substr(0, end);
    typed.remove_prefix(std::min(end + 1, typed.size()));
    if (base::count_code_points(word) < visit::least_query) continue;
    expression += expression.empty() ? "\"" : " \"";
    for (const char c : word) {
      if (c == '"') expression += c;
      expression += c;
    }
    expression += "\" *";
    ++words;
  }
  return expression;
}

// Takes the marks out of a text and says where they were.
visit::MarkedText unmarked(std::string_view text) {
  visit::MarkedText found;
  std::size_t begin = 0;
  for (const char c : text) {
    if (c == mark_begin) {
      begin = found.text.size();
    } else if (c == mark_end) {
      found.marks.push_back({begin, found.text.size()});
    } else {
      found.text += c;
    }
  }
  return found;
}

SearchHit::Kind kind_of(std::string_view name) {
  if (name == "opgave") return SearchHit::Kind::Challenge;
  if (name == "actie") return SearchHit::Kind::Action;
  if (name == "activiteit") return SearchHit::Kind::Event;
  return SearchHit::Kind::News;
}

SearchHit hit_of(const Statement& row) {
  SearchHit hit;
  hit.kind = kind_of(row.text(0));
  hit.area = model::AreaId{row.text_copy(1)};
  hit.agenda = model::AgendaId{row.text_copy(2)};
  hit.id = row.text_copy(3);
  hit.challenge = model::ChallengeId{row.text_copy(4)};
  hit.lang = row.text_copy(5);
  hit.title = unmarked(row.text(6));
  hit.snippet = unmarked(row.text(7));
  return hit;
}

class Finder {
 public:
  Finder(Database& release, const visit::Search& wanted) : release_(release), wanted_(wanted) {}

  Result<SearchAnswer> find() {
    const Expression words = expression_of(wanted_.words.text());
    if (words.empty()) return SearchAnswer{};
    const Expression titles = "titel : (" + words + ")";
    WV_TRY(const auto near, rows_of(wanted_.area));
    for (const Rows& rows : {near.value_or(everywhere), everywhere}) {
      WV_CHECK(collect(titles, rows));
      WV_CHECK(collect(words, rows));
      if (!near) break;
    }
    return std::move(answer_);
  }

 private:
  Result<std::optional<Rows>> rows_of(const model::AreaId& area) {
    WV_TRY(Statement row, release_.prepare("SELECT van, tot FROM zoekgebied WHERE gebied = ?"));
    WV_TRY(const bool found, row.bind(1, area.value).step());
    if (!found) return std::nullopt;
    return Rows{row.integer(0), row.integer(1)};
  }

  Result<> collect(const Expression& words, Rows rows) {
    if (answer_.more) return {};
    WV_TRY(Statement match,
           release_.prepare(
               "SELECT soort, gebied, agenda, sleutel, bij, taal, highlight(zoek, 0, char(2), char(3)), "
               "snippet(zoek, 1, char(2), char(3), '…', 16) "
               "FROM zoek WHERE zoek MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?"));
    match.bind_all(std::string_view(words), rows.from, rows.to, most_rows);
    while (true) {
      WV_TRY(const bool found, match.step());
      if (!found) return {};
      if (!take(hit_of(match))) return {};
    }
  }

  // False: there is enough.
  bool take(SearchHit hit) {
    const auto same = [&](const SearchHit& one) {
      return one.kind == hit.kind && one.id == hit.id && one.area == hit.area;
    };
    const auto known = std::ranges::find_if(answer_.hits, same);
    if (known != answer_.hits.end()) {
      if (hit.lang == wanted_.lang) *known = std::move(hit);
      return true;
    }
    answer_.more = answer_.hits.size() == most_hits;
    if (!answer_.more) answer_.hits.push_back(std::move(hit));
    return !answer_.more;
  }

  Database& release_;
  const visit::Search& wanted_;
  SearchAnswer answer_;
};

}  // namespace

SearchAnswer search(Database& release, const visit::Search& wanted) {
  auto answer = Finder(release, wanted).find();
  if (!answer) return {.available = false};
  return *std::move(answer);
}

}  // namespace wv::store
