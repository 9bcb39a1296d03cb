// The percent signs of forms and queries; libcurl knows them, this file knows what is too much.
#include "sync/desk/form.h"

#include <curl/curl.h>

#include <algorithm>
#include <memory>

#include "sync/base/utf8.h"

namespace wv::desk {
namespace {

using base::ErrorCode;
using base::fail;

struct FreedByCurl {
  void operator()(char* text) const { curl_free(text); }
};
using CurlText = std::unique_ptr<char, FreedByCurl>;

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

base::Result<std::string> unescaped(std::string_view encoded) {
  std::string text(encoded);
  std::ranges::replace(text, '+', ' ');
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '%' && (i + 2 >= text.size() || !is_hex(text[i + 1]) || !is_hex(text[i + 2])))
      return fail(ErrorCode::Invalid, "form: a percent sign without two digits");
  if (text.empty()) return text;  // libcurl takes length 0 for "ask strlen"
  int length = 0;
  const CurlText decoded(curl_easy_unescape(nullptr, text.data(), static_cast<int>(text.size()), &length));
  if (!decoded) return fail(ErrorCode::Invalid, "form: cannot be decoded");
  std::string plain(decoded.get(), static_cast<std::size_t>(length));
  if (!base::is_utf8(plain) || plain.find('\0') != std::string::npos)
    return fail(ErrorCode::Invalid, "form: not UTF-8");
  return plain;
}

}  // namespace

base::Result<Form> Form::parse(std::string_view encoded) {
  Form form;
  while (!encoded.empty()) {
    const auto end = encoded.find('&');
    const auto field = encoded.substr(0, end);
    encoded = end == std::string_view::npos ? std::string_view{} : encoded.substr(end + 1);
    if (field.empty()) continue;
    const auto equals = field.find('=');
    WV_TRY(auto name, unescaped(field.substr(0, equals)));
    WV_TRY(auto value,
           unescaped(equals == std::string_view::npos ? std::string_view{} : field.substr(equals + 1)));
    if (form.has(name)) return fail(ErrorCode::Invalid, "form: a field twice");
    if (form.fields_.size() == max_fields) return fail(ErrorCode::Invalid, "form: too many fields");
    form.fields_.emplace_back(std::move(name), std::move(value));
  }
  return form;
}

bool Form::has(std::string_view name) const {
  return std::ranges::any_of(fields_, [&](const auto& field) { return field.first == name; });
}

std::string_view Form::text(std::string_view name) const {
  for (const auto& [key, value] : fields_)
    if (key == name) return value;
  return {};
}

std::string query_value(std::string_view text) {
  if (text.empty()) return {};
  const std::string owned(text);
  const CurlText escaped(curl_easy_escape(nullptr, owned.data(), static_cast<int>(owned.size())));
  return escaped ? escaped.get() : std::string();
}

std::pair<std::string_view, std::string_view> split_target(std::string_view target) {
  const auto question = target.find('?');
  if (question == std::string_view::npos) return {target, {}};
  return {target.substr(0, question), target.substr(question + 1)};
}

}  // namespace wv::desk
