// A handful of parts in one ZIP file, as OpenDocument wants them: in the order given, the first ones perhaps
// unpressed.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "sync/base/result.h"
#include "sync/base/time.h"

namespace wv::relay {

struct ZipPart {
  enum class Packing { Stored, Deflated };
  std::string name;
  std::string_view bytes;  // must live until zip_of returns
  Packing packing = Packing::Deflated;
};

// The same parts and moment give the same bytes.
base::Result<std::string> zip_of(std::span<const ZipPart> parts, base::Instant made_at);

}  // namespace wv::relay
