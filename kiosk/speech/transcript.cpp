// One node after the other, and what is passed over.
#include "kiosk/speech/transcript.h"

#include <algorithm>

namespace wv::speech {
namespace {

using ui::Node;
using ui::Role;

constexpr std::string_view kPauses = ".!?:…";

bool ends_a_sentence(std::string_view text) {
  return !text.empty() && (kPauses.find(text.back()) != std::string_view::npos || text.ends_with("…"));
}

// Builds one utterance, joining what is in the same language.
class Sentence {
 public:
  explicit Sentence(const model::Lang& own) : own_(own) {}

  void add(std::string_view text, const std::string& lang, std::string_view joint) {
    const model::Lang spoken = lang.empty() ? own_ : model::Lang(lang);
    std::string words = pronounced(text, spoken);
    if (words.find_first_not_of(" ,.") == std::string::npos) return;
    if (runs_.empty()) {
      runs_.push_back({std::move(words), spoken});
    } else if (runs_.back().lang == spoken) {
      auto& last = runs_.back().text;
      last += std::string(ends_a_sentence(last) ? "" : joint) + " " + words;
    } else {
      close();
      runs_.push_back({std::move(words), spoken});
    }
  }
  void aside(std::string_view text) { add(text, {}, ","); }  // a role or a state
  Utterance finish() && {
    close();
    return {std::move(runs_)};
  }

 private:
  void close() {
    if (!runs_.empty() && !ends_a_sentence(runs_.back().text)) runs_.back().text += ".";
  }

  const model::Lang& own_;
  std::vector<Run> runs_;
};

std::string_view role_word(const Node& node, const SpokenWords& words) {
  switch (node.role) {
    case Role::Button:
      return words.button;
    case Role::Option:
      return node.state.selected ? std::string_view() : words.option;
    case Role::TextField:
      return words.field;
    case Role::Picture:
      return words.picture;
    case Role::Qr:
      return words.code_picture;
    default:
      return {};
  }
}

std::string lang_of_label(const Node& node) {
  for (const auto& use : node.texts)
    if (!use.text.empty() && node.label.find(use.text) != std::string::npos) return use.lang;
  return {};
}

void add_states(Sentence& sentence, const Node& node, const SpokenWords& words) {
  if (node.state.selected && node.role == Role::Option) sentence.aside(words.chosen);
  if (node.state.selected && node.role == Role::Button) sentence.aside(words.on);
  if (node.state.disabled) sentence.aside(words.disabled);
}

// What else stands on it, each text in its own language; what was only said and not drawn comes first.
void add_value(Sentence& sentence, const Node& node, const Manner& manner) {
  if (node.role == Role::Qr) return;
  const bool withheld = node.typed_bytes > 0 && manner.ears != Ears::Headphones;
  const std::string_view typed = std::string_view(node.value).substr(0, node.typed_bytes);
  std::string rest = node.value;
  std::vector<const ui::TextUse*> drawn;
  for (const auto& use : node.texts) {
    if (use.text.empty() || node.label.find(use.text) != std::string::npos) continue;
    const auto at = rest.find(use.text);
    if (at == std::string::npos) continue;
    if (withheld && typed.find(use.text) != std::string_view::npos) continue;
    rest.erase(at, use.text.size());
    if (use.text != manner.words.foreign_mark) drawn.push_back(&use);
  }
  if (withheld) {
    sentence.add(manner.words.typed, {}, ".");
  } else {
    while (!rest.empty() && (rest.back() == ' ' || rest.back() == ',')) rest.pop_back();
    if (rest != manner.words.foreign_mark) sentence.add(rest, {}, ".");
  }
  for (const auto* use : drawn) sentence.add(use->text, use->lang, ".");
}

bool is_under(const ui::Tree& tree, const Node& node, std::string_view name) {
  const auto prefix = tree.nodes().front().id + "/" + std::string(name);
  return node.id == prefix || node.id.starts_with(prefix + "/");
}

bool scrolls(const Node& node) {
  return node.action && (std::holds_alternative<visit::ScrollTo>(*node.action) ||
                         std::holds_alternative<visit::ScrollAside>(*node.action));
}

// Gathers utterances up to a length at which nobody listens any more.
class Reading {
 public:
  explicit Reading(const Manner& manner) : manner_(manner) {}

  void sentence(std::string_view text) {
    Sentence one(manner_.lang);
    one.add(text, {}, ",");
    add(std::move(one).finish());
  }
  void node(const Node& node) {
    if (scrolls(node)) return;
    if (node.role == Role::Key) {
      if (!std::exchange(keyboard_said_, true)) sentence(manner_.words.keyboard);
      return;
    }
    auto said = say_node(node, manner_);
    if (!speech_.empty() && said == speech_.back()) return;
    add(std::move(said));
  }
  Speech finish() && { return std::move(speech_); }

 private:
  void add(Utterance utterance) {
    if (utterance.empty() || said_ > most_spoken) return;
    said_ += utterance.text().size();
    speech_.push_back(std::move(utterance));
  }

  const Manner& manner_;
  Speech speech_;
  std::size_t said_ = 0;
  bool keyboard_said_ = false;
};

}  // namespace

Utterance say_node(const Node& node, const Manner& manner) {
  if (node.role == Role::Decoration || node.role == Role::Screen) return {};
  Sentence sentence(manner.lang);
  sentence.add(node.label, lang_of_label(node), ",");
  if (node.role == Role::Group || node.role == Role::Dialog) return std::move(sentence).finish();
  sentence.aside(role_word(node, manner.words));
  add_states(sentence, node, manner.words);
  add_value(sentence, node, manner);
  if (node.role == Role::TextField && node.value.empty()) sentence.aside(manner.words.empty);
  return std::move(sentence).finish();
}

Utterance say_beside_typed(const Node& node, const Manner& manner) {
  const std::string_view typed = std::string_view(node.value).substr(0, node.typed_bytes);
  Sentence sentence(manner.lang);
  for (const auto& use : node.texts)
    if (typed.find(use.text) == std::string_view::npos) sentence.add(use.text, use.lang, ".");
  return std::move(sentence).finish();
}

Speech say_page(const ui::Tree& tree, const Manner& manner) {
  if (tree.nodes().empty()) return {};
  Reading reading(manner);
  reading.sentence(tree.title());
  const auto& nodes = tree.nodes();
  for (const Node& node : nodes) {
    if (node.layer != ui::Layer::Page || node.parent < 0 || is_under(tree, node, "header")) continue;
    // A label that stands above its field is the field's own name, which comes next.
    const Node* next = &node == &nodes.back() ? nullptr : &node + 1;
    if (next != nullptr && node.role == Role::Text && next->label == node.label) continue;
    if (!node.actionable() && node.label == tree.title() && node.value.empty()) continue;  // was said
    reading.node(node);
  }
  return std::move(reading).finish();
}

Speech say_layer(const ui::Tree& tree, const Manner& manner) {
  Reading reading(manner);
  std::string title;
  for (const Node& node : tree.nodes()) {
    if (node.layer != ui::Layer::Overlay && node.layer != ui::Layer::Dialog) continue;
    if (node.role == Role::Heading && node.label == title) continue;
    if (node.role == Role::Dialog) title = node.label;
    reading.node(node);
  }
  return std::move(reading).finish();
}

}  // namespace wv::speech
