// Following references until a colour is found, or the same leaf comes by again.
#include "kiosk/ui/tokens.h"

#include <algorithm>
#include <vector>

namespace wv::ui {
namespace {

const base::Json* value_of(const base::Json& leaf) {
  const base::Json* value = leaf.find("value");
  if (value == nullptr) value = leaf.find("$value");
  return value;
}

bool is_reference(std::string_view text) {
  return text.size() > 2 && text.front() == '{' && text.back() == '}';
}

// Style Dictionary also writes {color.brand.value}.
std::string_view target_of(std::string_view reference) {
  reference = reference.substr(1, reference.size() - 2);
  for (const std::string_view ending : {".value", ".$value"})
    if (reference.ends_with(ending)) reference.remove_suffix(ending.size());
  return reference;
}

std::string chain(const std::vector<std::string>& way) {
  std::string text;
  for (const auto& step : way) text += (text.empty() ? "{" : " → {") + step + "}";
  return text;
}

}  // namespace

base::Result<Tokens> Tokens::read(std::string_view json) {
  WV_TRY(auto document, base::parse_json(json));
  return Tokens(std::move(document));
}

const base::Json* Tokens::find(std::string_view path) const {
  const base::Json* at = &document_;
  while (at != nullptr && !path.empty()) {
    const auto dot = std::min(path.find('.'), path.size());
    at = at->find(path.substr(0, dot));
    path.remove_prefix(std::min(dot + 1, path.size()));
  }
  return at;
}

base::Result<Colour> Tokens::colour(std::string_view path) const {
  std::vector<std::string> way = {std::string(path)};
  while (true) {
    const base::Json* leaf = find(way.back());
    const base::Json* value = leaf == nullptr ? nullptr : value_of(*leaf);
    if (value == nullptr) {
      if (way.size() == 1) return base::fail(base::ErrorCode::NotFound, "is missing");
      return base::fail(base::ErrorCode::Invalid, chain(way) + " leads to nothing");
    }
    if (const base::Json* hex = value->find("hex")) value = hex;
    const std::string* text = value->text();
    if (text == nullptr) return base::fail(base::ErrorCode::Invalid, "is no colour");
    if (!is_reference(*text)) return parse_colour(*text);
    std::string next(target_of(*text));
    const bool known = std::ranges::find(way, next) != way.end();
    way.push_back(std::move(next));
    if (known) return base::fail(base::ErrorCode::Invalid, chain(way) + " goes round in a circle");
  }
}

}  // namespace wv::ui
