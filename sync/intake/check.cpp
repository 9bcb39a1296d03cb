// Which texts residents read is told by their keys; names, roles and addresses are what they are.
#include "sync/intake/check.h"

#include <algorithm>

#include "sync/intake/rehearsal.h"

namespace wv::intake {
namespace {

namespace fs = std::filesystem;
using base::Json;

bool is_prose(std::string_view key) {
  static constexpr std::string_view prose[] = {
      "titel", "tekst",      "beschrijving", "profiel",     "samenvatting", "ambities",         "inleiding",
      "taak",  "huisregels", "privacy",      "privacyKort", "opmerking",    "toegankelijkheid", "reden"};
  return std::ranges::find(prose, key) != std::end(prose);
}

class Walker {
 public:
  explicit Walker(const content::TomlDocument& document) : document_(document) {}

  std::vector<PlacedHint> walk() {
    object(document_.json, "");
    return std::move(hints_);
  }

 private:
  void object(const Json& json, const std::string& at) {
    for (const auto& [key, value] : *json.members()) {
      const auto below = base::pointer_to(at, key);
      if (is_prose(key))
        prose(value, below);
      else
        other(value, below);
    }
  }
  void other(const Json& value, const std::string& at) {
    if (value.members()) object(value, at);
    if (value.items())
      for (std::size_t i = 0; i < value.items()->size(); ++i)
        other((*value.items())[i], base::pointer_to(at, i));
  }
  // "tekst", { nl = "tekst", en = "text" }, or a list of those.
  void prose(const Json& value, const std::string& at) {
    if (value.text()) return judge(*value.text(), at);
    if (const Json* dutch = value.find("nl"); dutch && dutch->text())
      return judge(*dutch->text(), base::pointer_to(at, "nl"));
    if (value.items())
      for (std::size_t i = 0; i < value.items()->size(); ++i)
        prose((*value.items())[i], base::pointer_to(at, i));
  }
  void judge(const std::string& text, const std::string& at) {
    const auto place = content::locate(document_, {at, ""});
    for (auto& hint : plain_language(text)) {
      const auto feeds = std::ranges::count(std::string_view(text).substr(0, hint.offset), '\n');
      hints_.push_back({document_.file, place.line + static_cast<int>(feeds), place.key, std::move(hint)});
    }
  }

  const content::TomlDocument& document_;
  std::vector<PlacedHint> hints_;
};

std::string_view name_of(Hint::Kind kind) {
  switch (kind) {
    case Hint::Kind::LongSentence:
      return "lange-zin";
    case Hint::Kind::LongWord:
      return "lang-woord";
    case Hint::Kind::Passive:
      return "lijdende-vorm";
    case Hint::Kind::Officialese:
      return "ambtelijk";
  }
  return {};
}

std::vector<std::string> documents_in(const base::Files& files, const fs::path& folder) {
  std::vector<std::string> names = {"gemeente.toml"};
  for (const std::string part : {"gebieden", "invoer"})
    if (const auto listed = files.list(folder / part))
      for (const auto& name : *listed)
        if (name.ends_with(".toml") && !name.starts_with('.')) names.push_back(part + "/" + name);
  return names;
}

}  // namespace

std::string PlacedHint::text() const {
  return content::Finding{file, line, key, hint.message + " (\"" + hint.excerpt + "\")"}.text();
}

Json Checked::json() const {
  Json wrong = Json::array(), hard = Json::array();
  for (const auto& each : mistakes)
    wrong.push(Json::object(
        {{"file", each.file}, {"line", each.line}, {"key", each.key}, {"message", each.message}}));
  for (const auto& each : hints)
    hard.push(Json::object({{"file", each.file},
                            {"line", each.line},
                            {"key", each.key},
                            {"kind", name_of(each.hint.kind)},
                            {"excerpt", each.hint.excerpt},
                            {"message", each.hint.message}}));
  return Json::object({{"mistakes", std::move(wrong)}, {"hints", std::move(hard)}});
}

std::vector<PlacedHint> hints_in(const content::TomlDocument& document) {
  return Walker(document).walk();
}

Checked check_folder(const base::Files& files, const fs::path& folder) {
  Checked checked{findings_of(files, folder), {}};
  for (const auto& name : documents_in(files, folder)) {
    const auto bytes = files.read(folder / name);
    if (!bytes) continue;
    const auto document = content::read_toml(name, base::as_text(*bytes));
    if (!document) continue;
    for (auto& hint : hints_in(*document)) checked.hints.push_back(std::move(hint));
  }
  return checked;
}

}  // namespace wv::intake
