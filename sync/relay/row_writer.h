// One form of a file, written row by row.
#pragma once

#include <memory>

#include "sync/relay/export.h"

namespace wv::relay {

class RowWriter {
 public:
  virtual ~RowWriter() = default;
  virtual Result<> begin(const base::Json& about) = 0;  // what is known before the rows are
  virtual Result<> add(const base::Json& row) = 0;
  virtual Result<> end(const base::Json& about) = 0;  // with "aantal" and "sha256"
};

// `columns` and `sink` must outlive the writer.
std::unique_ptr<RowWriter> csv_writer(const std::vector<Column>& columns, const Sink& sink);
std::unique_ptr<RowWriter> json_writer(const Sink& sink);
std::unique_ptr<RowWriter> ods_writer(const std::vector<Column>& columns, std::string_view title,
                                      const Sink& sink);

}  // namespace wv::relay
