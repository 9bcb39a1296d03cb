// An X server that knows nothing but power: the servers that run without a panel have no DPMS to test with.
// What it says is that of the protocol (X11 section 8 and the DPMS extension), little-endian.
#pragma once

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace wv::test {

class XServer {
 public:
  enum class Kind { Well, WithoutPower, CannotSwitch, Refuses };  // Refuses: BadMatch to a change of level

  explicit XServer(Kind kind = Kind::Well) : kind_(kind) {
    listener_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    for (number_ = 4000; !bind_to(number_); ++number_) {
      if (number_ == 5000) std::abort();
    }
    if (::listen(listener_, 4) != 0) std::abort();
    thread_ = std::thread([this] { serve(); });
  }
  XServer(const XServer&) = delete;
  XServer& operator=(const XServer&) = delete;
  ~XServer() {
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
  }

  std::string name() const { return ":" + std::to_string(number_); }
  // What was changed so far, in words.
  std::vector<std::string> heard() const {
    const std::lock_guard lock(mutex_);
    return heard_;
  }

 private:
  using Bytes = std::vector<std::uint8_t>;
  static constexpr std::uint8_t power = 140;  // the number under which this server knows DPMS
  static constexpr std::uint8_t bad_request = 1, bad_match = 8;

  // An abstract socket, which leaves nothing behind.
  bool bind_to(int number) const {
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    const std::string path = "/tmp/.X11-unix/X" + std::to_string(number);
    std::memcpy(address.sun_path + 1, path.data(), path.size());
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + path.size());
    return ::bind(listener_, reinterpret_cast<const sockaddr*>(&address), size) == 0;
  }

  void serve() {
    for (int client = 0; (client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC)) >= 0;) {
      if (greet(client))
        for (std::uint16_t sequence = 1; answer(client, sequence); ++sequence) {
        }
      ::close(client);
    }
  }

  static bool take(int client, void* into, std::size_t size) {
    return size == 0 || ::recv(client, into, size, MSG_WAITALL) == static_cast<ssize_t>(size);
  }
  static bool say(int client, const Bytes& bytes) {
    return ::send(client, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size());
  }
  static std::uint16_t word(const Bytes& bytes, std::size_t at) {
    return static_cast<std::uint16_t>(bytes[at] | (bytes[at + 1] << 8));
  }
  static Bytes with_sequence(std::uint8_t kind, std::uint8_t data, std::uint16_t sequence) {
    Bytes bytes(32);
    bytes[0] = kind, bytes[1] = data;
    bytes[2] = static_cast<std::uint8_t>(sequence), bytes[3] = static_cast<std::uint8_t>(sequence >> 8);
    return bytes;
  }

  static bool greet(int client) {
    Bytes hello(12);
    if (!take(client, hello.data(), hello.size()) || hello[0] != 'l') return false;
    Bytes key((word(hello, 6) + 3U) / 4 * 4 + (word(hello, 8) + 3U) / 4 * 4);
    if (!take(client, key.data(), key.size())) return false;
    Bytes welcome(8 + 32 + 40);                            // no vendor, no format, one screen without depths
    welcome[0] = 1, welcome[2] = 11, welcome[6] = 72 / 4;  // success, version, what follows in words
    welcome[8 + 18] = welcome[8 + 19] = 0xFF;              // longest request
    welcome[8 + 20] = 1;                                   // screens
    return say(client, welcome);
  }

  void note(const std::string& words) {
    const std::lock_guard lock(mutex_);
    heard_.push_back(words);
  }

  bool answer(int client, std::uint16_t sequence) {
    Bytes request(4);
    if (!take(client, request.data(), 4)) return false;
    const auto size = word(request, 2) * 4U;
    if (size < 4) return false;
    request.resize(size);
    if (!take(client, request.data() + 4, size - 4)) return false;
    auto reply = with_sequence(1, 0, sequence);
    switch (request[0]) {
      case 43:  // GetInputFocus, with which a client waits for its errors
        return say(client, reply);
      case 98:  // QueryExtension
        reply[8] = kind_ == Kind::WithoutPower ? 0 : 1, reply[9] = power;
        return say(client, reply);
      case 107:  // SetScreenSaver
        note("saver " + std::to_string(word(request, 4)) + " " + std::to_string(word(request, 6)));
        return true;
      case power:
        return answer_power(client, request, sequence);
      default:
        return say(client, with_sequence(0, bad_request, sequence));
    }
  }

  bool answer_power(int client, const Bytes& request, std::uint16_t sequence) {
    auto reply = with_sequence(1, 0, sequence);
    switch (request[1]) {
      case 1:  // Capable
        reply[8] = kind_ == Kind::CannotSwitch ? 0 : 1;
        return say(client, reply);
      case 3:
        note("timeouts " + std::to_string(word(request, 4)) + " " + std::to_string(word(request, 6)) + " " +
             std::to_string(word(request, 8)));
        return true;
      case 4:
        note("enable");
        enabled_ = true;
        return true;
      case 6:
        if (kind_ == Kind::Refuses || !enabled_) return say(client, with_sequence(0, bad_match, sequence));
        level_ = request[4];
        note("level " + std::to_string(level_));
        return true;
      case 7:  // Info
        reply[8] = level_, reply[10] = enabled_ ? 1 : 0;
        return say(client, reply);
      default:
        return say(client, with_sequence(0, bad_request, sequence));
    }
  }

  Kind kind_;
  int listener_ = -1, number_ = 0;
  bool enabled_ = false;
  std::uint8_t level_ = 0;
  mutable std::mutex mutex_;
  std::vector<std::string> heard_;
  std::thread thread_;
};

}  // namespace wv::test
