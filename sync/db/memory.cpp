// SQLite's memory, wiped when it is given back (sqlite3_mem_methods).
#include <malloc.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "sync/base/secret.h"
#include "sync/db/database.h"

namespace wv::db {

namespace {

constexpr int step = 8;

int size_of(void* memory) {
  return memory == nullptr ? 0 : static_cast<int>(malloc_usable_size(memory));
}

void* take(int size) {
  return std::malloc(static_cast<std::size_t>(size));
}

// realloc() would leave the old block as it was.
void* resize(void* memory, int size) {
  void* moved = take(size);
  if (moved == nullptr) return nullptr;  // the old one stays, as SQLite asks
  std::memcpy(moved, memory, static_cast<std::size_t>(std::min(size, size_of(memory))));
  base::wipe_and_free(memory);
  return moved;
}

int round_up(int size) {
  return (size + step - 1) / step * step;
}

int begin(void*) {
  return SQLITE_OK;
}
void end(void*) {}

}  // namespace

base::Result<> Database::wipe_memory() {
  static constexpr sqlite3_mem_methods methods{
      take, base::wipe_and_free, resize, size_of, round_up, begin, end, nullptr};
  if (sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) == SQLITE_OK) return {};
  return base::fail(base::ErrorCode::Invalid,
                    "SQLite is in use already: its memory cannot be chosen any more");
}

}  // namespace wv::db
