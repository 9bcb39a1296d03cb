// Geef uw idee: write, contact (niet verplicht), check, thanks.
#include <algorithm>

#include "kiosk/screens/content_words.h"
#include "kiosk/screens/keyboard_view.h"
#include "kiosk/screens/scene.h"
#include "sync/base/direction.h"
#include "sync/base/utf8.h"

namespace wv::screens {
namespace {

using visit::ContactChannel;
using visit::Screen;

constexpr int steps = 3;
constexpr std::size_t most_theme_chips = 5;  // beside the keyboard there is room for two rows

Steps step(int current, const Wording& say) {
  return {current, steps,
          say("idea.step", {{"current", std::to_string(current)}, {"of", std::to_string(steps)}})};
}

std::int64_t room_left(const visit::IdeaDraft& draft) {
  return static_cast<std::int64_t>(model::max_idea_characters) -
         static_cast<std::int64_t>(draft.text.characters());
}

Words why_not(const visit::IdeaDraft& draft, const Wording& say) {
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

Field field(const Scene& scene, const visit::TypedText& text, std::string_view label,
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

const model::Challenge* about(const Scene& scene) {
  const auto& draft = scene.visit.draft;
  return draft.challenge ? challenge_at(scene.content.area(draft.area), *draft.challenge).challenge : nullptr;
}

// Themes that this neighbourhood works on first, because those are the ones ideas are about.
std::vector<const model::Theme*> likely_themes(const Scene& scene) {
  std::vector<const model::Theme*> found;
  if (!scene.content.municipality) return found;
  std::vector<std::pair<std::int64_t, const model::Theme*>> counted;
  const auto* area = scene.content.area(scene.visit.draft.area);
  for (const auto& theme : scene.content.municipality->themes) {
    std::int64_t uses = 0;
    if (area) {
      for (const auto& agenda : area->agendas) {
        uses += std::ranges::count_if(agenda.challenges, [&](const auto& one) {
          return std::ranges::find(one.themes, theme.id) != one.themes.end();
        });
      }
    }
    counted.emplace_back(uses, &theme);
  }
  std::ranges::stable_sort(counted, std::greater{}, &std::pair<std::int64_t, const model::Theme*>::first);
  for (const auto& [uses, theme] : counted) {
    if (found.size() < most_theme_chips || scene.visit.draft.theme == theme->id) found.push_back(theme);
  }
  return found;
}

std::vector<Chip> theme_chips(const Scene& scene) {
  std::vector<Chip> chips;
  for (const auto* theme : likely_themes(scene)) {
    chips.push_back({scene.say.content(theme->name), visit::ChooseTheme{theme->id},
                     scene.visit.draft.theme == theme->id});
  }
  chips.push_back({scene.say("idea.other-theme"), visit::ChooseTheme{}, !scene.visit.draft.theme});
  return chips;
}

Words not_kept(visit::NotKeptReason reason, const Wording& say) {
  switch (reason) {
    case visit::NotKeptReason::DiskFull:
      return say("not-kept.disk");
    case visit::NotKeptReason::TooMany:
      return say("not-kept.many");
    case visit::NotKeptReason::NoKey:
      return say("not-kept.no-key");
    case visit::NotKeptReason::Text:
      return say("not-kept.text");
    case visit::NotKeptReason::Fault:
      return say("not-kept.fault");
  }
  return {};
}

std::vector<Fact> summary(const Scene& scene) {
  const auto& draft = scene.visit.draft;
  const auto& say = scene.say;
  std::vector<Fact> facts;
  if (const auto* challenge = about(scene))
    facts.push_back({say("check.about"), say.content(challenge->title)});
  const auto* theme = draft.theme ? theme_of(scene.content, *draft.theme) : nullptr;
  facts.push_back({say("check.theme"), theme ? say.content(theme->name) : say("idea.other-theme")});
  const Words contact = draft.channel == ContactChannel::None || draft.contact.empty()
                            ? say("check.no-contact")
                        : scene.visit.veiled ? say("typing.veiled")
                                             : say.name(std::string(base::strip(draft.contact.text())));
  facts.push_back({say("check.contact"), contact});
  return facts;
}

std::string letter_by_letter(std::string_view code) {
  std::string out;
  for (char c : code) {
    if (!out.empty()) out += ' ';
    out += c == '-' ? ',' : c;
  }
  return out;
}

Words answer_time(const Scene& scene) {
  const auto days = scene.content.municipality ? scene.content.municipality->answer_within.count() : 14;
  return days % 7 == 0 ? scene.say.count("thanks.within-weeks", days / 7)
                       : scene.say.count("thanks.within-days", days);
}

}  // namespace

IdeaWriteView idea_write_view(const Scene& scene) {
  const auto& say = scene.say;
  const auto& draft = scene.visit.draft;
  IdeaWriteView view;
  view.steps = step(1, say);
  view.title = say("idea.title");
  if (const auto* challenge = about(scene))
    view.about = say("idea.about", {{"title", say.content(challenge->title).text}});
  view.field = field(scene, draft.text, "idea.field", "idea.placeholder");
  const std::int64_t left = room_left(draft);
  view.field.remaining = left >= 0 ? say.count("idea.left", left) : say.count("idea.over", -left);
  view.themes_label = say("idea.themes");
  view.themes = theme_chips(scene);
  view.stop = {say("idea.stop"), visit::StopIdea{}};
  view.next = {say("idea.next"), visit::Open{Screen::IdeaContact}, !visit::problem_of(draft),
               why_not(draft, say)};
  if (!scene.content.municipality) {  // say it now, not after somebody has written a page
    view.next.enabled = false;
    view.next.why_not = say("not-kept.no-key");
  }
  view.keyboard = letter_keys(scene.visit, say, usable_languages(scene));
  return view;
}

IdeaContactView idea_contact_view(const Scene& scene) {
  const auto& say = scene.say;
  const auto& draft = scene.visit.draft;
  IdeaContactView view;
  view.steps = step(2, say);
  view.title = say("contact.title");
  view.purpose = say("contact.purpose");
  // All of it before anything can be typed; once a channel is chosen the keyboard needs the room.
  if (scene.content.municipality && draft.channel == ContactChannel::None) {
    view.retention = say.content(scene.content.municipality->privacy_notice);
  }
  const auto chip = [&](std::string_view key, ContactChannel channel) {
    view.channels.push_back({say(key), visit::ChooseChannel{channel}, draft.channel == channel});
  };
  chip("contact.none", ContactChannel::None);
  chip("contact.email", ContactChannel::Email);
  chip("contact.phone", ContactChannel::Phone);
  const bool plausible = visit::contact_is_plausible(draft);
  view.previous = {say("idea.previous"), visit::Back{}};
  view.next = {say("idea.next"), visit::Open{Screen::IdeaCheck}, plausible};
  if (draft.channel == ContactChannel::None) return view;
  const bool by_email = draft.channel == ContactChannel::Email;
  view.field = field(scene, draft.contact, by_email ? "contact.email.field" : "contact.phone.field",
                     by_email ? "contact.email.example" : "contact.phone.example");
  view.keyboard = by_email ? email_keys(scene.visit, say) : phone_keys(scene.visit, say);
  if (plausible) return view;
  if (draft.contact.empty()) {
    view.next.why_not = by_email ? say("contact.email.empty") : say("contact.phone.empty");
  } else {
    view.next.why_not = by_email ? say("contact.email.incomplete") : say("contact.phone.incomplete");
  }
  return view;
}

IdeaCheckView idea_check_view(const Scene& scene) {
  const auto& say = scene.say;
  const auto& draft = scene.visit.draft;
  IdeaCheckView view;
  view.steps = step(3, say);
  view.title = say("check.title");
  view.preview_label = say("check.preview");
  view.preview = field(scene, draft.text, "check.preview", "idea.placeholder");
  view.facts = summary(scene);
  view.rules_title = say("check.rules");
  if (scene.content.municipality) view.rules = say.content(scene.content.municipality->house_rules);
  view.busy = scene.visit.sending == visit::Sending::Busy;
  view.previous = {say("check.change"), visit::Back{}, !view.busy};
  view.send = {view.busy ? say("check.busy") : say("check.send"), visit::SendIdea{},
               !view.busy && !visit::problem_of(draft), why_not(draft, say), "send"};
  if (scene.visit.not_kept) view.problem = not_kept(*scene.visit.not_kept, say);
  return view;
}

IdeaThanksView idea_thanks_view(const Scene& scene) {
  const auto& say = scene.say;
  IdeaThanksView view;
  view.title = say("thanks.title");
  view.code_label = say("thanks.code");
  view.words_label = say("thanks.words");
  view.qr_label = say("thanks.qr");
  view.hint = say("thanks.hint");
  view.next_title = say("thanks.next");
  view.next = {{say("thanks.step.kept"), say("thanks.step.kept.text"), true},
               {say("thanks.step.read"), answer_time(scene), false},
               {say("thanks.step.answer"), say("thanks.step.answer.text"), false}};
  view.another = {say("thanks.another"), visit::AnotherIdea{}};
  view.done = {say("thanks.done"), visit::EndVisit{}};
  if (!scene.visit.kept) return view;
  view.code = scene.visit.kept->code;
  view.words = scene.visit.kept->words;
  view.code_spoken = say.name(letter_by_letter(view.code));
  std::string words;
  for (const auto& word : view.words) words += (words.empty() ? "" : " ") + word;
  view.qr = base::spoken_form(
      say("thanks.qr.payload", {{"place", scene.around.place_name}, {"code", view.code}, {"words", words}})
          .text);
  return view;
}

}  // namespace wv::screens
