// Values as text: compact for the wire, indented for people, canonical for signatures.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "sync/base/canonical_json.h"
#include "sync/base/utf8.h"

namespace wv::base {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

void append_escape(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  const auto byte = static_cast<unsigned char>(c);
  out += "\\u00";
  out += hex_digits[byte >> 4];
  out += hex_digits[byte & 15];
}

// What stands in JSON as it is, one byte each.
bool is_plain(char c) {
  return c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
}

void append_text(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    const auto plain = std::ranges::find_if_not(text, is_plain) - text.begin();
    out += text.substr(0, static_cast<std::size_t>(plain));
    text.remove_prefix(static_cast<std::size_t>(plain));
    if (text.empty()) break;
    const char first = text.front();
    const std::string_view before = text;
    if (const auto code_point = next_code_point(text); !code_point) {
      out += "\xEF\xBF\xBD";  // what we write is always UTF-8
      text.remove_prefix(1);
    } else if (*code_point < 0x20 || first == '"' || first == '\\') {
      append_escape(out, first);
    } else {
      out += before.substr(0, before.size() - text.size());
    }
  }
  out += '"';
}

void append_real(std::string& out, double value) {
  if (!std::isfinite(value)) {
    out += "null";
    return;
  }
  char digits[32];
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, value);
  const std::string_view text(digits, static_cast<std::size_t>(end - digits));
  out += text;
  if (text.find_first_of(".e") == std::string_view::npos) out += ".0";
}

class Writer {
 public:
  explicit Writer(bool pretty) : pretty_(pretty) {}

  void write(const Json& value) {
    if (value.is_null())
      out_ += "null";
    else if (const bool* b = value.boolean())
      out_ += *b ? "true" : "false";
    else if (const std::int64_t* i = value.integer())
      out_ += std::to_string(*i);
    else if (const double* d = value.real())
      append_real(out_, *d);
    else if (const std::string* text = value.text())
      append_text(out_, *text);
    else if (const Json::Array* items = value.items())
      write_all(*items, '[', ']', [this](const Json& item) { write(item); });
    else
      write_all(*value.members(), '{', '}', [this](const JsonMember& member) {
        append_text(out_, member.key);
        out_ += pretty_ ? ": " : ":";
        write(member.value);
      });
  }
  std::string take() { return std::move(out_); }

 private:
  void new_line() {
    if (!pretty_) return;
    out_ += '\n';
    out_.append(depth_ * 2, ' ');
  }
  template <class Items, class WriteOne>
  void write_all(const Items& items, char begin, char end, WriteOne write_one) {
    out_ += begin;
    ++depth_;
    bool first = true;
    for (const auto& item : items) {
      if (!std::exchange(first, false)) out_ += ',';
      new_line();
      write_one(item);
    }
    --depth_;
    if (!items.empty()) new_line();
    out_ += end;
  }

  bool pretty_;
  std::size_t depth_ = 0;
  std::string out_;
};

Result<> append_canonical_text(std::string& out, std::string_view text) {
  if (!is_utf8(text)) return fail(ErrorCode::Invalid, "canonical JSON: a text is no UTF-8");
  out += '"';
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20)
      return fail(ErrorCode::Invalid, "canonical JSON: a control character");
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += '"';
  return {};
}

Result<> append_canonical(std::string& out, const Json& value);

Result<> append_canonical_object(std::string& out, const Json::Object& object) {
  std::vector<const JsonMember*> sorted;
  for (const JsonMember& member : object) sorted.push_back(&member);
  std::sort(sorted.begin(), sorted.end(),
            [](const JsonMember* a, const JsonMember* b) { return a->key < b->key; });
  out += '{';
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (i > 0 && sorted[i - 1]->key == sorted[i]->key)
      return fail(ErrorCode::Invalid, "canonical JSON: the same name twice");
    if (i > 0) out += ',';
    WV_CHECK(append_canonical_text(out, sorted[i]->key));
    out += ':';
    WV_CHECK(append_canonical(out, sorted[i]->value));
  }
  out += '}';
  return {};
}

Result<> append_canonical(std::string& out, const Json& value) {
  if (const std::string* text = value.text()) return append_canonical_text(out, *text);
  if (const Json::Object* object = value.members()) return append_canonical_object(out, *object);
  if (value.real()) return fail(ErrorCode::Invalid, "canonical JSON: a number with a fraction");
  const Json::Array* items = value.items();
  if (!items) {
    out += to_text(value);
    return {};
  }
  out += '[';
  for (std::size_t i = 0; i < items->size(); ++i) {
    if (i > 0) out += ',';
    WV_CHECK(append_canonical(out, (*items)[i]));
  }
  out += ']';
  return {};
}

}  // namespace

std::string to_text(const Json& value) {
  Writer writer(false);
  writer.write(value);
  return writer.take();
}

std::string to_pretty_text(const Json& value) {
  Writer writer(true);
  writer.write(value);
  return writer.take() + "\n";
}

Result<std::string> to_canonical(const Json& value) {
  std::string out;
  WV_CHECK(append_canonical(out, value));
  return out;
}

}  // namespace wv::base
