// A calculator for the C expressions of gettext: ?: || && comparison + - * / % ! brackets, n and numbers.
#include "kiosk/screens/plural.h"

#include <array>
#include <charconv>
#include <optional>

namespace wv::screens {
namespace {

constexpr int deepest = 32;

class Calculator {
 public:
  Calculator(std::string_view rest, std::int64_t n) : rest_(rest), n_(n) {}

  std::optional<std::int64_t> run() {
    const std::int64_t value = choice();
    skip();
    if (wrong_ || !rest_.empty()) return std::nullopt;
    return value;
  }

 private:
  void skip() {
    while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\t')) rest_.remove_prefix(1);
  }
  bool take(std::string_view token) {
    skip();
    if (!rest_.starts_with(token)) return false;
    // "<" must not eat the first half of "<="; "!" not that of "!=".
    if (token.size() == 1 && (token == "<" || token == ">" || token == "!") &&
        rest_.substr(1).starts_with("="))
      return false;
    rest_.remove_prefix(token.size());
    return true;
  }

  std::int64_t choice() {
    if (++depth_ > deepest) wrong_ = true;
    if (wrong_) return 0;
    const std::int64_t test = binary(0);
    std::int64_t value = test;
    if (take("?")) {
      const std::int64_t yes = choice();
      if (!take(":")) wrong_ = true;
      const std::int64_t no = choice();
      value = test != 0 ? yes : no;
    }
    --depth_;
    return value;
  }

  // Levels from loose to tight, each with its operators.
  std::int64_t binary(std::size_t level) {
    static constexpr std::array<std::array<std::string_view, 4>, 6> levels = {
        {{"||"}, {"&&"}, {"==", "!="}, {"<=", ">=", "<", ">"}, {"+", "-"}, {"*", "/", "%"}}};
    if (level == levels.size()) return unary();
    std::int64_t value = binary(level + 1);
    for (bool more = true; more && !wrong_;) {
      more = false;
      for (std::string_view sign : levels[level]) {
        if (sign.empty() || !take(sign)) continue;
        value = apply(sign, value, binary(level + 1));
        more = true;
        break;
      }
    }
    return value;
  }

  std::int64_t apply(std::string_view sign, std::int64_t a, std::int64_t b) {
    if (sign == "||") return a != 0 || b != 0;
    if (sign == "&&") return a != 0 && b != 0;
    if (sign == "==") return a == b;
    if (sign == "!=") return a != b;
    if (sign == "<=") return a <= b;
    if (sign == ">=") return a >= b;
    if (sign == "<") return a < b;
    if (sign == ">") return a > b;
    if (sign == "+") return a + b;
    if (sign == "-") return a - b;
    if (sign == "*") return a % 1000 * (b % 1000);  // plural rules multiply nothing large
    if (b == 0) wrong_ = true;
    if (wrong_) return 0;
    return sign == "/" ? a / b : a % b;
  }

  std::int64_t unary() {
    if (wrong_) return 0;
    if (take("!")) {
      if (++depth_ > deepest) wrong_ = true;
      const std::int64_t value = unary();
      --depth_;
      return value == 0;
    }
    if (take("(")) {
      const std::int64_t value = choice();
      if (!take(")")) wrong_ = true;
      return value;
    }
    if (take("n")) return n_;
    std::int64_t number = 0;
    skip();
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
    if (error != std::errc{} || number > 1'000'000) wrong_ = true;
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return number;
  }

  std::string_view rest_;
  std::int64_t n_;
  int depth_ = 0;
  bool wrong_ = false;
};

}  // namespace

base::Result<PluralRule> PluralRule::read(std::string_view header_line) {
  const auto wrong = [] {
    return base::fail(base::ErrorCode::Invalid, "Plural-Forms is no rule that can be computed");
  };
  const std::size_t count_at = header_line.find("nplurals="),
                    rule_at = header_line.find("plural=", header_line.find(';'));
  if (count_at == std::string_view::npos || rule_at == std::string_view::npos) return wrong();
  PluralRule rule;
  const std::string_view count = header_line.substr(count_at + 9);
  const auto read = std::from_chars(count.data(), count.data() + count.size(), rule.forms_);
  if (read.ec != std::errc{} || rule.forms_ < 1 || rule.forms_ > 6) return wrong();
  std::string_view expression = header_line.substr(rule_at + 7);
  expression = expression.substr(0, expression.find(';'));
  rule.expression_ = expression;
  // One of each kind that CLDR tells apart in any language. What a rule then still gets wrong reads as its
  // last form.
  for (const std::int64_t n : {0, 1, 2, 3, 5, 11, 12, 21, 22, 25, 100, 101, 111}) {
    const auto form = Calculator(rule.expression_, n).run();
    if (!form || *form < 0 || static_cast<std::size_t>(*form) >= rule.forms_) return wrong();
  }
  return rule;
}

std::size_t PluralRule::form(std::int64_t count) const {
  const auto form = Calculator(expression_, count < 0 ? -count : count).run();
  if (!form || *form < 0 || static_cast<std::size_t>(*form) >= forms_) return forms_ - 1;
  return static_cast<std::size_t>(*form);
}

}  // namespace wv::screens
