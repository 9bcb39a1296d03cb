// The sentences that come back on every step of the form.
#include "kiosk/screens/idea_words.h"

#include "kiosk/screens/content_words.h"

namespace wv::screens {
namespace {

constexpr int steps_of_form = 4;

Words typing_trouble(const visit::Visit& visit, const Wording& say) {
  switch (visit.typing_trouble) {
    case visit::TypingTrouble::None:
      return {};
    case visit::TypingTrouble::Full:
      return say("typing.full");
    case visit::TypingTrouble::WrongCharacter:
      return say("typing.wrong-character");
  }
  return {};
}

}  // namespace

Steps idea_step(int current, const Wording& say) {
  return {current, steps_of_form,
          say("idea.step", {{"current", std::to_string(current)}, {"of", std::to_string(steps_of_form)}})};
}

Field typed_field(const Scene& scene, const visit::TypedText& text, std::string_view label,
                  std::string_view placeholder) {
  Field out;
  out.label = scene.say(label);
  out.text = text.text();
  out.caret_byte = text.caret_byte();
  out.selection = text.selection();
  out.veiled = scene.visit.veiled && !text.empty();
  out.veil_hint = scene.say("typing.veiled");
  out.placeholder = scene.say(placeholder);
  out.problem = typing_trouble(scene.visit, scene.say);
  return out;
}

const model::Challenge* linked_challenge(const Scene& scene) {
  const auto& draft = scene.visit.draft;
  if (!draft.challenge) return nullptr;
  return challenge_at(scene.content.area(draft.challenge_area), *draft.challenge).challenge;
}

std::int64_t room_left(const visit::IdeaDraft& draft) {
  return static_cast<std::int64_t>(model::max_idea_characters) -
         static_cast<std::int64_t>(draft.text.characters());
}

Words why_not_sent(const visit::IdeaDraft& draft, const Wording& say) {
  const auto problem = visit::problem_of(draft);
  if (!problem) return {};
  switch (*problem) {
    case model::TextProblem::Empty:
      return say("idea.problem.empty");
    case model::TextProblem::TooLong:
      return say.count("idea.problem.long", -room_left(draft));
    case model::TextProblem::NotUtf8:
    case model::TextProblem::ControlCharacter:
      return say("idea.problem.character");
  }
  return {};
}

Words where_words(const Scene& scene) {
  const auto& draft = scene.visit.draft;
  const auto& say = scene.say;
  if (!scene.content.municipality) return {};
  if (draft.everywhere)
    return say("where.all-of", {{"name", say.content(scene.content.municipality->name).text}});
  const auto* area = draft.wijk ? area_of(scene.content, *draft.wijk) : summary_of(scene.content, draft.area);
  if (!area) return {};
  const std::string name = say.content(area->name).text;
  const std::string wijk = draft.wijk ? wijk_name(scene.content, *draft.wijk) : std::string();
  return wijk.empty() ? say("where.all-of", {{"name", name}}) : say.name(wijk + ", " + name);
}

}  // namespace wv::screens
