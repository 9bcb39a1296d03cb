// All tables from one database to the other: a copy of a PostgreSQL store is an SQLite file, and a file can
// be put back into either. So a central that grows out of one machine takes its archive along with backup and
// restore.
#pragma once

#include <filesystem>

#include "sync/central/sql.h"

namespace wv::central {

// Makes `file`, which must not exist. `from` stands in a snapshot.
Result<> copy_to_sqlite(Sql& from, const std::filesystem::path& file);

// `to` has its tables already, without rows, and stands in a transaction.
Result<> copy_from_sqlite(const std::filesystem::path& file, Sql& to);

}  // namespace wv::central
