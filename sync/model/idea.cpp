// The limits of an idea's text and the words of its life.
#include "sync/model/idea.h"

#include <algorithm>
#include <array>

#include "sync/base/utf8.h"

namespace wv::model {
namespace {

// In the order of IdeaStatus.
constexpr std::array<std::string_view, 12> words = {
    "ontvangen", "in moderatie",  "gepubliceerd", "niet getoond",     "doorverwezen", "in behandeling",
    "in agenda", "in uitvoering", "uitgevoerd",   "niet overgenomen", "ingetrokken",  "samengevoegd"};

}  // namespace

std::optional<TextProblem> check_idea_text(std::string_view text) {
  if (!base::is_utf8(text)) return TextProblem::NotUtf8;
  bool blank = true;
  std::size_t count = 0;
  for (std::string_view rest = text; const auto c = base::next_code_point(rest); ++count) {
    if (base::is_control(*c) && *c != '\n' && *c != '\t') return TextProblem::ControlCharacter;
    blank = blank && base::is_blank(*c);
  }
  if (blank) return TextProblem::Empty;
  if (count > max_idea_characters) return TextProblem::TooLong;
  return std::nullopt;
}

std::string_view status_word(IdeaStatus status) {
  return words[static_cast<std::size_t>(status)];
}

std::optional<IdeaStatus> status_from_word(std::string_view word) {
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return std::nullopt;
  return static_cast<IdeaStatus>(found - words.begin());
}

}  // namespace wv::model
