// The kinds of value that settings know, each with what is said when it is something else.
#include "sync/settings/field.h"

#include <algorithm>

#include "sync/base/utf8.h"

namespace wv::settings {
namespace {

using base::Json;
using Kind = Rule::Kind;

Wrongs wrong(std::string message) {
  return {{"", std::move(message)}};
}

bool has_control(std::string_view text) {
  while (const auto c = base::next_code_point(text))
    if (base::is_control(*c)) return true;
  return false;
}

std::string quoted(const std::vector<std::string>& words) {
  std::string list;
  for (const auto& word : words) list += (list.empty() ? "\"" : ", \"") + word + "\"";
  return list;
}

Field number(std::string path, Rule rule, int standard, std::function<void(int)> set) {
  const auto take = [rule, set = std::move(set)](const Json& value) -> Wrongs {
    const auto* given = value.integer();
    if (!given) return wrong("must be a whole number of " + rule.unit);
    if (*given < rule.least || *given > rule.most)
      return wrong("must be from " + std::to_string(rule.least) + " to " + std::to_string(rule.most) + " " +
                   rule.unit);
    set(static_cast<int>(*given));
    return {};
  };
  return {std::move(path), std::move(rule), Json(standard), take};
}

}  // namespace

Field text(std::string path, std::string& into, std::size_t most, Check check) {
  const auto take = [&into, most, check = std::move(check)](const Json& value) -> Wrongs {
    const auto* words = value.text();
    if (!words) return wrong("must be a text between quotes");
    if (base::count_code_points(*words) > most)
      return wrong("is longer than " + std::to_string(most) + " characters");
    if (has_control(*words)) return wrong("must be one line, without control characters");
    if (std::string why = check ? check(*words) : ""; !why.empty()) return wrong(std::move(why));
    into = *words;
    return {};
  };
  return {std::move(path), {Kind::Text, 0, static_cast<std::int64_t>(most), "", {}}, Json(into), take};
}

Field whole(std::string path, int& into, int least, int most, std::string unit) {
  return number(std::move(path), {Kind::Whole, least, most, std::move(unit), {}}, into,
                [&into](int given) { into = given; });
}

Field seconds(std::string path, std::chrono::seconds& into, int least, int most) {
  return number(std::move(path), {Kind::Whole, least, most, "seconds", {}}, static_cast<int>(into.count()),
                [&into](int given) { into = std::chrono::seconds(given); });
}

Field yes_or_no(std::string path, bool& into) {
  const auto take = [&into](const Json& value) -> Wrongs {
    const auto* yes = value.boolean();
    if (!yes) return wrong("must be true or false");
    into = *yes;
    return {};
  };
  return {std::move(path), {Kind::YesNo, 0, 0, "", {}}, Json(into), take};
}

Field numbered_choice(std::string path, std::size_t standard, std::vector<std::string> words,
                      std::function<void(std::size_t)> set) {
  const auto take = [words, set = std::move(set)](const Json& value) -> Wrongs {
    const auto* word = value.text();
    const auto found = word ? std::ranges::find(words, *word) : words.end();
    if (found == words.end()) return wrong("must be one of " + quoted(words));
    set(static_cast<std::size_t>(found - words.begin()));
    return {};
  };
  Json usual(words[standard]);
  return {std::move(path), {Kind::Choice, 0, 0, "", std::move(words)}, std::move(usual), take};
}

Field languages(std::string path, std::vector<std::string>& into, std::vector<std::string> known) {
  const auto take = [&into, known](const Json& value) -> Wrongs {
    const auto* items = value.items();
    if (!items || items->empty()) return wrong("must be a list such as [\"nl\", \"en\"]");
    std::vector<std::string> found;
    for (const auto& item : *items) {
      const auto* word = item.text();
      if (!word || std::ranges::find(known, *word) == known.end() ||
          std::ranges::find(found, *word) != found.end())
        return {{base::pointer_to("", found.size()), "must be one of " + quoted(known) + ", and only once"}};
      found.push_back(*word);
    }
    into = std::move(found);
    return {};
  };
  Json::Array usual(into.begin(), into.end());
  const auto most = static_cast<std::int64_t>(known.size());
  return {std::move(path), {Kind::Languages, 1, most, "", std::move(known)}, Json(std::move(usual)), take};
}

}  // namespace wv::settings
