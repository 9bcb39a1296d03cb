// Imports into a folder of content of its own, on 1 March 2026.
#pragma once

#include <string>

#include "sync/content/toml_source.h"
#include "sync/intake/import.h"
#include "tests/support/content_folder.h"

namespace wv::test {

class Intake : public ContentFolder {
 public:
  explicit Intake(intake::Kind kind) { order.kind = kind; }

  base::Result<intake::Report> from(const std::string& file, const std::string& source) {
    write("../" + path.filename().string() + "-bron/" + file, source);
    order.source = sources() / file;
    order.folder = path;
    return intake::import_into(
        {files, base::Day{std::chrono::year(2026), std::chrono::month(3), std::chrono::day(1)}}, order);
  }
  intake::Report take(const std::string& file, const std::string& source) {
    auto report = from(file, source);
    if (!report) FAIL(report.error().message);
    return std::move(*report);
  }
  // Why nothing was taken.
  std::string refusal(const std::string& file, const std::string& source) {
    const auto report = from(file, source);
    return report ? "taken: " + report->text() : report.error().message;
  }

  // What an area got, of one list, as the file in invoer/ holds it.
  base::Json kept(const std::string& name, const std::string& list, const std::string& area = "noord") const {
    const auto document = content::read_toml(name, text("invoer/" + name + ".toml"));
    const base::Json* areas = document ? document->json.find("gebieden") : nullptr;
    if (areas && areas->items())
      for (const auto& each : *areas->items())
        if (each.text_or("id", "") == area && each.find(list)) return *each.find(list);
    return base::Json::array();
  }
  std::filesystem::path sources() const { return path.string() + "-bron"; }

  ~Intake() {
    std::error_code ignored;
    std::filesystem::remove_all(sources(), ignored);
  }

  intake::Import order;
};

inline std::string all_of(const std::vector<intake::Note>& notes) {
  std::string all;
  for (const auto& note : notes) all += note.where + ": " + note.why + "\n";
  return all;
}

inline bool contains(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

}  // namespace wv::test
