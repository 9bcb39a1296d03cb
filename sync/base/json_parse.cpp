// nlohmann's reader as a source of events: it never recurses, and our handler stops it at the first thing too
// much.
#include <nlohmann/json.hpp>
#include <set>

#include "sync/base/json.h"

namespace wv::base {
namespace {

class Builder {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  explicit Builder(int max_depth) : max_depth_(max_depth) {}

  bool null() { return add(Json()); }
  bool boolean(bool value) { return add(Json(value)); }
  bool number_integer(number_integer_t value) { return add(Json(std::int64_t{value})); }
  bool number_unsigned(number_unsigned_t value) {
    return std::in_range<std::int64_t>(value) ? add(Json(static_cast<std::int64_t>(value)))
                                              : refuse("a number too large");
  }
  bool number_float(number_float_t value, const string_t& written) {
    // The reader turns integers that do not fit into doubles: that would change them silently.
    if (written.find_first_of(".eE") == string_t::npos) return refuse("a number too large");
    return add(Json(value));
  }
  bool string(string_t& value) {
    return value.find('\0') == string_t::npos ? add(Json(std::move(value))) : refuse("a text with U+0000");
  }
  bool binary(binary_t&) { return refuse("no JSON"); }
  bool start_object(std::size_t) { return open(Json::object()); }
  bool start_array(std::size_t) { return open(Json::array()); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(string_t& name) {
    if (name.find('\0') != string_t::npos) return refuse("a name with U+0000");
    if (!open_.back().names.insert(name).second) return refuse("the same name twice in an object");
    open_.back().name = std::move(name);
    return true;
  }
  // The reader's own message quotes the input, which may be a visitor's words: it goes no further than here.
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) {
    return refuse("no JSON at byte " + std::to_string(position));
  }

  const std::string& reason() const { return reason_; }
  Json take() { return std::move(root_); }

 private:
  struct Open {
    Json* value;  // stays in place: the container around it does not grow while this one is open
    std::set<std::string> names;
    std::string name;
  };

  bool refuse(std::string reason) {
    if (reason_.empty()) reason_ = std::move(reason);
    return false;
  }
  Json* place(Json value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    Open& parent = open_.back();
    if (Json::Array* items = parent.value->items()) {
      items->push_back(std::move(value));
      return &items->back();
    }
    Json::Object& members = *parent.value->members();
    members.push_back({std::move(parent.name), std::move(value)});
    return &members.back().value;
  }
  bool add(Json value) {
    place(std::move(value));
    return true;
  }
  bool open(Json value) {
    if (static_cast<int>(open_.size()) >= max_depth_) return refuse("nested too deep");
    open_.push_back({place(std::move(value)), {}, {}});
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  int max_depth_;
  Json root_;
  std::vector<Open> open_;
  std::string reason_;
};

}  // namespace

Result<Json> parse_json(std::string_view text, JsonLimits limits) {
  if (text.size() > limits.max_bytes)
    return fail(ErrorCode::Invalid, "larger than " + std::to_string(limits.max_bytes) + " bytes");
  // The reader takes a zero byte for the end of the text, and would not look at what comes after it.
  if (text.find('\0') != std::string_view::npos) return fail(ErrorCode::Invalid, "a text with U+0000");
  Builder builder(limits.max_depth);
  if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder, nlohmann::json::input_format_t::json,
                                 true))
    return fail(ErrorCode::Invalid, builder.reason().empty() ? "no JSON" : builder.reason());
  return builder.take();
}

}  // namespace wv::base
