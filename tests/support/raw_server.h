// A server on loopback that says exactly the bytes it was told to, well-formed or not.
#pragma once

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>
#include <thread>
#include <vector>

namespace wv::test {

// One connection after the other; each gets the next script, then is closed. The last script serves all that
// follow.
class RawServer {
 public:
  enum class Ending { Close, Reset, Hold };
  struct Script {
    std::string bytes;
    Ending ending = Ending::Close;
    std::size_t endless = 0;  // after `bytes`, so many bytes more
  };

  explicit RawServer(std::vector<Script> scripts) : scripts_(std::move(scripts)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listener_, 8) != 0)
      std::abort();
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  RawServer(const RawServer&) = delete;
  RawServer& operator=(const RawServer&) = delete;
  ~RawServer() {
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
    for (const int held : held_) ::close(held);
  }

  std::string url(const std::string& path = "/") const {
    return "http://127.0.0.1:" + std::to_string(port_) + path;
  }
  // Heads of the requests so far. Only after the exchange they belong to.
  const std::vector<std::string>& requests() const { return requests_; }

 private:
  void serve() {
    for (std::size_t turn = 0;; ++turn) {
      const int connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
      if (connection < 0) return;
      requests_.push_back(read_head(connection));
      play(connection, scripts_[std::min(turn, scripts_.size() - 1)]);
    }
  }

  static std::string read_head(int connection) {
    std::string head;
    char buffer[4096];
    while (head.find("\r\n\r\n") == std::string::npos) {
      const auto got = ::recv(connection, buffer, sizeof buffer, 0);
      if (got <= 0) break;
      head.append(buffer, static_cast<std::size_t>(got));
    }
    return head;
  }

  void play(int connection, const Script& script) {
    bool open = send_all(connection, script.bytes);
    const std::string filler(64 * 1024, 'x');
    for (std::size_t sent = 0; open && sent < script.endless; sent += filler.size())
      open = send_all(connection, filler);
    if (script.ending == Ending::Hold) {
      held_.push_back(connection);
      return;
    }
    if (script.ending == Ending::Reset) {
      const linger hard{1, 0};
      ::setsockopt(connection, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    }
    ::close(connection);
  }

  static bool send_all(int connection, std::string_view bytes) {
    while (!bytes.empty()) {
      const auto sent = ::send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  std::vector<Script> scripts_;
  std::vector<std::string> requests_;
  std::vector<int> held_;
  int listener_ = -1;
  int port_ = 0;
  std::thread thread_;
};

}  // namespace wv::test
