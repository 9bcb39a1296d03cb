// One line for one event, for the journal of the machine. Never holds what a visitor typed.
#pragma once

#include <concepts>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>

namespace wv::base {

// The priorities of syslog and journald.
enum class LogLevel { Error = 3, Warning = 4, Notice = 5, Info = 6, Debug = 7 };

// A key (lower case, a-z and _) with a value that was counted, named or measured by the program.
struct LogField {
  std::string_view key;
  std::string value;
  LogField(std::string_view k, std::string_view v) : key(k), value(v) {}
  LogField(std::string_view k, const char* v) : key(k), value(v) {}
  template <std::integral T>
  LogField(std::string_view k, T v) : key(k), value(std::to_string(v)) {}
};

// "<5>fetch: outcome=unchanged version=1772330400 ms=212". Values with spaces, quotes or '=' are quoted;
// control characters become spaces; a line is cut at 2,000 bytes.
std::string log_line(LogLevel level, std::string_view event, std::initializer_list<LogField> fields);

// Writes finished lines to a sink, which adds the line feed. Not thread-safe unless the sink is.
class Log {
 public:
  using Sink = std::function<void(std::string_view line)>;
  explicit Log(Sink sink, LogLevel least = LogLevel::Info) : sink_(std::move(sink)), least_(least) {}
  void write(LogLevel level, std::string_view event, std::initializer_list<LogField> fields = {}) const;
  void error(std::string_view event, std::initializer_list<LogField> f = {}) const {
    write(LogLevel::Error, event, f);
  }
  void warning(std::string_view event, std::initializer_list<LogField> f = {}) const {
    write(LogLevel::Warning, event, f);
  }
  void notice(std::string_view event, std::initializer_list<LogField> f = {}) const {
    write(LogLevel::Notice, event, f);
  }
  void info(std::string_view event, std::initializer_list<LogField> f = {}) const {
    write(LogLevel::Info, event, f);
  }
  void debug(std::string_view event, std::initializer_list<LogField> f = {}) const {
    write(LogLevel::Debug, event, f);
  }

 private:
  Sink sink_;
  LogLevel least_;
};

}  // namespace wv::base
