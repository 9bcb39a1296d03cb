// The value itself: looking things up and putting things in.
#include "sync/base/json.h"

#include <algorithm>

namespace wv::base {

// All of these here, because a value can only be made and destroyed where JsonMember is known.
Json::Json() = default;
Json::Json(std::nullptr_t) {}
Json::Json(bool value) : value_(value) {}
Json::Json(std::int64_t value, Whole) : value_(value) {}
Json::Json(double value) : value_(value) {}
Json::Json(std::string value) : value_(std::move(value)) {}
Json::Json(std::string_view value) : value_(std::string(value)) {}
Json::Json(const char* value) : value_(std::string(value)) {}
Json::Json(Array value) : value_(std::move(value)) {}
Json::Json(Object value) : value_(std::move(value)) {}
Json::Json(const Json&) = default;
Json::Json(Json&&) noexcept = default;
Json& Json::operator=(const Json&) = default;
Json& Json::operator=(Json&&) noexcept = default;
Json::~Json() = default;

Json Json::array() {
  return Json(Array{});
}
Json Json::object() {
  return Json(Object{});
}
Json Json::object(std::initializer_list<JsonMember> members) {
  return Json(Object(members));
}

const Json* Json::find(std::string_view key) const {
  const Object* object = members();
  if (!object) return nullptr;
  const auto found =
      std::find_if(object->begin(), object->end(), [&](const JsonMember& m) { return m.key == key; });
  return found == object->end() ? nullptr : &found->value;
}

std::string_view Json::text_or(std::string_view key, std::string_view otherwise) const {
  const Json* value = find(key);
  return value && value->text() ? std::string_view(*value->text()) : otherwise;
}

std::int64_t Json::integer_or(std::string_view key, std::int64_t otherwise) const {
  const Json* value = find(key);
  return value && value->integer() ? *value->integer() : otherwise;
}

Json& Json::set(std::string key, Json value) {
  if (is_null()) value_ = Object{};
  Object& object = std::get<Object>(value_);
  const auto found =
      std::find_if(object.begin(), object.end(), [&](const JsonMember& m) { return m.key == key; });
  if (found != object.end())
    found->value = std::move(value);
  else
    object.push_back({std::move(key), std::move(value)});
  return *this;
}

Json& Json::push(Json value) {
  if (is_null()) value_ = Array{};
  std::get<Array>(value_).push_back(std::move(value));
  return *this;
}

bool Json::operator==(const Json& other) const {
  const Object* mine = members();
  const Object* theirs = other.members();
  if (!mine || !theirs) return value_ == other.value_;
  if (mine->size() != theirs->size()) return false;
  return std::all_of(mine->begin(), mine->end(), [&](const JsonMember& member) {
    const Json* value = other.find(member.key);
    return value && *value == member.value;
  });
}

std::string pointer_to(std::string_view pointer, std::string_view key) {
  std::string result(pointer);
  result += '/';
  for (const char c : key) {
    if (c == '~')
      result += "~0";
    else if (c == '/')
      result += "~1";
    else
      result += c;
  }
  return result;
}

std::string pointer_to(std::string_view pointer, std::size_t index) {
  return std::string(pointer) + "/" + std::to_string(index);
}

}  // namespace wv::base
