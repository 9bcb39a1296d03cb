// Short reads: while one lasts, the screen's commit has to wait.
#include "sync/client/ideas.h"

namespace wv::client {

using base::ErrorCode;
using base::Result;
using db::Statement;

Result<Ideas> Ideas::open(const std::filesystem::path& file) {
  WV_TRY(auto database, db::Database::open(file, db::OpenMode::Read));
  return Ideas(std::move(database));
}

Result<bool> Ideas::holds_supports() {
  WV_TRY(Statement select, database_.prepare("SELECT 1 FROM sqlite_master WHERE name='steun'"));
  return select.step();
}

// A book of before there was support has no such table.
Result<std::vector<Known>> Ideas::list() {
  WV_TRY(const bool supports, holds_supports());
  WV_TRY(Statement select,
         database_.prepare(supports ? "SELECT id, volgnummer, 0 FROM idee UNION ALL "
                                      "SELECT id, volgnummer, 1 FROM steun ORDER BY volgnummer"
                                    : "SELECT id, volgnummer, 0 FROM idee ORDER BY volgnummer"));
  std::vector<Known> ideas;
  while (true) {
    WV_TRY(const bool found, select.step());
    if (!found) return ideas;
    ideas.push_back({model::IdeaId{select.text_copy(0)}, select.integer(1),
                     select.integer(2) == 0 ? Cargo::Idea : Cargo::Support});
  }
}

Result<FrozenIdea> Ideas::read(const model::IdeaId& idea, Cargo cargo) {
  WV_TRY(Statement select,
         database_.prepare(cargo == Cargo::Idea ? "SELECT bytes, sha256 FROM idee WHERE id=?"
                                                : "SELECT bytes, sha256 FROM steun WHERE id=?"));
  WV_TRY(const bool found, select.bind_all(idea.value).step());
  if (!found) return base::fail(ErrorCode::NotFound, "idea " + idea.value + " was erased meanwhile");
  FrozenIdea frozen{select.blob_copy(0), {}};
  frozen.sha256 = base::sha256(frozen.bytes);
  if (!base::same_bytes(frozen.sha256, select.blob(1))) {
    return base::fail(ErrorCode::Corrupt, "idea " + idea.value + " is damaged on this disk");
  }
  return frozen;
}

}  // namespace wv::client
