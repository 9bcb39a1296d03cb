// A small municipality with one area in which every kind of thing occurs: as JSON, to be bent by tests.
#pragma once

#include "sync/base/json.h"
#include "tests/support/files.h"

namespace wv::test {

inline base::Json example(const char* name) {
  return base::parse_json(read_source(std::string("tests/vectors/content/") + name)).value();
}
inline base::Json example_municipality() {
  return example("gemeente.json");
}
inline base::Json example_area() {
  return example("noord.json");
}
inline base::Json example_map() {
  return example("kaart.json");
}
inline base::Json example_keys() {
  return example("sleutels.json");
}
inline base::Json example_answers() {
  return example("antwoorden.json");
}
inline base::Json example_ideas() {
  return example("ideeen.json");
}

// The value at a JSON pointer, to be changed; the last name may be new in an object.
inline base::Json& at_pointer(base::Json& root, std::string_view pointer) {
  base::Json* value = &root;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::string name(pointer.substr(0, pointer.find('/')));
    pointer.remove_prefix(name.size());
    if (base::Json::Array* items = value->items()) {
      value = &items->at(std::stoul(name));
      continue;
    }
    if (!value->find(name)) value->set(name, base::Json());
    for (base::JsonMember& member : *value->members())
      if (member.key == name) value = &member.value;
  }
  return *value;
}

}  // namespace wv::test
