// Volg uw idee: the code goes in, and every answer says what it means and what one can do.
#include <algorithm>

#include "kiosk/screens/content_words.h"
#include "kiosk/screens/keyboard_view.h"
#include "kiosk/screens/scene.h"

namespace wv::screens {
namespace {

using visit::CodeAnswer;
using visit::CodeMode;
using visit::Screen;

Words problem(const Scene& scene) {
  const auto& visit = scene.visit;
  const bool by_words = visit.code_mode == CodeMode::Words;
  if (visit.answer && visit.answer->kind == CodeAnswer::Kind::Mistyped) {
    return by_words ? scene.say("follow.mistyped-words") : scene.say("follow.mistyped");
  }
  if (visit.typing_trouble == visit::TypingTrouble::WrongCharacter)
    return scene.say("follow.wrong-character");
  if (visit.typing_trouble == visit::TypingTrouble::Full) return scene.say("follow.full");
  return {};
}

void found(CodeResultView& view, const CodeAnswer& answer, const Scene& scene) {
  const auto& say = scene.say;
  view.title = say("result.found");
  view.icon = "answer";
  view.tint = Tint::Brand;
  // The newest public words are the answer; the steps then only say when.
  auto newest = answer.steps.size();
  while (newest > 0 && answer.steps[newest - 1].text.empty()) --newest;
  for (std::size_t i = 0; i < answer.steps.size(); ++i) {
    const auto& step = answer.steps[i];
    Words when = say.name(capital(say.date(local_at(step.at, scene.around.now).day)));
    if (!step.text.empty() && i + 1 != newest) {
      const Words text = say.content(step.text);
      when.text += ". " + say.isolated(text.text);
      when.fallback = text.fallback;
    }
    view.steps.push_back({status_title(step.status, say), when, true});
  }
  if (newest > 0) {
    view.answer_title = say("result.answer");
    view.answer = say.content(answer.steps[newest - 1].text);
  } else {
    view.intro = say("result.no-answer-yet");
  }
}

void not_yet(CodeResultView& view, bool received, const Wording& say) {
  view.title = say("result.waiting");
  view.intro = received ? say("result.sent.text") : say("result.waiting.text");
  view.icon = "hourglass";
  view.tint = Tint::Sun;
  view.steps = {{say("result.step.kept"), {}, true},
                {say("result.step.received"), {}, received},
                {say("result.step.read"), {}, false},
                {say("result.step.answer"), {}, false}};
}

}  // namespace

CodeEntryView code_entry_view(const Scene& scene) {
  const auto& say = scene.say;
  const auto& visit = scene.visit;
  CodeEntryView view;
  view.by_words = visit.code_mode == CodeMode::Words;
  view.title = say("follow.title");
  view.subtitle = view.by_words ? say("follow.by-words") : say("follow.by-code");
  view.modes = {{say("follow.mode.code"), visit::ChooseCodeMode{CodeMode::Characters}, !view.by_words},
                {say("follow.mode.words"), visit::ChooseCodeMode{CodeMode::Words}, view.by_words}};
  view.field.label = view.by_words ? say("follow.words.field") : say("follow.code.field");
  view.field.text = visit.code.text();
  view.field.caret_byte = visit.code.caret_byte();
  view.field.selection = visit.code.selection();
  view.field.veiled = visit.veiled && !visit.code.empty();
  view.field.veil_hint = say("typing.veiled");
  if (view.by_words) view.field.placeholder = say("follow.words.example");
  view.field.problem = problem(scene);
  if (!view.by_words) {
    view.slots = visit.code.text();
    const auto left = static_cast<std::int64_t>(model::code_characters -
                                                std::min(view.slots.size(), model::code_characters));
    if (left > 0) view.field.remaining = say.count("follow.left", left);
  }
  view.keyboard = view.by_words ? letter_keys(visit, say, usable_languages(scene)) : code_keys(visit, say);
  const bool complete = visit::code_is_complete(visit);
  view.look_up = {say("follow.look-up"), visit::LookUp{}, complete && !visit.looking_up,
                  complete        ? Words{}
                  : view.by_words ? say("follow.incomplete-words")
                                  : say("follow.incomplete"),
                  "search"};
  return view;
}

CodeResultView code_result_view(const Scene& scene) {
  const auto& say = scene.say;
  CodeResultView view;
  view.again = {say("result.again"), visit::Back{}};
  view.home = {say("result.home"), visit::Open{Screen::Home}};
  const CodeAnswer answer = scene.visit.answer.value_or(CodeAnswer{});
  switch (answer.kind) {
    case CodeAnswer::Kind::Found:
      found(view, answer, scene);
      break;
    case CodeAnswer::Kind::Waiting:
      not_yet(view, false, say);
      break;
    case CodeAnswer::Kind::Sent:
      not_yet(view, true, say);
      break;
    case CodeAnswer::Kind::Unavailable:
      view.title = say("result.unavailable");
      view.intro = say("result.unavailable.text");
      view.icon = "alert";
      view.tint = Tint::Brick;
      break;
    case CodeAnswer::Kind::Mistyped:
    case CodeAnswer::Kind::Unknown:
      view.title = say("result.unknown");
      view.intro = say("result.unknown.text");
      view.icon = "question";
      view.tint = Tint::Sky;
      break;
  }
  return view;
}

}  // namespace wv::screens
