// What programs add to areas (invoer/*.toml): joined to what people wrote, and told apart again in a finding.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "sync/content/toml_source.h"

namespace wv::content {

// The lists of an area that an addition may lengthen.
inline constexpr std::string_view added_lists[] = {"agendas", "activiteiten", "nieuws"};

// An area as its readers see it. Knows of each part in which file and on which line it was written.
struct AreaSource {
  struct Graft {
    std::string at;  // where it stands in `document`: "/activiteiten/3"
    const TomlDocument* from;
    std::string origin;  // where it was written: "/gebieden/0/activiteiten/0"
  };
  TomlDocument document;
  std::vector<Graft> grafts;

  Finding locate(const model::Problem& problem) const;
};

class Additions {
 public:
  // `[[gebieden]]` with an id and lists of keys.md; `[bron]` tells people where it came from and is not read.
  void add(TomlDocument document, Findings& findings);
  // Must not outlive these additions.
  AreaSource join(TomlDocument area, std::string_view id) const;
  // Additions to areas that are not among these.
  Findings homeless(const std::vector<std::string>& areas) const;

 private:
  struct Part {
    std::string area;
    const TomlDocument* from;
    std::string pointer;  // of the table in [[gebieden]]
    const base::Json* table;
  };
  std::deque<TomlDocument> documents_;  // stays where it is while more come
  std::vector<Part> parts_;
};

}  // namespace wv::content
