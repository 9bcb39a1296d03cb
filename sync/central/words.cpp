// An object with a member for each language.
#include "sync/central/words.h"

namespace wv::central {

base::Json words_json(const model::Text& text) {
  base::Json json = base::Json::object();
  for (const auto& [lang, words] : text.in) json.set(lang, words);
  return json;
}

model::Text words_from(const base::Json& json) {
  model::Text text;
  if (json.members())
    for (const auto& [lang, words] : *json.members())
      if (words.text()) text.in[lang] = *words.text();
  return text;
}

model::Text words_from(std::string_view json_text) {
  const auto json = base::parse_json(json_text);
  return json ? words_from(*json) : model::Text{};
}

}  // namespace wv::central
