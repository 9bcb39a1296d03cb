// Can this picture be shown at all? Looks at the frame of a PNG without decoding it.
#pragma once

#include "sync/base/world.h"

namespace wv::client {

// Invalid unless it is a whole PNG: signature, sound chunks with right checksums, at most 4096 by 4096, an
// end.
base::Result<> check_png(base::ByteView bytes);

}  // namespace wv::client
