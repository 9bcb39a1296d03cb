// SQLite behind sql.h.
#pragma once

#include <filesystem>
#include <memory>

#include "sync/central/sql.h"
#include "sync/db/database.h"

namespace wv::central {

// OwnShared to write (one connection a file, whoever holds its lock), Read beside it, Own for a file nobody
// else has.
Result<std::unique_ptr<Sql>> open_sqlite(const std::filesystem::path& file, db::OpenMode mode);

}  // namespace wv::central
