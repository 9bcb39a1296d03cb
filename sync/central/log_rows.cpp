// Reads the log piece by piece: rows are only ever added behind it, so no piece can change while the next is
// read.
#include "sync/central/log_rows.h"

#include "sync/base/encoding.h"
#include "sync/base/epoch.h"
#include "sync/central/sql.h"

namespace wv::central {
namespace {

constexpr std::int64_t log_piece = 1000;

base::Json log_row(const SqlRows::Row& row) {
  return base::Json::object({{"nummer", row.integer(0)},
                             {"op", base::to_rfc3339(base::instant(row.integer(3)))},
                             {"wie", row.text(1)},
                             {"wat", row.text(2)},
                             {"keten", base::to_hex(row.blob(4))}});
}

}  // namespace

Result<> walk_log(Store& store, const std::function<bool(const base::Json&)>& each) {
  std::int64_t after = 0;
  while (true) {
    SqlRows rows;
    const auto looked = store.look([&](Sql& sql) -> Result<> {
      WV_TRY(rows, sql.query("SELECT seq,wie,wat,op,keten FROM logboek WHERE seq>$1 ORDER BY seq LIMIT $2",
                             after, log_piece));
      return {};
    });
    if (!looked) return std::unexpected(looked.error());
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (!each(log_row(rows[i]))) return {};
    if (static_cast<std::int64_t>(rows.size()) < log_piece) return {};
    after = rows[rows.size() - 1].integer(0);
  }
}

}  // namespace wv::central
