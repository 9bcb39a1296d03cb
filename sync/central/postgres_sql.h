// PostgreSQL behind sql.h, for a municipality where one machine is not enough or where the DBA keeps the
// data.
#pragma once

#include <memory>
#include <string>

#include "sync/central/sql.h"

namespace wv::central {

struct PostgresPlace {
  std::string address;  // postgresql://…, without a password: that comes from ~/.pgpass or PGPASSFILE
  std::string schema = "wijkvenster";  // made when it is not there
};

// Shared: as many as there are. Alone: Unavailable while any other connection of a central is open, and
// nobody else gets in before this one closes.
enum class PostgresUse { Shared, Alone };

// Unavailable: no server there, no right to enter, or (Alone) a central is still running.
Result<std::unique_ptr<Sql>> open_postgres(const PostgresPlace& place, PostgresUse use = PostgresUse::Shared);

}  // namespace wv::central
