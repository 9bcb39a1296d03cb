// Serving the published folder: consistent snapshots make every file but timestamp.json immutable, so it is
// all caching.
#include "sync/central/content_files.h"

#include <algorithm>
#include <charconv>
#include <fstream>

#include "sync/base/crypto.h"
#include "sync/base/encoding.h"
#include "sync/central/problem.h"
#include "sync/wire/tuf.h"

namespace wv::central {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view changing_file = "timestamp.json";

struct Found {
  fs::path file;
  std::uint64_t size = 0;
  std::string name;
};

bool is_channel(std::string_view text) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, fits);
}

// A channel, and one or two parts below it. What passes holds no "..", no "%", no "\\" and nothing absolute.
bool is_content_path(std::string_view path) {
  const auto slash = path.find('/');
  if (slash == std::string_view::npos || !is_channel(path.substr(0, slash))) return false;
  const auto file = path.substr(slash + 1);
  return wire::tuf::is_target_path(file) && std::ranges::count(file, '/') <= 1;
}

// Whatever it is, it is signed as bytes: nobody on the way has a reason to read it and write it anew.
constexpr std::string_view media_type = "application/octet-stream";

Response refuse_name(base::Instant now) {
  return problem({400, "", "Ongeldig adres", "Dit kan geen naam van een gepubliceerd bestand zijn."}, now);
}

std::optional<Found> find(const fs::path& published, std::string_view path) {
  const fs::path file = published / fs::path(path);
  std::error_code error;
  if (fs::symlink_status(file, error).type() != fs::file_type::regular) return std::nullopt;
  const auto size = fs::file_size(file, error);
  if (error) return std::nullopt;
  return Found{file, size, file.filename().string()};
}

// The name says which bytes: <sha256>.noord.json, or 1772330400.targets.json.
std::string etag_of(const Found& found) {
  return '"' + found.name + '-' + std::to_string(found.size) + '"';
}

// The one file whose bytes change under its name is small, so its bytes are its validator.
Response serve_changing(const Found& found, const base::Headers& headers, base::Instant now) {
  std::ifstream in(found.file, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), {});
  if (!in.good() && !in.eof()) return problem(unavailable(), now);
  const std::string etag = '"' + base::to_hex(base::sha256(bytes)) + '"';
  const bool known = matches_etag(base::header(headers, "if-none-match"), etag);
  Response response = bare(known ? 304 : 200, now, Caching::Revalidate);
  response.headers.emplace_back("ETag", etag);
  if (known) return response;
  response.headers.emplace_back("Content-Type", std::string(media_type));
  response.body = std::move(bytes);
  return response;
}

Response serve_part(const Found& found, const ByteRange& range, const std::string& etag, base::Instant now) {
  Response response = bare(206, now, Caching::Forever);
  response.headers.emplace_back("ETag", etag);
  response.headers.emplace_back("Content-Type", std::string(media_type));
  response.headers.emplace_back("Content-Range", "bytes " + std::to_string(range.first) + "-" +
                                                     std::to_string(range.last) + "/" +
                                                     std::to_string(found.size));
  response.body = FileSlice{found.file, range.first, range.last - range.first + 1};
  return response;
}

Response unsatisfiable(const Found& found, base::Instant now) {
  auto response = problem({416, "", "Deel bestaat niet", "Het gevraagde deel ligt buiten het bestand."}, now);
  response.headers.emplace_back("Content-Range", "bytes */" + std::to_string(found.size));
  return response;
}

Response serve_immutable(const Found& found, const base::Headers& headers, base::Instant now) {
  const auto etag = etag_of(found);
  if (matches_etag(base::header(headers, "if-none-match"), etag)) {
    Response unchanged = bare(304, now, Caching::Forever);
    unchanged.headers.emplace_back("ETag", etag);
    return unchanged;
  }
  const auto if_range = base::header(headers, "if-range");
  ByteRange range;
  const auto kind = if_range.empty() || if_range == etag
                        ? parse_range(base::header(headers, "range"), found.size, range)
                        : RangeKind::Whole;
  if (kind == RangeKind::Unsatisfiable) return unsatisfiable(found, now);
  if (kind == RangeKind::Part) return serve_part(found, range, etag, now);
  Response whole = bare(200, now, Caching::Forever);
  whole.headers.emplace_back("ETag", etag);
  whole.headers.emplace_back("Accept-Ranges", "bytes");
  whole.headers.emplace_back("Content-Type", std::string(media_type));
  whole.body = FileSlice{found.file, 0, found.size};
  return whole;
}

std::optional<std::uint64_t> number(std::string_view digits) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

}  // namespace

RangeKind parse_range(std::string_view header, std::uint64_t size, ByteRange& range) {
  if (!header.starts_with("bytes=")) return RangeKind::Whole;
  header.remove_prefix(6);
  const auto dash = header.find('-');
  if (dash == std::string_view::npos || header.find(',') != std::string_view::npos) return RangeKind::Whole;
  const auto first = number(header.substr(0, dash));
  const auto last = number(header.substr(dash + 1));
  if (dash == 0) {  // the last n bytes
    if (!last) return RangeKind::Whole;
    if (*last == 0 || size == 0) return RangeKind::Unsatisfiable;
    range = {size - std::min(*last, size), size - 1};
    return RangeKind::Part;
  }
  const bool open_ended = dash + 1 == header.size();
  if (!first || (!last && !open_ended) || (last && *last < *first)) return RangeKind::Whole;
  if (*first >= size) return RangeKind::Unsatisfiable;
  range = {*first, open_ended ? size - 1 : std::min(*last, size - 1)};
  return RangeKind::Part;
}

bool matches_etag(std::string_view if_none_match, std::string_view etag) {
  if (if_none_match == "*") return true;
  while (!if_none_match.empty()) {
    const auto comma = if_none_match.find(',');
    auto one = if_none_match.substr(0, comma);
    while (one.starts_with(' ')) one.remove_prefix(1);
    while (one.ends_with(' ')) one.remove_suffix(1);
    if (one.starts_with("W/")) one.remove_prefix(2);
    if (one == etag) return true;
    if (comma == std::string_view::npos) return false;
    if_none_match.remove_prefix(comma + 1);
  }
  return false;
}

Response serve_content(const fs::path& published, std::string_view path, const base::Headers& headers,
                       base::Instant now) {
  if (!is_content_path(path)) return refuse_name(now);
  const auto found = find(published, path);
  if (!found) return problem(not_found(), now);
  if (found->name == changing_file) return serve_changing(*found, headers, now);
  return serve_immutable(*found, headers, now);
}

}  // namespace wv::central
