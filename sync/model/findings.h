// Collects what is wrong while content is walked through, with the place where each value stands in its file.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sync/base/json.h"
#include "sync/model/check.h"

namespace wv::model {

// The place of a value in its document: at / "agendas" / 0 / "titel".
struct At {
  std::string pointer;
  At operator/(std::string_view key) const { return {base::pointer_to(pointer, key)}; }
  At operator/(std::size_t index) const { return {base::pointer_to(pointer, index)}; }
};

enum class Presence { Required, Optional };

class Findings {
 public:
  void say(const At& at, std::string message) { problems_.push_back({at.pointer, std::move(message)}); }
  void expect(bool holds, const At& at, std::string_view message) {
    if (!holds) say(at, std::string(message));
  }

  void id(const At& at, std::string_view id);
  // Also unique among all that came with the same set.
  void new_id(const At& at, std::string_view id, std::set<std::string>& taken);
  void text(const At& at, const Text& text, std::size_t most, Presence presence = Presence::Optional);
  void line(const At& at, std::string_view line, std::size_t most, Presence presence = Presence::Optional);
  void lines(const At& at, const std::vector<std::string>& lines, std::size_t most);
  void number(const At& at, std::int64_t number, std::int64_t least, std::int64_t most);
  void count(const At& at, std::size_t count, std::size_t least, std::size_t most);
  void day(const At& at, Day day);  // exists, and not so far away that it must be a slip of the pen
  void wijken(const At& at, const std::vector<WijkCode>& wijken);
  void language(const At& at, std::string_view lang);

  // Every text that was checked, with its place: for a second look at its languages.
  struct Seen {
    At at;
    const Text* text;
  };
  const std::vector<Seen>& texts() const { return texts_; }
  Problems take() { return std::move(problems_); }

 private:
  Problems problems_;
  std::vector<Seen> texts_;
};

void check_agenda(Findings& findings, const At& at, const Agenda& agenda, std::set<std::string>& taken);
void check_places(Findings& findings, const At& at, const std::vector<Place>& places);
void check_events(Findings& findings, const At& at, const AreaContent& area);
void check_period(Findings& findings, const At& at, const Period& period);

}  // namespace wv::model
