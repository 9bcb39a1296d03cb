// "Hier is al een idee over": ideas that are about the same as a text, found offline while somebody types.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/visit/effect.h"
#include "sync/db/database.h"

namespace wv::store {

class Similar {
 public:
  static base::Result<Similar> open();

  // At most `limit` public ideas that share the telling words of `text`, those of `area` first, then by bm25.
  // None when the text says too little. The text is read and forgotten; the work is a few milliseconds over
  // fifty thousand ideas.
  std::vector<visit::SimilarIdea> similar_ideas(db::Database& release, std::string_view text,
                                                const model::AreaId& area, std::size_t limit);

 private:
  explicit Similar(db::Database splitter);
  base::Result<std::vector<std::string>> telling_words(std::string_view text);

  db::Database splitter_;  // in memory: the index's own way of telling words apart, without a row in it
  std::set<std::string, std::less<>> stop_words_;
};

}  // namespace wv::store
