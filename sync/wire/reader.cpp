// The kinds of values that content documents are made of.
#include "sync/wire/reader.h"

#include <algorithm>

namespace wv::wire {

std::string Node::text() const {
  if (const std::string* text = json->text()) return *text;
  say("must be a text");
  return {};
}

std::int64_t Node::integer() const {
  if (const std::int64_t* number = json->integer()) return *number;
  say("must be a whole number");
  return 0;
}

bool Node::boolean() const {
  if (const bool* value = json->boolean()) return *value;
  say("must be true or false");
  return false;
}

model::Text Node::words() const {
  if (const std::string* dutch = json->text()) return {{{"nl", *dutch}}};
  model::Text text;
  const Json::Object* languages = json->members();
  if (!languages || languages->empty()) {
    say("must be a text, or a text for each language: { nl = \"…\", en = \"…\" }");
    return text;
  }
  for (const base::JsonMember& member : *languages)
    text.in[member.key] = Node{&member.value, base::pointer_to(pointer, member.key), problems}.text();
  return text;
}

base::Day Node::day() const {
  if (const std::string* text = json->text())
    if (const auto day = base::parse_iso_day(*text)) return *day;
  say("must be a day that exists, written 2026-03-01");
  return {};
}

base::Instant Node::instant() const {
  if (const std::string* text = json->text())
    if (const auto instant = base::parse_rfc3339(*text)) return *instant;
  say("must be a moment, written 2026-03-01T10:00:00Z");
  return {};
}

const Json::Array& Node::items() const {
  static const Json::Array none;
  if (const Json::Array* items = json->items()) return *items;
  say("must be a list");
  return none;
}

Members::Members(const Node& node) : node_(node) {
  if (!node.json->members()) node.say("must be a table of keys and values");
}

Members::~Members() {
  const Json::Object* members = node_.json->members();
  if (!members || unknown_allowed_) return;
  for (const base::JsonMember& member : *members)
    if (!asked_.contains(member.key))
      node_.problems->push_back({base::pointer_to(node_.pointer, member.key), "unknown key"});
}

std::optional<Node> Members::find(std::string_view key, Need need) {
  asked_.insert(std::string(key));
  std::string pointer = base::pointer_to(node_.pointer, key);
  if (const Json* value = node_.json->find(key)) return Node{value, std::move(pointer), node_.problems};
  if (need == Need::Required && node_.json->members())
    node_.problems->push_back({std::move(pointer), "missing"});
  return std::nullopt;
}

std::string Members::text(std::string_view key, Need need) {
  const auto node = find(key, need);
  return node ? node->text() : std::string();
}

model::Text Members::words(std::string_view key, Need need) {
  const auto node = find(key, need);
  return node ? node->words() : model::Text();
}

bool Members::boolean(std::string_view key) {
  const auto node = find(key);
  return node && node->boolean();
}

std::int64_t Members::integer(std::string_view key, Need need) {
  const auto node = find(key, need);
  return node ? node->integer() : 0;
}

std::int64_t Members::integer_or(std::string_view key, std::int64_t otherwise) {
  const auto node = find(key);
  return node ? node->integer() : otherwise;
}

base::Day Members::day(std::string_view key) {
  const auto node = find(key, Need::Required);
  return node ? node->day() : base::Day{};
}

std::optional<base::Day> Members::day_if_any(std::string_view key) {
  const auto node = find(key);
  if (!node) return std::nullopt;
  return node->day();
}

std::vector<std::string> Members::lines(std::string_view key, Need need) {
  return list(key, need, [](const Node& item) { return item.text(); });
}

namespace {

bool is_at_or_below(std::string_view pointer, std::string_view place) {
  return pointer.starts_with(place) && (pointer.size() == place.size() || pointer[place.size()] == '/');
}

}  // namespace

void add_problems(Problems& problems, Problems found) {
  const std::size_t read = problems.size();
  for (model::Problem& problem : found) {
    const bool known =
        std::any_of(problems.begin(), problems.begin() + static_cast<std::ptrdiff_t>(read),
                    [&](const model::Problem& p) { return is_at_or_below(problem.pointer, p.pointer); });
    if (!known) problems.push_back(std::move(problem));
  }
}

void put(Json& object, std::string_view key, const std::string& text) {
  if (!text.empty()) object.set(std::string(key), text);
}

void put(Json& object, std::string_view key, const model::Text& text) {
  if (!text.empty()) object.set(std::string(key), text_json(text));
}

void put(Json& object, std::string_view key, const std::vector<std::string>& lines) {
  put_list(object, key, lines, [](const std::string& line) { return Json(line); });
}

void put(Json& object, std::string_view key, const std::optional<base::Day>& day) {
  if (day) object.set(std::string(key), base::to_iso_day(*day));
}

Json text_json(const model::Text& text) {
  if (text.in.size() == 1 && text.in.begin()->first == "nl") return Json(text.in.begin()->second);
  Json object = Json::object();
  for (const auto& [lang, words] : text.in) object.set(lang, words);
  return object;
}

}  // namespace wv::wire
