// The keys on the screen: rows of letters, symbols or accents, digits, and the alphabet of codes.
#pragma once

#include "kiosk/screens/view_parts.h"
#include "kiosk/screens/wording.h"
#include "kiosk/visit/visit.h"

namespace wv::screens {

// For an idea and for code words. `offered` are the languages of this kiosk: their layouts can be chosen.
Keyboard letter_keys(const visit::Visit& visit, const Wording& say, const std::vector<model::Lang>& offered);
Keyboard email_keys(const visit::Visit& visit, const Wording& say);
Keyboard phone_keys(const visit::Visit& visit, const Wording& say);
Keyboard code_keys(const visit::Visit& visit, const Wording& say);  // Crockford base 32
Keyboard pin_keys(const visit::Visit& visit, const Wording& say);

// The layout in use: the chosen one, else that of the language.
visit::KeyLayout layout_in_use(const visit::Visit& visit, const model::Lang& lang);

}  // namespace wv::screens
