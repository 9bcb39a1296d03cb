// What the steps of Geef uw idee say in the same words. Private to the views.
#pragma once

#include "kiosk/screens/scene.h"

namespace wv::screens {

Steps idea_step(int current, const Wording& say);
// A field with what was typed, its veil and why the last key did nothing.
Field typed_field(const Scene& scene, const visit::TypedText& text, std::string_view label,
                  std::string_view placeholder);
// The challenge that the idea belongs to; nullptr when it belongs to none.
const model::Challenge* linked_challenge(const Scene& scene);
// Why the idea cannot be sent as it is; empty when it can.
Words why_not_sent(const visit::IdeaDraft& draft, const Wording& say);
// "Heikant, Noord", "Overal in Noord"; empty without content.
Words where_words(const Scene& scene);
// How many characters are left; negative when there are too many.
std::int64_t room_left(const visit::IdeaDraft& draft);

}  // namespace wv::screens
