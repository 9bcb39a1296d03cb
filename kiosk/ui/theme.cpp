// Reading a token file and saying which of its pairs nobody could read.
#include "kiosk/ui/theme.h"

#include <cstdio>
#include <optional>
#include <vector>

#include "kiosk/ui/tokens.h"

namespace wv::ui {
namespace {

constexpr double kText = 4.5;     // WCAG 2.2, 1.4.3
constexpr double kControl = 3.0;  // WCAG 2.2, 1.4.11

struct Token {
  std::string_view name;
  Colour Theme::* place;
};
constexpr Token kTokens[] = {
    {"paper", &Theme::paper},
    {"card", &Theme::card},
    {"line", &Theme::line},
    {"control", &Theme::control},
    {"ink", &Theme::ink},
    {"soft", &Theme::soft},
    {"brand", &Theme::brand},
    {"brand-deep", &Theme::brand_deep},
    {"on-brand", &Theme::on_brand},
    {"accent", &Theme::accent},
    {"bar", &Theme::bar},
    {"on-bar", &Theme::on_bar},
    {"bar-dimmed", &Theme::bar_dimmed},
    {"keyboard", &Theme::keyboard},
    {"key", &Theme::key},
    {"key-special", &Theme::key_special},
    {"key-edge", &Theme::key_edge},
    {"focus", &Theme::focus},
    {"focus-gap", &Theme::focus_gap},
    {"disabled", &Theme::disabled},
    {"skyline", &Theme::skyline},
};
constexpr const char* kGroup = "wijkvenster";
constexpr std::string_view kTints[] = {"brand", "sun", "sky", "brick"};

class Loader {
 public:
  Loader(std::string_view file, const Tokens& tokens) : file_(file), tokens_(tokens) {}

  // `otherwise`: for what the file leaves out; none: then it is a mistake.
  Colour read(const std::string& name, const Colour* otherwise) {
    const auto colour = tokens_.colour(kGroup + ("." + name));
    if (colour) return *colour;
    if (colour.error().code == base::ErrorCode::NotFound && otherwise != nullptr) return *otherwise;
    const bool is_missing = colour.error().code == base::ErrorCode::NotFound;
    problem(name + (is_missing ? " " : ": ") + colour.error().message);
    return {};
  }

  void read_all(Theme& theme, const Theme* otherwise) {
    for (const Token& token : kTokens)
      theme.*token.place =
          read(std::string(token.name), otherwise == nullptr ? nullptr : &(otherwise->*token.place));
    for (std::size_t i = 0; i < std::size(kTints); ++i) {
      const TintColours* known = otherwise == nullptr ? nullptr : &otherwise->tints[i];
      const std::string name = "tint." + std::string(kTints[i]);
      theme.tints[i] = {read(name + ".strong", known == nullptr ? nullptr : &known->strong),
                        read(name + ".pale", known == nullptr ? nullptr : &known->pale),
                        read(name + ".text", known == nullptr ? nullptr : &known->text)};
    }
    theme.tints[4] = {theme.control, theme.card, theme.soft};
  }

  void pair(const char* above, Colour a, const char* below, Colour b, double least) {
    const double ratio = contrast(a, b);
    if (ratio >= least) return;
    char text[160];
    std::snprintf(text, sizeof text, "%s %s on %s %s has contrast %.2f:1, wanted %.1f:1", above,
                  to_hex(a).c_str(), below, to_hex(b).c_str(), ratio, least);
    problem(text);
  }

  void problem(const std::string& what) {
    if (!problems_.empty()) problems_ += "; ";
    problems_ += what;
  }

  base::Result<> verdict() const {
    if (problems_.empty()) return {};
    return base::fail(base::ErrorCode::Invalid, std::string(file_) + ": " + problems_);
  }

 private:
  std::string_view file_;
  const Tokens& tokens_;
  std::string problems_;
};

void check_texts(Loader& say, const Theme& t) {
  say.pair("ink", t.ink, "paper", t.paper, kText);
  say.pair("ink", t.ink, "card", t.card, kText);
  say.pair("soft", t.soft, "paper", t.paper, kText);
  say.pair("soft", t.soft, "card", t.card, kText);
  say.pair("on-brand", t.on_brand, "brand", t.brand, kText);
  say.pair("on-brand", t.on_brand, "brand-deep", t.brand_deep, kText);
  say.pair("paper", t.paper, "ink", t.ink, kText);  // a chosen chip is the other way round
  say.pair("on-bar", t.on_bar, "bar", t.bar, kText);
  say.pair("ink", t.ink, "key", t.key, kText);
  say.pair("ink", t.ink, "key-special", t.key_special, kText);
  for (std::size_t i = 0; i < std::size(kTints); ++i) {
    const std::string tint(kTints[i]);
    say.pair(("tint." + tint + ".text").c_str(), t.tints[i].text, ("tint." + tint + ".pale").c_str(),
             t.tints[i].pale, kText);
  }
}

void check_controls(Loader& say, const Theme& t) {
  say.pair("control", t.control, "paper", t.paper, kControl);
  say.pair("control", t.control, "card", t.card, kControl);
  say.pair("brand", t.brand, "paper", t.paper, kControl);
  say.pair("brand", t.brand, "card", t.card, kControl);
  say.pair("accent", t.accent, "brand", t.brand, kControl);
  say.pair("focus", t.focus, "focus-gap", t.focus_gap, kControl);
  say.pair("focus", t.focus, "paper", t.paper, kControl);
  say.pair("bar-dimmed", t.bar_dimmed, "bar", t.bar, kControl);
  say.pair("disabled", t.disabled, "paper", t.paper, kControl);
  for (std::size_t i = 0; i < std::size(kTints); ++i) {
    const std::string tint(kTints[i]);
    say.pair(("tint." + tint + ".strong").c_str(), t.tints[i].strong, "card", t.card, kControl);
  }
}

}  // namespace

base::Result<Theme> load_theme(std::string_view json, std::string_view file, const Theme* otherwise) {
  auto tokens = Tokens::read(json);
  if (!tokens) return base::pass(tokens, file);
  if (!tokens->has(kGroup)) {
    return base::fail(base::ErrorCode::Invalid, std::string(file) + ": the group \"wijkvenster\" is missing");
  }
  Theme theme;
  theme.name = file.substr(0, file.find(".tokens.json"));
  if (const auto slash = theme.name.rfind('/'); slash != std::string::npos) theme.name.erase(0, slash + 1);
  Loader loader(file, *tokens);
  loader.read_all(theme, otherwise);
  if (auto read = loader.verdict(); !read) return std::unexpected(read.error());
  check_texts(loader, theme);
  check_controls(loader, theme);
  if (auto checked = loader.verdict(); !checked) return std::unexpected(checked.error());
  return theme;
}

Tint tint_named(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kTints); ++i) {
    if (kTints[i] == name) return static_cast<Tint>(i);
  }
  return Tint::Brand;
}

}  // namespace wv::ui
