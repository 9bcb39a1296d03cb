// JSON with a row on each line between what is told about them: {"over": …, "rijen": […], "aantal": …,
// "sha256": …}.
#include "sync/relay/row_writer.h"

namespace wv::relay {
namespace {

using base::Json;

class JsonWriter final : public RowWriter {
 public:
  explicit JsonWriter(const Sink& sink) : sink_(sink) {}

  Result<> begin(const Json& about) override {
    return sink_("{\"over\": " + base::to_pretty_text(about) + ",\n\"rijen\": [");
  }
  Result<> add(const Json& row) override {
    const auto line = (first_ ? "\n" : ",\n") + base::to_text(row);
    first_ = false;
    return sink_(line);
  }
  Result<> end(const Json& about) override {
    return sink_("\n],\n\"aantal\": " + std::to_string(about.integer_or("aantal", 0)) + ",\n\"sha256\": \"" +
                 std::string(about.text_or("sha256", "")) + "\"}\n");
  }

 private:
  const Sink& sink_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<RowWriter> json_writer(const Sink& sink) {
  return std::make_unique<JsonWriter>(sink);
}

}  // namespace wv::relay
