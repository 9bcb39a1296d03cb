// A client of few words on a blocking socket, that says exactly the bytes it is told to.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include "sync/edge/descriptor.h"
#include "tests/support/catch.h"

namespace wv::test {

class Line {
 public:
  explicit Line(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::connect(socket_.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    const timeval patience{20, 0};
    ::setsockopt(socket_.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  }
  bool say(std::string_view text) {
    while (!text.empty()) {
      const auto sent = ::send(socket_.get(), text.data(), text.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      text.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }
  void say_no_more() { ::shutdown(socket_.get(), SHUT_WR); }
  // Until the other side closes.
  std::string rest() {
    std::string all = std::exchange(heard_, {});
    while (hear()) all += std::exchange(heard_, {});
    return all;
  }
  // One answer with Content-Length.
  std::string answer() {
    while (heard_.find("\r\n\r\n") == std::string::npos)
      if (!hear()) return std::exchange(heard_, {});
    const auto head = heard_.find("\r\n\r\n") + 4;
    const auto at = heard_.find("Content-Length: ");
    const std::size_t length = at < head ? std::stoul(heard_.substr(at + 16)) : 0;
    while (heard_.size() < head + length)
      if (!hear()) break;
    std::string one = heard_.substr(0, head + length);
    heard_.erase(0, one.size());
    return one;
  }
  bool is_closed() {
    pollfd waiting{socket_.get(), POLLIN, 0};
    return ::poll(&waiting, 1, 20'000) == 1 && !hear();
  }
  // Whether neither a byte nor the end has come yet.
  bool is_still_waiting() const {
    pollfd waiting{socket_.get(), POLLIN, 0};
    return ::poll(&waiting, 1, 0) == 0;
  }

 private:
  bool hear() {
    char piece[65536];
    const auto got = ::recv(socket_.get(), piece, sizeof piece, 0);
    if (got <= 0) return false;
    heard_.append(piece, static_cast<std::size_t>(got));
    return true;
  }
  edge::Descriptor socket_;
  std::string heard_;
};

}  // namespace wv::test
