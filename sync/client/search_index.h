// The index of a release: made once, where content is written, so that a kiosk finds a word among ten
// thousand items within a frame.
#pragma once

#include "sync/db/database.h"
#include "sync/model/content.h"

namespace wv::client {

// Fills `zoek` and `zoekgebied` of release.sql, area by area.
class SearchIndex {
 public:
  static db::Result<SearchIndex> begin(db::Database& release);
  db::Result<> add(const model::AreaContent& area);
  // Joins what was added into one tree; without it every search would ask many small ones.
  db::Result<> finish();

 private:
  SearchIndex(db::Database& release, db::Statement insert) : release_(&release), insert_(std::move(insert)) {}

  struct Row;
  db::Result<> put(const Row& row);
  db::Result<> add_agenda(const model::AreaContent& area, const model::Agenda& agenda);
  db::Result<> add_event(const model::AreaContent& area, const model::Event& event);

  db::Database* release_;
  db::Statement insert_;
  std::int64_t rows_ = 0;
};

}  // namespace wv::client
