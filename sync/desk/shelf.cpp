// Reading the ideas once, and after that only what is new.
#include "sync/desk/shelf.h"

#include <algorithm>

#include "sync/base/epoch.h"
#include "sync/base/json.h"
#include "sync/base/utf8.h"
#include "sync/central/sql.h"

namespace wv::desk {
namespace {

using model::IdeaStatus;

constexpr std::int64_t ideas_a_look = 5000;
constexpr std::size_t shortest_word = 4;

// Letters as they are compared: the capitals that Dutch has, without a table of all the world's.
std::string folded(std::string_view text) {
  std::string out;
  while (auto next = base::next_code_point(text)) {
    auto c = *next;
    if ((c >= U'A' && c <= U'Z') || (c >= U'À' && c <= U'Þ' && c != U'×')) c += 32;
    base::append_code_point(out, c);
  }
  return out;
}

bool in_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::vector<std::uint32_t> words_of(std::string_view plain) {
  std::vector<std::uint32_t> words;
  for (std::size_t at = 0; at < plain.size();) {
    auto end = at;
    while (end < plain.size() && in_word(plain[end])) ++end;
    if (end - at >= shortest_word)
      words.push_back(
          static_cast<std::uint32_t>(std::hash<std::string_view>{}({plain.data() + at, end - at})));
    at = std::max(end, at + 1);
  }
  std::ranges::sort(words);
  words.erase(std::ranges::unique(words).begin(), words.end());
  return words;
}

ShortIdea short_idea(const central::SqlRows::Row& row) {
  ShortIdea idea{row.integer(0), IdeaStatus::Received, base::instant(row.integer(1)), {}, {}, {}, {}, {}};
  if (const auto json = base::parse_json(row.blob(2))) {
    idea.area = json->text_or("gebied", "");
    idea.theme = json->text_or("thema", "");
    idea.text = json->text_or("tekst", "");
  }
  idea.plain = folded(idea.text);
  idea.words = words_of(idea.plain);
  return idea;
}

bool matches(const ShortIdea& idea, const IdeaFilter& filter, std::string_view words) {
  using enum IdeaFilter::Which;
  if (filter.which == ToDo && !waits(idea.status)) return false;
  if (filter.which == OneStatus && idea.status != filter.status) return false;
  if (!filter.area.empty() && idea.area != filter.area) return false;
  if (!filter.theme.empty() && idea.theme != filter.theme) return false;
  if (filter.received_before && idea.received_at >= *filter.received_before) return false;
  return words.empty() || idea.plain.find(words) != std::string::npos;
}

std::size_t in_common(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::size_t count = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) ++count;
    if (a[i] <= b[j])
      ++i;
    else
      ++j;
  }
  return count;
}

}  // namespace

bool waits(IdeaStatus status) {
  return status == IdeaStatus::Received || status == IdeaStatus::InModeration;
}

Result<> Shelf::catch_up() {
  const auto change = store_.public_change();
  if (change == change_taken_) return {};
  WV_CHECK(take_new());
  WV_CHECK(take_changes());
  change_taken_ = change;
  return {};
}

Result<> Shelf::take_new() {
  while (true) {
    std::vector<ShortIdea> fresh;
    WV_CHECK(store_.look([&](central::Sql& sql) -> Result<> {
      fresh.clear();
      WV_TRY(const auto rows,
             sql.query("SELECT nummer,ontvangen_op,bytes FROM idee WHERE nummer>$1 ORDER BY nummer LIMIT $2",
                       taken_up_to_, ideas_a_look));
      for (std::size_t i = 0; i < rows.size(); ++i) fresh.push_back(short_idea(rows[i]));
      return {};
    }));
    if (fresh.empty()) return {};
    taken_up_to_ = fresh.back().number;
    std::ranges::move(fresh, std::back_inserter(ideas_));
  }
}

// Statuses change, and erased ideas go: both show in one look at the numbers.
Result<> Shelf::take_changes() {
  return store_.look([&](central::Sql& sql) -> Result<> {
    WV_TRY(const auto rows,
           sql.query("SELECT nummer,staat FROM idee WHERE nummer<=$1 ORDER BY nummer", taken_up_to_));
    std::size_t kept = 0, row = 0;
    for (auto& idea : ideas_) {
      while (row < rows.size() && rows[row].integer(0) < idea.number) ++row;
      if (row == rows.size() || rows[row].integer(0) != idea.number) continue;
      idea.status = model::status_from_word(rows[row].text(1)).value_or(IdeaStatus::Received);
      if (&ideas_[kept] != &idea) ideas_[kept] = std::move(idea);
      ++kept;
    }
    ideas_.resize(kept);
    return {};
  });
}

Result<IdeaPage> Shelf::page(const IdeaFilter& filter, std::size_t first, std::size_t most) {
  const std::lock_guard lock(mutex_);
  WV_CHECK(catch_up());
  const auto words = folded(filter.words);
  std::vector<const ShortIdea*> found;
  for (const auto& idea : ideas_)
    if (matches(idea, filter, words)) found.push_back(&idea);
  if (filter.which != IdeaFilter::Which::ToDo) std::ranges::reverse(found);
  IdeaPage page{{}, found.size()};
  for (auto i = first; i < std::min(found.size(), first + most); ++i) page.ideas.push_back(*found[i]);
  return page;
}

Result<IdeaNumbers> Shelf::numbers(Instant now) {
  const std::lock_guard lock(mutex_);
  WV_CHECK(catch_up());
  IdeaNumbers numbers;
  for (const auto& idea : ideas_) {
    ++numbers.all;
    if (waits(idea.status)) ++numbers.to_do;
    if (waits(idea.status) && now - idea.received_at > too_long) ++numbers.too_long;
    const auto weeks = (now - idea.received_at) / std::chrono::weeks{1};
    if (weeks >= 0 && static_cast<std::size_t>(weeks) < numbers.by_week.size())
      ++numbers.by_week[numbers.by_week.size() - 1 - static_cast<std::size_t>(weeks)];
    ++numbers.by_area[idea.area];
    ++numbers.by_theme[idea.theme];
  }
  numbers.this_week = numbers.by_week.back();
  return numbers;
}

Result<std::vector<ShortIdea>> Shelf::similar(std::int64_t number, std::size_t most) {
  const std::lock_guard lock(mutex_);
  WV_CHECK(catch_up());
  std::vector<ShortIdea> nearest;
  const auto it = std::ranges::lower_bound(ideas_, number, {}, &ShortIdea::number);
  if (it == ideas_.end() || it->number != number || it->words.empty()) return nearest;
  std::vector<std::pair<std::size_t, const ShortIdea*>> scored;
  for (const auto& other : ideas_) {
    if (other.number == number || other.status == IdeaStatus::Merged) continue;
    const auto score = in_common(it->words, other.words);
    if (score * 3 >= std::max(it->words.size(), std::size_t{1}) && score > 0)
      scored.emplace_back(score, &other);
  }
  std::ranges::stable_sort(scored, std::greater{}, [](const auto& one) { return one.first; });
  for (std::size_t i = 0; i < std::min(most, scored.size()); ++i) nearest.push_back(*scored[i].second);
  return nearest;
}

}  // namespace wv::desk
