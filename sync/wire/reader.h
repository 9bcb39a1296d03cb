// Reads a JSON document into values and collects everything that is wrong on the way, with its place.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sync/base/json.h"
#include "sync/model/check.h"
#include "sync/model/content.h"

namespace wv::wire {

using base::Json;
using model::Problems;

enum class Need { Required, Optional };

// A fixed choice of Dutch words, each for one value.
template <class T>
struct Word {
  std::string_view word;
  T value;
};

// One value in the document.
struct Node {
  const Json* json;
  std::string pointer;
  Problems* problems;

  void say(std::string message) const { problems->push_back({pointer, std::move(message)}); }
  std::string text() const;
  std::int64_t integer() const;
  bool boolean() const;
  model::Text words() const;  // "tekst" or { nl = …, en = … }
  base::Day day() const;
  base::Instant instant() const;
  const Json::Array& items() const;  // empty with a problem when this is no list
  template <class T>
  T choice(std::span<const Word<T>> choices) const {
    const std::string given = text();
    std::string all;
    for (const Word<T>& each : choices) {
      if (each.word == given) return each.value;
      all += (all.empty() ? "" : ", ") + std::string(each.word);
    }
    if (json->text()) say("must be one of: " + all);
    return choices.front().value;
  }
};

// The members of one object. Ask for each key once; those never asked for are unknown, as the destructor
// reports.
class Members {
 public:
  explicit Members(const Node& node);
  Members(const Members&) = delete;
  Members& operator=(const Members&) = delete;
  ~Members();

  // For documents of other makers and later versions.
  void allow_unknown() { unknown_allowed_ = true; }

  // Nothing when absent; an absent required one is reported.
  std::optional<Node> find(std::string_view key, Need need = Need::Optional);

  std::string text(std::string_view key, Need need = Need::Optional);
  model::Text words(std::string_view key, Need need = Need::Optional);
  bool boolean(std::string_view key);
  std::int64_t integer(std::string_view key, Need need);
  std::int64_t integer_or(std::string_view key, std::int64_t otherwise);
  base::Day day(std::string_view key);
  std::optional<base::Day> day_if_any(std::string_view key);
  template <class IdType>
  IdType id(std::string_view key) {
    return IdType{text(key, Need::Required)};
  }
  template <class IdType>
  std::optional<IdType> id_if_any(std::string_view key) {
    const auto node = find(key);
    if (!node) return std::nullopt;
    return IdType{node->text()};
  }
  template <class T>
  T choice(std::string_view key, std::span<const Word<T>> choices) {
    const auto node = find(key, Need::Required);
    return node ? node->choice(choices) : choices.front().value;
  }
  // read: Node → T, once for each item
  template <class Read>
  auto list(std::string_view key, Need need, Read read) {
    std::vector<decltype(read(std::declval<const Node&>()))> result;
    const auto node = find(key, need);
    if (!node) return result;
    const Json::Array& items = node->items();
    for (std::size_t i = 0; i < items.size(); ++i)
      result.push_back(read(Node{&items[i], base::pointer_to(node->pointer, i), node->problems}));
    return result;
  }
  std::vector<std::string> lines(std::string_view key, Need need = Need::Optional);

 private:
  Node node_;
  std::set<std::string, std::less<>> asked_;
  bool unknown_allowed_ = false;
};

// Adds what model::check found, except about places where reading already failed: those values were never
// there.
void add_problems(Problems& problems, Problems found);

// Writing: absent rather than empty.
void put(Json& object, std::string_view key, const std::string& text);
void put(Json& object, std::string_view key, const model::Text& text);
void put(Json& object, std::string_view key, const std::vector<std::string>& lines);
void put(Json& object, std::string_view key, const std::optional<base::Day>& day);
template <class Tag>
void put(Json& object, std::string_view key, const std::optional<base::Id<Tag>>& id) {
  if (id) object.set(std::string(key), id->value);
}
Json text_json(const model::Text& text);
template <class Items, class Write>
Json array_of(const Items& items, Write write) {
  Json array = Json::array();
  for (const auto& item : items) array.push(write(item));
  return array;
}
template <class Items, class Write>
void put_list(Json& object, std::string_view key, const Items& items, Write write) {
  if (!items.empty()) object.set(std::string(key), array_of(items, write));
}
template <class T>
std::string word_of(std::span<const Word<T>> choices, T value) {
  for (const Word<T>& each : choices)
    if (each.value == value) return std::string(each.word);
  return {};
}

}  // namespace wv::wire
