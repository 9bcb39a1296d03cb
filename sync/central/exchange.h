// One HTTP request and its answer as values: what routes know of the network.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <variant>

#include "sync/base/http.h"

namespace wv::central {

struct Request {
  std::string method;
  std::string target;     // as on the request line: path and query, undecoded
  base::Headers headers;  // names in lower case
  std::string body;       // whole, already bounded by the listener
  std::string remote;     // address of the other side, only for counting tries
};

// A part of a file that the listener sends in pieces: blobs never stand in memory whole.
struct FileSlice {
  std::filesystem::path file;
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
};

struct Response {
  int status = 200;
  base::Headers headers;  // API-Version and the security headers are in it already
  std::variant<std::string, FileSlice> body;
};

// Called exactly once, from any thread.
using Reply = std::function<void(Response)>;

}  // namespace wv::central
