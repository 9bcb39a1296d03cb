// Pages as values: words can only enter escaped, and nothing that could run a script can be named.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace wv::desk {

constexpr bool in_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

// The name of an element, checked while compiling.
class Tag {
 public:
  consteval Tag(const char* name) : name_(name) {
    for (const char c : name_)
      if (!in_name(c)) throw "no name of an element";
    for (const std::string_view banned :
         {"script", "style", "iframe", "object", "embed", "base", "link", "meta"})
      if (name_ == banned) throw "an element that can run or load something is never written by hand";
  }
  constexpr std::string_view name() const { return name_; }

 private:
  std::string_view name_;
};

class AttributeName {
 public:
  consteval AttributeName(const char* name) : name_(name) {
    for (const char c : name_)
      if (!in_name(c)) throw "no name of an attribute";
    if (name_.starts_with("on") || name_ == "style" || name_ == "srcdoc")
      throw "an attribute that holds code";
  }
  constexpr std::string_view name() const { return name_; }

 private:
  std::string_view name_;
};

struct Attribute {
  AttributeName name;
  std::string value = {};  // empty for `required`, `checked` and the like
};
using Attributes = std::vector<Attribute>;

// A piece of a page. Made of text (which is escaped) or by `el`.
class Html {
 public:
  Html() = default;
  Html(std::string_view text);
  Html(const std::string& text) : Html(std::string_view(text)) {}
  Html(const char* text) : Html(std::string_view(text)) {}

  Html& operator+=(const Html& more) {
    bytes_ += more.bytes_;
    return *this;
  }
  friend Html operator+(Html left, const Html& right) { return left += right; }
  const std::string& bytes() const { return bytes_; }
  bool empty() const { return bytes_.empty(); }

 private:
  friend Html el(Tag tag, const Attributes& attributes, std::initializer_list<Html> children);
  std::string bytes_;
};

// <tag attributes>children</tag>. Addresses (href, src, action) lead nowhere but to this site.
Html el(Tag tag, const Attributes& attributes = {}, std::initializer_list<Html> children = {});

// A whole page. `assets` is the address of the folder with desk.css, desk.js and the `scripts`.
std::string document(std::string_view title, std::string_view assets, const std::vector<std::string>& scripts,
                     const Html& body);

}  // namespace wv::desk
