// Reads GNU .mo files (little-endian, as msgfmt writes them here) and finds texts in them.
#include "kiosk/screens/strings.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "kiosk/screens/plural.h"
#include "sync/base/direction.h"
#include "sync/base/utf8.h"

namespace wv::screens {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

std::uint32_t number_at(base::ByteView mo, std::size_t at) {
  return static_cast<std::uint32_t>(mo[at]) | static_cast<std::uint32_t>(mo[at + 1]) << 8U |
         static_cast<std::uint32_t>(mo[at + 2]) << 16U | static_cast<std::uint32_t>(mo[at + 3]) << 24U;
}

// The string that a (length, offset) pair at `at` points to.
std::optional<std::string_view> string_at(base::ByteView mo, std::uint64_t at) {
  if (at + 8 > mo.size()) return std::nullopt;
  const std::uint64_t length = number_at(mo, at), offset = number_at(mo, at + 4);
  if (offset + length > mo.size()) return std::nullopt;
  return base::as_text(mo.subspan(offset, length));
}

// A plain number flows along: two of them with a colon between are one time. So does a word of the language
// itself: an isolate of nothing but isolates would no longer know its direction.
bool flows_along(std::string_view value) {
  constexpr std::string_view digits = "0123456789";
  const bool foreign = std::ranges::any_of(value, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
  return !foreign || value.find_first_not_of(digits) == std::string_view::npos;
}

// How a value stands in a text that runs from right to left: a Latin name, a phone number or a code would
// otherwise be torn apart by what stands beside it.
enum class Surround { AsIs, Isolated };

// Fills every {name} in one pass, so that braces in a value stay what they are. Unknown places are left as
// they stand.
std::string filled(std::string_view text, Fillings fill, const std::string& count, Surround surround) {
  std::string out;
  while (!text.empty()) {
    const std::size_t open = text.find('{'),
                      close = open == std::string_view::npos ? open : text.find('}', open);
    out += text.substr(0, open);
    if (close == std::string_view::npos)
      return open == std::string_view::npos ? out : out.append(text.substr(open));
    const std::string_view name = text.substr(open + 1, close - open - 1);
    const auto found = std::ranges::find(fill, name, &Filling::first);
    if (found != fill.end()) {
      const bool alone = surround == Surround::Isolated && !flows_along(found->second);
      out += alone ? base::isolated(found->second) : found->second;
    } else {
      out += name == "n" && !count.empty() ? std::string_view(count) : text.substr(open, close - open + 1);
    }
    text.remove_prefix(close + 1);
  }
  return out;
}

}  // namespace

class Catalogue {
 public:
  static Result<std::unique_ptr<Catalogue>> read(base::ByteView mo);

  const std::vector<std::string>* find(std::string_view key) const {
    const auto found = forms_.find(std::string(key));
    return found == forms_.end() ? nullptr : &found->second;
  }
  const PluralRule& rule() const { return rule_; }

 private:
  Result<> take(std::string_view key, std::string_view text);

  std::unordered_map<std::string, std::vector<std::string>> forms_;
  PluralRule rule_;
};

Result<std::unique_ptr<Catalogue>> Catalogue::read(base::ByteView mo) {
  constexpr std::uint32_t magic = 0x950412de, most_texts = 10'000;
  if (mo.size() < 28 || number_at(mo, 0) != magic) return fail(ErrorCode::Corrupt, "no .mo file");
  const std::uint32_t count = number_at(mo, 8);
  if (count > most_texts) return fail(ErrorCode::Corrupt, "more texts than a language has");
  auto catalogue = std::make_unique<Catalogue>();
  for (std::uint64_t i = 0; i < count; ++i) {
    const auto key = string_at(mo, number_at(mo, 12) + i * 8),
               text = string_at(mo, number_at(mo, 16) + i * 8);
    if (!key || !text || !base::is_utf8(*text))
      return fail(ErrorCode::Corrupt, "text " + std::to_string(i) + " is damaged");
    WV_CHECK(catalogue->take(*key, *text));
  }
  return catalogue;
}

Result<> Catalogue::take(std::string_view key, std::string_view text) {
  if (key.empty()) {  // the header
    const std::size_t at = text.find("Plural-Forms:");
    if (at == std::string_view::npos) return {};
    const std::string_view line = text.substr(at, text.find('\n', at) - at);
    WV_TRY(rule_, PluralRule::read(line));
    return {};
  }
  std::vector<std::string> forms;
  for (;;) {
    const std::size_t end = text.find('\0');
    forms.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  forms_[std::string(key.substr(0, key.find('\0')))] = std::move(forms);
  return {};
}

Strings::Strings() = default;
Strings::~Strings() = default;
Strings::Strings(Strings&&) noexcept = default;
Strings& Strings::operator=(Strings&&) noexcept = default;

Result<> Strings::add(const model::Lang& lang, base::ByteView mo) {
  WV_TRY(auto catalogue, Catalogue::read(mo));
  catalogues_[lang] = std::move(catalogue);
  return {};
}

bool Strings::has(const model::Lang& lang) const {
  return catalogues_.contains(lang);
}

Words Strings::find(const model::Lang& lang, std::string_view key, const std::int64_t* count,
                    Fillings fill) const {
  for (const model::Lang& from : {lang, model::Lang("nl")}) {
    const auto catalogue = catalogues_.find(from);
    const auto* forms = catalogue == catalogues_.end() ? nullptr : catalogue->second->find(key);
    if (!forms) continue;
    const std::size_t form = count ? catalogue->second->rule().form(*count) : 0;
    const std::string& text = (*forms)[std::min(form, forms->size() - 1)];
    const Surround surround = base::is_right_to_left(from) ? Surround::Isolated : Surround::AsIs;
    return {filled(text, fill, count ? std::to_string(*count) : std::string(), surround), from, from != lang};
  }
  return {std::string(key), "en", true};  // strings_test sees to it that nobody ever meets this
}

Words Strings::text(const model::Lang& lang, std::string_view key, Fillings fill) const {
  return find(lang, key, nullptr, fill);
}

Words Strings::count(const model::Lang& lang, std::string_view key, std::int64_t count, Fillings fill) const {
  return find(lang, key, &count, fill);
}

}  // namespace wv::screens
