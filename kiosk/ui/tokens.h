// A design token file: groups in groups, leaves with a value or a reference to another leaf.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/ui/colour.h"
#include "sync/base/json.h"

namespace wv::ui {

class Tokens {
 public:
  // NotFound or Invalid with the reason, without the name of the file.
  static base::Result<Tokens> read(std::string_view json);

  bool has(std::string_view path) const { return find(path) != nullptr; }
  // The colour at "wijkvenster.tint.sun.strong": {"value": …} (Style Dictionary, NL Design System) or
  // {"$value": …} (Design Tokens Community Group, also {"colorSpace": "srgb", "hex": …}). "{other.path}"
  // leads on to another leaf of the file. NotFound: there is none; Invalid: no colour, no such leaf, or a
  // circle.
  base::Result<Colour> colour(std::string_view path) const;

 private:
  explicit Tokens(base::Json document) : document_(std::move(document)) {}
  const base::Json* find(std::string_view path) const;

  base::Json document_;
};

}  // namespace wv::ui
