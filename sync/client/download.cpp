// Resuming by Range, with every way in which a server or something between may answer wrongly.
#include "sync/client/download.h"

#include <algorithm>

#include "sync/base/encoding.h"

namespace wv::client {
namespace {

namespace tuf = wire::tuf;
using base::Bytes;
using base::HttpResponse;
using base::Result;

constexpr int most_resumes = 5;      // of one file in one round: a link that flaps more waits for its backoff
constexpr int most_wrong_bytes = 2;  // the first try and one more
constexpr std::string_view part_suffix = ".deel";

// "bytes 100-199/200" must begin where we stopped and be of a file of the size we know.
bool continues_at(const HttpResponse& response, std::size_t begin, std::uint64_t size) {
  const std::string_view range = base::header(response.headers, "content-range");
  const std::string start = "bytes " + std::to_string(begin) + "-", end = "/" + std::to_string(size);
  return range.starts_with(start) && range.ends_with(end);
}

bool is_strong_etag(std::string_view etag) {
  return etag.starts_with('"');
}

}  // namespace

Downloads::Downloads(World& world, const Place& place, Central& central, std::string channel)
    : world_(world), place_(place), central_(central), channel_(std::move(channel)) {}

Attempt<Bytes> Downloads::get(std::string_view target, const tuf::TargetFile& expected) {
  const auto file = place_.download_folder() / base::to_hex(expected.sha256);
  auto part_file = file;
  part_file += part_suffix;
  if (auto whole = world_.files.read(file); whole && tuf::check_file(*whole, expected, target)) {
    return *std::move(whole);
  }
  WV_KEPT(world_.files.make_folder(place_.download_folder()));
  Part part = read_part(part_file);
  for (int resumes = 0, wrong = 0; resumes <= most_resumes && wrong < most_wrong_bytes;) {
    const std::size_t before = part.bytes.size();
    WV_TRY(const Progress progress, continue_with(part, target, expected));
    if (progress == Progress::Whole) {
      WV_KEPT(world_.files.write(file, part.bytes));
      WV_KEPT(world_.files.remove(part_file));
      world_.steps.reached(step::blob_written);
      return std::move(part.bytes);
    }
    if (progress == Progress::Wrong) {
      ++wrong;
      part = {};
      WV_KEPT(world_.files.remove(part_file));
      continue;
    }
    WV_KEPT(write_part(part_file, part));
    if (part.bytes.size() == before) break;
    ++resumes;
  }
  if (!part.bytes.empty())
    return set_back(code::offline, std::string(target) + ": the line breaks again and again");
  return set_back(code::changed, std::string(target) + ": other bytes than were signed");
}

Attempt<Downloads::Progress> Downloads::continue_with(Part& part, std::string_view target,
                                                      const tuf::TargetFile& expected) {
  base::Headers headers{{"Accept-Encoding", "identity"}};
  const std::size_t begin = part.bytes.size();
  if (begin > 0) {
    headers.emplace_back("Range", "bytes=" + std::to_string(begin) + "-");
    if (is_strong_etag(part.etag)) headers.emplace_back("If-Range", part.etag);
  }
  WV_TRY(auto response, central_.get_file(channel_, tuf::consistent_target_path(target, expected.sha256),
                                          expected.length, std::move(headers)));
  const std::string what = std::string(target) + ": HTTP " + std::to_string(response.status);
  if (response.status == 404) return set_back(code::not_fetched, what);
  if (response.status == 416 && begin > 0) return Progress::Wrong;
  if (response.status == 206 && begin > 0) {
    if (!continues_at(response, begin, expected.length)) return Progress::Wrong;
    part.bytes.insert(part.bytes.end(), response.body.begin(), response.body.end());
  } else if (response.status == 200) {
    part = {std::string(base::header(response.headers, "etag")), std::move(response.body)};
  } else {
    return set_back(code::portal, what + ", which was not asked");
  }
  if (part.bytes.size() < expected.length) return Progress::Some;
  return tuf::check_file(part.bytes, expected, target) ? Progress::Whole : Progress::Wrong;
}

Downloads::Part Downloads::read_part(const std::filesystem::path& file) const {
  auto stored = world_.files.read(file);
  if (!stored) return {};
  const auto line_end = std::ranges::find(*stored, '\n');
  if (line_end == stored->end()) return {};
  return {std::string(stored->begin(), line_end), Bytes(line_end + 1, stored->end())};
}

Result<> Downloads::write_part(const std::filesystem::path& file, const Part& part) {
  Bytes stored(part.etag.begin(), part.etag.end());
  stored.push_back('\n');
  stored.insert(stored.end(), part.bytes.begin(), part.bytes.end());
  return world_.files.write(file, stored);
}

Result<> Downloads::keep_only(const std::set<base::Digest>& wanted) {
  std::set<std::string> names;
  for (const auto& digest : wanted) names.insert(base::to_hex(digest));
  const auto present = world_.files.list(place_.download_folder());
  if (!present) return {};
  for (const auto& name : *present) {
    if (!names.contains(name.substr(0, 64))) WV_CHECK(world_.files.remove(place_.download_folder() / name));
  }
  return {};
}

}  // namespace wv::client
