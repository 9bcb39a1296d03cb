// Finished lines in a ring; a dying process has only to copy them.
#include "kiosk/app/trail.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <variant>

#include "kiosk/app/journey.h"

namespace wv::app {

namespace {

using base::Millis;
using namespace std::chrono_literals;

constexpr Millis long_ago = 15min;
constexpr std::string_view visit_begins = "# attract";

bool types(const visit::Action& action) {
  return std::holds_alternative<visit::TypeText>(action) ||
         std::holds_alternative<visit::SwapLetter>(action) ||
         std::holds_alternative<visit::OfferVariants>(action);
}

// Appends as long as there is room; a line is written whole or not at all.
class Script {
 public:
  explicit Script(std::span<char> out) : out_(out) {}
  std::size_t size() const { return size_; }

  void wait(std::int64_t seconds) {
    std::array<char, 32> text;
    constexpr std::string_view word = "wait ";
    std::memcpy(text.data(), word.data(), word.size());
    auto* end = std::to_chars(text.data() + word.size(), text.data() + text.size() - 1, seconds).ptr;
    *end++ = 's';
    line({text.data(), static_cast<std::size_t>(end - text.data())});
  }
  void line(std::string_view words) {
    if (out_.size() - size_ <= words.size()) return;
    std::memcpy(out_.data() + size_, words.data(), words.size());
    size_ += words.size();
    out_[size_++] = '\n';
  }

 private:
  std::span<char> out_;
  std::size_t size_ = 0;
};

}  // namespace

void Trail::note_touch(Millis at) {
  add(at, "touch");
}

void Trail::note_press(Millis at, const ui::Node& node) {
  if (!node.action) return add(at, "# a finger in the text");  // where is about what stands there
  if (types(*node.action)) return add(at, "letter");
  add(at, "press ", node.id);
}

void Trail::note_hold(Millis at, const ui::Node& node) {
  add(at, "press-long ", node.id);
}

void Trail::note_key(Millis at, paint::Key key) {
  const auto known = std::ranges::find(named_keys, key, &NamedKey::key);
  if (known != named_keys.end()) add(at, "key ", known->name);
}

void Trail::note_letter(Millis at) {
  add(at, "letter");
}

void Trail::note_screen(Millis at, std::string_view name) {
  add(at, "# ", name);
}

void Trail::add(Millis at, std::string_view word, std::string_view rest) {
  Line& line = lines_[noted_++ % most_lines];
  line.at = at;
  if (word.size() + rest.size() > line.text.size()) word = "# something with a long name", rest = {};
  line.size = static_cast<std::uint8_t>(word.size() + rest.size());
  std::ranges::copy(word, line.text.begin());
  std::ranges::copy(rest, line.text.begin() + static_cast<std::ptrdiff_t>(word.size()));
}

std::size_t Trail::first_worth_telling() const {
  const std::size_t oldest = noted_ - std::min(noted_, most_lines);
  if (oldest == noted_) return noted_;
  std::size_t recent = noted_ - 1;
  while (recent > oldest && line(noted_ - 1).at - line(recent - 1).at <= long_ago) --recent;
  for (std::size_t i = recent; i < noted_; ++i)
    if (line(i).words() == visit_begins) return i;
  return recent;
}

std::size_t Trail::write_into(std::span<char> out) const noexcept {
  Script script(out);
  const std::size_t first = first_worth_telling();
  for (std::size_t i = first; i < noted_; ++i) {
    const auto pause = i == first ? Millis{0} : line(i).at - line(i - 1).at;
    if (pause >= 1s) script.wait(std::chrono::floor<std::chrono::seconds>(pause).count());
    script.line(line(i).words());
  }
  return script.size();
}

}  // namespace wv::app
