// libFuzzer's way in. One program for each target: WV_FUZZ_TARGET is its name.
#include "tests/fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  wv::fuzz::WV_FUZZ_TARGET({data, size});
  return 0;
}
