// Where a long Dutch word may be divided.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace wv::text {

// Reads its patterns the first time they are needed (some 12 ms), or in prepare(). Without them no word is
// divided.
class Hyphenator {
 public:
  explicit Hyphenator(std::filesystem::path patterns);
  ~Hyphenator();
  Hyphenator(const Hyphenator&) = delete;
  Hyphenator& operator=(const Hyphenator&) = delete;

  void prepare();

  // `allowed[i]` becomes 1 where a hyphen may stand behind word[i]. At least three letters stay on either
  // side; not before a letter whose trema would have to go, not in words with anything but Latin-1 letters.
  void divide(std::span<const char32_t> word, std::vector<char>& allowed);

 private:
  struct Patterns;
  std::filesystem::path file_;
  bool tried_ = false;
  std::unique_ptr<Patterns> patterns_;
};

}  // namespace wv::text
