// A JSON value of our own, so that no document can be deeper, larger or vaguer than this house allows.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "sync/base/world.h"

namespace wv::base {

struct JsonMember;

// Numbers are 64-bit integers, or doubles where a fraction or exponent was written. Members keep their order.
class Json {
 public:
  using Array = std::vector<Json>;
  using Object = std::vector<JsonMember>;

  Json();  // null
  Json(std::nullptr_t);
  Json(bool value);
  template <std::integral T>
    requires(!std::same_as<T, bool>)
  Json(T value) : Json(static_cast<std::int64_t>(value), Whole{}) {}
  Json(double value);
  Json(std::string value);
  Json(std::string_view value);
  Json(const char* value);
  Json(Array value);
  Json(Object value);
  Json(const Json&);
  Json(Json&&) noexcept;
  Json& operator=(const Json&);
  Json& operator=(Json&&) noexcept;
  ~Json();
  static Json array();
  static Json object();
  static Json object(std::initializer_list<JsonMember> members);

  bool is_null() const { return value_.index() == 0; }
  const bool* boolean() const { return std::get_if<bool>(&value_); }
  const std::int64_t* integer() const { return std::get_if<std::int64_t>(&value_); }
  const double* real() const { return std::get_if<double>(&value_); }
  const std::string* text() const { return std::get_if<std::string>(&value_); }
  const Array* items() const { return std::get_if<Array>(&value_); }
  const Object* members() const { return std::get_if<Object>(&value_); }
  Array* items() { return std::get_if<Array>(&value_); }
  Object* members() { return std::get_if<Object>(&value_); }

  // The member's value, or null pointer when this is no object or has no such member.
  const Json* find(std::string_view key) const;
  std::string_view text_or(std::string_view key, std::string_view otherwise) const;
  std::int64_t integer_or(std::string_view key, std::int64_t otherwise) const;

  // Adds or replaces a member; makes an object of a null. Must not be called on another kind.
  Json& set(std::string key, Json value);
  // Adds an item; makes an array of a null. Must not be called on another kind.
  Json& push(Json value);

  bool operator==(const Json&) const;  // members in any order are equal

 private:
  struct Whole {};
  Json(std::int64_t value, Whole);
  std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object> value_;
};

struct JsonMember {
  std::string key;
  Json value;
  bool operator==(const JsonMember&) const = default;
};

struct JsonLimits {
  std::size_t max_bytes = 1 << 20;
  int max_depth = 32;
};

// Invalid, with byte position, for: more than the limits, text that is no JSON, bytes after the value,
// duplicate members, invalid UTF-8, lone surrogates, U+0000, integers outside 64 bits. Never recurses on what
// came from outside.
Result<Json> parse_json(std::string_view text, JsonLimits limits = {});
inline Result<Json> parse_json(ByteView bytes, JsonLimits limits = {}) {
  return parse_json(as_text(bytes), limits);
}

std::string to_text(const Json& value);         // one line, members in their order
std::string to_pretty_text(const Json& value);  // two spaces, for files people read

// One step deeper in a JSON pointer (RFC 6901), escaped.
std::string pointer_to(std::string_view pointer, std::string_view key);
std::string pointer_to(std::string_view pointer, std::size_t index);

}  // namespace wv::base
