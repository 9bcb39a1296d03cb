// JSON from outside cannot be deep, double, vague or broken, and what we sign has one spelling only.
#include "sync/base/json.h"

#include <random>

#include "sync/base/canonical_json.h"
#include "tests/support/catch.h"

using namespace wv::base;

namespace {

std::string canonical(const char* text) {
  return to_canonical(parse_json(std::string_view(text)).value()).value();
}

Json random_json(std::mt19937& engine, int depth) {
  switch (engine() % (depth > 0 ? 7 : 5)) {
    case 0:
      return Json();
    case 1:
      return Json(engine() % 2 == 0);
    case 2:
      return Json(static_cast<std::int64_t>(engine()) * static_cast<std::int32_t>(engine()));
    case 3:
      return Json(static_cast<double>(engine()) / 7.0);
    case 4:
      return Json(engine() % 2 ? "wij\"k\\ \n\t\x01 \xC3\xA9 \xF0\x9F\x8C\xB3" : "");
    case 5: {
      Json array = Json::array();
      for (auto n = engine() % 4; n > 0; --n) array.push(random_json(engine, depth - 1));
      return array;
    }
    default: {
      Json object = Json::object();
      for (auto n = engine() % 4; n > 0; --n)
        object.set("k" + std::to_string(engine() % 9), random_json(engine, depth - 1));
      return object;
    }
  }
}

}  // namespace

TEST_CASE("any value comes back from text as it went, compact and pretty") {
  std::mt19937 engine(11);
  for (int i = 0; i < 2000; ++i) {
    const Json value = random_json(engine, 4);
    INFO(to_text(value));
    CHECK(parse_json(to_text(value)).value() == value);
    CHECK(parse_json(to_pretty_text(value)).value() == value);
  }
}

TEST_CASE("200,000 nested arrays are refused, and so are 33") {
  for (const std::string& opening : {std::string("["), std::string("{\"a\":"), std::string("[{\"a\":")}) {
    std::string deep;
    for (int i = 0; i < 200'000; ++i) deep += opening;
    const auto read = parse_json(deep, {8 << 20, 32});
    REQUIRE_FALSE(read);
    CHECK(read.error().message == "nested too deep");
  }
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  CHECK(parse_json(nested(32)));
  CHECK_FALSE(parse_json(nested(33)));
}

TEST_CASE("what two readers would read differently is refused") {
  const char* refused[] = {R"({"a":1,"a":2})",
                           R"({"a":{"b":1,"b":1}})",
                           R"(["\ud800"])",
                           R"(["\udc00x"])",
                           R"(["\u0000"])",
                           R"({"\u0000":1})",
                           "[\"\xff\"]",
                           "[\"\xc0\xaf\"]",
                           "[\"\xed\xa0\x80\"]",
                           "[1] [2]",
                           "[1]x",
                           "",
                           " ",
                           "{",
                           "[1,]",
                           "{\"a\":}",
                           "nul",
                           "'a'",
                           "[01]",
                           "[1e999]",
                           "[9223372036854775808]",
                           "[-9223372036854775809]",
                           "[NaN]",
                           "/* a */ []",
                           "[\"\n\"]"};
  for (const char* text : refused) {
    INFO(text);
    CHECK_FALSE(parse_json(std::string_view(text)));
  }
  CHECK_FALSE(parse_json(std::string_view("[\"a\0b\"]", 7)));
  CHECK_FALSE(parse_json(std::string_view("[1]\0", 4)));
}

TEST_CASE("the largest numbers of 64 bits are kept exactly") {
  CHECK(*parse_json(std::string_view("[9223372036854775807]"))->items()->front().integer() == INT64_MAX);
  CHECK(*parse_json(std::string_view("[-9223372036854775808]"))->items()->front().integer() == INT64_MIN);
  CHECK(parse_json(std::string_view("1.0"))->real());
  CHECK(to_text(Json(1.0)) == "1.0");
}

TEST_CASE("a document beyond its limit is refused before it is read") {
  CHECK(parse_json(std::string_view("[1,2]"), {5, 32}));
  CHECK_FALSE(parse_json(std::string_view("[1,2] "), {5, 32}));
}

TEST_CASE("an error about a text never repeats the text") {
  const auto read = parse_json(std::string_view("{\"tekst\":\"mijn geheim\", x}"));
  REQUIRE_FALSE(read);
  CHECK(read.error().message.find("geheim") == std::string::npos);
}

TEST_CASE("a hundred thousand members cost no quadratic time") {
  std::string text = "{";
  for (int i = 0; i < 100'000; ++i) text += (i ? ",\"k" : "\"k") + std::to_string(i) + "\":0";
  CHECK(parse_json(text + "}", {4 << 20, 32}));
}

TEST_CASE("canonical JSON agrees with the library of tuf-js") {
  CHECK(canonical(R"({"b":[1,"é\"\\",null,true],"a":{"z":-3,"A":""}})") ==
        R"({"a":{"A":"","z":-3},"b":[1,"é\"\\",null,true]})");
  CHECK(canonical(" { } ") == "{}");
  CHECK(canonical(R"(["\u00e9\/"])") == "[\"é/\"]");
}

TEST_CASE("canonical JSON refuses what has two spellings") {
  CHECK_FALSE(to_canonical(Json(1.5)));
  CHECK_FALSE(to_canonical(Json("a\nb")));
  CHECK_FALSE(to_canonical(Json(std::string("\xff"))));
  CHECK_FALSE(to_canonical(Json(Json::Object{{"a", 1}, {"a", 2}})));
}

TEST_CASE("pointers escape what would look like a path") {
  CHECK(pointer_to(pointer_to("", "a/b~c"), 3) == "/a~1b~0c/3");
}

TEST_CASE("broken text is written as text that every reader accepts") {
  CHECK(parse_json(to_text(Json(std::string("a\xff\x80z")))).value() == Json("a\xEF\xBF\xBD\xEF\xBF\xBDz"));
}
