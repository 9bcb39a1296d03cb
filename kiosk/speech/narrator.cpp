// What changed, in the order of what matters: where one is, what was typed, where the focus is, what is new.
#include "kiosk/speech/narrator.h"

#include <algorithm>
#include <utility>

namespace wv::speech {
namespace {

using ui::Node;
using ui::Role;

const Node* layer_of(const ui::Tree& tree) {
  for (const Node& node : tree.nodes())
    if (node.role == Role::Dialog) return &node;
  return nullptr;
}

std::size_t common_start(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

bool ends_a_word(std::string_view added) {
  return added == " " || added == "." || added == "," || added == "!" || added == "?" || added == "\n";
}

std::string_view last_word(std::string_view text) {
  const auto end = text.find_last_not_of(" .,!?\n");
  if (end == std::string_view::npos) return {};
  const auto begin = text.substr(0, end + 1).find_last_of(" \n");
  return text.substr(begin == std::string_view::npos ? 0 : begin + 1, end - (begin + 1) + 1);
}

Utterance plain(std::string text, const Manner& manner) {
  if (text.empty()) return {};
  return {{{std::move(text), manner.lang}}};
}

}  // namespace

Narrator::Seen Narrator::look(const Scene& scene) {
  Seen now;
  if (scene.tree.nodes().empty()) return now;
  const Node* layer = layer_of(scene.tree);
  now.place = scene.tree.nodes().front().id + "\n" + scene.tree.title() + "\n" +
              (layer ? layer->label : std::string());
  now.focused = scene.hand.focused;
  now.at_focus = focus(scene, now);
  if (const auto* field = visit::field_of(scene.visit)) now.typed = *field;
  for (const Node& node : scene.tree.nodes())
    if (scene.tree.answers(node.layer)) note_message(scene, node, now);
  return now;
}

void Narrator::note_message(const Scene& scene, const Node& node, Seen& now) {
  if (node.role == Role::Notice || node.role == Role::Progress) {
    now.messages[node.id] = say_node(node, scene.manner);
  } else if (node.role == Role::TextField && scene.visit.typing_trouble != visit::TypingTrouble::None) {
    now.messages[node.id] = say_beside_typed(node, scene.manner);  // why the last key did nothing
  }
}

// A key under a finger is a letter that was typed; under the arrows it is only a place.
Utterance Narrator::focus(const Scene& scene, const Seen& now) {
  const Node* node = scene.tree.find(now.focused);
  if (node == nullptr) return {};
  const bool is_key = node->role == Role::Key;
  const bool gives_away = is_key && (!scene.hand.focus_shows || scene.visit.at.screen == visit::Screen::Pin);
  if (gives_away && scene.manner.ears != Ears::Headphones) return {};
  return say_node(*node, scene.manner);
}

Speech Narrator::whole(const Scene& scene) {
  auto speech = say_layer(scene.tree, scene.manner);
  if (speech.empty()) speech = say_page(scene.tree, scene.manner);
  if (!scene.hand.focus_shows) return speech;
  const Node* node = scene.tree.find(scene.hand.focused);
  if (node == nullptr) return speech;
  Node brief = *node;  // the rest of it was said a moment ago
  brief.value.clear();
  auto at = say_node(brief, scene.manner);
  if (at.empty()) return speech;
  at.runs.insert(at.runs.begin(), {scene.manner.words.at, scene.manner.lang});
  speech.push_back(std::move(at));
  return speech;
}

Speech Narrator::echo(const Scene& scene, const visit::TypedText& before, const visit::TypedText& after) {
  if (scene.manner.ears != Ears::Headphones) return {};
  const auto old_text = before.text(), new_text = after.text();
  const auto same = common_start(old_text, new_text);
  if (new_text.size() < old_text.size()) {
    const auto gone = old_text.substr(same, old_text.size() - new_text.size());
    return {plain(scene.manner.words.erased + " " + std::string(gone), scene.manner)};
  }
  const auto added = new_text.substr(same, new_text.size() - old_text.size());
  if (ends_a_word(added)) return {plain(std::string(last_word(new_text.substr(0, same))), scene.manner)};
  return {plain(std::string(added), scene.manner)};
}

Speech Narrator::news(const Scene& scene, const Seen& before, const Seen& now) {
  Speech speech;
  for (const Node& node : scene.tree.nodes()) {
    const auto found = now.messages.find(node.id);
    if (found == now.messages.end()) continue;
    const auto known = before.messages.find(node.id);
    if (known != before.messages.end() && known->second == found->second) continue;
    speech.push_back(found->second);
  }
  return speech;
}

Speech Narrator::attend(const Scene& scene) {
  const bool wanted = std::exchange(page_wanted_, false);
  if (!scene.visit.reading.on || !voice_of(scene.manner.lang)) {
    seen_ = {};
    return {};
  }
  const Seen before = std::exchange(seen_, look(scene));
  Speech speech;
  if (wanted || before.place != seen_.place) {
    speech = whole(scene);
  } else {
    if (before.typed != seen_.typed) speech = echo(scene, before.typed, seen_.typed);
    const bool said_by_echo = before.typed != seen_.typed && before.focused == seen_.focused;
    if (!said_by_echo && (before.focused != seen_.focused || before.at_focus != seen_.at_focus))
      speech.push_back(seen_.at_focus);
    for (auto& one : news(scene, before, seen_)) speech.push_back(std::move(one));
  }
  std::erase_if(speech, [](const Utterance& one) { return one.empty(); });
  return speech;
}

}  // namespace wv::speech
