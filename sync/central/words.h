// The words of an answer in several languages, as the store and the desk write them: {"nl": …, "en": …}.
#pragma once

#include <string_view>

#include "sync/base/json.h"
#include "sync/model/text.h"

namespace wv::central {

base::Json words_json(const model::Text& text);
// What is no text in it is passed over.
model::Text words_from(const base::Json& json);
model::Text words_from(std::string_view json_text);  // nothing when it cannot be read

}  // namespace wv::central
