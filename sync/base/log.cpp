// Finished log lines: one line whatever is in the values.
#include "sync/base/log.h"

#include <utility>

#include "sync/base/utf8.h"

namespace wv::base {
namespace {

constexpr std::size_t longest_line = 2000;

// Line feeds would start a line that somebody else could have written.
std::string one_line(std::string_view text) {
  std::string out = clean_text(text);
  for (char& c : out)
    if (c == '\n' || c == '\t') c = ' ';
  return out;
}

void append_value(std::string& line, std::string_view value) {
  const std::string text = one_line(value);
  if (!text.empty() && text.find_first_of(" \"=") == std::string::npos) {
    line += text;
    return;
  }
  line += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') line += '\\';
    line += c;
  }
  line += '"';
}

}  // namespace

std::string log_line(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) {
  std::string line = "<" + std::to_string(static_cast<int>(level)) + ">" + one_line(event);
  bool first = true;
  for (const LogField& field : fields) {
    line += std::exchange(first, false) ? ": " : " ";
    line += field.key;
    line += '=';
    append_value(line, field.value);
  }
  if (line.size() > longest_line) {
    std::size_t end = longest_line;
    while ((static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;  // not in the middle of a character
    line.resize(end);
  }
  return line;
}

void Log::write(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) const {
  if (level <= least_) sink_(log_line(level, event, fields));
}

}  // namespace wv::base
