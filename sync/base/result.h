// How this house says that something did not work: a value, never an exception, handled once.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <utility>

namespace wv::base {

// A code exists only where the caller reacts differently.
enum class ErrorCode {
  Invalid,      // the input is wrong; trying again gives the same answer
  NotFound,     // there is no such thing
  Unavailable,  // not now: network, lock, busy; try later
  Corrupt,      // stored or received bytes are not what they were
  Denied,       // a signature, password or permission says no
  Io,           // the disk or the operating system failed
};

// A message for a person: what is wrong, where, and what to do. Never holds what a visitor typed.
struct Error {
  ErrorCode code = ErrorCode::Invalid;
  std::string message;

  // Puts the place in front: "fetch manifest: connection refused".
  Error context(std::string_view where) && {
    message.insert(0, std::string(where) + ": ");
    return std::move(*this);
  }

  bool operator==(const Error&) const = default;
};

template <class T = void>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(ErrorCode code, std::string message) {
  return std::unexpected(Error{code, std::move(message)});
}

// Passes an error on with the place where it happened.
template <class T>
std::unexpected<Error> pass(Result<T>& failed, std::string_view where) {
  return std::unexpected(std::move(failed).error().context(where));
}

std::string_view name(ErrorCode code);

}  // namespace wv::base

// WV_TRY(auto rows, read(file)): `rows` is the value, or this function returns the error.
#define WV_JOIN_(a, b) a##b
#define WV_JOIN(a, b) WV_JOIN_(a, b)
#define WV_TRY(declaration, expression) WV_TRY_(WV_JOIN(tried_, __LINE__), declaration, expression)
#define WV_TRY_(temporary, declaration, expression)                     \
  auto temporary = (expression);                                        \
  if (!temporary) return std::unexpected(std::move(temporary).error()); \
  declaration = *std::move(temporary)
// WV_CHECK(save(x)): as WV_TRY, for a Result without a value.
#define WV_CHECK(expression) \
  if (auto checked = (expression); !checked) return std::unexpected(std::move(checked).error())
