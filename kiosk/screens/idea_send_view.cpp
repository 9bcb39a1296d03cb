// Geef uw idee, the last steps: contact (niet verplicht), check, thanks.
#include <algorithm>

#include "kiosk/screens/content_words.h"
#include "kiosk/screens/idea_words.h"
#include "kiosk/screens/keyboard_view.h"
#include "sync/base/direction.h"
#include "sync/base/utf8.h"
#include "sync/model/personal_data.h"

namespace wv::screens {
namespace {

using visit::ContactChannel;
using visit::ContactProblem;
using visit::Overlay;
using visit::Screen;

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

Words why_not_reached(ContactChannel channel, ContactProblem problem, const Wording& say) {
  const bool by_email = channel == ContactChannel::Email;
  switch (problem) {
    case ContactProblem::Empty:
      return by_email ? say("contact.email.empty") : say("contact.phone.empty");
    case ContactProblem::NoAt:
      return say("contact.email.no-at");
    case ContactProblem::NoDomain:
      return say("contact.email.incomplete");
    case ContactProblem::TooShort:
      return say("contact.phone.incomplete");
    case ContactProblem::TooLong:
      return say("contact.phone.long");
    case ContactProblem::NoAreaCode:
      return say("contact.phone.no-area");
  }
  return {};
}

std::vector<Fact> summary(const Scene& scene) {
  const auto& draft = scene.visit.draft;
  const auto& say = scene.say;
  std::vector<Fact> facts;
  if (draft.slip != 0) facts.push_back({say("staff.slip.field"), say.name(std::to_string(draft.slip))});
  if (const Words where = where_words(scene); !where.empty()) facts.push_back({say("check.where"), where});
  if (const auto* challenge = linked_challenge(scene))
    facts.push_back({say("check.about"), say.content(challenge->title)});
  if (const auto* theme = draft.theme ? theme_of(scene.content, *draft.theme) : nullptr)
    facts.push_back({say("check.theme"), say.content(theme->name)});
  const Words contact = draft.channel == ContactChannel::None || draft.contact.empty()
                            ? say("check.no-contact")
                        : scene.visit.veiled ? say("typing.veiled.short")
                                             : say.name(std::string(base::strip(draft.contact.text())));
  const bool is_typed =
      draft.channel != ContactChannel::None && !draft.contact.empty() && !scene.visit.veiled;
  facts.push_back({say("check.contact"), contact, is_typed});
  return facts;
}

std::string name_of(model::PersonalKind kind, const Wording& say) {
  switch (kind) {
    case model::PersonalKind::Phone:
      return say("personal.phone").text;
    case model::PersonalKind::Email:
      return say("personal.email").text;
    case model::PersonalKind::CitizenNumber:
      return say("personal.citizen-number").text;
    case model::PersonalKind::NumberPlate:
      return say("personal.number-plate").text;
    case model::PersonalKind::BankAccount:
      return say("personal.bank-account").text;
  }
  return {};
}

// Each kind once, in the order of the text. What it is, never the thing itself: others may look along.
std::optional<PersonalHint> personal_hint(const Scene& scene) {
  const auto& say = scene.say;
  if (scene.visit.draft.personal_data_is_fine) return std::nullopt;
  std::vector<std::string> kinds;
  for (const auto& one : model::find_personal_data(scene.visit.draft.text.text())) {
    const std::string name = name_of(one.kind, say);
    if (std::ranges::find(kinds, name) == kinds.end()) kinds.push_back(name);
  }
  if (kinds.empty()) return std::nullopt;
  return PersonalHint{say("personal.hint", {{"what", say.list(kinds)}}),
                      {say("personal.change"), visit::ChangeIdea{}},
                      {say("personal.leave"), visit::LeaveAsIs{}}};
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

IdeaContactView contact_of_visitor(const Scene& scene) {
  const auto& say = scene.say;
  const auto& draft = scene.visit.draft;
  IdeaContactView view;
  view.steps = idea_step(3, say);
  view.title = say("contact.title");
  if (draft.channel == ContactChannel::None) view.purpose = say("contact.purpose");
  if (const auto* municipality = scene.content.municipality.get()) {
    const bool has_short = !municipality->privacy_short.empty();
    // Without a short one all of it is said, and only before there is a keyboard.
    if (has_short || draft.channel == ContactChannel::None)
      view.retention = say.content(has_short ? municipality->privacy_short : municipality->privacy_notice);
    // Above a keyboard every line counts; who chose a channel has had both in sight.
    if (has_short && draft.channel == ContactChannel::None)
      view.privacy = {say("contact.privacy"), visit::Open{Screen::Privacy}, true, {}, "document"};
  }
  const auto chip = [&](std::string_view key, ContactChannel channel) {
    view.channels.push_back({say(key), visit::ChooseChannel{channel}, draft.channel == channel});
  };
  chip("contact.none", ContactChannel::None);
  chip("contact.email", ContactChannel::Email);
  chip("contact.phone", ContactChannel::Phone);
  const auto problem = visit::contact_problem(draft);
  view.previous = {say("idea.previous"), visit::Back{}};
  view.next = {say("idea.next"), visit::Open{Screen::IdeaCheck}, !problem};
  if (draft.channel == ContactChannel::None) return view;
  const bool by_email = draft.channel == ContactChannel::Email;
  view.field = typed_field(scene, draft.contact, by_email ? "contact.email.field" : "contact.phone.field",
                           by_email ? "contact.email.example" : "contact.phone.example");
  view.keyboard = by_email ? email_keys(scene.visit, say) : phone_keys(scene.visit, say);
  if (problem) view.next.why_not = why_not_reached(draft.channel, *problem, say);
  return view;
}

// What staff copy is somebody else's, and typed twice; the paper says what is done with it.
void of_paper(const Scene& scene, IdeaContactView& view) {
  const auto& say = scene.say;
  const auto& draft = scene.visit.draft;
  view.title = say("staff.slip.contact");
  if (draft.channel == ContactChannel::None) view.purpose = say("staff.slip.contact.text");
  view.retention = {};
  view.privacy = {};
  if (!view.field) return;
  const bool by_email = draft.channel == ContactChannel::Email;
  view.field->label = say(by_email ? "staff.slip.email" : "staff.slip.phone");
  if (!draft.contact_twice.first.empty()) {
    view.title = say(by_email ? "staff.slip.email.again" : "staff.slip.phone.again");
    view.field->label = view.title;
  }
  if (draft.contact_twice.differed) view.field->problem = say("staff.slip.differed");
  if (!draft.contact_twice.sure) view.next.action = visit::ConfirmTyped{};
}

}  // namespace

IdeaContactView idea_contact_view(const Scene& scene) {
  auto view = contact_of_visitor(scene);
  if (scene.visit.draft.slip != 0) of_paper(scene, view);
  return view;
}

IdeaCheckView idea_check_view(const Scene& scene) {
  const auto& say = scene.say;
  const auto& draft = scene.visit.draft;
  IdeaCheckView view;
  view.steps = idea_step(4, say);
  view.title = say("check.title");
  view.busy = scene.visit.sending == visit::Sending::Busy;
  view.hint = personal_hint(scene);
  if (draft.assisted) view.hand_over = say(draft.slip == 0 ? "assisted.hand-over" : "staff.slip.check");
  view.preview_label = say("check.preview");
  view.preview = typed_field(scene, draft.text, "check.preview", "idea.placeholder");
  view.change = {say("check.change"), visit::ChangeIdea{}, !view.busy, {}, "pencil"};
  view.to_phone = {say("idea.to-phone"), visit::ShowOverlay{Overlay::DraftToPhone}, !view.busy, {}, "mobile"};
  view.facts = summary(scene);
  if (draft.slip == 0)
    view.assisted = Toggle{say("assisted.toggle"), visit::ToggleAssisted{}, draft.assisted};
  view.rules_title = say("check.rules");
  if (scene.content.municipality) view.rules = say.content(scene.content.municipality->house_rules);
  view.previous = {say("idea.previous"), visit::Back{}, !view.busy};
  view.send = {view.busy ? say("check.busy") : say("check.send"), visit::SendIdea{},
               !view.busy && !visit::problem_of(draft), why_not_sent(draft, say), "send"};
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
  if (scene.visit.kept->slip != 0) {
    view.title = say("staff.slip.kept", {{"number", std::to_string(scene.visit.kept->slip)}});
    view.hint = say("staff.slip.kept.text");
    view.another = view.done;
    view.done = {say("staff.slip.next"), visit::NextSlip{}};
  }
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
