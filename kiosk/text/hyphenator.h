// Where a long word may be divided, in the languages that have patterns for it.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wv::text {

// Reads the patterns of a language the first time they are needed (some 12 ms), or in prepare(). Without them
// no word of that language is divided: Turkish, Arabic, Papiamentu and Tigrinya have none.
class Hyphenator {
 public:
  // Where the distribution puts hyph_nl_NL.dic and the others.
  explicit Hyphenator(std::filesystem::path folder);
  ~Hyphenator();
  Hyphenator(const Hyphenator&) = delete;
  Hyphenator& operator=(const Hyphenator&) = delete;

  void prepare(std::string_view lang);

  // `allowed[i]` becomes 1 where a hyphen may stand behind word[i]. At least three letters stay on either
  // side; not before a Dutch letter whose trema would have to go, not in words with anything but letters.
  void divide(std::string_view lang, std::span<const char32_t> word, std::vector<char>& allowed);

 private:
  class Patterns;
  const Patterns* patterns_of(std::string_view lang);

  std::filesystem::path folder_;
  std::map<std::string, std::unique_ptr<Patterns>, std::less<>> known_;  // null: there are none
};

}  // namespace wv::text
