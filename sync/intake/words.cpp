// Small transformations of text that every importer needs.
#include "sync/intake/words.h"

#include <algorithm>

#include "sync/base/crypto.h"
#include "sync/base/encoding.h"
#include "sync/base/utf8.h"

namespace wv::intake {
namespace {

std::string shortened(std::string_view text, std::size_t most) {
  text = base::strip(text);
  if (base::count_code_points(text) <= most) return std::string(text);
  return std::string(base::strip(base::first_code_points(text, most - 1))) + "…";
}

std::string without_tabs(std::string_view text) {
  auto clean = base::clean_text(text);
  std::ranges::replace(clean, '\t', ' ');
  std::erase(clean, '\r');
  return clean;
}

}  // namespace

std::string fit_text(std::string_view text, std::size_t most) {
  return shortened(without_tabs(text), most);
}

std::string fit_line(std::string_view text, std::size_t most) {
  std::string line;
  for (const char c : without_tabs(text)) {
    const char next = c == '\n' ? ' ' : c;
    if (next != ' ' || (!line.empty() && line.back() != ' ')) line += next;
  }
  return shortened(line, most);
}

bool was_cut(std::string_view text, std::size_t most) {
  return base::count_code_points(base::strip(without_tabs(text))) > most;
}

std::string folded(std::string_view text) {
  std::string out(base::strip(text));
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::string slug(std::string_view text) {
  std::string out;
  for (const char c : folded(text)) {
    const bool fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (fits)
      out += c;
    else if (!out.empty() && out.back() != '-')
      out += '-';
    if (out.size() == 48) break;
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out.empty() ? "x" : out;
}

std::string stable_id(std::string_view prefix, std::string_view seed) {
  return std::string(prefix) + "-" + base::to_hex(base::sha256(seed)).substr(0, 16);
}

}  // namespace wv::intake
