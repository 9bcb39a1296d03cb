// The published content as files for a stick.
#pragma once

#include <utility>

#include "sync/central/repository.h"

namespace wv::central {

// Path below openbaar/ → bytes, in the order in which they may be written: what names others comes after
// them.
using PublishedFiles = std::vector<std::pair<std::filesystem::path, base::Bytes>>;

// Read under the lock of the repository, so that it is of one moment. Corrupt: more than a stick is asked to
// carry.
Result<PublishedFiles> published_content(base::Files& files, const Repository& repository);

// Writes what differs, and then takes away what is no longer published.
Result<> put_content_on(base::Files& stick, const std::filesystem::path& root, const PublishedFiles& content);

}  // namespace wv::central
