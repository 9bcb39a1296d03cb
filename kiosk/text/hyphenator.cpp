// libhyphen stays in this file.
#include "kiosk/text/hyphenator.h"

#include <hyphen.h>

#include <array>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "sync/base/secret.h"

namespace wv::text {

namespace {

constexpr std::size_t longest_word = 200;
constexpr int fewest_letters = 3;  // on either side: "ar-" and "-en" are right, but hard to read

// Latin-1 letters in lower case; 0 for anything else.
char lower_latin1(char32_t point) {
  const bool capital = (point >= 'A' && point <= 'Z') || (point >= 0xC0 && point <= 0xDE && point != 0xD7);
  const char32_t lower = capital ? point + 0x20 : point;
  const bool letter = (lower >= 'a' && lower <= 'z') || (lower >= 0xDF && lower <= 0xFF && lower != 0xF7);
  return letter ? static_cast<char>(lower) : '\0';
}

// "ge-ïnteresseerd" would have to become "ge-interesseerd".
bool loses_trema(char letter) {
  return std::string_view("\xEB\xEF\xF6\xFC").contains(letter);
}

struct Replacements {  // of hnj_hyphen_hyphenate3; ours to free
  char** text = nullptr;
  int* position = nullptr;
  int* cut = nullptr;

  ~Replacements() {
    std::free(static_cast<void*>(text));
    std::free(position);
    std::free(cut);
  }
};

}  // namespace

struct Hyphenator::Patterns {
  HyphenDict* dictionary;
  ~Patterns() { hnj_hyphen_free(dictionary); }
};

Hyphenator::Hyphenator(std::filesystem::path patterns) : file_(std::move(patterns)) {}
Hyphenator::~Hyphenator() = default;

void Hyphenator::prepare() {
  if (std::exchange(tried_, true)) return;
  HyphenDict* dictionary = hnj_hyphen_load(file_.c_str());
  if (!dictionary) return;
  patterns_.reset(new Patterns{dictionary});
  // Patterns in UTF-8 would have to be counted otherwise; Dutch has none.
  if (dictionary->utf8) patterns_.reset();
}

void Hyphenator::divide(std::span<const char32_t> word, std::vector<char>& allowed) {
  allowed.assign(word.size(), 0);
  if (word.size() < 5 || word.size() > longest_word) return;
  prepare();
  if (!patterns_) return;
  std::array<char, longest_word + 1> letters{};
  for (std::size_t i = 0; i < word.size(); ++i) {
    letters[i] = lower_latin1(word[i]);
    if (letters[i] == '\0') return;
  }
  std::array<char, longest_word + 8> hyphens{};
  Replacements changed;
  const int failed = hnj_hyphen_hyphenate3(patterns_->dictionary, letters.data(),
                                           static_cast<int>(word.size()), hyphens.data(), nullptr,
                                           &changed.text, &changed.position, &changed.cut, 2, 2, 2, 2);
  if (failed) return;
  for (std::size_t i = fewest_letters - 1; i + fewest_letters < word.size(); ++i) {
    const bool spelled_otherwise = changed.text && changed.text[i];
    allowed[i] = (hyphens[i] & 1) && !spelled_otherwise && !loses_trema(letters[i + 1]);
  }
  base::wipe({reinterpret_cast<std::uint8_t*>(letters.data()), letters.size()});
}

}  // namespace wv::text
