// The semantic tree read aloud: pure, in reading order, each text in the language it is written in.
#pragma once

#include "kiosk/speech/utterance.h"
#include "kiosk/ui/tree.h"

namespace wv::speech {

// Who can hear it: what was typed is for headphones only.
enum class Ears { Everybody, Headphones };

struct Manner {
  const SpokenWords& words;
  const model::Lang& lang;  // of the screen
  Ears ears = Ears::Everybody;
};

// Label, role, state, value; empty for what says nothing.
Utterance say_node(const ui::Node& node, const Manner& manner);
// Of a field: what stands under the typed text, its count or what is wrong.
Utterance say_beside_typed(const ui::Node& node, const Manner& manner);
// The title of the screen and everything on its page. The bar is left to the arrows, the keys of a keyboard
// are one word, buttons for scrolling are not needed by who listens. Cut off where nobody listens any more.
Speech say_page(const ui::Tree& tree, const Manner& manner);
// What stands over the page; empty when nothing does.
Speech say_layer(const ui::Tree& tree, const Manner& manner);

inline constexpr std::size_t most_spoken = 6000;  // bytes: about seven minutes at the usual pace

}  // namespace wv::speech
