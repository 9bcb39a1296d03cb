// Writes the states of a repository that a client must accept or refuse, for judges that read no C++.
// write_attacks FOLDER makes FOLDER/<name>/{before,after}/… and FOLDER/<name>/verdict ("accept" or "refuse"
// for after).
#include <filesystem>
#include <fstream>

#include "tests/support/small_content.h"

using namespace wv;
using namespace wv::test;
namespace fs = std::filesystem;

namespace {

void write_files(const fs::path& folder, const TufRepository& repository) {
  for (const auto& [name, bytes] : repository.files) {
    fs::create_directories((folder / name).parent_path());
    std::ofstream(folder / name, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  }
}

class Attacks {
 public:
  explicit Attacks(fs::path folder) : folder_(std::move(folder)) {}

  // Both states are those of a fresh repository; `change` makes the second of the first.
  template <class Change>
  void add(const std::string& name, const char* verdict, Change change) {
    const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    TufRepository repository(now);
    const auto receipt_key = repository.new_key();
    const auto publish = [&](std::string_view profile) {
      repository.publish(content_of_publisher(receipt_key.public_key, profile), content_of_central());
    };
    publish("Een");
    write_files(folder_ / name / "before", repository);
    change(repository, publish);
    write_files(folder_ / name / "after", repository);
    std::ofstream(folder_ / name / "verdict") << verdict << "\n";
  }

 private:
  fs::path folder_;
};

void rotate(TufRepository& repository, std::string_view role, base::KeyPair& key) {
  key = repository.new_key();
  ++repository.root.version;
  repository.set_role(role, {&key}, 1);
  repository.write_root({&repository.root1, &repository.root2});
}

void write_all(Attacks& attacks) {
  attacks.add("nothing-new", "accept", [](auto&, auto&) {});
  attacks.add("new-content", "accept", [](auto&, auto& publish) { publish("Twee"); });
  attacks.add("rotated-targets-key", "accept", [](auto& r, auto& publish) {
    rotate(r, "targets", r.targets_key);
    publish("Twee");
  });
  attacks.add("rotated-three-times", "accept", [](auto& r, auto& publish) {
    for (int i = 0; i < 3; ++i) rotate(r, "timestamp", r.timestamp_key);
    publish("Twee");
  });
  attacks.add("recovered-from-fast-forward", "accept", [](auto& r, auto& publish) {
    rotate(r, "timestamp", r.timestamp_key);
    rotate(r, "snapshot", r.snapshot_key);
    r.timestamp.version = r.snapshot.version = 50;
    publish("Twee");
  });
  attacks.add("timestamp-goes-back", "refuse", [](auto& r, auto&) {
    r.timestamp.version -= 1;
    r.sign_timestamp();
  });
  attacks.add("targets-go-back", "refuse", [](auto& r, auto&) {
    r.targets.version -= 1;
    r.sign_all();
  });
  attacks.add("role-disappears", "refuse", [](auto& r, auto&) {
    r.snapshot.files.erase("terugkoppeling.json");
    ++r.snapshot.version;
    ++r.timestamp.version;
    r.sign_snapshot();
    r.sign_timestamp();
  });
  attacks.add("expired-timestamp", "refuse", [](auto& r, auto& publish) {
    r.timestamp_expires = base::Instant{std::chrono::hours{1}};
    publish("Twee");
  });
  attacks.add("expired-targets", "refuse", [](auto& r, auto& publish) {
    r.targets_expires = base::Instant{std::chrono::hours{1}};
    publish("Twee");
  });
  attacks.add("mixed-releases", "refuse", [](auto& r, auto& publish) {
    const auto old = r.files.at(tuf::consistent_metadata_name("targets", r.targets.version));
    publish("Twee");
    r.files[tuf::consistent_metadata_name("targets", r.targets.version)] = old;
  });
  attacks.add("root-with-one-signature", "refuse", [](auto& r, auto&) {
    ++r.root.version;
    r.write_root({&r.root1});
    r.sign_all();
  });
  attacks.add("root-signed-twice-by-one", "refuse", [](auto& r, auto&) {
    ++r.root.version;
    r.write_root({&r.root1, &r.root1});
    r.sign_all();
  });
  attacks.add("old-targets-key", "refuse", [](auto& r, auto& publish) {
    const auto old = base::key_pair_from_seed(r.targets_key.seed.bytes()).value();
    rotate(r, "targets", r.targets_key);
    r.targets_key = base::key_pair_from_seed(old.seed.bytes()).value();
    publish("Twee");
  });
  attacks.add("strangers-timestamp", "refuse", [](auto& r, auto& publish) {
    r.timestamp_key = r.new_key();
    publish("Twee");
  });
  attacks.add("changed-file", "refuse", [](auto& r, auto& publish) {
    publish("Twee");
    r.files[r.file_of("gebied/noord.json")][20] ^= 1;
  });
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  Attacks attacks(arguments[1]);
  write_all(attacks);
}
