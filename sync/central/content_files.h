// Published content as HTTP sees it: names checked before the disk is touched, validators, and parts of large
// files.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "sync/central/exchange.h"

namespace wv::central {

// GET and HEAD of `path`, the part after /inhoud/: "tilburg/timestamp.json",
// "tilburg/gebied/<sha256>.noord.json". 400 for a name that could never be one of ours, 404 for one that is
// not there.
Response serve_content(const std::filesystem::path& published, std::string_view path,
                       const base::Headers& headers, base::Instant now);

struct ByteRange {
  std::uint64_t first = 0, last = 0;  // inclusive
};
enum class RangeKind { Whole, Part, Unsatisfiable };
// One range of a file of `size` bytes (RFC 9110, 14.2). What is no range, or several, asks for the whole.
RangeKind parse_range(std::string_view header, std::uint64_t size, ByteRange& range);

// Whether If-None-Match names this entity tag (weak comparison) or is "*".
bool matches_etag(std::string_view if_none_match, std::string_view etag);

}  // namespace wv::central
