// libzip stays in this file.
#include "sync/relay/zip.h"

#include <zip.h>

#include <memory>

namespace wv::relay {
namespace {

using base::ErrorCode;
using base::fail;
using base::Result;

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using Source = std::unique_ptr<zip_source_t, Discard>;

std::unexpected<base::Error> no_zip(std::string_view why) {
  return fail(ErrorCode::Io, "cannot make a ZIP file: " + std::string(why));
}

Result<> add_part(zip_t* archive, const ZipPart& part, base::Instant made_at) {
  Source source(zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0));
  const auto index = source ? zip_file_add(archive, part.name.c_str(), source.get(), ZIP_FL_ENC_GUESS) : -1;
  if (index < 0) return no_zip(zip_strerror(archive));
  (void)source.release();  // the archive owns it now
  const auto entry = static_cast<zip_uint64_t>(index);
  const auto packing = part.packing == ZipPart::Packing::Stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
  const auto seconds = std::chrono::floor<std::chrono::seconds>(made_at).time_since_epoch().count();
  if (zip_set_file_compression(archive, entry, packing, 0) != 0 ||
      zip_file_set_mtime(archive, entry, static_cast<time_t>(seconds), 0) != 0)
    return no_zip(zip_strerror(archive));
  return {};
}

Result<std::string> read_all(zip_source_t* source) {
  zip_stat_t about;
  zip_stat_init(&about);
  if (zip_source_stat(source, &about) != 0 || zip_source_open(source) != 0)
    return no_zip(zip_error_strerror(zip_source_error(source)));
  std::string bytes(about.size, '\0');
  const auto got = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (got < 0 || static_cast<std::size_t>(got) != bytes.size()) return no_zip("it cannot be read back");
  return bytes;
}

}  // namespace

Result<std::string> zip_of(std::span<const ZipPart> parts, base::Instant made_at) {
  zip_error_t error;
  zip_error_init(&error);
  const Source memory(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!memory) return no_zip(zip_error_strerror(&error));
  Archive archive(zip_open_from_source(memory.get(), ZIP_TRUNCATE, &error));
  if (!archive) return no_zip(zip_error_strerror(&error));
  zip_source_keep(memory.get());  // closing the archive lets go of it once
  for (const auto& part : parts) WV_CHECK(add_part(archive.get(), part, made_at));
  if (zip_close(archive.get()) != 0) return no_zip(zip_strerror(archive.get()));
  (void)archive.release();
  return read_all(memory.get());
}

}  // namespace wv::relay
