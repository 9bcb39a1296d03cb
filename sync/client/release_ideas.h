// The moderated ideas of a release, from documents to rows that a screen can ask for page by page.
#pragma once

#include "sync/db/database.h"
#include "sync/wire/content.h"

namespace wv::client {

// Documents in order; within one, the order of the list. Call finish() when all are in.
class IdeaRows {
 public:
  static base::Result<IdeaRows> begin(db::Database& database);
  base::Result<> add(const wire::PublicIdeas& ideas);
  base::Result<> finish();

 private:
  IdeaRows(db::Database& database, db::Statement row, db::Statement words)
      : database_(database), row_(std::move(row)), words_(std::move(words)) {}

  db::Database& database_;
  db::Statement row_, words_;
  std::int64_t number_ = 0;
};

}  // namespace wv::client
