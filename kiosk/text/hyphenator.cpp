// libhyphen stays in this file.
#include "kiosk/text/hyphenator.h"

#include <hyphen.h>
#include <iconv.h>
#include <locale.h>
#include <wctype.h>

#include <array>
#include <cstdlib>
#include <utility>

#include "sync/base/secret.h"
#include "sync/base/utf8.h"

namespace wv::text {

namespace {

constexpr std::size_t longest_word = 200;   // letters
constexpr std::size_t longest_bytes = 400;  // of them, as the patterns are written
constexpr std::size_t fewest_letters = 3;   // on either side: "ar-" and "-en" are right, but hard to read

constexpr std::array<std::pair<std::string_view, const char*>, 4> files = {{
    {"nl", "hyph_nl_NL.dic"},
    {"en", "hyph_en_GB.dic"},
    {"pl", "hyph_pl_PL.dic"},
    {"uk", "hyph_uk_UA.dic"},
}};

std::string_view primary(std::string_view lang) {
  return lang.substr(0, lang.find('-'));
}

// Small letters; nothing when something else is among them.
std::u32string small_letters(std::span<const char32_t> word) {
  static const locale_t unicode = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);  // part of the C library
  std::u32string letters;
  for (const char32_t point : word) {
    const auto letter = static_cast<wint_t>(point);
    if (unicode == nullptr || !iswalpha_l(letter, unicode)) return {};
    letters += static_cast<char32_t>(towlower_l(letter, unicode));
  }
  return letters;
}

// "ge-ïnteresseerd" would have to become "ge-interesseerd".
bool loses_trema(char32_t letter) {
  return std::u32string_view(U"ëïöü").contains(letter);
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

// The patterns of one language and the way into the characters they are written in.
class Hyphenator::Patterns {
 public:
  static std::unique_ptr<Patterns> open(const std::filesystem::path& file) {
    HyphenDict* dictionary = hnj_hyphen_load(file.c_str());
    if (dictionary == nullptr) return nullptr;
    return std::unique_ptr<Patterns>(new Patterns(dictionary));
  }
  ~Patterns() {
    hnj_hyphen_free(dictionary_);
    if (works()) iconv_close(convert_);
  }
  Patterns(const Patterns&) = delete;
  Patterns& operator=(const Patterns&) = delete;

  // Odd in [i]: a hyphen may stand behind letter i.
  bool divide(const std::u32string& letters, std::array<char, longest_bytes + 8>& hyphens,
              Replacements& changed) const {
    std::array<char, longest_bytes> word{};
    const std::size_t size = written(letters, word);
    const bool done = size > 0 && hnj_hyphen_hyphenate3(dictionary_, word.data(), static_cast<int>(size),
                                                        hyphens.data(), nullptr, &changed.text,
                                                        &changed.position, &changed.cut, 2, 2, 2, 2) == 0;
    base::wipe({reinterpret_cast<std::uint8_t*>(word.data()), word.size()});
    return done;
  }

 private:
  explicit Patterns(HyphenDict* dictionary)
      : dictionary_(dictionary), convert_(iconv_open(dictionary->cset, "UTF-8")) {}
  bool works() const { return convert_ != reinterpret_cast<iconv_t>(-1); }

  // 0: a letter that this language does not know.
  std::size_t written(const std::u32string& letters, std::array<char, longest_bytes>& out) const {
    if (!works()) return 0;
    std::string utf8;
    for (const char32_t letter : letters) base::append_code_point(utf8, letter);
    char* from = utf8.data();
    char* to = out.data();
    std::size_t left = utf8.size(), room = out.size();
    iconv(convert_, nullptr, nullptr, nullptr, nullptr);
    const bool all = iconv(convert_, &from, &left, &to, &room) == 0;
    base::wipe({reinterpret_cast<std::uint8_t*>(utf8.data()), utf8.size()});
    return all ? out.size() - room : 0;
  }

  HyphenDict* dictionary_;
  iconv_t convert_;
};

Hyphenator::Hyphenator(std::filesystem::path folder) : folder_(std::move(folder)) {}
Hyphenator::~Hyphenator() = default;

void Hyphenator::prepare(std::string_view lang) {
  (void)patterns_of(lang);
}

const Hyphenator::Patterns* Hyphenator::patterns_of(std::string_view lang) {
  if (const auto known = known_.find(primary(lang)); known != known_.end()) return known->second.get();
  std::unique_ptr<Patterns> opened;
  for (const auto& [language, file] : files)
    if (language == primary(lang)) opened = Patterns::open(folder_ / file);
  return known_.emplace(primary(lang), std::move(opened)).first->second.get();
}

void Hyphenator::divide(std::string_view lang, std::span<const char32_t> word, std::vector<char>& allowed) {
  allowed.assign(word.size(), 0);
  if (word.size() < 2 * fewest_letters - 1 || word.size() > longest_word) return;
  const Patterns* patterns = patterns_of(lang);
  if (patterns == nullptr) return;
  std::u32string letters = small_letters(word);
  std::array<char, longest_bytes + 8> hyphens{};
  Replacements changed;
  if (letters.empty() || !patterns->divide(letters, hyphens, changed)) return;
  const bool dutch = primary(lang) == "nl";
  for (std::size_t i = fewest_letters - 1; i + fewest_letters < word.size(); ++i) {
    const bool spelled_otherwise = changed.text && changed.text[i];
    allowed[i] = (hyphens[i] & 1) && !spelled_otherwise && !(dutch && loses_trema(letters[i + 1]));
  }
  base::wipe({reinterpret_cast<std::uint8_t*>(letters.data()), letters.size() * sizeof(char32_t)});
}

}  // namespace wv::text
