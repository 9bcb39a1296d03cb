// Paper slips to hand out: two on a page of A4, each with its number and a strip for who wrote it.
#pragma once

#include <filesystem>

#include "kiosk/screens/wording.h"
#include "sync/base/world.h"

namespace wv::app {

struct SlipNumbers {
  int first = 1, last = 40;
};
inline constexpr int most_slips = 400;  // in one file

// `place`: the name of the place; may be empty. `fonts` as in paper.h. The same slips give the same bytes.
base::Result<base::Bytes> slips_pdf(const screens::Wording& say, const std::string& place,
                                    const SlipNumbers& numbers, const std::filesystem::path& fonts);

}  // namespace wv::app
