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

// What one text has where the other has something else, whole characters on both sides.
struct Change {
  std::string_view gone, added;
};
Change change_of(std::string_view old_text, std::string_view new_text) {
  const auto inside = [](std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  };
  const auto most = std::min(old_text.size(), new_text.size());
  std::size_t start = 0, end = 0;
  while (start < most && old_text[start] == new_text[start]) ++start;
  while (start > 0 && (inside(old_text, start) || inside(new_text, start))) --start;
  while (end < most - start && old_text[old_text.size() - 1 - end] == new_text[new_text.size() - 1 - end])
    ++end;
  while (end > 0 && inside(new_text, new_text.size() - end)) --end;
  return {old_text.substr(start, old_text.size() - start - end),
          new_text.substr(start, new_text.size() - start - end)};
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
  const auto [gone, added] = change_of(before.text(), after.text());
  if (added.empty()) {
    if (gone.empty()) return {};
    return {plain(scene.manner.words.erased + " " + std::string(gone), scene.manner)};
  }
  if (!ends_a_word(added)) return {plain(std::string(added), scene.manner)};
  return {plain(std::string(last_word(after.text().substr(0, after.caret_byte()))), scene.manner)};
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
    const bool typed = before.typed.text() != seen_.typed.text();
    if (typed) speech = echo(scene, before.typed, seen_.typed);
    const bool said_by_echo = typed && before.focused == seen_.focused;
    if (!said_by_echo && (before.focused != seen_.focused || before.at_focus != seen_.at_focus))
      speech.push_back(seen_.at_focus);
    for (auto& one : news(scene, before, seen_)) speech.push_back(std::move(one));
  }
  std::erase_if(speech, [](const Utterance& one) { return one.empty(); });
  return speech;
}

}  // namespace wv::speech
