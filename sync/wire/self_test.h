// A self-test as it stands in the kiosk's own file and in its heartbeat.
#pragma once

#include "sync/base/json.h"
#include "sync/model/self_test.h"
#include "sync/wire/reader.h"

namespace wv::wire {

// {"op": "2026-11-27T02:30:00Z", "uitslag": "goed" | "fout", "fouten": ["scherm-donker"]}
base::Json to_json(const model::SelfTest& test);
model::SelfTest read_self_test(Members& members);  // says what is wrong to `members`
base::Bytes to_bytes(const model::SelfTest& test);
base::Result<model::SelfTest> read_self_test(base::ByteView bytes);  // strict

}  // namespace wv::wire
