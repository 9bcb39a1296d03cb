// Size and kind are asked of the disk first: a gigabyte or a pipe is never opened.
#include "sync/intake/source_file.h"

#include "sync/base/utf8.h"

namespace wv::intake {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;

std::string mebibytes(std::uintmax_t bytes) {
  return std::to_string((bytes + (1 << 20) - 1) >> 20) + " MiB";
}

}  // namespace

base::Result<std::string> read_source(const base::Files& files, const fs::path& file, std::size_t most) {
  std::error_code error;
  const auto status = fs::status(file, error);
  if (!fs::exists(status)) return base::fail(ErrorCode::NotFound, file.string() + ": there is no such file");
  if (!fs::is_regular_file(status))
    return base::fail(ErrorCode::Invalid, file.string() + ": is not an ordinary file");
  const auto size = fs::file_size(file, error);
  if (error) return base::fail(ErrorCode::Io, file.string() + ": " + error.message());
  if (size == 0) return base::fail(ErrorCode::Invalid, file.string() + ": is empty");
  if (size > most)
    return base::fail(ErrorCode::Invalid, file.string() + ": is " + mebibytes(size) + "; no more than " +
                                              mebibytes(most) +
                                              " is read. Is it the right file? Then split it");
  WV_TRY(const auto bytes, files.read(file));
  return std::string(base::as_text(bytes));
}

base::Result<std::string> read_text_source(const base::Files& files, const fs::path& file, std::size_t most) {
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
  WV_TRY(auto text, read_source(files, file, most));
  if (text.starts_with(byte_order_mark)) text.erase(0, byte_order_mark.size());
  if (!base::is_utf8(text))
    return base::fail(ErrorCode::Invalid,
                      file.string() + ": is not UTF-8 text. Save or export it again as UTF-8");
  if (text.find('\0') != std::string::npos)
    return base::fail(ErrorCode::Invalid, file.string() + ": holds bytes that are no text");
  return text;
}

}  // namespace wv::intake
