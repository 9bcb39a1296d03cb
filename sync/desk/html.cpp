// Writing HTML so that no text, whoever typed it, is ever read as anything but text.
#include "sync/desk/html.h"

#include <algorithm>
#include <array>

#include "sync/base/utf8.h"

namespace wv::desk {
namespace {

void append_escaped(std::string& to, std::string_view text) {
  for (const char c : base::clean_text(text)) switch (c) {
      case '&':
        to += "&amp;";
        break;
      case '<':
        to += "&lt;";
        break;
      case '>':
        to += "&gt;";
        break;
      case '"':
        to += "&quot;";
        break;
      case '\'':
        to += "&#39;";
        break;
      default:
        to += c;
    }
}

bool is_address(std::string_view attribute) {
  constexpr std::array<std::string_view, 6> addresses = {"href",       "src",    "action",
                                                         "formaction", "poster", "data"};
  return std::ranges::find(addresses, attribute) != addresses.end();
}

bool leads_here(std::string_view address) {
  return address.starts_with('#') || address.starts_with('?') ||
         (address.starts_with('/') && !address.starts_with("//") && !address.starts_with("/\\"));
}

bool is_void(std::string_view tag) {
  constexpr std::array<std::string_view, 5> without_end = {"br", "hr", "img", "input", "wbr"};
  return std::ranges::find(without_end, tag) != without_end.end();
}

}  // namespace

Html::Html(std::string_view text) {
  append_escaped(bytes_, text);
}

Html el(Tag tag, const Attributes& attributes, std::initializer_list<Html> children) {
  Html html;
  auto& out = html.bytes_;
  (out += '<') += tag.name();
  for (const auto& [name, value] : attributes) {
    ((out += ' ') += name.name()) += "=\"";
    if (is_address(name.name()) && !leads_here(value))
      out += "#";
    else
      append_escaped(out, value);
    out += '"';
  }
  out += '>';
  if (is_void(tag.name())) return html;
  // A browser drops the first line feed of these; one more keeps what was written.
  if (tag.name() == "textarea" || tag.name() == "pre") out += '\n';
  for (const auto& child : children) out += child.bytes_;
  ((out += "</") += tag.name()) += '>';
  return html;
}

std::string document(std::string_view title, std::string_view assets, const std::vector<std::string>& scripts,
                     const Html& body) {
  const auto asset = [&](std::string_view name) {
    return Html(std::string(assets) + "/" + std::string(name)).bytes();
  };
  std::string page =
      "<!DOCTYPE html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\">"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
      "<meta name=\"color-scheme\" content=\"light dark\"><title>";
  page += Html(title).bytes();
  page += "</title><link rel=\"icon\" href=\"" + asset("icoon.svg") + "\"><link rel=\"stylesheet\" href=\"" +
          asset("desk.css") + "\">";
  for (const auto& script : scripts) page += "<script src=\"" + asset(script) + "\" defer></script>";
  return page += "</head><body>" + body.bytes() + "</body></html>\n";
}

}  // namespace wv::desk
