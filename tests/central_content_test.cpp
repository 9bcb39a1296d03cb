// Published content over HTTP: caching, parts, and names that try to climb out of the folder.
#include <fstream>

#include "sync/central/content_files.h"
#include "tests/support/central.h"

using namespace wv;
using namespace wv::test;
using central::ByteRange;
using central::FileSlice;
using central::RangeKind;
namespace fs = std::filesystem;

namespace {

const std::string blob = std::string(64, 'a') + ".noord.json";

struct Published : Central {
  Published() {
    const auto channel = repository.published() / "mini";
    fs::create_directories(channel / "gebied");
    std::ofstream(channel / "timestamp.json") << "{\"een\":1}";
    std::ofstream(channel / "gebied" / blob) << "0123456789";
    std::ofstream(repository.published() / "geheim.json") << "nee";
    fs::create_symlink(own.place.file, channel / "koppeling.json");
  }
  std::string text_of(const Response& response) {
    if (const auto* slice = std::get_if<FileSlice>(&response.body)) {
      std::ifstream in(slice->file);
      in.seekg(static_cast<std::streamoff>(slice->offset));
      std::string text(slice->length, '\0');
      in.read(text.data(), static_cast<std::streamsize>(text.size()));
      return text;
    }
    return body_of(response);
  }
  Response part(const std::string& range) { return get("/inhoud/mini/gebied/" + blob, {{"range", range}}); }
};

}  // namespace

TEST_CASE("a quiet night is one 304") {
  Published central;
  const auto first = central.get("/inhoud/mini/timestamp.json");
  REQUIRE(first.status == 200);
  CHECK(body_of(first) == "{\"een\":1}");
  CHECK(header_of(first, "Content-Type") == "application/octet-stream");
  CHECK(header_of(first, "Cache-Control") == "no-cache");
  const auto etag = header_of(first, "ETag");
  const auto second = central.get("/inhoud/mini/timestamp.json", {{"if-none-match", etag}});
  CHECK(second.status == 304);
  CHECK(body_of(second).empty());
  CHECK(header_of(second, "API-Version") == "1.0.0");
  std::ofstream(central.repository.published() / "mini/timestamp.json") << "{\"een\":2}";
  CHECK(central.get("/inhoud/mini/timestamp.json", {{"if-none-match", etag}}).status == 200);
}

TEST_CASE("a blob may be kept for ever, and comes in parts to who lost the line") {
  Published central;
  const auto whole = central.get("/inhoud/mini/gebied/" + blob);
  REQUIRE(whole.status == 200);
  CHECK(central.text_of(whole) == "0123456789");
  CHECK(header_of(whole, "Cache-Control").find("immutable") != std::string::npos);
  const auto rest = central.part("bytes=4-");
  CHECK(rest.status == 206);
  CHECK(central.text_of(rest) == "456789");
  CHECK(header_of(rest, "Content-Range") == "bytes 4-9/10");
  const auto past = central.part("bytes=10-");
  CHECK(past.status == 416);
  CHECK(header_of(past, "Content-Range") == "bytes */10");
  CHECK(central.get("/inhoud/mini/gebied/" + blob, {{"if-none-match", header_of(whole, "ETag")}}).status ==
        304);
}

TEST_CASE("a part is only sent of the bytes that the client began with") {
  Published central;
  const auto path = "/inhoud/mini/gebied/" + blob;
  const auto etag = header_of(central.get(path), "ETag");
  CHECK(central.get(path, {{"range", "bytes=4-"}, {"if-range", etag}}).status == 206);
  CHECK(central.get(path, {{"range", "bytes=4-"}, {"if-range", "\"anders\""}}).status == 200);
}

TEST_CASE("ranges as they are written, and as they are not") {
  ByteRange range;
  const auto parsed = [&](std::string_view header) { return central::parse_range(header, 10, range); };
  CHECK(parsed("bytes=0-0") == RangeKind::Part);
  CHECK((range.first == 0 && range.last == 0));
  CHECK(parsed("bytes=-3") == RangeKind::Part);
  CHECK((range.first == 7 && range.last == 9));
  CHECK(parsed("bytes=-30") == RangeKind::Part);
  CHECK((range.first == 0 && range.last == 9));
  CHECK(parsed("bytes=5-99999999") == RangeKind::Part);
  CHECK((range.first == 5 && range.last == 9));
  CHECK(parsed("bytes=-0") == RangeKind::Unsatisfiable);
  CHECK(parsed("bytes=11-12") == RangeKind::Unsatisfiable);
  for (const auto header : {"", "bytes=", "bytes=-", "bytes=5-4", "bytes=a-b", "bytes=1-2,4-5", "pages=1-2",
                            "bytes=99999999999999999999-", "bytes= 1-2"})
    CHECK(parsed(header) == RangeKind::Whole);
}

TEST_CASE("names that try to climb out are refused before the disk is touched") {
  Published central;
  for (const std::string path :
       {"mini/../geheim.json", "mini/..", "mini/.", "mini//timestamp.json", "mini/%2e%2e/geheim.json",
        "mini/..%2fgeheim.json", "mini/gebied/../../geheim.json", "../openbaar/geheim.json", "geheim.json",
        "mini/", "mini", "", "/etc/passwd", "mini/\\..\\geheim.json", "mini/.verborgen",
        "MINI/timestamp.json", "mini/a/b/c.json", "mini/gebied/.hidden"})
    CHECK(central.get("/inhoud/" + path).status == 400);
  CHECK(central.get("/inhoud/mini/" + std::string(5000, 'a')).status == 400);
  CHECK(central.get(std::string("/inhoud/mini/a\0b", 16)).status == 400);
}

TEST_CASE("what is not there, folders and links are simply not found") {
  Published central;
  for (const std::string path :
       {"mini/2.root.json", "mini/gebied", "andere/timestamp.json", "mini/koppeling.json"})
    CHECK(central.get("/inhoud/" + path).status == 404);
}

TEST_CASE("HEAD says what GET would") {
  Published central;
  const auto head = central.send({"HEAD", "/kiosk/v1/inhoud/mini/gebied/" + blob, {}, "", ""});
  CHECK(head.status == 200);
  CHECK(std::get<FileSlice>(head.body).length == 10);
}

TEST_CASE("entity tags are compared one by one") {
  CHECK(central::matches_etag("\"a\"", "\"a\""));
  CHECK(central::matches_etag("\"b\", W/\"a\"", "\"a\""));
  CHECK(central::matches_etag("*", "\"a\""));
  CHECK_FALSE(central::matches_etag("", "\"a\""));
  CHECK_FALSE(central::matches_etag("\"aa\",a", "\"a\""));
}
