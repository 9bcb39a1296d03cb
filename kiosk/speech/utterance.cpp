// Voices, and what has to be written otherwise to be said well.
#include "kiosk/speech/utterance.h"

#include <array>
#include <regex>
#include <utility>

namespace wv::speech {
namespace {

// Read off `espeak-ng --voices` of 1.51 and 1.52.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kVoices = {
    {{"nl", "nl"}, {"en", "en-gb"}, {"tr", "tr"}, {"pl", "pl"}, {"uk", "uk"}, {"ar", "ar"}, {"pap", "pap"}}};

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

// A code is said letter by letter, with a breath in the middle: "0, J, A, 2, Z. 5, 9, 0, 7, 7".
std::string spelled(const std::string& text) {
  static const std::regex code(R"(\b([0-9A-Z]{5})-([0-9A-Z]{5})\b)");
  std::smatch found;
  if (!std::regex_search(text, found, code)) return text;
  std::string said = found.prefix();
  for (const int half : {1, 2}) {
    const std::string letters = found[static_cast<std::size_t>(half)];
    for (std::size_t i = 0; i < letters.size(); ++i)
      said += (i == 0 ? "" : ", ") + std::string(1, letters[i]);
    if (half == 1) said += ". ";
  }
  return said + spelled(found.suffix());
}

}  // namespace

std::string Utterance::text() const {
  std::string all;
  for (const Run& run : runs) all += (all.empty() ? "" : " ") + run.text;
  return all;
}

std::optional<std::string_view> voice_of(const model::Lang& lang) {
  for (const auto& [known, voice] : kVoices)
    if (known == lang) return voice;
  return std::nullopt;
}

std::string pronounced(std::string_view text, const model::Lang& lang) {
  std::string said(text);
  replace_all(said, " · ", ", ");
  replace_all(said, "• ", "");
  replace_all(said, "\n\n", "\n");
  replace_all(said, ".\n", ". ");
  replace_all(said, "\n", ". ");
  said = spelled(said);
  if (lang != "nl") return said;
  static const std::regex hour(R"(\b([01]?[0-9]|2[0-3])\.00( uur)?(?![0-9]))");
  static const std::regex moment(R"(\b([01]?[0-9]|2[0-3])\.([0-5][0-9])( uur)?(?![0-9]))");
  said = std::regex_replace(said, hour, "$1 uur");
  return std::regex_replace(said, moment, "$1 uur $2");
}

}  // namespace wv::speech
