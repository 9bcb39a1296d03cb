// What was once found to be tricky is read again in every build, by every reader, and so are cut and bent
// versions of it.
#include <algorithm>
#include <random>

#include "tests/fuzz/targets.h"
#include "tests/support/files.h"

namespace fs = std::filesystem;
using wv::base::Bytes;

namespace {

std::vector<Bytes> corpus() {
  std::vector<fs::path> files;
  for (const char* folder : {"tests/fuzz/corpus", "tests/vectors/content"})
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(WV_SOURCE_DIR) / folder))
      if (entry.is_regular_file()) files.push_back(fs::relative(entry.path(), WV_SOURCE_DIR));
  std::sort(files.begin(), files.end());
  std::vector<Bytes> inputs;
  for (const fs::path& file : files) {
    const std::string text = wv::test::read_source(file);
    inputs.emplace_back(text.begin(), text.end());
  }
  return inputs;
}

void run_all(const Bytes& input) {
  for (const auto& target : wv::fuzz::targets) target.run(input);
}

}  // namespace

TEST_CASE("every reader survives everything in the corpus") {
  const auto inputs = corpus();
  CHECK(inputs.size() >= 30);
  for (const Bytes& input : inputs) run_all(input);
}

TEST_CASE("every reader survives the corpus cut short and bent") {
  std::mt19937 engine(51);
  const int rounds = std::getenv("WV_LONG") ? 3000 : 40;
  for (Bytes input : corpus()) {
    if (input.empty() || input.size() > 20'000) continue;
    for (int i = 0; i < rounds; ++i) {
      Bytes bent = input;
      for (auto n = engine() % 4 + 1; n > 0; --n)
        bent[engine() % bent.size()] = static_cast<std::uint8_t>(engine());
      if (engine() % 3 == 0) bent.resize(engine() % bent.size());
      run_all(bent);
    }
  }
  SUCCEED();
}
