// Cells of a row, as numbers, words and bytes.
#include "sync/central/sql.h"

#include "sync/base/crypto.h"

namespace wv::central {

std::int64_t SqlRows::Row::integer(std::size_t column) const {
  const auto* number = std::get_if<std::int64_t>(&cells_[column]);
  return number ? *number : 0;
}
std::string_view SqlRows::Row::text(std::size_t column) const {
  const auto* bytes = std::get_if<std::string>(&cells_[column]);
  return bytes ? std::string_view(*bytes) : std::string_view();
}
ByteView SqlRows::Row::blob(std::size_t column) const {
  return base::as_bytes(text(column));
}
Bytes SqlRows::Row::blob_copy(std::size_t column) const {
  const auto view = blob(column);
  return {view.begin(), view.end()};
}

}  // namespace wv::central
