// A release that holds moderated ideas, made by the courier's own writer.
#pragma once

#include <filesystem>

#include "sync/client/release_ideas.h"
#include "tests/support/catch.h"
#include "tests/support/files.h"
#include "tests/support/many_ideas.h"

namespace wv::test {

inline void fill_ideas(db::Database& release, const wire::PublicIdeas& ideas) {
  auto rows = client::IdeaRows::begin(release);
  REQUIRE(rows);
  REQUIRE(rows->add(ideas));
  REQUIRE(rows->finish());
}

inline db::Database a_release_with(const std::filesystem::path& file, const wire::PublicIdeas& ideas) {
  {
    auto made = db::Database::open(file, db::OpenMode::Own);
    REQUIRE(made);
    REQUIRE(made->run(read_source("sync/client/release_ideas.sql")));
    auto change = db::Transaction::begin(*made);
    REQUIRE(change);
    fill_ideas(*made, ideas);
    REQUIRE(change->commit());
  }
  auto opened = db::Database::open(file, db::OpenMode::Immutable);
  REQUIRE(opened);
  return *std::move(opened);
}

}  // namespace wv::test
