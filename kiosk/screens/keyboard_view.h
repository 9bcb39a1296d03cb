// The keys on the screen: rows of letters, symbols or accents, digits, and the alphabet of codes.
#pragma once

#include "kiosk/screens/views.h"
#include "kiosk/screens/wording.h"
#include "kiosk/visit/visit.h"

namespace wv::screens {

Keyboard letter_keys(const visit::Visit& visit, const Wording& say);  // idea and code words
Keyboard email_keys(const visit::Visit& visit, const Wording& say);
Keyboard phone_keys(const visit::Visit& visit, const Wording& say);
Keyboard code_keys(const visit::Visit& visit, const Wording& say);  // Crockford base 32
Keyboard pin_keys(const visit::Visit& visit, const Wording& say);

}  // namespace wv::screens
