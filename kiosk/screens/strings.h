// The interface's own texts, per language, from the .mo files that the build makes of assets/strings/*.po.
// Keys are stable English names; a text may hold {name} places. What a language lacks comes from Dutch,
// marked.
#pragma once

#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/screens/views.h"
#include "sync/base/result.h"
#include "sync/base/world.h"

namespace wv::screens {

using Filling = std::pair<std::string_view, std::string>;  // {"name", "Noord"}
using Fillings = std::initializer_list<Filling>;

class Catalogue;  // one language

class Strings {
 public:
  Strings();
  ~Strings();
  Strings(Strings&&) noexcept;
  Strings& operator=(Strings&&) noexcept;

  // Adds a language from the bytes of its .mo file. Corrupt: what is wrong with the file; the rest stays
  // usable.
  base::Result<> add(const model::Lang& lang, base::ByteView mo);
  bool has(const model::Lang& lang) const;

  Words text(const model::Lang& lang, std::string_view key, Fillings fill = {}) const;
  // The form for `count`; {n} is filled with it.
  Words count(const model::Lang& lang, std::string_view key, std::int64_t count, Fillings fill = {}) const;

 private:
  Words find(const model::Lang& lang, std::string_view key, const std::int64_t* count, Fillings fill) const;

  std::map<model::Lang, std::unique_ptr<Catalogue>> catalogues_;
};

}  // namespace wv::screens
