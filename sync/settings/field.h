// One key of the settings: what it may hold, where it goes, and what counts without it.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "sync/base/json.h"

namespace wv::settings {

// What a value may be. config/instellingen.schema.json says the same to editors; a test holds them together.
struct Rule {
  enum class Kind { Text, Whole, YesNo, Choice, Languages, Spans, Closures, Layers };
  Kind kind = Kind::Text;
  std::int64_t least = 0, most = 0;  // a whole number; of a text or a list how many characters or items
  std::string unit;                  // of a whole number: "mm", "seconds"
  std::vector<std::string> choices;
};

// What is wrong with a value, or with a part of it: `below` is a JSON pointer that counts from the value.
struct Wrong {
  std::string below, message;
};
using Wrongs = std::vector<Wrong>;

struct Field {
  std::string path;  // "scherm.breedte_mm"
  Rule rule;
  base::Json standard;  // what counts when nobody wrote the key; null: nothing does
  // Puts the value where it belongs, or says what is wrong with it and leaves things as they are.
  std::function<Wrongs(const base::Json& value)> take;
  enum class Layers { Replace, Add } layers = Layers::Replace;  // what a later layer does to an earlier one
  enum class Change { AtOnce, Restart } change = Change::AtOnce;

  Field needs_restart() && {
    change = Change::Restart;
    return std::move(*this);
  }
};
using Fields = std::vector<Field>;

// Why a text is not right; empty when it is.
using Check = std::function<std::string(const std::string&)>;

// The value that `into` has when the field is made is the standard. `into` must outlive the field.
Field text(std::string path, std::string& into, std::size_t most, Check wrong = {});
Field whole(std::string path, int& into, int least, int most, std::string unit);
Field seconds(std::string path, std::chrono::seconds& into, int least, int most);
Field yes_or_no(std::string path, bool& into);
// `words` in the order of the enumeration.
template <class Choice>
Field choice(std::string path, Choice& into, std::vector<std::string> words);
Field languages(std::string path, std::vector<std::string>& into, std::vector<std::string> known);

// The part of choice() that no type depends on: gives the number of the word.
Field numbered_choice(std::string path, std::size_t standard, std::vector<std::string> words,
                      std::function<void(std::size_t)> set);

template <class Choice>
Field choice(std::string path, Choice& into, std::vector<std::string> words) {
  return numbered_choice(std::move(path), static_cast<std::size_t>(into), std::move(words),
                         [&into](std::size_t number) { into = static_cast<Choice>(number); });
}

}  // namespace wv::settings
